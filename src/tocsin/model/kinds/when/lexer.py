"""Turn a text into a string of word classes, one character a token.

The string is what the grammar's rules run over; starts, ends and values run beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tocsin.model.kinds.when.words import CAPITALISED, CODES, LEXICON, PUNCTUATION, ZONES, Value

_TOKEN: Final = re.compile(
    r"(?P<iso>\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?(?![\d-]))"
    r"|(?P<slash>\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})(?![\d/])|\d{1,2}\.\d{1,2}\.\d{4}(?!\d))"
    r"|(?P<clock>(?:[01]?\d|2[0-4])(?P<colon>[:.])[0-5]\d(?::[0-5]\d)?(?![\d:]|\.\d|,\d))"
    r"|(?P<num>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?P<suffix>(?:st|nd|rd|th|(?<=0)['’]?s)(?![A-Za-z]))?"
    r"|(?P<poss>['’]s\b)"
    r"|(?P<short>['’]\d{2}(?P<shorts>s)?(?!\d))"
    r"|(?P<word>[A-Za-z]\.[A-Za-z]\.(?:[A-Za-z]\.)*|o['’]clock"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\.|[^\W\d_]+)"
    r"|(?P<brk>\n[ \t\r]*\n)"
    r"|(?P<punct>[^\s\w]|_)"
)
_BREAK: Final = CODES["BREAK"]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Hold the tokens of one text: class string, and start, end and value by index."""

    classes: str
    starts: list[int]
    ends: list[int]
    values: list[Value]


def _number(text: str, suffix: str | None) -> tuple[str, Value]:
    """Class a run of digits: day, year, other number, ordinal day, decade."""
    if "," in text or "." in text:
        return "NUM", float(text.replace(",", ""))
    value = int(text)
    if suffix:
        if suffix[-1] == "s":
            return ("DECADE", value) if value % 10 == 0 and (len(text) in {2, 3, 4}) else ("OTHER", None)
        return ("DAYTH", value) if 1 <= value <= 31 else ("OTHER", None)
    if len(text) == 4 and 1000 <= value <= 2199:
        return "YEAR", value
    if len(text) == 4 and value // 100 <= 24 and value % 100 < 60:
        return "FOUR", value
    if len(text) <= 2 and 1 <= value <= 31:
        return "DAY", value
    return "TWO" if len(text) == 2 and value > 31 else "NUM", value


def _word(text: str) -> tuple[str, Value]:
    """Class a word; zones keep their case, ambiguous words need a capital."""
    if text in ZONES:
        return "ZONE", text
    lower = text.lower().replace("’", "'")
    found = LEXICON.get(lower) or LEXICON.get(lower.rstrip("."))
    if found is None or (text[0].islower() and lower.rstrip(".") in CAPITALISED):
        return "OTHER", None
    return found


def tokenise(text: str) -> Tokens:
    """Split a text into classed tokens; whitespace is dropped, a blank line is a token."""
    classes: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    values: list[Value] = []
    for match in _TOKEN.finditer(text):
        group = match.lastgroup
        value: Value = None
        if group == "word":
            name, value = _word(match[0])
        elif group == "punct":
            name = PUNCTUATION.get(match[0], "STOP")
        elif group == "brk":
            name = "BREAK"
        else:
            name, value = _figure(match)
        classes.append(CODES[name])
        starts.append(match.start())
        ends.append(match.end())
        values.append(value)
    return Tokens("".join(classes), starts, ends, values)


def _figure(match: re.Match[str]) -> tuple[str, Value]:
    """Class a token made of digits, or a possessive."""
    text = match[0]
    if match["poss"]:
        return "POSSESSIVE", None
    if match["iso"]:
        return "ISO", text
    if match["slash"]:
        return "SLASHED", text
    if match["clock"]:
        return ("CLOCK" if match["colon"] == ":" else "CLOCKDOT"), text
    if match["short"]:
        return ("DECADE", int(text[1:3])) if match["shorts"] else ("YEAR", int(text[1:3]))
    return _number(match["num"], match["suffix"])
