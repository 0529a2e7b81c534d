"""The file itself: its guards, its versions, its locks, and who may open it how."""
# ruff: noqa: S608 - table names come from the package

from __future__ import annotations

import os
import stat

import pysqlite3
import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from tocsin.errors import LedgerError
from tocsin.ledger import open_ledger
from tocsin.ledger import tables as t
from tocsin.ledger.store import HEAD, KNOWN, check_sqlite
from tocsin.model.statement import make_judgement
from tocsin.pipeline import add_reading
from tocsin.testing import sample_readings


@pytest.fixture
def path(tmp_path):
    """Make a ledger with the sample and close it."""
    found = tmp_path / "sample.db"
    with open_ledger(found) as ledger:
        for one in sample_readings():
            add_reading(ledger, one)
        one, two = ledger.incidents(query="ambushed")[0].mentions
        ledger.judge(make_judgement("same", one, two, maker="person:ana"))
        ledger.fail("a.txt", ValueError("odd"))
        ledger.mend("a.txt")
    return found


def test_recorded_rows_can_be_neither_changed_nor_deleted_nor_replaced(path):
    raw = pysqlite3.connect(path)
    for name in t.RECORDED:
        before = raw.execute(f"SELECT * FROM {name}").fetchall()
        assert before, f"the sample leaves {name} empty"
        column = raw.execute(f"PRAGMA table_info({name})").fetchall()[-1][1]
        with pytest.raises(pysqlite3.IntegrityError, match="append-only"):
            raw.execute(f'UPDATE {name} SET "{column}" = "{column}"')
        with pytest.raises(pysqlite3.IntegrityError, match="append-only"):
            raw.execute(f"DELETE FROM {name}")
        marks = ",".join("?" * len(before[0]))
        raw.execute(f"INSERT OR REPLACE INTO {name} VALUES ({marks})", before[0])
        assert raw.execute(f"SELECT * FROM {name}").fetchall() == before
    raw.close()


def test_migrations_make_the_tables_that_queries_use(path):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    engine = create_engine(f"sqlite:///{path}", module=pysqlite3, poolclass=NullPool)
    named = set(t.meta.tables)
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_object": lambda _o, name, kind, *_: kind != "table" or name in named}
        )
        assert compare_metadata(context, t.meta) == []


def test_the_head_is_the_newest_migration():
    from pathlib import Path

    from alembic.config import Config
    from alembic.script import ScriptDirectory

    import tocsin.ledger

    config = Config()
    config.set_main_option("script_location", str(Path(tocsin.ledger.__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    scripts = ScriptDirectory.from_config(config)
    assert scripts.get_current_head() == HEAD
    assert {s.revision for s in scripts.walk_revisions()} == set(KNOWN)


def test_a_newer_schema_is_refused(path):
    raw = pysqlite3.connect(path)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.commit()
    raw.close()
    for read_only in (True, False):
        with pytest.raises(LedgerError, match="E301"):
            open_ledger(path, read_only=read_only)


def test_other_files_are_refused_and_left_as_they_are(tmp_path):
    text = tmp_path / "notes.txt"
    text.write_text("These are notes, long enough to be looked at as a file header of a data base. " * 4)
    stranger = tmp_path / "stranger.db"
    raw = pysqlite3.connect(stranger)
    raw.execute("CREATE TABLE a (b)")
    raw.close()
    for path in (text, stranger):
        before = path.read_bytes()
        for read_only in (True, False):
            with pytest.raises(LedgerError, match="E302"):
                open_ledger(path, read_only=read_only)
        assert path.read_bytes() == before


def test_a_writer_that_cannot_get_its_turn_says_so(path):
    raw = pysqlite3.connect(path, isolation_level=None)
    raw.execute("BEGIN IMMEDIATE")
    with open_ledger(path, wait_s=0.05) as ledger:
        assert len(ledger.incidents()) == 5, "readers go on"
        with pytest.raises(LedgerError, match="E303"):
            ledger.fail("x", ValueError("x"))
    raw.execute("ROLLBACK")
    raw.close()


def test_there_is_nothing_to_open(tmp_path):
    for more in ({"read_only": True}, {"create": False}):
        with pytest.raises(LedgerError, match="E305"):
            open_ledger(tmp_path / "none.db", **more)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_ledger_but_not_for_a_reader(tmp_path):
    path = tmp_path / "empty.db"
    path.touch()
    with pytest.raises(LedgerError, match="E304"):
        open_ledger(path, read_only=True)
    with open_ledger(path) as ledger:
        assert ledger.count() == 0


def test_a_reader_cannot_write(path):
    with open_ledger(path, read_only=True) as ledger:
        assert ledger.count() == 5
        with pytest.raises(LedgerError, match="E306"):
            ledger.fail("x", ValueError("x"))


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_reader_needs_no_writable_disk(path):
    path.chmod(stat.S_IRUSR)
    path.parent.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        with open_ledger(path, read_only=True) as ledger:
            assert ledger.count() == 5
    finally:
        path.parent.chmod(stat.S_IRWXU)


def test_a_reader_follows_a_writer_in_another_connection(path):
    with open_ledger(path) as writer, open_ledger(path, read_only=True) as reader:
        (one,) = writer.incidents(query="ambushed")
        writer.judge(make_judgement("different", *one.mentions, maker="person:ana", score=0.0))
        assert reader.count() == 6


def test_an_old_sqlite_is_refused():
    with pytest.raises(LedgerError, match="E300"):
        check_sqlite((3, 51, 2))
    check_sqlite((3, 51, 3))
