"""Hold what comparing one field of one mention gives: how many right, and each wrong value beside what was due."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tocsin.evaluate.assign import left_over, pair_best
from tocsin.evaluate.shape import MentionView, Words


@dataclass(frozen=True, slots=True)
class Item:
    """Hold one value of a field in one mention, with the words that show it."""

    value: tuple[object, ...]
    words: Words | None = None

    def show(self) -> str:
        """Show the value on one line, its wording last."""
        parts = [_plain(part) for part in self.value if part is not None]
        shown = " · ".join(parts) or "(no figure)"
        wording = self.words.text if self.words else ""
        return f"{shown} “{wording}”" if wording and wording not in parts else shown


@dataclass(frozen=True, slots=True)
class Wrong:
    """Hold a missed value (``predicted`` None), a spurious one (``gold`` None), or one given instead of another."""

    gold: Item | None
    predicted: Item | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """Hold the result for one field: ``right`` values, and the wrong ones."""

    right: int = 0
    wrong: tuple[Wrong, ...] = ()

    @property
    def missed(self) -> int:
        """Count the gold values not given."""
        return sum(row.gold is not None for row in self.wrong)

    @property
    def spurious(self) -> int:
        """Count the given values that are not gold."""
        return sum(row.predicted is not None for row in self.wrong)

    def __add__(self, other: Outcome) -> Outcome:
        """Join the outcomes of two mentions."""
        return Outcome(self.right + other.right, self.wrong + other.wrong)


Items = Callable[[MentionView], Sequence[Item]]
Same = Callable[[Item, Item], bool]
Compare = Callable[[MentionView, MentionView], Outcome]
RowPairs = Sequence[tuple[Item | None, Item | None, bool]]


def same_value(gold: Item, predicted: Item) -> bool:
    """Say whether two items hold the same value, wording aside."""
    return gold.value == predicted.value


def by_items(items: Items, same: Same = same_value) -> Compare:
    """Compare two mentions' lists of values, paired one to one so that most are right."""

    def compare(gold: MentionView, predicted: MentionView) -> Outcome:
        due, given = items(gold), items(predicted)
        pairs = pair_best(due, given, lambda a, b: float(same(a, b)), least=1.0)
        left = [due[i] for i in left_over(len(due), (a for a, _ in pairs))]
        over = [given[j] for j in left_over(len(given), (b for _, b in pairs))]
        together = min(len(left), len(over))
        wrong = [Wrong(a, b) for a, b in zip(left, over, strict=False)]
        wrong += [Wrong(a, None) for a in left[together:]]
        wrong += [Wrong(None, b) for b in over[together:]]
        return Outcome(len(pairs), tuple(wrong))

    return compare


def by_rows(rows: Callable[[MentionView, MentionView], RowPairs]) -> Compare:
    """Compare a property of rows already paired: rows where neither side has it count nowhere."""

    def compare(gold: MentionView, predicted: MentionView) -> Outcome:
        found = [row for row in rows(gold, predicted) if row[0] is not None or row[1] is not None]
        return Outcome(sum(same for _, _, same in found), tuple(Wrong(a, b) for a, b, same in found if not same))

    return compare


def _plain(part: object) -> str:
    if isinstance(part, frozenset):
        return ", ".join(sorted(map(str, part)))
    if isinstance(part, tuple):
        low, high = part
        return f"{'?' if low is None else low}" if low == high else f"{_or(low, '?')} to {_or(high, '?')}"
    return part.text if isinstance(part, Words) else str(part)


def _or(value: object, default: str) -> str:
    return default if value is None else str(value)
