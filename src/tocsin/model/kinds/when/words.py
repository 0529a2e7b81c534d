"""Words English uses to speak of time, each with its class and its value.

A class is one name in the grammar (``grammar.py``); a value is what the word contributes to a parsed expression.
Class names are mapped to single characters, so that a text becomes a string of classes and a rule becomes an
ordinary regular expression over that string.
"""

from __future__ import annotations

from typing import Final

Value = int | float | str | None

_MONTHS: Final = "january february march april may june july august september october november december".split()
_WEEKDAYS: Final = "monday tuesday wednesday thursday friday saturday sunday".split()
_SMALL: Final = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS: Final = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS: Final = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
).split()

PARTS: Final[dict[str, str]] = {
    "morning": "morning",
    "forenoon": "morning",
    "mornings": "morning",
    "afternoon": "afternoon",
    "evening": "evening",
    "evenings": "evening",
    "night": "night",
    "nights": "night",
    "nighttime": "night",
    "daytime": "daytime",
    "daylight": "daytime",
    "midnight": "midnight",
    "noon": "noon",
    "midday": "noon",
    "lunchtime": "noon",
    "dawn": "dawn",
    "daybreak": "dawn",
    "sunrise": "dawn",
    "predawn": "dawn",
    "dusk": "dusk",
    "sunset": "dusk",
    "nightfall": "dusk",
    "sundown": "dusk",
}
"""Part of day by word."""

SEASONS: Final[dict[str, str]] = {
    "spring": "SP",
    "springtime": "SP",
    "summer": "SU",
    "summertime": "SU",
    "autumn": "FA",
    "fall": "FA",
    "winter": "WI",
    "wintertime": "WI",
}

UNITS: Final[dict[str, str]] = {
    "second": "second",
    "minute": "minute",
    "min": "minute",
    "mins": "minute",
    "hour": "hour",
    "hr": "hour",
    "day": "day",
    "week": "week",
    "fortnight": "fortnight",
    "month": "month",
    "year": "year",
    "decade": "decade",
}

ZONES: Final[dict[str, int | None]] = {
    "GMT": 0,
    "UTC": 0,
    "UT": 0,
    "Z": 0,
    "Zulu": 0,
    "BST": 60,
    "CET": 60,
    "CEST": 120,
    "EET": 120,
    "EEST": 180,
    "MSK": 180,
    "EST": -300,
    "EDT": -240,
    "ET": None,
    "CST": -360,
    "CDT": -300,
    "PST": -480,
    "PDT": -420,
    "PKT": 300,
    "EAT": 180,
    "WAT": 60,
    "CAT": 120,
    "SAST": 120,
    "AFT": 270,
    "WIB": 420,
}
"""Minutes ahead of UTC by abbreviation; None where the wording leaves it open (summer or winter time)."""

_FUNCTION: Final[dict[str, str]] = {
    "the": "THE",
    "a": "A",
    "an": "A",
    "of": "OF",
    "on": "ON",
    "in": "IN",
    "at": "AT",
    "by": "BY",
    "since": "SINCE",
    "until": "UNTIL",
    "till": "UNTIL",
    "during": "DURING",
    "from": "FROM",
    "to": "TO",
    "into": "INTO",
    "through": "THROUGH",
    "throughout": "DURING",
    "between": "BETWEEN",
    "and": "AND",
    "or": "OR",
    "over": "OVER",
    "within": "WITHIN",
    "for": "FOR",
    "about": "ABOUT",
    "around": "ABOUT",
    "approximately": "ABOUT",
    "roughly": "ABOUT",
    "circa": "ABOUT",
    "ca": "ABOUT",
    "nearly": "ABOUT",
    "almost": "ABOUT",
    "exactly": "ABOUT",
    "just": "JUST",
    "only": "JUST",
    "another": "JUST",
    "under": "JUST",
    "period": "PERIOD",
    "present": "PRESENT",
    "modern": "PRESENT",
    "shortly": "SHORTLY",
    "soon": "SHORTLY",
    "immediately": "SHORTLY",
    "somewhat": "SHORTLY",
    "towards": "TOWARD",
    "toward": "TOWARD",
    "near": "TOWARD",
    "more": "MORE",
    "less": "MORE",
    "than": "THAN",
    "last": "LAST",
    "past": "PAST",
    "previous": "PREV",
    "preceding": "PREV",
    "prior": "PRIOR",
    "next": "NEXT",
    "following": "FOLLOWING",
    "subsequent": "FOLLOWING",
    "ensuing": "FOLLOWING",
    "coming": "COMING",
    "upcoming": "COMING",
    "this": "THIS",
    "that": "THAT",
    "same": "SAME",
    "ago": "AGO",
    "earlier": "EARLIER",
    "previously": "EARLIER",
    "later": "LATER",
    "latter": "LATER",
    "afterward": "LATER",
    "afterwards": "LATER",
    "before": "BEFORE",
    "after": "AFTER",
    "early": "EARLY",
    "late": "LATE",
    "mid": "MID",
    "middle": "MIDDLE",
    "midway": "MIDDLE",
    "start": "START",
    "beginning": "START",
    "onset": "START",
    "outset": "START",
    "end": "END",
    "close": "END",
    "half": "HALF",
    "part": "PIECE",
    "rest": "REST",
    "remainder": "REST",
    "few": "FEW",
    "couple": "COUPLE",
    "several": "SEVERAL",
    "many": "SEVERAL",
    "some": "SOME",
    "dozen": "DOZEN",
    "hours": "UNIT",
    "small": "SMALL",
    "wee": "SMALL",
    "local": "LOCAL",
    "time": "TIME",
    "o'clock": "OCLOCK",
    "hrs": "HRS",
    "am": "AMPM",
    "a.m": "AMPM",
    "a.m.": "AMPM",
    "pm": "AMPM",
    "p.m": "AMPM",
    "p.m.": "AMPM",
    "bc": "BC",
    "b.c": "BC",
    "b.c.": "BC",
    "bce": "BC",
    "b.c.e.": "BC",
    "ad": "AD",
    "a.d.": "AD",
    "old": "OLD",
    "age": "AGE",
    "aged": "AGED",
    "every": "EVERY",
    "each": "EVERY",
    "per": "PER",
    "daily": "DAILY",
    "nightly": "DAILY",
    "hourly": "DAILY",
    "weekly": "DAILY",
    "monthly": "DAILY",
    "yearly": "DAILY",
    "annually": "DAILY",
    "annual": "DAILY",
    "everyday": "DAILY",
    "long": "LONG",
    "today": "TODAY",
    "tonight": "TODAY",
    "yesterday": "TODAY",
    "tomorrow": "TODAY",
    "overnight": "TODAY",
    "consecutive": "RUNNING",
    "straight": "RUNNING",
    "successive": "RUNNING",
    "anniversary": "ANNIV",
    "new": "NEW",
    "eve": "EVE",
    "christmas": "XMAS",
    "easter": "EASTER",
    "palm": "PALM",
    "good": "GOOD",
    **dict.fromkeys(("now", "nowadays", "current", "currently", "former", "formerly"), "VAGUE"),
    **dict.fromkeys(("recent", "recently", "future"), "VAGUE"),
}

