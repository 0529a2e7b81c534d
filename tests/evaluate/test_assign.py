"""Pairing is one to one and greatest in total, not greedy."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.evaluate.assign import pair_best


def pair_table(table, least=1.0):
    width = len(table[0]) if table else 0
    return pair_best(range(len(table)), range(width), lambda a, b: table[a][b], least)


def test_the_best_single_pair_is_given_up_for_the_better_total():
    assert pair_table([[5, 4], [4, 1]]) == [(0, 1), (1, 0)]


def test_pairs_below_the_least_stay_apart():
    assert pair_table([[3, 0.9], [0.9, 0.9]]) == [(0, 0)]


@pytest.mark.parametrize(("table", "pairs"), [([[1, 2, 3]], [(0, 2)]), ([[1], [2], [3]], [(2, 0)])])
def test_sides_of_unequal_length(table, pairs):
    assert pair_table(table) == pairs


def test_nothing_pairs_with_nothing():
    assert pair_best([], [1], lambda *_: 1.0, 1.0) == []
    assert pair_best([1], [], lambda *_: 1.0, 1.0) == []


tables = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(st.integers(0, 6), min_size=width, max_size=width), min_size=1, max_size=4)
)


@given(tables)
def test_the_total_equals_that_of_trying_everything(table):
    found = pair_table(table)
    assert len({a for a, _ in found}) == len({b for _, b in found}) == len(found)
    tall = len(table) > len(table[0])
    rows = [list(column) for column in zip(*table, strict=True)] if tall else table
    best = max(sum(row[j] for row, j in zip(rows, order, strict=False)) for order in permutations(range(len(rows[0]))))
    assert sum(table[a][b] for a, b in found) == best
