"""Draw maps as SVG on the server: a locator for one place, an overview of many. No tiles, no network, no script.

Colours come from the style sheet through classes; uncertainty is drawn as a halo whose radius is the precision of the
place in kilometres. A place known only to a province or a country gets the halo alone: no point is invented.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from tocsin.serve.web.basemap import CREDIT, Box, Outline, nearest_turn, shipped_basemap
from tocsin.serve.web.words import say_km

KM_PER_DEGREE = 111.32
POINT_PRECISIONS = frozenset({"site", "town", "near"})
"""Precisions at which a point may be drawn inside the halo."""
COARSE_FROM_KM_PER_PX = 3.0
FRAME_FLATTEST, FRAME_TALLEST = 0.42, 0.85
"""Height of the overview as a share of its width; 0.42 holds the inhabited world, 70 degrees north to south."""
SHORTEST_STEP_PX = 1.1
CHARACTER_PX = 6.2
"""Mean width of a character of an 11 px label, for keeping labels apart."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place to draw: where, how far the truth may lie from it, what it is called and where its record is.

    ``label`` is read out and shown on hover; ``name``, short, is written on the locator.
    """

    lat: float
    lon: float
    radius_km: float
    precision: str
    label: str
    name: str = ""
    href: str = ""
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """A window on the world and how it falls on the drawing (equirectangular, true at the middle latitude)."""

    box: Box
    width: int
    height: int
    px_per_km: float

    def place(self, lat: float, lon: float) -> tuple[float, float]:
        """Give the drawing's x and y."""
        box = self.box
        turned = nearest_turn(lon, (box.west + box.east) / 2)
        x = (turned - box.west) / (box.east - box.west) * self.width
        return x, (box.north - lat) / (box.north - box.south) * self.height

    @property
    def padded(self) -> Box:
        """Give the window and a margin, so that cut edges fall outside the drawing."""
        box = self.box
        x, y = (box.east - box.west) * 0.03, (box.north - box.south) * 0.03
        return Box(box.west - x, box.south - y, box.east + x, box.north + y)


def make_frame(lat: float, lon: float, half_height_km: float, *, width: int, height: int) -> Frame:
    """Centre a window on a point; it never reaches over a pole or round the world."""
    half_lat = min(half_height_km / KM_PER_DEGREE, 80.0)
    lat = max(-84.0 + half_lat, min(84.0 - half_lat, lat))
    half_lon = half_lat * width / height / max(0.15, math.cos(math.radians(lat)))
    if half_lon > 180.0:
        half_lat, half_lon = half_lat * 180.0 / half_lon, 180.0
    box = Box(lon - half_lon, lat - half_lat, lon + half_lon, lat + half_lat)
    return Frame(box, width, height, height / (2 * half_lat * KM_PER_DEGREE))


def draw_locator(mark: Mark, *, ident: str = "locator", width: int = 460, height: int = 300) -> str:
    """Draw one place with its halo, borders, neighbours, towns and a scale bar, as one SVG element."""
    frame = make_frame(mark.lat, mark.lon, min(3000.0, max(170.0, 1.35 * mark.radius_km)), width=width, height=height)
    taken = [_halo_box(frame, mark)]
    own = _own_name(frame, mark, taken)
    towns = _towns(frame, taken, limit=9, without=mark.name)
    parts = [_land(frame), _halo(frame, mark), own, towns, _names(frame, taken), _scale_bar(frame)]
    title = f"Map: {mark.label}"
    about = f"{mark.label}, placed to the {mark.precision}; the truth may lie within {say_km(mark.radius_km)}. {CREDIT}"
    return _svg(frame, parts, ident=ident, title=title, about=about, role="img")


def draw_overview(marks: Sequence[Mark], *, ident: str = "overview", width: int = 560) -> str:
    """Draw many places, each a link to its record, in the smallest window that holds them all.

    The drawing repeats a table, so its links are taken out of the tab order.
    """
    frame = _frame_around(marks, width)
    marks = sorted(marks, key=lambda m: -m.radius_km)
    halos = "".join(_overview_mark(frame, m) for m in marks)
    parts = [_land(frame), _names(frame, [_halo_box(frame, m) for m in marks]), halos, _scale_bar(frame)]
    about = f"{len(marks)} incidents; a halo is as wide as the place is uncertain. The table has the same. {CREDIT}"
    return _svg(frame, parts, ident=ident, title="Map of the incidents", about=about, role="group")


