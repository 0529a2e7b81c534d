"""Tie place wordings to places: which of the places of that name does this report mean?

The whole report decides. Countries named in it, wider places named beside the wording (*Chaung-U, Sagaing Region,
Myanmar*), places already settled nearby, the dateline and the size of the place are added up; what stays close is
listed under ``alternatives``. A name in no table is placed in the smallest wider place the sentence puts it in, at that
place's precision, or not at all.

Long because the steps share one case: candidates, containers, scores and values are read together.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tocsin.model.kinds.where import OtherPlace, Precision, Where
from tocsin.model.sphere import great_circle_km
from tocsin.resolve.folding import fold, split_head
from tocsin.resolve.gazetteer import CURATED, OWN
from tocsin.resolve.names import find_place_names
from tocsin.resolve.relative import go
from tocsin.resolve.wording import PlaceWording
from tocsin.resolve.wordlists import AREA_HEADS, COMPASS, SITE_HEADS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from tocsin.resolve.gazetteer import Gazetteer, Place

__all__ = ["PlaceWording", "Weighed", "WeighedName", "find_place_names", "resolve_places", "weigh_places"]

# What each kind of evidence adds to a score whose unit is a power of ten of inhabitants. CONTAINER, OWN_COUNTRY,
# NEIGHBOUR, SHARED_NAME and OTHER_NAME were varied one at a time on three public geoparsing sets (LGL, GeoWebNews,
# GeoVirus), where Acc@161km moved by at most two points; OWN_COUNTRY and NEIGHBOUR were set from that. The rest are
# first guesses.
CONTAINER = 6.0
OWN_COUNTRY = 5.0
NEIGHBOUR = 2.0
DATELINE = 1.0
SHARED_NAME = 0.5
OTHER_NAME = 0.7
LEVEL_FITS = 2.0
CLOSE_CALL = 1.2
NEAR_TOWN_KM = 30.0
"""A base named by its town lies within this distance of it."""
NEAR_RADIUS_KM = 15.0
WELL_KNOWN = 100_000
"""A town of this many people may be meant in a report that names other countries only."""

_LEVEL_PRIOR = {"country": 8.0, "province": 5.6, "area": 7.2, "district": 4.8, "site": 4.6}
_UNCOUNTED = {"tocsin": 4.2, "user": 4.2, "ucdp": 3.2}
_PRECISION: dict[str, Precision] = {
    "site": "site",
    "town": "town",
    "district": "district",
    "province": "province",
    "area": "province",
    "country": "country",
}
_WIDTH = {"site": 0, "town": 1, "district": 2, "area": 3, "province": 3, "country": 4}
_BASE_HEADS = frozenset({"base", "air base"})


_Reach = tuple[Precision, float, tuple[float, float]]
"""Precision, radius in kilometres, and latitude with longitude."""

REASONS = (
    "size and kind",
    "in the wider place named",
    "country of the report",
    "filed from there",
    "near other places",
)
"""What the points of a candidate are for, in this order."""
_Points = tuple[float, float, float, float, float]


@dataclass(frozen=True, slots=True)
class Weighed:
    """One place that a wording may mean, its score, and the points it is made of, one for each of ``REASONS``."""

    place: Place
    score: float
    points: _Points


@dataclass(frozen=True, slots=True)
class WeighedName:
    """What a wording was taken for, the wider place it was put in, and all that it may mean, the likeliest first."""

    value: Where | None
    container: Place | None
    candidates: tuple[Weighed, ...]


@dataclass(slots=True)
class _Case:
    """One wording on its way to a place."""

    wording: PlaceWording
    candidates: tuple[Place, ...] = ()
    container: Place | None = None
    chosen: Place | None = None
    runners_up: list[Place] = field(default_factory=list)
    scored: list[tuple[float, Place, _Points]] = field(default_factory=list)

    @property
    def key(self) -> _Key:
        """Give all that a choice depends on beside the rest of the report: wordings with one key get one place."""
        wording = self.wording
        return wording.text, wording.modifier, wording.head, self.container.id if self.container else None


_Key = tuple[str, bool, str | None, str | None]


@dataclass(slots=True)
class _Lookup:
    """Remember what was looked up for one report: a long one says the same names again and again."""

    gazetteer: Gazetteer
    found: dict[tuple[str, bool], tuple[Place, ...]] = field(default_factory=dict)
    inner: dict[tuple[_Key, PlaceWording], Where | None] = field(default_factory=dict)

    def candidates(self, wording: PlaceWording) -> tuple[Place, ...]:
        """Give the places that a wording may mean."""
        asked = wording.text, wording.modifier
        if asked not in self.found:
            self.found[asked] = _candidates(wording, self.gazetteer)
        return self.found[asked]


class _Anchors:
    """Hold the settled places that others are near to, each once."""

    def __init__(self, cases: Sequence[_Case]) -> None:
        chosen = [c.chosen for c in cases if c.chosen is not None and _WIDTH[c.chosen.level] < 4]
        self._places = [
            (p, p.lat, max(_NEAR_KM, 1.3 * p.radius_km) / _KM_A_DEGREE) for p in {p.id: p for p in chosen}.values()
        ]
        self._known: dict[str, float] = {}

    def closeness(self, place: Place) -> float:
        """Weigh how near a place is to the nearest of them."""
        known = self._known.get(place.id)
        if known is None:
            near = [anchor for anchor, lat, reach in self._places if abs(lat - place.lat) <= reach]
            known = self._known[place.id] = _closeness(place, near)
        return known


_NEAR_KM = 400.0
_KM_A_DEGREE = 111.0
"""A little less than a degree of latitude: what is further apart than this says is surely further apart."""


@dataclass(slots=True)
class _Report:
    """What the whole report says about countries: how much of each, which beyond doubt, where it was filed from."""

    votes: dict[str, float]
    sure: frozenset[str]
    filed_from: str | None

    def shares(self, case: _Case) -> dict[str, float]:
        """Give each country's share of what is said by wordings other than this one; square roots damp repetition."""
        own = _guesses(case)
        damped = {c: math.sqrt(max(0.0, n - own.get(c, 0.0))) for c, n in self.votes.items()}
        total = sum(damped.values())
        return {country: n / total for country, n in damped.items()} if total else {}


