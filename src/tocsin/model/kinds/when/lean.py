"""Tie wording that leans on a day: "last week", "two days earlier", "the same night", "over the past 24 hours"."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Final

from tocsin.model.kinds.when.anchor import Anchor
from tocsin.model.kinds.when.expression import Parts, TimeExpression
from tocsin.model.kinds.when.period import NOWHERE, Period, day_range, month_at, on_day, week_of, weekend_before

_BACK: Final = {"last": -1, "past": -1, "previous": -1, "next": 1, "following": 1, "coming": 1}
_LEANS_ON_LAST: Final = {"previous", "following", "that", "same"}


def find_relative(expr: TimeExpression, anchor: Anchor) -> Period:
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
