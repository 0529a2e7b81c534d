"""Tie a parsed time expression to the calendar, given the day of publication and the date last spoken of.

Rules of choice: a weekday is the last one not after publication, the same day included; a date without a year takes
the year that puts it nearest before publication; months and years run no further than publication. Without a day of
publication, the date last spoken of stands in for it, and dates without a year move forward from there, as narratives
do. What cannot be tied keeps its precision and has no days.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from tocsin.model.kinds.when.anchor import Anchor, Tense
from tocsin.model.kinds.when.choose import locate
from tocsin.model.kinds.when.expression import Parts, TimeExpression
from tocsin.model.kinds.when.period import Period, bounds
from tocsin.model.kinds.when.value import Basis, Precision, When
from tocsin.model.kinds.when.words import ZONES


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
    if parts.plural:
        return _wording_precision(parts)
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
        return replace(when, utc=_stamp(local - timedelta(minutes=offset)))
    if stated is None:
        return replace(when, utc=None)
    # No place is more than 14 hours from UTC, so the printed time lies on the nearest fitting day.
    guesses = [_moment(when.start + timedelta(days=shift), stated) for shift in (-1, 0, 1)]
    nearest = min(guesses, key=lambda guess: abs((guess - local).total_seconds()))
    return replace(when, utc=_stamp(nearest))


def _moment(day: date, clock: str) -> datetime:
    """Put a clock time on a day."""
    return datetime(day.year, day.month, day.day, int(clock[:2]), int(clock[3:]))  # noqa: DTZ001  a wall clock


def _stamp(moment: datetime) -> str:
    """Write a moment of UTC."""
    return f"{moment.isoformat(timespec='minutes')}Z"


def _shift_clock(clock: str, minutes: int) -> str:
    """Move a clock time, wrapping at midnight."""
    total = (int(clock[:2]) * 60 + int(clock[3:]) + minutes) % 1440
    return f"{total // 60:02d}:{total % 60:02d}"
