"""Cut text into the wordpieces that the encoder knows, with the code points each one covers.

The scheme is that of BERT uncased: control characters dropped, accents stripped, lower case, words parted at white
space and punctuation, each word cut greedily into the longest known pieces (Devlin et al. 2019, BERT, section 3; Wu et
al. 2016, arXiv 1609.08144). A word is worked out once and remembered, so that a report costs one look-up a word.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from pathlib import Path

_PUNCTUATION = r"!-/:-@\[-`{-~«»‐-‧‰-⁞"
_WORDS = re.compile(rf"[^\s{_PUNCTUATION}]+|[{_PUNCTUATION}]")
_LONGEST = 100  # letters: a longer word is unknown as a whole
UNKNOWN = "[UNK]"

Pieces = tuple[tuple[int, int, int], ...]
"""Pieces of a word: id, and half-open offsets within it."""


class WordPieces:
    """Knows the wordpieces of one encoder."""

    def __init__(self, vocabulary: Path) -> None:
        """Read a vocabulary file: one piece a line, its id the line's number from 0."""
        lines = vocabulary.read_text(encoding="utf-8").splitlines()
        self._ids = {piece: n for n, piece in enumerate(lines)}
        self._word = lru_cache(maxsize=65_536)(self._cut_word)

    def id_of(self, piece: str) -> int:
        """Give the id of a piece; KeyError where the vocabulary lacks it."""
        return self._ids[piece]

    def cut(self, text: str) -> tuple[list[int], list[tuple[int, int]]]:
        """Give the ids of a text's pieces, special tokens left out, and the code points that each covers."""
        ids: list[int] = []
        offsets: list[tuple[int, int]] = []
        for match in _WORDS.finditer(text):
            base = match.start()
            for piece, start, end in self._word(match[0]):
                ids.append(piece)
                offsets.append((base + start, base + end))
        return ids, offsets

    def _cut_word(self, word: str) -> Pieces:
        found: list[tuple[int, int, int]] = []
        letters: list[str] = []
        origins: list[int] = []
        for at, char in enumerate(word):
            if _is_control(char):
                continue
            if char.isspace():
                self._close(letters, origins, found)
            elif _stands_alone(char):
                self._close(letters, origins, found)
                self._close([char], [at], found)
            else:
                plain = _plain(char)
                letters += plain
                origins += [at] * len(plain)
        self._close(letters, origins, found)
        return tuple(found)

    def _close(self, letters: list[str], origins: list[int], found: list[tuple[int, int, int]]) -> None:
        """Cut the letters gathered so far greedily into pieces, and begin anew."""
        if not letters:
            return
        word = "".join(letters)
        pieces: list[tuple[int, int, int]] = []
        start = 0
        while start < len(word) and len(word) <= _LONGEST:
            end = len(word)
            while end > start and (("##" if start else "") + word[start:end]) not in self._ids:
                end -= 1
            if end == start:
                break
            pieces.append((self._ids[("##" if start else "") + word[start:end]], origins[start], origins[end - 1] + 1))
            start = end
        if start < len(word):
            pieces = [(self._ids[UNKNOWN], origins[0], origins[-1] + 1)]
        found += pieces
        letters.clear()
        origins.clear()


def _plain(char: str) -> str:
    """Lower a character and strip its accents."""
    if char.isascii():
        return char.lower()
    return "".join(c for c in unicodedata.normalize("NFD", char) if unicodedata.category(c) != "Mn").lower()


def _is_control(char: str) -> bool:
    return (not char.isascii() and (char == "\ufffd" or unicodedata.category(char).startswith("C"))) or char < " "


def _stands_alone(char: str) -> bool:
    """Tell whether a character is a word of its own: punctuation, or an ideograph."""
    if char.isascii():
        return not char.isalnum()
    return unicodedata.category(char).startswith("P") or "\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf"
