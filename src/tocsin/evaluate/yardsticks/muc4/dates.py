"""Compare and write dates of the 1992 template: ``21 JAN 89``, ``15 JAN 89 - 21 JAN 89``, ``- 21 JAN 89`` (by then)."""

from __future__ import annotations

import re
from datetime import date

from tocsin.evaluate.yardsticks.muc4.wording import HALF, RIGHT, WRONG

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_DAY = re.compile(r"(\d{1,2})\s+([A-Z]{3})[A-Z]*(?:\s+(\d\d))?\b", re.IGNORECASE)
# Days that a range given for a single day of the key may span and still be close to it.
_CLOSE = 7
# Stands for the year of a day that is told without one: such days are equal to each other only.
_NO_YEAR = 1600

Interval = tuple[date | None, date]
"""First day, None where only the last is told; last day."""


def compare_date(response: str, keys: tuple[str, ...]) -> float:
    """Score a date: equal, in part where one lies within the other as section 3.2.2 allows, or wrong."""
    ours = parse_date(response)
    if ours is None:
        return WRONG
    return max((_compare(ours, due) for key in keys if (due := parse_date(key))), default=WRONG)


def parse_date(text: str) -> Interval | None:
    """Read a day, a range, or a last day (``- 21 JAN 89``); None for anything else.

    >>> parse_date("- 04 FEB 90")
    (None, datetime.date(1990, 2, 4))
    """
    days = [day for match in _DAY.finditer(text) if (day := _day(match))]
    if not days:
        return None
    if text.strip().startswith("-"):
        return None, days[0]
    return days[0], days[-1]


def show_date(first: date | None, last: date) -> str:
    """Write an interval as a template prints it."""
    if first is None:
        return f"- {_show(last)}"
    return _show(last) if first == last else f"{_show(first)} - {_show(last)}"


def _compare(ours: Interval, due: Interval) -> float:
    if ours == due:
        return RIGHT
    first, last = ours
    due_first, due_last = due
    if first is None:  # looks like a default: right in part only where it ends on the key's last day
        return HALF if last == due_last else WRONG
    if due_first is None:  # the key holds the default: any day up to it
        return HALF if last <= due_last else WRONG
    if due_first <= first and last <= due_last:
        return HALF  # a part of the key's range
    close = (last - first).days <= _CLOSE
    return HALF if close and first <= due_last and due_first <= last else WRONG


def _day(match: re.Match[str]) -> date | None:
    day, month, year = match.groups()
    name = month.upper()
    if name not in MONTHS:
        return None
    try:
        return date(1900 + int(year) if year else _NO_YEAR, MONTHS.index(name) + 1, int(day))
    except ValueError:
        return None


def _show(day: date) -> str:
    text = f"{day.day:02d} {MONTHS[day.month - 1]}"
    return text if day.year == _NO_YEAR else f"{text} {day.year % 100:02d}"