def resolve_places(
    wordings: Sequence[PlaceWording],
    gazetteer: Gazetteer,
    *,
    dateline: str | None = None,
    text_countries: Mapping[str, int] | None = None,
) -> list[Where | None]:
    """Give the place of each wording, None where it cannot be known.

    ``wordings`` are all those of one report, in order: they are each other's context. ``dateline`` is the place the
    report was filed from; ``text_countries`` counts further mentions of countries by ISO code.
    """
    return [where for where, _ in _resolve(wordings, gazetteer, dateline, text_countries)]


def weigh_places(
    wordings: Sequence[PlaceWording], gazetteer: Gazetteer, *, dateline: str | None = None
) -> list[WeighedName]:
    """Give what :func:`resolve_places` gives for each wording, with all that was weighed."""
    return [
        WeighedName(where, case.container, tuple(Weighed(place, score, points) for score, place, points in case.scored))
        for where, case in _resolve(wordings, gazetteer, dateline, None)
    ]


def _resolve(
    wordings: Sequence[PlaceWording],
    gazetteer: Gazetteer,
    dateline: str | None,
    text_countries: Mapping[str, int] | None,
) -> list[tuple[Where | None, _Case]]:
    lookup = _Lookup(gazetteer)
    cases = [_Case(w, lookup.candidates(w)) for w in wordings]
    _settle(cases, lookup, dateline, text_countries)
    contexts = _find_contexts(cases)
    return [(_place(case, cases, lookup, contexts), case) for case in cases]


