"""Weapons named, and munitions counted.

GTD codes are weapon subtypes where one fits, else weapon types (docs/glossary.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from tocsin.model.kinds.figure import Figure

WEAPON_GTD: dict[str, int | None] = {
    "rocket": 11, "missile": 11, "mortar": 11, "artillery": 11, "drone": 11, "aircraft": 17, "bomb": 16, "ied": 17,
    "suicide_vest": 13, "car_bomb": 15, "vehicle": 10, "firearm": 5, "grenade": 7, "mine": 8, "knife": 23, "fire": 18,
    "chemical": 2, "other": None,
}  # fmt: skip
"""Kind of weapon -> GTD weapon code: a weapsubtype, except vehicle (10), chemical (2), which are weaptypes."""

Fate = Literal["fired", "intercepted", "unfired", "fell_short", "unknown"]
FATES: tuple[Fate, ...] = ("fired", "intercepted", "unfired", "fell_short", "unknown")


@dataclass(frozen=True, slots=True)
class Weapon:
    """Name a weapon: ``weapon`` is a key of ``WEAPON_GTD``, ``text`` the wording."""

    weapon: str
    text: str = ""

    def to_json(self) -> dict[str, Any]:
        """Give the canonical JSON object."""
        return {"kind": "weapon/1", "weapon": self.weapon, "text": self.text}

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Weapon:
        """Read a weapon back."""
        return cls(row["weapon"], row["text"])

    @property
    def gtd(self) -> int | None:
        """Give the GTD code."""
        return WEAPON_GTD.get(self.weapon)

    def show(self) -> str:
        """Say the weapon as worded."""
        return self.text or self.weapon

    def validate(self) -> list[str]:
        """List what is wrong: a kind that is not in the table."""
        return [] if self.weapon in WEAPON_GTD else [f"unknown kind of weapon {self.weapon!r}"]

    @property
    def specificity(self) -> float:
        """Rank named kinds over other."""
        return 0.2 if self.weapon == "other" else 1.0


@dataclass(frozen=True, slots=True)
class Munition:
    """Count munitions and say what became of them. ``what`` is the head noun as worded."""

    figure: Figure
    what: str
    fate: Fate = "unknown"

    def to_json(self) -> dict[str, Any]:
        """Give the canonical JSON object."""
        return {"kind": "munition/1", **self.figure.to_json(), "what": self.what, "fate": self.fate}

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Munition:
        """Read a munition count back."""
        return cls(Figure.from_json(row), row["what"], row["fate"])

    def show(self) -> str:
        """Say count, kind and fate."""
        return f"{self.figure.show()} {self.what}" + ("" if self.fate == "unknown" else f", {self.fate}")

    def validate(self) -> list[str]:
        """List what is wrong: bounds, an unknown fate."""
        return self.figure.validate() + ([] if self.fate in FATES else [f"unknown fate {self.fate!r}"])

    @property
    def specificity(self) -> float:
        """Rank by the figure."""
        return self.figure.specificity
