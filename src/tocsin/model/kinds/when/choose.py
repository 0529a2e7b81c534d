"""Choose the stretch of the calendar an expression names.

A weekday is the last one not after publication, the same day included; a date without a year takes the year that puts
it nearest before publication. Without a day of publication the date last spoken of stands in for it, and dates without
a year move forward from there, as narratives do.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from tocsin.model.kinds.when.anchor import Anchor, Tense
from tocsin.model.kinds.when.expression import Parts, TimeExpression
from tocsin.model.kinds.when.holidays import holiday_day
from tocsin.model.kinds.when.lean import find_relative
from tocsin.model.kinds.when.period import NOWHERE, Period, bounds, day_range, on_day, real_date


def locate(expr: TimeExpression, anchor: Anchor, tense: Tense = "past") -> Period:
    """Choose the stretch of the calendar an expression names; ``NOWHERE`` when it cannot be tied."""
    try:
        return _locate(expr, anchor, tense)
    except (OverflowError, ValueError):
        return NOWHERE  # "900,000 days ago" leaves the calendar that dates can hold


def _locate(expr: TimeExpression, anchor: Anchor, tense: Tense) -> Period:
    """Send an expression to the rule for its most telling piece."""
    parts = expr.parts
    if expr.kind in {"duration", "age", "set", "vague"}:
        return NOWHERE
    if parts.written:
        return _written_period(parts.written)
    if parts.holiday:
        return _holiday(parts, anchor)
    if parts.deictic == "overnight" and (parts.day or parts.weekday is not None):
        return _night_of(_calendar(parts, anchor, tense) if parts.day else _weekday(parts, anchor, tense), anchor)
    if parts.deictic:
        return _deictic(parts, anchor)
    if parts.ordinal is not None and parts.unit and (parts.month or parts.year):
        return _within(parts, anchor, tense)
    if parts.month or parts.month2 or parts.day:
        return _calendar(parts, anchor, tense)
    if parts.weekday is not None:
        return _weekday(parts, anchor, tense)
    if parts.season or parts.year or parts.decade or parts.century:
        return _large(parts, anchor)
    if parts.which or parts.unit or parts.direction:
        return find_relative(expr, anchor)
    return NOWHERE


def _written_period(written: str) -> Period:
    """Read an ISO or slashed date; month first or day first only where the figures leave one reading."""
    if written[4:5] == "-":
        year, month, day = (int(figure) for figure in written[:10].split("-"))
        found = real_date(year, month, day)
        return on_day(found) if found else NOWHERE
    separator = "/" if "/" in written else "."
    first, second, year = (int(figure) for figure in written.split(separator))
    year += (2000 if year < 70 else 1900) if year < 100 else 0
    readings = {real_date(year, second, first)} | ({real_date(year, first, second)} if separator == "/" else set())
    dates = sorted(reading for reading in readings if reading)
    if len(dates) == 1:
        return on_day(dates[0])
    # Two readings: the month is not known, unless both fall in one.
    return Period("year", year) if dates else NOWHERE


def _holiday(parts: Parts, anchor: Anchor) -> Period:
    """Find a named day: the last one not after publication, or that of the year given."""
    base = anchor.published or anchor.last
    name = parts.holiday or ""
    if parts.year is not None:
        found = holiday_day(name, parts.year)
        return on_day(found) if found else NOWHERE
    if base is None:
        return NOWHERE
    days = [day for year in (base.year - 1, base.year) if (day := holiday_day(name, year)) and day <= base]
    return on_day(max(days)) if days else NOWHERE


_DEICTIC: Final = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": 0}


def _deictic(parts: Parts, anchor: Anchor) -> Period:
    """Count from the day of publication: today, yesterday, tonight, overnight."""
    base = anchor.published
    word = parts.deictic or ""
    if base is None:
        return NOWHERE
    if word == "overnight":
        return day_range(base - timedelta(days=1), base)
    offset = _DEICTIC[word] + {"before": -1, "after": 1}.get(parts.direction or "", 0)
    return on_day(base + timedelta(days=offset))


def _night_of(period: Period, anchor: Anchor) -> Period:
    """Read "overnight on Sunday": the night that ends on the day of publication, else the one that begins that day."""
    day = real_date(period.year, period.month, period.day)
    if period.grain != "day" or day is None:
        return period
    if day == anchor.published:
        return day_range(day - timedelta(days=1), day)
    return day_range(day, day + timedelta(days=1))


def _calendar(parts: Parts, anchor: Anchor, tense: Tense) -> Period:
    """Find a date or month, choosing a year where none is given."""
    month = parts.month or parts.month2
    if month is None:
        month = _open_month(parts, anchor)
    year = _open_year(parts, month, anchor, tense) if month else None
    if month is None or year is None:
        return NOWHERE
    if parts.day2 is not None or parts.month2 is not None:
        return _calendar_range(parts, year, month)
    if parts.day is None:
        if parts.half:
            return day_range(date(year, month, 1 if parts.half == 1 else 16), _month_end(year, month, parts.half))
        return Period("month", year, month)
    if year < 1:
        return Period("day", year, month, parts.day)
    found = real_date(year, month, parts.day)
    if found is None:
        return NOWHERE
    if parts.stage == "into":
        return day_range(found - timedelta(days=1), found)
    return on_day(found)


def _within(parts: Parts, anchor: Anchor, tense: Tense) -> Period:
    """Find "the first week of May", "the last two months of 2018": counted from the start or the end of the whole."""
    whole = Parts(year=parts.year, month=parts.month)
    span = bounds(_calendar(whole, anchor, tense) if parts.month else Period("year", parts.year))
    if span is None or parts.ordinal is None:
        return NOWHERE
    days = {"day": 1, "week": 7, "weekend": 7, "month": 31}.get(parts.unit or "")
    if days is None or (parts.unit == "month" and parts.month):
        return NOWHERE
    length = days * int(parts.amount or 1)
    if parts.ordinal < 0:
        return day_range(max(span[0], span[1] - timedelta(days=length - 1)), span[1])
    first = span[0] + timedelta(days=days * (parts.ordinal - 1))
    if first > span[1]:
        return NOWHERE
    return day_range(first, min(span[1], first + timedelta(days=length - 1)))


def _month_end(year: int, month: int, half: int) -> date:
    """Give the last day of the first or second half of a month."""
    return date(year, month, 15 if half == 1 else monthrange(year, month)[1])


def _calendar_range(parts: Parts, year: int, month: int) -> Period:
    """Find "3 to 7 June", "June 3 to July 7", "March to May"."""
    last_month = parts.month2 or month
    # A single year given stands at the far end; "December to March 2019" began the year before.
    last_year = parts.year2 or parts.year or year
    first_year = parts.year or (last_year - 1 if last_month < month else last_year)
    if parts.year is None and parts.year2 is None:
        first_year, last_year = year, year + (last_month < month)
    if not 1 <= first_year <= 9998 or not 1 <= last_year <= 9998:
        return NOWHERE
    first = real_date(first_year, month, parts.day or 1)
    last = real_date(last_year, last_month, parts.day2 or monthrange(last_year, last_month)[1])
    return day_range(first, last) if first and last and first <= last else NOWHERE


def _open_month(parts: Parts, anchor: Anchor) -> int | None:
    """Choose the month of a bare day: "the 20th", "the 28th of that month"."""
    base = anchor.last or anchor.published
    if base is None or parts.day is None:
        return None
    if anchor.last is None and parts.day > base.day:
        return (base.month - 2) % 12 + 1
    return base.month


_YEAR_SHIFT: Final = {"last": -1, "previous": -1, "next": 1, "following": 1, "past": -1}


def _open_year(parts: Parts, month: int, anchor: Anchor, tense: Tense) -> int | None:
    """Choose the year of a date or month; a printed weekday helps to choose."""
    if parts.year is not None or parts.year2 is not None:
        return parts.year if parts.year is not None else parts.year2
    base = anchor.published or anchor.last
    if base is None:
        return None
    if parts.unit == "year" and parts.which:
        leaning = anchor.last or base if parts.which in {"that", "same", "previous", "following"} else base
        return leaning.year + _YEAR_SHIFT.get(parts.which, 0)
    if parts.which in {"last", "past", "previous"} and parts.day is None:
        return base.year if month < base.month else base.year - 1
    if parts.which == "next" and parts.day is None:
        return base.year if month > base.month else base.year + 1
    if anchor.published is None:
        return _narrative_year(month, parts.day or 1, base)
    return _nearest_year(parts, month, base, tense)


def _nearest_year(parts: Parts, month: int, published: date, tense: Tense) -> int | None:
    """Choose the year that puts a date nearest before publication (or after it, in the future tense).

    One day of grace: a report published late in the evening elsewhere may name the next day's date.
    """
    day = parts.day or parts.day2 or 1
    years = [published.year + shift for shift in (-4, -3, -2, -1, 0, 1)]
    dates = [found for year in years if (found := real_date(year, month, day))]
    if parts.weekday is not None and parts.day is not None and parts.weekday2 is None:
        dates = [found for found in dates if found.weekday() == parts.weekday] or dates
    if tense == "future":
        ahead = [found for found in dates if found >= published.replace(day=1 if parts.day is None else published.day)]
        if ahead:
            return min(ahead).year
    past = [found for found in dates if found <= published + timedelta(days=1)]
    return max(past).year if past else None


def _narrative_year(month: int, day: int, last: date) -> int:
    """Choose the year of a date in a narrative: near the date last spoken of, rather ahead of it than behind."""
    best = last.year
    costs = {}
    for year in (last.year - 1, last.year, last.year + 1):
        found = real_date(year, month, min(day, 28))
        if found:
            apart = (found - last).days
            costs[year] = apart if apart >= 0 else -apart * NARRATIVE_BACKWARD
    return min(costs, key=lambda year: costs[year]) if costs else best


NARRATIVE_BACKWARD: Final = 2
"""How much dearer a step back is than a step ahead, so that a date may lie up to four months behind the last one.

