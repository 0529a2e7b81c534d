"""The value of a date or time: first and last possible day, precision, time of day, and what it rests on.

UCDP and ACLED precision codes are derived, never stored.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final, Literal, get_args

from tocsin.errors import DataError

Precision = Literal["minute", "part-of-day", "day", "week", "month", "year", "range", "unknown"]
Basis = Literal["explicit", "relative", "publication", "none"]

_CLOCK: Final = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d")
_UTC: Final = re.compile(r"(?:\d{4}-\d{2}-\d{2})?T(?:[01]\d|2[0-3]):[0-5]\dZ")


@dataclass(frozen=True, slots=True)
class When:
    """Say when something happened, as precisely as the wording allows and no more.

    ``start`` and ``end`` are the first and the last day it can have been, both included; both None when the wording
    cannot be tied to the calendar (``precision`` still says how exact the wording is). ``time_local`` is ``HH:MM`` on
    the clock of the place, ``tz`` an IANA name or the abbreviation as printed, ``utc`` ``YYYY-MM-DDTHH:MMZ``, or
    ``THH:MMZ`` while the day is still open. ``basis`` is publication where no words name a time.
    """

    start: date | None = None
    end: date | None = None
    precision: Precision = "unknown"
    time_local: str | None = None
    tz: str | None = None
    utc: str | None = None
    basis: Basis = "none"
    text: str | None = None
    part_of_day: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Give the canonical JSON object; dates as ``YYYY-MM-DD``."""
        return {
            "kind": "when/1",
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "precision": self.precision,
            "time_local": self.time_local,
            "tz": self.tz,
            "utc": self.utc,
            "basis": self.basis,
            "text": self.text,
            "part_of_day": self.part_of_day,
        }

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> When:
        """Read a value back; missing fields are None.

        Raises:
            DataError: E502, a date that is not ``YYYY-MM-DD``, or an unknown precision or basis.
        """
        when = cls(
            _day(row.get("start")),
            _day(row.get("end")),
            row.get("precision", "unknown"),
            row.get("time_local"),
            row.get("tz"),
            row.get("utc"),
            row.get("basis", "none"),
            row.get("text"),
            row.get("part_of_day"),
        )
        if when.precision not in get_args(Precision) or when.basis not in get_args(Basis):
            raise DataError("E502", "no such precision or basis", value=(when.precision, when.basis), place="when")
        return when

    def validate(self) -> list[str]:
        """List what is wrong: order of days, unknown codes, malformed times, a precision the days deny."""
        wrong = []
        if (self.start is None) != (self.end is None):
            wrong.append("one of start and end is missing")
        if self.start and self.end and self.start > self.end:
            wrong.append(f"start {self.start} is after end {self.end}")
        if self.precision not in get_args(Precision):
            wrong.append(f"unknown precision {self.precision!r}")
        if self.basis not in get_args(Basis):
            wrong.append(f"unknown basis {self.basis!r}")
        if self.time_local is not None and not _CLOCK.fullmatch(self.time_local):
            wrong.append(f"time {self.time_local!r} is not HH:MM")
        if self.utc is not None and not _UTC.fullmatch(self.utc):
            wrong.append(f"UTC time {self.utc!r} is not YYYY-MM-DDTHH:MMZ")
        if self.precision == "minute" and self.time_local is None and self.utc is None:
            wrong.append("precision is minute but no time is given")
        return wrong

    def show(self) -> str:
        """Say the value in a few words: ``27 Dec 2019, 19:20``."""
        if self.start is None or self.end is None:
            return self.text or self.time_local or "time unknown"
        days = _show_days(self.start, self.end, self.precision)
        if self.time_local:
            return f"{days}, {self.time_local}"
        return f"{days}, {self.part_of_day}" if self.part_of_day else days

    @property
    def specificity(self) -> float:
        """Rank by how few days are possible, with a little for the time of day; 0 when unknown."""
        days = self.days
        if days is None:
            return 0.0
        if self.precision == "minute":
            return 1.0
        if days <= 1:
            return 0.95 if self.precision == "part-of-day" else 0.9
        return max(0.1, 0.9 - 0.14 * (days - 1).bit_length())

    @property
    def days(self) -> int | None:
        """Count the possible days, both ends included; None when unknown."""
        return (self.end - self.start).days + 1 if self.start and self.end else None

    @property
    def acled_time_precision(self) -> int | None:
        """Give ACLED's code: 1 a day, 2 within a week, 3 within a month, None vaguer (codebook 2024)."""
        days = self.days
        if days is None or days > 31:
            return None
        if days == 1 or (days == 2 and self.precision == "part-of-day"):
            return 1
        return 2 if days <= 7 else 3

    @property
    def ucdp_date_prec(self) -> int:
        """Give UCDP's code: 1 a day, 2 two to six days, 3 a week, 4 a month, 5 vaguer or unknown (GED codebook)."""
        days = self.days
        if days is None:
            return 5
        if days == 1 or (days == 2 and self.precision == "part-of-day"):
            return 1
        bounds = ((6, 2), (8, 3), (31, 4))
        return next((code for most, code in bounds if days <= most), 5)


