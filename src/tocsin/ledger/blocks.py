"""Find what a new report must be compared with, without looking at everything."""

from __future__ import annotations

from sqlalchemy import Connection, func, select, text

from tocsin.ledger import tables as t
from tocsin.ledger.reads import chunks, load_reports
from tocsin.ledger.writes import SAMPLE
from tocsin.model.box import Box
from tocsin.model.report import Report
from tocsin.model.witness import Sketch

SIDES = ("south", "north", "west", "east", "first", "last")
_NEAR = (
    "SELECT s.mention FROM mention_box AS b JOIN standing AS s ON s.n = b.n WHERE NOT s.vague "
    "AND b.first <= :last AND b.last >= :first AND b.south <= :north AND b.north >= :south "
    "AND b.west <= :east AND b.east >= :west ORDER BY s.mention"
)


def block(connection: Connection, box: Box, cap: int) -> tuple[list[str], list[str]]:
    """Find the mentions whose box meets this one: those to compare, at most ``cap``, and those left out.

    A block over the cap is first cut by a tighter box, then by id (docs/decisions/0005).
    """
    found = _near(connection, box)
    if len(found) <= cap:
        return found, []
    tight = _near(connection, box.tightened())
    kept = (tight or found)[:cap]
    return kept, sorted(set(found) - set(kept))


def _near(connection: Connection, box: Box) -> list[str]:
    sides = {side: getattr(box, side) for side in SIDES}
    return list(connection.execute(text(_NEAR), sides).scalars())


def alike(connection: Connection, sketch: Sketch, limit: int) -> list[tuple[Report, Sketch]]:
    """List reports that share sampled shingles, or all words, with a sketch; most shared first."""
    shared: dict[str, int] = {}
    column = t.shingle.c
    for part in chunks([h for h in sketch.shingles if h % SAMPLE == 0]):
        query = select(column.report, func.count()).where(column.hash.in_(part)).group_by(column.report)
        for report, n in connection.execute(query):
            shared[report] = shared.get(report, 0) + n
    same = connection.execute(select(t.sketch.c.report).where(t.sketch.c.words == sketch.words)).scalars()
    shared |= dict.fromkeys(same, len(sketch.shingles) + 1)
    best = sorted(shared, key=lambda r: (-shared[r], r))[:limit]
    reports = {r.id: r for r in load_reports(connection, best)}
    found: dict[str, Sketch] = {}
    for ids in chunks(best):
        for row in connection.execute(select(t.sketch).where(t.sketch.c.report.in_(ids))).mappings():
            found[row["report"]] = Sketch.from_bytes(row["shingles"], row["words"])
    return [(reports[r], found[r]) for r in best]