Swept 1, 1.5, 2, 3 on WikiWars: value F1 .855, .862, .863, .862.
"""


def _weekday(parts: Parts, anchor: Anchor, tense: Tense) -> Period:
    """Find a weekday: the last one not after publication, the same day included."""
    base = anchor.published
    day = parts.weekday or 0
    if base is None:
        if anchor.last is None:
            return NOWHERE
        return on_day(anchor.last + timedelta(days=(day - anchor.last.weekday()) % 7))
    if parts.unit == "week":
        shift = {"last": -7, "past": -7, "previous": -7, "next": 7, "coming": 7, "following": 7}.get(
            parts.which or "", 0
        )
        return on_day(base - timedelta(days=base.weekday()) + timedelta(days=shift + day))
    if parts.which == "following" and anchor.last is not None:
        return on_day(anchor.last + timedelta(days=(day - anchor.last.weekday() - 1) % 7 + 1))
    if parts.which in {"last", "previous"}:
        found = base - timedelta(days=(base.weekday() - day - 1) % 7 + 1)
    elif parts.which in {"next", "coming", "following"}:
        found = base + timedelta(days=(day - base.weekday() - 1) % 7 + 1)
    elif tense == "future":
        found = base + timedelta(days=(day - base.weekday()) % 7)
    else:
        found = base - timedelta(days=(base.weekday() - day) % 7)
    if parts.weekday2 is not None:
        length = (parts.weekday2 - day) % 7
        if tense == "past" and found + timedelta(days=length) > base:
            found -= timedelta(days=7)
        return day_range(found, found + timedelta(days=length))
    if parts.stage == "into":
        return day_range(found - timedelta(days=1), found)
    return on_day(found)


def _large(parts: Parts, anchor: Anchor) -> Period:
    """Find a year, half-year, season, decade or century."""
    if parts.season:
        year = parts.year if parts.year is not None else _season_year(parts, anchor)
        return Period("season", year, season=parts.season) if year is not None else NOWHERE
    if parts.year is not None and parts.year2 is not None:
        if 1 <= parts.year <= parts.year2 <= 9999:
            return day_range(date(parts.year, 1, 1), date(parts.year2, 12, 31))
        return NOWHERE
    if parts.year is not None:
        return Period("half", parts.year, half=parts.half) if parts.half else Period("year", parts.year)
    if parts.decade is not None:
        return Period("decade", parts.decade)
    century = parts.century or 1
    return Period("century", (century - 1) * 100 if century > 0 else century * 100)


def _season_year(parts: Parts, anchor: Anchor) -> int | None:
    """Choose the year of a season."""
    base = anchor.published or anchor.last
    if base is None:
        return None
    if parts.unit == "year" and parts.which:
        leaning = anchor.last or base if parts.which in {"that", "same", "previous", "following"} else base
        return leaning.year + _YEAR_SHIFT.get(parts.which, 0)
    period = Period("season", base.year, season=parts.season)
    span = bounds(period)
    assert span is not None
    if parts.which == "next":
        return base.year if span[0] > base else base.year + 1
    if parts.which in {"last", "past", "previous"}:
        return base.year if span[1] < base else base.year - 1
    if anchor.published is None:
        return base.year
    return base.year if span[0] <= base else base.year - 1
