"""The type of an attack is decided from its words, and from the dead on both sides."""

from __future__ import annotations

import pytest

from tocsin.extract.episodes import find_episodes, read_dates
from tocsin.extract.typing import decide_type
from tocsin.model.kinds.casualties import Toll
from tocsin.model.kinds.figure import Figure
from tocsin.model.kinds.responsibility import Actor, Responsibility


@pytest.fixture
def decide(document):
    def run(text, tolls=(), stances=()):
        read = document(text)
        (first, *_) = find_episodes(read, read_dates(read))
        return decide_type(read, first, list(tolls), list(stances))

    return run


def dead(group, count=2):
    return Toll("killed", Figure(count, count), group=group)


@pytest.mark.parametrize(
    ("text", "acled"),
    [
        ("The attack killed two. It was a suicide bombing.", "Suicide bomb"),
        ("An attack on the base on Sunday. Five rockets hit the base.", "Shelling/artillery/missile attack"),
        ("A blast hit the market. It was an air strike.", "Air/drone strike"),
        ("Gunmen opened fire on a bus.", "Attack"),
        ("A blast shook the town.", "Remote explosive/landmine/IED"),
        ("Rebels and troops clashed in the hills.", "Armed clash"),
    ],
)
def test_named_tactics_beat_bare_words(text, acled, decide):
    assert decide(text)[0].acled == acled


def test_dead_on_both_sides_make_a_clash(decide):
    text = "Gunmen attacked a post on Sunday."
    assert decide(text, [dead("military")])[0].acled == "Attack"
    assert decide(text, [dead("military"), dead("militant")])[0].acled == "Armed clash"


def test_an_ambush_without_a_fight_is_an_attack(decide):
    assert decide("Rebels ambushed a patrol.", [dead("military")])[0].acled == "Attack"
    assert decide("Rebels ambushed a patrol, and troops returned fire.", [dead("military")])[0].acled == "Armed clash"


def test_an_interception_that_kills_is_a_strike(decide):
    text = "Air defences intercepted a drone over a drone attack on the port."
    assert decide(text)[0].acled == "Disrupted weapons use"
    assert decide(text, [dead("civilian")])[0].acled == "Air/drone strike"


def test_ground_taken_by_a_state_is_regained(decide):
    text = "The army captured the town of Sirte."
    state = Responsibility(Actor("army", kind="state forces"), "stated_as_fact")
    assert decide(text)[0].acled == "Non-state actor overtakes territory"
    assert decide(text, stances=[state])[0].acled == "Government regains territory"


def test_confidence_is_a_share(decide):
    sure, torn = decide("A rocket attack hit the base.")[1], decide("A blast, a clash and an attack were reported.")[1]
    assert 0 < torn < sure < 1


def test_weapons_beside_a_bare_word_name_the_tactic(document):
    doc = document("At least five people were killed in an overnight attack on Lviv.")
    [episode] = find_episodes(doc, read_dates(doc))
    assert decide_type(doc, episode, [], [])[0].acled == "Attack"
    assert decide_type(doc, episode, [], [], {"missile", "drone"})[0].acled == "Air/drone strike"
    assert decide_type(doc, episode, [], [], {"rocket"})[0].acled == "Shelling/artillery/missile attack"
