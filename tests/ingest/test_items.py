"""Files, folders and tables are walked in order; what cannot be read is a failure in its place."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from tocsin.ingest.items import Item, Options, count_items, iterate_items
from tocsin.ingest.rows import Failed


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Make a folder with reports of every kind, and things that are none."""
    (tmp_path / "sub").mkdir()
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "b.txt").write_text("Bravo", encoding="utf-8")
    (tmp_path / "a.md").write_text("Alpha", encoding="utf-8")
    (tmp_path / "sub/c.jsonl").write_text('{"id":"c1","text":"Charlie"}\n{"text":""}\n', encoding="utf-8")
    (tmp_path / "sub/d.csv").write_text("id,text\nd1,Delta\n", encoding="utf-8")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / ".hidden/e.txt").write_text("Echo", encoding="utf-8")
    return tmp_path


def codes(found: list[Item | Failed]) -> list[str]:
    """Show each report by its text, each failure by its code."""
    return [one.error.code if isinstance(one, Failed) else one.report.text for one in found]


def test_a_folder_is_walked_in_name_order_without_hidden_files(tree: Path) -> None:
    assert codes(list(iterate_items([str(tree)], Options()))) == ["Alpha", "Bravo", "Charlie", "E104", "Delta"]


def test_a_failure_stands_where_its_input_stood(tree: Path) -> None:
    names = [str(tree / name) for name in ("b.txt", "none.txt", "a.md")]
    found = list(iterate_items(names, Options()))
    assert codes(found) == ["Bravo", "E105", "Alpha"]
    assert found[1].place == names[1]


def test_a_failed_row_keeps_its_id(tree: Path) -> None:
    (tree / "sub/c.jsonl").write_text('{"id":"c9","text":""}\n', encoding="utf-8")
    (failed,) = iterate_items([str(tree / "sub/c.jsonl")], Options())
    assert isinstance(failed, Failed)
    assert (failed.given_id, failed.place) == ("c9", f"{tree / 'sub/c.jsonl'} line 1")


@pytest.mark.parametrize("name", ["page.html", "doc.json", "sheet.xlsx"])
def test_kinds_that_are_not_read_are_refused_by_name(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("<html>", encoding="utf-8")
    assert codes(list(iterate_items([str(tmp_path / name)], Options()))) == ["E109"]


def test_a_folder_without_reports_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.jpg").write_bytes(b"")
    (failed,) = iterate_items([str(tmp_path)], Options())
    assert isinstance(failed, Failed)
    assert failed.error.code == "E107"
    assert "1 files of other kinds" in failed.error.message


def test_jsonl_may_be_said_of_any_name(tmp_path: Path) -> None:
    (tmp_path / "rows").write_text('{"id":"x","text":"X-ray"}\n', encoding="utf-8")
    assert codes(list(iterate_items([str(tmp_path / "rows")], Options(jsonl=True)))) == ["X-ray"]


def test_inputs_are_counted_for_a_progress_bar(tree: Path) -> None:
    assert count_items([str(tree)]) == 1 + 1 + 2 + 2
    assert count_items(["-"]) is None


def test_whoever_stops_in_the_middle_leaves_nothing_open(tree: Path) -> None:
    # Warnings are errors here: a stream left open, or closed before its table, would fail this test.
    items = iterate_items([str(tree / "sub/c.jsonl"), str(tree / "sub/d.csv")], Options())
    next(items)
    items.close()  # type: ignore[attr-defined]
    gc.collect()
