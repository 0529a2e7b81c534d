"""Group reports into witnesses: near-copies of one text are one witness (docs/decisions/0003)."""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sketch:
    """Hold the hashed word shingles of a report: sorted, distinct, 32 bits each.

    ``words`` hashes the text with case and punctuation folded: for texts too short for shingles.
    """

    shingles: tuple[int, ...]
    words: int

    def to_bytes(self) -> bytes:
        """Pack the shingles, four bytes each."""
        return array("I", self.shingles).tobytes()

    @classmethod
    def from_bytes(cls, packed: bytes, words: int) -> Sketch:
        """Unpack what ``to_bytes`` packed."""
        shingles = array("I")
        shingles.frombytes(packed)
        return cls(tuple(shingles), words)


@dataclass(frozen=True, slots=True)
class Copy:
    """Say that two reports print one text: likeness 0 to 1, and by which measure."""

    report: str
    of: str
    score: float
    measure: str


def group_witnesses(reports: Iterable[str], copies: Iterable[Copy]) -> tuple[tuple[str, ...], ...]:
    """Group report ids into witnesses: the connected pairs; each group and the list sorted.

    >>> group_witnesses(["r1", "r2", "r3"], [Copy("r2", "r1", 0.9, "jaccard")])
    (('r1', 'r2'), ('r3',))
    """
    parent = {r: r for r in reports}

    def root(report: str) -> str:
        while parent[report] != report:
            parent[report] = parent[parent[report]]
            report = parent[report]
        return report

    for copy in copies:
        if copy.report in parent and copy.of in parent:
            one, two = sorted((root(copy.report), root(copy.of)))
            parent[two] = one
    groups: dict[str, list[str]] = {}
    for report in sorted(parent):
        groups.setdefault(root(report), []).append(report)
    return tuple(sorted(tuple(group) for group in groups.values()))
