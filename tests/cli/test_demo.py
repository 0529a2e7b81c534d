"""``tocsin demo``: a fresh ledger of the samples, what is disputed in it, and how to look at it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import tocsin

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
