"""Walk over what a person names (files, folders, tables, standard input) and give reports or failures, in order."""

from __future__ import annotations

import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from tocsin.errors import InputError, TocsinError
from tocsin.ingest.decode import MAX_BYTES, explain_os_error, read_text
from tocsin.ingest.rows import Failed, Row, TableLine, read_csv, read_jsonl, report_from_row
from tocsin.model.report import Report

TABLES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".csv": "csv"}
TEXTS = (".txt", ".text", ".md")
UNREAD = {
    ".html": "a web page", ".htm": "a web page", ".xhtml": "a web page", ".json": "a JSON document",
    ".tsv": "a table with tabs", ".xlsx": "a spreadsheet", ".parquet": "a Parquet table",
}  # fmt: skip
"""Suffixes that are refused by name, because reading them as plain text would give nonsense."""
STDIN = "-"
ReadTable = Callable[..., Generator[TableLine, None, None]]


@dataclass(frozen=True, slots=True)
class Item:
    """Hold one report ready to be read, and where it came from."""

    place: str
    report: Report


@dataclass(frozen=True, slots=True)
class Options:
    """Say how to read: columns for reports that bring none, encoding, size limit, and whether all is JSON lines."""

    defaults: Row = field(default_factory=dict)
    encoding: str | None = None
    max_bytes: int = MAX_BYTES
    jsonl: bool = False


def iterate_items(names: Iterable[str], options: Options) -> Iterator[Item | Failed]:
    """Read every named input in order; what cannot be read is a failure in its place, and the rest goes on."""
    for name in names:
        try:
            yield from _read_input(name, options)
        except TocsinError as error:
            yield Failed(name, error)


def count_items(names: Iterable[str]) -> int | None:
    """Guess how many reports the inputs hold, for a progress bar; None where it cannot be told cheaply."""
    total = 0
    for name in names:
        path = Path(name)
        if name == STDIN:
            return None
        for file in list_folder(path)[0] if path.is_dir() else [path]:
            total += _count_rows(file) if file.suffix.lower() in TABLES else 1
    return total


def list_left_out(names: Iterable[str]) -> list[Path]:
    """List the files that lie in the named folders and are not read, because of their kind."""
    return [path for name in names if Path(name).is_dir() for path in list_folder(Path(name))[1]]


def list_folder(folder: Path) -> tuple[list[Path], list[Path]]:
    """List a folder's files that hold reports, and those that do not, in name order; hidden ones are left out."""
    wanted: list[Path] = []
    other: list[Path] = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            (wanted if path.suffix.lower() in (*TABLES, *TEXTS) else other).append(path)
    return wanted, other


def _read_input(name: str, options: Options) -> Iterator[Item | Failed]:
    if name == STDIN:
        if options.jsonl:
            yield from _read_table(read_jsonl, sys.stdin.buffer, "standard input", options)
        else:
            yield _from_text(None, "standard input", options)
        return
    path = Path(name)
    if path.is_dir():
        yield from _read_folder(path, options)
    else:
        yield from _read_file(path, options)


def _read_folder(folder: Path, options: Options) -> Iterator[Item | Failed]:
    wanted, other = list_folder(folder)
    if not wanted:
        kinds = ", ".join((*TEXTS, *TABLES))
        told = f" ({len(other)} files of other kinds)" if other else ""
        hint = f"Reports are files that end in {kinds}."
        raise InputError("E107", f"the folder holds no reports{told}", place=str(folder), hint=hint)
    for path in wanted:
        try:
            yield from _read_file(path, options)
        except TocsinError as error:
            yield Failed(str(path), error)


def _read_file(path: Path, options: Options) -> Iterator[Item | Failed]:
    suffix = path.suffix.lower()
    kind = "jsonl" if options.jsonl else TABLES.get(suffix)
    if kind is None and suffix in UNREAD and path.exists():
        hint = "Save its text as plain text (.txt), or as JSON lines (.jsonl) with one report a line."
        raise InputError("E109", f"{UNREAD[suffix]} is not read", place=str(path), hint=hint)
    if kind is None:
        yield _from_text(path, str(path), options)
        return
    try:
        stream = path.open("rb")
    except OSError as error:
        raise explain_os_error(error, path) from error
    with stream:
        yield from _read_table(read_jsonl if kind == "jsonl" else read_csv, stream, str(path), options)


def _read_table(read: ReadTable, stream: BinaryIO, place: str, options: Options) -> Iterator[Item | Failed]:
    # Whoever stops in the middle closes the table before its stream.
    with closing(read(stream, place=place, encoding=options.encoding, max_bytes=options.max_bytes)) as lines:
        yield from _from_lines(lines, options)


def _from_lines(lines: Iterator[TableLine], options: Options) -> Iterator[Item | Failed]:
    for line in lines:
        if isinstance(line.row, Failed):
            yield line.row
            continue
        try:
            yield Item(line.place, report_from_row(line.row, place=line.place, defaults=options.defaults))
        except TocsinError as error:
            given = line.row.get("id")
            yield Failed(line.place, error, None if given is None else str(given))


def _from_text(path: Path | None, place: str, options: Options) -> Item:
    text = read_text(path, encoding=options.encoding, max_bytes=options.max_bytes)
    return Item(place, report_from_row({"text": text}, place=place, defaults=options.defaults))


def _count_rows(path: Path) -> int:
    """Count line ends; a table whose texts hold line ends counts too many, which a progress bar survives."""
    try:
        with path.open("rb") as stream:
            return sum(chunk.count(b"\n") for chunk in iter(lambda: stream.read(1 << 20), b"")) or 1
    except OSError:
        return 1
