"""A report with its structure read: parts, sentences, quotations and who is quoted."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Literal

from tocsin.model.report import Report
from tocsin.model.span import Span

Part = Literal["title", "lead", "body", "head", "caption", "list", "credit", "noise"]
"""What a line of a report is: a title, the first paragraph, running text, a section head, a picture caption,
a list item, an agency credit or byline, or page furniture such as a newsletter call."""

SpeakerKind = Literal[
    "official", "military", "police", "medical", "eyewitness", "group", "media", "anonymous", "outlet"
]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, its number in the report (from 0), its paragraph, and the part of the report it stands in."""

    index: int
    span: Span
    part: Part
    paragraph: int

    @property
    def text(self) -> str:
        """Give the wording on one line: line breaks of a hard-wrapped text become spaces, so offsets stay."""
        return self.span.text.replace("\n", " ")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Name whose voice a statement is in. None, in its place, means the outlet's own voice."""

    name: str
    kind: SpeakerKind
    named: bool
    span: Span | None = None
    via: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Attribution:
    """Say that the words in ``content`` are credited to ``speaker``; ``cue`` is the verb or preposition of saying."""

    speaker: Speaker
    content: Span
    cue: Span
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """Hold a report with its sentences (in order, never overlapping) and its attributions."""

    report: Report
    sentences: tuple[Sentence, ...]
    attributions: tuple[Attribution, ...] = ()
    quotes: tuple[Span, ...] = ()
    _starts: tuple[int, ...] = field(default=(), repr=False, compare=False)

    @property
    def text(self) -> str:
        """Give the stored text."""
        return self.report.text

    def sentence_at(self, offset: int) -> Sentence | None:
        """Find the sentence that covers a code-point offset, or the last one before it."""
        starts = self._starts or tuple(s.span.start for s in self.sentences)
        place = bisect_right(starts, offset) - 1
        return self.sentences[place] if place >= 0 else None

    def speaker_at(self, start: int, end: int) -> Speaker | None:
        """Find who is credited with the words in ``[start, end)``: the narrowest attribution that covers them."""
        best: Attribution | None = None
        for item in self.attributions:
            covers = item.content.start <= start and end <= item.content.end
            if covers and (best is None or _width(item.content) < _width(best.content)):
                best = item
        return best.speaker if best else None


def _width(span: Span) -> int:
    return span.end - span.start
