"""Tell near-copies of one text from independent reports, by runs of five words (docs/decisions/0003)."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable

from tocsin.model.report import Report
from tocsin.model.witness import Copy, Sketch

RUN = 5
"""Words in a shingle."""
ALIKE = 0.8
"""Jaccard likeness, or containment of the smaller in the larger, from which two texts are copies."""
FEW = 20
"""Texts with fewer shingles share them by chance: they are copies only if all words are equal."""
WITHIN_DAYS = 7
"""Copies appear within days; the same words months later are quoted, not copied. An unknown date rules nothing out."""
_WORD = re.compile(r"\w+")


def sketch_text(text: str) -> Sketch:
    """Hash the runs of five words of a text, case and punctuation folded.

    >>> len(sketch_text("one two three four five six").shingles)
    2
    """
    words = _WORD.findall(text.casefold())
    runs = {_hash(" ".join(words[i : i + RUN])) for i in range(len(words) - RUN + 1)}
    return Sketch(tuple(sorted(runs)), _hash(" ".join(words)))


def find_copies(report: Report, sketch: Sketch, others: Iterable[tuple[Report, Sketch]]) -> list[Copy]:
    """Find which reports print the same text; the likest first."""
    found = []
    for other, theirs in others:
        if other.id != report.id and _near_in_time(report, other):
            score, measure = likeness(sketch, theirs)
            if score >= ALIKE:
                found.append(Copy(report.id, other.id, round(score, 4), measure))
    return sorted(found, key=lambda c: (-c.score, c.of))


def likeness(one: Sketch, two: Sketch) -> tuple[float, str]:
    """Measure how alike two texts are, 0 to 1, and by which measure: ``words``, ``jaccard`` or ``containment``."""
    if one.words == two.words:
        return 1.0, "words"
    a, b = set(one.shingles), set(two.shingles)
    if min(len(a), len(b)) < FEW:
        return 0.0, "words"
    shared = len(a & b)
    jaccard, contained = shared / len(a | b), shared / min(len(a), len(b))
    return (jaccard, "jaccard") if jaccard >= ALIKE else (contained, "containment")


def _near_in_time(one: Report, two: Report) -> bool:
    a, b = one.published_day, two.published_day
    return a is None or b is None or abs((a - b).days) <= WITHIN_DAYS


def _hash(words: str) -> int:
    return zlib.crc32(words.encode())
