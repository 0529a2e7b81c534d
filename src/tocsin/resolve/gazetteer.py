"""Look up place names in the shipped gazetteer, memory-mapped.

Three files lie in the folder: ``keys.marisa`` (folded names, a trie), ``places.bin`` (columns, layout below) and
``meta.json`` (countries, provinces, demonyms). ``tools/build_gazetteer.py`` writes all three.

``places.bin`` is little-endian: the magic, six counts (u32), then columns, each padded to eight bytes::

    lat, lon    i32   1e-5 degrees          place ids  u32   source id, or row of ``meta.ids``
    population  u32                         radius     u16   tenths of a kilometre
    name_off    u32   n + 1 of them         admin1     u16   row of ``meta.admin1``, 0 for none
    country     u8    row of meta.countries level      u8    row of LEVELS    source u8  kind u8
    key_off     u32   keys + 1 of them      key_flags  u8    postings u32     names  UTF-8
"""

from __future__ import annotations

import json
import mmap
import struct
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, cast

import marisa_trie

from tocsin.errors import DataError
from tocsin.model.sphere import great_circle_km
from tocsin.resolve.folding import fold, loosen, split_head, strip_article

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Level = Literal["site", "town", "district", "province", "country", "area"]

MAGIC: Final = b"TOCSINGZ"
VERSION: Final = 1
HEADER: Final = struct.Struct("<8s6I")
LEVELS: Final[tuple[Level, ...]] = ("site", "district", "town", "area", "province", "country")
"""Lowest to highest, as :meth:`Gazetteer.knows` ranks them."""
SOURCES: Final = ("geonames", "ne", "airport", "tocsin", "ucdp", "census")
KINDS: Final = (
    "", "air base", "base", "airport", "crossing", "camp", "hospital", "prison", "port", "plant", "university",
    "religious", "checkpoint", "street", "water", "mountain", "region", "bridge", "dam", "building",
    "capital",
)  # fmt: skip
Code = Literal["i", "I", "H", "B"]
COLUMNS: Final[tuple[tuple[str, Code], ...]] = (
    ("lat", "i"), ("lon", "i"), ("population", "I"), ("place_id", "I"), ("name_off", "I"), ("radius", "H"),
    ("admin1", "H"), ("country", "B"), ("level", "B"), ("source", "B"), ("kind", "B"),
    ("key_off", "I"), ("key_flags", "B"), ("postings", "I"), ("names", "B"),
)  # fmt: skip
COMMON_WORD: Final = 1
PERSON_NAME: Final = 2
LOOSE_MARK: Final = "~"
MILITARY_KINDS: Final = frozenset({"air base", "base"})
OWN: Final = "user:"
"""What the ids of a person's own places begin with."""
CURATED: Final = ("tocsin:", OWN)
"""What the ids of places that somebody put in for news of attacks begin with: their names need no further evidence."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of the world.

    ``id`` is ``"geonames:94787"``, ``"ne:IQ-KI"``, ``"airport:ORAA"``, ``"tocsin:k1-air-base"``, or ``"user:iq-zumar"``
    for a person's own; ``country`` is ISO 3166-1 alpha-2 or None for places of several countries; ``radius_km`` is how
    far the place reaches from its point; ``common_word`` says that the name asked for is also an ordinary English word
    or a person's name, so that a caller should want more evidence than the name; ``kind`` says what a site or an area
    is.
    """

    id: str
    name: str
    lat: float
    lon: float
    level: Level
    country: str | None
    admin1: str | None
    population: int
    radius_km: float
    common_word: bool
    kind: str = ""


