"""The examples in the docstrings of the package are run."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import tocsin

SKIP = {"tocsin.__main__"}  # importing it starts the command line
MODULES = sorted({"tocsin", *(m.name for m in pkgutil.walk_packages(tocsin.__path__, "tocsin."))} - SKIP)


@pytest.mark.parametrize("name", MODULES)
def test_examples_hold(name):
    module = importlib.import_module(name)
    failed, _ = doctest.testmod(module, optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE)
    assert failed == 0
