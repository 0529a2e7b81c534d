"""The checker of annotations lets good rows through and names what is wrong in bad ones."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tocsin.evaluate.annotations import check_row


def test_good_rows_pass(build):
    assert check_row(build.gold_row(build.main(), build.background())) == []
    assert check_row(build.gold_row(text=build.other_text)) == []


CHANGES = [
    (lambda m: m.update(role="chief"), "role is not one of"),
    (lambda m: m.pop("status"), "status is missing"),
    (lambda m: m["type"].update(acled="Bombing"), "type.acled is not one of"),
    (lambda m: m["type"].update(span=[0, 3]), "its span cuts 'Two'"),
    (lambda m: m["targets"][0].update(text="the moon", span=None), "targets[0].text is not in the text"),
    (lambda m: m["casualties"][0].update(speaker="navy"), "casualties[0].speaker is not in the text"),
    (lambda m: m["casualties"][0].update(low="three"), "low is not a whole number"),
    (lambda m: m["casualties"][0].update(low=4), "low above high"),
    (lambda m: m["casualties"][0].update(part_of=7), "part_of points at no row"),
    (lambda m: m["casualties"][0].update(part_of=0), "part_of points at itself"),
    (lambda m: m["casualties"][1].pop("outcome"), "outcome is missing"),
    (lambda m: m["responsibility"][0].update(stance="guilty"), "stance is not one of"),
    (lambda m: m["when"].update(start="7 May"), "start is not YYYY-MM-DD"),
    (lambda m: m["when"].update(end=None), "only one of start and end"),
    (lambda m: m["when"].update(end="2021-05-01"), "starts after it ends"),
    (lambda m: m["when"].update(time_local="7pm"), "time_local is not HH:MM"),
    (lambda m: m.update(no_casualties="nobody was hurt"), "no_casualties is not in the text"),
]


@pytest.mark.parametrize(("change", "problem"), CHANGES)
def test_each_fault_is_named(build, change, problem):
    mention = build.main()
    change(mention)
    (found,) = check_row(build.gold_row(mention))
    assert problem in found


def test_relevance_and_mentions_must_agree(build):
    assert "relevant must be true" in check_row(build.gold_row(build.main()) | {"relevant": False})[0]


def test_the_tool_prints_each_problem_with_its_place_and_fails(tmp_path, build, repo_root):
    bad = build.main() | {"role": "chief"}
    path = tmp_path / "new.jsonl"
    rows = [build.gold_row(build.main(), key="a"), build.gold_row(bad, key="b"), build.gold_row(bad, key="a")]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    tool = repo_root / "tools" / "annotate_check.py"
    done = subprocess.run([sys.executable, tool, path], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"{path}:2: b: mentions[0].role is not one of the values allowed: 'chief'" in done.stdout
    assert "a: the same id twice" in done.stdout
    assert "3 problems" in done.stderr
