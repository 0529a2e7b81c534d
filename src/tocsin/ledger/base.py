"""What a ledger must do: the ports that stores implement, the values they take and give."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Literal, Protocol

from tocsin.errors import UsageError
from tocsin.model.box import Box
from tocsin.model.incident import Incident
from tocsin.model.reading import Reading
from tocsin.model.report import Report
from tocsin.model.statement import Judgement, Mention, Statement
from tocsin.model.witness import Copy, Sketch

Keep = Literal["keep", "drop", "only"]
BBox = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Added:
    """Say what adding a reading changed; ``new`` is False where this reader had read this report already."""

    report_id: str
    new: bool
    n_statements: int
    n_mentions: int
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """Hold a report that could not be read: where it is, why, and how often it was tried."""

    place: str
    code: str
    message: str
    value: str | None
    hint: str
    when: str
    tries: int = 1


@dataclass(frozen=True, slots=True)
class Held:
    """Hold what a ledger knows about some mentions: all that comparing them needs."""

    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Choose incidents: the one grammar of command line, addresses and Python.

    ``since`` and ``until`` are ISO days, both included; an incident passes if its possible days meet them. Undated
    incidents pass (OGC API Features: no temporal geometry matches any time) unless ``undated`` is ``drop``; ``only``
    leaves nothing else. ``bbox`` is west, south, east, north in degrees; an incident without a point is in no box
    unless ``unplaced`` is ``keep``. ``country`` is ISO 3166-1 alpha-2; ``type`` an ACLED event or sub-event type;
    ``status`` a review status or an event status; ``country``, ``type`` and ``status`` take several. ``min_killed``
    asks for the best value, else the low one. ``actor`` and ``claimed_by`` match a part of a name; ``query`` searches
    the words of the reports, with "phrases" in double quotes.
    """

    since: date | str | None = None
    until: date | str | None = None
    bbox: BBox | None = None
    country: str | Sequence[str] | None = None
    type: str | Sequence[str] | None = None
    status: str | Sequence[str] | None = None
    min_killed: int | None = None
    disputed: bool | None = None
    actor: str | None = None
    claimed_by: str | None = None
    query: str | None = None
    report: str | None = None
    undated: Keep = "keep"
    unplaced: Keep | None = None
    limit: int | None = None
    offset: int = 0


def make_filters(**given: Any) -> Filters:
    """Build filters from names and values.

    Raises:
        UsageError: E204, no filter of this name.
    """
    known = [f.name for f in fields(Filters)]
    for name, value in given.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"Did you mean {near[0]!r}?" if near else f"Filters: {', '.join(known)}."
            raise UsageError("E204", f"no filter is called {name!r}", value=value, place=name, hint=hint)
    return Filters(**given)


class Writer(Protocol):
    """Append to a ledger. Whatever returned is kept, even if the process is killed at once."""

    def add(self, reading: Reading, *, sketch: Sketch | None = None, copies: Sequence[Copy] = ()) -> Added:
        """Add a report with what was read in it; a second time changes nothing."""
        ...

    def state(self, *statements: Statement) -> int:
        """Add statements by people; give how many are new."""
        ...

    def judge(self, *judgements: Judgement) -> int:
        """Add judgements; give how many are new."""
        ...

    def fail(self, place: str, error: Exception) -> None:
        """Record that a report could not be read."""
        ...

    def batch(self) -> AbstractContextManager[None]:
        """Make all that is added inside one unit: kept whole or not at all."""
        ...


class Records(Protocol):
    """Read what was recorded."""

    def reports(self) -> list[Report]:
        """List the reports, in order of recording."""
        ...

    def report(self, ident: str) -> Report:
        """Find a report by its hash, the id given at ingest, or an unambiguous beginning of its hash."""
        ...

    def mentions(self, report: str | None = None) -> list[Mention]:
        """List the mentions of the latest reading of each report, or of one report."""
        ...

    def statements(
        self, mentions: Iterable[str] | None = None, *, report: str | None = None, withdrawn: bool = False
    ) -> list[Statement]:
        """List the statements in force about mentions or in a report; ``withdrawn`` adds those of older readings."""
        ...

    def judgements(self, about: Iterable[str] | None = None) -> list[Judgement]:
        """List all judgements, revoked ones too, in order of recording; or those about some mentions or statements.

        Judgements that revoke those are listed with them.
        """
        ...


class View(Protocol):
    """See the incidents under the current judgements."""

    def incidents(self, *, rule: str = "latest-official", **filters: Any) -> list[Incident]:
        """Fold the incidents that pass the filters; the latest first, undated ones last."""
        ...

    def incident(self, ident: str, *, rule: str = "latest-official") -> Incident:
        """Fold one incident by id, by the id it had before it was merged, or by an unambiguous beginning."""
        ...

    def count(self, **filters: Any) -> int:
        """Count the incidents that pass the filters."""
        ...

    def failures(self) -> list[Failure]:
        """List the reports that could not be read and have not been since, for another try."""
        ...


class Blocks(Protocol):
    """Find what a new report must be compared with."""

    def block(self, box: Box, cap: int) -> tuple[list[str], list[str]]:
        """Find the mentions whose box meets this one: those to compare, at most ``cap``, and those left out."""
        ...

    def alike(self, sketch: Sketch, limit: int) -> list[tuple[Report, Sketch]]:
        """List reports that share sampled shingles with a sketch, most shared first."""
        ...

    def held(self, mentions: Iterable[str]) -> Held:
        """Load mentions with their statements and reports."""
        ...

    def copies(self, report: str) -> list[Copy]:
        """List the copies of a report, recorded either way."""
        ...
