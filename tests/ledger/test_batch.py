"""A batch is one unit: what changed in it is grouped once, at its end, and gives what single steps give."""

from __future__ import annotations

import pysqlite3
import pytest
from sqlalchemy.exc import OperationalError

from tocsin.errors import LedgerError
from tocsin.ledger import derive, open_ledger
from tocsin.model.statement import make_judgement
from tocsin.model.witness import Copy
from tocsin.pipeline import add_reading, load

TEXT = (
    "A suicide bomber killed 14 people at a market in Kirkuk, Iraq, on Friday, police said. "
    "The blast also wounded 30 people, a hospital official said."
)


def _readings(n):
    reader = load()
    return [reader(f"{TEXT} Report {i}.", published="2019-12-28", source=f"Outlet {i}") for i in range(n)]


def test_a_report_is_folded_once_whatever_it_is_compared_with(monkeypatch):
    folded = []
    real = derive.refresh
    monkeypatch.setattr(derive, "refresh", lambda c, touched: (folded.append(set(touched)), real(c, touched)))
    with open_ledger(":memory:") as ledger:
        for reading in _readings(3):
            add_reading(ledger, reading)
        assert len(folded) == 3
        kept = [(i.id, i.mentions, i.killed.best) for i in ledger.incidents()]
        ledger.rebuild()
        assert [(i.id, i.mentions, i.killed.best) for i in ledger.incidents()] == kept
        assert len(kept[0][1]) == 3


def _add_and_stop(ledger, reading):
    with ledger.batch():
        ledger.add(reading)
        raise ValueError("stop")


def test_a_batch_that_fails_leaves_nothing_waiting():
    one, two = _readings(2)
    with open_ledger(":memory:") as ledger:
        with pytest.raises(ValueError, match="stop"):
            _add_and_stop(ledger, one)
        assert ledger.reports() == []
        ledger.add(two)
        assert len(ledger.incidents()) == 1


def _fill_up(store):
    with store._plain_errors():
        raise OperationalError("", {}, pysqlite3.OperationalError("database or disk is full"))


def test_a_ledger_that_cannot_be_used_says_what_to_do_next(tmp_path):
    with open_ledger(tmp_path / "a.db") as ledger, pytest.raises(LedgerError, match="E307") as caught:
        _fill_up(ledger._store)
    assert "run the same command again" in caught.value.hint


def test_copies_through_a_third_report_are_one_witness_in_what_is_kept_and_in_what_is_shown(monkeypatch):
    kept = {}
    write = derive._write
    monkeypatch.setattr(
        derive, "_write", lambda c, incident: (kept.update({incident.id: incident}), write(c, incident))
    )
    readings = _readings(3)
    one, two, three = (r.document.report.id for r in readings)
    chain = [Copy(one, two, 0.9, "shingles"), Copy(two, three, 0.9, "shingles")]
    monkeypatch.setattr("tocsin.ledger.told.load_copies", lambda connection, reports: chain)
    with open_ledger(":memory:") as ledger:
        for reading in readings:
            ledger.add(reading)
        first, last = readings[0].mentions[0].id, readings[2].mentions[0].id
        ledger.judge(make_judgement("same", first, last, score=1.0, reasons=("told so",), maker="person:a"))
        shown = next(i for i in ledger.incidents() if {first, last} == set(i.mentions))
        assert shown.witnesses == (tuple(sorted([one, three])),)
        assert kept[shown.id].witnesses == shown.witnesses
