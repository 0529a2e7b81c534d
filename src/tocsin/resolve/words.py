"""Split a text into words, and say how each is written: capitals, a shouted line, a text without capitals."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

ABBREVIATIONS = frozenset({"St", "Mt", "Ft", "Ste"})
"""Short forms whose full stop ends no sentence."""
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’‘ʿʾʼ`][^\W_]+)*")
_CAPITALISED = re.compile(r"[A-Z][a-z]")
_SENTENCE_BREAK = re.compile(r"[.!?:;\n\"“”|•—–]|^$")


@dataclass(slots=True)
class Word:
    """A word with its half-open code-point offsets."""

    text: str
    start: int
    end: int
    opens: bool  # the first word of a sentence
    shouted: bool  # in a line of capitals
    low: bool  # in a text without capitals
    gap: str  # what lies between this and the word before
    cap: bool  # begins with a capital, or stands in a text that has none
    folded: str  # without regard to capitals


def split_words(text: str) -> list[Word]:
    """Split a text into words, in order."""
    low = len(text) > 15 and not _CAPITALISED.search(text) and sum(map(str.isupper, text)) * 200 < len(text)
    shouted = _shouted_lines(text)
    heads = [start for start, _ in shouted]
    tokens: list[Word] = []
    at = 0
    for match in _TOKEN.finditer(text):
        word, (start, end) = match[0], match.span()
        gap = text[at:start]
        abbreviation = gap == ". " and tokens and tokens[-1].text in ABBREVIATIONS
        opens = not tokens or (gap != " " and bool(_SENTENCE_BREAK.search(gap)) and not abbreviation)
        line = bisect_right(heads, start) - 1
        loud = line >= 0 and start < shouted[line][1]
        cap = word[0].isupper() or (low and word[0].isalpha())
        tokens.append(Word(word, start, end, opens, loud, low, gap, cap, word.casefold()))
        at = end
    return tokens


def _shouted_lines(text: str) -> list[tuple[int, int]]:
    spans = []
    for line in re.finditer(r"[^\n]+", text):
        letters = list(filter(str.isalpha, line[0]))
        if len(letters) >= 8 and sum(map(str.isupper, letters)) > 0.8 * len(letters):
            spans.append(line.span())
    return spans
