"""Who is said to have done it, by whom, and about which attack.

Stances keep apart what one-column schemes merge: a claim, an admission, an accusation, a suspicion, a denial, an
acquittal, the pointed absence of blame (``not_blamed``), the absence of a claim (``unclaimed``), and the outlet's own
statement of fact. Source of the idea: the MUC-4 confidence slot (1992), extended.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

Stance = Literal[
    "claims", "admits", "accused", "suspected", "denies", "acquitted", "not_blamed", "unclaimed", "stated_as_fact"
]
STANCES: tuple[Stance, ...] = (
    "claims", "admits", "accused", "suspected", "denies", "acquitted", "not_blamed", "unclaimed", "stated_as_fact",
)  # fmt: skip
Scope = Literal["this_attack", "earlier_attacks", "in_general"]
SCOPES: tuple[Scope, ...] = ("this_attack", "earlier_attacks", "in_general")
ACTOR_KINDS = (
    "state forces", "rebel group", "political militia", "identity militia", "external forces", "gang", "unknown",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Actor:
    """Name an actor as worded; ``name`` and ``id`` are filled where a table knows it, never forced."""

    text: str
    name: str = ""
    id: str | None = None
    kind: str = "unknown"

    def to_json(self) -> dict[str, Any]:
        """Give text, name, id and kind."""
        return {"text": self.text, "name": self.name or self.text, "id": self.id, "kind": self.kind}


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Take one stance on who did it. ``actor`` None where nobody is named (unclaimed, not_blamed).

    ``official`` says whether the speaker holds office, None where there is no speaker to ask about.
    """

    actor: Actor | None
    stance: Stance
    scope: Scope = "this_attack"
    official: bool | None = None

    def to_json(self) -> dict[str, Any]:
        """Give the canonical JSON object."""
        return {
            "kind": "responsibility/1",
            "actor": self.actor.to_json() if self.actor else None,
            "stance": self.stance,
            "scope": self.scope,
            "official": self.official,
        }

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Responsibility:
        """Read a stance back."""
        a = row["actor"]
        actor = Actor(a["text"], a["name"], a["id"], a["kind"]) if a else None
        return cls(actor, row["stance"], row["scope"], row["official"])

    def show(self) -> str:
        """Say actor and stance, and the scope where it is not this attack."""
        who = self.actor.name or self.actor.text if self.actor else "nobody"
        scope = "" if self.scope == "this_attack" else f" ({self.scope.replace('_', ' ')})"
        return f"{who}: {self.stance.replace('_', ' ')}{scope}"

    def validate(self) -> list[str]:
        """List what is wrong: unknown stance, scope or kind of actor; a claim without an actor."""
        found = []
        if self.stance not in STANCES:
            found.append(f"unknown stance {self.stance!r}")
        if self.scope not in SCOPES:
            found.append(f"unknown scope {self.scope!r}")
        if self.actor and self.actor.kind not in ACTOR_KINDS:
            found.append(f"unknown kind of actor {self.actor.kind!r}")
        if self.actor is None and self.stance in ("claims", "admits", "accused", "suspected", "denies"):
            found.append(f"{self.stance} without an actor")
        return found

    @property
    def specificity(self) -> float:
        """Rank a named actor over none."""
        return 1.0 if self.actor else 0.5
