"""Append rows, and work out what a judgement bears on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, Table, select
from sqlalchemy.dialects.sqlite import insert

from tocsin.errors import NotFoundError
from tocsin.ledger import tables as t
from tocsin.ledger.reads import load_judgements
from tocsin.model.judging import standing
from tocsin.model.statement import Judgement, make_judgement
from tocsin.model.witness import Copy, Sketch

SAMPLE = 4
"""One shingle in so many is indexed: the rest are compared only for reports that share a sampled one.

Two texts with 24 of 30 shingles in common share no sampled one with a probability of .001; longer ones with less."""


def insert_new(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> int:
    """Insert what is not there yet; give how many rows are new."""
    if not rows:
        return 0
    query = insert(table).on_conflict_do_nothing()
    if len(rows) == 1:
        return connection.execute(query, rows[0]).rowcount
    before = connection.exec_driver_sql("SELECT total_changes()").scalar_one()
    connection.execute(query, list(rows))
    after = connection.exec_driver_sql("SELECT total_changes()").scalar_one()
    return int(after) - int(before)


def add_sketch(connection: Connection, report: str, sketch: Sketch | None) -> None:
    """Record a report's shingles, and index a sample of them."""
    if sketch is None:
        return
    row = {"report": report, "shingles": sketch.to_bytes(), "words": sketch.words}
    if insert_new(connection, t.sketch, [row]):
        insert_new(connection, t.shingle, [{"hash": h, "report": report} for h in sketch.shingles if h % SAMPLE == 0])


def copy_row(copy: Copy, now: str) -> dict[str, Any]:
    """Write a copy."""
    return {"report": copy.report, "of": copy.of, "score": copy.score, "measure": copy.measure, "recorded": now}


def touches(connection: Connection, judgement: Judgement) -> set[str]:
    """Find the mentions a judgement bears on; refuse one about what nobody recorded."""
    touched = set()
    for ident in filter(None, (judgement.subject, judgement.object)):
        known = connection.execute(select(t.mention.c.id).where(t.mention.c.id == ident).limit(1)).scalar()
        known = known or connection.execute(select(t.statement.c.mention).where(t.statement.c.id == ident)).scalar()
        if known is None:
            raise NotFoundError("E402", "no such mention or statement", value=ident)
        touched.add(known)
    if (
        judgement.revokes
        and not connection.execute(select(t.judgement.c.seq).where(t.judgement.c.id == judgement.revokes)).first()
    ):
        raise NotFoundError("E403", "no such judgement to revoke", value=judgement.revokes)
    return touched


def again(connection: Connection, judgement: Judgement) -> Judgement | None:
    """Give the judgement to record: itself, one that undoes its revocation, or None where it already stands."""
    query = select(t.judgement.c.id).where(t.judgement.c.id == judgement.id)
    if not connection.execute(query).first():
        return judgement
    known = load_judgements(connection, [judgement.subject])
    stands = standing(known)
    if any(j.id == judgement.id for j in stands):
        return None
    revoker = next(j for j in stands if j.revokes == judgement.id)
    anew = make_judgement(
        judgement.verdict,
        judgement.subject,
        judgement.object,
        score=judgement.score,
        reasons=judgement.reasons,
        maker=judgement.maker,
        when=judgement.when,
        revokes=revoker.id,
    )
    return again(connection, anew)
