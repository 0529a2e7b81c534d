"""The value: codes derived from it, how two of them compare and merge, and its JSON."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tocsin.errors import DataError
from tocsin.model.kinds.when import When, at_publication, compare, merge
from tocsin.model.kinds.when.holidays import easter, holiday_day

DAY = date(2019, 12, 27)


def span(first: str, last: str, precision: str = "range") -> When:
    """Build a value from two dates."""
    return When.from_json({"start": first, "end": last, "precision": precision})


@pytest.mark.parametrize(
    ("value", "acled", "ucdp"),
    [
        (When(DAY, DAY, "day"), 1, 1),
        (span("2019-12-27", "2019-12-28", "part-of-day"), 1, 1),
        (span("2019-12-28", "2019-12-29"), 2, 2),
        (span("2019-12-16", "2019-12-22", "week"), 2, 3),
        (span("2019-11-01", "2019-11-30", "month"), 3, 4),
        (span("2019-01-01", "2019-12-31", "year"), None, 5),
        (When(), None, 5),
    ],
)
def test_derives_precision_codes(value: When, acled: int | None, ucdp: int) -> None:
    assert (value.acled_time_precision, value.ucdp_date_prec) == (acled, ucdp)


def test_specificity_falls_with_every_vaguer_value() -> None:
    ladder = [
        replace(When(DAY, DAY, "minute"), time_local="19:20"),
        When(DAY, DAY, "part-of-day"),
        When(DAY, DAY, "day"),
        span("2019-12-16", "2019-12-22", "week"),
        span("2019-11-01", "2019-11-30", "month"),
        When(),
    ]
    grades = [value.specificity for value in ladder]
    assert grades == sorted(grades, reverse=True)
    assert len(set(grades)) == len(grades)


def test_comparison_is_symmetric_and_ordered() -> None:
    day, next_day = When(DAY, DAY, "day"), When(date(2019, 12, 28), date(2019, 12, 28), "day")
    far, month = When(date(2019, 12, 3), date(2019, 12, 3), "day"), span("2019-12-01", "2019-12-31", "month")
    assert compare(day, day) == (1.0, "the same day")
    assert compare(day, next_day) == compare(next_day, day) == (0.5, "on consecutive days")
    assert compare(day, far)[0] == 0.0
    assert compare(day, next_day)[0] < compare(day, month)[0] < 1.0
    assert compare(day, When())[0] == 0.5


def test_merge_keeps_the_narrower_day_and_takes_the_time() -> None:
    timed = When(DAY, DAY, "minute", time_local="19:20")
    month = span("2019-12-01", "2019-12-31", "month")
    assert merge(month, timed) == merge(timed, month) == timed
    assert merge(When(DAY, DAY, "day", text="on Friday"), timed) == timed


def test_json_goes_round_and_refuses_malformed_dates() -> None:
    value = When(DAY, DAY, "minute", "19:20", "Asia/Baghdad", "2019-12-27T16:20Z", "relative", "on Friday", None)
    assert When.from_json(value.to_json()) == value
    with pytest.raises(DataError) as caught:
        When.from_json({"start": "27 Dec", "end": None})
    assert caught.value.code == "E502"


@pytest.mark.parametrize(
    "value",
    [
        When(DAY, None, "day"),
        When(DAY, date(2019, 12, 1), "range"),
        When(DAY, DAY, "minute"),
        When(DAY, DAY, "minute", "7:20"),
        When(DAY, DAY, "minute", "19:20", None, "19:20"),
    ],
)
def test_validate_names_what_is_wrong(value: When) -> None:
    assert len(value.validate()) == 1


def test_shows_days_as_people_write_them() -> None:
    assert When(DAY, DAY, "minute", "19:20").show() == "27 Dec 2019, 19:20"
    assert span("2019-11-01", "2019-11-30", "month").show() == "Nov 2019"
    assert span("2018-01-01", "2018-12-31", "year").show() == "2018"
    assert When().show() == "time unknown"
    assert at_publication(None) == When()


@pytest.mark.parametrize(("year", "day"), [(2000, "04-23"), (2016, "03-27"), (2024, "03-31"), (2025, "04-20")])
def test_easter(year: int, day: str) -> None:
    assert easter(year) == date.fromisoformat(f"{year}-{day}")
    assert holiday_day("no such day", year) is None
