"""People killed, wounded, missing, abducted or arrested, as one statement counts them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from tocsin.model.kinds.figure import Figure

Outcome = Literal["killed", "wounded", "missing", "abducted", "arrested"]
Group = Literal[
    "civilian", "military", "police", "militant", "contractor", "official", "aid_worker", "journalist", "unknown"
]
OUTCOMES: tuple[Outcome, ...] = ("killed", "wounded", "missing", "abducted", "arrested")
GROUPS: tuple[Group, ...] = (
    "civilian", "military", "police", "militant", "contractor", "official", "aid_worker", "journalist", "unknown",
)  # fmt: skip
AGE_SEX = ("children", "women", "men")


@dataclass(frozen=True, slots=True)
class Toll:
    """Count one outcome for one group of people.

    ``who`` is the head noun phrase as worded; ``nationality`` holds ISO 3166-1 alpha-2 codes; ``part_of`` is the id of
    the statement that gives the total this row breaks down; ``superseded`` marks an older figure the report itself
    replaces; ``includes_perpetrators`` is None where the words do not tell.
    """

    outcome: Outcome
    figure: Figure
    who: str = ""
    group: Group = "unknown"
    nationality: tuple[str, ...] = ()
    age_sex: str | None = None
    part_of: str | None = None
    includes_perpetrators: bool | None = None
    superseded: bool = False

    def to_json(self) -> dict[str, Any]:
        """Give the canonical JSON object."""
        return {
            "kind": "toll/1",
            "outcome": self.outcome,
            **self.figure.to_json(),
            "who": self.who,
            "group": self.group,
            "nationality": list(self.nationality),
            "age_sex": self.age_sex,
            "part_of": self.part_of,
            "includes_perpetrators": self.includes_perpetrators,
            "superseded": self.superseded,
        }

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> Toll:
        """Read a toll back."""
        return cls(
            row["outcome"],
            Figure.from_json(row),
            row["who"],
            row["group"],
            tuple(row["nationality"]),
            row["age_sex"],
            row["part_of"],
            row["includes_perpetrators"],
            row["superseded"],
        )

    def show(self) -> str:
        """Say the toll in a few words."""
        return f"{self.figure.show()} {self.outcome}" + (f" ({self.who})" if self.who else "")

    def validate(self) -> list[str]:
        """List what is wrong: bounds, unknown outcome or group."""
        found = self.figure.validate()
        if self.outcome not in OUTCOMES:
            found.append(f"unknown outcome {self.outcome!r}")
        if self.group not in GROUPS:
            found.append(f"unknown group {self.group!r}")
        if self.age_sex not in (None, *AGE_SEX):
            found.append(f"unknown age or sex {self.age_sex!r}")
        return found

    @property
    def specificity(self) -> float:
        """Rank by the figure; a known group adds a little."""
        return min(1.0, self.figure.specificity * (1.0 if self.group != "unknown" else 0.9))


@dataclass(frozen=True, slots=True)
class NoCasualties:
    """State that nobody was hurt, as the report words it. Distinct from a report that does not say."""

    def to_json(self) -> dict[str, Any]:
        """Give the canonical JSON object."""
        return {"kind": "no_casualties/1"}

    @classmethod
    def from_json(cls, row: dict[str, Any]) -> NoCasualties:
        """Read it back."""
        del row
        return cls()

    def show(self) -> str:
        """Say it."""
        return "no casualties"

    def validate(self) -> list[str]:
        """Nothing can be wrong with it."""
        return []

    @property
    def specificity(self) -> float:
        """Say everything there is to say."""
        return 1.0
