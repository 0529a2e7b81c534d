"""What was attacked and what was damaged, with its kind."""

from __future__ import annotations

import pytest

from tocsin.extract.targets import classify_target, find_damage, find_targets


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Rockets hit an air base near Kirkuk.", "military", "air base"),
        ("An attack on a police station in Sidon.", "police", "police station"),
        ("Shells hit a hospital.", "medical", "hospital"),
        ("Gunmen stormed a mosque.", "religious", "mosque"),
        ("A bomb exploded outside a school.", "education", "school"),
        ("A drone struck the oil refinery of Haifa.", "infrastructure", "oil refinery"),
        ("The embassy was hit by rockets.", "diplomatic", "embassy"),
        ("A market was bombed.", "business", "market"),
        ("The strike targeted an aid convoy.", "aid", "aid convoy"),
        ("Gunmen ambushed a bus.", "transport", "bus"),
        ("Missiles hit a residential building.", "civilians", "residential building"),
        ("Warplanes bombed militant hideouts.", "armed_group", "hideouts"),
    ],
)
def test_a_target_is_found_with_its_kind(text, kind, words):
    found = find_targets(text)
    assert found, text
    assert found[0].target.target == kind
    assert words in found[0].target.text
    assert text[found[0].start : found[0].end] == found[0].target.text


@pytest.mark.parametrize("text", ["The army said so.", "It rained on the school.", "An attack was feared."])
def test_no_target_is_made_up(text):
    assert find_targets(text) == []


def test_two_joined_targets_are_two():
    assert [f.target.target for f in find_targets("Drones hit a power station and two ports.")] == [
        "infrastructure"
    ] * 2


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("a convoy of aid trucks", "transport"),
        ("Iraqi military base hosting US troops", "military"),
        ("a bus carrying soldiers", "transport"),
        ("the sky", None),
    ],
)
def test_the_head_of_a_phrase_decides(words, kind):
    assert classify_target(words) == kind


@pytest.mark.parametrize(
    ("text", "words", "effect"),
    [
        ("Two houses were destroyed.", "houses", "destroyed"),
        ("The blast damaged a church.", "church", "some_damage"),
        ("A warehouse caught fire.", "warehouse", "some_damage"),
        ("The strike levelled a school.", "school", "destroyed"),
        ("Rockets hit an ammunition depot, which led to further explosions.", "ammunition depot", "some_damage"),
    ],
)
def test_damage_is_found_with_its_degree(text, words, effect):
    found = find_damage(text)
    assert found, text
    assert words in found[0].damage.text
    assert found[0].damage.effect == effect
    assert text[found[0].start : found[0].end] == found[0].damage.text


@pytest.mark.parametrize("text", ["Hopes were damaged.", "Nothing happened."])
def test_no_damage_is_made_up(text):
    assert find_damage(text) == []
