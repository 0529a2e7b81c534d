"""Counts of people and things: figure, noun phrase and offsets; what only looks like a count is left out."""

from __future__ import annotations

import pytest

from tocsin.extract.counts import find_counts, phrase_end


def gap(reason):
    return pytest.mark.xfail(strict=True, reason=f"known gap: {reason}")


UNIT = gap("words that begin like a unit of measure are not counted")


def counts(text, **more):
    return [(c.figure.low, c.figure.high, c.who(text)) for c in find_counts(text, **more)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Three soldiers were killed.", [(3, 3, "soldiers")]),
        ("At least 12 people died.", [(12, None, "people")]),
        ("Several US and Iraqi military personnel were hurt.", [(2, None, "US and Iraqi military personnel")]),
        ("Two members of the security forces died.", [(2, 2, "members of the security forces")]),
        pytest.param("Two American soldiers died.", [(2, 2, "American soldiers")]),
        pytest.param("Three bus drivers died.", [(3, 3, "bus drivers")], marks=UNIT),
        pytest.param("Four day labourers died.", [(4, 4, "day labourers")], marks=UNIT),
        ("One US contractor was killed.", [(1, 1, "US contractor")]),
        ("A soldier was killed.", [(1, 1, "soldier")]),
        ("Its driver was killed.", [(1, 1, "driver")]),
        ("The strike killed civilians.", [(2, None, "civilians")]),
        ("Five killed and nine wounded.", [(5, 5, ""), (9, 9, "")]),
        ("More than a dozen pupils were hurt.", [(13, None, "pupils")]),
        ("It killed three and wounded another.", [(3, 3, ""), (1, 1, "another")]),
    ],
)
def test_people_are_counted(text, wanted):
    assert counts(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "It happened 12 km from Sidon.",
        "It happened at 7:20 pm.",
        "A 122mm shell fell.",
        "In 1998 it was quiet.",
        "On May 12 it rained.",
        "It burned for 20 minutes.",
        "The F-16 turned.",
        "It cost $300.",
        "They won by 30 percent.",
        "Resolution 242 was read.",
        "The soldiers were tired.",
        "An attack was feared.",
    ],
)
def test_what_is_no_count_of_people_is_left_out(text):
    assert counts(text) == []


def test_things_are_counted_on_demand():
    assert counts("A rocket and six mortar shells fell.", things=True) == [(1, 1, "rocket"), (6, 6, "mortar shells")]
    assert counts("A soldier fell.", things=True) == []


def test_spans_hold_figure_and_noun():
    text = "On Friday at least 12 young men were killed."
    (count,) = find_counts(text)
    assert text[count.start : count.end] == "at least 12 young men"


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        (" soldiers were killed", " soldiers"),
        (" people in Sidon", " people"),
        (" members of the army died", " members of the army"),
        (" of the men died", " of the men"),
        (" US service members on Friday", " US service members"),
    ],
)
def test_a_noun_phrase_ends_before_verbs_and_places(text, phrase):
    assert text[: phrase_end(text, 0)[0]] == phrase


def test_between_and_is_one_count():
    assert counts("Between 10 and 15 militants were killed.") == [(10, 15, "militants")]
