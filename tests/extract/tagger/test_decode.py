"""Reading pieces off tag probabilities."""

import numpy as np

from tocsin.extract.tagger.decode import find_pieces
from tocsin.extract.tagger.labels import PIECES


def tags(n, marks):
    """Make probabilities of n tokens; ``marks[label]`` is a string of O, B and I."""
    out = np.zeros((n, len(PIECES), 3), np.float32)
    out[:, :, 0] = 0.98
    out[:, :, 1:] = 0.01
    for label, line in marks.items():
        for token, tag in enumerate(line):
            out[token, PIECES.index(label)] = {"O": (0.9, 0.05, 0.05), "B": (0.1, 0.8, 0.1), "I": (0.1, 0.1, 0.8)}[tag]
    return out


def spans(found):
    return [(p.label, p.first, p.last) for p in found]


def test_pieces_of_several_kinds_may_overlap():
    found = find_pieces(tags(5, {"casualty": "OBIIO", "place": "OOOBI"}), 0.5)
    assert spans(found) == [("place", 3, 4), ("casualty", 1, 3)]


def test_a_token_that_begins_anew_ends_the_piece_before_it():
    assert spans(find_pieces(tags(4, {"weapon": "BIBI"}), 0.5)) == [("weapon", 0, 1), ("weapon", 2, 3)]


def test_a_piece_may_open_without_a_begin_tag():
    assert spans(find_pieces(tags(3, {"speaker": "OII"}), 0.5)) == [("speaker", 1, 2)]


def test_confidence_is_the_mean_probability_of_not_being_outside():
    (piece,) = find_pieces(tags(3, {"when": "BIO"}), 0.5)
    assert abs(piece.confidence - 0.9) < 1e-6


def test_a_higher_threshold_finds_less():
    assert find_pieces(tags(2, {"when": "BI"}), 0.95) == []
