"""Find time expressions in a text: match rules, join neighbours, take in the preposition, drop the implausible."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from tocsin.model.kinds.when.expression import Kind, Parts, TimeExpression
from tocsin.model.kinds.when.grammar import NARROW, compile_rule
from tocsin.model.kinds.when.lexer import Tokens, tokenise
from tocsin.model.kinds.when.pieces import read_pieces
from tocsin.model.kinds.when.words import CODES

_IDLE: Final = {CODES["OTHER"], CODES["BREAK"]}
_TRIGGER: Final = compile_rule(
    "[ISO SLASHED CLOCK CLOCKDOT DAYTH YEAR FOUR DECADE MONTH MAY WEEKDAY WDAY PART TODAY SEASON UNIT UNITS "
    "AMPM OCLOCK XMAS EASTER PALM NUM]"
)
_RUN: Final = re.compile(f"[^{''.join(_IDLE)}]+")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Place one matched rule: token indices, kind, pieces."""

    start: int
    end: int
    kind: Kind
    parts: Parts


def find_times(text: str, *, all_expressions: bool = False) -> list[TimeExpression]:
    """Find the time expressions of a text, in order, longest first, never overlapping.

    Args:
        text: any text; offsets are code points.
        all_expressions: also give the vague and the timeless ("now", "recently", "for years").

    >>> [found.text for found in find_times("Rockets hit the base on Friday at 7:20 pm.")]
    ['on Friday at 7:20 pm']
    """
    tokens = tokenise(text)
    chunks = [chunk for run in _RUN.finditer(tokens.classes) for chunk in _scan(run, tokens, text)]
    kept = (chunk for chunk in _join(chunks, tokens) if all_expressions or _plausible(chunk, tokens, text))
    return [_place(chunk, tokens, text) for chunk in kept]


def _scan(run: re.Match[str], tokens: Tokens, text: str) -> list[Chunk]:
    """Match the rules along one run of words that may speak of time."""
    if not _TRIGGER.search(run[0]):
        return []
    chunks: list[Chunk] = []
    position, stop = run.span()
    # "Baghdad time": the town's name is no time word, so the run may look one word further.
    limit = min(stop + 2, len(tokens.classes))
    while position < stop:
        best: tuple[int, Kind, re.Match[str]] | None = None
        for rule in NARROW:
            match = rule.pattern.match(tokens.classes, position, limit)
            if match and match.end() > position and (best is None or match.end() > best[0]):
                best = (match.end(), rule.kind, match)
        if best is None:
            position += 1
            continue
        parts = read_pieces(best[2], tokens, text)
        if best[1] != "clock" or parts.clock is not None:
            chunks.append(Chunk(position, best[0], best[1], parts))
        position = best[0]
    return chunks


# -- joining neighbours ----------------------------------------------------------------------------------------------

_DAY_TO_DAY: Final = compile_rule("(?:COMMA|COMMA? THE|LPAREN|DASH|ON|COMMA ON|COMMA A)?")
_DAY_TO_TIME: Final = compile_rule(
    "(?:COMMA? (?:AT|IN|BY|DURING|JUST|ON|SHORTLY|TOWARD|FROM)? (?:AFTER|BEFORE)? ABOUT? THE?|LPAREN AT?)"
)
_TIME_TO_DAY: Final = compile_rule("(?:COMMA? (?:ON|OF|IN|TO)? THE?|LPAREN)")
_TIME_TO_TIME: Final = compile_rule("(?:(?:AT|IN|ON)? ABOUT? THE?|LPAREN)")


def _dayish(chunk: Chunk) -> bool:
    """Say whether a chunk names a day, so that a time of day may join it."""
    parts = chunk.parts
    if chunk.kind in {"duration", "age", "set", "clock", "part_of_day"}:
        return False
    named = parts.day is not None or parts.weekday is not None or parts.written is not None
    spoken = parts.deictic is not None or parts.holiday is not None
    return (
        named
        or spoken
        or (parts.unit == "day" and parts.amount is None)
        or (parts.which is not None and bool(parts.part))
    )


