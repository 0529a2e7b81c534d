"""Find incidents by filters: SQL over the derived table, R*Tree for boxes, full text for words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import cast

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, text

from tocsin.errors import UsageError
from tocsin.ledger import tables as t
from tocsin.ledger.base import BBox, Filters

_WORD = re.compile(r'"([^"]*)"|(\S+)')


def find_ids(connection: Connection, filters: Filters) -> list[str]:
    """List the ids of the incidents that pass, the latest first, undated ones last."""
    query = select(t.incident.c.id).where(*_conditions(filters))
    query = query.order_by(t.incident.c.last.desc().nulls_last(), t.incident.c.first.desc(), t.incident.c.id)
    if filters.limit is not None or filters.offset:
        query = query.limit(-1 if filters.limit is None else filters.limit).offset(filters.offset)
    return list(connection.execute(query).scalars())


def count_ids(connection: Connection, filters: Filters) -> int:
    """Count the incidents that pass, whatever ``limit`` and ``offset``."""
    return connection.execute(select(func.count()).select_from(t.incident).where(*_conditions(filters))).scalar_one()


def _conditions(filters: Filters) -> Iterator[ColumnElement[bool]]:
    yield from _time_and_place(filters)
    column = t.incident.c
    if filters.country is not None:
        yield column.country.in_([c.upper() for c in _several(filters.country)])
    if filters.type is not None:
        names = [n.casefold() for n in _several(filters.type)]
        yield or_(func.lower(column.acled).in_(names), func.lower(column.event_type).in_(names))
    if filters.status is not None:
        names = _several(filters.status)
        yield or_(column.review.in_(names), column.event_status.in_(names))
    if filters.min_killed is not None:
        yield column.killed >= filters.min_killed
    if filters.disputed is not None:
        yield column.disputed == filters.disputed
    if filters.actor:
        yield column.actors.contains(filters.actor.casefold(), autoescape=True)
    if filters.claimed_by:
        yield column.claimed_by.contains(filters.claimed_by.casefold(), autoescape=True)
    if filters.report:
        told = select(t.standing.c.incident).where(t.standing.c.report == filters.report)
        yield column.id.in_(told.where(t.standing.c.incident.is_not(None)))
    if filters.query and (words := words_query(filters.query)):
        found = text(
            "incident.id IN (SELECT s.incident FROM report_words AS w JOIN report AS r ON r.seq = w.rowid "
            "JOIN standing AS s ON s.report = r.id WHERE report_words MATCH :words AND s.incident IS NOT NULL)"
        )
        yield cast("ColumnElement[bool]", found.bindparams(words=words))


def _time_and_place(filters: Filters) -> Iterator[ColumnElement[bool]]:
    column = t.incident.c
    undated = column.first.is_(None)
    if filters.since is not None:
        yield or_(undated, column.last >= read_day(filters.since, "since"))
    if filters.until is not None:
        yield or_(undated, column.first <= read_day(filters.until, "until"))
    if filters.undated != "keep":
        yield undated if filters.undated == "only" else column.first.is_not(None)
    unplaced = column.lat.is_(None)
    if filters.bbox is not None and filters.unplaced != "only":
        inside = _in_box(read_box(filters.bbox))
        yield or_(unplaced, inside) if filters.unplaced == "keep" else inside
    elif filters.unplaced in ("only", "drop"):
        yield unplaced if filters.unplaced == "only" else column.lat.is_not(None)


def _in_box(box: BBox) -> ColumnElement[bool]:
    """Find what lies in a box through the R*Tree, then exactly; a box whose west is above its east crosses 180°."""
    west, south, east, north = box
    column = t.incident.c
    exact = and_(column.lat.between(south, north), column.lon.between(west, east))
    sql = "incident.n IN (SELECT n FROM incident_box WHERE north >= :south AND south <= :north{sides})"
    if west > east:
        exact = and_(column.lat.between(south, north), or_(column.lon >= west, column.lon <= east))
        near = text(sql.format(sides="")).bindparams(south=south, north=north)
    else:
        near = text(sql.format(sides=" AND east >= :west AND west <= :east")).bindparams(
            south=south, north=north, west=west, east=east
        )
    return and_(cast("ColumnElement[bool]", near), exact)


def _several(value: str | Sequence[str]) -> list[str]:
    return [value] if isinstance(value, str) else list(value)


def read_day(value: date | str, place: str) -> int:
    """Read a day as an ordinal.

    Raises:
        UsageError: E201, not an ISO date.
    """
    if isinstance(value, date):
        return value.toordinal()
    try:
        return date.fromisoformat(value[:10]).toordinal()
    except ValueError as exc:
        hint = "Write it as 2019-12-28."
        raise UsageError("E201", "not an ISO date", value=value, place=place, hint=hint) from exc


def read_box(box: BBox | Sequence[float]) -> BBox:
    """Check a box: west, south, east, north in degrees.

    Raises:
        UsageError: E205, not four numbers, out of range, or south above north.
    """
    if len(box) == 4:
        west, south, east, north = (float(side) for side in box)
        if -90 <= south <= north <= 90 and -180 <= west <= 180 and -180 <= east <= 180:
            return west, south, east, north
    hint = "Write west,south,east,north, such as 42,30,48,37."
    raise UsageError("E205", "not a box of degrees", value=list(box), place="bbox", hint=hint)


def words_query(words: str) -> str:
    """Write free words as an FTS5 query: every word must occur, phrases in double quotes stay together.

    >>> words_query('rockets "air base" -x')
    '"rockets" "air base" "-x"'
    """
    found = [phrase or word for phrase, word in _WORD.findall(words)]
    return " ".join('"' + one.replace('"', '""') + '"' for one in found if one.strip())
