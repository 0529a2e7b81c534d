"""Weapons are named, munitions counted, and what became of them read from their own clause."""

from __future__ import annotations

import pytest

from tocsin.extract.weapons import find_munitions, find_weapons


def gap(reason):
    return pytest.mark.xfail(strict=True, reason=f"known gap: {reason}")


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Katyusha rockets hit it", "rocket", "Katyusha rockets"),
        ("Two ballistic missiles fell", "missile", "ballistic missiles"),
        ("Mortar shells fell", "mortar", "Mortar shells"),
        ("Artillery fire went on", "artillery", "Artillery fire"),
        ("A Shahed drone fell", "drone", "Shahed drone"),
        ("An air strike", "aircraft", "air strike"),
        ("A roadside bomb", "ied", "roadside bomb"),
        ("A car bomb", "car_bomb", "car bomb"),
        ("An explosives-laden truck", "car_bomb", "explosives-laden truck"),
        ("A suicide vest", "suicide_vest", "suicide vest"),
        ("A landmine", "mine", "landmine"),
        ("A hand grenade", "grenade", "hand grenade"),
        ("He was stabbed", "knife", "stabbed"),
        ("He was shot dead", "firearm", "shot dead"),
        ("They opened fire", "firearm", "opened fire"),
        ("They torched a school", "fire", "torched"),
        ("Sarin was used", "chemical", "Sarin"),
        ("A parcel bomb", "bomb", "parcel bomb"),
        ("A car-ramming", "vehicle", "car-ramming"),
    ],
)
def test_a_weapon_is_named_as_worded(text, kind, words):
    found = find_weapons(text)
    assert (found[0].weapon.weapon, found[0].weapon.text) == (kind, words)
    assert text[found[0].start : found[0].end] == words


@pytest.mark.parametrize(
    "text",
    ["Air defence was ready", "The missile defence was ready", "A bomb squad came", "A bombshell ruling", "It shone"],
)
def test_look_alikes_are_no_weapons(text):
    assert find_weapons(text) == []


def fates(text):
    return [(m.munition.figure.low, m.munition.figure.high, m.munition.fate) for m in find_munitions(text)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Five rockets hit the base.", [(5, 5, "fired")]),
        ("As many as 30 rockets were fired.", [(None, 30, "fired")]),
        ("More than a dozen rockets hit the base.", [(13, None, "fired")]),
        ("Several mortar shells fell on the port.", [(2, None, "fired")]),
        ("Four more rockets were found in their tubes.", [(4, 4, "unfired")]),
        ("Three rockets failed to launch.", [(3, 3, "unfired")]),
        ("Air defences shot down 17 drones.", [(17, 17, "intercepted")]),
        ("Nine missiles were intercepted.", [(9, 9, "intercepted")]),
        ("Two rockets fell short.", [(2, 2, "fell_short")]),
        ("Russia launched 40 drones, of which 31 were shot down.", [(40, 40, "fired")]),
        ("Ten rockets hit the base and three missed it.", [(10, 10, "fired")]),
        ("A missile was fired at the port.", [(1, 1, "fired")]),
        ("Two rockets and six mortar shells were fired.", [(2, 2, "fired"), (6, 6, "fired")]),
    ],
)
def test_munitions_are_counted_with_their_fate(text, wanted):
    assert fates(text)[: len(wanted)] == wanted


@pytest.mark.parametrize(
    "text",
    ["Five rocket attacks were counted.", "Two soldiers were killed.", "Six rocket launchers were seen.", "It rained."],
)
def test_what_is_not_ammunition_is_not_counted(text):
    assert fates(text) == []
