"""Read an incident's type, days and place as the 1992 template states them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from tocsin.evaluate.yardsticks.muc4.countries import COUNTRIES, OF_INTEREST, PROVINCE
from tocsin.evaluate.yardsticks.muc4.lexicon import INCIDENT_TYPES, find_fill
from tocsin.evaluate.yardsticks.muc4.places import fold_place

Json = dict[str, Any]
Way = tuple[tuple[str, str], ...]
"""Names with their kinds, from the country inwards."""

_TYPES = {
    "Remote explosive/landmine/IED": "BOMBING",
    "Suicide bomb": "BOMBING",
    "Abduction/forced disappearance": "KIDNAPPING",
}
_EXPLOSIVE = frozenset({"bomb", "ied", "car_bomb", "mine"})
_WEEKDAY = re.compile(r"\b(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b")
_DIGIT = re.compile(r"\d")
_LEVELS = ("province", "town", "near", "district")
_KINDS = {"town": "CITY", "near": "CITY", "site": "CITY", "district": "NEIGHBORHOOD"}
_KIND_WORDS = frozenset("DEPARTMENT PROVINCE MUNICIPALITY NEIGHBORHOOD REGION DISTRICT CORREGIMIENTO VILLAGE".split())
_SITES = frozenset("AIRPORT UNIVERSITY FARM".split())


@dataclass(frozen=True, slots=True)
class Header:
    """Hold what a report's first line gives: its date, and the country it was filed from (ISO code)."""

    published: date | None
    country: str | None


def read_type(mention: Json) -> str:
    """Give the incident type: what the words of the act say, else what its type and its weapons say."""
    words = " ".join(filter(None, [mention["type"].get("text"), (mention.get("anchor") or {}).get("text")]))
    told = find_fill(INCIDENT_TYPES, words)
    acled = mention["type"].get("acled") or ""
    if acled == "Air/drone strike":  # bombs from the air are an attack (template documentation, part 2, slot 4)
        return "ATTACK"
    if told:
        return told
    if acled in ("Attack", "Looting/property destruction", "Other") and mention["weapons"]:
        kinds = {row["kind"] for row in mention["weapons"]}
        if kinds <= _EXPLOSIVE:
            return "BOMBING"
    return _TYPES.get(acled, "ATTACK")


def read_days(when: Json, header: Header) -> tuple[date | None, date | None]:
    """Give the interval of days (section 7.3): where no day is told, the report's date as the last one."""
    start, end = (date.fromisoformat(when[key]) if when.get(key) else None for key in ("start", "end"))
    if start is None and end is None:
        return None, header.published
    start, end = start or end, end or start
    words = (when.get("text") or "").upper()
    weekday = _WEEKDAY.search(words) and not _DIGIT.search(words)
    if header.published and (when.get("basis") == "publication" or weekday):
        return None, header.published
    if header.published and end and end > header.published:
        end = header.published
    if start and end and start > end:
        return None, header.published
    if when.get("precision") in ("month", "year", "unknown") or (start and end and (end - start).days > 31):
        return None, end
    return start, end


def read_country(where: Json, header: Header) -> str | None:
    """Give the country: the place's, else that of the report's filing.

    A place abroad, in a report filed from one of the nine countries, is hardly ever where the incident was: of 1,114
    training templates, 16 lie elsewhere.
    """
    told = where.get("country")
    return told if told in OF_INTEREST or header.country is None else header.country


def read_place(where: Json, country: str | None) -> Way:
    """Give the way from the country to the place, by what the text tells of it."""
    if country is None:
        return ()
    start = (COUNTRIES.get(country, country), "")
    level, name = where.get("precision"), where.get("name")
    if not name or level in (None, "country", "unknown") or where.get("country") != country:
        return (start,)
    around = [
        row for row in where.get("context") or () if row.get("level") in _LEVELS and not row.get("is_event_place")
    ]
    around.sort(key=lambda row: _LEVELS.index(row["level"]))
    steps = [_step(row.get("name") or row["text"], row["level"], country) for row in around]
    steps.append(_step(name, level, country))
    site = fold_place(where.get("text") or "")
    if site.rpartition(" ")[2] in _SITES and site != steps[-1][0]:
        steps.append((site, site.rpartition(" ")[2]))
    return (start, *dict.fromkeys(steps))


def _step(name: str, level: str, country: str) -> tuple[str, str]:
    """Give a name and its kind: a word for the kind at its end says it, else the level does."""
    folded = fold_place(name)
    plain, _, last = folded.rpartition(" ")
    if plain and last in _KIND_WORDS:
        return plain, last
    if last in _SITES:
        return folded, last
    return folded, PROVINCE.get(country, "DEPARTMENT") if level == "province" else _KINDS.get(level, "CITY")
