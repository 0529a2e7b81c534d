"""Fold incidents out of the recorded rows, for showing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from tocsin.ledger import tables as t
from tocsin.ledger.reads import chunks
from tocsin.ledger.told import Folder
from tocsin.model.incident import Incident


def fold_ids(connection: Connection, ids: Sequence[str], rule: str) -> list[Incident]:
    """Fold incidents by id, in the order of the ids, tied to the series they stand in."""
    members: dict[str, list[str]] = {i: [] for i in ids}
    for part in chunks(ids):
        rows = connection.execute(
            select(t.standing.c.incident, t.standing.c.mention).where(t.standing.c.incident.in_(part))
        )
        for home, mention in rows:
            members[home].append(mention)
    folder = Folder(connection, (m for group in members.values() for m in group))
    return tie(connection, [folder.fold(group, rule) for group in members.values()])


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
