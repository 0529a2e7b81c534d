"""When wordings count as the same, and which rows are put side by side."""

from __future__ import annotations

import pytest

from tocsin.evaluate.compare import exact_words, pair_blame, pair_casualties, same_words
from tocsin.evaluate.shape import Blame, Casualty, Words


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        (Words("barracks", (10, 18)), Words("the Marsa barracks", (0, 18)), True),
        (Words("Odrava", (0, 6)), Words("Odrava", (90, 96)), True),  # the same name at another place
        (Words("the army"), Words("Army spokesman"), True),
        (Words("Odrava police"), Words("Odrava army"), False),  # one word in common is not one name
        (Words("US"), Words("US-led coalition"), False),
        (Words("army", (0, 4)), Words("navy", (4, 8)), False),  # side by side, not overlapping
        (Words("Council"), Words("he", None, ("City Council",)), True),  # by the name behind a pronoun
        (Words("the army’s"), Words("army"), True),
        (None, None, True),
        (Words("army"), None, False),
        (None, Words("army"), False),
    ],
)
def test_words_overlap(gold, predicted, same):
    assert same_words(gold, predicted) is same


def test_exact_words_forgive_articles_and_case_only():
    assert exact_words(Words("The Marsa barracks"), Words("Marsa Barracks"))
    assert not exact_words(Words("Marsa barracks", (0, 14)), Words("barracks", (6, 14)))


def casualty(outcome, low, group=None, span=None):
    words = Words("x", span) if span else None
    return Casualty(outcome, low, low, "exact", group, frozenset(), None, words, None)


def test_toll_rows_of_one_figure_are_told_apart_by_group():
    gold = (casualty("killed", 2, "military"), casualty("killed", 2, "police"))
    assert pair_casualties(gold, gold[::-1]) == [(0, 1), (1, 0)]


def test_toll_rows_pair_by_words_where_figures_differ_and_never_across_outcomes():
    gold = (casualty("killed", 3, span=(0, 9)), casualty("wounded", 5, span=(10, 20)))
    predicted = (casualty("killed", 5, span=(10, 20)), casualty("killed", 4, span=(5, 9)))
    assert pair_casualties(gold, predicted) == [(0, 1)]


def test_blame_rows_need_more_than_a_shared_stance():
    gold = (Blame("accused", "this_attack", Words("Grey Column", (0, 11)), Words("blamed", (20, 26)), None),)
    other = Blame("accused", "this_attack", Words("Red Band", (60, 68)), Words("held", (70, 74)), None)
    assert pair_blame(gold, (other,)) == []
    assert pair_blame(gold, (other, gold[0])) == [(0, 1)]
