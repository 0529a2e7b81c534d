"""Read the tables of actors: rows of CSV, checked line by line.

``actors.csv`` lists groups and services with names of their own; ``states.csv`` lists countries with the words that
name them, from which the ordinary names of their services follow by pattern.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from tocsin.errors import DataError
from tocsin.model.kinds.responsibility import ACTOR_KINDS

SECTORS: Final = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC IGO UNO EUR "
    "NGO ISM IMG MNC".split()
)
"""PLOVER's sectors of actors, and its codes for bodies that serve no country."""
INTER_OF_KIND: Final = {
    "state forces": 1, "rebel group": 2, "political militia": 3, "identity militia": 4, "external forces": 8, "gang": 3,
    "unknown": 3,
}  # fmt: skip
"""Kind of actor -> ACLED's *inter* code; ACLED books gangs and unidentified armed groups as political militias."""


@dataclass(frozen=True, slots=True)
class ActorRow:
    """One actor of the table.

    ``countries`` are ISO 3166-1 alpha-2 codes of where it fights; none means anywhere. ``from_year`` and ``to_year``
    are the first and last year it was active, both included, None where open. ``short`` says that its aliases in
    capitals are acronyms others use too: they need the country or the year to agree.
    """

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    from_year: int | None = None
    to_year: int | None = None
    parent: str = ""
    acled_inter: int = 3
    plover_sector: str = "UNK"
    short: bool = False
    source: str = ""

    def active(self, year: int) -> bool:
        """Tell whether it was active in ``year``; the year after its last one still counts, for late reports."""
        return (self.from_year or 0) <= year <= (self.to_year or 9999) + 1


@dataclass(frozen=True, slots=True)
class StateRow:
    """One country and the words for it; ``seats`` are places that stand for its rulers."""

    code: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    seats: tuple[str, ...]


COLUMNS: Final = tuple(field.name for field in fields(ActorRow))
NEEDED: Final = ("id", "name", "kind")
_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CODE: Final = re.compile(r"[A-Z]{2}")


def read_actor_rows(path: Path) -> Iterator[ActorRow]:
    """Read a table of actors.

    Raises:
        DataError: E540 the file cannot be read or its columns are not those of the table, E541 a row is wrong.
    """
    seen: dict[str, int] = {}
    for line, row in _rows(path):
        place = f"{path}, line {line}"
        found = _make_row(row, place)
        if found.id in seen:
            raise _wrong("this id stands in the table already", found.id, place, f"See line {seen[found.id]}.")
        seen[found.id] = line
        yield found


def read_state_rows(path: Path) -> Iterator[StateRow]:
    """Read the shipped table of countries."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield StateRow(row["code"], row["name"], _list(row["names"]), _list(row["adjectives"]), _list(row["seats"]))


def _rows(path: Path) -> Iterator[tuple[int, dict[str, str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            header = [cell.strip() for cell in next(reader, [])]
            _check_header(header, path)
            for cells in reader:
                if not any(cells):
                    continue
                if len(cells) != len(header):
                    message = f"{len(cells)} cells where the table has {len(header)} columns"
                    raise _wrong(message, None, f"{path}, line {reader.line_num}", "Quote cells that hold a comma.")
                yield reader.line_num, dict(zip(header, (cell.strip() for cell in cells), strict=True))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        message = f"the table of actors cannot be read: {error}"
        raise DataError("E540", message, place=str(path), hint="Give a CSV file in UTF-8.") from error


def _check_header(header: list[str], path: Path) -> None:
    for name in header:
        if name not in COLUMNS:
            near = get_close_matches(name, COLUMNS, 1)
            hint = f"Did you mean {near[0]!r}?" if near else f"The columns are: {', '.join(COLUMNS)}."
            raise DataError(
                "E540", "no such column in a table of actors", value=name, place=f"{path}, line 1", hint=hint
            )
    lacking = [name for name in NEEDED if name not in header]
    if lacking or len(set(header)) != len(header):
        message = f"a table of actors needs the column {lacking[0]!r}" if lacking else "a column stands twice"
        hint = f"Its first line names the columns: {', '.join(COLUMNS)}; the first three are needed."
        raise DataError("E540", message, place=f"{path}, line 1", hint=hint)


def _make_row(row: dict[str, str], place: str) -> ActorRow:
    for name in NEEDED:
        if not row[name]:
            raise _wrong(f"a row without {name!r}", None, place, "Fill the cell.")
    if not _ID.fullmatch(row["id"]):
        raise _wrong("an id is small letters, digits and single hyphens", row["id"], place, "Write it like al-shabaab.")
    kind = row["kind"]
    if kind not in ACTOR_KINDS:
        near = get_close_matches(kind, ACTOR_KINDS, 1)
        hint = f"Did you mean {near[0]!r}?" if near else f"The kinds are: {', '.join(ACTOR_KINDS)}."
        raise _wrong("no such kind of actor", kind, place, hint)
    countries = _list(row.get("countries", ""))
    for code in countries:
        if not _CODE.fullmatch(code):
            raise _wrong("a country is two capital letters (ISO 3166-1)", code, place, "Write IQ|SY, not Iraq, Syria.")
    first, last = (_year(row.get(name, ""), name, place) for name in ("from_year", "to_year"))
    if first is not None and last is not None and first > last:
        raise _wrong("from_year is after to_year", f"{first}-{last}", place, "Swap the years or correct one.")
    sector = row.get("plover_sector", "") or "UNK"
    if sector not in SECTORS:
        raise _wrong("no such sector in PLOVER", sector, place, f"The sectors are: {', '.join(sorted(SECTORS))}.")
    short = row.get("short", "")
    if short not in {"", "true", "false"}:
        raise _wrong("short is true, false or empty", short, place, "Write true where its acronyms are shared.")
    inter = row.get("acled_inter", "") or str(INTER_OF_KIND[kind])
    if inter not in {"1", "2", "3", "4", "5", "6", "7", "8"}:
        raise _wrong("no such inter code in ACLED", inter, place, "Write a digit from 1 to 8.")
    return ActorRow(
        row["id"], row["name"], kind, _list(row.get("aliases", "")), countries, first, last, row.get("parent", ""),
        int(inter), sector, short == "true", row.get("source", ""),
    )  # fmt: skip


def _year(text: str, name: str, place: str) -> int | None:
    if not text:
        return None
    if not re.fullmatch(r"[12]\d{3}", text):
        raise _wrong(f"{name} is not a year", text, place, "Write it with four digits, or leave the cell empty.")
    return int(text)


def _list(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip()) if text else ()


def _wrong(message: str, value: str | None, place: str, hint: str) -> DataError:
    return DataError("E541", message, value=value, place=place, hint=hint)
