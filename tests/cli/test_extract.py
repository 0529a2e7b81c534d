"""``tocsin extract``: one JSON object a report, order kept, ids echoed, failures told and the rest read."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from rich.console import Console

from tocsin import testing as make
from tocsin.cli.reading_view import show_reading
from tocsin.model.kinds.event_type import EventType
from tocsin.model.reading import ReportWarning
from tocsin.serve.report_json import reading_to_json

pytestmark = pytest.mark.usefixtures("fake_reader")
Run = Callable[..., Any]
VALID = jsonschema.Draft202012Validator(
    json.loads(files("tocsin").joinpath("data/schemas/report.json").read_text(encoding="utf-8"))
)


def rows_of(out: str) -> list[dict[str, Any]]:
    """Read JSON lines, each of which must fit the schema."""
    rows = [json.loads(line) for line in out.splitlines()]
    for row in rows:
        VALID.validate(row)
    return rows


def write_rows(path: Path, *rows: Any) -> str:
    """Write rows as JSON lines; a string is written as it is."""
    lines = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def test_json_of_one_file_is_one_line_and_nothing_else(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text("Rockets hit a base.\nÉté – العربية", encoding="utf-8")
    told = run(
        "extract", "a.txt", "--published", "2019-12-28", "--source", "Wire", "--url", "u:1", "--title", "T", "--json"
    )
    assert (told.status, told.err) == (0, "")
    (row,) = rows_of(told.out)
    report = row["report"]
    assert (report["published"], report["source"], report["url"], report["title"]) == ("2019-12-28", "Wire", "u:1", "T")
    assert report["published_basis"] == "given"
    assert row["mentions"][0]["type"]["acled"] == "Shelling/artillery/missile attack"
    assert "العربية" not in row["report"]["title"]


def test_rows_keep_their_order_and_their_ids(run: Run, folder: Path) -> None:
    name = write_rows(folder / "in.jsonl", *({"id": f"r{n}", "text": f"Rockets {n}"} for n in (3, 1, 2)))
    told = run("extract", "--jsonl", name, "--json")
    assert told.status == 0
    assert [row["report"]["id"] for row in rows_of(told.out)] == ["r3", "r1", "r2"]


def test_a_rows_own_values_win_over_the_flags(run: Run, folder: Path) -> None:
    name = write_rows(folder / "in.jsonl", {"id": 7, "text": "Rockets", "source": "Mine"}, {"text": "Rockets too"})
    one, two = rows_of(run("extract", name, "--source", "Flag", "--json").out)
    assert (one["report"]["id"], one["report"]["source"], two["report"]["source"]) == ("7", "Mine", "Flag")
    assert two["report"]["id"] == two["report"]["hash"]


def test_bad_rows_are_told_with_their_line_and_the_others_are_read(run: Run, folder: Path) -> None:
    name = write_rows(
        folder / "in.jsonl",
        {"id": "a", "text": "Rockets"},
        "{not json",
        "",
        "[1]",
        {"id": "b", "text": "   "},
        {"id": "c", "text": "Rockets", "publshed": "2019-12-28"},
        {"id": "d", "text": "Rockets", "published": "yesterday"},
        {"id": "e", "text": "#crash"},
        {"id": "f", "text": 5},
        {"id": "g", "text": "No attack."},
    )
    told = run("extract", "--jsonl", name, "--json")
    assert told.status == 2
    assert [row["report"]["id"] for row in rows_of(told.out)] == ["a", "g"]
    for said in (
        "E106 [in.jsonl line 2 column 2]",
        "E106 [in.jsonl line 4]",
        "E104 [in.jsonl line 5]",
        "E202 [in.jsonl line 6]: unknown column 'publshed'. Did you mean 'published'?",
        "E201 [in.jsonl line 7",
        "E110 [in.jsonl line 8]",
        "E106 [in.jsonl line 9]",
        "7 of 9 could not be read:",
        "  E110  e",
    ):
        assert said in told.err.replace(str(folder) + os.sep, "")


def test_a_bad_file_among_good_ones_is_listed_at_the_end(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text("Rockets", encoding="utf-8")
    (folder / "empty.txt").write_text("", encoding="utf-8")
    told = run("extract", "a.txt", "empty.txt", "missing.txt", "a.txt", "--json")
    assert told.status == 2
    assert len(rows_of(told.out)) == 2
    assert "E104 [empty.txt]" in told.err
    assert "E105 [missing.txt]" in told.err
    assert told.err.strip().endswith("E105  missing.txt")


def test_standard_input_is_a_text_or_rows(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("Rockets é".encode())))
    assert rows_of(run("extract", "-", "--json").out)[0]["report"]["n_chars"] == 9
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"id":"x","text":"Rockets"}\n')))
    assert rows_of(run("extract", "--jsonl", "-", "--json").out)[0]["report"]["id"] == "x"


def test_people_get_fields_and_the_words_that_say_them(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text("Rockets hit a base.", encoding="utf-8")
    told = run("extract", "a.txt")
    assert told.status == 0
    assert "“Rockets”" in told.out
    assert "1 Rockets hit a base." in told.out
    assert "\x1b[" not in told.out


def test_a_report_without_an_attack_is_no_error(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text("The match was lost.", encoding="utf-8")
    told = run("extract", "a.txt")
    assert told.status == 0
    assert "No attack found" in told.out


def test_the_size_limit_is_a_setting(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.txt").write_text("Rockets hit a base.", encoding="utf-8")
    monkeypatch.setenv("TOCSIN_MAX_BYTES", "5")
    told = run("extract", "a.txt", "--json")
    assert told.status == 2
    assert "E102 [a.txt]: the text is larger than 5 bytes" in told.err


def test_a_progress_bar_leaves_standard_output_alone(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = write_rows(folder / "in.jsonl", *({"id": f"r{n}", "text": "Rockets hit a base. " * 20} for n in range(3)))
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("FORCE_COLOR", "1")
    told = run("extract", name, "--json")
    assert [row["report"]["id"] for row in rows_of(told.out)] == ["r0", "r1", "r2"]
    assert "Reading" in told.err


def test_a_reader_that_goes_in_the_middle_is_no_error(folder: Path) -> None:
    write_rows(folder / "in.jsonl", *({"text": f"The match was lost {n}."} for n in range(300)))
    command = [sys.executable, "-m", "tocsin", "extract", "in.jsonl", "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline().startswith(b"{")
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(timeout=30) == 0


def test_a_narrow_screen_cuts_no_value_off() -> None:
    source = make.report("Rockets hit a base near the old bridge, and nobody has said how many.")
    about = make.mention(source, "Rockets")
    kind = EventType("Shelling/artillery/missile attack")
    read = make.reading(source, [about], make.tell(source, about, (kind, "Rockets hit a base near the old bridge")))
    console = Console(width=44, file=io.StringIO(), force_terminal=False)
    console.print(show_reading(reading_to_json(read), read))
    shown = console.file.getvalue()
    assert "…" not in shown
    assert max(map(len, shown.splitlines())) <= 44


def test_a_missing_date_is_told_with_the_next_step() -> None:
    source = make.report("Rockets hit a base on Friday.", published=None)
    read = replace(make.reading(source), warnings=(ReportWarning("date-unanchored", "no date"),))
    console = Console(width=100, file=io.StringIO(), force_terminal=False)
    console.print(show_reading(reading_to_json(read), read))
    assert "note: no date. Give the date with --published." in console.file.getvalue()


def test_an_unknown_reader_in_the_settings_is_refused_with_the_nearest_known_one(run: Run, folder: Path) -> None:
    (folder / "tocsin.toml").write_text('reader = "rule"\n', encoding="utf-8")
    (folder / "r.txt").write_text("A blast killed two people.", encoding="utf-8")
    told = run("extract", "r.txt")
    assert told.status == 2
    assert "E206" in told.err
    assert "'rules'" in told.err
