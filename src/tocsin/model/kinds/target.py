"""What was attacked, and what was damaged. GTD target types by code (docs/glossary.md)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

TARGET_GTD: dict[str, int] = {
    "military": 4, "police": 3, "government": 2, "civilians": 14, "infrastructure": 21, "religious": 15, "medical": 1,
    "education": 8, "transport": 19, "diplomatic": 7, "aid": 12, "media": 10, "business": 1, "armed_group": 17,
    "other": 13,
}  # fmt: skip
"""Kind of target -> GTD targtype."""

EFFECTS = ("destroyed", "some_damage", "none", "unknown")


@dataclass(frozen=True, slots=True)
class Target:
    """Name what or who was attacked: ``target`` is a key of ``TARGET_GTD``, ``text`` the wording."""

    target: str
    text: str = ""

    def to_json(self) -> dict[str, Any]:
        """Give the canonical JSON object."""
        return {"kind": "target/1", "target": self.target, "text": self.text}

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Target:
        """Read a target back."""
        return cls(row["target"], row["text"])

    @property
    def gtd(self) -> int | None:
        """Give the GTD target type."""
        return TARGET_GTD.get(self.target)

    def show(self) -> str:
        """Say the target as worded."""
        return self.text or self.target

    def validate(self) -> list[str]:
        """List what is wrong: a kind that is not in the table."""
        return [] if self.target in TARGET_GTD else [f"unknown kind of target {self.target!r}"]

    @property
    def specificity(self) -> float:
        """Rank named kinds over other."""
        return 0.2 if self.target == "other" else 1.0


@dataclass(frozen=True, slots=True)
class Damage:
    """Say what was damaged and how badly: ``effect`` is one of ``EFFECTS``."""

    text: str
    effect: str = "some_damage"

    def to_json(self) -> dict[str, Any]:
        """Give the canonical JSON object."""
        return {"kind": "damage/1", "text": self.text, "effect": self.effect}

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Damage:
        """Read damage back."""
        return cls(row["text"], row["effect"])

    def show(self) -> str:
        """Say what and how badly."""
        return f"{self.text}: {self.effect.replace('_', ' ')}"

    def validate(self) -> list[str]:
        """List what is wrong: an unknown effect."""
        return [] if self.effect in EFFECTS else [f"unknown effect {self.effect!r}"]

    @property
    def specificity(self) -> float:
        """Rank a told effect over an unknown one."""
        return 0.5 if self.effect == "unknown" else 1.0
