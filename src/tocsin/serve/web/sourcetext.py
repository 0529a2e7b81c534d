"""Cut a report's text into paragraphs, sentences and runs, so that every word that is evidence is a link.

The runs of a sentence always join to its exact wording: nothing is added, dropped or repaired.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from tocsin.model.document import Document, Sentence
from tocsin.model.span import Span
from tocsin.model.statement import Statement
from tocsin.serve.web.views import ParagraphView, Ref, Segment, SentenceView

MARKED_FIELDS = (
    "casualty", "no_casualties", "munition", "responsibility", "when", "where", "weapon", "target", "damage", "type",
)  # fmt: skip
"""Which field's link words get where several claim the same ones: figures first."""


@dataclass(frozen=True, slots=True)
class TextMark:
    """Say that words are evidence: where they lead, what kind of field, what they are read as."""

    span: Span
    href: str
    kind: str
    says: str


def mark_statements(statements: Iterable[Statement], link: Callable[[Statement], str]) -> tuple[TextMark, ...]:
    """Make a mark for each statement that has words and that ``link`` leads somewhere."""
    marks = []
    for one in statements:
        href = link(one)
        if one.span is not None and href:
            marks.append(TextMark(one.span, href, one.field, one.value.show()))
    return tuple(sorted(marks, key=_rank))


def view_paragraphs(
    document: Document, marks: Sequence[TextMark], anchor: Callable[[int], str]
) -> tuple[ParagraphView, ...]:
    """Cut a document into paragraphs of sentences; ``anchor`` gives the id of the sentence with that number."""
    found = []
    for (_, part), group in groupby(document.sentences, key=lambda s: (s.paragraph, s.part)):
        sentences = tuple(SentenceView(s.index + 1, anchor(s.index + 1), cut_sentence(s, marks)) for s in group)
        found.append(ParagraphView(part, sentences))
    return tuple(found)


def cut_sentence(sentence: Sentence, marks: Iterable[TextMark]) -> tuple[Segment, ...]:
    """Cut a sentence at the edges of its marks; where marks overlap, the narrowest one gets the words."""
    start, end = sentence.span.start, sentence.span.end
    inside = [m for m in marks if m.span.start < end and start < m.span.end]
    edges = sorted({start, end, *(max(start, m.span.start) for m in inside), *(min(end, m.span.end) for m in inside)})
    runs: list[tuple[str, TextMark | None]] = []
    for left, right in pairwise(edges):
        covering = [m for m in inside if m.span.start <= left and right <= m.span.end]
        chosen = min(covering, key=_rank) if covering else None
        words = sentence.span.text[left - start : right - start]
        if runs and runs[-1][1] is chosen:
            runs[-1] = (runs[-1][0] + words, chosen)
        else:
            runs.append((words, chosen))
    return tuple(Segment(words, m.href, m.kind, m.says) if m else Segment(words) for words, m in runs)


def quote_span(document: Document, span: Span) -> tuple[int, tuple[Segment, ...]]:
    """Quote the sentence that a span starts in, with the span's words marked: its number from 1, and the runs."""
    sentence = document.sentence_at(span.start)
    if sentence is None:
        return 1, (Segment(span.text, kind="mark"),)
    mark = TextMark(span, "", "mark", "")
    return sentence.index + 1, cut_sentence(sentence, [mark])


def make_ref(number: int | None, sentence: int) -> Ref:
    """Point at a sentence: ``r1 s11`` and ``#r1-s11``; with one report on the page, ``s11`` and ``#s11``."""
    if number is None:
        return Ref(f"s{sentence}", f"#s{sentence}")
    return Ref(f"r{number} s{sentence}", f"#r{number}-s{sentence}")


def _rank(mark: TextMark) -> tuple[int, int, int, str]:
    width = mark.span.end - mark.span.start
    order = MARKED_FIELDS.index(mark.kind) if mark.kind in MARKED_FIELDS else len(MARKED_FIELDS)
    return width, order, mark.span.start, mark.href
