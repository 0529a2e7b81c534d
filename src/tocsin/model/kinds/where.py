"""Where an attack took place: a wording tied to a point, a precision and a reach.

A value with ``precision`` ``unknown`` keeps the wording alone: the place is named but in no table.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from tocsin.model.sphere import great_circle_km

Precision = Literal["site", "town", "near", "district", "province", "country", "unknown"]
PRECISIONS: tuple[Precision, ...] = ("site", "town", "near", "district", "province", "country", "unknown")
_SPECIFICITY = {
    "site": 1.0,
    "town": 0.85,
    "near": 0.7,
    "district": 0.65,
    "province": 0.4,
    "country": 0.15,
    "unknown": 0.1,
}
FINE = frozenset({"site", "town", "near", "district"})
CITY_DISTRICT_KM = 10.0
"""A district that reaches no further is a part of a city; a wider one is an administrative area."""
FALL_OFF_KM = 15.0
"""Beyond the reach of both places the likeness falls by a factor e every so many kilometres."""


@dataclass(frozen=True, slots=True)
class OtherPlace:
    """Name another place that the same wording could mean."""

    name: str
    lat: float
    lon: float
    country: str | None
    gazetteer: str


@dataclass(frozen=True, slots=True)
class Where:
    """Tie ``text`` to a point.

    ``lat``, ``lon`` are WGS 84 degrees, None where nothing is known; ``radius_km`` is how far the truth may lie from
    the point; ``country`` is ISO 3166-1 alpha-2; ``gazetteer`` is the id in the gazetteer; ``level`` and ``kind`` say
    what the gazetteer holds (``area``, ``water``); ``alternatives`` are the readings not chosen; ``context`` the other
    place wordings of the event, most specific first.
    """

    text: str
    name: str
    lat: float | None = None
    lon: float | None = None
    precision: Precision = "unknown"
    radius_km: float = 0.0
    country: str | None = None
    admin1: str | None = None
    gazetteer: str | None = None
    alternatives: tuple[OtherPlace, ...] = ()
    context: tuple[str, ...] = ()
    level: str = ""
    kind: str = field(default="")

    def to_json(self) -> dict[str, Any]:
        """Give the canonical JSON object; ``place_kind`` is the kind of place."""
        row = asdict(self)
        row["place_kind"] = row.pop("kind")
        row["alternatives"] = list(row["alternatives"])
        row["context"] = list(self.context)
        return {"kind": "where/1", **row}

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Where:
        """Read a place back; rows written before a field existed get its default."""
        known = {name: row[name] for name in cls.__dataclass_fields__ if name in row and name != "kind"}
        known["kind"] = row.get("place_kind", "")
        known["alternatives"] = tuple(OtherPlace(**other) for other in row.get("alternatives", ()))
        known["context"] = tuple(row.get("context", ()))
        return cls(**known)

    def show(self) -> str:
        """Say the place in a few words: name, province, country, and how close that is."""
        parts = [self.name or self.text]
        parts += [part for part in (self.admin1, self.country) if part and part not in parts]
        lead = "near " if self.precision == "near" else ""
        return lead + ", ".join(parts)

    def validate(self) -> list[str]:
        """List what is wrong: a missing half of a point, degrees out of range, an unknown precision."""
        wrong = []
        if self.precision not in PRECISIONS:
            wrong.append(f"unknown precision {self.precision!r}")
        if (self.lat is None) != (self.lon is None):
            wrong.append("one of lat and lon is missing")
        if self.lat is not None and not -90 <= self.lat <= 90:
            wrong.append(f"latitude {self.lat} is out of range")
        if self.lon is not None and not -180 <= self.lon <= 180:
            wrong.append(f"longitude {self.lon} is out of range")
        if self.lat is None and self.precision != "unknown":
            wrong.append(f"precision {self.precision} without a point")
        if self.radius_km < 0:
            wrong.append(f"negative radius {self.radius_km}")
        if self.country is not None and not (len(self.country) == 2 and self.country.isupper()):
            wrong.append(f"country {self.country!r} is not a two-letter code")
        return wrong

    @property
    def specificity(self) -> float:
        """Rank sites over towns over provinces over countries."""
        return _SPECIFICITY.get(self.precision, 0.0)

    @property
    def acled_geo_precision(self) -> int | None:
        """Give ACLED's geo_precision 1 to 3; None for countries and unknown places, which ACLED does not record."""
        if self.precision in {"site", "town"} or self._is_city_district:
            return 1
        if self.precision in {"near", "district"}:
            return 2
        return 3 if self.precision == "province" else None

    @property
    def ucdp_where_prec(self) -> int | None:
        """Give UCDP GED's where_prec 1 to 7; None for an unknown place."""
        if self.kind == "water" and self.country is None:
            return 7
        if self.precision in {"site", "town"} or self._is_city_district:
            return 1
        if self.precision == "province":
            return 5 if self.level == "area" else 4
        return {"near": 2, "district": 3, "country": 6}.get(self.precision)

    @property
    def _is_city_district(self) -> bool:
        return self.precision == "district" and self.radius_km <= CITY_DISTRICT_KM


def distance_km(a: Where, b: Where) -> float | None:
    """Measure the great-circle distance in kilometres; None if a point is missing."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    return great_circle_km(a.lat, a.lon, b.lat, b.lon)


def compare(a: Where, b: Where) -> tuple[float, str]:
    """Score how well two places may be one: 1 the same, about 0.5 says nothing, 0 cannot be.

    A place inside a wider one scores between: a town fits its country without being evidence for it.
    """
    if a.gazetteer and a.gazetteer == b.gazetteer and a.precision == b.precision:
        return 0.5 + 0.5 * a.specificity, f"both are {a.name}"
    away = distance_km(a, b)
    if away is None:
        return _compare_names(a, b)
    reach = a.radius_km + b.radius_km
    coarser = a if a.specificity < b.specificity else b
    if a.precision in FINE and b.precision in FINE:
        reach = max(reach, 3.0)
        if away <= reach:
            return 1.0 - 0.2 * away / reach, f"{away:.0f} km apart, within their {reach:.0f} km"
        return 0.8 * math.exp((reach - away) / FALL_OFF_KM), f"{away:.0f} km apart, beyond their {reach:.0f} km"
    if coarser.precision == "country" and a.country and b.country:
        inside = a.country == b.country
        return (0.55, f"both in {a.country}") if inside else (0.0, f"{a.country} is not {b.country}")
    if a.admin1 and a.admin1 == b.admin1 and a.country == b.country:
        return 0.7, f"both in {a.admin1}"
    if away <= reach * 1.3:  # real outlines are no circles
        return 0.6, f"{away:.0f} km apart, the wider place reaches {coarser.radius_km:.0f} km"
    return 0.4 * math.exp((reach * 1.3 - away) / (2 * FALL_OFF_KM)), f"{away:.0f} km apart, outside {coarser.name}"


def _compare_names(a: Where, b: Where) -> tuple[float, str]:
    if a.country and b.country and a.country != b.country:
        return 0.05, f"{a.country} is not {b.country}"
    one, two = (a.name or a.text).casefold(), (b.name or b.text).casefold()
    if one and one == two:
        return 0.9, f"both are called {a.name or a.text}"
    return 0.4, "the place of one is not known"
