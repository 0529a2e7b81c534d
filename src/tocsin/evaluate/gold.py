"""Read annotated reports and stored predictions, and hand a reader only what a reader may see."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tocsin.errors import DataError, InputError
from tocsin.ingest.rows import COLUMNS

Row = dict[str, Any]
Reader = Callable[[Row], Row]


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Hold annotated reports with the digest of the file they came from.

    ``name`` is the folder and file stem (``gold/dev``), never a machine path; ``sha256`` is over the file's bytes.
    """

    name: str
    sha256: str
    rows: tuple[Row, ...]


def load_gold(path: Path) -> GoldSet:
    """Load a ``tocsin.gold/1`` file.

    Raises:
        InputError: the file is not there or a line is not a JSON object (E180, E181).
        DataError: a row lacks its id, text, relevance or mentions, or an id occurs twice (E580, E581).
    """
    rows = load_jsonl(path)
    seen: set[str] = set()
    for number, row in enumerate(rows, 1):
        place = f"{path.name} line {number}"
        problem = _problem_in(row)
        if problem:
            raise DataError(
                "E580", f"not a gold row: {problem}", place=place, hint="Run tools/annotate_check.py on it."
            )
        if row["id"] in seen:
            raise DataError("E581", "the same report twice", value=row["id"], place=place, hint="Keep one of them.")
        seen.add(row["id"])
    return GoldSet(name_of(path), digest_of(path), tuple(rows))


def load_predictions(path: Path) -> dict[str, Row]:
    """Load report JSON lines (``tocsin.report/1``) by report id.

    Raises:
        InputError: as for `load_gold`.
        DataError: a line has no ``report.id``, or an id occurs twice (E582, E581).
    """
    found: dict[str, Row] = {}
    for number, row in enumerate(load_jsonl(path), 1):
        place = f"{path.name} line {number}"
        report = row.get("report")
        key = report.get("id") if isinstance(report, dict) else None
        if not isinstance(key, str):
            hint = "Make the file with: tocsin extract --jsonl GOLD.jsonl --json"
            raise DataError("E582", "not a report of the contract: no report.id", place=place, hint=hint)
        if key in found:
            raise DataError("E581", "the same report twice", value=key, place=place, hint="Keep one of them.")
        found[key] = row
    return found


def reader_from_predictions(predictions: Mapping[str, Row]) -> Reader:
    """Make a reader that looks its answer up; a report without one raises and so counts as missed."""

    def look_up(row: Row) -> Row:
        if row["id"] not in predictions:
            raise InputError("E182", "no prediction for this report", value=row["id"], hint="Extract it again.")
        return predictions[row["id"]]

    return look_up


def reader_input(row: Row) -> Row:
    """Strip a gold row to what a reader may see."""
    return {key: row[key] for key in COLUMNS if row.get(key) is not None}


def load_jsonl(path: Path) -> list[Row]:
    """Load the objects of a JSON lines file; blank lines are skipped."""
    if not path.is_file():
        raise InputError("E180", "no such file", value=path.name, place=str(path), hint="Check the path.")
    rows: list[Row] = []
    # Not splitlines(): it also cuts at separators that may stand unescaped inside a JSON string.
    for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InputError("E181", f"not JSON: {error}", place=f"{path.name} line {number}") from error
        if not isinstance(row, dict):
            raise InputError("E181", "not a JSON object", value=row, place=f"{path.name} line {number}")
        rows.append(row)
    return rows


def name_of(path: Path) -> str:
    """Name a data file by its folder and stem, so that no machine path enters a document."""
    parent = path.resolve().parent.name
    return f"{parent}/{path.stem}" if parent else path.stem


def digest_of(path: Path) -> str:
    """Hash a file's bytes, or a folder's files in name order."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    total = hashlib.sha256()
    for file in files:
        if file.is_file():
            total.update(file.read_bytes())
    return total.hexdigest()


def _problem_in(row: Row) -> str | None:
    if not isinstance(row.get("id"), str):
        return "no id"
    if not isinstance(row.get("text"), str):
        return "no text"
    if not isinstance(row.get("relevant"), bool):
        return "relevant is not true or false"
    if not isinstance(row.get("mentions"), list):
        return "no list of mentions"
    return None
