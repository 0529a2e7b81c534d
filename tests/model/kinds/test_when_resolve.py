"""Resolving: which day, month or clock time the wording means for a given day of publication."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.model.kinds.when import Anchor, When, at_publication, combine, find_times, resolve_time

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
FRIDAY = date(2019, 12, 27)


def when(text: str, published: str | None = "2019-12-28", last: str | None = None, tense: str = "past") -> When:
    """Resolve the only expression of a text."""
    [expr] = find_times(text)
    anchor = Anchor(
        date.fromisoformat(published) if published else None, last=date.fromisoformat(last) if last else None
    )
    return resolve_time(expr, anchor, tense="future" if tense == "future" else "past")


def days(value: When) -> str:
    """Write the days of a value as one word."""
    if value.start is None or value.end is None:
        return "none"
    return str(value.start) if value.start == value.end else f"{value.start}..{value.end}"


@pytest.mark.parametrize("offset", range(7))
@pytest.mark.parametrize("weekday", WEEKDAYS)
def test_weekday_is_the_last_one_not_after_publication(weekday: str, offset: int) -> None:
    published = FRIDAY + timedelta(days=offset)
    found = when(f"on {weekday}", str(published)).start
    assert found is not None
    assert found.weekday() == WEEKDAYS.index(weekday)
    assert published - timedelta(days=6) <= found <= published


@pytest.mark.parametrize(
    ("text", "published", "expected", "precision"),
    [
        ("on Friday", "2019-12-27", "2019-12-27", "day"),
        ("last Friday", "2019-12-27", "2019-12-20", "day"),
        ("next Friday", "2019-12-27", "2020-01-03", "day"),
        ("last Saturday", "2019-09-19", "2019-09-14", "day"),
        ("Friday night", "2019-12-28", "2019-12-27", "part-of-day"),
        ("late on Sunday", "2019-12-28", "2019-12-22", "part-of-day"),
        ("Sunday's attack", "2019-12-28", "2019-12-22", "day"),
        ("on Saturday and Sunday", "2019-12-31", "2019-12-28..2019-12-29", "range"),
        ("on the night of Monday to Tuesday", "2019-01-04", "2018-12-31..2019-01-01", "part-of-day"),
        ("in the night to Sunday", "2024-07-28", "2024-07-27..2024-07-28", "part-of-day"),
        ("Monday last week", "2019-12-28", "2019-12-16", "day"),
        ("today", "2019-12-28", "2019-12-28", "day"),
        ("yesterday", "2019-12-28", "2019-12-27", "day"),
        ("tonight", "2019-12-28", "2019-12-28", "part-of-day"),
        ("last night", "2019-12-28", "2019-12-27", "part-of-day"),
        ("this morning", "2019-12-28", "2019-12-28", "part-of-day"),
        ("overnight", "2019-12-28", "2019-12-27..2019-12-28", "part-of-day"),
        ("earlier in the day", "2019-12-28", "2019-12-28", "part-of-day"),
        ("two days ago", "2019-12-28", "2019-12-26", "day"),
        ("a week ago", "2025-02-07", "2025-01-27..2025-02-02", "week"),
        ("nine months ago", "2025-02-01", "2024-05-01..2024-05-31", "month"),
        ("last week", "2020-01-06", "2019-12-30..2020-01-05", "week"),
        ("last week", "2025-09-14", "2025-09-01..2025-09-07", "week"),
        ("last month", "2020-01-06", "2019-12-01..2019-12-31", "month"),
        ("earlier this month", "2019-12-28", "2019-12-01..2019-12-28", "month"),
        ("last year", "2019-12-28", "2018-01-01..2018-12-31", "year"),
        ("over the past 24 hours", "2019-12-28", "2019-12-27..2019-12-28", "day"),
        ("over the past week", "2025-03-01", "2025-02-22..2025-03-01", "week"),
        ("over the weekend", "2019-12-31", "2019-12-28..2019-12-29", "range"),
        ("in November", "2019-12-28", "2019-11-01..2019-11-30", "month"),
        ("in December", "2019-12-28", "2019-12-01..2019-12-28", "month"),
        ("in early November", "2019-12-28", "2019-11-01..2019-11-10", "month"),
        ("mid-March", "2020-01-28", "2019-03-11..2019-03-20", "month"),
        ("since October", "2019-12-28", "2019-10-01..2019-12-28", "range"),
        ("last August", "2022-07-20", "2021-08-01..2021-08-31", "month"),
        ("in June of last year", "2024-08-05", "2023-06-01..2023-06-30", "month"),
        ("December 3", "2019-12-28", "2019-12-03", "day"),
        ("Dec. 29", "2019-12-28", "2019-12-29", "day"),
        ("Dec. 30", "2019-12-28", "2018-12-30", "day"),
        ("Jan. 3", "2020-12-24", "2020-01-03", "day"),
        ("February 29", "2019-12-28", "2016-02-29", "day"),
        ("Saturday, August 19", "2024-02-01", "2023-08-19", "day"),
        ("3 December 2018", "2019-12-28", "2018-12-03", "day"),
        ("12/25/2019", "2019-12-28", "2019-12-25", "day"),
        ("25.12.2019", "2019-12-28", "2019-12-25", "day"),
        ("3/12/2019", "2019-12-28", "2019-01-01..2019-12-28", "year"),
        ("2019-12-27", None, "2019-12-27", "day"),
        ("the night of 3-4 December", "2019-12-28", "2019-12-03..2019-12-04", "part-of-day"),
        ("between 3 and 5 May", "2019-12-28", "2019-05-03..2019-05-05", "range"),
        ("from June 3 to July 7", "2019-12-28", "2019-06-03..2019-07-07", "range"),
        ("in the first week of May 2018", None, "2018-05-01..2018-05-07", "range"),
        ("in 2018", "2019-12-28", "2018-01-01..2018-12-31", "year"),
        ("in 2025", "2025-06-02", "2025-01-01..2025-06-02", "year"),
        ("in the summer of 2018", "2019-12-28", "2018-06-01..2018-08-31", "range"),
        ("Palm Sunday", "2025-04-13", "2025-04-13", "day"),
        ("on Friday", None, "none", "day"),
        ("On Jan. 8", None, "none", "day"),
        ("for two hours", "2019-12-28", "none", "unknown"),
        ("490 BC", "2019-12-28", "none", "year"),
    ],
)  # fmt: skip
def test_ties_wording_to_the_calendar(text: str, published: str | None, expected: str, precision: str) -> None:
    value = when(text, published)
    assert (days(value), value.precision) == (expected, precision)
    assert value.validate() == []


@pytest.mark.parametrize(
    ("text", "last", "expected"),
    [
        ("the day before", "2019-12-20", "2019-12-19"),
        ("the previous day", "2019-12-20", "2019-12-19"),
        ("two days earlier", "2019-12-20", "2019-12-18"),
        ("the following day", "2019-12-20", "2019-12-21"),
        ("four days after the raid", "2019-12-20", "2019-12-24"),
        ("the same night", "2019-12-20", "2019-12-20"),
        ("four days after the raid", None, "none"),
        ("the following day", None, "none"),
        ("the day before", None, "2019-12-27"),
    ],
)
def test_leans_on_the_date_last_spoken_of(text: str, last: str | None, expected: str) -> None:
    assert days(when(text, last=last)) == expected


@pytest.mark.parametrize(
    ("text", "clock", "zone", "utc"),
    [
        ("7:20 pm on Friday", "19:20", None, None),
        ("12:05 a.m. on Friday", "00:05", None, None),
        ("at noon on Friday at 12:10 pm", "12:10", None, None),
        ("2220 GMT on Friday", "22:20", "GMT", "2019-12-27T22:20Z"),
        ("4am EST on Friday", "04:00", "EST", "2019-12-27T09:00Z"),
        ("7:20 pm (1620 GMT) on Friday", "19:20", None, "2019-12-27T16:20Z"),
        ("1:20 am (2220 GMT) on Friday", "01:20", None, "2019-12-26T22:20Z"),
        ("at eight o'clock on Friday evening", "20:00", None, None),
    ],
)
def test_reads_clock_times(text: str, clock: str, zone: str | None, utc: str | None) -> None:
    value = when(text)
    assert (value.time_local, value.tz, value.utc, value.precision) == (clock, zone, utc, "minute")
    assert value.start == FRIDAY


def test_future_tense_lets_dates_follow_publication() -> None:
    assert days(when("on January 5", tense="future")) == "2020-01-05"
    assert days(when("on Tuesday", tense="future")) == "2019-12-31"


@pytest.mark.parametrize(
    ("text", "basis"), [("on Friday", "relative"), ("on Friday, Dec. 27", "explicit"), ("for two days", "none")]
)
def test_says_what_the_value_rests_on(text: str, basis: str) -> None:
    assert when(text).basis == basis


def test_combine_puts_a_later_clock_time_on_the_day() -> None:
    clock = when("at 7:20 pm (1620 GMT)")
    assert (clock.start, clock.utc) == (None, "T16:20Z")
    joined = combine(when("on Friday"), clock)
    assert (joined.start, joined.time_local, joined.utc, joined.text) == (
        FRIDAY,
        "19:20",
        "2019-12-27T16:20Z",
        "on Friday",
    )


def test_combine_leaves_months_and_times_already_given() -> None:
    clock = when("at 5 pm")
    month, timed = when("in November"), when("on Friday at 3 pm")
    assert combine(month, clock) == month
    assert combine(timed, clock) == timed
    assert combine(at_publication(FRIDAY), clock).basis == "publication"


WORDS = st.sampled_from(
    "on in at the of Friday Sunday night early late 3 29 31 2019 9999 February May October 7:20 pm GMT to and last "
    "next previous past week weekend day days month years century two hundred a ago before after since overnight today "
    "first second spring 490 BC 1990s - , /".split()
)


@given(
    st.lists(WORDS, max_size=12).map(" ".join),
    st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)),
    st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1)),
)
def test_any_wording_resolves_to_a_sound_value_twice_the_same(
    text: str, published: date | None, last: date | None
) -> None:
    for expr in find_times(text):
        value = resolve_time(expr, Anchor(published, last=last))
        assert value.validate() == []
        assert value == resolve_time(expr, Anchor(published, last=last))
        assert When.from_json(value.to_json()) == value
