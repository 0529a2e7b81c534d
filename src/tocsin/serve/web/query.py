"""Read the list's query: the same names as on the command line, unknown ones refused with the nearest that is known."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any
from urllib.parse import urlencode

from tocsin.errors import UsageError
from tocsin.model.kinds.event_type import SUB_EVENTS

PARAMETERS = ("q", "since", "until", "country", "type", "disputed", "page")
_YES_NO = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True, slots=True)
class Query:
    """What the list is asked for; None and empty do not filter.

    ``since`` and ``until`` are days, both included; an undated incident passes both, since it may lie between them.
    """

    q: str = ""
    since: date | None = None
    until: date | None = None
    country: str = ""
    type: str = ""
    disputed: bool | None = None
    page: int = 1

    def to_filters(self) -> dict[str, Any]:
        """Give the query as the ledger's filters."""
        given = {"query": self.q, "since": self.since, "until": self.until, "country": self.country, "type": self.type}
        filters: dict[str, Any] = {name: value for name, value in given.items() if value}
        return filters if self.disputed is None else {**filters, "disputed": self.disputed}

    def to_params(self) -> dict[str, str]:
        """Give the query as it is written in an address, without what does not filter."""
        given = {
            "q": self.q,
            "since": self.since.isoformat() if self.since else "",
            "until": self.until.isoformat() if self.until else "",
            "country": self.country,
            "type": self.type,
            "disputed": {True: "yes", False: "no", None: ""}[self.disputed],
        }
        return {name: value for name, value in given.items() if value}

    def to_string(self, *, page: int = 1) -> str:
        """Give ``?q=…`` or nothing."""
        params = self.to_params() | ({"page": str(page)} if page > 1 else {})
        return f"?{urlencode(params)}" if params else ""


def read_query(pairs: Iterable[tuple[str, str]]) -> Query:
    """Read name and value pairs; an empty value does not filter.

    Raises:
        UsageError: E203, an unknown or repeated parameter; E206, a value that cannot be read.
    """
    given: dict[str, str] = {}
    for name, value in pairs:
        check_name(name, PARAMETERS)
        if name in given:
            raise UsageError("E203", f"the parameter {name!r} is given twice", place="query", hint="Give it once.")
        given[name] = value.strip()
    return Query(
        q=given.get("q", ""),
        since=_read_day(given, "since", last=False),
        until=_read_day(given, "until", last=True),
        country=_read_country(given.get("country", "")),
        type=_read_type(given.get("type", "")),
        disputed=_read_flag(given.get("disputed", "")),
        page=_read_page(given.get("page", "")),
    )


def check_name(name: str, known: tuple[str, ...]) -> None:
    """Refuse a parameter nobody knows.

    Raises:
        UsageError: E203, with the nearest known name.
    """
    if name in known:
        return
    near = get_close_matches(name, known, n=1, cutoff=0.5)
    guess = f"Did you mean {near[0]!r}? " if near else ""
    listed = ", ".join(known) if known else "none on this page"
    raise UsageError(
        "E203", f"unknown parameter {name[:60]!r}", place="query", hint=f"{guess}Known parameters: {listed}."
    )


def _read_day(given: dict[str, str], name: str, *, last: bool) -> date | None:
    """Read ``2019``, ``2019-12`` or ``2019-12-27``: the first or the last day of it."""
    value = given.get(name, "")
    if not value:
        return None
    match = _DAY.fullmatch(value)
    if match:
        year, month = int(match[1]), int(match[2] or (12 if last else 1))
        # monthrange and date refuse what no calendar has, such as month 13
        with suppress(ValueError):
            return date(year, month, int(match[3] or (monthrange(year, month)[1] if last else 1)))
    raise UsageError("E206", "not a day", value=value, place=name, hint="Write it as 2019, 2019-12 or 2019-12-27.")


def _read_country(value: str) -> str:
    if value and not (len(value) == 2 and value.isascii() and value.isalpha()):
        hint = "Use the two letters of ISO 3166-1, such as IQ."
        raise UsageError("E206", "not a country code", value=value, place="country", hint=hint)
    return value.upper()


def _read_type(value: str) -> str:
    if not value:
        return ""
    for known in SUB_EVENTS:
        if known.casefold() == value.casefold():
            return known
    inside = [known for known in SUB_EVENTS if value.casefold() in known.casefold()]
    near = inside or get_close_matches(value, SUB_EVENTS, n=1, cutoff=0.3)
    guess = f"Did you mean {near[0]!r}? " if near else ""
    hint = f"{guess}Use one of ACLED's sub-event types."
    raise UsageError("E206", "not a type of attack", value=value, place="type", hint=hint)


def _read_flag(value: str) -> bool | None:
    if not value:
        return None
    if value.casefold() not in _YES_NO:
        raise UsageError("E206", "neither yes nor no", value=value, place="disputed", hint="Use yes or no.")
    return _YES_NO[value.casefold()]


def _read_page(value: str) -> int:
    if not value:
        return 1
    if not (value.isascii() and value.isdigit() and 1 <= int(value) <= 1_000_000):
        raise UsageError("E206", "not the number of a page", value=value, place="page", hint="Pages count from 1.")
    return int(value)
