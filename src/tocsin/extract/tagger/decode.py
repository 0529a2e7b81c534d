"""Read pieces of text off tag probabilities."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tocsin.extract.tagger.labels import PIECES


@dataclass(frozen=True, slots=True)
class FoundPiece:
    """A stretch of tokens, ``first`` to ``last`` inclusive; ``confidence`` is the mean probability of its tokens."""

    label: str
    first: int
    last: int
    confidence: float


def find_pieces(probabilities: NDArray[np.float32], threshold: float) -> list[FoundPiece]:
    """Find pieces in tag probabilities of shape ``(tokens, kinds of piece, 3)``, ordered by kind and place.

    A token belongs to a piece when it is outside with a probability of at most ``1 - threshold``; a piece ends where
    the tokens do, or where the next is likelier to begin a piece than to go on with one.
    """
    inside = 1.0 - probabilities[:, :, 0]
    begins = probabilities[:, :, 1] > probabilities[:, :, 2]
    found = []
    for column, label in enumerate(PIECES):
        wanted = np.flatnonzero(inside[:, column] >= threshold)
        first = last = -2
        for token in wanted.tolist():
            if token == last + 1 and not begins[token, column]:
                last = token
                continue
            if first >= 0:
                found.append(_make(label, column, first, last, inside))
            first = last = token
        if first >= 0:
            found.append(_make(label, column, first, last, inside))
    return found


def _make(label: str, column: int, first: int, last: int, inside: NDArray[np.float32]) -> FoundPiece:
    return FoundPiece(label, first, last, float(inside[first : last + 1, column].mean()))
