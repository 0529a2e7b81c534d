"""Pair the attacks a reader found with those that people annotated in the same report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tocsin.evaluate.assign import pair_best
from tocsin.evaluate.compare import same_words
from tocsin.evaluate.shape import MentionView

# What speaks for two mentions being one attack. Where the report shows it (the type's words) counts most; kind, day,
# place and toll separate two attacks of one kind. Two "main" rows are each the attack the report is about; two
# "background" rows are any two earlier attacks, so sharing that role needs something more beside it.
ANCHOR, SAME_TYPE, SAME_MAIN, SAME_ROLE, SAME_PLACE, SAME_DATE, SAME_TOLL, SAME_COUNTRY = (
    2.0,
    0.75,
    1.0,
    0.5,
    1.0,
    1.0,
    1.0,
    0.25,
)
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
    taken_gold, taken_predicted = {a for a, _ in pairs}, {b for _, b in pairs}
    return Alignment(
        tuple(pairs),
        tuple(i for i in range(len(gold)) if i not in taken_gold),
        tuple(i for i in range(len(predicted)) if i not in taken_predicted),
    )


def likeness(gold: MentionView, predicted: MentionView) -> float:
    """Say how much speaks for two mentions telling one attack, 0 to 7."""
    total = 0.0
    if gold.type_words and predicted.type_words and same_words(gold.type_words, predicted.type_words):
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


def _tolls(mention: MentionView) -> set[tuple[str | None, int | None, int | None]]:
    rows = mention.casualties
    return {(row.outcome, row.low, row.high) for row in rows if row.low is not None or row.high is not None}
