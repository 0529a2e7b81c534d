"""One attack as all reports together tell it: the outcome of a fold, never stored as truth.

Every folded field names the rule that chose it and the statements that support or contradict it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

from tocsin.model.ids import hash_meaning
from tocsin.model.kinds.casualties import Outcome
from tocsin.model.kinds.event_type import EventType
from tocsin.model.kinds.figure import Figure
from tocsin.model.kinds.responsibility import Scope, Stance
from tocsin.model.kinds.when import When
from tocsin.model.kinds.where import Where
from tocsin.model.statement import Status

V = TypeVar("V")
Review = Literal["unreviewed", "reviewed", "disputed"]
REVIEWS: tuple[Review, ...] = ("unreviewed", "reviewed", "disputed")


def incident_id(mention: str) -> str:
    """Give the id of the incident that a mention founds, or would found: its permalink for ever."""
    return hash_meaning("in", mention)


@dataclass(frozen=True, slots=True)
class ReportRef:
    """Name a report without its text: ``id`` is its hash, ``key`` the id shown to people."""

    id: str
    key: str
    title: str
    outlet: str
    published: str | None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Choice(Generic[V]):
    """Hold the chosen value of a field, or None where nobody says; the others stay as alternatives.

    ``supports`` and ``contradicts`` are statement ids; ``disputed`` means at least one statement cannot be true
    together with the choice.
    """

    value: V | None = None
    rule: str = ""
    n_statements: int = 0
    n_witnesses: int = 0
    disputed: bool = False
    supports: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    alternatives: tuple[V, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """Hold a folded count. Unknown is None; zero only where a report says none.

    ``low`` is the smallest lower bound stated; ``high`` the largest upper bound, None where nobody states one or where
    a lower bound lies above all of them; ``best`` is chosen by ``rule`` and is None where nobody gives a number but
    only words ("several") or a ceiling ("as many as 30"). ``derived`` marks a best that is a sum of parts;
    ``civilians_only`` a count of civilians, where no report counts everybody.
    """

    low: int | None = None
    best: int | None = None
    high: int | None = None
    rule: str = ""
    n_statements: int = 0
    n_witnesses: int = 0
    disputed: bool = False
    supports: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    derived: bool = False
    civilians_only: bool = False

    @property
    def known(self) -> bool:
        """Tell whether anything is stated."""
        return self.n_statements > 0

    def show(self) -> str:
        """Say the count in a few characters: ``6``, ``6 (2-6)``, ``≥2``, ``?``."""
        if self.best is None:
            return Figure(self.low, self.high, "at_least").show()
        if (self.low, self.high) == (self.best, self.best):
            return str(self.best)
        low = "?" if self.low is None else str(self.low)
        high = "?" if self.high is None else str(self.high)
        return f"{self.best} ({low}-{high})"


@dataclass(frozen=True, slots=True)
class MunitionCount:
    """Hold the folded count of one sort of munition and what became of it."""

    what: str
    fate: str
    count: Count


@dataclass(frozen=True, slots=True)
class Named:
    """Name a weapon, a target or a damaged thing, with the statements that say so.

    ``kind`` is the code (``rocket``, ``military``, ``some_damage``), ``text`` the most frequent wording.
    """

    kind: str
    text: str
    n_witnesses: int
    supports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stand:
    """Record one stance on who did it: the row of the responsibility table.

    ``actor`` is None where nobody is named; ``speaker`` None is the outlet's own voice; ``date`` is the report's
    publication, None where unknown; ``report`` is a report's hash id.
    """

    actor: str | None
    actor_kind: str
    stance: Stance
    scope: Scope
    official: bool | None
    speaker: str | None
    date: str | None
    report: str
    statement: str
    text: str


@dataclass(frozen=True, slots=True)
class Point:
    """Place one figure on the time line of publication: what was said by when, and by whom."""

    date: str | None
    outcome: Outcome
    figure: Figure
    speaker: str | None
    outlet: str
    report: str
    statement: str
    superseded: bool = False


@dataclass(frozen=True, slots=True)
class Incident:
    """Hold one attack under the current judgements.

    ``id`` comes from the founding mention, the earliest recorded; ``aliases`` are the ids that its other mentions
    would found, so a permalink to a merged incident still leads here. ``event_status`` is happened, attempted, foiled
    and so on; ``status`` whether a person has looked and whether something is disputed; ``disputed`` names the fields.
    ``witnesses`` groups report ids: copies of one text are one witness. ``previous`` are incidents that its reports
    refer back to, ``series`` every incident tied to it by such a reference either way. ``responsibility`` speaks of
    this attack alone; ``said_elsewhere`` of earlier attacks or in general.
    """

    id: str
    aliases: tuple[str, ...]
    status: Review
    event_status: Status
    summary: str
    type: Choice[EventType]
    when: Choice[When]
    where: Choice[Where]
    killed: Count
    wounded: Count
    missing: Count
    abducted: Count
    munitions: tuple[MunitionCount, ...]
    weapons: tuple[Named, ...]
    targets: tuple[Named, ...]
    damage: tuple[Named, ...]
    responsibility: tuple[Stand, ...]
    said_elsewhere: tuple[Stand, ...]
    timeline: tuple[Point, ...]
    disputed: tuple[str, ...]
    reports: tuple[ReportRef, ...]
    witnesses: tuple[tuple[str, ...], ...]
    mentions: tuple[str, ...]
    statements: tuple[str, ...]
    n_rejected: int = 0
    first_seen: str | None = None
    last_changed: str | None = None
    previous: tuple[str, ...] = ()
    series: tuple[str, ...] = field(default=())

    @property
    def actors(self) -> tuple[str, ...]:
        """List who is named as having done this attack, by a claim, an accusation or as fact; each once."""
        named = {row.actor: None for row in self.responsibility if row.actor and row.stance in NAMES_A_DOER}
        return tuple(name for name in named if name)

    @property
    def claimed_by(self) -> tuple[str, ...]:
        """List who claims or admits this attack."""
        named = {row.actor: None for row in self.responsibility if row.actor and row.stance in {"claims", "admits"}}
        return tuple(name for name in named if name)

    def count(self, outcome: str) -> Count:
        """Give the folded count of an outcome: killed, wounded, missing or abducted."""
        found: Any = getattr(self, outcome)
        assert isinstance(found, Count)
        return found


NAMES_A_DOER = frozenset({"claims", "admits", "accused", "suspected", "stated_as_fact"})
"""Stances that name somebody as having done it."""
FOLDED_OUTCOMES: tuple[Outcome, ...] = ("killed", "wounded", "missing", "abducted")