def _timelike(chunk: Chunk) -> bool:
    """Say whether a chunk is only a time of day."""
    return chunk.kind in {"clock", "part_of_day"}


def _gap_allows(left: Chunk, right: Chunk, gap: str) -> bool:
    """Say whether two neighbours with this between them are one expression."""
    if _dayish(left) and _dayish(right):
        one_calendar = (left.parts.day is None) != (right.parts.day is None)
        return one_calendar and bool(_DAY_TO_DAY.fullmatch(gap)) and (bool(gap) or right.parts.weekday is None)
    if _dayish(left) and _timelike(right):
        return bool(_DAY_TO_TIME.fullmatch(gap))
    if _timelike(left) and _dayish(right):
        return bool(_TIME_TO_DAY.fullmatch(gap))
    return _timelike(left) and _timelike(right) and left.kind != right.kind and bool(_TIME_TO_TIME.fullmatch(gap))


_RANK: Final[dict[Kind, int]] = {"period": 5, "date": 4, "weekday": 3, "relative": 2, "anchored": 2, "clock": 1}


def _join(chunks: list[Chunk], tokens: Tokens) -> list[Chunk]:
    """Unite neighbours that speak of one time: "on Friday" + "at 7:20 pm", "the night of" + "3 May"."""
    joined: list[Chunk] = []
    for chunk in chunks:
        last = joined[-1] if joined else None
        united = _unite(last, chunk, tokens) if last else None
        if united is not None:
            joined[-1] = united
        else:
            joined.append(chunk)
    return joined


def _unite(left: Chunk, right: Chunk, tokens: Tokens) -> Chunk | None:
    """Unite two chunks, or give None."""
    gap = tokens.classes[left.end : right.start]
    if len(gap) > 4 or not _gap_allows(left, right, gap):
        return None
    first = left.parts
    if CODES["TO"] in gap:
        first = replace(first, stage="into")
    elif first.stage and right.parts.stage and first.stage != right.parts.stage:
        first = replace(first, stage=None)
    parts = first.joined(right.parts)
    if parts is None:
        return None
    kind = max(left.kind, right.kind, key=lambda name: _RANK.get(name, 0))
    end = right.end
    if CODES["LPAREN"] in gap and tokens.classes[end : end + 1] == CODES["RPAREN"]:
        end += 1
    return Chunk(left.start, end, kind, parts)


# -- prepositions and plausibility -----------------------------------------------------------------------------------

_HEDGES: Final = {CODES[name] for name in ("ABOUT", "JUST")}
_LEADS: Final = {CODES[name] for name in ("ON", "IN", "AT", "SINCE", "OVER", "WITHIN", "TOWARD", "BETWEEN")}
_INNER: Final = {
    CODES[name] for name in ("ON", "IN", "AT", "OVER", "DURING", "WITHIN", "FOR", "BETWEEN", "FROM", "THROUGH")
}
_BOUNDS: Final = {
    CODES[name]: word
    for name, word in (("SINCE", "since"), ("UNTIL", "until"), ("BY", "by"), ("BEFORE", "before"), ("AFTER", "after"))
}
_STAGES: Final = {CODES[name] for name in ("EARLY", "LATE")}
_THE: Final = CODES["THE"]
_SHORTLY: Final = {CODES[name] for name in ("SHORTLY", "JUST")}
_SIDES: Final = {CODES[name] for name in ("AFTER", "BEFORE")}


