"""Read a person's own places from a CSV file: one place a line, told apart from the shipped ones by its id.

The first line names the columns. A line that cannot be read becomes a failure with its number, and the others are read.
A line is always one place: an unclosed quotation mark costs its own line and not the rest of the file.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tocsin.config import nearest
from tocsin.errors import DataError, UsageError
from tocsin.resolve.folding import fold
from tocsin.resolve.gazetteer import KINDS, LEVELS, OWN, Level, Place

if TYPE_CHECKING:
    from tocsin.resolve.gazetteer import Gazetteer

REQUIRED: Final = ("name", "lat", "lon", "country")
COLUMNS: Final = (*REQUIRED, "kind", "aliases", "admin1", "radius_km")
"""Columns of the file; those that are not in ``REQUIRED`` may be left out, or left empty."""
WIDE_KINDS: Final = frozenset({"region", "water", "mountain"})
LEVEL_OF_KIND: Final[dict[str, Level]] = {
    **{kind: "area" if kind in WIDE_KINDS else "site" for kind in KINDS if kind},
    **{level: level for level in LEVELS if level != "country"},
    "": "town",
    "capital": "town",
    "city": "town",
    "village": "town",
    "neighbourhood": "district",
}
"""Kind of place -> the level it is on; every word that the column ``kind`` takes."""
RADIUS_KM: Final[dict[Level, float]] = {"site": 2.0, "town": 3.0, "district": 10.0, "area": 50.0, "province": 50.0}
"""How far a place is taken to reach where its line does not say; a first guess, wide rather than narrow."""
_WIDEST_KM: Final = 6000.0
_BOUNDS: Final = {"lat": 90.0, "lon": 180.0}


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """Hold one place with all the names it is called by, its own first."""

    place: Place
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnPlaces:
    """Hold the places of a file and the lines that could not be read."""

    places: tuple[OwnPlace, ...]
    failures: tuple[DataError, ...]


def read_own_places(path: Path, gazetteer: Gazetteer) -> OwnPlaces:
    """Read a file of own places; ``gazetteer`` tells which countries and provinces there are.

    Raises:
        DataError: E521 the file cannot be opened or is not UTF-8, E522 it holds no place, E523 a column is missing.
        UsageError: E202 a column nobody knows.
    """
    lines = _open_lines(path)
    delimiter, columns = _read_header(lines, path)
    places: list[OwnPlace] = []
    failures: list[DataError] = []
    taken: dict[str, int] = {}
    for number, line in lines[1:]:
        try:
            row = _Row(path, number, _split_line(line, delimiter, columns, f"{path} line {number}"))
            places.append(_read_place(row, gazetteer, taken))
        except DataError as error:
            failures.append(error)
    return OwnPlaces(tuple(places), tuple(failures))


def _open_lines(path: Path) -> list[tuple[int, str]]:
    """Give the lines that are not blank, with their numbers."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        hint = "Save the file as CSV in UTF-8."
        raise DataError("E521", "the file of places is not UTF-8 text", place=str(path), hint=hint) from error
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        hint = "Check the path and the permissions."
        raise DataError("E521", f"the file of places cannot be opened: {reason}", place=str(path), hint=hint) from error
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(lines) < 2:
        hint = f"Give a line of column names ({', '.join(COLUMNS)}), then one line for each place."
        raise DataError("E522", "the file of places holds no place", place=str(path), hint=hint)
    return lines


def _read_header(lines: list[tuple[int, str]], path: Path) -> tuple[str, tuple[str, ...]]:
    """Give what parts the cells, and the columns."""
    number, line = lines[0]
    delimiter = next((mark for mark in ",;\t" if mark in line), ",")
    columns = tuple(cell.strip().lower() for cell in next(csv.reader([line], delimiter=delimiter)))
    place = f"{path} line {number}"
    missing = [name for name in REQUIRED if name not in columns]
    if missing:
        hint = f"The first line must name these columns: {', '.join(REQUIRED)}."
        raise DataError("E523", f"the file of places has no column {missing[0]!r}", value=line, place=place, hint=hint)
    unknown = [name for name in columns if name not in COLUMNS]
    if unknown:
        hint = f"{nearest(unknown[0], COLUMNS)} Known columns: {', '.join(COLUMNS)}.".lstrip()
        raise UsageError("E202", f"unknown column {unknown[0]!r}", place=place, hint=hint)
    return delimiter, columns


def _split_line(line: str, delimiter: str, columns: tuple[str, ...], place: str) -> dict[str, str]:
    try:
        cells = next(csv.reader([line], delimiter=delimiter, strict=True))
    except csv.Error as error:
        hint = "Check the quotation marks; a place stands on one line."
        raise DataError("E526", f"not CSV: {error}", value=line, place=place, hint=hint) from error
    if len(cells) > len(columns):
        hint = "Put quotation marks around a name that holds a comma, and part aliases by '|'."
        raise DataError("E526", "more cells than columns", value=line, place=place, hint=hint)
    return {name: cell.strip() for name, cell in zip(columns, cells, strict=False)}