def compare(a: When, b: When) -> tuple[float, str]:
    """Score from 0 to 1 how well two values can speak of one moment, with the reason.

    The same day scores 1; overlapping periods by the share of the shorter one that is common, weighted by how
    exact they are; days next to each other .5 (reports of a night attack name either day); then falling to 0 at four
    days. A value without days scores .5: it neither supports nor denies.
    """
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return 0.5, "one of the times is unknown"
    if a.start <= b.end and b.start <= a.end:
        return _overlap(a, b)
    gap = (b.start - a.end).days if b.start > a.end else (a.start - b.end).days
    if gap == 1:
        return 0.5, "on consecutive days"
    score = max(0.0, 0.5 - 0.15 * (gap - 1))
    return score, f"{gap} days apart"


def _overlap(a: When, b: When) -> tuple[float, str]:
    """Score two values that share at least a day."""
    longest = max(a.days or 1, b.days or 1)
    if longest > 2:
        return max(0.55, 0.9 - 0.05 * longest.bit_length()), f"one lies within the other's {longest} days"
    if a.time_local and b.time_local and a.start == b.start:
        apart = abs(_minutes(a.time_local) - _minutes(b.time_local))
        if apart > 180:
            return 0.7, f"the same day, {apart // 60} hours apart"
        return 1.0, "the same day and hour"
    return (1.0, "the same day") if longest == 1 else (0.9, "days overlap")


def merge(a: When, b: When) -> When:
    """Unite what two compatible values say: the narrower days, the time of day from whichever has one.

    Where they share no day the more specific value is kept whole; ties keep ``a``.
    """
    narrow, wide = (a, b) if a.specificity >= b.specificity else (b, a)
    if narrow.start is None or wide.start is None or compare(a, b)[0] <= 0.5:
        return narrow
    if narrow.time_local or wide.time_local is None or narrow.start != narrow.end:
        return replace(narrow, part_of_day=narrow.part_of_day or wide.part_of_day)
    return replace(narrow, time_local=wide.time_local, tz=wide.tz, utc=wide.utc, precision="minute")


def at_publication(published: date | None) -> When:
    """Give the value for an event whose text names no time but clearly tells of the day it appeared."""
    if published is None:
        return When()
    return When(published, published, "day", basis="publication")


def _day(text: str | None) -> date | None:
    """Read ``YYYY-MM-DD``."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError) as error:
        raise DataError("E502", "not a date of the form YYYY-MM-DD", value=text, place="when") from error


def _minutes(clock: str) -> int:
    """Count minutes since midnight."""
    return int(clock[:2]) * 60 + int(clock[3:])


def _show_days(start: date, end: date, precision: str) -> str:
    """Say a run of days as people write it."""
    if start == end:
        return f"{start.day} {start:%b %Y}"
    after = end + timedelta(days=1)
    if precision == "year" and (start.month, start.day, after.month, after.day) == (1, 1, 1, 1):
        return str(start.year)
    if precision == "month" and start.day == 1 and after.day == 1:
        return f"{start:%b %Y}"
    return f"{start.day} {start:%b %Y} to {end.day} {end:%b %Y}"
