"""Name the 24 scored slots of the 1992 template, their families, and what a set fill may partly stand for.

Source: the task documentation of the fourth Message Understanding Conference (1992), template design version 7, and its
scoring guidelines, version 7.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Family = Literal["date", "location", "set", "phrase", "name", "organisation", "description", "number"]


@dataclass(frozen=True, slots=True)
class Slot:
    """Name one slot: short name of the score table, printed name of the template, family, and the group it adds to.

    ``tagged`` says that its fills refer to fills of another slot (``DEATH: "PEASANT"``).
    """

    name: str
    printed: str
    family: Family
    group: str
    tagged: bool = False


SLOTS = (
    Slot("inc-date", "INCIDENT: DATE", "date", "inc-total"),
    Slot("inc-loc", "INCIDENT: LOCATION", "location", "inc-total"),
    Slot("inc-type", "INCIDENT: TYPE", "set", "inc-total"),
    Slot("inc-stage", "INCIDENT: STAGE OF EXECUTION", "set", "inc-total"),
    Slot("inc-instr-id", "INCIDENT: INSTRUMENT ID", "phrase", "inc-total"),
    Slot("inc-instr-type", "INCIDENT: INSTRUMENT TYPE", "set", "inc-total", tagged=True),
    Slot("perp-inc-cat", "PERP: INCIDENT CATEGORY", "set", "perp-total"),
    Slot("perp-ind-id", "PERP: INDIVIDUAL ID", "phrase", "perp-total"),
    Slot("perp-org-id", "PERP: ORGANIZATION ID", "organisation", "perp-total"),
    Slot("perp-org-conf", "PERP: ORGANIZATION CONFIDENCE", "set", "perp-total", tagged=True),
    Slot("phys-tgt-id", "PHYS TGT: ID", "phrase", "phys-tgt-total"),
    Slot("phys-tgt-type", "PHYS TGT: TYPE", "set", "phys-tgt-total", tagged=True),
    Slot("phys-tgt-num", "PHYS TGT: NUMBER", "number", "phys-tgt-total", tagged=True),
    Slot("phys-tgt-nation", "PHYS TGT: FOREIGN NATION", "set", "phys-tgt-total", tagged=True),
    Slot("phys-tgt-effect", "PHYS TGT: EFFECT OF INCIDENT", "set", "phys-tgt-total", tagged=True),
    Slot("phys-tgt-total-num", "PHYS TGT: TOTAL NUMBER", "number", "phys-tgt-total"),
    Slot("hum-tgt-name", "HUM TGT: NAME", "name", "hum-tgt-total"),
    Slot("hum-tgt-desc", "HUM TGT: DESCRIPTION", "description", "hum-tgt-total", tagged=True),
    Slot("hum-tgt-type", "HUM TGT: TYPE", "set", "hum-tgt-total", tagged=True),
    Slot("hum-tgt-num", "HUM TGT: NUMBER", "number", "hum-tgt-total", tagged=True),
    Slot("hum-tgt-nation", "HUM TGT: FOREIGN NATION", "set", "hum-tgt-total", tagged=True),
    Slot("hum-tgt-effect", "HUM TGT: EFFECT OF INCIDENT", "set", "hum-tgt-total", tagged=True),
    Slot("hum-tgt-total-num", "HUM TGT: TOTAL NUMBER", "number", "hum-tgt-total"),
)
"""Every scored slot below the template's own number, in the order of the score tables."""

BY_NAME = {slot.name: slot for slot in SLOTS}
BY_PRINTED = {slot.printed: slot for slot in SLOTS}
GROUPS = ("inc-total", "perp-total", "phys-tgt-total", "hum-tgt-total")

# A response and its key may be of one incident only where one of these slots agrees, at least in part.
CONTENT_SLOTS = (
    "perp-ind-id", "perp-org-id", "phys-tgt-id", "phys-tgt-type", "hum-tgt-name", "hum-tgt-desc", "hum-tgt-type",
)  # fmt: skip

_GUNS = ("MACHINE GUN", "MORTAR", "HANDGUN", "RIFLE")
_BOMBS = ("VEHICLE BOMB", "DYNAMITE", "MINE", "AERIAL BOMB")
_ROUNDS = ("MISSILE", "ROCKET")
_BLASTS = ("BOMB", *_BOMBS, "GRENADE", "MOLOTOV COCKTAIL", "PROJECTILE", *_ROUNDS)

PARTLY: dict[str, frozenset[tuple[str, str]]] = {
    "inc-type": frozenset(
        ("ATTACK", key) for key in ("ARSON", "BOMBING", "KIDNAPPING", "HIJACKING", "ROBBERY", "FORCED WORK STOPPAGE")
    ),
    "inc-instr-type": frozenset(
        [("GUN", key) for key in _GUNS]
        + [("EXPLOSIVE", key) for key in _BLASTS]
        + [("BOMB", key) for key in _BOMBS]
        + [("PROJECTILE", key) for key in _ROUNDS]
    ),
    "perp-org-conf": frozenset({("SUSPECTED OR ACCUSED", "SUSPECTED OR ACCUSED BY AUTHORITIES")}),
    "phys-tgt-type": frozenset({("POLITICAL FIGURE OFFICE OR RESIDENCE", "GOVERNMENT OFFICE OR RESIDENCE")}),
    "phys-tgt-effect": frozenset({("DESTROYED", "SOME DAMAGE")}),
    "hum-tgt-type": frozenset(
        {
            ("GOVERNMENT OFFICIAL", "FORMER GOVERNMENT OFFICIAL"),
            ("ACTIVE MILITARY", "FORMER ACTIVE MILITARY"),
            ("POLITICAL FIGURE", "GOVERNMENT OFFICIAL"),
        }
    ),
    "hum-tgt-effect": frozenset({("NO INJURY", "NO INJURY OR DEATH"), ("NO DEATH", "NO INJURY OR DEATH")}),
}
"""Slot -> (response, key) pairs that the guidelines score as partly correct (section 3.2)."""
