"""Read weapons and physical targets as the 1992 template names them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tocsin.evaluate.yardsticks.muc4.lexicon import ACTS, HUMAN_TARGETS, INSTRUMENTS, PHYSICAL_TARGETS, find_fill
from tocsin.evaluate.yardsticks.muc4.people import is_calling
from tocsin.evaluate.yardsticks.muc4.wording import core_of, words_of

Json = dict[str, Any]

_STOP = re.compile(
    r"\s+(?:IN|AT|ON|BY|WITH|WHICH|THAT|WHO|WHERE|WAS|WERE|AND|LOCATED|NEAR|FULL|SAYING|AFTER|TO"
    r"|CARRYING|TRANSPORTING|OWNED)\b.*$"
)
_ARTICLE = re.compile(r"^(?:THE|AN|A|HIS|HER|THEIR|ITS|THIS|THAT|THESE|THOSE|OUR|MY)\s+")
_OPENING = re.compile(
    r"^(?:(?:THE|AN|A|HIS|HER|THEIR|ITS|THIS|THAT|THESE|THOSE|OUR|MY|ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN"
    r"|SEVERAL|SOME|MANY|VARIOUS|OTHER|ANOTHER|NUMEROUS|ABOUT|APPROXIMATELY|[\d,]+)\s+)+"
)
# A place of the set list of places is no target (task documentation, section 1.0).
PLACES = frozenset(
    """
    NEIGHBORHOOD NEIGHBORHOODS CITY CITIES TOWN TOWNS VILLAGE VILLAGES DEPARTMENT AREA AREAS SECTOR SECTORS ZONE
    COUNTRY
    """.split()
)
_UNTELLING = (None, "OTHER", "CIVILIAN RESIDENCE", "ORGANIZATION OFFICE")
_POLICE = re.compile(r"\b(?:POLICE|DAS|SECURITY|INVESTIGATIONS)\b")
_HARM = re.compile(
    r"\b(?:DESTRUCTION|DESTROY\w*|DAMAG\w*|BURN\w*|BLACKOUTS?|OUTAGES?|FIRES?|BLEW|BLOWN|SHATTER\w*|BROKE\w*|LOOTED"
    r"|WRECK\w*)\b"
)
_VERB = (
    r"(?:DESTROY(?:ED|ING)|DAMAG(?:ED|ING)|BURN(?:ED|ING)|BLEW UP|BLOWING UP|SHATTER(?:ED|ING)|BROKE|LOOTED|WRECKED"
    r"|DYNAMITED)"
)
_ACTIVE = re.compile(rf"{_VERB} (?:(?:DOWN|TO|COMPLETELY|PARTIALLY|TOTALLY) )*(.+)$")
_PASSIVE = re.compile(r"^(.+?) (?:WAS|WERE|HAS BEEN|HAVE BEEN|ALSO|PARTIALLY|COMPLETELY|TOTALLY)\b.*(?:ED|BLOWN UP)\b")
_EFFECTS = {"destroyed": "DESTROYED", "some_damage": "SOME DAMAGE", "none": "NO DAMAGE"}
_FIGURES = {
    name: number
    for number, name in enumerate("ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE".split(), 1)
}
_INSTRUMENT_OF_KIND = {
    "rocket": "ROCKET",
    "missile": "MISSILE",
    "mortar": "MORTAR",
    "bomb": "BOMB",
    "ied": "BOMB",
    "car_bomb": "VEHICLE BOMB",
    "firearm": "GUN",
    "grenade": "GRENADE",
    "mine": "MINE",
    "knife": "CUTTING DEVICE",
    "fire": "FIRE",
}


@dataclass(frozen=True, slots=True)
class Thing:
    """Hold a physical target with its type, number and effect."""

    name: str
    kind: str
    number: str
    effect: str | None


def read_instruments(rows: list[Json]) -> tuple[tuple[str | None, str | None], ...]:
    """List instruments as name and type; a word for the act adds nothing beside the thing it was done with."""
    found: list[tuple[str | None, str | None]] = []
    for row in rows:
        name, kind = read_instrument(row["text"] or "", row["kind"])
        if kind and (name, kind) not in found:
            found.append((name, kind))
    named = {kind for name, kind in found if name}
    guns = named & {"MACHINE GUN", "RIFLE", "HANDGUN"}
    return tuple(
        (name, kind)
        for name, kind in found
        if name or (kind not in named and not (kind == "GUN" and guns) and not (kind == "BOMB" and named))
    )


def read_instrument(text: str, kind: str) -> tuple[str | None, str | None]:
    """Give what an instrument is called and its type; a word for the act alone gives only the type.

    >>> read_instrument("GUNNED DOWN", "firearm"), read_instrument("AK-47 RIFLES", "firearm")
    ((None, 'GUN'), ('AK-47 RIFLES', 'RIFLE'))
    """
    if kind in ("aircraft", "drone", "artillery", "other", "chemical", "vehicle"):
        return None, None
    found = find_fill(INSTRUMENTS, text) or _INSTRUMENT_OF_KIND.get(kind)
    if ACTS.search(text.upper()):
        return None, "BOMB" if found == "EXPLOSIVE" else found
    return tidy(text), found


def read_things(mention: Json, context: str) -> tuple[Thing, ...]:
    """List the things aimed at, and those damaged; damage told of nothing in particular is of everything aimed at."""
    damage = [row for row in mention["damage"] if row["text"] and row["effect"] in _EFFECTS]
    told = [(row["text"], row.get("span")) for row in mention["targets"] if row["text"]]
    loose: str | None = None
    for row in damage:
        if not any(_overlap(row["text"], words) for words, _ in told):
            named = _damaged(row["text"])
            if named:
                told.append((named, None))
            elif "DAMAGE" in row["text"].upper():
                loose = _EFFECTS[row["effect"]]
    found: list[Thing] = []
    for words, span in told:
        if (named_so := read_target(words)) and named_so[0] not in {thing.name for thing in found}:
            own = next((_EFFECTS[row["effect"]] for row in damage if _overlap(row["text"], words)), loose)
            before = context[max(0, span[0] - 20) : span[0]] if span else ""
            found.append(Thing(*named_so, count_things(words, before), own))
    return tuple(found)


def read_target(text: str) -> tuple[str, str] | None:
    """Give what a thing is called and its type; None where the words name no thing.

    >>> read_target("the residence of the mayor"), read_target("two soldiers")
    (('RESIDENCE OF THE MAYOR', 'GOVERNMENT OFFICE OR RESIDENCE'), None)
    """
    name = tidy(text)
    words = words_of(name)
    core = core_of(words)
    if not words or len(words) > 9 or core[-1] in PLACES or is_calling(core[-1]):
        return None
    # The head noun decides: an "embassy car" is a vehicle. Where it tells little, what stands with it does.
    kind = find_fill(PHYSICAL_TARGETS, core[-1])
    if kind in _UNTELLING:
        kind = find_fill(PHYSICAL_TARGETS, " ".join(core)) or kind
    if kind in _UNTELLING or kind in ("COMMERCIAL", "GOVERNMENT OFFICE OR RESIDENCE"):
        kind = _of_whom(name, core[-1]) or kind
    if kind in _UNTELLING:
        kind = find_fill(PHYSICAL_TARGETS, name)
    return (name, kind) if kind else None


def count_things(text: str, before: str = "") -> str:
    """Say how many things a wording names, ``before`` being the words in front of it: a figure, one, or more than one.

    >>> count_things("BANKS", "BLEW UP THREE "), count_things("THE BANKS"), count_things("A BANK")
    ('3', 'PLURAL', '1')
    """
    for word in (*text.upper().split()[:2], *before.upper().split()[-1:]):
        if word in _FIGURES:
            return str(_FIGURES[word])
        if word.isdigit():
            return word
    head = core_of(words_of(tidy(text)))
    plural = head and head[-1].endswith("S") and not head[-1].endswith(("SS", "US", "HEADQUARTERS", "OFFICES OF"))
    return "PLURAL" if plural else "1"


def _of_whom(name: str, head: str) -> str | None:
    """Put a home or an office under whose it is."""
    if head.rstrip("S") not in ("HOME", "HOUSE", "RESIDENCE", "OFFICE", "HEADQUARTER", "FACILITIE", "BUILDING"):
        return None
    if _POLICE.search(name):
        return "LAW ENFORCEMENT FACILITY"
    return {
        "GOVERNMENT OFFICIAL": "GOVERNMENT OFFICE OR RESIDENCE",
        "FORMER GOVERNMENT OFFICIAL": "GOVERNMENT OFFICE OR RESIDENCE",
        "DIPLOMAT": "DIPLOMAT OFFICE OR RESIDENCE",
        "POLITICAL FIGURE": "ORGANIZATION OFFICE" if "PARTY" in name else "POLITICAL FIGURE OFFICE OR RESIDENCE",
    }.get(find_fill(HUMAN_TARGETS, name) or "")


def _damaged(clause: str) -> str | None:
    """Find what a clause of damage is about: before the verb in the passive, else behind it."""
    upper = clause.upper()
    if passive := _PASSIVE.match(upper):
        return passive[1]
    if active := _ACTIVE.search(upper):
        return active[1]
    return None if _HARM.search(upper) else clause


def _overlap(one: str, other: str) -> bool:
    return one in other or other in one


def tidy(text: str, *, counted: bool = False) -> str:
    """Cut a wording down to its noun phrase, in capitals; ``counted`` keeps a number in front, as perpetrators do."""
    upper = " ".join(text.upper().split()).strip(" .,;:\"'")
    return (_ARTICLE if counted else _OPENING).sub("", _STOP.sub("", upper)).strip(" .,;:\"'")
