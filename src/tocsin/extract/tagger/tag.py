"""Run the tagger over a report and group what it finds: one attack a trigger, with the pieces linked to it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from tocsin.extract.tagger import labels
from tocsin.extract.tagger.decode import FoundPiece, find_pieces

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tocsin.extract.tagger.network import Encoded, TaggerNetwork

THRESHOLD = 0.4
"""A token belongs to a piece from this probability on; what a field needs beyond it is for the caller to say."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the report as half-open code-point offsets, with the likeliest class of each facet."""

    label: str
    start: int
    end: int
    confidence: float
    classes: dict[str, str] = field(default_factory=dict)
    odds: dict[str, dict[str, float]] = field(default_factory=dict)


@dataclass(frozen=True)
class Tagged:
    """All that the tagger says of one report.

    ``links[name][(a, b)]`` is the probability of a link between two pieces, by their places in ``pieces``.
    """

    relevance: float
    pieces: tuple[Piece, ...]
    links: dict[str, dict[tuple[int, int], float]]
    encoded: Encoded | None = None

    def support(self, label: str, start: int, end: int) -> float:
        """Say how surely some words are of a kind: the best probability of a wordpiece among them; 0 where untold."""
        if self.encoded is None or end <= start:
            return 0.0
        offsets = self.encoded.offsets
        first = bisect_right(offsets, start, key=lambda o: o[1])
        last = bisect_left(offsets, end, key=lambda o: o[0])
        column = labels.PIECES.index(label)
        return float(1.0 - self.encoded.tags[first:last, column, 0].min()) if first < last else 0.0

    def of(self, label: str) -> list[int]:
        """Give the places of the pieces of one kind."""
        return [n for n, p in enumerate(self.pieces) if p.label == label]

    def best(self, link: str, piece: int) -> tuple[int, float] | None:
        """Give the likeliest goal of a link from a piece and its probability; None where there is none at all."""
        return self._best.get((link, piece))

    @cached_property
    def _best(self) -> dict[tuple[str, int], tuple[int, float]]:
        found: dict[tuple[str, int], tuple[int, float]] = {}
        for link, pairs in self.links.items():
            for (a, b), p in pairs.items():
                if p >= found.get((link, a), (0, -1.0))[1]:
                    found[link, a] = (b, p)
        return found


def tag_text(network: TaggerNetwork, text: str, threshold: float = THRESHOLD) -> Tagged:
    """Tag one report, of any length."""
    return group(network, network.encode(text), threshold)


def group(network: TaggerNetwork, encoded: Encoded, threshold: float = THRESHOLD) -> Tagged:
    """Read pieces, classes and links off an encoded report."""
    found = find_pieces(encoded.tags, threshold)
    if not found:
        return Tagged(encoded.relevance, (), {}, encoded)
    vectors = network.vectors(encoded, [(p.label, p.first, p.last) for p in found])
    odds: list[dict[str, dict[str, float]]] = [{} for _ in found]
    for facet, (label, classes) in labels.FACETS.items():
        having = [n for n, p in enumerate(found) if p.label == label]
        if having:
            for n, row in zip(having, network.classes(facet, vectors[having]), strict=True):
                odds[n][facet] = dict(zip(classes, row.tolist(), strict=True))
    pieces = tuple(_piece(p, encoded, o) for p, o in zip(found, odds, strict=True))
    return Tagged(encoded.relevance, pieces, _links(network, encoded, found, vectors), encoded)


def _piece(found: FoundPiece, encoded: Encoded, odds: dict[str, dict[str, float]]) -> Piece:
    start, end = encoded.offsets[found.first][0], encoded.offsets[found.last][1]
    likeliest = {facet: max(row, key=lambda k: row[k]) for facet, row in odds.items()}
    return Piece(found.label, start, end, found.confidence, likeliest, odds)


def _links(
    network: TaggerNetwork, encoded: Encoded, found: list[FoundPiece], vectors: NDArray[np.float32]
) -> dict[str, dict[tuple[int, int], float]]:
    breaks = [0, *(n + 1 for n, i in enumerate(encoded.ids) if i == network.stop)]
    spans = [(p.first, p.last) for p in found]
    links: dict[str, dict[tuple[int, int], float]] = {}
    for name, (sources, goal) in labels.LINKS.items():
        left = [n for n, p in enumerate(found) if p.label in sources.split()]
        right = [n for n, p in enumerate(found) if p.label == goal]
        if not left or not right:
            continue
        scores = network.links(
            name, vectors[left], vectors[right], [spans[n] for n in left], [spans[n] for n in right], breaks
        )
        links[name] = {(a, b): float(scores[i, j]) for i, a in enumerate(left) for j, b in enumerate(right) if a != b}
    return links
