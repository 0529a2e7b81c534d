"""Split a text into words, and say how each is written: capitals, a shouted line, a text without capitals."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

ABBREVIATIONS = frozenset({"St", "Mt", "Ft", "Ste"})
"""Short forms whose full stop ends no sentence."""
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’‘ʿʾʼ`][^\W_]+)*")
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

    @property
    def cap(self) -> bool:
        """Tell whether it begins with a capital, or stands in a text that has none."""
        return self.text[0].isupper() or (self.low and self.text[0].isalpha())

    @property
    def folded(self) -> str:
        """Give it without regard to capitals."""
        return self.text.casefold()


def split_words(text: str) -> list[Word]:
    """Split a text into words, in order."""
    capitals = sum(1 for c in text if c.isupper())
    low = len(text) > 15 and capitals * 200 < len(text) and not re.search(r"[A-Z][a-z]", text)
    shouted = _shouted_lines(text)
    heads = [start for start, _ in shouted]
    tokens: list[Word] = []
    at = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        gap = text[at:start]
        abbreviation = gap == ". " and tokens and tokens[-1].text in ABBREVIATIONS
        opens = not tokens or (bool(_SENTENCE_BREAK.search(gap)) and not abbreviation)
        line = bisect_right(heads, start) - 1
        loud = line >= 0 and start < shouted[line][1]
        tokens.append(Word(match.group(), start, end, opens, loud, low, gap))
        at = end
    return tokens


def _shouted_lines(text: str) -> list[tuple[int, int]]:
    spans = []
    for line in re.finditer(r"[^\n]+", text):
        letters = [c for c in line.group() if c.isalpha()]
        if len(letters) >= 8 and sum(c.isupper() for c in letters) > 0.8 * len(letters):
            spans.append(line.span())
    return spans
