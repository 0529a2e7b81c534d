"""One place on its way into the shipped gazetteer, for ``build_gazetteer.py`` and its siblings."""

from __future__ import annotations

from dataclasses import dataclass, field

from tocsin.resolve import folding


@dataclass(slots=True)
class Row:
    """One place on its way into the tables; ``keys`` maps each strict key to the prior of this place under it."""

    id: str
    name: str
    lat: float
    lon: float
    level: str
    country: str = ""
    admin1: str = ""
    population: int = 0
    radius_km: float = 5.0
    kind: str = ""
    keys: dict[str, float] = field(default_factory=dict)

    def call(self, name: str, prior: float) -> None:
        """Let the place be found by ``name``."""
        key = folding.fold(name)
        if not key or (len(key) < 2 and key.isascii()):
            return
        self.keys[key] = max(prior, self.keys.get(key, -9))
        bare = folding.strip_article(key)
        if bare != key:
            self.keys[bare] = max(prior - 0.3, self.keys.get(bare, -9))
