"""Runs of a sentence join to its wording, and the marked words are exactly those of the span."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tocsin.model.document import Sentence
from tocsin.model.span import Span
from tocsin.read import read_document
from tocsin.serve.web.sourcetext import (
    TextMark,
    cut_sentence,
    mark_statements,
    quote_span,
    view_paragraphs,
)
from tocsin.testing import report, sample_readings, words_of

TEXT = "Rockets hit a base near Kirkuk — «ثلاثة» قتلى, officials said. Two men were hurt."


def sentence(text, start=0):
    return Sentence(3, Span(start, start + len(text), text), "body", 0)


@given(st.data())
def test_runs_join_to_the_sentence_whatever_the_marks(data):
    start = data.draw(st.integers(0, 500))
    text = data.draw(st.text(min_size=1, max_size=60))
    marks = []
    for number in range(data.draw(st.integers(0, 6))):
        left = data.draw(st.integers(max(0, start - 5), start + len(text)))
        right = data.draw(st.integers(left + 1, start + len(text) + 6))
        marks.append(TextMark(Span(left, right, "x" * (right - left)), f"#{number}", "when", "x"))
    runs = cut_sentence(sentence(text, start), marks)
    assert "".join(run.text for run in runs) == text
    covered = {i for m in marks for i in range(max(m.span.start, start), min(m.span.end, start + len(text)))}
    assert sum(len(run.text) for run in runs if run.href) == len(covered)


def test_the_narrowest_mark_gets_the_words_it_shares():
    wide = TextMark(Span(0, 30, TEXT[:30]), "#wide", "where", "a base")
    narrow = TextMark(Span(0, 7, "Rockets"), "#narrow", "weapon", "rocket")
    runs = cut_sentence(sentence(TEXT), [wide, narrow])
    assert [(r.text, r.href) for r in runs[:2]] == [("Rockets", "#narrow"), (TEXT[7:30], "#wide")]


def test_a_quote_marks_exactly_the_words_of_the_span():
    source = report(TEXT)
    document = read_document(source)
    span = words_of(source, "Two men were hurt")
    number, runs = quote_span(document, span)
    assert [r.text for r in runs if r.kind] == ["Two men were hurt"]
    assert "".join(r.text for r in runs) == document.sentences[number - 1].span.text


def test_every_statement_of_the_sample_is_marked_in_its_text():
    for reading in sample_readings():
        document = read_document(reading.report)
        for one in reading.statements:
            marks = mark_statements([one], lambda s: f"#{s.id}")
            paragraphs = view_paragraphs(document, marks, lambda n: f"s{n}")
            words = "".join(run.text for p in paragraphs for s in p.sentences for run in s.segments if run.href)
            assert "".join(words.split()) == ("".join(one.span.text.split()) if one.span else "")


def test_sentences_are_numbered_from_one_in_order():
    document = read_document(report(TEXT))
    numbers = [s.number for p in view_paragraphs(document, (), lambda n: f"s{n}") for s in p.sentences]
    assert numbers == list(range(1, len(document.sentences) + 1))
