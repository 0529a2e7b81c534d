"""``--places``: a person's own places are read first, told where they are wrong, and used in what comes out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

TEXT = "Three rockets hit Zibdarville in Iraq on Friday, killing two soldiers, the army said.\n"
GOOD = "name,lat,lon,country\nZibdarville,36.3,43.1,IQ\n"


@pytest.fixture
def report(folder: Path) -> str:
    """Write a report beside a file of places."""
    (folder / "places.csv").write_text(GOOD, encoding="utf-8")
    (folder / "report.txt").write_text(TEXT, encoding="utf-8")
    return "report.txt"


def where(out: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(out)["mentions"][0]["where"]
    return found


def test_a_report_is_placed_at_ones_own_place(run: Run, report: str) -> None:
    told = run("extract", report, "--places", "places.csv", "--json", "--published", "2024-03-09")
    assert (told.status, told.err) == (0, "")
    found = where(told.out)
    assert (found["gazetteer"], found["lat"], found["precision"]) == ("user:iq-zibdarville", 36.3, "town")
    assert where(run("extract", report, "--json", "--published", "2024-03-09").out)["gazetteer"] != found["gazetteer"]


def test_the_setting_does_what_the_flag_does(run: Run, report: str, folder: Path) -> None:
    (folder / "tocsin.toml").write_text('places = "places.csv"', encoding="utf-8")
    told = run("extract", report, "--json", "--published", "2024-03-09")
    assert where(told.out)["gazetteer"] == "user:iq-zibdarville"


@pytest.mark.parametrize("command", ["extract", "ingest"])
def test_a_wrong_line_is_told_and_the_rest_is_used(run: Run, report: str, folder: Path, command: str) -> None:
    (folder / "places.csv").write_text(GOOD + "Gone,95,44,IQ\n", encoding="utf-8")
    told = run(command, report, "--places", "places.csv", "--published", "2024-03-09")
    assert told.status == 2
    assert "error E524 [places.csv line 3, lat]: the column 'lat' goes from -90 to 90 (got '95')." in told.err
    assert "1 place of your own could not be read; the others are used." in told.err
    assert "Zibdarville" in told.out or command == "ingest"


@pytest.mark.parametrize("command", ["extract", "ingest"])
def test_a_file_that_is_not_there_stops_before_anything_is_read(
    run: Run, report: str, folder: Path, command: str
) -> None:
    told = run(command, report, "--places", "nowhere.csv")
    assert (told.status, told.out) == (2, "")
    assert "error E521 [nowhere.csv]" in told.err
    assert not (folder / "tocsin.db").exists()


def test_info_names_the_file_and_no_folder(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCSIN_PLACES", str(folder / "secret" / "places.csv"))
    told = run("info", "--markdown")
    assert "| setting places | `places.csv` |" in told.out
    assert "secret" not in told.out
