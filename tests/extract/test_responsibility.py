"""Stances on who did it: the right stance, the right actor, the right scope, and none out of thin air."""

from __future__ import annotations

import pytest

from tocsin.extract.responsibility import find_scope, find_stances, is_official
from tocsin.extract.triggers import find_triggers


def gap(reason):
    return pytest.mark.xfail(strict=True, reason=f"known gap: {reason}")


HABIT = gap("an adverb of habit before the verb")
ACQUITTED = gap("the acquitted as object")


@pytest.fixture
def stances(country_of):
    """Give a function that lists stance, actor and scope of a sentence."""

    def find(text):
        found = find_stances(text, find_triggers(text), country_of)
        assert all(0 <= f.start < f.end <= len(text) for f in found)
        return [(f.stance, f.actor.text if f.actor else None, f.scope) for f in found]

    return find


HERE, BEFORE, ALWAYS = "this_attack", "earlier_attacks", "in_general"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The Taliban claimed responsibility for the attack.", ("claims", "Taliban", HERE)),
        ("The attack was claimed by the Islamic State.", ("claims", "Islamic State", HERE)),
        ("The PKK said it carried out the bombing.", ("claims", "PKK", HERE)),
        ("No group has claimed responsibility.", ("unclaimed", None, HERE)),
        ("There was no immediate claim of responsibility.", ("unclaimed", None, HERE)),
        ("The attack remains unclaimed.", ("unclaimed", None, HERE)),
        ("The PKK has not claimed the attack.", ("unclaimed", "PKK", HERE)),
        ("Police blamed the PKK for the attack.", ("accused", "PKK", HERE)),
        ("The attack was blamed on the PKK.", ("accused", "PKK", HERE)),
        ("Kyiv accused Russia of shelling the town.", ("accused", "Russia", HERE)),
        ("The PKK is blamed for the attack.", ("accused", "PKK", HERE)),
        ("The US holds Iran responsible for the attack.", ("accused", "Iran", HERE)),
        ("Washington has blamed Shiite militias for previous attacks.", ("accused", "Shiite militias", BEFORE)),
        ("The US blamed Iran-backed militias for various attacks.", ("accused", "Iran-backed militias", BEFORE)),
        ("The US regularly accuses Iran of arming the rebels.", ("accused", "Iran", ALWAYS)),
        ("Suspected PKK rebels attacked a post.", ("suspected", "PKK rebels", HERE)),
        ("Iran denied involvement in the attack.", ("denies", "Iran", HERE)),
        ("Hamas denied that it had fired the rockets.", ("denies", "Hamas", HERE)),
        ("The coalition has not blamed any group for the attack.", ("not_blamed", None, HERE)),
        ("Officials did not say who was behind the attack.", ("not_blamed", None, HERE)),
        ("Gunmen opened fire on a bus.", ("stated_as_fact", "Gunmen", HERE)),
        ("Israeli air strikes killed ten people.", ("stated_as_fact", "Israeli", HERE)),
        ("A bus was attacked by Al-Shabaab fighters.", ("stated_as_fact", "Al-Shabaab fighters", HERE)),
        ("Russia fired 40 missiles at the port.", ("stated_as_fact", "Russia", HERE)),
        pytest.param("Kabul often accuses Iran of shelling it.", ("accused", "Iran", ALWAYS)),
        pytest.param("Police ruled out the involvement of the PKK.", ("acquitted", "PKK", HERE)),
    ],
)  # fmt: skip
def test_a_stance_is_found(text, wanted, stances):
    assert wanted in stances(text), stances(text)


@pytest.mark.parametrize(
    "text",
    [
        "Iraq rocket attack kills two.",
        "Rockets hit an Iraqi military base.",
        "A rocket attack on the Iraqi army base left two soldiers dead.",
        "A bomb killed two Turkish soldiers.",
        "US and Iraqi personnel were wounded in a rocket attack.",
        "The attack took place on Friday.",
        "Iran is caught in the middle of the conflict.",
        "The attack claimed the lives of two soldiers.",
        "Iraqi forces are leading the investigation of the attack.",
        "The US condemned the attack.",
        "Two insurgents were killed in the attack.",
        "The attack happened at a base that is used by the Iraqi army.",
    ],
)
def test_no_attacker_is_made_up(text, stances):
    assert stances(text) == []


def test_none_blamed_is_no_accusation(stances):
    found = stances("Though none of the militias in the region has been blamed for the attack, rockets keep falling.")
    assert [stance for stance, _, _ in found] == ["not_blamed"]


def test_denied_claims_do_not_count_twice(stances):
    assert [s for s, _, _ in stances("No one has claimed responsibility for the attack.")] == ["unclaimed"]


def test_both_sides_of_a_clash_act(stances):
    found = stances("Clashes between the Iraqi army and PKK rebels killed four.")
    assert {actor for _, actor, _ in found} == {"Iraqi army", "PKK rebels"}


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("blamed them for the attack", HERE),
        ("blamed them for similar attacks in the past", BEFORE),
        ("blamed them for a series of attacks", BEFORE),
        ("has previously blamed them", BEFORE),
        ("often blames them", ALWAYS),
    ],
)
def test_the_words_around_give_the_scope(text, scope):
    assert find_scope(text) == scope


def test_office_is_told_of_speakers_alone():
    assert is_official("police") is True
    assert is_official("eyewitness") is False
    assert is_official(None) is None
