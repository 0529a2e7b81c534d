"""Finding the wordings of places in a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tocsin.resolve.gazetteer import Gazetteer
from tocsin.resolve.places import find_place_names

GAZETTEER = Gazetteer.load()


def names(text: str) -> list[str]:
    return [w.text for w in find_place_names(text, GAZETTEER) if not w.modifier]


def modifiers(text: str) -> list[str]:
    return [w.text for w in find_place_names(text, GAZETTEER) if w.modifier]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Rockets fell on Al-Asad airbase on Tuesday.", "Al-Asad airbase"),
        ("Mortars hit Qayyarah AIr base at night.", "Qayyarah AIr base"),
        ("A drone crashed at Camp Taji, north of the capital.", "Camp Taji"),
        ("Trucks waited at the Kerem Shalom crossing.", "Kerem Shalom crossing"),
        ("Shells landed beside al-Shifa Hospital.", "al-Shifa Hospital"),
        ("A strike hit the Nuseirat refugee camp.", "Nuseirat refugee camp"),
        ("Fighting went on in Borno State.", "Borno State"),
        ("Five died in the village of Zorbanta.", "Zorbanta"),
        ("Clashes broke out in Zorbanta district.", "Zorbanta district"),
        ("The base lies in northern Iraq.", "northern Iraq"),
        ("Gunmen raided Port-au-Prince.", "Port-au-Prince"),
        ("Baghdad's Green Zone was hit.", "Green Zone"),
        ("An Iraqi military base of Kirkuk was attacked.", "Iraqi military base of Kirkuk"),
        ("It hit an Iraqi military base in Kirkuk on Friday.", "Iraqi military base in Kirkuk"),
        ("Rockets fell on Al Assad air base again.", "Al Assad air base"),
        ("Police in Reading, Pennsylvania, made arrests.", "Reading"),
    ],
)
def test_places_are_found_with_their_head_words(text, found) -> None:
    assert found in names(text)


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton gave a concert.",
        "President Barham Salih spoke to reporters.",
        "The New York Times reported it first.",
        "The Islamic State of Iraq and the Levant issued a statement.",
        "The Rapid Support Forces denied it.",
        "The Syrian Observatory for Human Rights counted the dead.",
        "The Gaza Health Ministry gave the toll.",
        "The Bank of Israel raised rates.",
        "Police fired in the air in March.",
        "Man bites dog on Friday, police say.",
        "Katyusha rockets were found near the launch pad.",
        "Hamas and Hezbollah praised it.",
        "Tehran denied any role.",
    ],
)
def test_people_bodies_and_papers_are_no_event_places(text) -> None:
    assert names(text) == []


def test_demonyms_and_adjectives_are_modifiers() -> None:
    text = "A US contractor died when Iraqi troops came under fire from Iranian-backed fighters in Syria."
    assert modifiers(text) == ["US", "Iraqi", "Iranian"]
    assert names(text) == ["Syria"]


def test_the_pronoun_us_is_no_country() -> None:
    assert find_place_names("They told us to leave.", GAZETTEER) == []


def test_relative_places_keep_distance_and_bearing() -> None:
    (wording,) = find_place_names("The rocket fell 15 km north-west of Kirkuk.", GAZETTEER)
    assert (wording.near, wording.distance_km, wording.bearing) == (True, 15.0, 315.0)
    (wording,) = find_place_names("It struck about 20 miles (32 km) south of Mosul.", GAZETTEER)
    assert wording.distance_km == pytest.approx(32.2, abs=0.1)
    assert wording.bearing == 180.0


def test_containers_are_linked() -> None:
    found = find_place_names("Troops entered Chaung-U, Sagaing Region, Myanmar.", GAZETTEER)
    assert [(w.text, w.container) for w in found] == [
        ("Chaung-U", "Sagaing Region"),
        ("Sagaing Region", "Myanmar"),
        ("Myanmar", None),
    ]


def test_a_list_shares_its_container() -> None:
    found = find_place_names("Drones struck Bint Jbeil and Marjayoun, Lebanon.", GAZETTEER)
    assert [w.container for w in found[:2]] == ["Lebanon", "Lebanon"]


def test_capital_lines_need_names_that_are_no_words() -> None:
    assert names("POLICE MAN KILLED IN KABUL BLAST\nThe blast was heard far away.") == ["KABUL"]


def test_text_without_capitals_still_gives_known_towns() -> None:
    assert names("several rockets hit kirkuk and baghdad on monday, nobody was hurt") == ["kirkuk", "baghdad"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from("in Kirkuk , . the of Iraqi base North's al- Hasakah 15 km US “ \n Al".split(" ")), max_size=25
    )
)
def test_spans_slice_to_their_wording_and_do_not_overlap(words) -> None:
    text = " ".join(words)
    last = 0
    for wording in find_place_names(text, GAZETTEER):
        assert text[wording.start : wording.end] == wording.text
        assert wording.start >= last
        last = wording.end


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_read(text) -> None:
    for wording in find_place_names(text, GAZETTEER):
        assert text[wording.start : wording.end] == wording.text
