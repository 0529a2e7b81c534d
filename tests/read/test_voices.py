"""Who can speak: a phrase loses article and title, gets a kind, and is refused when it is no voice."""

from __future__ import annotations

import pytest

from tocsin.model.kinds.voice import classify_voice
from tocsin.read.voices import find_titled_person, make_speaker, speaker_before


def gap(reason):
    return pytest.mark.xfail(strict=True, reason=f"known gap: {reason}")


@pytest.mark.parametrize(
    ("phrase", "kind"),
    [
        ("police", "police"),
        ("a hospital director", "medical"),
        ("local residents", "eyewitness"),
        ("the Iraqi army", "military"),
        ("the US-led coalition", "military"),
        ("Reuters", "media"),
        ("the Taliban", "group"),
        ("Hezbollah", "group"),
        ("the foreign ministry", "official"),
        ("Governor Ahmed Nur", "official"),
        ("Tehran", "official"),
        ("a security source", "anonymous"),
        ("an officer speaking on condition of anonymity", "anonymous"),
        ("the Syrian Observatory for Human Rights", "official"),
    ],
)
def test_a_voice_has_a_kind(phrase, kind):
    assert classify_voice(phrase) == kind


@pytest.mark.parametrize(
    ("phrase", "name", "named"),
    [
        ("the health ministry", "health ministry", False),
        ("Prime Minister Nuri Hassan", "Nuri Hassan", True),
        ("Gen. Omar Diallo", "Omar Diallo", True),
        ("US officials", "US officials", False),
        ("Reuters", "Reuters", True),
        ("a resident", "resident", False),
    ],
)
def test_a_speaker_is_named_without_article_and_title(phrase, name, named):
    speaker = make_speaker(phrase, 10)
    assert (speaker.name, speaker.named) == (name, named)
    assert speaker.span.text == name
    assert speaker.span.start == 10 + phrase.index(name)


@pytest.mark.parametrize("phrase", ["", "  ", "rockets", "the blast", "no group", "one", "23", "the death toll"])
def test_what_cannot_speak_is_no_speaker(phrase):
    assert make_speaker(phrase, 0) is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Police said", "Police"),
        ("The interior ministry said", "interior ministry"),
        ("Two men died, a doctor said", "doctor"),
        ("Two men died, Gen. Li Wei, a spokesman, said", "Li Wei"),
        ("A police spokesman, Abdi Hassan, told", "Abdi Hassan"),
        ("The interior ministry has also said", "interior ministry"),
        pytest.param("The mayor said", "mayor"),
        pytest.param("Two men died, the army said", "army"),
        pytest.param("Two men died, Rear Adm. Li Wei, a spokesman, said", "Li Wei"),
        pytest.param(
            "The governor of Borno blamed",
            "governor of Borno",
        ),
        ("The province’s health office said", "province’s health office"),
    ],
)
def test_the_subject_before_a_cue_is_the_speaker(text, name):
    cue = text.rindex(" ") + 1
    speaker = speaker_before(text, cue, 0, None)
    assert speaker is not None
    assert speaker.name == name


def test_a_pronoun_is_the_last_speaker():
    last = make_speaker("the mayor", 0)
    assert last is not None
    assert speaker_before("He said", 3, 50, last) is last
    assert speaker_before("Two men died, she said", 18, 50, last) is last


def test_a_passive_cue_has_no_subject():
    assert speaker_before("The attack was claimed", 15, 0, None) is None


def test_the_last_titled_person_is_found():
    speaker = find_titled_person("The mayor Ali Reza met the colonel Jean Petit.", 100)
    assert speaker is not None
    assert (speaker.name, speaker.kind, speaker.span.start) == ("Jean Petit", "military", 135)
    assert find_titled_person("Ali Reza met Jean Petit.", 0) is None


def test_a_capital_letter_makes_no_difference_to_a_title():
    assert find_titled_person("Mayor Ali Reza came at noon.", 0) is not None
