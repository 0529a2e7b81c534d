"""The attacks of one report are told apart, with role, status, and the stretches of text that are about each."""

from __future__ import annotations

import pytest

from tocsin.extract.episodes import find_episodes, find_status, read_dates
from tocsin.extract.triggers import find_triggers


def gap(reason):
    return pytest.mark.xfail(strict=True, reason=f"known gap: {reason}")


@pytest.fixture
def episodes(document):
    """Give a function that lists role and regions' words of each episode of a text."""

    def find(text, **known):
        read = document(text, **known)
        return [(e.role, " ".join(read.text[a:b] for a, b in e.regions)) for e in find_episodes(read, read_dates(read))]

    return find


def test_one_attack_is_one_episode_that_holds_the_whole_text(episodes):
    text = "A bomb killed two bakers in Sidon on Sunday. Police closed the street. Nobody was arrested."
    (only,) = episodes(text)
    assert only == ("main", text)


def test_a_dated_earlier_attack_is_background(episodes):
    main, earlier = episodes("A bomb wounded a guard in Sidon on Sunday.\n\nOn March 4, a bomb killed a judge in Tyre.")
    assert (main[0], earlier[0]) == ("main", "background")
    assert "judge" not in main[1]
    assert "guard" not in earlier[1]


def test_a_sentence_that_goes_on_about_an_earlier_attack_stays_with_it(episodes):
    _, earlier = episodes(
        "A bomb wounded a guard in Sidon on Sunday.\n\nOn March 4, a bomb killed a judge in Tyre. His driver survived."
    )
    assert "driver" in earlier[1]


@pytest.mark.parametrize(
    "opening", ["In a separate attack,", "Meanwhile,", "Elsewhere,", "Hours later,", "On the same day,"]
)
def test_words_of_parting_open_another_attack(opening, episodes):
    found = episodes(f"Rockets hit a bakery in Sidon on Sunday.\n\n{opening} gunmen opened fire on a bus in Tyre.")
    assert [role for role, _ in found] == ["main", "other"]
    assert "bus" not in found[0][1]


def test_an_earlier_attack_in_a_clause_is_cut_off(episodes):
    main, earlier = episodes("Jets bombed a camp near Tyre on Sunday, two days after rebels attacked a post in Sidon.")
    assert (main[0], earlier[0]) == ("main", "background")
    assert "Sidon" not in main[1]
    assert "Tyre" not in earlier[1]


def test_a_cause_is_not_an_earlier_attack(episodes):
    assert len(episodes("Two bakers were killed after a bomb exploded in Sidon on Sunday.")) == 1


def test_attacks_in_the_plural_are_an_aside_not_an_attack(document):
    read = document("A bomb killed two bakers in Sidon on Sunday. The army has blamed the rebels for various attacks.")
    (only,) = find_episodes(read, read_dates(read))
    assert [read.text[a:b] for a, b in only.asides] == ["The army has blamed the rebels for various attacks."]


def test_an_old_attack_is_background_even_alone(episodes):
    ((role, _),) = episodes("A bomb killed two bakers in Sidon on March 4, 2019.")
    assert role == "background"


def test_a_text_without_attacks_has_no_episodes(episodes):
    assert episodes("The baker opened his shop on Sunday and sold bread.") == []


def test_heads_captions_and_credits_open_nothing(episodes):
    text = "A bomb killed two bakers in Sidon.\n\nWho shelled Tyre?\n\nPolice closed the street.\n\nA raid. File photo"
    assert [role for role, _ in episodes(text)] == ["main"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rebels attacked the port.", "happened"),
        ("Air defences intercepted two missiles.", "foiled"),
        ("Police foiled an attack.", "foiled"),
        pytest.param("Police foiled a bomb attack.", "foiled", marks=gap("a named bomb weighs more than its defusal")),
        ("The rebels threatened to attack the port.", "threatened"),
        ("The rebels vowed an attack on the port.", "threatened"),
        ("The men planned an attack on the port.", "planned"),
        ("He attempted a stabbing attack.", "attempted"),
        ("Envoys fear an attack on the port.", "hypothetical"),
        ("The army said no such attack happened.", "denied"),
    ],
)
def test_the_status_comes_from_the_words_around(text, status):
    assert find_status(text, max(find_triggers(text), key=lambda t: t.weight)) == status


def test_dates_lean_on_the_last_day_spoken_of(document):
    read = document("A bomb went off on April 3, 2021. Police came the next day.")
    assert [str(d.when.start) for d in read_dates(read)] == ["2021-04-03", "2021-04-04"]


def test_the_first_attack_told_is_the_main_one(episodes):
    found = episodes(
        "Gunmen killed four policemen in Tyre on Sunday.\n\nIn a separate attack, a roadside bomb killed two men."
    )
    assert [role for role, _ in found] == ["main", "other"]


@gap("an old attack in a relative clause")
def test_an_old_attack_in_a_relative_clause_is_cut_off(episodes):
    found = episodes("A bomb wounded two men on Sunday in Omagh, where an attack in 1998 killed 29 people.")
    assert "29" not in found[0][1]