def _frame_around(marks: Sequence[Mark], width: int) -> Frame:
    if not marks:
        return make_frame(20.0, 10.0, 7000.0, width=width, height=round(width * FRAME_FLATTEST))
    lons = sorted(nearest_turn(m.lon, 0.0) for m in marks)
    # The widest gap between neighbouring longitudes is left outside the window.
    gaps = [(b - a, b) for a, b in zip(lons, [*lons[1:], lons[0] + 360], strict=True)]
    gap, start = max(gaps)
    centre = nearest_turn(start + (360 - gap) / 2, 0.0)
    south, north = min(m.lat for m in marks), max(m.lat for m in marks)
    lat = (south + north) / 2
    narrow = math.cos(math.radians(lat))
    room = 1.0 + min(max(m.radius_km for m in marks), 400.0) / KM_PER_DEGREE
    half_lat = min(80.0, max((north - south) / 2 * 1.12 + room, 3.2))
    half_lon = min(180.0, (360 - gap) / 2 * 1.12 + room / narrow)
    # The drawing takes the shape of what it holds, between a strip and nearly a square.
    height = round(min(FRAME_TALLEST, max(FRAME_FLATTEST, half_lat / (half_lon * narrow))) * width)
    half_lat = max(half_lat, half_lon * narrow * height / width)
    return make_frame(lat, centre, half_lat * KM_PER_DEGREE, width=width, height=height)


def _svg(frame: Frame, parts: Iterable[str], *, ident: str, title: str, about: str, role: str) -> str:
    return (
        f'<svg class="map" role="{role}" viewBox="0 0 {frame.width} {frame.height}" '
        f'aria-labelledby="{ident}-title {ident}-desc" xmlns="http://www.w3.org/2000/svg">'
        f'<title id="{ident}-title">{escape(title)}</title><desc id="{ident}-desc">{escape(about)}</desc>'
        f'<rect class="map-sea" width="{frame.width}" height="{frame.height}"/>{"".join(parts)}</svg>'
    )


def _land(frame: Frame) -> str:
    shapes = []
    for outline in _outlines(frame):
        path = "".join(_path(frame, ring) for ring in outline.rings)
        if path:
            shapes.append(f'<path d="{path}"/>')
    return f'<g class="map-land">{"".join(shapes)}</g>'


def _path(frame: Frame, ring: Iterable[tuple[float, float]]) -> str:
    """Write a ring, without steps too short to see; nothing at all for a ring that small."""
    steps: list[str] = []
    last: tuple[float, float] | None = None
    for lon, lat in ring:
        x, y = _raw_place(frame, lat, lon)
        if last is None or abs(x - last[0]) + abs(y - last[1]) >= SHORTEST_STEP_PX:
            steps.append(f"{x:.1f} {y:.1f}")
            last = (x, y)
    return f"M{'L'.join(steps)}Z" if len(steps) > 2 else ""


def _raw_place(frame: Frame, lat: float, lon: float) -> tuple[float, float]:
    box = frame.box
    return (
        (lon - box.west) / (box.east - box.west) * frame.width,
        (box.north - lat) / (box.north - box.south) * frame.height,
    )


def _outlines(frame: Frame) -> tuple[Outline, ...]:
    return _outlines_in(frame.padded, 1 / frame.px_per_km >= COARSE_FROM_KM_PER_PX)


@lru_cache(maxsize=32)
def _outlines_in(box: Box, coarse: bool) -> tuple[Outline, ...]:
    return shipped_basemap().outlines(box, "coarse" if coarse else "fine")


def _halo(frame: Frame, mark: Mark) -> str:
    x, y = frame.place(mark.lat, mark.lon)
    radius = max(5.0, mark.radius_km * frame.px_per_km)
    halo = f'<circle class="map-halo" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>'
    if mark.precision not in POINT_PRECISIONS:
        return halo
    cross = f"M{x - 7:.1f} {y:.1f}h14M{x:.1f} {y - 7:.1f}v14"
    return f'{halo}<path class="map-cross" d="{cross}"/>'


def _own_name(frame: Frame, mark: Mark, taken: list[tuple[float, float, float, float]]) -> str:
    if not mark.name or mark.precision not in POINT_PRECISIONS:
        return ""
    x, y = frame.place(mark.lat, mark.lon)
    width = 7.4 * len(mark.name)
    left = x + 12 if x + 12 + width < frame.width - 6 else max(6.0, x - 12 - width)
    taken.append((left - 3, y - 10, left + width + 3, y + 8))
    return f'<text class="map-own" x="{left:.1f}" y="{y + 4:.1f}">{escape(mark.name)}</text>'