def _settle(
    cases: list[_Case],
    lookup: _Lookup,
    dateline: str | None,
    text_countries: Mapping[str, int] | None,
    *,
    first_only: bool = False,
) -> None:
    """Choose the places; with ``first_only`` those that the first of the cases leans on, and its own."""
    votes, sure = _count_countries(cases, lookup.gazetteer, text_countries)
    filed_from = _country_of_dateline(dateline, lookup.gazetteer)
    report = _Report(votes, sure | ({filed_from} if filed_from else frozenset()), filed_from)
    _attach_containers(cases)
    _choose_all(_certain(cases), report, _Anchors(cases))
    anchors = _Anchors(cases)  # what is certain first: the rest leans on it
    for case in cases:
        if case.chosen is not None and case.chosen.country and not case.wording.modifier:
            votes[case.chosen.country] = votes.get(case.chosen.country, 0.0) + 0.5
    _choose_all(cases[:1] if first_only else cases, report, anchors)


def _certain(cases: list[_Case]) -> list[_Case]:
    known: dict[_Key, bool] = {}
    found = []
    for case in cases:
        if not case.candidates:
            continue
        key = case.key
        if key not in known:
            known[key] = _is_certain(case)
        if known[key]:
            found.append(case)
    return found


def _choose_all(cases: list[_Case], report: _Report, anchors: _Anchors) -> None:
    made: dict[_Key, _Case] = {}
    for case in cases:
        if case.chosen is not None or not case.candidates:
            continue
        key = case.key
        same = made.get(key)
        if same is None:
            _choose(case, report, anchors)
            made[key] = case
        else:
            case.candidates, case.chosen, case.runners_up = same.candidates, same.chosen, same.runners_up
            case.scored = same.scored


# --- candidates ----------------------------------------------------------------------


def _candidates(wording: PlaceWording, gazetteer: Gazetteer) -> tuple[Place, ...]:
    country = gazetteer.country_of(wording.text)
    if country and (wording.modifier or gazetteer.is_demonym(wording.text)):
        place = gazetteer.country(country)
        return (place,) if place else ()
    found = gazetteer.find(wording.text)
    return found or _sites(wording.text, gazetteer) or gazetteer.find(_core(wording.text))


