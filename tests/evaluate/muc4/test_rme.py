"""CEAF-RME pairs templates, then entities, and counts mentions (phi-3) or entities (phi-subset)."""

from __future__ import annotations

import pytest

from tocsin.evaluate.yardsticks.muc4.rme import Found, make_entities, score_phi3, score_subset


def attack(kind="attack", **roles):
    return make_entities(kind, roles)


KEY = attack(PerpOrg=[["Army of Liberation", "ELN"]], Victim=[["Ana Paz"], ["Eva Ruiz"]])


def test_phi3_counts_mentions_in_common():
    found = score_phi3([attack(PerpOrg=[["the ELN"]], Victim=[["Ana Paz"], ["Luis Soto"]])], [KEY])
    assert found == Found(2, 3, 2, 4)
    assert found.precision == pytest.approx(2 / 3)
    assert found.recall == pytest.approx(1 / 2)


def test_one_entity_of_the_key_is_named_once():
    split = attack(PerpOrg=[["ELN"], ["Army of Liberation"]])
    assert score_phi3([split], [KEY]).hit == 1
    assert score_subset([split], [KEY]) == Found(2, 2, 1, 3)


def test_a_wrong_type_or_role_names_nothing():
    assert score_phi3([attack("arson", Victim=[["Ana Paz"]])], [KEY]).hit == 0
    assert score_phi3([attack(PerpInd=[["Ana Paz"]])], [KEY]).hit == 0
    assert (
        score_phi3([attack("bombing", Victim=[["Ana Paz"]])], [attack("attack / bombing", Victim=[["Ana Paz"]])]).hit
        == 1
    )


def test_templates_are_paired_for_the_most_in_common():
    keys = [attack(Victim=[["Ana Paz"]]), attack(Victim=[["Ana Paz"], ["Eva Ruiz"]])]
    both = attack(Victim=[["Ana Paz"], ["Eva Ruiz"]])
    assert score_phi3([both, attack(Victim=[["Ana Paz"]])], keys).hit == 3


def test_nothing_predicted_scores_nothing():
    found = score_phi3([], [KEY]) + score_subset([], [])
    assert (found.precision, found.recall, found.f1) == (0.0, 0.0, 0.0)
