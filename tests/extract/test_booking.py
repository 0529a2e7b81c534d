"""A stance gets its speaker and scope, and of several rows that say the same one is kept."""

from __future__ import annotations

import pytest

from tocsin.extract.booking import book_stance, drop_repeats
from tocsin.extract.responsibility import find_stances
from tocsin.extract.triggers import find_triggers


@pytest.fixture
def booked(document, country_of):
    """Give a function that books every stance of a text, sentence by sentence: stance, actor, speaker, scope."""

    def run(text, *, aside=False):
        read = document(text)
        rows = [
            book_stance(read, s.span.start, stance, aside=aside)
            for s in read.sentences
            for stance in find_stances(s.text, find_triggers(s.text), country_of)
        ]
        return [
            (r.value.stance, r.value.actor.text if r.value.actor else None, r.speaker.name if r.speaker else None,
             r.value.scope) for r in drop_repeats(rows)
        ]  # fmt: skip

    return run


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The Taliban claimed responsibility for the attack.", ("claims", "Taliban", "Taliban", "this_attack")),
        ("Police blamed the PKK for the attack.", ("accused", "PKK", "Police", "this_attack")),
        ("Police said the PKK attacked the post on Sunday night.", ("accused", "PKK", "Police", "this_attack")),
        ("The PKK said PKK men attacked the post on Sunday night.", ("claims", "PKK men", "PKK", "this_attack")),
        ("PKK fighters attacked the post on Sunday night.", ("stated_as_fact", "PKK fighters", None, "this_attack")),
        (
            "Israeli air strikes killed 22 people, according to the health ministry.",
            ("stated_as_fact", "Israeli", None, "this_attack"),
        ),
        ("Iran denied involvement in the attack.", ("denies", "Iran", "Iran", "this_attack")),
    ],
)  # fmt: skip
def test_a_stance_has_its_voice(text, row, booked):
    assert row in booked(text), booked(text)


def test_in_an_aside_blame_is_about_other_attacks_unless_it_points_here(booked):
    text = "Police blamed the PKK for shootings."
    assert [r[3] for r in booked(text, aside=True)] == ["earlier_attacks"]
    assert [r[3] for r in booked("Police blamed the PKK for the attack.", aside=True)] == ["this_attack"]


def test_a_stance_on_an_actor_replaces_the_plain_statement(booked):
    found = booked("The PKK claimed responsibility for the attack. PKK attacked the post.")
    assert [r[0] for r in found] == ["claims"]


def test_what_two_speakers_say_is_kept_twice(booked):
    found = booked("Police blamed the PKK for the attack. Ankara blamed the PKK for the attack.")
    assert [(r[0], r[2]) for r in found] == [("accused", "Police"), ("accused", "Ankara")]


def test_the_same_said_twice_is_kept_once(booked):
    text = "Police blamed the PKK for the attack."
    assert len(booked(f"{text} {text}")) == 1