def _sites(text: str, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Look for a site under the usual word for its kind: *Tiyas Military Airfield* as *Tiyas air base*, or *Tiyas*."""
    words = text.split()
    for n in (3, 2, 1):
        head = SITE_HEADS.get(" ".join(words[-n:]).casefold()) if len(words) > n else None
        if head is None:
            continue
        core = " ".join(words[:-n])
        for name in (f"{core} {head}", f"{core} base", core):
            found = tuple(p for p in gazetteer.find(name) if p.level == "site")
            if found:
                return found
    return ()


def _core(text: str) -> str:
    """Take compass words before and a head word after a name away: *northern Idlib province* -> *Idlib*."""
    words = text.split()
    while len(words) > 1 and words[0].casefold() in COMPASS:
        del words[0]
    for n in (3, 2, 1):
        tail = " ".join(words[-n:]).casefold()
        if len(words) > n and tail in AREA_HEADS:
            return " ".join(words[:-n])
    return " ".join(words)


def _compass_of(text: str, name_known: bool) -> str | None:
    first = text.partition(" ")[0].casefold()
    return first if not name_known and first in COMPASS else None


def _is_certain(case: _Case) -> bool:
    if case.container is not None or len(case.candidates) == 1:
        return True
    first, second = case.candidates[:2]
    return first.level == "country" or _prior(first, case) - _prior(second, case) > 2.0


def _attach_containers(cases: list[_Case]) -> None:
    named = _Named(cases)
    for i, case in enumerate(cases):
        if case.wording.modifier:
            continue
        container = _container_of(case, cases, i, named)
        if container is not None:
            case.container = container


class _Named:
    """Find the cases of a wording, the nearest first."""

    def __init__(self, cases: list[_Case]) -> None:
        self._by_text: dict[str, list[tuple[int, int, _Case]]] = defaultdict(list)
        for number, case in enumerate(cases):
            self._by_text[case.wording.text].append((case.wording.start, number, case))
        for same in self._by_text.values():
            same.sort(key=lambda item: item[:2])

    def nearest(self, text: str | None, case: _Case) -> _Case | None:
        """Give the other case of these words that stands nearest to one, the first of two as near."""
        same = self._by_text.get(text) if text is not None else None
        if not same:
            return None
        start = case.wording.start
        at = bisect_left(same, start, key=lambda item: item[0])
        right = at
        while right < len(same) and same[right][2] is case:
            right += 1
        left = at - 1
        while left >= 0 and (same[left][2] is case or (left and same[left - 1][0] == same[left][0])):
            left -= 1
        near = [same[i] for i in (left, right) if 0 <= i < len(same)]
        return min(near, key=lambda item: (abs(item[0] - start), item[1]))[2] if near else None


def _container_of(case: _Case, cases: list[_Case], i: int, wordings: _Named) -> Place | None:
    """Find the wider place beside the wording that holds one of its candidates; for unknown names, any wider place."""
    after = cases[i + 1] if i + 1 < len(cases) else None
    options: list[_Case] = []
    if after is not None and 1 <= after.wording.start - case.wording.end <= 3 and not after.wording.modifier:
        options.append(after)
    named = case.wording.container
    for _ in range(3):  # *A, B, Province*: where B does not hold A, what holds B may
        near = wordings.nearest(named, case)
        if near is None:
            break
        options.append(near)
        named = near.wording.container
    for option in options:
        for wide in option.candidates[:8]:
            if any(_holds(wide, place) for place in case.candidates):
                return wide
    if case.candidates and case.wording.container is None:
        return None
    least = 2 if case.candidates else 1
    firsts = (option.candidates[0] for option in options if option.candidates)
    return next((place for place in firsts if _WIDTH[place.level] >= least), None)


def _holds(wide: Place, narrow: Place) -> bool:
    if _WIDTH[wide.level] <= _WIDTH[narrow.level]:
        return False
    if wide.level == "country":
        return wide.country == narrow.country
    if wide.country and narrow.country and wide.country != narrow.country:
        return False
    if wide.level == "province" and wide.admin1 and narrow.admin1 and wide.country == narrow.country:
        if wide.admin1 == narrow.admin1:
            return True
        return wide.id.startswith(CURATED) and _apart(wide, narrow) <= wide.radius_km
    return _apart(wide, narrow) <= 1.3 * wide.radius_km + narrow.radius_km


def _apart(a: Place, b: Place) -> float:
    return great_circle_km(a.lat, a.lon, b.lat, b.lon)


# --- scores --------------------------------------------------------------------------


def _prior(place: Place, case: _Case) -> float:
    if place.level == "town":
        score = (
            math.log10(place.population + 10) if place.population else _UNCOUNTED.get(place.id.partition(":")[0], 2.0)
        )
        if place.kind == "capital":
            score += 0.8
    else:
        score = _LEVEL_PRIOR[place.level]
        if place.level == "province" and place.radius_km > 120:
            score += 0.8
        if place.kind == "airport" or place.id.startswith("airport:"):
            score -= 1.2
    if not place.id.startswith(CURATED) and fold(place.name) != fold(case.wording.text):
        score -= OTHER_NAME
    return score + _level_bonus(place, case.wording)


def _level_bonus(place: Place, wording: PlaceWording) -> float:
    _, named = split_head(fold(wording.text))
    named = wording.head or named
    if named is None:
        return 0.0
    if named in SITE_HEADS.values():
        return LEVEL_FITS if place.level == "site" else 0.75 * LEVEL_FITS if place.level == "town" else 0.0
    if named == "area":
        return LEVEL_FITS / 2 if place.level == "area" else 0.0
    if named == "province":
        return 2 * LEVEL_FITS if place.level in {"province", "area"} else 0.0
    return LEVEL_FITS if place.level == named else 0.0


def _choose(case: _Case, report: _Report, anchors: _Anchors) -> None:
    shares = report.shares(case)
    scored = []
    for place in case.candidates:
        country = place.country
        points = (
            _prior(place, case),
            CONTAINER if case.container is not None and _holds(case.container, place) else 0.0,
            OWN_COUNTRY * shares.get(country, 0.0) if country else 0.0,
            DATELINE if country and country == report.filed_from else 0.0,
            anchors.closeness(place) if place.level in {"town", "site", "district"} else 0.0,
        )
        scored.append((sum(points), place, points))
    scored.sort(key=lambda item: -item[0])
    case.scored = scored
    best_score, best = _prefer_own(scored, case)
    if _is_out_of_place(best, case, report):
        case.candidates = ()
        return
    case.chosen = best
    others = ((s, p) for s, p, _ in scored if p is not best)
    far = (p for s, p in others if best_score - s < CLOSE_CALL and _apart(p, best) > max(30.0, best.radius_km))
    case.runners_up = list(far)[:5]


def _prefer_own(scored: list[tuple[float, Place, _Points]], case: _Case) -> tuple[float, Place]:
    """Take a person's own place before the shipped ones of its name in its country.

    Not where the wording asks for another level (*Kirkuk province*), nor where the wider place named holds only those.
    """
    score, best, _ = scored[0]
    if best.id.startswith(OWN):
        return score, best
    level, held = _level_bonus(best, case.wording), _is_held(best, case)
    for _, place, _ in scored[1:]:
        own = place.id.startswith(OWN) and place.country == best.country
        if own and _level_bonus(place, case.wording) >= level and _is_held(place, case) >= held:
            return score, place
    return score, best


def _is_held(place: Place, case: _Case) -> bool:
    return case.container is not None and _holds(case.container, place)


def _is_out_of_place(best: Place, case: _Case, report: _Report) -> bool:
    """Say whether the best reading is a small namesake in a country the report has nothing to do with."""
    if best.level not in {"town", "site", "district"} or best.population >= WELL_KNOWN or best.kind == "capital":
        return False
    if case.container is not None:
        return not _holds(case.container, best)
    return bool(report.sure) and best.country is not None and best.country not in report.sure


def _closeness(place: Place, anchors: list[Place]) -> float:
    best = 0.0
    for anchor in anchors:
        if anchor is place:
            continue
        away = _apart(anchor, place)
        if anchor.level == "province" and away <= 1.3 * anchor.radius_km:
            best = max(best, NEIGHBOUR)
        elif 0.01 < away < _NEAR_KM:
            best = max(best, NEIGHBOUR * (1 - away / _NEAR_KM))
    return best


def _count_countries(
    cases: list[_Case], gazetteer: Gazetteer, given: Mapping[str, int] | None
) -> tuple[dict[str, float], frozenset[str]]:
    """Count how much the report speaks of each country, and name those that it speaks of beyond doubt."""
    votes: dict[str, float] = defaultdict(float)
    sure: set[str] = set()
    for code, times in (given or {}).items():
        votes[code] += times
        sure.add(code)
    for case in cases:
        if not case.candidates:
            continue
        first = case.candidates[0]
        spoken = gazetteer.country_of(case.wording.text)
        own = {p.country for p in case.candidates if p.country}
        if spoken and first.level == "country":
            sure.add(spoken)
            if any(p.level in {"province", "area"} or p.population > 10_000 for p in case.candidates[1:]):
                votes[spoken] += SHARED_NAME  # Georgia, Lebanon, Jordan: the rest of the report must say
            else:
                votes[spoken] += 1 if case.wording.modifier else 2
        elif len(own) == 1 and first.country:
            votes[first.country] += 1
            if first.population >= WELL_KNOWN or first.level == "province" or first.id.startswith(CURATED):
                sure.add(first.country)
    for guess in {case.wording.text: _guesses(case) for case in cases}.values():
        for country, count in guess.items():
            votes[country] += count
    return dict(votes), frozenset(sure)


def _guesses(case: _Case) -> dict[str, float]:
    """Share the small vote of a name that places of several countries bear among those countries."""
    own = {p.country for p in case.candidates if p.country}
    if len(own) < 2 or case.candidates[0].level == "country":
        return {}
    return {country: SHARED_NAME / len(own) for country in own}


def _country_of_dateline(dateline: str | None, gazetteer: Gazetteer) -> str | None:
    if not dateline:
        return None
    for part in reversed(dateline.split(",")):
        name = part.strip().title() if part.isupper() else part.strip()
        found = gazetteer.country_of(name) or next((p.country for p in gazetteer.find(name)), None)
        if found:
            return found
    return None


# --- values --------------------------------------------------------------------------


def _place(case: _Case, cases: list[_Case], lookup: _Lookup, contexts: Mapping[str, str | None]) -> Where | None:
    wording = case.wording
    context = _context(case, contexts)
    if case.chosen is None:
        inner = None if wording.modifier else _resolve_inside(case, cases, lookup)
        if inner is not None:
            return replace(inner, context=context)
        return _in_container(case, context)
    if wording.head in _BASE_HEADS and case.chosen.level in {"town", "province"}:
        return replace(_base_near(case.chosen, wording, cases, lookup.gazetteer), context=context)
    if wording.head in SITE_HEADS.values() and case.chosen.level in {"town", "area", "province", "country", "district"}:
        return replace(_value(case.chosen, wording, case.runners_up), context=context, name=wording.text)
    return replace(_value(case.chosen, wording, case.runners_up), context=context)


def _find_contexts(cases: list[_Case]) -> dict[str, str | None]:
    """Give for each wording that was put in a wider place what its first such case is worded to stand in."""
    found: dict[str, str | None] = {}
    for case in cases:
        if case.container is not None:
            found.setdefault(case.wording.text, case.wording.container)
    return found


def _context(case: _Case, contexts: Mapping[str, str | None]) -> tuple[str, ...]:
    named = case.wording.container
    parts = [named] if named else []
    if case.container is not None and named is not None:
        wider = contexts.get(named)
        if wider:
            parts.append(wider)
    return tuple(parts)


def _value(place: Place, wording: PlaceWording, others: Sequence[Place] = ()) -> Where:
    precision = _PRECISION[place.level]
    radius, lat, lon = place.radius_km, place.lat, place.lon
    if place.level == "area" and place.radius_km <= 12:
        precision = "district"
    if wording.head == "district" and place.level == "town" and split_head(fold(wording.text))[1] == "district":
        precision, radius = "district", max(radius, 20.0)
    precision, radius, (lat, lon) = _shift(place, wording, precision, radius)
    return Where(
        text=wording.text,
        name=place.name,
        lat=round(lat, 5),
        lon=round(lon, 5),
        precision=precision,
        radius_km=round(radius, 1),
        country=place.country,
        admin1=place.admin1,
        gazetteer=place.id,
        alternatives=tuple(_other(p) for p in others),
        level=place.level,
        kind=place.kind,
    )


def _shift(place: Place, wording: PlaceWording, precision: Precision, radius: float) -> _Reach:
    """Move the point where the words before or the compass word in the name say so."""
    here = (place.lat, place.lon)
    if wording.near and precision in {"site", "town", "district"}:
        if wording.distance_km is not None and wording.bearing is not None:
            there = go(*here, wording.distance_km, wording.bearing)
            return "near", max(3.0, 0.25 * wording.distance_km), there
        if precision == "site" and wording.distance_km is None:
            return precision, max(radius, 3.0), here
        return "near", max(radius, wording.distance_km or NEAR_RADIUS_KM), here
    side = _compass_of(wording.text, fold(place.name).startswith(fold(wording.text.partition(" ")[0])))
    bearing = _SIDES.get(side or "")
    if bearing is not None and place.level in {"country", "province", "area"}:
        there = go(*here, 0.45 * place.radius_km, bearing)
        return ("province" if place.level == "country" else precision), 0.6 * place.radius_km, there
    if side == "central" and place.level == "country":
        return "province", 0.5 * radius, here
    return precision, radius, here


_ANGLES = {
    "north": 0.0,
    "northeast": 45.0,
    "north-east": 45.0,
    "east": 90.0,
    "southeast": 135.0,
    "south-east": 135.0,
    "south": 180.0,
    "southwest": 225.0,
    "south-west": 225.0,
    "west": 270.0,
    "northwest": 315.0,
    "north-west": 315.0,
}
_SIDES = {word + end: angle for word, angle in _ANGLES.items() for end in ("", "ern")}


def _other(place: Place) -> OtherPlace:
    return OtherPlace(place.name, place.lat, place.lon, place.country, place.id)


def _in_container(case: _Case, context: tuple[str, ...]) -> Where | None:
    """Give a name in no table the point of the wider place it is put in, at that place's precision."""
    if case.container is None:
        return None
    known = _value(case.container, replace(case.wording, near=False, head=None, text=case.container.name))
    return replace(known, text=case.wording.text, name=case.wording.text, context=context or (case.container.name,))


def _resolve_inside(case: _Case, cases: list[_Case], lookup: _Lookup) -> Where | None:
    """Resolve a wording that is a phrase around a name: *Iraqi military base of Kirkuk*."""
    asked = case.key, replace(case.wording, start=0, end=0)
    if asked not in lookup.inner:
        lookup.inner[asked] = _find_inside(case, cases, lookup)
    found = lookup.inner[asked]
    if found is None or found.gazetteer is None:
        return None
    return replace(found, text=case.wording.text)


def _find_inside(case: _Case, cases: list[_Case], lookup: _Lookup) -> Where | None:
    text = case.wording.text
    gazetteer = lookup.gazetteer
    head = case.wording.head or _head_in(text)
    before, link, after = _split_at_link(text)
    inner = find_place_names(after, gazetteer)
    names = [w for w in inner if not w.modifier and w.text != text]
    if not names or (not link and names[0].text == text):
        return None
    modifiers = [w for w in (*find_place_names(before, gazetteer), *inner) if w.modifier]
    demonyms = {code: 3 for w in modifiers if (code := gazetteer.country_of(w.text))}
    name = replace(names[0], head=head) if head in _BASE_HEADS else names[0]
    wordings = [name, *(c.wording for c in cases if c is not case)]
    again = [_Case(w, lookup.candidates(w)) for w in wordings]
    below = _Lookup(gazetteer, lookup.found)
    _settle(again, below, None, demonyms, first_only=name.head not in _BASE_HEADS)
    return _place(again[0], again, below, _find_contexts(again))


def _split_at_link(text: str) -> tuple[str, str, str]:
    for link in (" of ", " in ", " at ", " near "):
        before, found, after = text.rpartition(link)
        if found:
            return before, found, after
    return "", "", text


def _head_in(text: str) -> str | None:
    low = f" {fold(text)} "
    for phrase, head in SITE_HEADS.items():
        if f" {phrase} " in low:
            return head
    return None


def _base_near(town: Place, wording: PlaceWording, cases: list[_Case], gazetteer: Gazetteer) -> Where:
    """Find the base that is called by its town's name; the town, at precision near, where several could be meant.

    A base that the report names elsewhere decides; else the only one of the kind the words say (an air base where they
    say so); else nothing does.
    """
    reach = NEAR_TOWN_KM if town.level == "town" else town.radius_km
    bases = [p for p in gazetteer.sites_near(town.lat, town.lon, reach) if p.country == town.country]
    named = {c.chosen.id for c in cases if c.chosen is not None}
    exact = [p for p in bases if p.kind == wording.head or (wording.head == "base" and p.kind == "base")]
    for choice in ([p for p in bases if p.id in named], exact, bases):
        if len(choice) == 1:
            rest = [p for p in bases if p is not choice[0]]
            return _value(choice[0], replace(wording, near=False), rest)
    known = _value(town, replace(wording, near=town.level == "town", distance_km=None), bases[:5])
    return replace(known, name=f"{town.name}") if town.level == "town" else known
