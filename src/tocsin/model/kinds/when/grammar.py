"""Rules over word classes: which runs of words are time expressions, and which piece each word is.

A rule is a regular expression whose upper-case names are word classes (``words.py``) and whose named groups are fields
of ``Parts``. ``compile_rule`` turns class names into their characters and drops the blanks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tocsin.model.kinds.when.expression import Kind
from tocsin.model.kinds.when.words import CLASS_NAMES, CODES

_CLASS: Final = re.compile(r"(?<![<?A-Z])\b(?:" + "|".join(sorted(CLASS_NAMES, key=len, reverse=True)) + r")\b")


def compile_rule(pattern: str) -> re.Pattern[str]:
    """Compile a pattern over class names into one over class characters."""
    return re.compile(_CLASS.sub(lambda match: CODES[match[0]], pattern).replace(" ", ""))


@dataclass(frozen=True, slots=True)
class Rule:
    """Pair a kind of expression with the pattern that finds it."""

    kind: Kind
    pattern: re.Pattern[str]


_MONTH: Final = "(?P<month>MONTH|MAY)"
_MONTH2: Final = "(?P<month2>MONTH|MAY)"
_DAY: Final = "(?P<day>DAY|DAYTH)"
_DAY2: Final = "(?P<day2>DAY|DAYTH)"
_BCYEAR: Final = "(?P<year>NUM|TWO|DAY|YEAR|FOUR) (?P<era>BC)"
_YEAR: Final = "(?:COMMA|OF|IN)? (?P<year>YEAR|(?:NUM|TWO|DAY|FOUR)(?=BC)) (?P<era>BC)?"
_YEAR2: Final = "COMMA? (?P<year2>YEAR)"
_TO: Final = "(?:HYPHEN|DASH|TO|AND|OR|THROUGH|UNTIL|SLASH)"
_SOME: Final = "(?:ABOUT|JUST|SOME|MORE THAN|OVER|A? SHORTLY)"
_NUMBER: Final = "(?:A? COUPLE OF?|(?:NUM|TWO|DAY|YEAR|FOUR)|WORDNUM (?:HYPHEN? WORDNUM)?|HALF A|A? DOZEN)"
_COUNT: Final = f"(?:(?P<plural>A? FEW|SEVERAL|SOME)|(?P<amount>{_NUMBER}))"
_AMOUNT: Final = f"(?:(?P<plural>A? FEW|SEVERAL|SOME)|(?P<amount>{_NUMBER}|A(?! UNIT HYPHEN)))"
_UNIT: Final = "(?P<unit>UNIT|UNITS|WEEKEND|CENTURY)"
_ONE: Final = "(?P<unit>UNIT|WEEKEND|CENTURY)"
_WHICH: Final = "(?P<which>LAST|PAST|PREV|NEXT|FOLLOWING|COMING|THIS SAME|THAT SAME|THIS|THAT|SAME)"
_STAGE: Final = (
    "(?:THE? (?P<stage>EARLY|LATE|MID|EARLIER|LATER) HYPHEN? (?:IN|ON)? THE?"
    "|THE? (?P<stage_b>START|END|MIDDLE|(?:EARLY|LATE|LATTER) PIECE) OF THE?)"
)
_HALF: Final = "(?:THE? (?P<half>ORDINAL|LATER) HALF OF THE?)"
_ZONE: Final = (
    "(?:(?P<zone>ZONE)|LPAREN (?P<zone_b>ZONE|LOCAL TIME) RPAREN|(?P<zone_c>LOCAL TIME)|(?P<zone_d>OTHER TIME))"
)
_CLOCK: Final = (
    "(?P<clock>(?:CLOCK|CLOCKDOT|DAY|NUM) AMPM|CLOCK (?:HRS|UNITS)?|CLOCKDOT HRS|DAY OCLOCK|WORDNUM OCLOCK|"
    "(?:YEAR|FOUR) (?:HRS|UNITS)|(?<=AT) FOUR|(?:YEAR|FOUR|CLOCKDOT)(?=ZONE))"
)
_STATED: Final = (
    "(?:(?:COMMA|LPAREN|SLASH|OR) (?P<clock2>(?:CLOCK|CLOCKDOT|DAY) AMPM|CLOCK|CLOCKDOT|YEAR|FOUR) "
    "(?P<zone2>ZONE) RPAREN?)"
)
_PARTOF: Final = "(?:(?P<stage>EARLY|LATE|MID) HYPHEN?)? (?P<part>PART)(?:UNITS)?"

_NARROW: Final[tuple[tuple[Kind, str], ...]] = (
    # Calendar dates
    ("date", "(?P<written>ISO)"),
    ("date", "(?P<written>SLASHED)"),
    ("date", f"THE? {_DAY} (?:OF THE?)? {_MONTH} (?:{_YEAR})?"),
    ("date", f"{_DAY} {_MONTH} (?P<year>TWO)(?![OTHER UNIT UNITS])"),
    ("date", f"THE? {_DAY} (?:OF)? (?:(?P<which>THIS|THAT|LAST|SAME) UNIT)"),
    ("date", f"{_MONTH} THE? {_DAY} (?:{_YEAR})?"),
    (
        "date",
        f"(?:THE? {_DAY} OF? {_MONTH}|(?P<month_b>MONTH|MAY) (?P<day_b>DAY|DAYTH)) OF "
        "(?P<which>LAST|THIS|THAT|THE SAME) "
        "(?P<unit>UNIT)",
    ),
    (
        "date",
        f"THE? (?P<ordinal>ORDINAL|LAST) (?P<amount>{_NUMBER})? (?P<unit>UNIT|UNITS|WEEKEND) "
        f"(?:OF|IN) {_MONTH} (?:{_YEAR})?",
    ),
    (
        "date",
        f"THE? (?P<ordinal>ORDINAL|LAST) (?P<amount>{_NUMBER})? (?P<unit>UNIT|UNITS|WEEKEND) (?:OF|IN) (?P<year>YEAR)",
    ),
    ("date", "(?<=[ON OF BY UNTIL SINCE]) THE (?P<day>DAYTH) (?![OTHER HYPHEN CENTURY UNIT UNITS PART PERIOD ANNIV])"),
    ("period", f"(?:BETWEEN|FROM)? THE? {_DAY} {_TO} THE? {_DAY2} (?:OF)? {_MONTH2} (?:{_YEAR2})?"),
    ("period", f"(?:BETWEEN|FROM)? {_MONTH} {_DAY} {_TO} {_DAY2} (?:{_YEAR2})?"),
    ("period", f"(?:BETWEEN|FROM)? {_MONTH} {_DAY} (?:{_YEAR})? {_TO} {_MONTH2} {_DAY2} (?:{_YEAR2})?"),
    ("period", f"(?:BETWEEN|FROM)? THE? {_DAY} {_MONTH} (?:{_YEAR})? {_TO} THE? {_DAY2} {_MONTH2} (?:{_YEAR2})?"),
    ("period", f"(?:BETWEEN|FROM)? {_MONTH} (?:{_YEAR})? {_TO} {_MONTH2} (?:{_YEAR2})?"),
    ("date", f"(?:{_STAGE}|{_HALF})? {_MONTH} (?:{_YEAR})?"),
    (
        "date",
        f"{_STAGE}? {_MONTH} OF? (?P<which>LAST|THIS|THAT|NEXT|PREV|THE SAME|THE PREV|THE FOLLOWING) (?P<unit>UNIT)",
    ),
    ("date", f"{_STAGE}? THE? (?P<which>LAST|THIS|NEXT|PAST|PREV|FOLLOWING) {_MONTH}"),
    ("date", f"(?:{_STAGE}|{_HALF})? {_BCYEAR}"),
    ("date", f"(?:{_STAGE}|{_HALF})? (?:THE? (?:UNIT|UNITS))? (?P<year>YEAR)"),
    ("period", f"(?:THE? (?:UNIT|UNITS))? (?P<year>YEAR) {_TO} (?P<year2>YEAR|(?:DAY|TWO)(?! UNITS))"),
    ("period", f"(?P<year>YEAR|NUM|TWO|DAY|FOUR) (?P<era_b>BC)? {_TO} (?P<year2>YEAR|NUM|TWO|DAY|FOUR) (?P<era>BC)"),
    ("period", f"(?:BETWEEN|FROM) (?P<year>YEAR) {_TO} (?P<year2>YEAR)"),
    ("date", f"{_STAGE}? THE? (?P<decade>DECADE) (?P<era>BC)?"),
    ("date", f"{_STAGE}? THE? (?P<century>WORDNUM HYPHEN ORDINAL|ORDINAL|DAYTH) HYPHEN? CENTURY (?P<era>BC)?"),
    ("date", f"{_STAGE}? THE? (?P<season>SEASON) (?:{_YEAR})?"),
    ("date", f"{_STAGE}? THE? (?P<which>LAST|THIS|NEXT|PAST|PREV|FOLLOWING|THAT) (?P<season>SEASON)"),
    ("date", f"{_STAGE}? THE? (?P<season>SEASON) OF? (?P<which>LAST|THIS|THAT|NEXT|PREV|THE SAME) (?P<unit>UNIT)"),
    ("date", "(?P<year>YEAR) (?P<season>SEASON)"),
    (
        "date",
        "(?P<holiday>XMAS (?:EVE|UNIT)?|NEW UNIT POSSESSIVE (?:EVE|UNIT)|PALM WEEKDAY|GOOD WEEKDAY|"
        "EASTER WEEKDAY?) (?:(?P<year>YEAR))?",
    ),
    # Weekdays
    (
        "weekday",
        "(?:(?P<stage>EARLY|LATE|MID|EARLIER|LATER) HYPHEN? ON?)? THE? "
        "(?P<which>LAST|PAST|NEXT|THIS|FOLLOWING|COMING|PREV)? (?P<weekday>WEEKDAY|WDAY)",
    ),
    (
        "weekday",
        "(?:BETWEEN|FROM)? (?P<weekday>WEEKDAY) PART? (?:HYPHEN|TO|AND|THROUGH|OR|UNTIL|INTO) (?P<weekday2>WEEKDAY)",
    ),
    # Deictic and relative
    ("relative", "(?:(?P<stage>EARLY|LATE|MID|EARLIER|LATER))? (?P<deictic>TODAY)"),
    ("relative", "THE UNIT (?P<direction>BEFORE|AFTER) (?P<deictic>TODAY)"),
    ("relative", f"(?:{_STAGE}|{_HALF})? THE? {_WHICH} THE? {_ONE}"),
    ("relative", f"(?:{_STAGE}|{_HALF}) (?P<which>THE)? {_ONE}"),
    ("relative", "THE (?P<unit>WEEKEND)"),
    ("relative", f"THE? {_WHICH} {_PARTOF}"),
    ("relative", f"(?P<stage>EARLY|LATE|EARLIER|LATER) THE? {_WHICH} (?P<part>PART)"),
    (
        "period",
        f"(?:IN|OVER|DURING|WITHIN|FOR|THROUGH)? THE? "
        f"(?P<which>LAST|PAST|PREV|NEXT|COMING|FOLLOWING) {_COUNT} HYPHEN? {_UNIT}",
    ),
    ("period", "(?:IN|OVER|DURING|WITHIN|FOR|THROUGH) THE (?P<which>LAST|PAST) (?P<unit>UNIT)"),
    ("period", f"(?:IN|OVER|DURING|WITHIN|FOR) THE? {_COUNT} (?P<which>PREV|LAST|PAST|PRIOR|FOLLOWING|NEXT) {_UNIT}"),
    ("relative", f"{_SOME}? {_AMOUNT} (?:AND A HALF)? {_UNIT} (?P<direction>AGO|EARLIER|BEFORE|PRIOR|LATER)"),
    ("anchored", f"{_SOME}? {_AMOUNT} (?:AND A HALF)? {_UNIT} (?P<direction>AFTER|SINCE)"),
    ("anchored", f"(?:{_SOME})? (?P<unit>UNITS) (?P<direction>AGO|EARLIER|LATER|AFTER|BEFORE)"),
    ("anchored", "THE (?P<unit>UNIT) (?P<direction>BEFORE|AFTER|PRIOR|EARLIER|LATER|FOLLOWING)"),
    ("anchored", "THE (?P<part>PART) (?P<direction>BEFORE|AFTER|PRIOR|EARLIER|FOLLOWING)"),
    ("anchored", "THE? (?P<ordinal>ORDINAL) RUNNING? (?P<unit>UNIT)(?= OF)"),
    ("anchored", "(?P<ordinal>ORDINAL) RUNNING (?P<unit>UNIT)"),
    # Time of day
    ("clock", f"(?:{_SOME}|AT)? {_CLOCK} {_ZONE}? {_STATED}?"),
    ("clock", f"(?:{_SOME}|AT)? {_CLOCK} (?:IN THE|AT) (?P<part>PART)"),
    ("part_of_day", f"(?:THE)? {_PARTOF}"),
    ("part_of_day", "(?:THE)? (?P<stage>EARLY|LATE|SMALL) (?P<part>PART)? (?:UNITS)"),
    ("part_of_day", "(?P<stage>EARLY|LATE) IN THE (?P<part>PART)"),
    ("part_of_day", "(?:SHORTLY|JUST) (?:AFTER|BEFORE) (?P<part>PART)"),
    # Lengths, ages, repetitions: found so that they are not mistaken for dates
    ("duration", f"{_SOME}? {_AMOUNT} HYPHEN? {_UNIT} (?:HYPHEN? LONG)?"),
    ("duration", "(?P<unit>UNIT) HYPHEN LONG"),
    ("age", f"{_AMOUNT} HYPHEN? UNIT HYPHEN? OLD"),
    ("age", f"{_AMOUNT} UNITS (?:OLD|OF AGE)"),
    ("set", "(?:EVERY|PER) (?:UNIT|PART|WEEKDAY)"),
)

_WIDE: Final[tuple[tuple[Kind, str], ...]] = (
    ("vague", "VAGUE"),
    ("vague", "PRESENT HYPHEN? UNIT"),
    ("vague", "THE (?:PAST|VAGUE) (?! OTHER)"),
    ("vague", "(?:THE|THIS|THAT|THE SAME|SAME|THIS SAME|THAT SAME) (?:TIME|PERIOD)"),
    ("set", "(?P<unit>DAILY)"),
    ("set", "A (?P<unit>UNIT)"),
    ("duration", "(?P<unit>UNITS) (?:HYPHEN? LONG)?"),
    ("duration", f"THE? {_WHICH} (?P<unit>UNITS)"),
)
"""Wording that names no day; found only on request, as a corpus of all time expressions has it."""


def _compile(table: tuple[tuple[Kind, str], ...]) -> tuple[Rule, ...]:
    """Compile a table of rules."""
    return tuple(Rule(kind, compile_rule(pattern)) for kind, pattern in table)


NARROW: Final = _compile(_NARROW)
WIDE: Final = _compile(_NARROW + _WIDE)
