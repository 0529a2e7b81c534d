"""Hand-made values are as sound as read ones."""

from __future__ import annotations

import doctest
from datetime import date

import pytest

from tocsin.model.statement import statement_from_json
from tocsin.testing import builders, figure, mention, report, sample_readings, statement, toll, when


def test_the_example_in_the_builders_module_runs():
    assert doctest.testmod(builders).failed == 0


def test_every_span_of_the_sample_slices_to_its_words():
    for one in sample_readings():
        for said in one.statements:
            assert said.span is None or one.report.text[said.span.start : said.span.end] == said.span.text


def test_every_value_of_the_sample_is_valid_and_survives_json():
    for one in sample_readings():
        for said in one.statements:
            assert said.value.validate() == []
            assert statement_from_json(said.to_json()).to_json() == said.to_json()


def test_words_that_are_not_there_are_refused():
    source = report()
    with pytest.raises(ValueError, match="does not say"):
        statement(source, mention(source), toll("killed", 1), "two dead")


def test_mentions_in_two_sentences_have_two_ids():
    source = report("Rockets hit. Mortars hit.")
    assert mention(source, "Rockets").id != mention(source, "Mortars").id


@pytest.mark.parametrize(
    ("text", "start", "end", "precision"),
    [
        ("2019-12-27", date(2019, 12, 27), date(2019, 12, 27), "day"),
        ("2019-12-27T19:20", date(2019, 12, 27), date(2019, 12, 27), "minute"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "month"),
        ("2019", date(2019, 1, 1), date(2019, 12, 31), "year"),
        ("2019-12-26/2019-12-28", date(2019, 12, 26), date(2019, 12, 28), "range"),
    ],
)
def test_times_are_read_at_their_precision(text, start, end, precision):
    built = when(text)
    assert (built.start, built.end, built.precision) == (start, end, precision)


def test_figures_come_from_numbers_words_and_bounds():
    assert (figure(3).low, figure("several").high, figure((3, 5)).high) == (3, None, 5)
