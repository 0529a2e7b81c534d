"""The type of an attack in ACLED's sub-event types, with the PLOVER mode it maps to.

Source of the types and of the order: ACLED codebook (docs/glossary.md); the mapping to PLOVER modes is Tocsin's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

SUB_EVENTS: dict[str, tuple[str, str]] = {
    "Armed clash": ("Battles", "ASSAULT/firearms"),
    "Government regains territory": ("Battles", "ASSAULT/firearms"),
    "Non-state actor overtakes territory": ("Battles", "COERCE/seize"),
    "Attack": ("Violence against civilians", "ASSAULT/firearms"),
    "Abduction/forced disappearance": ("Violence against civilians", "ASSAULT/abduct"),
    "Sexual violence": ("Violence against civilians", "ASSAULT/sexual"),
    "Shelling/artillery/missile attack": ("Explosions/Remote violence", "ASSAULT/heavy-weapons"),
    "Air/drone strike": ("Explosions/Remote violence", "ASSAULT/aerial"),
    "Remote explosive/landmine/IED": ("Explosions/Remote violence", "ASSAULT/explosives"),
    "Grenade": ("Explosions/Remote violence", "ASSAULT/explosives"),
    "Suicide bomb": ("Explosions/Remote violence", "ASSAULT/suicide-attack"),
    "Chemical weapon": ("Explosions/Remote violence", "ASSAULT/unconventional"),
    "Disrupted weapons use": ("Strategic developments", "MOBILIZE/weapons"),
    "Mob violence": ("Riots", "PROTEST/riot"),
    "Arrests": ("Strategic developments", "COERCE/arrest"),
    "Looting/property destruction": ("Strategic developments", "ASSAULT/destroy"),
    "Other": ("Strategic developments", "ASSAULT"),
}
"""ACLED sub-event type -> (ACLED event type, PLOVER event/mode)."""

_FAMILY = {
    "Shelling/artillery/missile attack": "remote",
    "Air/drone strike": "remote",
    "Disrupted weapons use": "remote",
    "Chemical weapon": "remote",
    "Remote explosive/landmine/IED": "bomb",
    "Suicide bomb": "bomb",
    "Grenade": "bomb",
    "Armed clash": "ground",
    "Government regains territory": "ground",
    "Non-state actor overtakes territory": "ground",
    "Attack": "ground",
    "Mob violence": "ground",
}


@dataclass(frozen=True, slots=True)
class EventType:
    """Name an attack's type: ``acled`` is a key of ``SUB_EVENTS``; ``plover`` refines the mode where words tell."""

    acled: str
    plover: str = ""

    def to_json(self) -> dict[str, Any]:
        """Give the canonical JSON object."""
        return {"kind": "event_type/1", "acled": self.acled, "plover": self.plover or self.default_plover}

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> EventType:
        """Read a type back."""
        return cls(row["acled"], row["plover"])

    @property
    def event_type(self) -> str:
        """Give ACLED's event type, one level up."""
        return SUB_EVENTS[self.acled][0]

    @property
    def default_plover(self) -> str:
        """Give the PLOVER event and mode that fits the sub-event type."""
        return SUB_EVENTS[self.acled][1]

    def show(self) -> str:
        """Say the type."""
        return self.acled

    def validate(self) -> list[str]:
        """List what is wrong: a type that is not in the codebook."""
        return [] if self.acled in SUB_EVENTS else [f"unknown sub-event type {self.acled!r}"]

    @property
    def specificity(self) -> float:
        """Rank named tactics over a bare attack over Other."""
        return {"Other": 0.1, "Attack": 0.5}.get(self.acled, 1.0)


def type_compatible(a: EventType, b: EventType) -> tuple[float, str]:
    """Compare two types: the same, of one family, one of them unspecific, or different."""
    if a.acled == b.acled:
        return 1.0, "same type"
    if "Other" in (a.acled, b.acled) or "Attack" in (a.acled, b.acled):
        return 0.5, "one type is unspecific"
    if _FAMILY.get(a.acled, a.acled) == _FAMILY.get(b.acled, b.acled):
        return 0.7, "types of one family"
    return 0.1, "different types"
