"""Place what the rules matched: the preposition before it, the possessive after it; drop what is no time after all."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tocsin.model.kinds.when.expression import Chunk, Parts, TimeExpression
from tocsin.model.kinds.when.lexer import Tokens
from tocsin.model.kinds.when.words import CODES


def _codes(names: str) -> frozenset[str]:
    """Give the characters of some class names."""
    return frozenset(CODES[name] for name in names.split())


_HEDGES: Final = _codes("ABOUT JUST")
_LEADS: Final = _codes("ON IN AT SINCE OVER WITHIN TOWARD BETWEEN")
_INNER: Final = _codes("ON IN AT OVER DURING WITHIN FOR BETWEEN FROM THROUGH")
_BOUNDS: Final = {
    CODES[name]: word
    for name, word in (("SINCE", "since"), ("UNTIL", "until"), ("BY", "by"), ("BEFORE", "before"), ("AFTER", "after"))
}
_STAGES: Final = _codes("EARLY LATE")
_THE: Final = CODES["THE"]
_SHORTLY: Final = _codes("SHORTLY JUST")
_SIDES: Final = _codes("AFTER BEFORE")
_LENGTHS: Final = frozenset({"duration", "age", "set"})


def place(chunk: Chunk, tokens: Tokens, text: str) -> TimeExpression:
    """Turn token indices into a placed expression, with its preposition and a single word's possessive."""
    lead, parts = _lead(chunk, tokens)
    core = chunk.start
    while core < chunk.end - 1 and tokens.classes[core] in _INNER:
        core += 1
    while core and tokens.classes[core - 1] in _HEDGES and chunk.kind not in _LENGTHS and core - 1 >= lead:
        core -= 1
    start, core_end = tokens.starts[lead], tokens.ends[chunk.end - 1]
    possessed = tokens.classes[chunk.end : chunk.end + 1] == CODES["POSSESSIVE"]
    # "Sunday's attack": one word takes its possessive along; "last night's" does not.
    end = tokens.ends[chunk.end] if possessed and chunk.end - chunk.start == 1 else core_end
    return TimeExpression(start, end, text[start:end], chunk.kind, tokens.starts[core], core_end, parts)


def _lead(chunk: Chunk, tokens: Tokens) -> tuple[int, Parts]:
    """Step back over the words that lead in: "late on", "at around", "shortly after", "in the"."""
    classes, at, parts = tokens.classes, chunk.start, chunk.parts
    if at > 1 and classes[at - 1] == _THE and classes[at - 2] in _LEADS and not _names_a_day(chunk):
        at -= 1
    while at and classes[at - 1] in _HEDGES:
        at -= 1
    if at > 1 and classes[at - 1] in _SIDES and classes[at - 2] in _SHORTLY:
        at -= 2
    before = classes[at - 1] if at else ""
    if before in _BOUNDS and parts.bound is None:
        parts = replace(parts, bound=_BOUNDS[before])
    if before not in _LEADS or (chunk.kind in _LENGTHS and before not in _WINDOWS):
        return at, parts
    if _names_a_day(chunk) and before != CODES["SINCE"]:
        possessed = classes[chunk.end : chunk.end + 1] == CODES["POSSESSIVE"]
        if possessed or parts.deictic or before == CODES["IN"]:
            return at, parts  # "in yesterday's raid", "in the October 7 attack": the preposition is the noun's
    at -= 1
    if at and classes[at - 1] in _STAGES and parts.stage is None and classes[at] == CODES["ON"]:
        parts = replace(parts, stage=str(tokens.values[at - 1]))
        at -= 1
    return at, parts


_WINDOWS: Final = _codes("IN WITHIN OVER")


def _names_a_day(chunk: Chunk) -> bool:
    """Say whether a chunk is a day, not a part or a span of days."""
    parts = chunk.parts
    if parts.deictic:
        return parts.part is None and parts.clock is None and parts.weekday is None and parts.day is None
    if parts.which and parts.part:
        return True
    exact = parts.part is None and parts.stage is None and parts.day2 is None and parts.clock is None
    return exact and (parts.day is not None or parts.weekday is not None)


# -- what is no time ------------------------------------------------------------------------------------------------

