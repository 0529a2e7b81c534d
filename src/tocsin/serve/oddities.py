"""Find the sentence that a warning about a report is about."""

from __future__ import annotations

import re

from tocsin.model.document import Document, Sentence

CLOCK_WARNINGS = frozenset({"time-conversion-wrong", "day-moved-by-time-zone"})
_CLOCK = re.compile(r"\b\d{1,2}(?:[:.]?\d{2})?\s?(?:[ap]\.?m\b|GMT\b|UTC\b)", re.IGNORECASE)
"""A printed time of day, as in "7.20 p.m." or "(1620 GMT)"."""


def odd_sentence(document: Document, code: str, start: int | None) -> Sentence | None:
    """Find the sentence that a warning is about; ``start`` is where its words begin.

    A warning about clocks is about the sentence that prints them, which need not be the one that names the day.
    """
    if code in CLOCK_WARNINGS:
        printed = [(len(_CLOCK.findall(s.text)), s) for s in document.sentences]
        most = max((number for number, _ in printed), default=0)
        if most:
            return next(s for number, s in printed if number == most)
    return None if start is None else document.sentence_at(start)