def _lead(chunk: Chunk, tokens: Tokens) -> tuple[int, Parts]:
    """Step back over the words that lead in: "late on", "at around", "shortly after", "in the"."""
    classes, at, parts = tokens.classes, chunk.start, chunk.parts
    if at and classes[at - 1] == _THE and at > 1 and classes[at - 2] in _LEADS:
        at -= 1
    while at and classes[at - 1] in _HEDGES:
        at -= 1
    if at > 1 and classes[at - 1] in _SIDES and classes[at - 2] in _SHORTLY:
        at -= 2
    before = classes[at - 1] if at else ""
    if before in _BOUNDS and parts.bound is None:
        parts = replace(parts, bound=_BOUNDS[before])
    if before in _LEADS and chunk.kind not in {"duration", "age", "set"}:
        at -= 1
        if at and classes[at - 1] in _STAGES and parts.stage is None and classes[at] == CODES["ON"]:
            parts = replace(parts, stage=str(tokens.values[at - 1]))
            at -= 1
    return at, parts


def _place(chunk: Chunk, tokens: Tokens, text: str) -> TimeExpression:
    """Turn token indices into a placed expression."""
    lead, parts = _lead(chunk, tokens)
    core = chunk.start
    while core < chunk.end - 1 and tokens.classes[core] in _INNER:
        core += 1
    start, end = tokens.starts[lead], tokens.ends[chunk.end - 1]
    return TimeExpression(start, end, text[start:end], chunk.kind, tokens.starts[core], end, parts)


_YEAR_LEADS: Final = {
    CODES[name]
    for name in (
        "IN OF SINCE UNTIL BY FROM DURING THE BEFORE AFTER LPAREN THROUGH BETWEEN ABOUT COMMA EARLY LATE AND TO LATER "
        "EARLIER THIS"
    ).split()
}
_BARE_PARTS: Final = {"dawn", "dusk", "midnight", "noon"}
_PART_LEADS: Final = {CODES[name] for name in ("AT", "BY", "BEFORE", "AFTER", "SINCE", "UNTIL", "ABOUT", "TOWARD")}


def _plausible(chunk: Chunk, tokens: Tokens, text: str) -> bool:
    """Drop what is probably no time: a count like a year, a verb like a month, a score like a clock."""
    before = tokens.classes[chunk.start - 1 : chunk.start]
    length = chunk.end - chunk.start
    parts = chunk.parts
    if chunk.kind == "vague":
        return False
    if length == 1 and parts.year is not None:
        return _is_year(chunk, tokens, text, before)
    if length == 1 and tokens.classes[chunk.start] == CODES["MAY"]:
        return before in _YEAR_LEADS and before not in {CODES["THE"], CODES["COMMA"], CODES["AND"], CODES["TO"]}
    if length == 1 and tokens.classes[chunk.start] == CODES["WDAY"]:
        return text[tokens.ends[chunk.start] - 1] == "."
    if parts.season and length == 1:
        return before in {CODES["IN"], CODES["THE"], CODES["SINCE"], CODES["DURING"], CODES["BY"]}
    if parts.season == "FA" and parts.year is None and parts.which is None:
        return before in {CODES["IN"], CODES["SINCE"], CODES["DURING"]} or parts.stage is not None
    if chunk.kind == "part_of_day":
        strong = parts.part in _BARE_PARTS or parts.stage is not None
        inside = before == CODES["IN"] and tokens.classes[chunk.start] == _THE
        return strong or inside or before in _PART_LEADS
    if chunk.kind == "clock" and length == 1:
        return before in _PART_LEADS | {CODES["FROM"], CODES["AND"], CODES["BETWEEN"], CODES["SINCE"]} or (
            text[tokens.starts[chunk.start] : tokens.ends[chunk.start]][1] != ":"
        )
    return True


def _is_year(chunk: Chunk, tokens: Tokens, text: str, before: str) -> bool:
    """Tell a year from a count: by the word before, or by century when nothing countable follows."""
    year = chunk.parts.year or 0
    if text[tokens.starts[chunk.start]] in "'’":
        return False
    follows = text[tokens.ends[chunk.start] :].lstrip(" ")[:20]
    counted = re.match(r"[a-z]+(?:s|men|people|women|children)\b", follows) is not None
    if before in _YEAR_LEADS:
        return not counted or before in {CODES["IN"], CODES["SINCE"]} or 1980 <= year <= 2050
    return 1900 <= year <= 2050 and not counted
