"""Tables of reports: a bad line costs that line only."""

from __future__ import annotations

import io
import json

import pytest

from tocsin.errors import TocsinError
from tocsin.ingest.rows import Failed, TableLine, read_csv, read_jsonl, report_from_row


def jsonl(data: bytes, **more: int) -> list[TableLine]:
    """Read JSON lines from bytes."""
    return list(read_jsonl(io.BytesIO(data), place="t", **more))


def table(data: bytes) -> list[TableLine]:
    """Read CSV from bytes."""
    return list(read_csv(io.BytesIO(data), place="t"))


def code_of(line: TableLine) -> str:
    """Give the code of a line that failed."""
    assert isinstance(line.row, Failed)
    return line.row.error.code


def test_lines_are_numbered_as_an_editor_numbers_them() -> None:
    found = jsonl(b'{"text":"a"}\n\n\r\n{"text":"b"}')
    assert [line.place for line in found] == ["t line 1", "t line 4"]


def test_separators_inside_a_string_do_not_cut_a_line() -> None:
    row = {"text": "a\u2028b\x85c\x0bd"}
    assert [line.row for line in jsonl(json.dumps(row, ensure_ascii=False).encode())] == [row]


@pytest.mark.parametrize("bad", [b"{", b"[1]", b"3", b'"x"', b'{"a":' * 100_000, b"1" * 5000])
def test_a_line_that_is_no_object_fails_alone(bad: bytes) -> None:
    found = jsonl(b'{"text":"a"}\n' + bad + b'\n{"text":"b"}\n')
    assert code_of(found[1]) == "E106"
    assert [found[0].row, found[2].row] == [{"text": "a"}, {"text": "b"}]


def test_a_line_beyond_the_limit_is_skipped_to_its_end() -> None:
    found = jsonl(b'{"text":"' + b"a" * 500 + b'"}\n{"text":"b"}\n', max_bytes=100)
    assert code_of(found[0]) == "E102"
    assert found[0].place == "t line 1"
    assert found[1].row == {"text": "b"}


def test_bytes_that_are_no_characters_cost_their_row_only() -> None:
    good, bad = (line.row for line in jsonl(b'{"text":"caf\xc3\xa9"}\n{"text":"caf\xe9"}\n'))
    assert isinstance(good, dict)
    assert report_from_row(good, place="t").text == "café"
    assert isinstance(bad, dict)
    with pytest.raises(TocsinError, match="E103"):
        report_from_row(bad, place="t")


def test_an_escaped_half_character_is_refused() -> None:
    with pytest.raises(TocsinError, match="E103"):
        report_from_row(json.loads('{"text":"a \\ud800"}'), place="t")


def test_utf_16_lines_are_read() -> None:
    assert jsonl('{"text":"é"}\n'.encode("utf-16"))[0].row == {"text": "é"}


def test_csv_reads_quotes_line_ends_and_empty_cells() -> None:
    data = 'id,text,source\r\n1,"Rockets, ""many"",\nhit",\r\n2,Bombs,Wire\r\n'
    found = table(data.encode("utf-8-sig"))
    assert found[0].row == {"id": "1", "text": 'Rockets, "many",\nhit', "source": None}
    assert found[1].row == {"id": "2", "text": "Bombs", "source": "Wire"}


@pytest.mark.parametrize(
    ("data", "code"),
    [(b"", "E104"), (b"id,tekst\n1,a\n", "E202"), (b"id,title\n1,a\n", "E106"), (b"text\n\x00\n", "E101")],
)
def test_a_table_with_a_wrong_header_is_refused_whole(data: bytes, code: str) -> None:
    with pytest.raises(TocsinError) as caught:
        table(data)
    assert caught.value.code == code


def test_a_row_with_more_cells_than_columns_fails_alone() -> None:
    found = table(b"id,text\n1,a,b\n2,c\n")
    assert code_of(found[0]) == "E106"
    assert found[1].row == {"id": "2", "text": "c"}


def test_defaults_fill_what_a_row_leaves_out() -> None:
    report = report_from_row(
        {"text": "a", "source": "Mine"}, place="t", defaults={"source": "Flag", "published": "2019-12-28"}
    )
    assert (report.outlet, report.published) == ("Mine", "2019-12-28")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({}, "E104"),
        ({"text": None}, "E104"),
        ({"text": ["a"]}, "E106"),
        ({"text": "a", "title": 3}, "E106"),
        ({"text": "a", "id": True}, "E106"),
        ({"text": "a", "published": "soon"}, "E201"),
        ({"text": "a", "author": "b"}, "E202"),
    ],
)
def test_a_wrong_row_has_its_code_and_its_place(row: dict[str, object], code: str) -> None:
    with pytest.raises(TocsinError) as caught:
        report_from_row(row, place="t line 3")
    assert caught.value.code == code
    assert (caught.value.place or "").startswith("t line 3")


@pytest.mark.parametrize("mark", [b",", b";", b"\t"])
def test_cells_may_be_parted_as_office_programs_part_them(mark: bytes) -> None:
    (line,) = table(mark.join([b"id", b"text"]) + b"\n" + mark.join([b"1", b'"a, b; c"']) + b"\n")
    assert line.row == {"id": "1", "text": "a, b; c"}


def test_all_unknown_columns_are_named_with_their_nearest() -> None:
    with pytest.raises(TocsinError) as told:
        table(b"id,txt,date\n1,a,2020-01-01\n")
    assert "'date', 'txt'" in told.value.message
    assert "'text'" in told.value.hint
    assert "published" in told.value.hint
