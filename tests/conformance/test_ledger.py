"""The ledger's conformance suite, against a file and against memory."""
# ruff: noqa: D102 - fixtures named for what they give

from __future__ import annotations

import importlib.util
from itertools import count
from pathlib import Path

import pytest

from tocsin.ledger import open_ledger

# The suite lies beside this file; tests are no package, so it is loaded by path.
_spec = importlib.util.spec_from_file_location("conformance_ledger", Path(__file__).with_name("ledger.py"))
assert _spec is not None
assert _spec.loader is not None
_suite = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_suite)


class TestFile(_suite.LedgerConformance):
    """One SQLite file."""

    @pytest.fixture
    def ledger(self, tmp_path):
        with open_ledger(tmp_path / "a.db") as found:
            yield found

    @pytest.fixture
    def another_ledger(self, tmp_path):
        numbers = count()
        return lambda: open_ledger(tmp_path / f"other-{next(numbers)}.db")


class TestMemory(_suite.LedgerConformance):
    """SQLite in memory."""

    @pytest.fixture
    def ledger(self):
        with open_ledger(":memory:") as found:
            yield found

    @pytest.fixture
    def another_ledger(self):
        return lambda: open_ledger(":memory:")
