"""Words are credited to those who said them: before, after and around a cue, in quotations and full statements."""

from __future__ import annotations

import pytest

from tocsin.model.report import make_report
from tocsin.read import read_document


def speaker_of(text, words):
    """Give the name of whoever is credited with the first occurrence of some words."""
    document = read_document(make_report(text, published="2021-05-03"))
    start = document.text.index(words)
    speaker = document.speaker_at(start, start + len(words))
    return speaker.name if speaker else None


FIRST = pytest.mark.xfail(strict=True, reason="known gap: an office named for the first time counts as a pronoun")
SHORT = pytest.mark.xfail(strict=True, reason="known gap: a short clause after a cue credits the words before it")


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Police said two men were killed in the market.", "two men", "Police"),
        ("Two men were killed in the market, police said.", "Two men", "police"),
        ("Two men were killed in the market, said the mayor.", "Two men", "mayor"),
        ("Two men, police said, were killed in the market.", "were killed", "police"),
        ("According to the army, two men were killed in the market.", "two men", "army"),
        ("Two men were killed in the market, according to the army.", "Two men", "army"),
        ("“Two men were killed,” a mayor told reporters.", "Two men", "mayor"),
        pytest.param("“Two men were killed,” the mayor told reporters.", "Two men", "mayor"),
        pytest.param("Two men were killed in the market, the army said.", "Two men", "army"),
        ('"Two men were killed," Col. Idris Bello said. "A third is missing."', "A third", "Idris Bello"),
        ("Police said two men were killed, while residents said that ten had died in the market.", "ten", "residents"),
        ("Police said two men were killed, while residents said that ten had died in the market.", "two men", "Police"),
        pytest.param("Two men were killed, while residents said ten had died there.", "ten", "residents"),
        pytest.param("Two men were killed, while residents said ten had died there.", "Two men", None),
        ("Two men were killed, state television reported.", "Two men", "state television"),
        ("The mayor came at noon. He said two men were killed in the market.", "two men", None),
        ("The mayor, Ali Reza, came at noon. He said two men were killed in the market.", "two men", "Ali Reza"),
        ("Two men were killed in the market.", "Two men", None),
        ("Police came. Two men were killed in the market.", "Two men", None),
        (
            "The interior ministry said:\n\nTwo men were killed in the market.\n\nA third man is missing.",
            "third",
            "interior ministry",
        ),
        ("Police said the market was closed. Two men were killed there.", "Two men", None),
        pytest.param("Residents said 20 guests were killed.", "20 guests", "Residents"),
        pytest.param("A hospital official put the toll at five.", "five", "hospital official"),
        ("A hospital official put the toll at five dead and nine others injured.", "five", "hospital official"),
    ],
)
def test_words_are_credited(text, words, name):
    assert speaker_of(text, words) == name


def test_the_agency_told_is_kept_as_the_way_it_came():
    text = "A US official told AFP that up to 30 rockets hit the base."
    document = read_document(make_report(text))
    speaker = document.speaker_at(text.index("30"), text.index("30") + 2)
    assert (speaker.name, speaker.via) == ("US official", ("AFP",))


def test_captions_credit_nobody():
    text = "Bomb in Sidon\n\nA bomb went off in Sidon.\n\nThe army said so. Photo: Reuters/file photo"
    document = read_document(make_report(text))
    assert document.attributions == ()


def test_quotations_are_found_with_their_marks():
    text = "“Two men were killed,” he said, and “nobody came” to help."
    document = read_document(make_report(text))
    assert [q.text for q in document.quotes] == ["“Two men were killed,”", "“nobody came”"]


def test_a_speakers_words_are_the_exact_slice_where_a_line_breaks_inside_them():
    text = "Two guards died in the blast, the deputy governor of\nAnbar Province said on Friday."
    document = read_document(make_report(text))
    spans = [item.speaker.span for item in document.attributions]
    assert spans
    assert all(text[s.start : s.end] == s.text for s in spans)
