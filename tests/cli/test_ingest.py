"""``tocsin ingest``: one line a report, the same report once, what changed told, failures kept for another try."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import tocsin

pytestmark = pytest.mark.usefixtures("fake_reader")
Run = Callable[..., Any]


@pytest.fixture
def rows(folder: Path) -> str:
    """Write three reports: two of an attack, one of none."""
    path = folder / "in.jsonl"
    told = [
        {"id": "a", "text": "Rockets hit a base.", "published": "2019-12-28"},
        {"id": "b", "text": "Rockets fell on a town far away, and that is another thing.", "published": "2020-03-01"},
        {"id": "c", "text": "The match was lost."},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in told), encoding="utf-8")
    return "in.jsonl"


def test_each_report_gives_one_line_and_the_change_is_told(run: Run, rows: str) -> None:
    told = run("ingest", rows, "--db", "x.db")
    assert told.status == 0
    assert [line.split()[:2] for line in told.out.splitlines()] == [["new", "a"], ["new", "b"], ["new", "c"]]
    assert "no attack" in told.out.splitlines()[2]
    assert "3 reports: 3 new, 0 known before, 1 without an attack." in told.err
    assert "2 incidents now, 0 before: 2 new, 0 changed." in told.err


def test_the_same_reports_again_change_nothing(run: Run, rows: str) -> None:
    run("ingest", rows, "--db", "x.db")
    told = run("ingest", rows, "--db", "x.db")
    assert told.status == 0
    assert all(line.startswith("known") for line in told.out.splitlines())
    assert "0 new, 3 known before." in told.err
    assert "2 incidents now, 2 before: 0 new, 0 changed." in told.err


def test_the_ledger_is_a_setting(run: Run, rows: str, folder: Path) -> None:
    (folder / "tocsin.toml").write_text('db = "mine.db"', encoding="utf-8")
    assert run("ingest", rows, "-q").err == ""
    assert (folder / "mine.db").is_file()


def test_json_says_the_same_to_programs(run: Run, rows: str) -> None:
    told = run("ingest", rows, "--json", "-q")
    found = [json.loads(line) for line in told.out.splitlines()]
    assert [(row["id"], row["new"], row["n_mentions"]) for row in found] == [
        ("a", True, 1),
        ("b", True, 1),
        ("c", True, 0),
    ]
    assert found[0]["place"] == "in.jsonl line 1"


def test_failures_are_told_listed_and_kept_for_another_try(run: Run, folder: Path) -> None:
    (folder / "good.txt").write_text("Rockets", encoding="utf-8")
    (folder / "bad.txt").write_text("Rockets #crash", encoding="utf-8")
    told = run("ingest", "bad.txt", "none.txt", "good.txt", "--db", "x.db")
    assert told.status == 2
    assert told.out.startswith("new    rp-")
    assert told.err.strip().endswith("2 of 3 could not be read:\n  E110  bad.txt\n  E105  none.txt")
    ledger = tocsin.open("x.db")
    assert {failure.code for failure in ledger.failures()} == {"E110", "E105"}
    ledger.close()


def test_a_folder_is_read_with_its_tables(run: Run, rows: str, folder: Path) -> None:
    (folder / "d.txt").write_text("Rockets", encoding="utf-8")
    told = run("ingest", ".")
    assert told.status == 0
    assert len(told.out.splitlines()) == 4
    assert rows in {path.name for path in folder.iterdir()}


def test_an_interrupted_run_keeps_what_it_has_read(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text("Rockets", encoding="utf-8")
    (folder / "b.txt").write_text("#interrupt", encoding="utf-8")
    told = run("ingest", "a.txt", "b.txt", "--db", "x.db")
    assert told.status == 130
    assert "1 new report is kept in x.db. Run the same command again to go on." in told.err
    ledger = tocsin.open("x.db")
    assert len(ledger.reports()) == 1
    ledger.close()


def test_files_of_a_folder_that_are_not_read_are_named(run: Run, folder: Path) -> None:
    (folder / "news").mkdir()
    (folder / "news" / "a.txt").write_text("Rockets hit a base.", encoding="utf-8")
    (folder / "news" / "b.pdf").write_bytes(b"%PDF-1.4")
    told = run("ingest", "news", "--db", "my.db")
    assert told.status == 0
    assert "Not read, neither texts nor tables: b.pdf." in told.err


def test_a_table_without_reports_is_told_in_one_line(run: Run, folder: Path) -> None:
    (folder / "none.jsonl").write_text("", encoding="utf-8")
    told = run("ingest", "none.jsonl", "--db", "my.db")
    assert (told.status, told.out) == (0, "")
    assert told.err == "No report in the input.\n"
