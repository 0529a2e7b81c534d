"""Files are read whole or refused with the place of the fault."""

from __future__ import annotations

import json

import pytest

from tocsin.errors import DataError, InputError
from tocsin.evaluate.gold import digest_of, load_gold, load_predictions, reader_from_predictions


def write(path, *rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_gold_is_named_by_folder_and_stem_and_digested(tmp_path, build):
    (tmp_path / "gold").mkdir()
    path = write(tmp_path / "gold" / "dev.jsonl", build.gold_row(build.main()))
    gold = load_gold(path)
    assert gold.name == "gold/dev"
    assert gold.sha256 == digest_of(path)
    assert len(gold.rows) == 1


def test_a_line_separator_inside_a_text_does_not_cut_a_row(tmp_path, build):
    text = build.other_text + "\u2028next"
    assert load_gold(write(tmp_path / "g.jsonl", build.gold_row(text=text))).rows[0]["text"] == text


def test_the_same_report_twice_is_refused(tmp_path, build):
    path = write(tmp_path / "g.jsonl", build.gold_row(), build.gold_row())
    with pytest.raises(DataError, match=r"E581.*g.jsonl line 2"):
        load_gold(path)


@pytest.mark.parametrize("missing", ["id", "text", "relevant", "mentions"])
def test_a_row_that_is_not_gold_is_refused(tmp_path, build, missing):
    row = build.gold_row()
    del row[missing]
    with pytest.raises(DataError, match="E580"):
        load_gold(write(tmp_path / "g.jsonl", row))


def test_a_missing_file_and_a_broken_line_are_refused_with_their_place(tmp_path):
    with pytest.raises(InputError, match="E180"):
        load_gold(tmp_path / "none.jsonl")
    (tmp_path / "bad.jsonl").write_text('{"id": 1}\n{"id"\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"E181.*line 2"):
        load_gold(tmp_path / "bad.jsonl")


def test_predictions_are_looked_up_by_report_id(tmp_path, build):
    answer = build.as_contract(build.gold_row(build.main()))
    read = reader_from_predictions(load_predictions(write(tmp_path / "p.jsonl", answer)))
    assert read({"id": "wce-1"}) == answer
    with pytest.raises(InputError, match="E182"):
        read({"id": "wce-2"})


def test_a_line_that_is_no_report_is_refused(tmp_path):
    with pytest.raises(DataError, match="E582"):
        load_predictions(write(tmp_path / "p.jsonl", {"id": "wce-1", "mentions": []}))
