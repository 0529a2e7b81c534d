"""The examples in the documentation of the yardstick hold."""

from __future__ import annotations

import doctest
import importlib

import pytest

MODULES = (
    "template",
    "wording",
    "values",
    "dates",
    "places",
    "score",
    "rme",
    "people",
    "things",
    "perpetrators",
    "fill",
)


@pytest.mark.parametrize("name", [*MODULES, "corpus"])
def test_examples(name):
    module = importlib.import_module(f"tocsin.evaluate.yardsticks.muc4.{name}")
    result = doctest.testmod(module)
    assert result.attempted
    assert result.failed == 0
