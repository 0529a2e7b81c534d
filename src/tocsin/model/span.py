"""A piece of a report's text, by half-open code-point offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Point at words: ``report.text[start:end] == text`` always.

    Offsets are Unicode code points into the text as stored, half-open.
    """

    start: int
    end: int
    text: str

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def to_json(self) -> list[int]:
        """Give ``[start, end]``, as the contract writes spans."""
        return [self.start, self.end]


class Stretches:
    """Hold stretches of a text, so that asking whether one covers an offset does not go through them all."""

    __slots__ = ("_ends", "_starts", "first", "last")

    def __init__(self, regions: Iterable[tuple[int, int]]) -> None:
        """Sort half-open code-point regions and join those that overlap."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(r for r in regions if r[0] < r[1]):
            if self._ends and start <= self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], end)
            else:
                self._starts.append(start)
                self._ends.append(end)
        self.first = self._starts[0] if self._starts else 0
        self.last = self._ends[-1] if self._ends else 0

    def cover(self, offset: int) -> bool:
        """Tell whether an offset lies in one of them."""
        if not self.first <= offset < self.last:
            return False
        return offset < self._ends[bisect_right(self._starts, offset) - 1]


def cut(text: str, start: int, end: int) -> Span:
    """Cut a span out of a text, without the white space at its ends.

    Raises:
        ValueError: the offsets are not inside the text or leave nothing.
    """
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if not 0 <= start < end <= len(text):
        message = f"no text at [{start}, {end}) of {len(text)} characters"
        raise ValueError(message)
    return Span(start, end, text[start:end])
