"""Tie a parsed time expression to the calendar, given the day of publication and the date last spoken of.

Rules of choice: a weekday is the last one not after publication, the same day included; a date without a year takes
the year that puts it nearest before publication; months and years run no further than publication. Without a day of
publication, the date last spoken of stands in for it, and dates without a year move forward from there, as narratives
do. What cannot be tied keeps its precision and has no days.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final, Literal

from tocsin.model.kinds.when.expression import Parts, TimeExpression
from tocsin.model.kinds.when.holidays import holiday_day
from tocsin.model.kinds.when.period import (
    NOWHERE,
    Period,
    bounds,
    day_range,
    month_at,
    on_day,
    real_date,
    week_of,
    weekend_before,
)
from tocsin.model.kinds.when.value import Basis, Precision, When
from tocsin.model.kinds.when.words import ZONES

Tense = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Say what relative wording leans on: the day (and ``HH:MM``, zone) of publication, the date last spoken of."""

    published: date | None = None
    published_time: str | None = None
    tz: str | None = None
    last: date | None = None


def resolve_time(expr: TimeExpression, anchor: Anchor, *, tense: Tense = "past") -> When:
    """Give the value of an expression as its text uses it.

    ``tense`` "future" lets dates fall after publication.

    >>> from tocsin.model.kinds.when import find_times
    >>> [friday] = find_times("Rockets hit the base on Friday.")
    >>> resolve_time(friday, Anchor(published=date(2019, 12, 28))).start
    datetime.date(2019, 12, 27)
    """
    parts = expr.parts
    period = locate(expr, anchor, tense)
    span = bounds(period, parts.stage)
    if span is None:
        start = end = None
    else:
        start, end = _clip(span, period, parts, anchor, tense)
    precision = _precision(expr, period)
    when = When(start, end, precision, basis=_basis(parts, expr.kind), text=expr.text, part_of_day=_part(parts, period))
    return _with_clock(when, parts)


def combine(date_when: When, clock_when: When) -> When:
    """Put a time of day, found apart, on a day: "on Friday" with "at 7:20 pm" of the next sentence.

    The day's wording stays the text. A value of several days, or one that has a time already, is left as it is.
    """
    if clock_when.time_local is None or date_when.time_local is not None:
        return date_when
    if date_when.start != date_when.end and date_when.part_of_day is None:
        return date_when
    joined = replace(date_when, time_local=clock_when.time_local, tz=clock_when.tz, precision="minute")
    stated = clock_when.utc[-6:-1] if clock_when.utc else None
    return _with_utc(joined, stated)


# -- choosing the period ---------------------------------------------------------------------------------------------


def locate(expr: TimeExpression, anchor: Anchor, tense: Tense = "past") -> Period:
    """Choose the stretch of the calendar an expression names; ``NOWHERE`` when it cannot be tied."""
    parts = expr.parts
    if expr.kind in {"duration", "age", "set", "vague"}:
        return NOWHERE
    if parts.written:
        return _written_period(parts.written)
    if parts.holiday:
        return _holiday(parts, anchor)
    if parts.deictic:
        return _deictic(parts, anchor)
    if parts.month or parts.month2 or parts.day:
        return _calendar(parts, anchor, tense)
    if parts.weekday is not None:
        return _weekday(parts, anchor, tense)
    if parts.season or parts.year or parts.decade or parts.century:
        return _large(parts, anchor)
    if parts.which or parts.unit or parts.direction:
        return _relative(expr, anchor)
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
    if base is None or (word == "overnight" and parts.weekday is not None):
        return _weekday(parts, anchor, "past") if parts.weekday is not None else NOWHERE
    if word == "overnight":
        return day_range(base - timedelta(days=1), base)
    offset = _DEICTIC[word] + {"before": -1, "after": 1}.get(parts.direction or "", 0)
    return on_day(base + timedelta(days=offset))


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
"""How much dearer a step back is than a step ahead; bounds how far a narrative may turn back without a year."""


def _weekday(parts: Parts, anchor: Anchor, tense: Tense) -> Period:
    """Find a weekday: the last one not after publication, the same day included."""
    base = anchor.published
    day = parts.weekday or 0
    if base is None:
        if anchor.last is None:
            return NOWHERE
        return on_day(anchor.last + timedelta(days=(day - anchor.last.weekday()) % 7))
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
    if parts.stage == "into" or parts.deictic == "overnight":
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


# -- relative wording ------------------------------------------------------------------------------------------------

_BACK: Final = {"last": -1, "past": -1, "previous": -1, "next": 1, "following": 1, "coming": 1}
_LEANS_ON_LAST: Final = {"previous", "following", "that", "same"}


def _relative(expr: TimeExpression, anchor: Anchor) -> Period:
    """Find what leans on a day: "last week", "two days earlier", "the same night", "earlier this month"."""
    parts = expr.parts
    if parts.direction:
        return _offset(parts, anchor)
    if parts.ordinal is not None:
        return NOWHERE
    if expr.kind == "period":
        return _sliding(parts, anchor)
    unit = parts.unit or ("day" if parts.part else None)
    which = parts.which or "the"
    base = _leaning(which, unit, anchor)
    if base is None or unit is None:
        return NOWHERE
    return _shifted(base, unit, _BACK.get(which, 0))