_VALUES: Final[dict[str, Value]] = {
    "early": "early",
    "late": "late",
    "mid": "mid",
    "middle": "mid",
    "midway": "mid",
    "start": "early",
    "beginning": "early",
    "onset": "early",
    "outset": "early",
    "end": "late",
    "close": "late",
    "earlier": "earlier",
    "previously": "earlier",
    "later": "later",
    "half": 0.5,
    "a": 1,
    "an": 1,
    "couple": 2,
    "dozen": 12,
    "annually": "year",
    "annual": "year",
    "yearly": "year",
    "daily": "day",
    "everyday": "day",
    "nightly": "night",
    "hourly": "hour",
    "weekly": "week",
    "monthly": "month",
}

PUNCTUATION: Final[dict[str, str]] = {
    ",": "COMMA",
    ".": "DOT",
    "-": "HYPHEN",
    "‐": "HYPHEN",
    "‑": "HYPHEN",
    "–": "HYPHEN",
    "—": "DASH",
    "(": "LPAREN",
    ")": "RPAREN",
    "[": "LPAREN",
    "]": "RPAREN",
    "/": "SLASH",
    "'": "QUOTE",
    "’": "QUOTE",
}


def _lexicon() -> dict[str, tuple[str, Value]]:
    """Build the table word -> (class, value); keys are lower case."""
    table: dict[str, tuple[str, Value]] = {}
    for word, name in _FUNCTION.items():
        table[word] = (name, _VALUES.get(word, word))
    for index, word in enumerate(_MONTHS, 1):
        table[word] = ("MAY" if word in {"may", "march"} else "MONTH", index)
        if len(word) > 4:
            table[word[:3]] = ("MAY" if word == "march" else "MONTH", index)
    table["sept"] = ("MONTH", 9)
    for index, word in enumerate(_WEEKDAYS):
        table[word] = ("WEEKDAY", index)
        table[word[:3]] = ("WDAY", index)
    for short, index in (("tues", 1), ("thur", 3), ("thurs", 3)):
        table[short] = ("WDAY", index)
    for index, word in enumerate(_SMALL, 1):
        table[word] = ("WORDNUM", index)
    for index, word in enumerate(_TENS, 2):
        table[word] = ("WORDNUM", index * 10)
    for index, word in enumerate(_ORDINALS, 1):
        table[word] = ("ORDINAL", index)
    table["hundred"] = ("WORDNUM", 100)
    table["final"] = ("ORDINAL", -1)
    for word, part in PARTS.items():
        table[word] = ("PART", part)
    for word, season in SEASONS.items():
        table[word] = ("SEASON", season)
    for word, unit in UNITS.items():
        table[word] = ("UNIT", unit)
        table[word + "s"] = ("UNITS", unit)
    table.update(century=("CENTURY", "century"), centuries=("UNITS", "century"))
    table.update(weekend=("WEEKEND", "weekend"), weekends=("UNITS", "weekend"))
    # "second" is an ordinal far more often than a unit; "seconds later" stays without a date in any case.
    table["second"] = ("ORDINAL", 2)
    table["hours"] = ("UNITS", "hour")
    return table


LEXICON: Final = _lexicon()

CAPITALISED: Final = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun may march".split()
)
"""Words that are time words only with a capital: "may", "march", "sun", "sat", "wed", "mar", "dec"."""

_EXTRA: Final = "OTHER STOP ISO SLASHED CLOCK CLOCKDOT DAY DAYTH YEAR FOUR TWO NUM DECADE ZONE BREAK POSSESSIVE".split()

CLASS_NAMES: Final = sorted({name for name, _ in LEXICON.values()} | set(PUNCTUATION.values()) | set(_EXTRA))
CODES: Final[dict[str, str]] = {name: chr(0x100 + index) for index, name in enumerate(CLASS_NAMES)}
"""One character per class name, outside ASCII so that no class is a regular-expression metacharacter."""