def _overview_mark(frame: Frame, mark: Mark) -> str:
    x, y = frame.place(mark.lat, mark.lon)
    radius = max(6.0, mark.radius_km * frame.px_per_km)
    kind = "map-halo map-disputed" if mark.disputed else "map-halo"
    # A disputed incident is a diamond, the others a dot: the shape says it without colour.
    heart = (
        f'<path class="map-heart" d="M{x:.1f} {y - 5:.1f}l5 5l-5 5l-5 -5Z"/>'
        if mark.disputed
        else f'<circle class="map-heart" cx="{x:.1f}" cy="{y:.1f}" r="3.2"/>'
    )
    return (
        f'<a href="{escape(mark.href)}" tabindex="-1"><title>{escape(mark.label)}</title>'
        f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}"/>{heart}</a>'
    )


def _halo_box(frame: Frame, mark: Mark) -> tuple[float, float, float, float]:
    x, y = frame.place(mark.lat, mark.lon)
    return x - 12, y - 10, x + 12, y + 10


def _towns(frame: Frame, taken: list[tuple[float, float, float, float]], *, limit: int, without: str) -> str:
    drawn: list[str] = []
    for town in shipped_basemap().towns(frame.box):
        x, y = frame.place(town.lat, town.lon)
        box = (x - 4, y - 9, x + 8 + CHARACTER_PX * len(town.name), y + 6)
        if town.name == without or not _free(box, taken, frame):
            continue
        taken.append(box)
        dot = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="1.8"/>'
        drawn.append(f'{dot}<text x="{x + 5:.1f}" y="{y + 4:.1f}">{escape(town.name)}</text>')
        if len(drawn) == limit:
            break
    return f'<g class="map-towns">{"".join(drawn)}</g>'


def _names(frame: Frame, taken: list[tuple[float, float, float, float]]) -> str:
    """Name each country in the middle of the largest piece of it that shows, where there is room."""
    drawn = []
    pieces = []
    for outline in _outlines(frame):
        ring = max(outline.rings, key=_area)
        points = [_raw_place(frame, lat, lon) for lon, lat in ring]
        pieces.append((_area(points), outline.name, points))
    for area, name, points in sorted(pieces, reverse=True, key=lambda p: p[0]):
        if area < 900:
            break
        width = 8.0 * len(name)
        for x, y in _spots(points, frame):
            box = (x - width / 2 - 4, y - 12, x + width / 2 + 4, y + 5)
            if _free(box, taken, frame):
                taken.append(box)
                drawn.append(f'<text x="{x:.1f}" y="{y:.1f}">{escape(name)}</text>')
                break
    return f'<g class="map-names">{"".join(drawn)}</g>'


def _spots(points: Sequence[tuple[float, float]], frame: Frame) -> list[tuple[float, float]]:
    """Give inner points of a shape, the roomiest first: the middles of its widest cuts at several heights."""
    top = max(0.0, min(y for _, y in points))
    bottom = min(float(frame.height), max(y for _, y in points))
    spots = []
    for step in range(1, 10):
        y = top + (bottom - top) * step / 10
        cuts = sorted(
            min(float(frame.width), max(0.0, a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])))
            for a, b in zip(points, [*points[1:], points[0]], strict=True)
            if (a[1] > y) != (b[1] > y)
        )
        for left, right in zip(cuts[::2], cuts[1::2], strict=False):
            spots.append((right - left - 6 * abs(step - 5), (left + right) / 2, y + 4))
    return [(x, y) for _, x, y in sorted(spots, reverse=True)]


def _free(
    box: tuple[float, float, float, float], taken: Iterable[tuple[float, float, float, float]], frame: Frame
) -> bool:
    inside = box[0] > 4 and box[1] > 4 and box[2] < frame.width - 4 and box[3] < frame.height - 24
    return inside and not any(box[0] < t[2] and t[0] < box[2] and box[1] < t[3] and t[1] < box[3] for t in taken)


def _area(points: Sequence[tuple[float, float]]) -> float:
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True))
    return abs(twice) / 2


def _scale_bar(frame: Frame) -> str:
    most = frame.width * 0.22 / frame.px_per_km
    power = 10 ** math.floor(math.log10(most))
    km = max(n * power for n in (1, 2, 5) if n * power <= most)
    length = km * frame.px_per_km
    y = frame.height - 12
    return (
        f'<g class="map-scale"><path d="M12 {y - 4}v4h{length:.1f}v-4"/>'
        f'<text x="{18 + length:.1f}" y="{y + 1}">{km:,.0f} km</text></g>'
    )
