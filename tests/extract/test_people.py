"""Words for people: their group, age and sex, and whether they are the attackers."""

from __future__ import annotations

import pytest

from tocsin.extract.people import ends_in_person_noun, find_age_sex, find_group, is_person_noun, names_perpetrators


@pytest.mark.parametrize(
    ("who", "group"),
    [
        ("US civilian contractor", "contractor"),
        ("US service members", "military"),
        ("Iraqi personnel", "military"),
        ("border guards", "military"),
        ("traffic policemen", "police"),
        ("police officers", "police"),
        ("suspected militants", "militant"),
        ("Hezbollah fighters", "militant"),
        ("young women", "civilian"),
        ("bus passengers", "civilian"),
        ("aid workers", "aid_worker"),
        ("freelance journalists", "journalist"),
        ("provincial governor", "official"),
        ("people", "unknown"),
        ("members", "unknown"),
        ("others", "unknown"),
        ("", "unknown"),
    ],
)
def test_a_phrase_has_a_group(who, group):
    assert find_group(who) == group


@pytest.mark.parametrize(
    ("who", "told"),
    [
        ("three children", "children"), ("a schoolgirl", "children"), ("two women", "women"), ("elderly men", "men"),
        ("women and children", None), ("people", None), ("policemen", None),
    ],
)  # fmt: skip
def test_age_and_sex_are_told_or_not(who, told):
    assert find_age_sex(who) == told


@pytest.mark.parametrize(
    ("who", "attackers"), [("two attackers", True), ("the suicide bomber", True), ("militants", False), ("men", False)]
)
def test_attackers_are_known_by_their_noun(who, attackers):
    assert names_perpetrators(who) is attackers


def test_a_person_noun_is_found_anywhere_and_at_the_end():
    assert is_person_noun("soldiers of the army")
    assert ends_in_person_noun("soldiers of the army")
    assert ends_in_person_noun("Somali soldiers")
    assert not ends_in_person_noun("soldiers barracks")
    assert not is_person_noun("two houses")