@dataclass(frozen=True, slots=True)
class _Row:
    """One line on its way to a place."""

    path: Path
    number: int
    cells: dict[str, str]

    def get(self, column: str) -> str:
        """Give a cell; empty where the line does not have it."""
        return self.cells.get(column, "")

    def refuse(self, code: str, column: str, message: str, hint: str) -> DataError:
        """Make the error that names file, line, column and value."""
        place = f"{self.path} line {self.number}, {column}"
        return DataError(code, message, value=self.get(column), place=place, hint=hint)


def _read_place(row: _Row, gazetteer: Gazetteer, taken: dict[str, int]) -> OwnPlace:
    name = row.get("name")
    key = fold(name)
    if not any(letter.isalnum() for letter in key):
        raise row.refuse("E526", "name", "the place has no name", "Write the name that reports use.")
    level, kind = _read_kind(row)
    lat, lon = (_read_number(row, column, _within(bound)) for column, bound in _BOUNDS.items())
    country = _read_country(row, gazetteer, level)
    place = Place(
        id=_make_id(country, key, taken),
        name=name,
        lat=lat,
        lon=lon,
        level=level,
        country=country,
        admin1=_read_province(row, gazetteer, country),
        population=0,
        radius_km=_read_radius(row, level),
        common_word=False,
        kind=kind,
    )
    others = (alias.strip() for alias in row.get("aliases").split("|"))
    return OwnPlace(place, tuple(dict.fromkeys(filter(None, (name, *others)))))


def _within(bound: float) -> Callable[[float], bool]:
    return lambda number: -bound <= number <= bound


def _read_number(row: _Row, column: str, fits: Callable[[float], bool]) -> float:
    word = row.get(column)
    try:
        number = float(word)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        hint = "Write a number with a full stop, such as 35.47; south and west are negative."
        raise row.refuse("E524", column, f"the column {column!r} takes a number", hint)
    if not fits(number):
        told = f"from -{_BOUNDS[column]:g} to {_BOUNDS[column]:g}" if column in _BOUNDS else f"from 0 to {_WIDEST_KM:g}"
        hint = "Check that lat and lon are not exchanged." if column in _BOUNDS else "Write kilometres."
        raise row.refuse("E524", column, f"the column {column!r} goes {told}", hint)
    return number


def _read_radius(row: _Row, level: Level) -> float:
    if not row.get("radius_km"):
        return RADIUS_KM[level]
    return _read_number(row, "radius_km", lambda number: 0 <= number <= _WIDEST_KM)


def _read_kind(row: _Row) -> tuple[Level, str]:
    """Give the level of the kind, and the kind where it says more than the level."""
    kind = row.get("kind").lower()
    level = LEVEL_OF_KIND.get(kind)
    if level is None:
        known = tuple(filter(None, LEVEL_OF_KIND))
        hint = nearest(kind, known) or f"Known kinds: {', '.join(known)}; leave it empty for a town or village."
        raise row.refuse("E526", "kind", "no such kind of place", hint)
    return level, kind if kind in KINDS else ""


def _read_country(row: _Row, gazetteer: Gazetteer, level: Level) -> str | None:
    """Give the two-letter code; a name is read, too, and only an area may lie in no one country."""
    word = row.get("country")
    if not word and level == "area":
        return None
    found = gazetteer.country(word)
    code = found.country if found is not None else gazetteer.country_of(word)
    if code is None:
        hint = "Write the two-letter code of ISO 3166-1, such as IQ; only a region, water or mountain may have none."
        raise row.refuse("E525", "country", "no such country", hint)
    return code


def _read_province(row: _Row, gazetteer: Gazetteer, country: str | None) -> str | None:
    """Give the province as the gazetteer spells it: what lies in a province is told by that spelling."""
    word = row.get("admin1")
    if not word:
        return None
    for place in _provinces(word, gazetteer):
        if place.country == country:
            return place.admin1
    hint = f"Write it as 'tocsin gazetteer find \"{word}\"' prints a province of that country, or leave it empty."
    raise row.refuse("E526", "admin1", f"no such province in {country}", hint)


def _provinces(word: str, gazetteer: Gazetteer) -> Iterator[Place]:
    for name in (word, f"{word} province"):
        yield from (place for place in gazetteer.find(name) if place.level == "province" and place.admin1)


def _make_id(country: str | None, key: str, taken: dict[str, int]) -> str:
    """Make an id of country and name; places of one name are numbered in the order of the file."""
    stem = f"{OWN}{(country or 'xx').lower()}-{key.replace(' ', '-')}"
    taken[stem] = taken.get(stem, 0) + 1
    return stem if taken[stem] == 1 else f"{stem}-{taken[stem]}"
