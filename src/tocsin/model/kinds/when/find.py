"""Find time expressions in a text: match rules, join neighbours, take in the preposition, drop the implausible."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from tocsin.model.kinds.when.expression import Chunk, Kind, TimeExpression
from tocsin.model.kinds.when.grammar import NARROW, WIDE, Rule, compile_rule
from tocsin.model.kinds.when.lexer import Tokens, tokenise
from tocsin.model.kinds.when.pieces import read_pieces, settle_clock
from tocsin.model.kinds.when.place import is_time, place
from tocsin.model.kinds.when.words import CODES

_IDLE: Final = {CODES[name] for name in ("OTHER", "STOP", "BREAK")}
_TRIGGER: Final = compile_rule(
    "[ISO SLASHED CLOCK CLOCKDOT DAYTH YEAR FOUR DECADE MONTH MAY WEEKDAY WDAY PART TODAY SEASON UNIT UNITS "
    "AMPM OCLOCK XMAS EASTER PALM VAGUE TIME PERIOD PRESENT DAILY WEEKEND CENTURY BC GOOD PAST]"
)
_RUN: Final = re.compile(f"[^{''.join(_IDLE)}]+")


def find_times(text: str, *, all_expressions: bool = False) -> list[TimeExpression]:
    """Find the time expressions of a text, in order, longest first, never overlapping.

    Args:
        text: any text; offsets are code points.
        all_expressions: also give the vague and the timeless ("now", "recently", "for years").

    >>> [found.text for found in find_times("Rockets hit the base on Friday at 7:20 pm.")]
    ['on Friday at 7:20 pm']
    """
    tokens = tokenise(text)
    chunks = [
        chunk
        for run in _RUN.finditer(tokens.classes)
        for chunk in _scan(run, tokens, text, WIDE if all_expressions else NARROW)
    ]
    kept = (chunk for chunk in _join(chunks, tokens) if is_time(chunk, tokens, text, wide=all_expressions))
    return [place(chunk, tokens, text) for chunk in kept]


def _scan(run: re.Match[str], tokens: Tokens, text: str, rules: tuple[Rule, ...]) -> list[Chunk]:
    """Match the rules along one run of words that may speak of time."""
    if not _TRIGGER.search(run[0]):
        return []
    chunks: list[Chunk] = []
    position, stop = run.span()
    # "Baghdad time": the town's name is no time word, so the run may look one word further.
    limit = min(stop + 2, len(tokens.classes))
    while position < stop:
        best: tuple[int, Kind, re.Match[str]] | None = None
        for rule in rules:
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
    "(?:POSSESSIVE|COMMA? (?:AT|IN|BY|DURING|JUST|ON|SHORTLY|TOWARD|FROM)? (?:AFTER|BEFORE)? ABOUT? THE?|LPAREN AT?)"
)
_TIME_TO_DAY: Final = compile_rule("(?:COMMA? (?:ON|OF|IN|TO|INTO)? THE?|LPAREN)")
_TIME_TO_TIME: Final = compile_rule("(?:(?:AT|IN|ON)? ABOUT? THE?|LPAREN)")


def _dayish(chunk: Chunk) -> bool:
    """Say whether a chunk names a day, so that a time of day may join it."""
    parts = chunk.parts
    if chunk.kind in {"duration", "age", "set", "clock", "part_of_day"}:
        return False
    if parts.deictic == "overnight":
        return parts.weekday is not None or parts.day is not None
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
    return chunk.kind in {"clock", "part_of_day"} or (chunk.parts.deictic == "overnight" and not _dayish(chunk))


def _gap_allows(left: Chunk, right: Chunk, gap: str) -> bool:
    """Say whether two neighbours with this between them are one expression."""
    if left.kind == "weekday" and right.parts.unit == "week" and right.parts.which and right.parts.amount is None:
        return left.parts.which is None and right.kind == "relative" and gap in {"", CODES["OF"]}
    if _dayish(left) and _dayish(right):
        if "anchored" in {left.kind, right.kind}:
            return False
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
    if CODES["TO"] in gap or CODES["INTO"] in gap:
        first = replace(first, stage="into")
    elif first.stage and right.parts.stage and first.stage != right.parts.stage:
        first = replace(first, stage=None)
    parts = first.joined(right.parts)
    if parts is None:
        return None
    kind = max(left.kind, right.kind, key=lambda name: _RANK.get(name, 0))
    end = right.end
    if parts.clock and parts.zone is None and tokens.classes[end : end + 1] == CODES["ZONE"]:
        parts = replace(parts, zone=str(tokens.values[end]))
        end += 1
    elif parts.clock and parts.zone is None and tokens.classes[end : end + 2] == CODES["LOCAL"] + CODES["TIME"]:
        parts = replace(parts, zone="local")
        end += 2
    if CODES["LPAREN"] in gap and tokens.classes[end : end + 1] == CODES["RPAREN"]:
        end += 1
    return Chunk(left.start, end, kind, settle_clock(parts))
