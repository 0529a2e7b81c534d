"""Killed in mid-ingest, a ledger holds every acknowledged report exactly once and is whole."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time

import pysqlite3

from tocsin.ledger import open_ledger

ROUNDS = 5
INGEST = """
import sys
from tocsin.ledger import open_ledger
from tocsin.pipeline import add_reading
from tocsin.testing import mention, reading, report, statement, toll, when, where

round_ = int(sys.argv[2])
with open_ledger(sys.argv[1]) as ledger:
    for n in range(10_000):
        text = f"Attack {round_} number {n} killed {n % 7 + 1} at the mill."
        source = report(text, published="2021-03-05", given_id=f"{round_}-{n}")
        about = mention(source, "Attack")
        place = where("mill", 30 + n % 10, 40 + round_, country="IQ")
        said = [
            statement(source, about, toll("killed", n % 7 + 1), f"killed {n % 7 + 1}"),
            statement(source, about, when("2021-03-05")),
            statement(source, about, place, "mill"),
        ]
        added = add_reading(ledger, reading(source, [about], said))
        print(added.report_id, flush=True)
"""


def test_what_was_acknowledged_survives_being_killed(tmp_path):
    path = tmp_path / "crash.db"
    chance = random.Random(7)  # noqa: S311 - no secret
    acknowledged: list[str] = []
    for round_ in range(ROUNDS):
        child = subprocess.Popen(
            [sys.executable, "-c", INGEST, str(path), str(round_)], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        for line in child.stdout:
            acknowledged.append(line.strip())
            if len(acknowledged) >= 8 * (round_ + 1):
                break
        time.sleep(chance.uniform(0, 0.03))  # somewhere in the next few transactions
        child.send_signal(signal.SIGKILL)
        rest = child.stdout.read()
        child.stdout.close()
        assert child.wait() == -signal.SIGKILL
        acknowledged += [one for one in rest.split("\n")[:-1] if one]

    with open_ledger(path) as ledger:
        held = [r.id for r in ledger.reports()]
        before = ledger.incidents()
        assert len(before) >= 1
        ledger.rebuild()
        assert ledger.incidents() == before, "derived rows were in step"
        mentions = ledger.mentions()
    assert len(acknowledged) >= 8 * ROUNDS
    assert len(held) == len(set(held))
    assert set(acknowledged) <= set(held)
    assert len(held) - len(set(acknowledged)) <= ROUNDS, "at most the one in flight was kept unacknowledged"
    assert {m.report for m in mentions} == set(held), "no report without what was read in it"
    raw = pysqlite3.connect(path)
    assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    raw.close()
