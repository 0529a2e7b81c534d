"""``list``, ``show`` and ``export`` over the sample ledger: what is disputed is said, unknown is not zero."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tocsin import testing as make

Run = Callable[..., Any]
VALID = jsonschema.Draft202012Validator(
    json.loads(files("tocsin").joinpath("data/schemas/incident.json").read_text(encoding="utf-8"))
)


@pytest.fixture
def ledger(folder: Path) -> Path:
    """Make the sample ledger under the name that commands look for."""
    path = folder / "tocsin.db"
    make.sample_ledger(path).close()
    return path


def rows_of(out: str) -> list[dict[str, Any]]:
    """Read incidents, each of which must fit the schema."""
    rows = [json.loads(line) for line in out.splitlines()]
    for row in rows:
        VALID.validate(row)
    return rows


@pytest.mark.usefixtures("ledger")
def test_list_one_line_an_incident_with_an_id_that_show_takes(run: Run) -> None:
    told = run("list")
    assert (told.status, told.err) == (0, "")
    head, *lines = told.out.splitlines()
    assert head.split()[:3] == ["ID", "WHEN", "KILLED"]
    assert len(lines) >= 4
    for line in lines:
        assert run("show", line.split()[0]).status == 0


@pytest.mark.usefixtures("ledger")
def test_list_disputes_and_unknown_figures_are_said(run: Run) -> None:
    lines = run("list").out.splitlines()
    assert any("disputed: " in line for line in lines)
    assert any("not stated" in line for line in lines)


@pytest.mark.usefixtures("ledger")
def test_list_filters_choose(run: Run) -> None:
    everything = len(run("list").out.splitlines())
    assert 1 < len(run("list", "--disputed").out.splitlines()) < everything
    assert len(run("list", "--undated", "only").out.splitlines()) == 2
    assert len(run("list", "--limit", "1").out.splitlines()) == 2
    assert "Deir Salim" not in run("list", "--bbox", "43,35,44,36").out


@pytest.mark.usefixtures("ledger")
def test_list_nothing_found_is_status_1(run: Run) -> None:
    told = run("list", "--country", "NO", "--undated", "drop")
    assert (told.status, told.out) == (1, "")
    assert "No incident matches." in told.err


@pytest.mark.usefixtures("ledger")
def test_list_json_fits_the_schema(run: Run) -> None:
    assert len(rows_of(run("list", "--json").out)) == len(run("list").out.splitlines()) - 1


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize(("flag", "value"), [("--bbox", "1,2,3"), ("--since", "soon"), ("--limit", "0")])
def test_list_a_wrong_filter_is_a_coded_error(run: Run, flag: str, value: str) -> None:
    told = run("list", flag, value)
    assert (told.status, told.out) == (2, "")
    assert told.err.startswith("error E2")


@pytest.mark.parametrize("args", [("list",), ("show", "in-1"), ("export",), ("serve",)])
def test_reading_commands_make_no_ledger(run: Run, folder: Path, args: tuple[str, ...]) -> None:
    told = run(*args)
    assert told.status == 2
    assert "E305 [tocsin.db]" in told.err
    assert list(folder.iterdir()) == []


@pytest.mark.usefixtures("ledger")
def test_show_every_figure_stands_with_its_words_and_its_speaker(run: Run) -> None:
    (rockets,) = [row for row in rows_of(run("list", "--json").out) if len(row["reports"]) > 2]
    told = run("show", rockets["id"])
    assert told.status == 0
    for said in ("Six soldiers were wounded", "several soldiers were wounded", "defence ministry", "denies it"):
        assert said in " ".join(told.out.split())
    assert "same text as r" in told.out
    assert "\x1b[" not in told.out


@pytest.mark.usefixtures("ledger")
def test_show_json_holds_incident_and_statements(run: Run) -> None:
    one = rows_of(run("list", "--json").out)[0]
    row = json.loads(run("show", one["id"], "--json").out)
    assert row["id"] == one["id"]
    assert set(row["killed"]["supports"]) <= {said["id"] for said in row["statement_rows"]}


@pytest.mark.usefixtures("ledger")
def test_show_an_unknown_id_is_an_error(run: Run) -> None:
    told = run("show", "in-ffffffff")
    assert (told.status, told.out) == (2, "")
    assert told.err.startswith("error E4")


@pytest.mark.usefixtures("ledger")
def test_export_json_lines_to_standard_output_and_to_a_file_are_the_same(run: Run, folder: Path) -> None:
    told = run("export", "--format", "jsonl")
    assert rows_of(told.out)
    assert run("export", "-o", "out.jsonl").out == ""
    assert (folder / "out.jsonl").read_text(encoding="utf-8") == told.out


@pytest.mark.usefixtures("ledger")
def test_export_csv_is_guessed_from_the_name(run: Run, folder: Path) -> None:
    told = run("export", "-o", "out.csv")
    assert told.err.endswith("in out.csv\n")
    rows = list(csv.DictReader(io.StringIO((folder / "out.csv").read_text(encoding="utf-8"))))
    assert rows[0]["id"].startswith("in-")
    assert any(row["wounded_best"] == "" for row in rows)


@pytest.mark.usefixtures("ledger")
def test_export_filters_choose_and_nothing_is_status_1(run: Run, folder: Path) -> None:
    told = run("export", "-o", "none.jsonl", "--country", "NO", "--undated", "drop")
    assert told.status == 1
    assert (folder / "none.jsonl").read_text(encoding="utf-8") == ""


@pytest.mark.usefixtures("ledger")
def test_export_a_broken_run_leaves_the_old_file(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "out.jsonl").write_text("old", encoding="utf-8")

    def fail(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    told = run("export", "-o", "out.jsonl")
    assert told.status == 2
    assert "E108 [out.jsonl]: cannot be written: no space left on device" in told.err
    assert (folder / "out.jsonl").read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in folder.iterdir() if "out" in path.name) == ["out.jsonl"]


@pytest.mark.usefixtures("ledger")
@pytest.mark.parametrize("name", ["out.xls", "out"])
def test_export_an_unknown_suffix_is_refused(run: Run, name: str) -> None:
    told = run("export", "-o", name)
    assert told.status == 2
    assert "E209 [--output]" in told.err
