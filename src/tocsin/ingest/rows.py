"""Read tables of reports: JSON lines and CSV, one report a row, with the line of each."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any, BinaryIO

from tocsin.config import nearest
from tocsin.errors import InputError, TocsinError, UsageError
from tocsin.ingest.decode import MAX_BYTES, check_encoding, encoding_by_mark, refuse_binary, refuse_size
from tocsin.model.report import Report, make_report

COLUMNS = ("id", "text", "title", "published", "source", "url", "lang")
"""Columns of a row, in the order the documentation lists them; only ``text`` is required."""

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Failed:
    """Hold one input that could not be read: where it is, and the coded error."""

    place: str
    error: TocsinError
    given_id: str | None = None


@dataclass(frozen=True, slots=True)
class TableLine:
    """Hold one row of a table with its place; ``row`` is a failure where the line could not be read."""

    place: str
    row: Row | Failed


def read_jsonl(
    stream: BinaryIO, *, place: str, encoding: str | None = None, max_bytes: int = MAX_BYTES
) -> Generator[TableLine, None, None]:
    """Read JSON lines, one by one; blank lines are skipped, a bad line becomes a failure and the next is read.

    Raises:
        InputError: E101, the file is no text.
        UsageError: E205, no such encoding.
    """
    text = _open_text(stream, place, encoding)
    try:
        for number, line in _lines(text, max_bytes):
            where = f"{place} line {number}"
            if isinstance(line, str):
                if line.strip():
                    yield TableLine(where, _parse_line(line, where))
            else:
                yield TableLine(where, Failed(where, _at(line, where)))
    finally:
        text.detach()  # the stream is the caller's to close


def read_csv(
    stream: BinaryIO, *, place: str, encoding: str | None = None, max_bytes: int = MAX_BYTES
) -> Generator[TableLine, None, None]:
    """Read a CSV file with a header; a row that has more cells than the header becomes a failure.

    Cells may be parted by commas, or by semicolons or tabs, as office programs write them; the header tells.

    Raises:
        InputError: E101 no text, E104 no header, E106 no ``text`` column or broken quoting.
        UsageError: E202 a column nobody knows, E205 no such encoding.
    """
    csv.field_size_limit(max_bytes)
    text = _open_text(stream, place, encoding)
    first = text.readline(max_bytes)
    reader = csv.DictReader(chain([first], text), delimiter=find_delimiter(first))
    try:
        header = reader.fieldnames
        if not header:
            raise InputError("E104", "the table is empty", place=place, hint="Its first line names the columns.")
        check_columns(header, place=f"{place} line 1")
        if "text" not in header:
            hint = f"Name the columns in the first line: {', '.join(COLUMNS)}."
            raise InputError("E106", "the table has no column 'text'", place=f"{place} line 1", hint=hint)
        for row in reader:
            yield _csv_line(row, f"{place} line {reader.line_num}")
    except csv.Error as error:
        hint = "Check the quotes around it."
        raise InputError("E106", f"not CSV: {error}", place=f"{place} line {reader.line_num}", hint=hint) from error
    finally:
        text.detach()


def find_delimiter(header: str) -> str:
    """Tell what parts the cells: the comma, unless the header has none and has semicolons or tabs.

    >>> find_delimiter("id;text;published")
    ';'
    """
    return next((mark for mark in ",;\t" if mark in header), ",")


def check_columns(columns: Iterable[str], *, place: str) -> None:
    """Refuse a column nobody knows, and name the nearest one.

    Raises:
        UsageError: E202.
    """
    unknown = sorted(str(name) for name in columns if name not in COLUMNS)
    if unknown:
        near = " ".join(filter(None, (nearest(name, COLUMNS) for name in unknown)))
        hint = f"{near} Known columns: {', '.join(COLUMNS)}.".lstrip()
        named = f"unknown column{'s' if len(unknown) > 1 else ''} {', '.join(map(repr, unknown))}"
        raise UsageError("E202", named, place=place, hint=hint)


def report_from_row(row: Row, *, place: str, defaults: Row | None = None) -> Report:
    """Build a report from a row; ``defaults`` fill what the row leaves out.

    Raises:
        UsageError: E201 an unreadable date, E202 a column nobody knows.
        InputError: E103 characters that no text holds, E104 no text, E106 a value that is no text.
    """
    check_columns(row, place=place)
    known = {name: _text_of(name, row, place) for name in COLUMNS}
    if not (known["text"] or "").strip():
        raise InputError("E104", "the report is empty", place=place, hint="Give a text with at least one word.")
    filled = {name: value or (defaults or {}).get(name) for name, value in known.items()}
    try:
        return make_report(
            known["text"] or "",
            title=filled["title"] or "",
            published=filled["published"],
            outlet=filled["source"] or "",
            url=filled["url"],
            language=filled["lang"] or "en",
            given_id=known["id"] or None,
        )
    except TocsinError as error:
        raise _at(error, place) from error


def _text_of(name: str, row: Row, place: str) -> str | None:
    value = row.get(name)
    if value is None:
        return None
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        hint = "Write it as a string in quotes, or leave it out."
        raise InputError("E106", f"the column {name!r} is no text", value=value, place=place, hint=hint)
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        hint = "Save the file as UTF-8, or name its encoding with --encoding."
        raise InputError("E103", f"the column {name!r} holds bytes that are no characters", place=place, hint=hint)
    return value


def _open_text(stream: BinaryIO, place: str, encoding: str | None) -> io.TextIOWrapper:
    """Open a table as text; bytes that do not decode are kept as lone surrogates, so that only their row is lost."""
    # A stream in memory is no BufferedReader, but can be read through one.
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    head = buffered.peek(4096)
    named = encoding or encoding_by_mark(head[:4])
    refuse_binary(head, place, marked=named is not None)
    return io.TextIOWrapper(buffered, check_encoding(named or "utf-8"), errors="surrogateescape", newline="\n")


def _lines(text: io.TextIOWrapper, limit: int) -> Iterator[tuple[int, str | InputError]]:
    """Cut a stream at line feeds only; a line beyond the limit is skipped to its end and told."""
    number = 0
    while line := text.readline(limit + 1):
        number += 1
        if len(line) <= limit:
            yield number, line
            continue
        while line and not line.endswith("\n"):
            line = text.readline(limit + 1)
        try:
            refuse_size(limit + 1, "", limit)
        except InputError as error:
            yield number, error


def _parse_line(line: str, place: str) -> Row | Failed:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", str(error))
        column = getattr(error, "colno", None)
        hint = "Write one JSON object a line."
        where = place if column is None else f"{place} column {column}"
        return Failed(place, InputError("E106", f"not JSON: {reason}", place=where, hint=hint))
    if not isinstance(row, dict):
        hint = 'Write one JSON object a line, such as {"id": "a1", "text": "..."}.'
        return Failed(place, InputError("E106", "not a JSON object", value=row, place=place, hint=hint))
    return row


def _csv_line(row: dict[str | None, Any], place: str) -> TableLine:
    if None in row:
        hint = "Put quotes around a text that holds a comma."
        return TableLine(place, Failed(place, InputError("E106", "more cells than columns", place=place, hint=hint)))
    return TableLine(place, {str(name): value or None for name, value in row.items()})


def _at(error: TocsinError, place: str) -> TocsinError:
    """Say an error again with its place."""
    where = place if error.place in (None, "", place) else f"{place}, {error.place}"
    return type(error)(error.code, error.message, value=error.value, place=where, hint=error.hint)
