"""Read what stands before a place name: *15 km north-west of*, *near*, *the village of*; and go that far."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from tocsin.model.anycase import AnyCase
from tocsin.resolve.wordlists import HEADS_BEFORE_OF

KM_PER = {
    "km": 1.0,
    "kilometer": 1.0,
    "kilometre": 1.0,
    "mile": 1.609,
    "mi": 1.609,
    "metre": 0.001,
    "meter": 0.001,
    "m": 0.001,
}
_BEARINGS = {
    "north": 0,
    "northeast": 45,
    "east": 90,
    "southeast": 135,
    "south": 180,
    "southwest": 225,
    "west": 270,
    "northwest": 315,
}
_COMPASS = r"(?:north|south)[- ]?(?:east|west)(?:ern)?|north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?"
_NUMBER_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "ten": 10,
    "twenty": 20,
    "a": 1,
    "few": 3,
}
_UNIT = r"(?P<unit>km|kms|kilomet(?:er|re)s?|miles?|mi|met(?:er|re)s?|m)\b"
_RELATIVE = AnyCase(
    r"(?:(?P<number>\d[\d,.]*|" + "|".join(_NUMBER_WORDS) + r")[- ]?" + _UNIT + r"(?:\s*\([^)]{1,25}\))?\s*)?"
    r"(?:(?:to the\s+)?(?P<bearing>" + _COMPASS + r")\s+(?:of|from)|(?P<from>away from|from|outside|off|of))\s+"
    r"(?:the\s+)?(?:(?P<head>[a-z]+(?: city)?)\s+of\s+)?$",
)
_NEAR = AnyCase(
    r"\b(?:near|close to|outside|just outside|nearby|on the (?:outskirts|edge) of|(?:the )?outskirts of|"
    r"in the vicinity of|next to|adjacent to)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}(?:of\s+)?$",
)
_HEAD_OF = re.compile(r"\b(?P<head>[A-Za-z]+)\s+(?:of|called|named)\s+$")


@dataclass(frozen=True, slots=True)
class Lead:
    """Hold what the words before a name say about it."""

    near: bool = False
    distance_km: float | None = None
    bearing: float | None = None
    head: str | None = None


def read_lead(before: str) -> Lead:
    """Read the words right before a name.

    >>> read_lead("fell 15 km north-west of ")
    Lead(near=True, distance_km=15.0, bearing=315.0, head=None)
    """
    named = _HEAD_OF.search(before)
    head = HEADS_BEFORE_OF.get(named["head"].casefold()) if named else None
    match = _RELATIVE.search(before)
    if match and (match["bearing"] or match["number"]):
        distance = _distance(match["number"], match["unit"])
        bearing = _bearing(match["bearing"])
        if distance is not None or bearing is not None:
            return Lead(near=True, distance_km=distance, bearing=bearing, head=head)
    return Lead(near=bool(_NEAR.search(before)), head=head)


def _distance(number: str | None, unit: str | None) -> float | None:
    if not number or not unit:
        return None
    name = unit.casefold().rstrip("s") if unit.casefold() not in {"m", "mi"} else unit.casefold()
    word = number.casefold().replace(",", "").rstrip(".")
    try:
        value = float(_NUMBER_WORDS.get(word, 0) or word)
    except ValueError:
        return None
    return value * KM_PER.get(name, 1.0)


def _bearing(word: str | None) -> float | None:
    if not word:
        return None
    plain = re.sub(r"[- ]|ern$", "", word.casefold())
    return float(_BEARINGS[plain]) if plain in _BEARINGS else None


def go(lat: float, lon: float, km: float, bearing: float) -> tuple[float, float]:
    """Give the point ``km`` away from a point in the direction ``bearing`` (degrees from north).

    >>> [round(x, 2) for x in go(35.47, 44.39, 15, 315)]
    [35.57, 44.27]
    """
    arc, angle, phi = km / 6371.0, math.radians(bearing), math.radians(lat)
    there = math.asin(math.sin(phi) * math.cos(arc) + math.cos(phi) * math.sin(arc) * math.cos(angle))
    turn = math.atan2(math.sin(angle) * math.sin(arc) * math.cos(phi), math.cos(arc) - math.sin(phi) * math.sin(there))
    return math.degrees(there), (lon + math.degrees(turn) + 540) % 360 - 180
