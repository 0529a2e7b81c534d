"""WikiWars: spans and values of time expressions do not fall below what was measured."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def tool(repo_root: Path) -> ModuleType:
    """Load the measuring tool."""
    spec = importlib.util.spec_from_file_location("measure_wikiwars", repo_root / "tools" / "measure_wikiwars.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["measure_wikiwars"] = module
    spec.loader.exec_module(module)
    return module


def test_scores_count_spans_and_values_apart(tool: ModuleType) -> None:
    timex = tool.Timex
    gold = [timex(0, 4, "1942"), timex(10, 20, "1942-05"), timex(30, 40, None)]
    ours = [timex(0, 4, "1943"), timex(12, 20, "1942-05"), timex(50, 60, "1944")]
    counts = tool.score(gold, ours)
    assert counts == Counter(gold=3, ours=3, relaxed=2, strict=1, value=1)


@pytest.mark.shared
def test_keeps_the_measured_level(tool: ModuleType, shared_data: Path) -> None:
    total: Counter[str] = Counter()
    for path in sorted((shared_data / "wikiwars" / "keyinline").glob("*.xml")):
        text, gold = tool.read_gold(path)
        total += tool.score(gold, tool.read_times(text))
    f1 = {name: 2 * total[name] / (total["gold"] + total["ours"]) for name in ("relaxed", "strict", "value")}
    assert f1["relaxed"] >= 0.965
    assert f1["strict"] >= 0.90
    assert f1["value"] >= 0.855
