"""Look up a person's own places before the shipped ones.

A place of one's own stands first under its names, and the shipped ones of that name stay behind it, so that nothing is
lost: which of them a report means is decided where the report is known, and there one's own wins over the shipped ones
of its country. Nor is a name of one's own doubted for being an English word or a person's name as well.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from tocsin.model.sphere import great_circle_km
from tocsin.resolve.folding import fold, loosen, split_head, strip_article
from tocsin.resolve.gazetteer import LEVELS, MILITARY_KINDS, Gazetteer, Place
from tocsin.resolve.own_places import OwnPlace, read_own_places

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import marisa_trie

_LEAST_LOOSE = 4
"""Shorter loose keys meet by chance."""


class OwnGazetteer(Gazetteer):
    """The shipped gazetteer with a person's own places; build one with :meth:`Gazetteer.load`."""

    def __init__(
        self, trie: marisa_trie.Trie, columns: dict[str, memoryview[int]], meta: dict[str, list[str]], path: Path
    ) -> None:
        super().__init__(trie, columns, meta)
        self._own: dict[str, tuple[Place, ...]] = {}  # empty while the file is read against the shipped places
        self._own_loose: dict[str, tuple[Place, ...]] = {}
        self._own_bases: tuple[Place, ...] = ()
        own = read_own_places(path, self)
        self.failures = own.failures
        self._index(own.places)

    def find(self, name: str) -> tuple[Place, ...]:
        """Give the places called ``name``, one's own first, then as :meth:`Gazetteer.find` does."""
        key = fold(name)
        own = self._named(key)
        if own:
            return own + (super().find(name) if self._number(key) is not None else ())
        core, level = split_head(key)
        own = self._named(core) if level else ()
        found = super().find(name)
        if own:
            wanted = {"district": ("district", "town"), "province": ("province", "area")}.get(str(level), (level,))
            return tuple(sorted((*own, *found), key=lambda place: place.level not in wanted))
        if found and (self._number(key) is not None or (level and self._number(core) is not None)):
            return found
        return self._spelled_loosely(key, core) + found

    def knows(self, name: str) -> str | None:
        """Give the highest level known by exactly that folded name, or None."""
        shipped = super().knows(name)
        levels = {shipped, *(place.level for place in self._own.get(fold(name), ()))}
        return next((level for level in reversed(LEVELS) if level in levels), None)

    def longest_at(self, words: Sequence[str], i: int, limit: int = 7) -> int:
        """Count the words from ``i`` that form the longest known name; 0 if none does."""
        shipped = super().longest_at(words, i, limit)
        for n in range(min(limit, len(words) - i), shipped, -1):
            if self._named(fold(" ".join(words[i : i + n]))):
                return n
        return shipped

    def sites_near(self, lat: float, lon: float, km: float) -> tuple[Place, ...]:
        """Give the military sites within ``km`` of a point, the nearest first."""
        near = [place for place in self._own_bases if great_circle_km(lat, lon, place.lat, place.lon) <= km]
        found = (*near, *super().sites_near(lat, lon, km))
        return tuple(sorted(found, key=lambda place: great_circle_km(lat, lon, place.lat, place.lon)))

    def _index(self, places: Sequence[OwnPlace]) -> None:
        strict: dict[str, list[Place]] = defaultdict(list)
        loose: dict[str, list[Place]] = defaultdict(list)
        for own in places:
            for name in own.names:
                key = fold(name)
                _add(strict[key], own.place)
                _add(strict[strip_article(key)], own.place)
                if len(loosen(key)) >= _LEAST_LOOSE:
                    _add(loose[loosen(key)], own.place)
        self._own = {key: tuple(found) for key, found in strict.items()}
        self._own_loose = {key: tuple(found) for key, found in loose.items()}
        self._own_bases = tuple(own.place for own in places if own.place.kind in MILITARY_KINDS)

    def _named(self, key: str) -> tuple[Place, ...]:
        return self._own.get(key) or self._own.get(strip_article(key), ())

    def _spelled_loosely(self, key: str, core: str) -> tuple[Place, ...]:
        for candidate in dict.fromkeys((key, core)):
            found = self._own_loose.get(loosen(candidate))
            if found:
                return found
        return ()


def _add(places: list[Place], place: Place) -> None:
    if all(known.id != place.id for known in places):
        places.append(place)
