"""Check annotated reports: values within their enumerations, wording that is really in the text, indices that point."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

ROLES = frozenset({"main", "other", "background"})
STATUSES = frozenset({"happened", "attempted", "foiled", "threatened", "planned", "hypothetical", "denied"})
ACLED = frozenset(
    {
        "Armed clash",
        "Government regains territory",
        "Non-state actor overtakes territory",
        "Attack",
        "Abduction/forced disappearance",
        "Sexual violence",
        "Shelling/artillery/missile attack",
        "Air/drone strike",
        "Remote explosive/landmine/IED",
        "Grenade",
        "Suicide bomb",
        "Chemical weapon",
        "Disrupted weapons use",
        "Mob violence",
        "Arrests",
        "Looting/property destruction",
        "Other",
    }
)
_WEAPONS = frozenset(
    "rocket missile mortar artillery drone aircraft bomb ied suicide_vest car_bomb vehicle firearm grenade mine knife"
    " fire chemical other".split()
)
_TARGETS = frozenset(
    "military police government civilians infrastructure religious medical education transport diplomatic aid media"
    " business armed_group other".split()
)
_ACTORS = frozenset(
    {
        "state forces",
        "rebel group",
        "political militia",
        "identity militia",
        "external forces",
        "gang",
        "unknown",
    }
)
_HEDGES = frozenset({"exact", "at_least", "at_most", "about", "vague"})
_PRECISIONS = frozenset({"minute", "part-of-day", "day", "week", "month", "year", "unknown"})
_GROUPS = frozenset("civilian military police militant contractor official aid_worker journalist unknown".split())
_STANCES = frozenset("claims admits accused suspected denies acquitted not_blamed unclaimed stated_as_fact".split())

# The lists of a mention, and which values their rows may hold.
_LISTS: dict[str, dict[str, frozenset[str]]] = {
    "where": {"level": frozenset({"site", "town", "district", "province", "country", "area"})},
    "weapons": {"kind": _WEAPONS},
    "munitions": {
        "hedge": _HEDGES,
        "fate": frozenset({"fired", "intercepted", "unfired", "fell_short", "unknown"}),
    },
    "targets": {"kind": _TARGETS},
    "casualties": {
        "outcome": frozenset({"killed", "wounded", "missing", "abducted", "arrested"}),
        "hedge": _HEDGES,
        "group": _GROUPS,
        "age_sex": frozenset({"children", "women", "men"}),
    },
    "responsibility": {
        "actor_kind": _ACTORS,
        "stance": _STANCES,
        "scope": frozenset({"this_attack", "earlier_attacks", "in_general"}),
    },
    "damage": {"effect": frozenset({"destroyed", "some_damage", "none", "unknown"})},
}
_NEEDED = {"casualties": ("outcome",), "responsibility": ("stance", "scope"), "weapons": ("kind",)}
_DAY = re.compile(r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_PARTIES = ("speaker", "actor")


def check_row(row: Json) -> list[str]:
    """List what is wrong with one annotated report, each with its path; an empty list means nothing.

    >>> check_row({"id": "a", "text": "Quiet day.", "relevant": False, "mentions": []})
    []
    """
    return list(_row_problems(row))


def _row_problems(row: Json) -> Iterator[str]:
    if not isinstance(row.get("id"), str) or not isinstance(row.get("text"), str):
        yield "no id or no text"
        return
    mentions = row.get("mentions")
    if not isinstance(row.get("relevant"), bool):
        yield "relevant is not true or false"
    if not isinstance(mentions, list):
        yield "mentions is not a list"
        return
    if bool(mentions) != bool(row.get("relevant")):
        yield "relevant must be true exactly where there are mentions"
    for number, mention in enumerate(mentions):
        path = f"mentions[{number}]"
        if not isinstance(mention, dict):
            yield f"{path} is not an object"
            continue
        yield from _mention_problems(mention, row["text"], path)
        yield from _wording_problems(mention, row["text"], path)


def _mention_problems(mention: Json, text: str, path: str) -> Iterator[str]:
    yield from _not_in(mention, "role", ROLES, path, needed=True)
    yield from _not_in(mention, "status", STATUSES, path, needed=True)
    kind = mention.get("type")
    if not isinstance(kind, dict):
        yield f"{path}.type is missing"
    else:
        yield from _not_in(kind, "acled", ACLED, f"{path}.type", needed=True)
    yield from _when_problems(mention.get("when") or {}, f"{path}.when")
    if isinstance(mention.get("no_casualties"), str) and mention["no_casualties"] not in text:
        yield f"{path}.no_casualties is not in the text: {mention['no_casualties']!r}"
    for name, allowed in _LISTS.items():
        rows = mention.get(name) or []
        for number, row in enumerate(rows):
            here = f"{path}.{name}[{number}]"
            for key, values in allowed.items():
                yield from _not_in(row, key, values, here, needed=key in _NEEDED.get(name, ()))
            yield from _figure_problems(row, here)
            yield from _part_problems(row, number, len(rows), here)


def _when_problems(when: Json, path: str) -> Iterator[str]:
    yield from _not_in(when, "precision", _PRECISIONS, path)
    yield from _not_in(when, "basis", frozenset({"explicit", "relative", "publication", "none"}), path)
    start, end, clock = when.get("start"), when.get("end"), when.get("time_local")
    odd = [(key, value) for key, value in (("start", start), ("end", end)) if value is not None and not _is_day(value)]
    yield from (f"{path}.{key} is not YYYY-MM-DD: {value!r}" for key, value in odd)
    if (start is None) != (end is None):
        yield f"{path} has only one of start and end"
    elif start is not None and not odd and start > end:
        yield f"{path} starts after it ends"
    if clock is not None and not (isinstance(clock, str) and _CLOCK.fullmatch(clock)):
        yield f"{path}.time_local is not HH:MM: {clock!r}"


def _is_day(value: Any) -> bool:
    return isinstance(value, str) and _DAY.fullmatch(value) is not None


def _figure_problems(row: Json, path: str) -> Iterator[str]:
    low, high = row.get("low"), row.get("high")
    for key, value in (("low", low), ("high", high)):
        if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
            yield f"{path}.{key} is not a whole number: {value!r}"
            return
    if low is not None and high is not None and low > high:
        yield f"{path} has low above high"


def _part_problems(row: Json, number: int, size: int, path: str) -> Iterator[str]:
    total = row.get("part_of")
    if total is None:
        return
    if not isinstance(total, int) or not 0 <= total < size:
        yield f"{path}.part_of points at no row: {total!r}"
    elif total == number:
        yield f"{path}.part_of points at itself"


def _wording_problems(value: Any, text: str, path: str) -> Iterator[str]:
    """Check every wording below ``value``: in the text, and equal to the slice its span cuts."""
    if isinstance(value, list):
        for number, part in enumerate(value):
            yield from _wording_problems(part, text, f"{path}[{number}]")
    elif isinstance(value, dict):
        yield from _slice_problems(value.get("text"), value.get("span"), text, f"{path}.text")
        for key in _PARTIES:
            if isinstance(value.get(key), str):
                yield from _slice_problems(value[key], value.get(f"{key}_span"), text, f"{path}.{key}")
        for key, part in value.items():
            yield from _wording_problems(part, text, f"{path}.{key}")


def _slice_problems(words: Any, span: Any, text: str, path: str) -> Iterator[str]:
    if words is None:
        return
    if not isinstance(words, str) or not words:
        yield f"{path} is not wording: {words!r}"
    elif span is None:
        if words not in text:
            yield f"{path} is not in the text: {words!r}"
    elif text[span[0] : span[1]] != words:
        yield f"{path} is {words!r} but its span cuts {text[span[0] : span[1]]!r}"


def _not_in(row: Json, key: str, allowed: frozenset[str], path: str, *, needed: bool = False) -> Iterator[str]:
    value = row.get(key)
    if value is None:
        if needed:
            yield f"{path}.{key} is missing"
    elif value not in allowed:
        yield f"{path}.{key} is not one of the values allowed: {value!r}"
