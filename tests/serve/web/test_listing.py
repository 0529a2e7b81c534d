"""Incidents in a row: figures that hide no other figure, headlines in plain words."""

from __future__ import annotations

import pytest

from tocsin.model.incident import Count
from tocsin.serve.web.listing import headline, say_tally


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (Count(low=50, best=50, high=None, n_statements=2), "50 or more"),
        (Count(low=50, best=50, high=None, disputed=True, n_statements=2), "50 [50–…]"),
        (Count(low=50, best=None, high=None, n_statements=2), "50 or more"),
        (Count(low=None, best=None, high=30, n_statements=2), "up to 30"),
        (Count(low=0, best=0, high=0, n_statements=2), "0"),
        (Count(), "not stated"),
    ],
)
def test_or_more_is_said_only_where_nobody_says_otherwise(count, said):
    assert say_tally(count) == said


def test_a_headline_names_the_country_and_fits_the_place(ledger, rockets):
    assert headline(rockets).startswith("Rocket attack at Qasr Nahr")
    for one in ledger.incidents():
        told = headline(one)
        assert f"({one.where.value.country})" not in told if one.where.value and one.where.value.country else told
        if one.where.value and one.where.value.precision not in ("site", "near"):
            assert " at " not in told
