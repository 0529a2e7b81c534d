"""The examples in the docstrings of the package are run."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import tocsin

# Importing the first starts the command line; the others are scripts that only the migration tool can run.
SCRIPTS = ("tocsin.__main__", "tocsin.ledger.migrations.")
FOUND = {m.name for m in pkgutil.walk_packages(tocsin.__path__, "tocsin.")}
MODULES = sorted({"tocsin", *(name for name in FOUND if not name.startswith(SCRIPTS))})


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name):
    module = importlib.import_module(name)
    failed, _ = doctest.testmod(module, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    assert failed == 0