_YEAR_LEADS: Final = _codes(
    "IN OF SINCE UNTIL BY FROM DURING THE BEFORE AFTER LPAREN THROUGH BETWEEN ABOUT COMMA EARLY LATE AND TO LATER "
    "EARLIER THIS"
)
_MONTH_LEADS: Final = _YEAR_LEADS - _codes("THE COMMA AND TO") | _codes("LAST NEXT HYPHEN")
_BARE_PARTS: Final = frozenset({"dawn", "dusk", "midnight", "noon"})
_PART_LEADS: Final = _codes("AT BY BEFORE AFTER SINCE UNTIL ABOUT TOWARD")
_CLOCK_LEADS: Final = _PART_LEADS | _codes("FROM AND BETWEEN SINCE")
_FALL_LEADS: Final = _codes("IN SINCE DURING")
_SEASON_LEADS: Final = _FALL_LEADS | _codes("THE BY")
_COUNTED: Final = re.compile(r"\s?(?:[a-z]+s|[a-z]*(?:men|people|children)|feet|ft|km|m|kg|mm)\b")
_NAME: Final = re.compile(r"(?:Jan|Feb|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b(?!\.)|(?:April|June|August)\s+[A-Z][a-z]")
_PAPER: Final = re.compile(r"\s+(?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|World|Sun|Star)\b")


def is_time(chunk: Chunk, tokens: Tokens, text: str, *, wide: bool) -> bool:
    """Drop what is probably no time: a count like a year, a verb like a month, a score like a clock.

    ``wide`` keeps wording that names no day ("night", "winter", "now").
    """
    before = tokens.classes[chunk.start - 1 : chunk.start]
    first = tokens.classes[chunk.start]
    parts, single = chunk.parts, chunk.end - chunk.start == 1
    if single and parts.year is not None:
        return _is_year(chunk, tokens, text, before)
    if single and first == CODES["MAY"]:
        return before in _MONTH_LEADS
    if single and first == CODES["MONTH"]:
        return before in _MONTH_LEADS or not _NAME.match(text, tokens.starts[chunk.start])
    if chunk.kind == "weekday" and not _names_weekday(chunk, tokens, text):
        return False
    if parts.season == "FA" and _says_fall(chunk, tokens, text):
        return before in _FALL_LEADS
    if single and parts.part and text[tokens.starts[chunk.start]].isupper() and before == CODES["OTHER"]:
        return False  # "Operation Dawn"
    return wide or _is_dated(chunk, tokens, text, before)


def _names_weekday(chunk: Chunk, tokens: Tokens, text: str) -> bool:
    """Tell a weekday from the sun, a past tense or a newspaper: "the Sun", "Sat Nav", "The Sunday Times"."""
    parts, last = chunk.parts, chunk.end - 1
    if parts.part or parts.clock or parts.month or parts.weekday2 is not None or parts.deictic:
        return True
    if tokens.classes[last] == CODES["WDAY"]:
        return text[tokens.ends[last] - 1] == "."
    return not _PAPER.match(text, tokens.ends[last])


def _is_dated(chunk: Chunk, tokens: Tokens, text: str, before: str) -> bool:
    """Tell wording that can date an event from wording that only speaks of time."""
    parts, single = chunk.parts, chunk.end - chunk.start == 1
    if chunk.kind == "vague":
        return False
    if parts.season and single:
        return before in _SEASON_LEADS
    if chunk.kind == "part_of_day":
        strong = parts.part in _BARE_PARTS or parts.stage is not None
        inside = before == CODES["IN"] and tokens.classes[chunk.start] == _THE
        return strong or inside or before in _PART_LEADS
    if chunk.kind == "clock" and single:
        return before in _CLOCK_LEADS or text[tokens.starts[chunk.start] + 1] != ":"
    return True


def _says_fall(chunk: Chunk, tokens: Tokens, text: str) -> bool:
    """Say whether the season is a bare "fall", far more often the fall of a town than autumn."""
    parts = chunk.parts
    last = text[tokens.starts[chunk.end - 1] : tokens.ends[chunk.end - 1]].lower()
    return last == "fall" and parts.year is None and parts.which is None and parts.stage is None


def _is_year(chunk: Chunk, tokens: Tokens, text: str, before: str) -> bool:
    """Tell a year from a count: by the word before, or by century when nothing countable follows."""
    year = chunk.parts.year or 0
    counted = _COUNTED.match(text, tokens.ends[chunk.start]) is not None
    if before in _YEAR_LEADS:
        return not counted or (1980 <= year <= 2050 and (year % 50 != 0 or before in _FALL_LEADS))
    return 1900 <= year <= 2050 and not counted
