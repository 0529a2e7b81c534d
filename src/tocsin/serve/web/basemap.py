"""Read the shipped base map and give the outlines and towns that fall inside a window.

``data/basemap.json.gz`` (built by ``tools/build_basemap.py``) holds quantised coordinates and two layers of outlines,
``fine`` for a province and ``coarse`` for a continent. A layer has ``pieces``: the box (4 numbers), the first point,
then steps; and ``countries``: code, name, rings of piece numbers (from 1, negative for backwards).
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from tocsin.errors import DataError

Point = tuple[float, float]
Window = tuple[float, float, float, float]
"""West, south, east, north."""
LayerName = Literal["fine", "coarse"]

FORMAT = "tocsin.basemap/1"
CREDIT = "Boundaries: Natural Earth; no endorsement. Towns: GeoNames."


@dataclass(frozen=True, slots=True)
class Box:
    """A window in degrees; ``west`` < ``east``, both may lie beyond 180 where the window crosses the date line."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Outline:
    """What of one country lies in a window: its ISO code (empty where ISO has none), its name, its clipped rings."""

    code: str
    name: str
    rings: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True, slots=True)
class Town:
    """A town to find one's bearings by."""

    name: str
    lat: float
    lon: float
    population: int


@dataclass(frozen=True, slots=True)
class _Ring:
    """A ring of pieces, each with its direction and how many units it is moved east to join the one before it."""

    box: Window
    parts: tuple[tuple[list[int], bool, int], ...]


class BaseMap:
    """The base map, decoded piece by piece as maps ask for it."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._sx, self._sy = map(float, data["scale"])
        self._tx, self._ty = map(float, data["translate"])
        self._towns = [Town(name, lat, lon, people) for name, lat, lon, people in data["towns"]]
        self.country_names: dict[str, str] = {
            code: name for code, name, _ in data["layers"]["coarse"]["countries"] if code
        }
        """Name of each ISO 3166-1 alpha-2 code, as on the map."""
        world = round(360 / self._sx)
        self._layers = {
            layer: [
                (code, name, tuple(_join_ring(ring, rows["pieces"], world) for ring in rings))
                for code, name, rings in rows["countries"]
            ]
            for layer, rows in data["layers"].items()
        }

    def outlines(self, box: Box, layer: LayerName) -> tuple[Outline, ...]:
        """Give the countries that reach into the window, cut to it."""
        found = []
        windows = [(shift, self._quantise(box, shift)) for shift in (-360.0, 0.0, 360.0)]
        for code, name, rings in self._layers[layer]:
            cut = [
                tuple((x * self._sx + self._tx + shift, y * self._sy + self._ty) for x, y in part)
                for shift, window in windows
                for ring in rings
                if _meets(ring.box, window) and (part := _clip(_decode_ring(ring, window), window))
            ]
            if cut:
                found.append(Outline(code, name, tuple(cut)))
        return tuple(found)

    def towns(self, box: Box) -> Iterator[Town]:
        """Give the towns in the window, the largest first."""
        for town in self._towns:
            lon = nearest_turn(town.lon, (box.west + box.east) / 2)
            if box.south < town.lat < box.north and box.west < lon < box.east:
                yield Town(town.name, town.lat, lon, town.population)

    def _quantise(self, box: Box, shift: float) -> Window:
        return (
            (box.west - shift - self._tx) / self._sx,
            (box.south - self._ty) / self._sy,
            (box.east - shift - self._tx) / self._sx,
            (box.north - self._ty) / self._sy,
        )


@lru_cache(maxsize=1)
def shipped_basemap() -> BaseMap:
    """Load the shipped base map, once a process.

    Raises:
        DataError: E530, the file is missing or not one of this version.
    """
    path = Path(__file__).parent / "data" / "basemap.json.gz"
    try:
        data = json.loads(gzip.decompress(path.read_bytes()))
        if data["format"] != FORMAT:
            raise ValueError(data["format"])  # noqa: TRY301 - one way out for all that can be wrong with the file
        return BaseMap(data)
    except (OSError, ValueError, KeyError) as error:
        raise DataError(
            "E530",
            f"the base map cannot be read: {error}",
            place=str(path),
            hint="Build it with tools/build_basemap.py.",
        ) from error


def nearest_turn(lon: float, centre: float) -> float:
    """Turn a longitude by whole circles until it is nearest to ``centre``.

    >>> nearest_turn(-179.0, 178.0)
    181.0
    """
    return lon + 360 * round((centre - lon) / 360)


def _join_ring(ring: list[int], pieces: list[list[int]], world: int) -> _Ring:
    parts: list[tuple[list[int], bool, int]] = []
    boxes = []
    offset = 0
    end: int | None = None
    for number in ring:
        piece, backwards = pieces[abs(number) - 1], number < 0
        first, last = piece[4], piece[4] + sum(piece[6::2])
        if backwards:
            first, last = last, first
        if end is not None:  # across the date line the next piece starts a whole world away
            offset = world * round((end - first) / world)
        end = last + offset
        parts.append((piece, backwards, offset))
        boxes.append((piece[0] + offset, piece[1], piece[2] + offset, piece[3]))
    box = (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
    return _Ring(box, tuple(parts))


def _meets(box: Window, window: Window) -> bool:
    return box[0] <= window[2] and window[0] <= box[2] and box[1] <= window[3] and window[1] <= box[3]


def _decode_ring(ring: _Ring, window: Window) -> list[Point]:
    points: list[Point] = []
    for piece, backwards, offset in ring.parts:
        box = (piece[0] + offset, piece[1], piece[2] + offset, piece[3])
        points += _decode(piece, backwards, offset, whole=_meets(box, window))
    return points


def _decode(piece: list[int], backwards: bool, offset: int, *, whole: bool) -> list[Point]:
    """Give a piece's points; only its two ends where it lies wholly to one side of the window and cannot show."""
    x, y = piece[4] + offset, piece[5]
    points: list[Point] = [(x, y)]
    if whole:
        for i in range(6, len(piece), 2):
            x += piece[i]
            y += piece[i + 1]
            points.append((x, y))
    else:
        points.append((x + sum(piece[6::2]), y + sum(piece[7::2])))
    return points[::-1] if backwards else points


def _clip(points: list[Point], window: Window) -> list[Point]:
    """Cut a ring to a rectangle (Sutherland and Hodgman 1974)."""
    for axis, limit, keep_above in (
        (0, window[0], True),
        (0, window[2], False),
        (1, window[1], True),
        (1, window[3], False),
    ):
        if not points:
            return []
        kept: list[Point] = []
        previous = points[-1]
        was_in = (previous[axis] >= limit) == keep_above
        for point in points:
            is_in = (point[axis] >= limit) == keep_above
            if is_in != was_in:
                kept.append(_cross(previous, point, axis, limit))
            if is_in:
                kept.append(point)
            previous, was_in = point, is_in
        points = kept
    return points


def _cross(a: Point, b: Point, axis: int, limit: float) -> Point:
    share = (limit - a[axis]) / (b[axis] - a[axis])
    other = a[1 - axis] + share * (b[1 - axis] - a[1 - axis])
    return (limit, other) if axis == 0 else (other, limit)
