"""``tocsin actors find``: whom words are linked to, and who else bears the name."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_words_need_no_quotes(run: Run) -> None:
    told = run("actors", "find", "suspected", "Boko", "Haram", "gunmen")
    assert (told.status, told.err) == (0, "")
    assert told.out.startswith("boko-haram  Boko Haram  rebel group  NG, NE, TD, CM  since 2002\n")
    assert "linked by name; ACLED inter 2, PLOVER REB" in told.out


def test_country_and_year_decide(run: Run) -> None:
    assert run("actors", "find", "ELN", "--country", "bo", "--year", "1990").out.startswith("eln-bo ")
    unsure = run("actors", "find", "ELN")
    assert unsure.status == 1
    assert [line.split()[0] for line in unsure.out.splitlines()] == ["eln-bo", "eln-co", "eln-pe"]
    assert "--country" in unsure.err


def test_unknown_words_are_no_actor(run: Run) -> None:
    told = run("actors", "find", "gunmen")
    assert (told.status, told.out) == (1, "")
    assert "kept as worded" in told.err


def test_json(run: Run) -> None:
    told = run("actors", "find", "the army", "--country", "MM", "--json")
    answer = json.loads(told.out)
    assert (answer["actor"]["id"], answer["actor"]["by"], answer["candidates"]) == ("mm-military", "country", [])
    unsure = run("actors", "find", "ELN", "--json")
    assert unsure.status == 1
    assert json.loads(unsure.out)["actor"] is None
    assert len(json.loads(unsure.out)["candidates"]) == 3


def test_a_table_of_ones_own(run: Run, folder: Path) -> None:
    (folder / "mine.csv").write_text("id,name,kind\nblue,Blue Front,gang\n", encoding="utf-8")
    assert run("actors", "find", "Blue Front gunmen", "--table", "mine.csv").out.startswith("blue ")
    (folder / "bad.csv").write_text("id,name,kind\nblue,Blue Front,crowd\n", encoding="utf-8")
    told = run("actors", "find", "Blue", "--table", "bad.csv")
    assert told.status == 2
    assert "E541 [bad.csv, line 2]" in told.err
