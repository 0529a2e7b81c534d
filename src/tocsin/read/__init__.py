"""Language work inside one report: parts, sentences, quotations, who is quoted, and the date it speaks from."""

from __future__ import annotations

from dataclasses import replace

from tocsin.model.document import Document
from tocsin.model.report import Report
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
        attributions=find_attributions(sentences, quotes),
        quotes=quotes,
        _starts=tuple(s.span.start for s in sentences),
    )
