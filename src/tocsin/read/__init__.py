"""Language work inside one report: parts, sentences, quotations, who is quoted, and the date it speaks from."""

from __future__ import annotations

from dataclasses import replace

from tocsin.model.document import Attribution, Document
from tocsin.model.report import Report
from tocsin.model.span import Span
from tocsin.read.dateline import find_publication
from tocsin.read.parts import split_parts
from tocsin.read.sentences import split_sentences
from tocsin.read.speakers import find_attributions, find_quotes


def read_document(report: Report) -> Document:
    """Read a report's structure; where no publication date was given, take one that the text prints."""
    if report.published is None:
        found = find_publication(report.text)
        if found:
            report = replace(report, published=found.isoformat(), published_basis="text")
    lines = split_parts(report.text, report.title)
    sentences = split_sentences(report.text, lines)
    quotes = find_quotes(report.text, sentences)
    return Document(
        report=report,
        sentences=sentences,
        attributions=tuple(_exact(report.text, item) for item in find_attributions(sentences, quotes)),
        quotes=quotes,
        _starts=tuple(s.span.start for s in sentences),
    )


def _exact(text: str, item: Attribution) -> Attribution:
    """Give every span of an attribution the exact slice of the text: sentences are read with line breaks as spaces."""
    if "\n" not in text:
        return item
    span = item.speaker.span
    speaker = item.speaker if span is None else replace(item.speaker, span=_slice(text, span))
    return replace(item, speaker=speaker, content=_slice(text, item.content), cue=_slice(text, item.cue))


def _slice(text: str, span: Span) -> Span:
    return Span(span.start, span.end, text[span.start : span.end])
