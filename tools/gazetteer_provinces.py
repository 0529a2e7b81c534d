"""The admin-1 areas of Natural Earth: their rows of the gazetteer, and the province each other place lies in."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Any

from gazetteer_rows import Row

CRIMEA = frozenset({"UA-43", "UA-40"})
"""Natural Earth draws who holds the ground; the tables follow the borders the United Nations recognise."""

SMALL_PROVINCES = frozenset(
    {"GB", "SI", "LV", "MK", "MT", "PH", "IE", "AZ", "IT", "FR", "BG", "TH", "TR", "UG", "KE", "VN"}
)
"""Countries whose admin-1 areas mostly share the name of their chief town, or are small."""

ENGLISH_PROVINCES = {
    "IQ-KI": "Kirkuk", "IQ-TS": "Kirkuk", "IQ-NI": "Nineveh", "IQ-SD": "Salah ad Din", "IQ-AR": "Erbil",
    "IQ-DA": "Duhok", "IQ-BA": "Basra", "IQ-AN": "Anbar", "IQ-SU": "Sulaymaniyah", "IQ-NA": "Najaf", "IQ-KA": "Karbala",
}  # fmt: skip

_PROVINCE_WORDS = frozenset(
    "province governorate oblast region state department prefecture krai republic district county wilaya "
    "provincia departamento autonomous municipality raion".split(),
)


class Province:
    """One Natural Earth admin-1 area with its outline."""

    def __init__(self, feature: dict[str, Any]) -> None:
        self.props: dict[str, Any] = feature["properties"]
        shape = feature["geometry"]
        polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
        self.rings: list[list[list[float]]] = [polygon[0] for polygon in polygons]
        self.country: str = "UA" if self.props["iso_3166_2"] in CRIMEA else self.props["iso_a2"]
        self.name = ENGLISH_PROVINCES.get(self.props["iso_3166_2"]) or _tidy(
            self.props["name_en"] or self.props["name"] or ""
        )
        self.code: str = self.props["gn_a1_code"] or ""
        self.area_km2, self.lat, self.lon = _area_and_centroid(self.rings)
        xs = [x for ring in self.rings for x, _ in ring]
        ys = [y for ring in self.rings for _, y in ring]
        self.box = (min(xs), min(ys), max(xs), max(ys))

    def row(self) -> Row:
        """Give the province as a gazetteer row."""
        props = self.props
        lat, lon = self.lat, self.lon
        if self.rings and len(self.rings) > 1 and props["latitude"]:
            lat, lon = props["latitude"], props["longitude"]
        row = Row(
            id=f"ne:{props['iso_3166_2'] or props['adm1_code']}",
            name=self.name,
            lat=lat,
            lon=lon,
            level="province",
            country=self.country,
            admin1=self.name,
            radius_km=max(5.0, math.sqrt(self.area_km2 / math.pi)),
        )
        big = 6.6 if self.country in {"US", "IN", "CN", "CA", "AU", "BR", "RU", "NG", "PK", "MX"} else 5.9
        if self.country in SMALL_PROVINCES:
            big = 4.2
        for value in (self.name, props["name"], props["name_en"], props["woe_name"], props["gns_name"]):
            if value:
                row.call(_tidy(value), big)
                row.call(value, big)
        for language in ("name_ar", "name_ru", "name_uk", "name_fa", "name_fr", "name_es", "name_de"):
            if props.get(language):
                row.call(_tidy(props[language]), big - 1)
        for value in (props["name_alt"] or "").split("|"):
            if len(value) > 2 and value.isprintable() and not any(c in value for c in "¡`?"):
                row.call(value.strip(), big - 1)
        return row

    def is_near(self, lat: float, lon: float) -> bool:
        """Say whether a point lies in the box around the outline, or within half a degree of it."""
        west, south, east, north = self.box
        return west - 0.5 <= lon <= east + 0.5 and south - 0.5 <= lat <= north + 0.5

    def holds(self, lat: float, lon: float) -> bool:
        """Say whether a point lies inside the outline (every fourth vertex: a kilometre or two is enough here)."""
        west, south, east, north = self.box
        if not (west <= lon <= east and south <= lat <= north):
            return False
        inside = False
        for ring in self.rings:
            points = ring[::4] if len(ring) > 40 else ring
            x1, y1 = points[-1]
            for x2, y2 in points:
                if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                    inside = not inside
                x1, y1 = x2, y2
        return inside


def by_country(provinces: list[Province]) -> dict[str, list[Province]]:
    """Group provinces under the ISO alpha-2 code of their country, in the order given; an unknown code is empty."""
    groups: dict[str, list[Province]] = defaultdict(list)
    for province in provinces:
        groups[province.country].append(province)
    return groups


def settle_admin1(rows: list[Row], provinces: list[Province]) -> None:
    """Find the province of the places whose source names none, by point in polygon."""
    groups = by_country(provinces)
    for row in rows:
        if row.admin1 or not row.country or row.level in {"country", "area"}:
            continue
        home = next((p for p in groups[row.country] if p.holds(row.lat, row.lon)), None)
        row.admin1 = home.name if home else _nearest_province(row, groups[row.country])


def _nearest_province(row: Row, provinces: list[Province]) -> str:
    """Name the province whose outline comes within a fifth of a degree of a place off the coast or over the line."""
    best, name = 0.2, ""
    for province in provinces:
        if not province.is_near(row.lat, row.lon):
            continue
        for ring in province.rings:
            for x, y in ring[::4]:
                away = max(abs(x - row.lon), abs(y - row.lat))
                if away < best:
                    best, name = away, province.name
    return name


def _tidy(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[-1].casefold() in _PROVINCE_WORDS:
        words.pop()
    return " ".join(words)


def _area_and_centroid(rings: list[list[list[float]]]) -> tuple[float, float, float]:
    total = cx = cy = 0.0
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, ring[1:] + ring[:1], strict=True):
            cross = x1 * y2 - x2 * y1
            total += cross
            cx += (x1 + x2) * cross
            cy += (y1 + y2) * cross
    if not total:
        return 1.0, rings[0][0][1], rings[0][0][0]
    lon, lat = cx / (3 * total), cy / (3 * total)
    return abs(total) / 2 * 111.2**2 * math.cos(math.radians(lat)), lat, lon
