"""Fold incidents out of the recorded rows, for showing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from tocsin.ledger import tables as t
from tocsin.ledger.reads import (
    chunks,
    load_copies,
    load_judgements,
    load_mentions,
    load_recorded,
    load_reports,
    load_statements,
)
from tocsin.model.fold import fold_incident
from tocsin.model.incident import Incident
from tocsin.model.statement import Judgement, Statement
from tocsin.model.witness import group_witnesses


def fold_ids(connection: Connection, ids: Sequence[str], rule: str) -> list[Incident]:
    """Fold incidents by id, in the order of the ids, tied to the series they stand in."""
    members: dict[str, list[str]] = {i: [] for i in ids}
    for part in chunks(ids):
        rows = connection.execute(
            select(t.standing.c.incident, t.standing.c.mention).where(t.standing.c.incident.in_(part))
        )
        for home, mention in rows:
            members[home].append(mention)
    everyone = [m for group in members.values() for m in group]
    mentions = {m.id: m for m in load_mentions(connection, everyone)}
    statements: dict[str, list[Statement]] = {m: [] for m in mentions}
    for one in load_statements(connection, everyone):
        statements[one.mention].append(one)
    said = [s.id for told in statements.values() for s in told]
    judgements: dict[str, list[Judgement]] = {}
    for judged in load_judgements(connection, [*mentions, *said]):
        for subject in {judged.subject, judged.object or judged.subject}:
            judgements.setdefault(subject, []).append(judged)
    reports = {r.id: r for r in load_reports(connection, {m.report for m in mentions.values()})}
    witnesses = load_witnesses(connection, reports)
    recorded = load_recorded(connection, mentions)
    found = []
    for group in members.values():
        about = [s for m in group for s in statements[m]]
        mine = {j.id: j for i in [*group, *(s.id for s in about)] for j in judgements.get(i, ())}
        here = [reports[r] for r in {mentions[m].report for m in group}]
        found.append(
            fold_incident(
                [mentions[m] for m in group], about, mine.values(), here, witnesses, recorded=recorded, rule=rule
            )
        )
    return tie(connection, found)


def load_witnesses(connection: Connection, reports: Iterable[str]) -> tuple[tuple[str, ...], ...]:
    """Group reports into witnesses."""
    wanted = set(reports)
    copies = load_copies(connection, wanted)
    everything = wanted | {r for c in copies for r in (c.report, c.of)}
    groups = (tuple(r for r in group if r in wanted) for group in group_witnesses(everything, copies))
    return tuple(sorted(g for g in groups if g))


def tie(connection: Connection, incidents: Sequence[Incident]) -> list[Incident]:
    """Fill in previous and series, which reach beyond the incidents at hand."""
    looking, looked_at = t.standing.alias("looking"), t.standing.alias("looked_at")
    query = (
        select(looking.c.incident, looked_at.c.incident)
        .join(looked_at, looking.c.report == looked_at.c.report)
        .where(
            looking.c.role != "background",
            looked_at.c.role == "background",
            looking.c.incident != looked_at.c.incident,
        )
        .distinct()
    )
    back: dict[str, set[str]] = {i.id: set() for i in incidents}
    forth: dict[str, set[str]] = {i.id: set() for i in incidents}
    for part in chunks(back):
        for later, earlier in connection.execute(query.where(looking.c.incident.in_(part))):
            back[later].add(earlier)
        for later, earlier in connection.execute(query.where(looked_at.c.incident.in_(part))):
            forth[earlier].add(later)
    return [
        replace(i, previous=tuple(sorted(back[i.id])), series=tuple(sorted(back[i.id] | forth[i.id])))
        for i in incidents
    ]
