"""The whole road from a text to a reading: what goes in is checked, what comes out holds for any text at all."""

from __future__ import annotations

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tocsin import pipeline
from tocsin.errors import InputError, UsageError
from tocsin.serve.report_json import reading_to_json

READER = pipeline.Reader()
TEXT = "Rockets hit a base near Kirkuk on Friday. One contractor was killed."
WORDS = (
    "rocket attack killed wounded several two 30 at least up to a dozen Kirkuk Iraq Iraqi base Shiite militias blamed "
    "claimed responsibility denied Friday November 3 2019 7:20 pm overnight including children police said according "
    "US-led coalition \" “ ” ' ’ , . ; : ( ) - – \n \n\n \t é 中 🚀 \u200b \u0301 \ufeff \r\n % £"
    " meanwhile after in of the"
).split(" ")
NEWS = st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join)
"""Texts of words that the reader knows, in no sensible order: they reach deeper than random letters do."""


def spans_that_lie(reading):
    text = reading.report.text
    spans = [m.anchor for m in reading.mentions]
    spans += [s.span for s in reading.statements if s.span]
    spans += [s.speaker.span for s in reading.statements if s.speaker and s.speaker.span]
    spans += [w.span for w in reading.warnings if w.span]
    spans += [s.span for s in reading.document.sentences]
    return [s for s in spans if text[s.start : s.end] != s.text or not s.text]


def hold(text, schema=None):
    """Read a text and check what must be true of every reading."""
    reading = READER(text, published="2021-05-03")
    assert spans_that_lie(reading) == []
    assert 0 <= reading.relevance <= 1
    known = {m.id for m in reading.mentions}
    assert {s.mention for s in reading.statements} <= known
    assert len(known) == len(reading.mentions)
    assert [m.role for m in reading.mentions].count("main") <= 1
    row = reading_to_json(reading)
    if schema:
        jsonschema.validate(row, schema)
    return row


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=300).filter(str.strip))
def test_any_text_at_all_is_read_and_every_span_slices(text):
    hold(text)


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(NEWS.filter(str.strip))
def test_any_order_of_the_words_of_news_is_read_and_every_span_slices(text):
    hold(text)


def test_a_long_text_is_read():
    assert len(hold(TEXT * 200)["mentions"]) >= 1


def test_a_reading_names_its_maker_and_carries_what_was_told():
    reading = pipeline.load()(
        TEXT, published="2019-12-28", source="Dawn", url="https://example.org/a", title="Base hit"
    )
    assert reading.maker == pipeline.MAKER
    assert (reading.report.outlet, reading.report.url, reading.report.title) == (
        "Dawn",
        "https://example.org/a",
        "Base hit",
    )
    assert reading.relevant


def test_the_same_text_gives_the_same_reading():
    one, two = (reading_to_json(READER(TEXT, published="2019-12-28")) for _ in range(2))
    assert one == two


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_an_empty_report_is_refused(text):
    with pytest.raises(InputError) as caught:
        READER(text)
    assert caught.value.code == "E104"


def test_an_unreadable_date_is_refused():
    with pytest.raises(UsageError) as caught:
        READER(TEXT, published="last Friday")
    assert caught.value.code == "E201"


def test_a_row_is_read_with_its_id():
    reading = READER.read_row({"id": 7, "text": TEXT, "published": "2019-12-28", "lang": None})
    assert (reading.report.key, reading.report.language) == ("7", "en")


def test_a_bad_row_is_refused():
    with pytest.raises(UsageError) as caught:
        READER.read_row({"text": TEXT, "txet": ""})
    assert caught.value.code == "E202"


def test_nothing_heavy_is_loaded_before_the_first_report():
    assert "gazetteer" not in vars(pipeline.load())
