"""Keep the derived tables in step: which mentions stand, which incidents they make, and the boxes to find them by.

A change touches some mentions. Whatever hangs together with them by judgements of *same* is grouped and folded anew in
the same transaction; everything else is left alone. ``rebuild`` does it for all, and gives the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import Connection, delete, insert, or_, select, text, update

from tocsin.ledger import tables as t
from tocsin.ledger.blocks import SIDES
from tocsin.ledger.reads import chunks
from tocsin.ledger.told import Folder, load_told
from tocsin.model.box import FIRST_DAY, LAST_DAY, Box, box_of
from tocsin.model.fold import NO_EVENT
from tocsin.model.incident import Incident, incident_id
from tocsin.model.statement import Mention


def stand(connection: Connection, report: str) -> set[str]:
    """Let the mentions of a report's latest reading stand, and none of its older ones; give the ids touched."""
    latest = connection.execute(
        select(t.reading.c.id).where(t.reading.c.report == report).order_by(t.reading.c.seq.desc()).limit(1)
    ).scalar_one()
    gone = connection.execute(select(t.standing.c.n, t.standing.c.mention).where(t.standing.c.report == report)).all()
    touched = {mention for _, mention in gone}
    together = hang_together(connection, touched) if touched else set()
    _drop_homes(connection, touched)
    for n, _ in gone:
        connection.execute(delete(t.standing).where(t.standing.c.n == n))
        connection.execute(text("DELETE FROM mention_box WHERE n = :n"), {"n": n})
    rows = connection.execute(select(t.mention).where(t.mention.c.reading == latest)).mappings().all()
    if rows:
        connection.execute(
            insert(t.standing),
            [
                {
                    "mention": row["id"],
                    "report": report,
                    "reading": latest,
                    "role": row["role"],
                    "status": row["status"],
                    "alias": incident_id(row["id"]),
                    "vague": False,
                    "incident": None,
                }
                for row in rows
            ],
        )
    return touched | together | {row["id"] for row in rows}


def place(connection: Connection, mentions: Iterable[str]) -> None:
    """Put mentions whose statements have changed where a block will find them."""
    told = load_told(connection, mentions)
    for one in told.mentions.values():
        _place(connection, one, box_of(one, told.statements[one.id], told.reports[one.report]))


def refresh(connection: Connection, touched: Iterable[str]) -> None:
    """Group and fold anew all that hangs together with the touched mentions, which ``place`` has put in place."""
    wanted = hang_together(connection, touched)
    if not wanted:
        return
    _drop_homes(connection, wanted)
    _write_all(connection, wanted)


def rebuild(connection: Connection) -> None:
    """Drop the derived rows and derive them again from what was recorded."""
    for name in ("standing", "incident", "mention_box", "incident_box"):
        connection.execute(text(f"DELETE FROM {name}"))  # noqa: S608 - names from the line above
    for report in connection.execute(select(t.report.c.id).order_by(t.report.c.seq)).scalars().all():
        if connection.execute(select(t.reading.c.seq).where(t.reading.c.report == report).limit(1)).first():
            stand(connection, report)
    everything = connection.execute(select(t.standing.c.mention)).scalars().all()
    place(connection, everything)
    _write_all(connection, everything)


def hang_together(connection: Connection, touched: Iterable[str]) -> set[str]:
    """Find every standing mention tied to the touched ones by judgements of same, or once in an incident with them."""
    seen: set[str] = set()
    edge = set(touched)
    while edge:
        seen |= edge
        following: set[str] = set()
        for part in chunks(edge):
            pairs = connection.execute(
                select(t.judgement.c.subject, t.judgement.c.object).where(
                    t.judgement.c.verdict == "same",
                    or_(t.judgement.c.subject.in_(part), t.judgement.c.object.in_(part)),
                )
            ).all()
            following |= {m for pair in pairs for m in pair}
            following |= set(_housemates(connection, part))
        edge = following - seen
    found: set[str] = set()
    for part in chunks(seen):
        found |= set(connection.execute(select(t.standing.c.mention).where(t.standing.c.mention.in_(part))).scalars())
    return found


def _housemates(connection: Connection, mentions: Sequence[str]) -> Iterator[str]:
    homes = select(t.standing.c.incident).where(t.standing.c.mention.in_(mentions), t.standing.c.incident.is_not(None))
    yield from connection.execute(select(t.standing.c.mention).where(t.standing.c.incident.in_(homes))).scalars()


def _drop_homes(connection: Connection, mentions: Iterable[str]) -> None:
    home = t.standing.c.incident
    for part in chunks(mentions):
        ids = connection.execute(select(home).where(t.standing.c.mention.in_(part), home.is_not(None))).scalars()
        _drop(connection, sorted(set(ids)))


def _drop(connection: Connection, ids: Sequence[str]) -> None:
    for part in chunks(ids):
        numbers = connection.execute(select(t.incident.c.n).where(t.incident.c.id.in_(part))).scalars().all()
        connection.execute(update(t.standing).where(t.standing.c.incident.in_(part)).values(incident=None))
        connection.execute(delete(t.incident).where(t.incident.c.id.in_(part)))
        for n in numbers:
            connection.execute(text("DELETE FROM incident_box WHERE n = :n"), {"n": n})


def _place(connection: Connection, mention: Mention, box: Box) -> None:
    n = connection.execute(select(t.standing.c.n).where(t.standing.c.mention == mention.id)).scalar_one()
    vague = box.vague or mention.status in NO_EVENT
    connection.execute(update(t.standing).where(t.standing.c.n == n).values(vague=vague))
    connection.execute(text("DELETE FROM mention_box WHERE n = :n"), {"n": n})
    connection.execute(
        text("INSERT INTO mention_box VALUES (:n, :south, :north, :west, :east, :first, :last)"),
        {"n": n, **{side: getattr(box, side) for side in SIDES}},
    )


def _write_all(connection: Connection, mentions: Iterable[str]) -> None:
    for incident in Folder(connection, mentions).fold_all():
        _write(connection, incident)


def _write(connection: Connection, incident: Incident) -> None:
    when, where, kind = incident.when.value, incident.where.value, incident.type.value
    first = when.start.toordinal() if when and when.start else None
    last = when.end.toordinal() if when and when.end else None
    found = connection.execute(
        insert(t.incident).values(
            id=incident.id,
            first=first,
            last=last,
            lat=where.lat if where else None,
            lon=where.lon if where else None,
            country=where.country if where else None,
            acled=kind.acled if kind else None,
            event_type=kind.event_type if kind else None,
            event_status=incident.event_status,
            review=incident.status,
            killed=incident.killed.low if incident.killed.best is None else incident.killed.best,
            disputed=bool(incident.disputed),
            actors="\n".join(incident.actors).casefold(),
            claimed_by="\n".join(incident.claimed_by).casefold(),
            summary=incident.summary,
            last_changed=incident.last_changed or "",
        )
    )
    (n,) = found.inserted_primary_key or (None,)
    for part in chunks(incident.mentions):
        connection.execute(update(t.standing).where(t.standing.c.mention.in_(part)).values(incident=incident.id))
    if where is not None and where.lat is not None:
        days = (FIRST_DAY, LAST_DAY) if first is None else (first, last)
        connection.execute(
            text("INSERT INTO incident_box VALUES (:n, :lat, :lat, :lon, :lon, :first, :last)"),
            {"n": n, "lat": where.lat, "lon": where.lon, "first": days[0], "last": days[1]},
        )
