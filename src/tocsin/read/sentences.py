"""Split lines into sentences without breaking at abbreviations, initials, clock times or decimal points."""

from __future__ import annotations

import re

from tocsin.model.document import Part, Sentence
from tocsin.model.span import cut
from tocsin.read.parts import Line

_ABBREVIATIONS = frozenset(
    "gen lt col maj sgt capt cpl pvt brig adm cmdr dr mr mrs ms st prof hon rev sen rep gov pres supt insp det "
    "jan feb mar apr jun jul aug sept sep oct nov dec no vs etc approx inc ltd co corp ft mt e.g i.e viz al jr sr".split()
)
_NEVER_LAST = frozenset(
    "gen lt col maj sgt capt cpl pvt brig adm cmdr dr mr mrs ms prof hon rev sen rep gov supt".split()
)
_BREAK = re.compile(r"(?<=\.com)(?=[A-Z])|[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9À-ÞĀ-Ž])|[.!?…]+[\"'”’)\]]*$")
_WORD_BEFORE = re.compile(r"([\w.’'-]+)$")


def split_sentences(text: str, lines: tuple[Line, ...]) -> tuple[Sentence, ...]:
    """Split every line into sentences, numbered through the report; a heading or caption is one sentence."""
    found: list[Sentence] = []
    for line in lines:
        for start, end in _split_line(text, line):
            span = cut(text, start, end)
            found.append(Sentence(len(found), span, line.part, line.paragraph))
    return tuple(found)


def _split_line(text: str, line: Line) -> list[tuple[int, int]]:
    if line.part in _WHOLE:
        return [(line.start, line.end)]
    pieces: list[tuple[int, int]] = []
    start = line.start
    for match in _BREAK.finditer(text, line.start, line.end):
        if match.end() < line.end and _is_abbreviation(text, start, match):
            continue
        pieces.append((start, match.end()))
        start = match.end()
    if text[start : line.end].strip():
        pieces.append((start, line.end))
    return pieces


_WHOLE: frozenset[Part] = frozenset({"title", "head", "caption", "credit", "noise"})


def _is_abbreviation(text: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether the full stop belongs to the word before it."""
    if not match[0].startswith("."):
        return False
    before = _WORD_BEFORE.search(text, max(start, match.start() - 20), match.start())
    if before is None:
        return False
    word = before[1].lower().strip("'’")
    if word in _NEVER_LAST:
        return True
    after = text[match.end() : match.end() + 3].strip()
    if word in _ABBREVIATIONS:
        return after[:1].isdigit() or word in {"no", "st", "mt", "ft"}
    if re.fullmatch(r"(?:[a-z]\.)+[a-z]", word):  # U.S, p.m, U.N: a new sentence only before a usual opener
        follower = re.match(r"\s+([\"'“‘(\[]*[A-Z][\w’'-]*)", text[match.end() :])
        if word in {"a.m", "p.m"}:
            return follower is None
        return follower is None or follower[1].strip("\"'“‘([").lower() not in _OPENERS
    return len(word) == 1 and word.isalpha()  # an initial


_OPENERS = frozenset(
    "the a an in on at it he she they this that these those but and meanwhile according no there after while several "
    "some one two three his her its their officials police as since when later earlier".split()
)
