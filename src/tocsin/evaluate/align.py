"""Pair the attacks a reader found with those that people annotated in the same report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.evaluate.assign import left_over, pair_best
from tocsin.evaluate.compare import same_words, spans_touch
from tocsin.evaluate.shape import MentionView

# What speaks for two mentions being one attack. Where the report shows it (the type's words) counts most; kind, day,
# place and toll separate two attacks of one kind. Two "main" rows are each the attack the report is about; two
# "background" rows are any two earlier attacks, so sharing that role needs something more beside it.
ANCHOR = 2.0
SAME_TYPE = 0.75
SAME_MAIN = 1.0
SAME_ROLE = 0.5
SAME_PLACE = 1.0
SAME_DATE = 1.0
SAME_TOLL = 1.0
SAME_COUNTRY = 0.25
LEAST = 1.0


@dataclass(frozen=True, slots=True)
class Alignment:
    """Hold pairs of (gold index, predicted index), and the indices left over on either side."""

    pairs: tuple[tuple[int, int], ...]
    missed: tuple[int, ...]
    spurious: tuple[int, ...]


def align(gold: Sequence[MentionView], predicted: Sequence[MentionView]) -> Alignment:
    """Align mentions one to one for the greatest total likeness; pairs below `LEAST` stay apart."""
    pairs = pair_best(gold, predicted, likeness, LEAST)
    return Alignment(
        tuple(pairs),
        tuple(left_over(len(gold), (a for a, _ in pairs))),
        tuple(left_over(len(predicted), (b for _, b in pairs))),
    )


def likeness(gold: MentionView, predicted: MentionView) -> float:
    """Say how much speaks for two mentions telling one attack, 0 to 7."""
    total = 0.0
    if _same_anchor(gold, predicted):
        total += ANCHOR
    if gold.acled == predicted.acled:
        total += SAME_TYPE
    if gold.role == predicted.role:
        total += SAME_MAIN if gold.role == "main" else SAME_ROLE
    if any(same_words(a.words, b.words) for a in gold.places for b in predicted.places):
        total += SAME_PLACE
    if gold.start and (gold.start, gold.end) == (predicted.start, predicted.end):
        total += SAME_DATE
    if _tolls(gold) & _tolls(predicted):
        total += SAME_TOLL
    if {p.country for p in gold.places if p.country} & {p.country for p in predicted.places}:
        total += SAME_COUNTRY
    return total


def _same_anchor(gold: MentionView, predicted: MentionView) -> bool:
    """Compare where the type is shown; wording alone ("attack" twice in a report) only where a span is missing."""
    if gold.type_words is None or predicted.type_words is None:
        return False
    if gold.type_words.span and predicted.type_words.span:
        return spans_touch(gold.type_words, predicted.type_words)
    return same_words(gold.type_words, predicted.type_words)


def _tolls(mention: MentionView) -> set[tuple[str | None, int | None, int | None]]:
    rows = mention.casualties
    return {(row.outcome, row.low, row.high) for row in rows if row.low is not None or row.high is not None}
