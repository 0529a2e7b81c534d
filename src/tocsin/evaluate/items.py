"""Take out of a mention the values that a field compares, and pair the rows whose properties are compared."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from tocsin.evaluate.assign import left_over
from tocsin.evaluate.compare import exact_words, pair_blame, pair_casualties, pair_munitions, same_words
from tocsin.evaluate.outcome import Item, Items, RowPairs
from tocsin.evaluate.shape import Blame, Casualty, Kinded, MentionView, Munition, Words

RowT = TypeVar("RowT", Casualty, Munition, Blame)


def words_item(words: Words | None) -> list[Item]:
    """Give a wording as the one value, or no value."""
    return [Item((words.text,), words)] if words else []


def each_once(values: Iterable[object | None]) -> list[Item]:
    """Give each distinct known value once, in order."""
    return [Item((value,)) for value in dict.fromkeys(values) if value is not None]


def overlap(gold: Item, predicted: Item) -> bool:
    """Compare two items by overlap of words."""
    return same_words(gold.words, predicted.words)


def exact(gold: Item, predicted: Item) -> bool:
    """Compare two items by their words."""
    return exact_words(gold.words, predicted.words)


def date_of(mention: MentionView) -> list[Item]:
    """Give first and last day, where the text gives them."""
    if mention.start is None:
        return []
    return [Item((mention.start, mention.end), mention.date_words)]


def date_with_precision(mention: MentionView) -> list[Item]:
    """Give first day, last day and precision."""
    return [Item((*item.value, mention.precision), item.words) for item in date_of(mention)]


def kinds_of(rows: Iterable[Kinded]) -> list[Item]:
    """Give each kind once."""
    return each_once(row.kind for row in rows)


def wordings_of(rows: Iterable[Kinded]) -> list[Item]:
    """Give each row's wording."""
    return [item for row in rows for item in words_item(row.words)]


def toll_of(*outcomes: str, extra: Callable[[Casualty], tuple[object, ...]] = lambda _: ()) -> Items:
    """Make the items of a toll: outcome (where several are asked for), range, and what ``extra`` adds."""

    def items(mention: MentionView) -> list[Item]:
        return [
            Item(((row.outcome,) if len(outcomes) > 1 else ()) + (row.figure, *extra(row)), row.words)
            for row in mention.casualties
            if row.outcome in outcomes
        ]

    return items


ALL_OUTCOMES = ("killed", "wounded", "missing", "abducted", "arrested")


def tolls_with_speaker(mention: MentionView) -> list[Item]:
    """Give outcome, range and speaker of each toll row."""
    return list(toll_of(*ALL_OUTCOMES, extra=lambda row: (row.speaker,))(mention))


def last_by_words(gold: Item, predicted: Item) -> bool:
    """Compare all but the last part by value, and the last by overlap of words (none equals none)."""
    *first, last = gold.value
    *other, mine = predicted.value
    return first == other and same_words(_as_words(last), _as_words(mine))


def _as_words(value: object) -> Words | None:
    return value if isinstance(value, Words) else None


def munitions_with(*parts: str) -> Items:
    """Make the items of counts of rounds: range, and the named parts of the row."""

    def items(mention: MentionView) -> list[Item]:
        return [
            Item(((row.low, row.high), *(getattr(row, part) for part in parts)), row.words) for row in mention.munitions
        ]

    return items


def blames_of(mention: MentionView) -> list[Item]:
    """Give stance and actor of each row."""
    return [Item((row.stance, row.actor), row.words) for row in mention.responsibility]


def blames_with_scope(mention: MentionView) -> list[Item]:
    """Give stance, scope and actor of each row."""
    return [Item((row.stance, row.scope, row.actor), row.words) for row in mention.responsibility]


def actors_of(mention: MentionView) -> list[Item]:
    """Give each row's actor, where it names one."""
    return [item for row in mention.responsibility for item in words_item(row.actor)]


def accusations_of(mention: MentionView) -> list[Item]:
    """List who is accused or suspected, of which attacks: what may never slip from one attack to another."""
    rows = (row for row in mention.responsibility if row.stance in ("accused", "suspected"))
    return [Item((row.scope, row.actor), row.words) for row in rows]


