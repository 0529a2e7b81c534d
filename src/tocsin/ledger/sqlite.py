"""The ledger in one SQLite file, or in memory."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, func, select

from tocsin.errors import NotFoundError, TocsinError, UsageError
from tocsin.ledger import derive
from tocsin.ledger import tables as t
from tocsin.ledger.base import Added, Failure, Held, make_filters
from tocsin.ledger.blocks import alike, block
from tocsin.ledger.reads import (
    load_copies,
    load_judgements,
    load_mentions,
    load_reports,
    load_statements,
    load_withdrawn,
)
from tocsin.ledger.rows import (
    BY_PEOPLE,
    judgement_of,
    judgement_row,
    made_row,
    mention_row,
    reading_id,
    reading_row,
    report_of,
    report_row,
    sighting_row,
    statement_row,
)
from tocsin.ledger.search import count_ids, find_ids
from tocsin.ledger.store import WAIT_S, Store
from tocsin.ledger.told import load_witnesses
from tocsin.ledger.views import fold_ids
from tocsin.ledger.writes import add_sketch, again, copy_row, insert_new, touches
from tocsin.model.box import Box
from tocsin.model.fold_counts import DEFAULT_RULE, check_rule
from tocsin.model.incident import Incident
from tocsin.model.judging import is_person
from tocsin.model.reading import Reading, ReportWarning
from tocsin.model.report import Report
from tocsin.model.span import cut
from tocsin.model.statement import Judgement, Mention, Statement
from tocsin.model.witness import Copy, Sketch


class Ledger:
    """Keep reports, statements and judgements, and show the incidents they make.

    Append-only: nothing recorded is ever changed or deleted, and triggers in the file refuse it. Safe to share between
    threads; several processes may read while one writes.
    """

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock
        self._mine = threading.local()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def path(self) -> str:
        """Give the path of the file, ``:memory:`` where there is none."""
        return self._store.path

    @property
    def read_only(self) -> bool:
        """Tell whether the ledger refuses to be written."""
        return self._store.read_only

    def close(self) -> None:
        """Close the file."""
        self._store.close()

    # --- Writer -----------------------------------------------------------------------------------------------------

    def add(self, reading: Reading, *, sketch: Sketch | None = None, copies: Sequence[Copy] = ()) -> Added:
        """Add a report with what was read in it, whole or not at all; a second time changes nothing.

        A later reading of the same report by another maker replaces what stands, not what was recorded.
        """
        report, now = reading.report, self._now()
        copy_of = max(copies, key=lambda c: (c.score, c.of)).of if copies else None
        with self._store.write() as connection:
            insert_new(connection, t.report, [report_row(report, now)])
            insert_new(connection, t.sighting, [sighting_row(report, now)])
            if not insert_new(connection, t.reading, [reading_row(reading, now)]):
                known = self._copies(connection, report.id)
                return Added(report.id, False, 0, 0, copy_of or (known[0].of if known else None))
            ident = reading_id(reading)
            insert_new(connection, t.mention, [mention_row(m, ident, now) for m in reading.mentions])
            insert_new(connection, t.statement, [statement_row(s) for s in reading.statements])
            insert_new(connection, t.made, [made_row(s, ident, now) for s in reading.statements])
            add_sketch(connection, report.id, sketch)
            insert_new(connection, t.copy, [copy_row(c, now) for c in copies])
            touched = derive.stand(connection, report.id)
            derive.place(connection, touched)
            for copy in copies:
                touched |= set(
                    connection.execute(select(t.standing.c.mention).where(t.standing.c.report == copy.of)).scalars()
                )
            self._refresh(connection, touched)
        return Added(report.id, True, len(reading.statements), len(reading.mentions), copy_of)

    def state(self, *statements: Statement) -> int:
        """Add statements by people; they stand whatever later readings say. Give how many are new.

        Raises:
            UsageError: E206, the maker is not a person.
            NotFoundError: E402, no such mention stands.
        """
        now, new, touched = self._now(), 0, set()
        with self._store.write(durable=True) as connection:
            for one in statements:
                if not is_person(one.maker):
                    hint = "Write the maker as person:NAME."
                    raise UsageError("E206", "only people state beside a reading", value=one.maker, hint=hint)
                if not load_mentions(connection, [one.mention]):
                    raise NotFoundError("E402", "no such mention stands", value=one.mention)
                insert_new(connection, t.statement, [statement_row(one)])
                new += insert_new(connection, t.made, [made_row(one, BY_PEOPLE, now)])
                touched.add(one.mention)
            if new:
                derive.place(connection, touched)
                self._refresh(connection, touched)
        return new

    def judge(self, *judgements: Judgement) -> int:
        """Add judgements; give how many are new.

        A judgement that was recorded and then revoked is made again as one that revokes the revocation.

        Raises:
            NotFoundError: E402, no such mention or statement; E403, no such judgement to revoke.
        """
        now, new, touched = self._now(), 0, set()
        with self._store.write(durable=any(is_person(j.maker) for j in judgements)) as connection:
            for one in judgements:
                about = touches(connection, one)
                dated = again(connection, one if one.when else replace(one, when=now))
                if dated is not None and insert_new(connection, t.judgement, [judgement_row(dated)]):
                    new += 1
                    touched |= about
            if touched:
                self._refresh(connection, touched)
        return new

    def fail(self, place: str, error: Exception) -> None:
        """Record that the report at ``place`` could not be read."""
        row = {
            "place": place,
            "code": "E900",
            "message": str(error),
            "value": None,
            "hint": "",
        }
        if isinstance(error, TocsinError):
            told = error.as_dict()
            row |= {key: told[key] for key in ("code", "message", "value", "hint")}
        with self._store.write() as connection:
            insert_new(connection, t.failure, [{**row, "recorded": self._now()}])

    def mend(self, place: str) -> None:
        """Record that the report at ``place`` has been read since: its failures are over."""
        with self._store.write() as connection:
            last = connection.execute(select(func.max(t.failure.c.seq)).where(t.failure.c.place == place)).scalar()
            if last is not None:
                insert_new(connection, t.mended, [{"place": place, "upto": last, "recorded": self._now()}])

    @contextmanager
    def batch(self, *, durable: bool = False) -> Iterator[None]:
        """Make all that is added inside one unit: kept whole or not at all.

        What changed is grouped and folded once, at the end: until then incidents show the state before.
        """
        with self._store.write(durable=durable) as connection:
            if getattr(self._mine, "waiting", None) is not None:
                yield  # inside another one, which does it
                return
            waiting: set[str] = set()
            self._mine.waiting = waiting
            try:
                yield
            finally:
                self._mine.waiting = None
            if waiting:
                derive.refresh(connection, waiting)

    def _refresh(self, connection: Connection, touched: set[str]) -> None:
        waiting: set[str] | None = getattr(self._mine, "waiting", None)
        if waiting is None:
            derive.refresh(connection, touched)
        else:
            waiting |= touched

    def rebuild(self) -> None:
        """Derive all incidents again from what was recorded; the result is the same."""
        with self._store.write() as connection:
            derive.rebuild(connection)

    # --- Records ----------------------------------------------------------------------------------------------------

    def reports(self) -> list[Report]:
        """List the reports, in order of recording."""
        with self._store.read() as connection:
            return [report_of(r) for r in connection.execute(select(t.report).order_by(t.report.c.seq)).mappings()]

    def report(self, ident: str) -> Report:
        """Find a report by its hash, the id given at ingest, or an unambiguous beginning of its hash.

        Raises:
            NotFoundError: E404, no such report, or several begin so.
        """
        with self._store.read() as connection:
            given = select(t.sighting.c.report).where(t.sighting.c.given_id == ident)
            query = select(t.report).where((t.report.c.id == ident) | t.report.c.id.in_(given))
            found = connection.execute(query.order_by(t.report.c.id == ident, t.report.c.seq)).mappings().all()
            if not found:
                begins = t.report.c.id.startswith(ident, autoescape=True)
                found = connection.execute(select(t.report).where(begins).limit(2)).mappings().all()
                if len(found) != 1 or not ident:
                    raise _unknown("E404", "report", ident, len(found))
            return report_of(found[-1])

    def mentions(self, report: str | None = None) -> list[Mention]:
        """List the standing mentions, of all reports or of one (by hash), in text order within a report."""
        with self._store.read() as connection:
            query = select(t.standing.c.mention)
            if report is not None:
                query = query.where(t.standing.c.report == report)
            found = load_mentions(connection, connection.execute(query).scalars())
        return sorted(found, key=lambda m: (m.report, m.anchor.start, m.id))

    def statements(
        self, mentions: Iterable[str] | None = None, *, report: str | None = None, withdrawn: bool = False
    ) -> list[Statement]:
        """List the statements in force about mentions, in a report (by hash), or all; in text order.

        ``withdrawn`` adds, for a report, what only older readings stated.
        """
        with self._store.read() as connection:
            query = select(t.standing.c.mention)
            if report is not None:
                query = query.where(t.standing.c.report == report)
            wanted = connection.execute(query).scalars() if mentions is None else mentions
            found = {s.id: s for s in load_statements(connection, wanted)}
            if withdrawn and report is not None:
                found = {s.id: s for s in load_withdrawn(connection, report)} | found
        return sorted(found.values(), key=lambda s: (s.report, s.span.start if s.span else -1, s.id))

    def warnings(self, report: str) -> list[ReportWarning]:
        """List what the latest reading of a report (by hash, given id or beginning) found odd in it."""
        told = self.report(report)
        latest = select(t.reading.c.warnings).where(t.reading.c.report == told.id).order_by(t.reading.c.seq.desc())
        with self._store.read() as connection:
            kept = connection.execute(latest.limit(1)).scalar()
        return [
            ReportWarning(row["code"], row["message"], cut(told.text, *row["span"]) if row["span"] else None)
            for row in json.loads(kept or "[]")
        ]

    def judgements(self, about: Iterable[str] | None = None) -> list[Judgement]:
        """List all judgements, revoked ones too, in order of recording; or those about some mentions or statements."""
        with self._store.read() as connection:
            if about is not None:
                return load_judgements(connection, about)
            rows = connection.execute(select(t.judgement).order_by(t.judgement.c.seq)).mappings()
            return [judgement_of(row) for row in rows]

    def failures(self) -> list[Failure]:
        """List the reports that could not be read and have not been since, for another try."""
        over = select(t.mended.c.place).where(t.mended.c.place == t.failure.c.place, t.mended.c.upto >= t.failure.c.seq)
        with self._store.read() as connection:
            rows = (
                connection.execute(select(t.failure).where(~over.exists()).order_by(t.failure.c.seq)).mappings().all()
            )
        found: dict[str, Failure] = {}
        for row in rows:
            tries = found[row["place"]].tries + 1 if row["place"] in found else 1
            found[row["place"]] = Failure(
                row["place"], row["code"], row["message"], row["value"], row["hint"], row["recorded"], tries
            )
        return list(found.values())

    # --- View -------------------------------------------------------------------------------------------------------

    def incidents(self, *, rule: str = DEFAULT_RULE, **filters: Any) -> list[Incident]:
        """Fold the incidents that pass the filters (``base.Filters``); the latest first, undated ones last.

        Raises:
            UsageError: E201, E203, E204, E205: a date, rule, filter or box that is wrong.
        """
        chosen, _ = make_filters(**filters), check_rule(rule)
        with self._store.read() as connection:
            return fold_ids(connection, find_ids(connection, chosen), rule)

    def incident(self, ident: str, *, rule: str = DEFAULT_RULE) -> Incident:
        """Fold one incident by id, by the id it had before it was merged, or by an unambiguous beginning.

        Raises:
            NotFoundError: E401, no such incident, or several begin so.
        """
        check_rule(rule)
        with self._store.read() as connection:
            alias, home = t.standing.c.alias, t.standing.c.incident
            query = select(home).where(home.is_not(None)).distinct()
            found = list(connection.execute(query.where(alias == ident)).scalars())
            if not found and ident:
                begins = alias.startswith(ident, autoescape=True)
                found = list(connection.execute(query.where(begins).limit(2)).scalars())
            if len(found) != 1:
                raise _unknown("E401", "incident", ident, len(found))
            return fold_ids(connection, found, rule)[0]

    def count(self, **filters: Any) -> int:
        """Count the incidents that pass the filters, whatever ``limit`` and ``offset``."""
        chosen = make_filters(**filters)
        with self._store.read() as connection:
            return count_ids(connection, chosen)

    # --- Blocks -----------------------------------------------------------------------------------------------------

    def block(self, box: Box, cap: int) -> tuple[list[str], list[str]]:
        """Find standing mentions whose box meets this one: those to compare, at most ``cap``, and those left out.

        A mention that says neither when nor where meets nothing.
        """
        if box.vague:
            return [], []
        with self._store.read() as connection:
            return block(connection, box, cap)

    def alike(self, sketch: Sketch, limit: int) -> list[tuple[Report, Sketch]]:
        """List reports that share sampled shingles, or all words, with a sketch; most shared first."""
        with self._store.read() as connection:
            return alike(connection, sketch, limit)

    def held(self, mentions: Iterable[str]) -> Held:
        """Load standing mentions with their statements and reports."""
        wanted = list(mentions)
        with self._store.read() as connection:
            told = load_mentions(connection, wanted)
            said = load_statements(connection, wanted)
            reports = load_reports(connection, {m.report for m in told})
        return Held(tuple(sorted(told, key=lambda m: m.id)), tuple(said), tuple(reports))

    def copies(self, report: str) -> list[Copy]:
        """List the copies of a report, recorded either way, as copies of it."""
        with self._store.read() as connection:
            return self._copies(connection, report)

    def witnesses(self, reports: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """Group reports into witnesses: copies of one text are one."""
        wanted = list(reports)
        with self._store.read() as connection:
            return load_witnesses(connection, wanted)

    # --- inside -----------------------------------------------------------------------------------------------------

    def _now(self) -> str:
        return self._clock().astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")

    def _copies(self, connection: Connection, report: str) -> list[Copy]:
        found = [c for c in load_copies(connection, [report]) if report in (c.report, c.of)]
        mine = [c if c.report == report else Copy(report, c.report, c.score, c.measure) for c in found]
        return sorted(mine, key=lambda c: (-c.score, c.of))


def open_ledger(
    path: Path | str,
    *,
    read_only: bool = False,
    create: bool = True,
    wait_s: float = WAIT_S,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Ledger:
    """Open a ledger, ``:memory:`` for one that is gone when closed; make it or bring it up to date where needed.

    Args:
        path: the file.
        read_only: refuse to write; works on a read-only disk.
        create: make the file where there is none.
        wait_s: seconds to wait for another writer.
        clock: gives the time of recording.

    Raises:
        LedgerError: E300 to E308, see ``store.Store``.

    >>> with open_ledger(":memory:") as ledger:
    ...     ledger.count()
    0
    """
    return Ledger(Store(path, read_only=read_only, create=create, wait_s=wait_s), clock)


def _unknown(code: str, noun: str, ident: str, found: int) -> NotFoundError:
    if found > 1:
        return NotFoundError(code, f"more than one {noun} begins so", value=ident, hint="Give more of the id.")
    return NotFoundError(code, f"there is no such {noun}", value=ident, hint=f"List the {noun}s to see their ids.")
