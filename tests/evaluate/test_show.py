"""The table and the page say what was measured, how it is defined and how to repeat it."""

from __future__ import annotations

import pytest

from tocsin.evaluate import run
from tocsin.evaluate.fields import FIELDS
from tocsin.evaluate.scores import Crash
from tocsin.evaluate.show import show_crashes, show_markdown, show_number, show_table


@pytest.fixture
def scores(build):
    rows = [build.gold_row(build.main(), key="wce-1"), build.gold_row(build.main(), build.background(), key="rt-2")]
    answer = build.as_contract(rows[0])
    return run(rows, lambda _: answer, name="gold/dev", sha256="f" * 64)


def test_the_table_leads_with_the_headline_and_shows_counts(scores):
    lines = show_table(scores).splitlines()
    assert lines[0] == "gold/dev: 2 reports, 0 could not be read"
    killed = next(line for line in lines if line.startswith("killed figure "))
    assert killed.split()[-6:] == ["1.000", ".667", ".800", "3", "2", "2"]
    assert next(line for line in lines if line.startswith("retold reports")).split()[2] == "1"


def test_the_page_names_its_command_and_data_and_defines_every_field(scores):
    page = show_markdown(scores, "tocsin evaluate gold/dev.jsonl --markdown")
    assert page.startswith("# Accuracy\n")
    assert "$ tocsin evaluate gold/dev.jsonl --markdown" in page
    assert "ffffffffffffffff…" in page
    assert all(f"`{field.name}`" in page and field.definition in page for field in FIELDS)
    assert "| killed figure | 1.000 | .667 | .800 | " in page


def test_the_page_has_none_of_the_reports_text(scores, build):
    assert "Marsa" not in show_markdown(scores, "x")


def test_intervals_hold_the_score_and_repeat(scores):
    low, high = scores.interval("killed")
    assert low <= scores.value("killed") <= high
    assert scores.interval("killed") == (low, high)


def test_many_crashes_are_listed_in_part_and_counted():
    lines = show_crashes([Crash(str(n), "boom") for n in range(5)], most=2)
    assert lines == ["could not read 0: boom", "could not read 1: boom", "and 3 more: --json lists them all"]


@pytest.mark.parametrize(("value", "shown"), [(0.87349, ".873"), (1.0, "1.000"), (0.0, ".000"), (None, "–")])
def test_show_number(value, shown):
    assert show_number(value) == shown
