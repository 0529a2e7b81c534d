"""``tocsin doctor`` and ``tocsin info``: what is here and whether it works, with nothing personal in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tocsin.cli import doctor

Run = Callable[..., Any]


def test_doctor_finds_this_installation_sound(run: Run) -> None:
    told = run("doctor")
    assert [line for line in told.out.splitlines() if not line.startswith("ok ")] == []
    assert told.status == 0


def test_doctor_says_what_is_wrong_and_what_to_do(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> str:
        message = "no such table"
        raise RuntimeError(message)

    monkeypatch.setitem(doctor.CHECKS, "gazetteer", broken)
    told = run("doctor")
    assert told.status == 1
    assert "FAIL  gazetteer    RuntimeError: no such table" in told.out
    assert "Install Tocsin again" in told.err


def test_info_names_versions_and_no_folder(run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TOCSIN_DB", str(folder / "secret" / "my.db"))
    told = run("info", "--markdown")
    assert told.status == 0
    assert told.out.startswith("| what | value |\n|---|---|\n| tocsin | `")
    assert "| setting db | `my.db` |" in told.out
    assert "secret" not in told.out
    assert json.loads(run("info", "--json").out)["click"]
