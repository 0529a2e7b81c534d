"""A floor rises by itself, falls only with a reason, and is tied to its data."""

from __future__ import annotations

import pytest

from tocsin.errors import DataError, UsageError
from tocsin.evaluate.floors import check_floors, load_floors, save_floors, set_floors

DAY = "2026-01-02"


@pytest.fixture
def floors():
    return set_floors({}, "gold/dev", "abc", {"type": 0.8, "date": 0.91236}, today=DAY)[0]


def test_scores_at_their_floor_or_a_rounding_below_it_hold(floors):
    assert floors["gold/dev"]["floors"] == {"date": 0.9124, "type": 0.8}
    assert check_floors(floors, "gold/dev", "abc", {"type": 0.7995, "date": 0.9124}) == []


def test_a_score_below_its_floor_is_named_with_the_next_step(floors):
    (problem,) = check_floors(floors, "gold/dev", "abc", {"type": 0.7994, "date": 0.95})
    assert problem.startswith("type: 0.7994 is below its floor 0.8000")
    assert "--errors" in problem


def test_a_field_no_longer_measured_is_a_problem(floors):
    assert check_floors(floors, "gold/dev", "abc", {"type": 0.9}) == ["date: not measured, floor 0.9124"]


def test_other_data_and_an_unknown_yardstick_never_pass(floors):
    assert "the data of gold/dev changed" in check_floors(floors, "gold/dev", "xyz", {"type": 1, "date": 1})[0]
    assert "no floors for gvdb" in check_floors(floors, "gvdb", "abc", {})[0]


def test_without_a_reason_floors_only_rise(floors):
    after, kept = set_floors(floors, "gold/dev", "abc", {"type": 0.85, "date": 0.5}, today=DAY)
    assert after["gold/dev"]["floors"] == {"type": 0.85, "date": 0.9124}
    assert kept == ["date"]
    assert after["gold/dev"]["history"][-1]["changed"] == {"type": [0.8, 0.85]}


def test_with_a_reason_they_fall_and_the_reason_is_kept(floors):
    after, kept = set_floors(floors, "gold/dev", "abc", {"type": 0.8, "date": 0.5}, today=DAY, why="stricter dates")
    assert after["gold/dev"]["floors"]["date"] == 0.5
    assert kept == []
    last = after["gold/dev"]["history"][-1]
    assert last == {"why": "stricter dates", "date": DAY, "changed": {"date": [0.9124, 0.5]}}


def test_new_data_needs_a_reason_and_starts_anew(floors):
    with pytest.raises(UsageError, match="E281"):
        set_floors(floors, "gold/dev", "xyz", {"type": 0.9}, today=DAY)
    after, _ = set_floors(floors, "gold/dev", "xyz", {"type": 0.1}, today=DAY, why="fifty more reports")
    assert after["gold/dev"]["floors"] == {"type": 0.1}
    assert after["gold/dev"]["gold_sha256"] == "xyz"
    assert len(after["gold/dev"]["history"]) == 2


def test_nothing_changed_leaves_no_trace(floors):
    after, _ = set_floors(floors, "gold/dev", "abc", {"type": 0.8, "date": 0.9124}, today=DAY)
    assert after == floors


def test_floors_survive_the_file_and_a_broken_file_is_refused(tmp_path, floors):
    path = tmp_path / "evaluation" / "floors.json"
    assert load_floors(path) == {}
    save_floors(path, floors)
    assert load_floors(path) == floors
    path.write_text('{"gold/dev": {"floors": {}}}', encoding="utf-8")
    with pytest.raises(DataError, match="E583"):
        load_floors(path)
