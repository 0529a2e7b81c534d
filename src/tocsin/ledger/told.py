"""Load what was recorded of some mentions, and fold incidents out of it: for showing and for the derived rows alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from tocsin.ledger.reads import (
    load_copies,
    load_judgements,
    load_mentions,
    load_recorded,
    load_reports,
    load_statements,
)
from tocsin.model.fold import fold_incident, founds_incident
from tocsin.model.fold_counts import DEFAULT_RULE
from tocsin.model.groups import group_mentions
from tocsin.model.incident import Incident
from tocsin.model.report import Report
from tocsin.model.statement import Judgement, Mention, Statement
from tocsin.model.witness import group_witnesses


@dataclass(frozen=True, slots=True)
class Told:
    """Standing mentions by id, their statements by mention, and their reports by id."""

    mentions: dict[str, Mention]
    statements: dict[str, list[Statement]]
    reports: dict[str, Report]


def load_told(connection: Connection, ids: Iterable[str]) -> Told:
    """Load standing mentions with what is said of them."""
    mentions = {m.id: m for m in load_mentions(connection, ids)}
    statements: dict[str, list[Statement]] = {m: [] for m in mentions}
    for said in load_statements(connection, statements):
        statements[said.mention].append(said)
    reports = {r.id: r for r in load_reports(connection, {m.report for m in mentions.values()})}
    return Told(mentions, statements, reports)


class Folder:
    """Fold groups of mentions into incidents, each from no more than what is about it."""

    def __init__(self, connection: Connection, ids: Iterable[str]) -> None:
        """Load what the mentions and the judgements, witnesses and times of recording about them need."""
        self.told = load_told(connection, ids)
        said = [s.id for statements in self.told.statements.values() for s in statements]
        self.judgements = load_judgements(connection, [*self.told.mentions, *said])
        self._judged: dict[str, list[Judgement]] = {}
        for judged in self.judgements:
            for subject in {judged.subject, judged.object or judged.subject}:
                self._judged.setdefault(subject, []).append(judged)
        self._witness = {r: group for group in load_witnesses(connection, self.told.reports) for r in group}
        self._recorded = load_recorded(connection, self.told.mentions)

    def fold(self, group: Sequence[str], rule: str = DEFAULT_RULE) -> Incident:
        """Fold one group of mention ids."""
        about = [s for m in group for s in self.told.statements[m]]
        judgements = {j.id: j for i in [*group, *(s.id for s in about)] for j in self._judged.get(i, ())}
        members = [self.told.mentions[m] for m in group]
        here = {m.report for m in members}
        witnesses = {self._witness[r] for r in here}
        reports = [self.told.reports[r] for r in here]
        return fold_incident(
            members, about, judgements.values(), reports, witnesses, recorded=self._recorded, rule=rule
        )

    def fold_all(self) -> Iterator[Incident]:
        """Group the mentions and fold every group that founds an incident."""
        for group in group_mentions(self.told.mentions.values(), self.judgements):
            members = [self.told.mentions[m] for m in group]
            if founds_incident(members, [s for m in group for s in self.told.statements[m]]):
                yield self.fold(group)


def load_witnesses(connection: Connection, reports: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Group reports into witnesses."""
    wanted = set(reports)
    copies = load_copies(connection, wanted)
    everything = wanted | {r for c in copies for r in (c.report, c.of)}
    groups = (tuple(r for r in group if r in wanted) for group in group_witnesses(everything, copies))
    return tuple(sorted(g for g in groups if g))
