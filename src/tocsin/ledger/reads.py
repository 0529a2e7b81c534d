"""Load what was recorded, in batches small enough for any number of ids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from sqlalchemy import Connection, and_, func, or_, select

from tocsin.ledger import tables as t
from tocsin.ledger.rows import BY_PEOPLE, judgement_of, mention_of, report_of, statement_of
from tocsin.model.judging import is_person
from tocsin.model.report import Report
from tocsin.model.statement import Judgement, Mention, Statement
from tocsin.model.witness import Copy

BATCH = 500


Id = TypeVar("Id", str, int)


def chunks(ids: Iterable[Id]) -> Iterator[list[Id]]:
    """Cut ids into sorted lists of at most ``BATCH``."""
    ordered = sorted(set(ids))
    for at in range(0, len(ordered), BATCH):
        yield ordered[at : at + BATCH]


def load_reports(connection: Connection, ids: Iterable[str]) -> list[Report]:
    """Load reports by hash id."""
    found: list[Report] = []
    for part in chunks(ids):
        rows = connection.execute(select(t.report).where(t.report.c.id.in_(part))).mappings()
        found += [report_of(row) for row in rows]
    return found


def load_mentions(connection: Connection, ids: Iterable[str]) -> list[Mention]:
    """Load standing mentions."""
    found: list[Mention] = []
    here = and_(t.mention.c.id == t.standing.c.mention, t.mention.c.reading == t.standing.c.reading)
    for part in chunks(ids):
        rows = connection.execute(
            select(t.mention).join(t.standing, here).where(t.standing.c.mention.in_(part))
        ).mappings()
        found += [mention_of(row) for row in rows]
    return found


def load_statements(connection: Connection, mentions: Iterable[str]) -> list[Statement]:
    """Load the statements in force about standing mentions: those of the latest reading and those by people."""
    found: dict[str, Statement] = {}
    for part in chunks(mentions):
        rows = connection.execute(
            select(t.statement, t.made.c.maker, t.made.c.confidence, t.made.c.because)
            .join(t.standing, t.standing.c.mention == t.statement.c.mention)
            .join(
                t.made,
                and_(
                    t.made.c.statement == t.statement.c.id,
                    or_(t.made.c.reading == t.standing.c.reading, t.made.c.reading == BY_PEOPLE),
                ),
            )
            .where(t.standing.c.mention.in_(part))
            .order_by(t.made.c.seq)
        ).mappings()
        for row in rows:
            if row["id"] not in found or is_person(row["maker"]):
                found[row["id"]] = statement_of(row)
    return list(found.values())


def load_withdrawn(connection: Connection, report: str) -> list[Statement]:
    """Load every statement ever made in a report, those of older readings too."""
    rows = connection.execute(
        select(t.statement, t.made.c.maker, t.made.c.confidence, t.made.c.because)
        .join(t.made, t.made.c.statement == t.statement.c.id)
        .where(t.statement.c.report == report)
        .order_by(t.made.c.seq)
    ).mappings()
    return list({row["id"]: statement_of(row) for row in rows}.values())


def load_judgements(connection: Connection, ids: Iterable[str]) -> list[Judgement]:
    """Load the judgements about mentions or statements, and those that revoke them."""
    found: dict[str, Judgement] = {}
    about = t.judgement.c.subject, t.judgement.c.object
    for part in chunks(ids):
        rows = connection.execute(select(t.judgement).where(or_(*(c.in_(part) for c in about)))).mappings()
        found |= {row["id"]: judgement_of(row) for row in rows}
    fresh = set(found)
    while fresh:
        more: dict[str, Judgement] = {}
        for part in chunks(fresh):
            rows = connection.execute(select(t.judgement).where(t.judgement.c.revokes.in_(part))).mappings()
            more |= {row["id"]: judgement_of(row) for row in rows}
        fresh = set(more) - set(found)
        found |= more
    return list(found.values())


def load_copies(connection: Connection, reports: Iterable[str]) -> list[Copy]:
    """Load the copies among reports, through any other report that is a copy of both."""
    found: dict[tuple[str, str], Copy] = {}
    seen: set[str] = set()
    edge = set(reports)
    while edge:
        seen |= edge
        following: set[str] = set()
        for part in chunks(edge):
            rows = connection.execute(
                select(t.copy).where(or_(t.copy.c.report.in_(part), t.copy.c.of.in_(part)))
            ).mappings()
            for row in rows:
                found[row["report"], row["of"]] = Copy(row["report"], row["of"], row["score"], row["measure"])
                following |= {row["report"], row["of"]}
        edge = following - seen
    return list(found.values())


def load_recorded(connection: Connection, mentions: Iterable[str]) -> dict[str, tuple[int, str]]:
    """Load the number and the time of the first recording of mentions."""
    found: dict[str, tuple[int, str]] = {}
    for part in chunks(mentions):
        rows = connection.execute(
            select(t.mention.c.id, func.min(t.mention.c.seq), func.min(t.mention.c.recorded))
            .where(t.mention.c.id.in_(part))
            .group_by(t.mention.c.id)
        )
        found |= {ident: (seq, at) for ident, seq, at in rows}
    return found
