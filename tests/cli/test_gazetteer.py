"""``tocsin gazetteer``: a name is looked up, and a placing explained, for a person and for a program."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]
TEXT = "Three rockets hit a market in Tripoli, Lebanon, on Friday, killing three people."


def test_find_prints_the_likeliest_first(run: Run) -> None:
    told = run("gazetteer", "find", "Tripoli", "--limit", "2")
    assert told.status == 0
    assert told.out.splitlines()[0].startswith("Tripoli, Tripoli, LY")
    assert "geonames:2210247" in told.out
    assert "more: raise --limit" in told.err


@pytest.mark.parametrize("country", ["LB", "lb", "Lebanon"])
def test_find_keeps_one_country(run: Run, country: str) -> None:
    told = run("gazetteer", "find", "tripoli", "--country", country, "--json")
    found = [json.loads(line) for line in told.out.splitlines()]
    assert {place["country"] for place in found} == {"LB"}
    assert set(found[0]) >= {"id", "name", "lat", "lon", "level", "admin1", "radius_km", "kind"}


def test_find_says_what_a_flagged_name_needs(run: Run) -> None:
    assert "Also a word or a person's name" in run("gazetteer", "find", "Hays", "--country", "YE").out


def test_find_without_a_match_is_status_1_with_the_next_step(run: Run) -> None:
    told = run("gazetteer", "find", "Xyzzyqwerty")
    assert (told.status, told.out) == (1, "")
    assert "--places" in told.err
    told = run("gazetteer", "find", "Kandahar", "--country", "IQ")
    assert (told.status, told.out) == (1, "")
    assert "there are some in: AF" in told.err


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (("find", "Kirkuk", "--country", "Atlantis"), "E206 [--country]: no such country"),
        (("find", "Kirkuk", "--limit", "0"), "E206"),
        (("find", "Kirkuk", "--places", "nowhere.csv"), "E521 [nowhere.csv]"),
        (("find",), "E204: missing argument"),
        (("explain", "   "), "E104 [TEXT]: the report is empty"),
        (("explain", "Rockets.", "--published", "27/12"), "E201 [--published]"),
        (("fnd", "Kirkuk"), "E203: no such command 'fnd'. Did you mean 'find'?"),
    ],
)
def test_a_wrong_command_line_is_a_coded_error(run: Run, args: tuple[str, ...], says: str) -> None:
    told = run("gazetteer", *args)
    assert (told.status, told.out) == (2, "")
    assert says in told.err


def test_ones_own_places_are_found_and_their_wrong_lines_told(run: Run, folder: Path) -> None:
    lines = "name,lat,lon,country\nZibdarville,36.3,43.1,IQ\nGone,95,44,IQ\n"
    (folder / "places.csv").write_text(lines, encoding="utf-8")
    told = run("gazetteer", "find", "Zibdarville", "--places", "places.csv")
    assert told.status == 2
    assert "user:iq-zibdarville" in told.out
    assert "E524 [places.csv line 3, lat]" in told.err


def test_explain_shows_candidates_and_why_one_was_chosen(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    told = run("gazetteer", "explain", TEXT, "--published", "2024-03-09")
    assert told.status == 0
    assert "“Tripoli”  characters 30 to 37" in told.out
    assert "in the wider place named +6.0" in told.out
    assert "Attack 1: “rockets hit”" in told.out
    assert "ACLED geo_precision 1, UCDP where_prec 1" in told.out


def test_explain_gives_the_same_as_json(run: Run) -> None:
    told = json.loads(run("gazetteer", "explain", TEXT, "--json").out)
    tripoli = told["names"][0]
    assert (tripoli["text"], tripoli["span"], tripoli["outcome"]) == ("Tripoli", [30, 37], "taken")
    assert TEXT[slice(*tripoli["span"])] == "Tripoli"
    assert tripoli["candidates"][0]["chosen"]
    (attack,) = told["attacks"]
    assert attack["place"]["gazetteer"] == tripoli["candidates"][0]["id"]
    assert (attack["place"]["acled_geo_precision"], attack["place"]["ucdp_where_prec"]) == (1, 1)
    assert attack["weighed"][0]["text"] == "Tripoli"


def test_explain_reads_standard_input_and_says_where_nothing_is(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"The council met in Kirkuk.")))
    told = run("gazetteer", "explain", "-")
    assert told.status == 0
    assert "“Kirkuk”" in told.out
    assert "No attack found" in told.out
    told = run("gazetteer", "explain", "Nothing happened at all.")
    assert told.status == 1
    assert "No place is named." in told.out


def test_explain_tells_a_failure_of_the_reader_as_one_line(run: Run, fake_reader: None) -> None:
    del fake_reader
    told = run("gazetteer", "explain", "Rockets. #crash")
    assert (told.status, told.out) == (2, "")
    assert "E110 [TEXT]: the reader failed on this report: ValueError: broken on purpose" in told.err
