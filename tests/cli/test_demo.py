"""``tocsin demo``: a fresh ledger of the samples, what is disputed in it, and how to look at it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

import tocsin
from tocsin.cli.incident_view import show_lead, show_table
from tocsin.serve.web.desk import Desk
from tocsin.serve.web.lead import choose_lead, view_lead
from tocsin.testing import sample_ledger

Run = Callable[..., Any]
pytestmark = pytest.mark.usefixtures("fake_reader")


def test_no_open_does_all_but_serve(run: Run, folder: Path) -> None:
    told = run("demo", "--no-open", "--db", "demo.db", "-q")
    assert told.status == 0
    assert "24 reports tell of" in told.out
    assert "No attack" in told.out
    assert told.out.rstrip().endswith("tocsin serve demo.db --open")
    ledger = tocsin.open(folder / "demo.db")
    assert len(ledger.reports()) == 24
    ledger.close()


def test_a_ledger_that_is_there_is_left_alone(run: Run, folder: Path) -> None:
    (folder / "demo.db").write_bytes(b"mine")
    told = run("demo", "--no-open", "--db", "demo.db")
    assert told.status == 2
    assert "E212 [demo.db]" in told.err
    assert (folder / "demo.db").read_bytes() == b"mine"


def test_the_browser_is_shown_the_fresh_ledger(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    served: list[tuple[Any, ...]] = []
    monkeypatch.setattr("tocsin.cli.serve.run_server", lambda *args, **more: served.append((*args, more)))
    assert run("demo", "-q", "-p", "0").status == 0
    ((_, host, port, more),) = served
    assert (host, port, more) == ("127.0.0.1", 0, {"open_it": True})


def test_the_table_reads_well_on_narrow_and_wide_screens() -> None:
    with sample_ledger() as ledger:
        incidents = ledger.incidents()
        lead = view_lead(Desk(ledger).sayings(choose_lead(incidents)))
    for width in (80, 120):
        console = Console(width=width, file=io.StringIO(), force_terminal=False)
        console.print(show_lead(lead), show_table(incidents))
        lines = console.file.getvalue().splitlines()
        assert max(map(len, lines)) <= width
        assert any("Rocket attack at Qasr Nahr" in line for line in lines), "the headline is cut up"
        assert any("do not agree" in line for line in lines)
        assert "\u2068" not in "".join(lines)
