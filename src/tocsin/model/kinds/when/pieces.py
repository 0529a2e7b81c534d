"""Read the pieces of one rule match: from classed tokens to the fields of ``Parts``."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from tocsin.model.kinds.when.expression import Parts
from tocsin.model.kinds.when.lexer import Tokens
from tocsin.model.kinds.when.words import CODES

Group = Callable[[Tokens, int, int, str], Any]

_WHICH: Final = {
    "preceding": "previous",
    "prior": "previous",
    "subsequent": "following",
    "ensuing": "following",
    "upcoming": "coming",
    "current": "this",
}
_DIRECTION: Final = {
    "since": "after",
    "prior": "before",
    "following": "after",
    "previously": "earlier",
    "afterward": "later",
    "afterwards": "later",
}
_STAGE: Final = {"small": "early", "wee": "early"}
_ALIASES: Final = {
    "month_b": "month",
    "day_b": "day",
    "stage_b": "stage",
    "zone_b": "zone",
    "zone_c": "zone",
    "zone_d": "zone",
}
_DIGITS: Final = re.compile(r"\d+")


def read_pieces(match: re.Match[str], tokens: Tokens, text: str) -> Parts:
    """Turn the named groups of a rule match into parsed pieces."""
    given: dict[str, Any] = {}
    for name, span in ((name, match.span(name)) for name in match.re.groupindex):
        if span[0] < 0 or name in {"era", "era_b"}:
            continue
        given[_ALIASES.get(name, name)] = _READERS[name](tokens, *span, text)
    parts = Parts(**given)
    if "era" in match.re.groupindex and match["era"]:
        parts = replace(
            parts,
            year=None if parts.year is None else -parts.year,
            decade=None if parts.decade is None else -parts.decade,
            century=None if parts.century is None else -parts.century,
            year2=None if parts.year2 is None else -parts.year2,
        )
    elif parts.year2 is not None and parts.year is not None and parts.year2 < 100:
        parts = replace(parts, year2=parts.year // 100 * 100 + parts.year2)
    return settle_clock(parts)


def settle_clock(parts: Parts) -> Parts:
    """Read "7:20 in the evening" and "Friday night at 8:30" as times after noon."""
    if parts.clock is None or parts.part not in {"afternoon", "evening", "night"}:
        return parts
    hour = int(parts.clock[:2])
    first = 6 if parts.part == "night" else 1
    return replace(parts, clock=f"{hour + 12}{parts.clock[2:]}") if first <= hour <= 11 else parts


def _integer(tokens: Tokens, start: int, end: int, _text: str) -> int:
    """Take the number in the group: "20", "third", "twenty-first"."""
    return int(sum(value for value in tokens.values[start:end] if isinstance(value, int | float)))


def _ordinal(tokens: Tokens, start: int, _end: int, _text: str) -> int:
    """Take a place in a row; last and final are -1."""
    value = tokens.values[start]
    return int(value) if isinstance(value, int) else -1


def _year(tokens: Tokens, start: int, end: int, text: str) -> int:
    """Take a year; two figures after an apostrophe mean the last hundred years or so."""
    value = _integer(tokens, start, end, text)
    if tokens.classes[start] == CODES["TWO"] and tokens.classes[end : end + 1] != CODES["BC"]:
        return value + 1900
    if value < 100 and text[tokens.starts[start]] in "'’":
        return value + (2000 if value <= 30 else 1900)
    return value


def _decade(tokens: Tokens, start: int, end: int, text: str) -> int:
    """Take the first year of a decade: "1990s", "'90s"."""
    value = _integer(tokens, start, end, text)
    return value + (2000 if value <= 20 else 1900) if value < 100 else value


def _month(tokens: Tokens, start: int, _end: int, _text: str) -> int:
    """Take the month's number."""
    return int(tokens.values[start] or 0)


def _word(tokens: Tokens, start: int, end: int, _text: str) -> str:
    """Take the last worded value of the group."""
    words = [value for value in tokens.values[start:end] if isinstance(value, str)]
    return words[-1] if words else ""


def _which(tokens: Tokens, start: int, end: int, text: str) -> str:
    """Name the selector: last, previous, next, following, this, that, same."""
    word = _word(tokens, start, end, text)
    return _WHICH.get(word, word)


def _stage(tokens: Tokens, start: int, end: int, _text: str) -> str:
    """Name the stage of a period: early, mid, late, earlier, later."""
    word = str(tokens.values[start])
    if word == "later" and end - start > 1:
        return "late"
    return _STAGE.get(word, word)


def _direction(tokens: Tokens, start: int, end: int, text: str) -> str:
    """Name the direction of an offset: ago, earlier, later, before, after."""
    word = _word(tokens, start, end, text)
    return _DIRECTION.get(word, word)


def _half(tokens: Tokens, start: int, _end: int, _text: str) -> int:
    """Take first or second; "latter" is the second."""
    value = tokens.values[start]
    return value if isinstance(value, int) else 2


def _amount(tokens: Tokens, start: int, end: int, _text: str) -> float:
    """Add up a number: "24", "twenty-four", "a", "a dozen", "half a"."""
    values = [value for value in tokens.values[start:end] if isinstance(value, int | float)]
    if len(values) > 1 and tokens.classes[start] == CODES["A"]:
        values = values[1:]
    if 0.5 in values:
        return 0.5
    if 100 in values[1:]:
        return float(values[0]) * 100
    return float(sum(values))


def _clock(tokens: Tokens, start: int, end: int, text: str) -> str | None:
    """Write a time of day as HH:MM; None where the figures are no time."""
    raw = text[tokens.starts[start] : tokens.ends[start]]
    figures = [int(run) for run in _DIGITS.findall(raw)]
    if not figures:
        figures = [int(tokens.values[start] or 0)]
    hour, minute = divmod(figures[0], 100) if len(raw) == 4 and raw.isdigit() else (figures[0], 0)
    if len(figures) > 1:
        minute = figures[1]
    half = next((str(v)[0] for v in tokens.values[start + 1 : end] if str(v)[:1] in {"a", "p"}), "")
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or minute > 59:
        return None
    return f"{hour % 24:02d}:{minute:02d}"


def _zone(tokens: Tokens, start: int, end: int, _text: str) -> str:
    """Name the zone: an abbreviation, or "local"."""
    for index in range(start, end):
        if tokens.classes[index] == CODES["ZONE"]:
            return str(tokens.values[index])
    return "local"


def _written(tokens: Tokens, start: int, end: int, text: str) -> str:
    """Take the wording itself, in lower case."""
    return text[tokens.starts[start] : tokens.ends[end - 1]].lower()


def _true(_tokens: Tokens, _start: int, _end: int, _text: str) -> bool:
    """Mark a piece as present."""
    return True


_READERS: Final[dict[str, Group]] = {
    **dict.fromkeys(("day", "day_b", "day2", "weekday", "weekday2", "century"), _integer),
    **dict.fromkeys(("year", "year2"), _year),
    **dict.fromkeys(("month", "month_b", "month2"), _month),
    **dict.fromkeys(("season", "deictic", "unit", "part"), _word),
    **dict.fromkeys(("stage", "stage_b"), _stage),
    **dict.fromkeys(("clock", "clock2"), _clock),
    **dict.fromkeys(("zone", "zone_b", "zone_c", "zone_d", "zone2"), _zone),
    **dict.fromkeys(("holiday",), _written),
    "written": lambda tokens, start, end, text: _written(tokens, start, end, text).upper(),
    "decade": _decade,
    "which": _which,
    "direction": _direction,
    "half": _half,
    "ordinal": _ordinal,
    "amount": _amount,
    "plural": _true,
}
