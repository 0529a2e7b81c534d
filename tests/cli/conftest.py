"""The command line over a reader that needs no language data: fast, and only about the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tocsin import testing as make
from tocsin.cli import main
from tocsin.config import PREFIX, setting_names
from tocsin.model.kinds.event_type import EventType
from tocsin.model.reading import Reading
from tocsin.model.report import Report


@dataclass(frozen=True)
class Outcome:
    """Hold what a run gave."""

    status: int
    out: str
    err: str


class FakeReader:
    """Find one attack wherever a text says "Rockets", and break on purpose where it says "#crash" or "#interrupt"."""

    maker = "tocsin pipeline/fake.v1"

    def read(self, report: Report) -> Reading:
        """Read a report."""
        if "#crash" in report.text:
            message = "broken on purpose"
            raise ValueError(message)
        if "#interrupt" in report.text:
            raise KeyboardInterrupt
        if "Rockets" not in report.text:
            return make.reading(report, maker=self.maker)
        about = make.mention(report, "Rockets")
        facts = make.tell(report, about, (EventType("Shelling/artillery/missile attack"), "Rockets"))
        return make.reading(report, [about], facts, maker=self.maker)


@pytest.fixture
def fake_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the fake in the reader's place."""
    monkeypatch.setattr("tocsin.pipeline.load", lambda *_, **__: FakeReader())


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, without anybody's settings."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "nobody"))
    for name in setting_names():
        monkeypatch.delenv(f"{PREFIX}{name.upper()}", raising=False)
    return tmp_path


@pytest.fixture
def run(folder: Path, capfd: pytest.CaptureFixture[str]) -> Callable[..., Outcome]:
    """Run a command line and give status, standard output and standard error."""
    del folder

    def run_it(*args: str) -> Outcome:
        capfd.readouterr()
        status = main(args)
        told = capfd.readouterr()
        return Outcome(status, told.out, told.err)

    return run_it
