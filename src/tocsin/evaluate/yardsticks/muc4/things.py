"""Read weapons and physical targets as the 1992 template names them."""

from __future__ import annotations

import re

from tocsin.evaluate.yardsticks.muc4.lexicon import ACTS, INSTRUMENTS, PHYSICAL_TARGETS, find_fill
from tocsin.evaluate.yardsticks.muc4.people import is_calling
from tocsin.evaluate.yardsticks.muc4.wording import words_of

_STOP = re.compile(
    r"\s+(?:IN|AT|ON|BY|WITH|WHICH|THAT|WHO|WHERE|WAS|WERE|AND|LOCATED|NEAR|FULL|SAYING|AFTER|TO"
    r"|CARRYING|TRANSPORTING|OWNED)\b.*$"
)
_OPENING = re.compile(r"^(?:THE|AN|A|HIS|HER|THEIR|ITS|THIS|THAT|THESE|THOSE|OUR|MY)\s+")
# A place of the set list of places is no target (task documentation, section 1.0).
_PLACES = frozenset(
    "NEIGHBORHOOD NEIGHBORHOODS CITY CITIES TOWN TOWNS VILLAGE VILLAGES DEPARTMENT AREA SECTOR ZONE COUNTRY".split()
)
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


def read_target(text: str) -> tuple[str, str] | None:
    """Give what a thing is called and its type; None where the words name no thing."""
    name = tidy(text)
    words = words_of(name)
    if not words or len(words) > 7 or words[-1] in _PLACES or is_calling(words[-1]):
        return None
    # The head noun decides: an "embassy car" is a vehicle. What only stands before it decides where the head does not.
    kind = find_fill(PHYSICAL_TARGETS, words[-1]) if " OF " not in name else None
    if kind in (None, "OTHER", "COMMERCIAL", "CIVILIAN RESIDENCE", "ORGANIZATION OFFICE"):
        kind = find_fill(PHYSICAL_TARGETS, name)
    return (name, kind) if kind else None


def count_things(text: str) -> str:
    """Say how many things a wording names: a figure, one, or more than one."""
    first = text.upper().split()
    for word in first[:2]:
        if word in _FIGURES:
            return str(_FIGURES[word])
        if word.isdigit():
            return word
    head = words_of(tidy(text))
    return "PLURAL" if head and head[-1].endswith("S") and not head[-1].endswith(("SS", "US")) else "1"


def tidy(text: str) -> str:
    """Cut a wording down to its noun phrase, in capitals."""
    upper = " ".join(text.upper().split()).strip(" .,;:\"'")
    return _OPENING.sub("", _STOP.sub("", upper)).strip(" .,;:\"'")