class Gazetteer:
    """The shipped gazetteer; build one with :meth:`load`.

    ``failures`` are the rows of a person's own places that could not be read.
    """

    failures: tuple[DataError, ...] = ()

    def __init__(self, trie: marisa_trie.Trie, columns: dict[str, memoryview[int]], meta: dict[str, list[str]]) -> None:
        self._trie = trie
        self._col = columns
        self._names = columns["names"]
        self._name_off = columns["name_off"]
        self._key_off = columns["key_off"]
        self._postings = columns["postings"]
        self._key_flags = columns["key_flags"]
        self._level = columns["level"]
        self._ids = meta["ids"]
        self._admin1 = meta["admin1"]
        self._countries = meta["countries"]
        words = cast("dict[str, dict[str, str]]", meta)
        self._country_words = words["country_words"]
        self._demonyms = words["demonyms"]
        self._row_of_country = cast("dict[str, dict[str, int]]", meta)["country_rows"]
        self._military_rows = cast("dict[str, list[int]]", meta)["military_rows"]
        self._places = lru_cache(maxsize=8192)(self._read_places)

    @classmethod
    def load(cls, folder: Path | None = None, *, extra: Path | None = None) -> Gazetteer:
        """Map the gazetteer of ``folder``, the shipped one if None; ``extra`` is a CSV file of a person's own places.

        Raises:
            DataError: a file is missing, or is not one that the build tool of this version wrote (E520); the file of
                own places cannot be read as a whole (E521, E522, E523).
        """
        where = folder if folder is not None else Path(__file__).parent.parent / "data" / "gazetteer"
        try:
            trie = marisa_trie.Trie()
            trie.mmap(str(where / "keys.marisa"))
            with (where / "places.bin").open("rb") as file:
                mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
            meta = json.loads((where / "meta.json").read_text(encoding="utf-8"))
            columns = _columns(mapped, where)
            if extra is None:
                return cls(trie, columns, meta)
            from tocsin.resolve.own_gazetteer import OwnGazetteer  # noqa: PLC0415 - it is a kind of this class

            return OwnGazetteer(trie, columns, meta, extra)
        except (OSError, ValueError, KeyError, RuntimeError) as error:
            raise DataError(
                "E520",
                f"the gazetteer cannot be read: {error}",
                place=str(where),
                hint="Build it with tools/build_gazetteer.py.",
            ) from error

    def find(self, name: str) -> tuple[Place, ...]:
        """Give the places called ``name``, the most likely first; none if the name is unknown.

        A head word (``"Kirkuk province"``) puts places of its level first. Spelling variants are tried only when the
        name as written is unknown.
        """
        key = fold(name)
        number = self._number(key)
        if number is not None:
            return self._places(number)
        core, level = split_head(key)
        number = self._number(core) if level else None
        if number is not None:
            found = self._places(number)
            if level == "district":  # towns give their name to districts the gazetteer does not list
                wanted: tuple[str, ...] = ("district", "town")
            else:
                wanted = ("province", "area") if level == "province" else (str(level),)
            fitting = tuple(p for p in found if p.level in wanted)
            return fitting + tuple(p for p in found if p not in fitting)
        return self._find_loosely(key, core)

    def knows(self, name: str) -> str | None:
        """Give the highest level known by exactly that folded name, or None."""
        number = self._trie.get(fold(name))
        if number is None:
            return None
        start, end = self._key_off[number], self._key_off[number + 1]
        return LEVELS[max(self._level[row] for row in self._postings[start:end])]

    def is_common_word(self, name: str) -> bool:
        """Say whether a known name is also an ordinary English word."""
        return bool(self._flags(name) & COMMON_WORD)

    def is_person_name(self, name: str) -> bool:
        """Say whether a known name is also a common given name or surname."""
        return bool(self._flags(name) & PERSON_NAME)

    def country(self, iso2: str) -> Place | None:
        """Give the country with that ISO 3166-1 alpha-2 code."""
        row = self._row_of_country.get(iso2.upper())
        return None if row is None else self._read(row, common=False)

    def country_of(self, word: str) -> str | None:
        """Give the ISO code for a country name, an abbreviation or a demonym; the pronoun ``us`` is none."""
        if word in {"us", "Us", "car", "Car", "rok", "prc", "png", "opt"}:
            return None
        key = fold(word)
        return self._country_words.get(key) or self._demonyms.get(key)

    def is_demonym(self, word: str) -> bool:
        """Say whether ``word`` names the people or the manner of a country: ``Iraqi``, ``American``."""
        return fold(word) in self._demonyms

    def longest_at(self, words: Sequence[str], i: int, limit: int = 7) -> int:
        """Count the words from ``i`` that form the longest known name; 0 if none does."""
        for n in range(min(limit, len(words) - i), 0, -1):
            if self._number(fold(" ".join(words[i : i + n]))) is not None:
                return n
        return 0

    def sites_near(self, lat: float, lon: float, km: float) -> tuple[Place, ...]:
        """Give the military sites within ``km`` of a point, the nearest first."""
        lats, lons = self._col["lat"], self._col["lon"]
        margin = km / 111.0
        near: list[tuple[float, int]] = []
        for row in self._military_rows:
            if abs(lats[row] / 1e5 - lat) <= margin:
                away = great_circle_km(lat, lon, lats[row] / 1e5, lons[row] / 1e5)
                if away <= km:
                    near.append((away, row))
        return tuple(self._read(row, common=False) for _, row in sorted(near))

    def _number(self, key: str) -> int | None:
        number = self._trie.get(key)
        if number is None:
            bare = strip_article(key)
            if bare is not key:
                number = self._trie.get(bare)
        return cast("int | None", number)

    def _flags(self, name: str) -> int:
        number = self._number(fold(name))
        return 0 if number is None else self._key_flags[number]

    def _find_loosely(self, key: str, core: str) -> tuple[Place, ...]:
        for candidate in dict.fromkeys((key, core)):
            loose = loosen(candidate)
            if len(loose) < 4:  # short loose keys meet by chance
                continue
            for form in (LOOSE_MARK + loose, loose):
                number = self._trie.get(form)
                if number is not None:
                    return self._places(number)
        return ()

    def _read_places(self, number: int) -> tuple[Place, ...]:
        start, end = self._key_off[number], self._key_off[number + 1]
        common = self._key_flags[number] != 0
        return tuple(self._read(row, common=common) for row in self._postings[start:end])

    def _read(self, row: int, *, common: bool) -> Place:
        col = self._col
        source = col["source"][row]
        number = col["place_id"][row]
        country = col["country"][row]
        admin1 = col["admin1"][row]
        return Place(
            id=f"geonames:{number}" if source == 0 else self._ids[number],
            name=str(self._names[self._name_off[row] : self._name_off[row + 1]], "utf-8"),
            lat=col["lat"][row] / 1e5,
            lon=col["lon"][row] / 1e5,
            level=LEVELS[self._level[row]],
            country=self._countries[country] if country else None,
            admin1=self._admin1[admin1] if admin1 else None,
            population=col["population"][row],
            radius_km=col["radius"][row] / 10,
            common_word=common,
            kind=KINDS[col["kind"][row]],
        )


def column_sizes(n_places: int, n_keys: int, n_postings: int, n_bytes: int) -> Iterator[tuple[str, Code, int]]:
    """List the columns of ``places.bin`` in order: name, item code and number of items."""
    lengths = {"name_off": n_places + 1, "key_off": n_keys + 1, "key_flags": n_keys, "postings": n_postings}
    lengths["names"] = n_bytes
    for name, code in COLUMNS:
        yield name, code, lengths.get(name, n_places)


def _columns(mapped: mmap.mmap, where: Path) -> dict[str, memoryview[int]]:
    magic, version, n_places, n_keys, n_postings, n_bytes, _ = HEADER.unpack_from(mapped)
    if magic != MAGIC or version != VERSION:
        raise DataError("E520", "not a gazetteer of this version", value=version, place=str(where / "places.bin"))
    view = memoryview(mapped)
    columns: dict[str, memoryview[int]] = {}
    at = HEADER.size
    for name, code, count in column_sizes(n_places, n_keys, n_postings, n_bytes):
        size = count * struct.calcsize("<" + code)
        columns[name] = view[at : at + size].cast(code)
        at += -(-size // 8) * 8
    return columns
