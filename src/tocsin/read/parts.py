"""Tell apart the lines of a report: title, lead, body, section heads, captions, list items, credits, furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tocsin.model.document import Part

_CAPTION = re.compile(
    r"(?:google maps|getty images?|/\s*(?:afp|ap|reuters|epa)\b|file photo|\bfile\s+(?:image|picture)|\bphoto(?:graph)?(?:\s+by|:)|"
    r"\bimage(?:\s+(?:credit|source|copyright)|:)|\bcaption\b|\bcredit:|©|\bin this (?:photo|image|picture)\b|"
    r"\bon (?:the|a) map\b|\bmap (?:of|showing|shows)\b|\bpictured\b|^—)",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"^(?:(?:please )?(?:subscribe|sign up|follow us|read more|read also|also read|related|advertis|share this|click here|"
    r"download our|our newsletter|newsletter|join our|watch:|listen:|more on this|recommended|trending|copyright|"
    r"all rights reserved|cookies?|comments?\b|support our)|.*\ball rights reserved\b)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"^(?:by [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,4}$|[-–—]?\s*(?:with|additional) (?:reporting|material)\b|reporting by\b|"
    r"edited by\b|editing by\b|\(?(?:ap|afp|reuters|dpa|xinhua|anadolu|agencies)\)?$|[-–—]\s*\w[\w ]{2,30}$|"
    r"(?:last )?(?:updated|published|posted)\b.{0,60}$)",
    re.IGNORECASE,
)
_LIST = re.compile(r"^(?:[-*•·▪]\s+|\(?\d{1,2}[.)]\s+)")
_STAMP = re.compile(
    r"^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?(?:[a-z]{3,9}\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\s+[a-z]{3,9}\.?,?\s+\d{4}|"
    r"\d{4}-\d\d-\d\d)[\s,|–-]*(?:\d{1,2}[:.]\d\d.{0,20})?$",
    re.IGNORECASE,
)
_END = re.compile(r"[.!?…][\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """One non-empty line: half-open offsets without outer white space, its part, its paragraph number."""

    start: int
    end: int
    part: Part
    paragraph: int


def split_parts(text: str, title: str = "") -> tuple[Line, ...]:
    """Split a text into lines and say what part of the report each is.

    The title is the first line when it equals ``title`` or when it is short, without a full stop, and followed by
    more text. The lead is the first running paragraph.
    """
    raw = _join_wrapped(text, [(m.start(), m.end()) for m in re.finditer(r"\S[^\n]*", text)])
    found: list[Line] = []
    lead_seen = False
    for number, (start, end) in enumerate(raw):
        words = text[start:end].rstrip()
        part = _classify(words, number, len(raw), title, lead_seen=lead_seen)
        lead_seen = lead_seen or part == "lead"
        found.append(Line(start, start + len(words), part, number))
    return tuple(found)


def _join_wrapped(text: str, lines: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join the lines of hard-wrapped paragraphs: a long line that ends in mid-sentence and a next one right below.

    A line is long when it is nearly as wide as the widest of its block; blocks are parted by empty lines.
    """
    joined: list[tuple[int, int]] = []
    widths = [end - start for start, end in lines]
    limit = max(widths, default=0)
    wrapped = limit <= 110 and sum(45 <= w <= 110 for w in widths) >= 2
    for number, (start, end) in enumerate(lines):
        if (
            joined
            and wrapped
            and text[lines[number - 1][1] : start].count("\n") == 1
            and not _LIST.match(text[start:end])
        ):
            above = text[lines[number - 1][0] : lines[number - 1][1]].rstrip()
            first_word = len(text[start:end].split(" ", 1)[0])
            full = len(above) + 1 + first_word > limit * 0.8
            if full and not (
                len(joined) == 1
                and number == 1
                and not above.endswith((".", ","))
                and text[start:end].split(maxsplit=1)[0][0].isupper()
                and len(above) < limit * 0.9
            ):
                joined[-1] = (joined[-1][0], end)
                continue
        joined.append((start, end))
    return joined


def _classify(words: str, number: int, total: int, title: str, *, lead_seen: bool) -> Part:
    ends = bool(_END.search(words))
    if number == 0 and total > 1 and (words == title.strip() or (len(words) <= 200 and not ends)):
        return "title"
    if _NOISE.match(words):
        return "noise"
    if _CREDIT.match(words) or _STAMP.match(words):
        return "credit"
    if len(words) <= 160 and _CAPTION.search(words) and not ends:
        return "caption"
    if _LIST.match(words):
        return "list"
    short = len(words) <= 90 and len(words.split()) <= 14
    if (
        total > 1
        and short
        and (not ends or (words.endswith("?") and '"' not in words))
        and not words.endswith((":", ","))
    ):
        return "head"
    return "body" if lead_seen else "lead"
