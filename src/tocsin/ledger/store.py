"""Open the file: SQLite in WAL mode through ``pysqlite3``, its schema, its locks, and errors people can act on.

The standard library's SQLite may be older than 3.51.3, whose WAL can be damaged by two connections (the "WAL-reset"
bug of 3.7.0 to 3.51.2); ``pysqlite3`` brings its own.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pysqlite3
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.pool import QueuePool, StaticPool

from tocsin.errors import LedgerError

HEAD = "0001"
"""The newest migration in this package."""
KNOWN = ("0001",)
APPLICATION_ID = 0x746F6373  # "tocs": `file` and other programs can tell a ledger from any SQLite file
NEEDS = (3, 51, 3)
MEMORY = ":memory:"
_CANNOT = (
    "See the reason. Check that you may write to the file and its folder, and that the disk is local and not full; "
    "then run the same command again: what was recorded before is kept."
)
WAIT_S = 30.0
"""Seconds a writer waits for another one before it gives up."""


class Store:
    """Hold the engine and hand out connections: many readers, one writer at a time. Safe to share between threads.

    Raises:
        LedgerError: E300, SQLite is too old; E301, the file is of a newer Tocsin; E302, it is not a ledger;
            E303, somebody else holds it; E304, it is of an older Tocsin and opened for reading; E305, there is none.
    """

    def __init__(self, path: Path | str, *, read_only: bool, create: bool, wait_s: float = WAIT_S) -> None:
        check_sqlite()
        self.path = str(path)
        self.read_only = read_only
        self.memory = self.path == MEMORY
        if not self.memory and not Path(self.path).exists() and (read_only or not create):
            raise LedgerError(
                "E305", "there is no such ledger", place=self.path, hint="Give the path of one, or ingest a report."
            )
        if not self.memory and not read_only:
            Path(self.path).parent.mkdir(parents=True, exist_ok=True)
        self._mine = threading.local()
        self._turn = threading.RLock()
        self.engine = self._connect(wait_s)
        try:
            with self._plain_errors():
                self._check_schema()
        except BaseException:
            self.engine.dispose()
            raise

    def close(self) -> None:
        """Close every connection; the last one folds the WAL back into the file."""
        self.engine.dispose()

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Give a connection that sees one unchanging state."""
        held: Connection | None = getattr(self._mine, "connection", None)
        if held is not None:
            yield held
            return
        with self._plain_errors(), self._alone_in_memory(), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def write(self, *, durable: bool = False) -> Iterator[Connection]:
        """Give a connection inside a write transaction, committed at the end of the outermost ``write``.

        After a commit with ``synchronous=NORMAL`` the rows survive the death of the process but the last ones may be
        lost when the power fails: reports can be ingested again. What a person decided cannot, so ``durable`` waits
        for the disk (FULL).
        """
        if self.read_only:
            raise LedgerError("E306", "the ledger is open for reading only", place=self.path)
        held: Connection | None = getattr(self._mine, "connection", None)
        if held is not None:
            self._mine.durable = self._mine.durable or durable
            yield held
            return
        with self._plain_errors(), self._turn, self._at_once() as connection:
            self._mine.connection, self._mine.durable = connection, durable
            raw: Any = connection.connection.dbapi_connection
            if durable:
                raw.execute("PRAGMA synchronous=FULL")
            try:
                with connection.begin():
                    yield connection
                if self._mine.durable and not durable and not self.memory:
                    # Asked for in mid-batch, too late for FULL: a checkpoint syncs the WAL and the commit in it.
                    raw.execute("PRAGMA wal_checkpoint(FULL)")
            finally:
                self._mine.connection = None
                if durable:
                    raw.execute("PRAGMA synchronous=NORMAL")

    @contextmanager
    def _alone_in_memory(self) -> Iterator[None]:
        # In memory there is one connection for all threads.
        if not self.memory:
            yield
            return
        with self._turn:
            yield

    def _connect(self, wait_s: float) -> Engine:
        if self.memory:
            engine = create_engine(
                "sqlite://", module=pysqlite3, poolclass=StaticPool, connect_args={"check_same_thread": False}
            )
        else:
            mode = "ro" if self.read_only else "rwc"
            uri = f"{Path(self.path).resolve().as_uri()}?mode={mode}"
            if self.read_only and not self._can_share():
                uri += "&immutable=1"
            engine = create_engine(
                "sqlite://",
                module=pysqlite3,
                creator=lambda: pysqlite3.connect(uri, uri=True, timeout=wait_s, check_same_thread=False),
                poolclass=QueuePool,
                max_overflow=-1,
            )
        event.listen(engine, "connect", self._set_up)
        event.listen(engine, "begin", _begin)
        return engine

    def _can_share(self) -> bool:
        """Tell whether a reader may make the shared-memory file beside the ledger; on a read-only disk it may not."""
        beside = Path(f"{self.path}-shm")
        try:
            existed = beside.exists()
            with beside.open("ab"):
                pass
            if not existed:
                beside.unlink(missing_ok=True)
        except OSError:
            return False
        return True

    def _set_up(self, raw: Any, _record: object) -> None:
        raw.isolation_level = None  # this module begins and ends transactions itself
        raw.execute("PRAGMA foreign_keys=ON")
        raw.execute("PRAGMA synchronous=NORMAL")

    def _check_schema(self) -> None:
        with self.engine.connect() as connection:
            found = self._version(connection)
        if found == HEAD:
            return
        if found is not None and found not in KNOWN:
            raise LedgerError(
                "E301",
                f"the ledger's schema {found} is newer than this Tocsin's {HEAD}",
                place=self.path,
                hint="Install a newer Tocsin.",
            )
        if self.read_only:
            raise LedgerError(
                "E304",
                "the ledger is of an older Tocsin" if found else "the file holds no ledger yet",
                place=self.path,
                hint="Open it once for writing: that brings it up to date.",
            )
        self._migrate()

    def _version(self, connection: Connection) -> str | None:
        """Read the schema's version; None for an empty file. Refuse what is not a ledger."""
        run = connection.exec_driver_sql
        tables = {row[0] for row in run("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if not tables:
            return None
        application = run("PRAGMA application_id").scalar_one()
        if application != APPLICATION_ID or "alembic_version" not in tables:
            raise _not_a_ledger(self.path)
        return str(run("SELECT version_num FROM alembic_version").scalar_one())

    def _migrate(self) -> None:
        from alembic import command  # noqa: PLC0415 - a quarter of a second that only a new ledger needs
        from alembic.config import Config  # noqa: PLC0415

        with self.engine.connect() as plain:
            raw: Any = plain.connection.dbapi_connection
            raw.execute(f"PRAGMA application_id={APPLICATION_ID}")
            if not self.memory:
                raw.execute("PRAGMA journal_mode=WAL")
        with self._at_once() as connection, connection.begin():
            if self._version(connection) == HEAD:
                return  # another process was quicker
            config = Config()
            config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
            config.set_main_option("path_separator", "os")
            config.attributes["connection"] = connection
            command.upgrade(config, "head")

    @contextmanager
    def _at_once(self) -> Iterator[Connection]:
        """Give a connection whose transactions take the write lock when they begin, not when they first write."""
        with self.engine.connect() as connection:
            yield connection.execution_options(tocsin_begin="IMMEDIATE")

    @contextmanager
    def _plain_errors(self) -> Iterator[None]:
        try:
            yield
        except OperationalError as exc:
            words = str(exc.orig)
            if "locked" in words or "busy" in words:
                raise LedgerError(
                    "E303",
                    "somebody else is writing to the ledger",
                    place=self.path,
                    hint="Wait until it is done, or stop the other process.",
                ) from exc
            raise LedgerError("E307", f"the ledger cannot be used: {words}", place=self.path, hint=_CANNOT) from exc
        except DatabaseError as exc:
            words = str(exc.orig)
            if "not a database" in words:
                raise _not_a_ledger(self.path) from exc
            if "append-only" in words or "constraint" in words.lower():
                raise
            raise LedgerError(
                "E308", f"the ledger is damaged: {words}", place=self.path, hint="Restore it from a backup."
            ) from exc


def check_sqlite(found: tuple[int, ...] | None = None) -> None:
    """Refuse a SQLite whose WAL can be damaged.

    Raises:
        LedgerError: E300, SQLite is older than 3.51.3.
    """
    version = found or tuple(int(n) for n in pysqlite3.sqlite_version.split("."))
    if version < NEEDS:
        raise LedgerError(
            "E300",
            f"SQLite {'.'.join(map(str, NEEDS))} or newer is needed",
            value=".".join(map(str, version)),
            hint="Install pysqlite3 0.6.1 or newer.",
        )


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(f"BEGIN {connection.get_execution_options().get('tocsin_begin', 'DEFERRED')}")


def _not_a_ledger(path: str) -> LedgerError:
    return LedgerError("E302", "the file is not a Tocsin ledger", place=path, hint="Give another path.")
