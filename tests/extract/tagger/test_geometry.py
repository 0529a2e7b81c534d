"""Windows over long reports and the features of a pair of pieces."""

from itertools import pairwise

import pytest

from tocsin.extract.tagger.geometry import DISTANCES, WINDOW, pair_features, windows


@pytest.mark.parametrize("n", [1, WINDOW, WINDOW + 1, 600, 1021, 5000])
def test_kept_stretches_tile_a_report_of_any_length(n):
    cut = windows(n)
    assert cut[0].keep_from == 0
    assert cut[-1].keep_to == n
    assert all(a.keep_to == b.keep_from for a, b in pairwise(cut))
    assert all(w.start <= w.keep_from < w.keep_to <= w.end <= n for w in cut)
    assert all(w.end - w.start <= WINDOW for w in cut)


def test_each_kept_token_has_context_on_both_sides_inside_a_long_report():
    cut = windows(3000)
    assert all(w.keep_from - w.start >= 50 for w in cut[1:])
    assert all(w.end - w.keep_to >= 50 for w in cut[:-1])


def test_pair_features_say_which_goal_stands_nearest_before_and_after():
    goals = [(0, 1), (20, 21), (60, 61)]
    rows = pair_features([(30, 32)], goals, breaks=[0, 18, 50])
    assert rows.shape == (3, len(DISTANCES) + 5)
    nearest_before, nearest_after = rows[:, -3], rows[:, -2]
    assert nearest_before.tolist() == [0, 1, 0]
    assert nearest_after.tolist() == [0, 0, 1]
    assert rows[:, -4].tolist() == [0, 1, 0]  # only the second stands in the sentence of tokens 18 to 49
    assert rows[:, -1].tolist() == [1, 0, 0]
    assert (rows[:, : len(DISTANCES)].sum(axis=1) == 1).all()


def test_overlap_is_told_apart_from_mere_nearness():
    inside, beside = pair_features([(5, 9)], [(7, 8), (10, 12)], breaks=[0])
    assert (inside[-5], beside[-5]) == (1, 0)
