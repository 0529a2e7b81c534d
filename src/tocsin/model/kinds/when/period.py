"""A stretch of the calendar at its own grain (a day, a month, a season, a decade), and its first and last day.

Years are plain integers, negative before the common era, so that history fits; ``datetime.date`` comes in only at the
end, and gives None for years it cannot hold.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

Grain = Literal["day", "range", "week", "weekend", "month", "season", "half", "year", "decade", "century", "none"]

SEASON_MONTHS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season, northern and meteorological."""


@dataclass(frozen=True, slots=True)
class Period:
    """Name a stretch of the calendar.

    ``year``, ``month``, ``day`` name its first day as far as the grain goes (a week by its Monday, a weekend by its
    Saturday, a decade or century by its first year); ``last`` is the last day of a range; ``season`` is SP, SU, FA or
    WI; ``half`` is 1 or 2.
    """

    grain: Grain
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last: date | None = None
    season: str | None = None
    half: int | None = None


NOWHERE: Final = Period("none")


def on_day(day: date) -> Period:
    """Name one day."""
    return Period("day", day.year, day.month, day.day)


def day_range(first: date, last: date) -> Period:
    """Name the days from first to last; one day when they are equal."""
    if last <= first:
        return on_day(first)
    return Period("range", first.year, first.month, first.day, last)


def week_of(day: date) -> Period:
    """Name the Monday-to-Sunday week that holds a day."""
    monday = day - timedelta(days=day.weekday())
    return Period("week", monday.year, monday.month, monday.day)


def weekend_before(day: date) -> Period:
    """Name the last weekend whose Saturday is not after a day."""
    saturday = day - timedelta(days=(day.weekday() - 5) % 7)
    return Period("weekend", saturday.year, saturday.month, saturday.day)


def month_at(year: int, month: int) -> Period:
    """Name a month; months outside 1 to 12 carry into other years."""
    carried = year * 12 + month - 1
    return Period("month", carried // 12, carried % 12 + 1)


def real_date(year: int | None, month: int | None, day: int | None) -> date | None:
    """Build a date; None where it does not exist."""
    if year is None or month is None or day is None or not 1 <= year <= 9999 or not 1 <= month <= 12:
        return None
    return date(year, month, day) if 1 <= day <= monthrange(year, month)[1] else None


def bounds(period: Period, stage: str | None = None) -> tuple[date, date] | None:
    """Give the first and last day of a period; None where the calendar cannot hold it.

    A stage narrows months and years to thirds: early, mid, late.
    """
    year = period.year
    if year is None or year < 1:
        return None
    grain = period.grain
    if grain in {"day", "range", "week", "weekend"}:
        first = real_date(year, period.month, period.day)
        if first is None:
            return None
        length = {"week": 6, "weekend": 1}.get(grain, 0)
        return first, period.last or first + timedelta(days=length)
    if grain == "month":
        return _month_third(year, period.month or 1, stage)
    if grain == "season":
        start = SEASON_MONTHS[period.season or "SP"]
        return _months(year, start, 3)
    if grain == "half":
        return _months(year, 1 if period.half == 1 else 7, 6)
    if grain == "year":
        first_month, count = {"early": (1, 4), "mid": (5, 4), "late": (9, 4)}.get(stage or "", (1, 12))
        return _months(year, first_month, count)
    span = {"decade": 10, "century": 100}.get(grain)
    return (date(year, 1, 1), date(year + span - 1, 12, 31)) if span and year + span < 10000 else None


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    """Give first and last day of so many months."""
    last = month_at(year, month + count - 1)
    assert last.year is not None
    assert last.month is not None
    return date(year, month, 1), date(last.year, last.month, monthrange(last.year, last.month)[1])


def _month_third(year: int, month: int, stage: str | None) -> tuple[date, date]:
    """Give the days of a month, or of its early, middle or late third."""
    length = monthrange(year, month)[1]
    low, high = {"early": (1, 10), "mid": (11, 20), "late": (21, length)}.get(stage or "", (1, length))
    return date(year, month, low), date(year, month, high)
