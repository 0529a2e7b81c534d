"""Parts are found by name and version, loaded on first use; other packages add theirs and shadow none."""

from __future__ import annotations

import json
from importlib.metadata import EntryPoint
from typing import Any

import pytest

from tocsin import registry
from tocsin.errors import DataError, NotFoundError


def offer(monkeypatch: pytest.MonkeyPatch, *points: tuple[str, str]) -> None:
    """Pretend that other packages offer parts."""
    found = [EntryPoint(name, path, registry.GROUP) for name, path in points]
    monkeypatch.setattr(registry, "entry_points", lambda *, group: found if group == registry.GROUP else [])


@pytest.mark.parametrize("name", sorted(registry.PARTS))
def test_every_part_in_the_table_loads(name: str) -> None:
    assert callable(registry.load_part(name))


def test_an_unknown_part_is_refused_with_the_nearest_name() -> None:
    with pytest.raises(NotFoundError, match=r"E401.*Did you mean 'report-json\.v1'"):
        registry.load_part("report-jsn.v1")


def test_other_packages_add_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, ("reading.mine.v1", "json:loads"))
    loaded: Any = registry.load_part("reading.mine.v1")
    assert loaded is json.loads
    assert "reading.mine.v1" in registry.part_names()


@pytest.mark.parametrize("name", ["report-json.v1", "mine", "Mine.v1", "mine.v0"])
def test_a_name_that_is_taken_or_malformed_is_refused(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    offer(monkeypatch, (name, "json:loads"))
    with pytest.raises(DataError, match="E511"):
        registry.part_names()


def test_a_part_that_cannot_be_imported_says_where_it_should_be(monkeypatch: pytest.MonkeyPatch) -> None:
    offer(monkeypatch, ("reading.gone.v1", "no_such_package:read"))
    with pytest.raises(DataError, match=r"E510 \[no_such_package:read\]"):
        registry.load_part("reading.gone.v1")
