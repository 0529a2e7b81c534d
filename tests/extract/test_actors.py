"""Those who may have acted are found as worded, each with its kind and the country it serves."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tocsin.extract.actors import find_actor_phrases


def gap(reason):
    return pytest.mark.xfail(strict=True, reason=f"known gap: {reason}")


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("The Taliban attacked a post", "Taliban", "rebel group"),
        ("Islamic State militants attacked", "Islamic State militants", "rebel group"),
        ("Al-Shabaab fighters attacked", "Al-Shabaab fighters", "rebel group"),
        ("Houthi rebels fired", "Houthi rebels", "rebel group"),
        ("Iran-backed militias fired", "Iran-backed militias", "political militia"),
        ("Shiite militias fired", "Shiite militias", "political militia"),
        ("The Sinaloa Cartel killed", "Sinaloa Cartel", "gang"),
        ("Unidentified gunmen killed", "Unidentified gunmen", "unknown"),
        ("A group of bandits raided", "bandits", "unknown"),
        ("Israeli forces raided", "Israeli forces", "state forces"),
        ("The US military struck", "US military", "state forces"),
        ("Russia fired missiles", "Russia", "state forces"),
        ("The army shelled", "army", "state forces"),
        ("a 23-year-old man stabbed", "23-year-old man", "person"),
        pytest.param("The Jalisco cartel killed", "Jalisco cartel", "gang"),
        pytest.param("the taliban attacked", "taliban", "rebel group", marks=gap("names of groups without capitals")),
    ],
)  # fmt: skip
def test_an_actor_is_found(text, words, kind, country_of):
    found = find_actor_phrases(text, country_of)
    assert any(words in p.text and p.kind == kind for p in found), [(p.text, p.kind) for p in found]
    assert all(text[p.start : p.end] == p.text for p in found)


def test_forces_carry_the_country_they_serve(country_of):
    (forces,) = find_actor_phrases("Israeli forces raided a camp", country_of)
    assert forces.country == "IL"
    assert find_actor_phrases("Israeli forces raided a camp", None)[0].country is None


def test_phrases_never_overlap(country_of):
    found = find_actor_phrases(
        "Islamic State militants, the Iraqi army and Iran-backed militias fought US troops", country_of
    )
    assert len(found) == 4
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_sentence_without_actors_has_none(country_of):
    assert find_actor_phrases("It rained on the hills all day", country_of) == []
