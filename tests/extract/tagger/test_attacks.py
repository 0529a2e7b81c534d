"""Grouping pieces into attacks."""

from tocsin.extract.tagger.attacks import find_attacks
from tocsin.extract.tagger.tag import Piece, Tagged


def trigger(start, role="main", kind="Attack", confidence=0.9):
    odds = {"role": {role: 0.8}, "type": {kind: 0.8}, "status": {"happened": 1.0}}
    classes = {"role": role, "type": kind, "status": "happened"}
    return Piece("trigger", start, start + 6, confidence, classes, {**odds, "role": {"main": 0.8, role: 0.8}})


def toll(start):
    return Piece("casualty", start, start + 4, 0.9, {"outcome": "killed", "group": "unknown", "superseded": "no"})


def test_a_toll_goes_to_the_likeliest_attack_only():
    tagged = Tagged(
        1.0,
        (trigger(0), trigger(100, "background"), toll(20)),
        {"casualty": {(2, 0): 0.9, (2, 1): 0.7}},
    )
    first, second = find_attacks(tagged)
    assert first.items == {"casualty": [(2, 0.9)]}
    assert second.items == {}


def test_a_date_may_belong_to_several_attacks():
    when = Piece("when", 40, 46, 0.9)
    tagged = Tagged(1.0, (trigger(0), trigger(100, "other"), when), {"when": {(2, 0): 0.9, (2, 1): 0.7}})
    assert [a.items for a in find_attacks(tagged)] == [{"when": [(2, 0.9)]}, {"when": [(2, 0.7)]}]


def test_two_main_triggers_of_one_type_are_one_attack():
    tagged = Tagged(1.0, (trigger(0), trigger(60, confidence=0.99), toll(20)), {"casualty": {(2, 0): 0.9, (2, 1): 0.1}})
    (attack,) = find_attacks(tagged)
    assert attack.trigger.start == 60
    assert attack.items["casualty"] == [(2, 0.9)]


def test_a_faint_trigger_opens_no_attack():
    assert find_attacks(Tagged(1.0, (trigger(0, confidence=0.3),), {})) == []


def test_a_piece_tied_to_nothing_is_left_out():
    tagged = Tagged(1.0, (trigger(0), toll(20)), {"casualty": {(1, 0): 0.05}})
    (attack,) = find_attacks(tagged)
    assert attack.items == {}
