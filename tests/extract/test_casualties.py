"""People are tied to what became of them, totals to their parts, older figures to their successors."""

from __future__ import annotations

import pytest

from tocsin.extract.casualties import find_casualties, find_nationality


def gap(reason):
    return pytest.mark.xfail(strict=True, reason=f"known gap: {reason}")


TRADE = gap("a victim whose trade is not in the table")
TITLED = gap("a victim with title and name")
RANGE = gap("two ends of a range with words between them")
RAISED = gap("the new toll after the old one, and the deaths that raised it")
PART = gap("a part in an apposition, or behind a place and a day")


def tolls(text, country_of=None):
    """Give outcome, low and high of every toll, in text order."""
    return [(f.toll.outcome, f.toll.figure.low, f.toll.figure.high) for f in find_casualties(text, country_of)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The blast killed three people.", [("killed", 3, 3)]),
        ("Three people were killed.", [("killed", 3, 3)]),
        ("Three people died in the blast.", [("killed", 3, 3)]),
        ("The blast left three people dead.", [("killed", 3, 3)]),
        ("Three people have been confirmed dead.", [("killed", 3, 3)]),
        ("The blast killed three people and wounded nine.", [("killed", 3, 3), ("wounded", 9, 9)]),
        ("Three people were killed and nine wounded.", [("killed", 3, 3), ("wounded", 9, 9)]),
        ("Three people were killed and nine others injured.", [("killed", 3, 3), ("wounded", 9, 9)]),
        ("Three dead, nine hurt in blast.", [("killed", 3, 3), ("wounded", 9, 9)]),
        ("A blast, killing three and injuring several.", [("killed", 3, 3), ("wounded", 2, None)]),
        ("One contractor was killed and several soldiers were wounded.", [("killed", 1, 1), ("wounded", 2, None)]),
        ("It killed five soldiers and two civilians.", [("killed", 5, 5), ("killed", 2, 2)]),
        ("Gunmen abducted 27 pupils.", [("abducted", 27, 27)]),
        ("Police arrested four men.", [("arrested", 4, 4)]),
        ("Six sailors are missing.", [("missing", 6, 6)]),
        ("The attack claimed the lives of 14 people.", [("killed", 14, 14)]),
        ("The death toll reached 40.", [("killed", 40, 40)]),
        ("Nine people sustained injuries.", [("wounded", 9, 9)]),
        ("Sixteen deaths were recorded.", [("killed", 16, 16)]),
        ("It killed the governor.", [("killed", 1, 1)]),
        ("Ali Reza was shot dead.", [("killed", 1, 1)]),
        ("A teacher and two guards were killed.", [("killed", 1, 1), ("killed", 2, 2)]),
        pytest.param("Mayor Ali Reza was shot dead.", [("killed", 1, 1)]),
        pytest.param("The shells hit a house, killing a clerk.", [("killed", 1, 1)]),
        pytest.param("A baker was wounded.", [("wounded", 1, 1)]),
        pytest.param("Between 10 and 15 rebels were killed.", [("killed", 10, 15)]),
        pytest.param("The death toll rose to 15 after three men died of burns.", [("killed", 15, 15)], marks=RAISED),
        ("Twenty people were hurt, three of them badly.", [("wounded", 20, 20), ("wounded", 3, 3)]),
    ],
)  # fmt: skip
def test_tolls_are_found(text, wanted):
    assert tolls(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "No one was killed.",
        "Nobody was hurt.",
        "Three rockets were fired.",
        "Two houses were destroyed.",
        "Five attacks killed the mood.",
        "The army did not say how many were killed.",
        "The rebels escaped without being hurt.",
        "It killed the hope of peace.",
    ],
)
def test_no_toll_is_made_up(text):
    assert tolls(text) == []


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("It killed 12 people, including three children.", 3, 12),
        ("Twelve people were killed, including three children.", 3, 12),
        ("Twelve people, including three children, were killed.", 3, 12),
        pytest.param("It killed 12 people, three of them children.", 3, 12),
        pytest.param("It killed nine men on a bus on Friday, among them two guards.", 2, 9, marks=PART),
    ],
)  # fmt: skip
def test_a_part_points_at_its_total(text, part, whole):
    found = find_casualties(text)
    parts = [f for f in found if f.whole is not None]
    assert [(f.toll.figure.low, found[f.whole].toll.figure.low) for f in parts] == [(part, whole)]


@pytest.mark.parametrize(
    "text", ["Twenty people were killed or wounded.", "It killed or wounded 20 people.", "There were 20 casualties."]
)
def test_dead_and_wounded_in_one_figure_are_not_parted(text):
    assert all((low, high) == (None, None) for _, low, high in tolls(text))


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        ("The death toll rose to 15, up from 12.", {15}, set()),
        pytest.param("The death toll climbed from 12 to 15.", {15}, set(), marks=RAISED),
        ("At first eight people were reported killed.", set(), {8}),
    ],
)
def test_older_figures_are_marked(text, new, old):
    found = [f.toll for f in find_casualties(text)]
    assert {t.figure.low for t in found if not t.superseded} == new
    assert {t.figure.low for t in found if t.superseded} >= old


def test_others_take_the_group_of_those_before_them():
    found = find_casualties("Two soldiers were killed and three others were wounded.")
    assert [f.toll.group for f in found] == ["military", "military"]


def test_attackers_are_marked():
    found = find_casualties("Two attackers were killed and three guards wounded.")
    assert [f.toll.includes_perpetrators for f in found] == [True, None]


def test_nationality_comes_from_demonyms(country_of):
    assert find_nationality("US and Iraqi personnel", country_of) == ("US", "IQ")
    assert find_nationality("South Sudanese soldiers", country_of) == ("SS",)
    assert find_nationality("young soldiers", country_of) == ()
    assert find_nationality("US soldiers", None) == ()


def test_words_slice():
    text = "On Friday three soldiers were killed."
    (found,) = find_casualties(text)
    assert text[found.start : found.end] == "three soldiers"
    assert found.toll.who == "soldiers"
