"""Local time, UTC and printed conversions."""

from __future__ import annotations

from datetime import date

import pytest

from tocsin.model.kinds.when import Anchor, When, find_times, resolve_time
from tocsin.resolve.times import DAY_MOVED, WRONG_CONVERSION, check_conversion, localise, zone_at

KIRKUK = (35.47, 44.39)
FRIDAY = date(2019, 12, 27)


def when(text: str) -> When:
    """Resolve the only expression of a text published on Saturday 28 December 2019."""
    [expr] = find_times(text)
    return resolve_time(expr, Anchor(date(2019, 12, 28)))


@pytest.mark.parametrize(
    ("lat", "lon", "zone"),
    [(35.47, 44.39, "Asia/Baghdad"), (6.45, 3.39, "Africa/Lagos"), (50.45, 30.52, "Europe/Kyiv")],
)
def test_finds_the_zone_of_a_place(lat: float, lon: float, zone: str) -> None:
    assert zone_at(lat, lon) == zone


def test_gives_utc_for_a_local_time() -> None:
    value, warnings = localise(when("on Friday at 7:20 pm"), *KIRKUK)
    assert (value.tz, value.utc, value.time_local, warnings) == ("Asia/Baghdad", "2019-12-27T16:20Z", "19:20", [])


def test_local_time_after_midnight_is_the_day_before_in_utc() -> None:
    assert localise(when("on Friday at 1:30 am"), *KIRKUK)[0].utc == "2019-12-26T22:30Z"


def test_warns_of_a_wrong_printed_conversion_and_keeps_the_local_time() -> None:
    value, warnings = localise(when("at 7:20 pm (2220 GMT) on Friday"), *KIRKUK)
    assert (value.time_local, value.utc, warnings) == ("19:20", "2019-12-27T16:20Z", [WRONG_CONVERSION])


def test_accepts_a_right_printed_conversion() -> None:
    assert localise(when("at 7:20 pm (1620 GMT) on Friday"), *KIRKUK)[1] == []


def test_moves_a_time_printed_in_gmt_to_the_clock_of_the_place() -> None:
    value, warnings = localise(when("at 2220 GMT on Friday"), *KIRKUK)
    assert (value.start, value.time_local, value.utc) == (date(2019, 12, 28), "01:20", "2019-12-27T22:20Z")
    assert warnings == [DAY_MOVED]
    assert localise(when("at 1620 GMT on Friday"), *KIRKUK)[0].time_local == "19:20"


def test_a_day_without_time_gets_only_the_zone() -> None:
    value, warnings = localise(when("on Friday"), *KIRKUK)
    assert (value.tz, value.utc, warnings) == ("Asia/Baghdad", None, [])


@pytest.mark.parametrize(
    ("local", "utc", "tz", "day", "warning"),
    [
        ("19:20", "16:20", "Asia/Baghdad", FRIDAY, None),
        ("19:20", "22:20", "Asia/Baghdad", FRIDAY, WRONG_CONVERSION),
        ("12:00", "11:00", "Europe/Paris", date(2019, 12, 27), None),
        ("12:00", "10:00", "Europe/Paris", date(2019, 7, 27), None),
        ("12:00", "11:00", "Europe/Paris", date(2019, 7, 27), WRONG_CONVERSION),
    ],
)
def test_checks_conversions_with_the_zone_rules_of_the_day(
    local: str, utc: str, tz: str, day: date, warning: str | None
) -> None:
    assert check_conversion(local, utc, tz, day) == warning