def no_one_blamed(mention: MentionView) -> list[Item]:
    """Give the rows that pointedly name no one."""
    return [
        Item((row.stance,), row.words) for row in mention.responsibility if row.stance in ("unclaimed", "not_blamed")
    ]


def _paired(
    gold: tuple[RowT, ...],
    predicted: tuple[RowT, ...],
    pair: Callable[[tuple[RowT, ...], tuple[RowT, ...]], list[tuple[int, int]]],
) -> list[tuple[RowT | None, RowT | None]]:
    """Pair rows and keep those left over, so that what they say still counts."""
    pairs = pair(gold, predicted)
    found: list[tuple[RowT | None, RowT | None]] = [(gold[a], predicted[b]) for a, b in pairs]
    found += [(gold[i], None) for i in left_over(len(gold), (a for a, _ in pairs))]
    found += [(None, predicted[j]) for j in left_over(len(predicted), (b for _, b in pairs))]
    return found


def speaker_rows(gold: MentionView, predicted: MentionView) -> RowPairs:
    """Pair who is credited, row by row."""
    tolls = _paired(gold.casualties, predicted.casualties, pair_casualties)
    rounds = _paired(gold.munitions, predicted.munitions, pair_munitions)
    blames = _paired(gold.responsibility, predicted.responsibility, pair_blame)
    return [
        *(_speaker_pair(a, b) for a, b in tolls),
        *(_speaker_pair(a, b) for a, b in rounds),
        *(_speaker_pair(a, b) for a, b in blames),
    ]


def _speaker_pair(
    gold: Casualty | Munition | Blame | None, predicted: Casualty | Munition | Blame | None
) -> tuple[Item | None, Item | None, bool]:
    due, given = gold.speaker if gold else None, predicted.speaker if predicted else None
    return _speaker_item(due, gold), _speaker_item(given, predicted), same_words(due, given)


def _speaker_item(speaker: Words | None, row: Casualty | Munition | Blame | None) -> Item | None:
    return Item((speaker.text,), row.words if row else speaker) if speaker else None


def named_speakers(mention: MentionView) -> list[Item]:
    """Give each speaker once, whatever row names it."""
    found: list[Words] = []
    for speaker in (
        *(row.speaker for row in mention.casualties),
        *(row.speaker for row in mention.munitions),
        *(row.speaker for row in mention.responsibility),
    ):
        if speaker and not any(same_words(speaker, known) for known in found):
            found.append(speaker)
    return [Item((words.text,), words) for words in found]


def nationality_rows(gold: MentionView, predicted: MentionView) -> RowPairs:
    """Pair the nationalities of toll rows."""
    rows = _paired(gold.casualties, predicted.casualties, pair_casualties)
    return [
        (
            Item((a.nationality,), a.words) if a and a.nationality else None,
            Item((b.nationality,), b.words) if b and b.nationality else None,
            bool(a and b and a.nationality == b.nationality),
        )
        for a, b in rows
    ]


def part_rows(gold: MentionView, predicted: MentionView) -> RowPairs:
    """Pair toll rows that are parts of a total; right where the totals are paired too."""
    pairs = dict(pair_casualties(gold.casualties, predicted.casualties))
    taken = set(pairs.values())
    found: list[tuple[Item | None, Item | None, bool]] = []
    for i, row in enumerate(gold.casualties):
        j = pairs.get(i)
        mine = predicted.casualties[j] if j is not None else None
        total = mine.part_of if mine else None
        same = row.part_of is not None and total is not None and pairs.get(row.part_of) == total
        found.append((_part_item(row, gold), _part_item(mine, predicted), same))
    found += [(None, _part_item(b, predicted), False) for j, b in enumerate(predicted.casualties) if j not in taken]
    return found


def _part_item(row: Casualty | None, mention: MentionView) -> Item | None:
    if row is None or row.part_of is None:
        return None
    total = mention.casualties[row.part_of] if 0 <= row.part_of < len(mention.casualties) else None
    return Item((row.figure, "part of", total.figure if total else (None, None)), row.words)
