"""``import tocsin`` costs nothing; ``load``, ``open`` and ``__version__`` are there when they are asked for."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

import tocsin


def test_load_makes_a_reader() -> None:
    assert tocsin.load().maker.startswith("tocsin ")


def test_open_opens_a_ledger(tmp_path: Path) -> None:
    ledger = tocsin.open(tmp_path / "x.db")
    assert ledger.count() == 0
    ledger.close()


def test_the_version_is_the_packages() -> None:
    assert tocsin.__version__[0].isdigit()


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lode'"):
        _ = tocsin.lode  # type: ignore[attr-defined]


def test_importing_takes_less_than_fifteen_hundredths_of_a_second() -> None:
    # Best of three beside an empty program: the machine's own noise is not what is measured.
    def seconds(code: str) -> float:
        times = []
        for _ in range(3):
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code], check=True)
            times.append(time.perf_counter() - start)
        return min(times)

    assert seconds("import tocsin") - seconds("pass") < 0.15