def _leaning(which: str, unit: str | None, anchor: Anchor) -> date | None:
    """Choose the day relative wording counts from."""
    if which in _LEANS_ON_LAST or (which == "next" and unit == "day"):
        # "The previous day" of a report's first sentence is the day before it appeared.
        return anchor.last or (anchor.published if which not in {"following", "next"} else None)
    return anchor.published or anchor.last


def _shifted(base: date, unit: str, count: int) -> Period:
    """Move by so many units, and give the unit arrived at."""
    if unit in {"second", "minute", "hour"}:
        return on_day(base)
    if unit == "day":
        return on_day(base + timedelta(days=count))
    if unit == "weekend":
        return weekend_before(base + timedelta(days=7 * count)) if count >= 0 else _last_weekend(base)
    if unit in {"week", "fortnight"}:
        return week_of(base + timedelta(days=7 * count * (2 if unit == "fortnight" else 1)))
    if unit == "month":
        return month_at(base.year, base.month + count)
    if unit == "year":
        return Period("year", base.year + count)
    if unit == "decade":
        return Period("decade", base.year // 10 * 10 + 10 * count)
    return Period("century", base.year // 100 * 100 + 100 * count)


def _last_weekend(base: date) -> Period:
    """Name the weekend before: in a weekend's own days, the one before that."""
    return weekend_before(base - timedelta(days=base.weekday() - 4 if base.weekday() >= 5 else 0))


def _offset(parts: Parts, anchor: Anchor) -> Period:
    """Count an amount of units from a day: "two days ago", "the night before", "four days after"."""
    ahead = parts.direction in {"later", "after"}
    spoken = None if parts.direction == "ago" else anchor.last
    base = spoken or (None if ahead else anchor.published)
    if base is None or parts.plural or (parts.amount is None and parts.unit and parts.unit != "day"):
        return NOWHERE
    if parts.amount is None and parts.unit is None and parts.part is None:
        return NOWHERE
    amount = int(parts.amount) if parts.amount is not None else 1
    if parts.amount == 0.5 and parts.unit == "year":
        return month_at(base.year, base.month + (6 if ahead else -6))
    unit = parts.unit or "day"
    if unit == "hour" and parts.amount is not None:
        return on_day(base + timedelta(days=amount // 24 * (1 if ahead else -1)))
    return _shifted(base, unit, amount if ahead else -amount)


def _sliding(parts: Parts, anchor: Anchor) -> Period:
    """Find a window that ends at publication: "over the past 24 hours", "in the last two weeks"."""
    base = anchor.published
    if base is None or parts.plural or parts.unit is None:
        return NOWHERE
    amount = parts.amount if parts.amount is not None else 1.0
    ahead = parts.which in {"next", "coming", "following"}
    far = _far_end(base, amount if ahead else -amount, parts.unit)
    if far is None:
        return NOWHERE
    return day_range(base, far) if ahead else day_range(far, base)


_UNIT_DAYS: Final = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
_UNIT_MONTHS: Final = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def _far_end(base: date, amount: float, unit: str) -> date | None:
    """Count units from a day, in days up to weeks, in months above; hours round up to whole days."""
    if unit in {"hour", "minute", "second"}:
        hours = abs(amount) if unit == "hour" else 1.0
        days = max(1, -(-int(hours) // 24))
        return base + timedelta(days=days if amount > 0 else -days)
    if unit in _UNIT_DAYS:
        days = int(amount * _UNIT_DAYS[unit])
        return base + timedelta(days=days) if abs(days) < 40000 else None
    moved = month_at(base.year, base.month + int(amount * _UNIT_MONTHS[unit]))
    if moved.year is None or moved.month is None or not 1 <= moved.year <= 9998:
        return None
    return date(moved.year, moved.month, min(base.day, monthrange(moved.year, moved.month)[1]))


# -- from period to value --------------------------------------------------------------------------------------------


def _clip(span: tuple[date, date], period: Period, parts: Parts, anchor: Anchor, tense: Tense) -> tuple[date, date]:
    """End running months and years at publication; open "since ..." up to it."""
    start, end = span
    published = anchor.published
    if published is None or tense == "future":
        return start, end
    if parts.bound == "since" and start <= published:
        return start, published
    if parts.stage == "earlier" and start <= published and period.grain in {"week", "month", "year"}:
        return start, min(end, published)
    if period.grain in {"week", "weekend", "month", "season", "half", "year"} and start <= published < end:
        return start, published
    return start, end


_PRECISION: Final[dict[str, Precision]] = {
    "day": "day",
    "range": "range",
    "week": "week",
    "weekend": "range",
    "month": "month",
    "season": "range",
    "half": "range",
    "year": "year",
    "decade": "range",
    "century": "range",
    "none": "unknown",
}
_UNIT_PRECISION: Final[dict[str, Precision]] = {
    "hour": "day",
    "day": "day",
    "week": "week",
    "fortnight": "week",
    "weekend": "range",
    "month": "month",
    "year": "year",
}


def _precision(expr: TimeExpression, period: Period) -> Precision:
    """Say how exact the wording is, whether or not it could be tied to the calendar."""
    parts = expr.parts
    if expr.kind in {"duration", "age", "set", "vague"}:
        return "unknown"
    if parts.clock is not None:
        return "minute"
    if parts.bound == "since":
        return "range"
    if expr.kind == "period" and parts.unit is not None:
        return _window_precision(parts)
    if parts.part or parts.deictic in {"tonight", "overnight"}:
        return "part-of-day"
    if period.grain == "none":
        return _wording_precision(parts)
    if period.grain == "day" and (parts.stage in {"early", "mid", "late"} or (parts.stage and parts.unit == "day")):
        return "part-of-day"
    return _PRECISION[period.grain]


def _window_precision(parts: Parts) -> Precision:
    """Grade a sliding window: up to a day is a day, one week, month or year its own, more a range."""
    single = parts.amount in {None, 1.0}
    if parts.unit == "hour":
        return "day" if (parts.amount or 0) <= 48 else "range"
    return _UNIT_PRECISION.get(parts.unit or "", "unknown") if single else "range"


def _wording_precision(parts: Parts) -> Precision:
    """Grade wording that could not be tied to the calendar."""
    if parts.day2 or parts.month2 or parts.weekday2 is not None:
        return "range"
    if parts.day or parts.weekday is not None or parts.deictic or parts.holiday:
        return "part-of-day" if parts.stage in {"early", "late"} else "day"
    if parts.month:
        return "month"
    if parts.unit and not parts.plural:
        return _UNIT_PRECISION.get(parts.unit, "unknown")
    if parts.plural and parts.unit in {"day", "week"}:
        return "week"
    if parts.plural and parts.unit == "month":
        return "month"
    return "year" if parts.season or parts.year else "unknown"


def _basis(parts: Parts, kind: str) -> Basis:
    """Tell dates that the words give from those that lean on another day."""
    if kind in {"duration", "age", "set", "vague"}:
        return "none"
    named = parts.month or parts.month2 or parts.year or parts.written or parts.decade or parts.century or parts.holiday
    if named or (parts.clock and kind == "clock"):
        return "relative" if parts.which and not parts.year else "explicit"
    return "relative"


def _part(parts: Parts, period: Period) -> str | None:
    """Name the part of the day: "early morning", "night", "late"."""
    if parts.deictic in {"tonight", "overnight"} and parts.part is None:
        return "night"
    daily = (period.grain in {"day", "none"} and parts.month is None) or parts.day is not None
    stage = parts.stage if parts.stage in {"early", "late", "mid"} and (daily or parts.part) else None
    if parts.part in {"midnight", "noon", "dawn", "dusk"}:
        return parts.part
    words = [word for word in (stage, parts.part) if word]
    return " ".join(words) or None


def _with_clock(when: When, parts: Parts) -> When:
    """Add the time of day, the zone, and UTC where the wording gives it."""
    if parts.clock is None:
        return when
    timed = replace(when, time_local=parts.clock, tz=parts.zone if parts.zone != "local" else None)
    stated = None
    if parts.clock2 and parts.zone2 and (offset := ZONES.get(parts.zone2)) is not None:
        stated = _shift_clock(parts.clock2, -offset)
    return _with_utc(timed, stated)


def _with_utc(when: When, stated: str | None) -> When:
    """Work out UTC from a printed zone, or take the printed conversion on the day that fits."""
    if when.time_local is None:
        return when
    offset = ZONES.get(when.tz or "")
    if when.start is None or when.start != when.end:
        clock = _shift_clock(when.time_local, -offset) if offset is not None else stated
        return replace(when, utc=f"T{clock}Z" if clock else None)
    local = _moment(when.start, when.time_local)
    if offset is not None:
        return replace(when, utc=f"{local - timedelta(minutes=offset):%Y-%m-%dT%H:%MZ}")
    if stated is None:
        return replace(when, utc=None)
    # No place is more than 14 hours from UTC, so the printed time lies on the nearest fitting day.
    guesses = [_moment(when.start + timedelta(days=shift), stated) for shift in (-1, 0, 1)]
    nearest = min(guesses, key=lambda guess: abs((guess - local).total_seconds()))
    return replace(when, utc=f"{nearest:%Y-%m-%dT%H:%MZ}")


def _moment(day: date, clock: str) -> datetime:
    """Put a clock time on a day."""
    return datetime(day.year, day.month, day.day, int(clock[:2]), int(clock[3:]))  # noqa: DTZ001  a wall clock


def _shift_clock(clock: str, minutes: int) -> str:
    """Move a clock time, wrapping at midnight."""
    total = (int(clock[:2]) * 60 + int(clock[3:]) + minutes) % 1440
    return f"{total // 60:02d}:{total % 60:02d}"
