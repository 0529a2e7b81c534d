"""Every row of the table of attack words fires on its words, with its type, and look-alikes fire nothing."""

from __future__ import annotations

import pytest

from tocsin.extract.triggers import find_triggers

GAP = pytest.mark.xfail(strict=True, reason="known gap: a named bomb weighs more than its defusal")


@pytest.mark.parametrize(
    ("text", "acled"),
    [
        ("Air defences intercepted two drones", "Disrupted weapons use"),
        ("Police defused a bomb", "Disrupted weapons use"),
        pytest.param("Police defused a roadside bomb", "Disrupted weapons use", marks=GAP),
        ("A suicide bomber struck", "Suicide bomb"),
        ("He blew himself up", "Suicide bomb"),
        ("A drone strike on a car", "Air/drone strike"),
        ("Warplanes bombed the hills", "Air/drone strike"),
        ("An air strike on a car", "Air/drone strike"),
        ("They launched 40 drones", "Air/drone strike"),
        ("Russian strikes on the city", "Air/drone strike"),
        ("A rocket attack on a base", "Shelling/artillery/missile attack"),
        ("Five rockets hit a base", "Shelling/artillery/missile attack"),
        ("The army shelled the town", "Shelling/artillery/missile attack"),
        ("They fired a ballistic missile", "Shelling/artillery/missile attack"),
        ("Mortars were fired at the port", "Shelling/artillery/missile attack"),
        ("A man threw a hand grenade", "Grenade"),
        ("A chlorine attack on the town", "Chemical weapon"),
        ("A car bomb went off", "Remote explosive/landmine/IED"),
        ("A landmine killed a goat", "Remote explosive/landmine/IED"),
        ("A bomb exploded", "Remote explosive/landmine/IED"),
        ("A blast shook the town", "Remote explosive/landmine/IED"),
        ("Gunmen kidnapped two nuns", "Abduction/forced disappearance"),
        ("Soldiers raped villagers", "Sexual violence"),
        ("A mob lynched a man", "Mob violence"),
        ("A mass shooting in a school", "Attack"),
        ("Gunmen opened fire on a bus", "Attack"),
        ("A knife attack in a park", "Attack"),
        ("The mayor was assassinated", "Attack"),
        ("Gunmen attacked a village", "Attack"),
        ("Clashes broke out", "Armed clash"),
        ("Rebels ambushed a patrol", "Armed clash"),
        ("Rebels captured the town", "Non-state actor overtakes territory"),
        ("They set fire to a church", "Looting/property destruction"),
        ("He was shot", "Attack"),
        pytest.param("A shell killed a woman", "Shelling/artillery/missile attack"),
        pytest.param("A grenade wounded a nurse", "Grenade"),
        ("Fighting went on", "Armed clash"),
    ],
)
def test_words_of_attack_have_a_type(text, acled):
    found = find_triggers(text)
    assert found, text
    assert max(found, key=lambda t: t.weight).acled == acled


@pytest.mark.parametrize(
    "text",
    [
        "He died of a heart attack",
        "Teachers went on strike",
        "A hunger strike in prison",
        "Lightning struck a barn",
        "Hackers launched a cyber attack",
        "The two sides struck a deal",
        "A box office bomb",
        "Air defence drills went on",
        "The team captured the imagination",
        "A gas explosion in a kitchen",
        "He is fighting corruption",
        "A war of words",
        "A battle against cancer",
        "The sun shone",
        "",
    ],
)
def test_look_alikes_fire_nothing(text):
    assert find_triggers(text) == []


def test_named_tactics_weigh_more_than_bare_words():
    weights = [
        max(t.weight for t in find_triggers(x)) for x in ("A rocket attack", "An attack", "A blast", "He was shot")
    ]
    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == 4


def test_offsets_slice():
    text = "On Friday a rocket attack and an ambush killed two."
    assert all(text[t.start : t.end] == t.text for t in find_triggers(text))
    assert [t.text for t in find_triggers(text)][:2] == ["rocket attack", "ambush"]


@pytest.mark.parametrize("weapon", ["grenade", "shell", "rocket", "missile"])
def test_a_weapon_that_kills_is_a_strong_word(weapon):
    assert max(t.weight for t in find_triggers(f"A {weapon} killed two bakers")) >= 0.6
