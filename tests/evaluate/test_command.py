"""``tocsin evaluate``: what it prints, when it fails, what it refuses."""

from __future__ import annotations

import json
import sys
from types import ModuleType

import pytest
from click.testing import CliRunner

from tocsin.cli.evaluate import YARDSTICK_NAMES, command
from tocsin.errors import UsageError
from tocsin.evaluate.yardsticks import YARDSTICKS


@pytest.fixture
def files(tmp_path, build):
    """Write two gold rows, and predictions that miss the background attack of the second."""
    rows = [build.gold_row(build.main(), key="wce-1"), build.gold_row(build.main(), build.background(), key="rt-2")]
    answers = [build.as_contract(rows[0]), build.as_contract(build.gold_row(build.main(), key="rt-2"))]
    for name, content in (("gold", rows), ("out", answers)):
        (tmp_path / f"{name}.jsonl").write_text("".join(json.dumps(r) + "\n" for r in content), encoding="utf-8")
    return tmp_path


def call(files, *arguments):
    base = [str(files / "gold.jsonl"), "--predictions", str(files / "out.jsonl")]
    return CliRunner().invoke(command, [*base, *map(str, arguments)])


def test_json_is_one_object_and_nothing_else(files):
    done = call(files, "--json")
    assert done.exit_code == 0
    found = json.loads(done.stdout)
    assert found["schema"] == "tocsin.scores/1"
    assert found["fields"]["killed"] == {
        "value": 0.8,
        "precision": 1.0,
        "recall": 0.6667,
        "f1": 0.8,
        "gold": 3,
        "predicted": 2,
        "right": 2,
    }


def test_the_plain_table_and_the_page(files):
    assert "killed figure" in call(files).stdout
    assert call(files, "--markdown").stdout.startswith("# Accuracy")
    assert str(files) not in call(files, "--markdown").stdout


def test_errors_are_browsed_up_to_the_limit(files):
    done = call(files, "--errors", "killed", "--limit", "1")
    assert "rt-2  [missed]" in done.stdout
    assert "Last month a car bomb in Lipin killed nine people." in done.stdout
    found = json.loads(call(files, "--errors", "killed", "--json").stdout)
    assert (found["total"], found["errors"][0]["gold"]) == (1, "9 “killed nine people”")


def test_floors_hold_then_fail_then_are_lowered_with_a_reason(files):
    floors = files / "floors.json"
    assert call(files, "--floors", floors, "--write-floors").exit_code == 0
    assert call(files, "--floors", floors).exit_code == 0
    (files / "out.jsonl").write_text((files / "out.jsonl").read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    failed = call(files, "--floors", floors)
    assert failed.exit_code == 1
    assert "killed: 0.5000 is below its floor 0.8000" in failed.stderr
    kept = call(files, "--floors", floors, "--write-floors")
    assert "killed" in kept.stderr
    assert call(files, "--floors", floors).exit_code == 1
    assert call(files, "--floors", floors, "--write-floors", "--why", "a report was withdrawn").exit_code == 0
    assert call(files, "--floors", floors).exit_code == 0


def test_without_predictions_the_reader_is_loaded_and_sees_no_annotation(files, build, monkeypatch):
    seen = []

    class Reader:
        def read_row(self, row):
            seen.append(row)
            return row

    report_json = ModuleType("tocsin.serve.report_json")
    report_json.reading_to_json = lambda reading: build.as_contract(build.gold_row(build.main(), key=reading["id"]))
    monkeypatch.setattr("tocsin.pipeline.load", lambda *_, **__: Reader())
    monkeypatch.setitem(sys.modules, "tocsin.serve.report_json", report_json)
    done = CliRunner().invoke(command, [str(files / "gold.jsonl"), "--json", "--first", "1"])
    assert json.loads(done.stdout)["fields"]["killed"]["value"] == 1.0
    assert [sorted(row) for row in seen] == [["id", "published", "text"]]


@pytest.mark.parametrize(
    "arguments",
    [("--markdown", "--json"), ("--why", "x"), ("--first", "1", "--write-floors"), ("--floors", "none.json")],
)
def test_contradictions_are_refused(files, arguments):
    done = call(files, *arguments)
    assert isinstance(done.exception, UsageError)


def test_every_yardstick_can_be_named():
    assert set(YARDSTICK_NAMES) == {"gold", *YARDSTICKS}


def test_a_yardstick_prints_its_shares(tmp_path):
    path = tmp_path / "dev.tsv"
    found = json.dumps({"victim-section": [{"victim-was": ["killed"]}]})
    path.write_text(f"Article id\tArticle title\tFull text\tJson\n7\tNews\tA man died.\t{found}\n", encoding="utf-8")
    mention = {"role": "main", "casualties": [{"outcome": "killed", "low": 1, "high": 1}]}
    answer = {"report": {"id": "7", "relevant": True}, "mentions": [mention]}
    (tmp_path / "out.jsonl").write_text(json.dumps(answer) + "\n", encoding="utf-8")
    base = ["--as", "gvdb", str(path), "--predictions", str(tmp_path / "out.jsonl")]
    run = CliRunner().invoke
    assert json.loads(run(command, [*base, "--json"]).stdout)["shares"]["killed_exact"]["right"] == 1
    assert "| killed_exact | 1.000 | 1 | 1 |" in run(command, [*base, "--markdown"]).stdout
    assert run(command, [*base, "--errors", "killed_exact"]).stdout == ""
    assert isinstance(run(command, [*base, "--errors", "toll"]).exception, UsageError)
