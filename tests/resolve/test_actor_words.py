"""Spellings of one name fold to the same tokens, and different names do not."""

from __future__ import annotations

import pytest

from tocsin.resolve.actor_words import GENERIC, HEADS, LEADS, OF_THE_COUNTRY, SERVICES, TAILS, fold_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Al-Shabaab", "the al shabaab"),
        ("Lashkar-e-Taiba", "Lashkar i Taiba"),
        ("Lord's Resistance Army", "Lords Resistance Army"),
        ("Workers’ Party", "Workers Party"),
        ("Sûreté", "surete"),
        ("U.S. Army", "US Army"),
        ("Self-Defence Forces", "self defense force"),
        ("Houthis", "Houthi"),
        ("gunmen", "gunman"),
        ("militias", "militia"),
        ("Tribesmen of Hajja", "tribesman hajja"),
    ],
)
def test_spellings_meet(one, other):
    assert fold_words(one) == fold_words(other)


@pytest.mark.parametrize(("one", "other"), [("Hamas", "Hama"), ("ISIS", "ISI"), ("Los Mayos", "Mayo"), ("IS", "I")])
def test_names_stay_apart(one, other):
    assert fold_words(one) != fold_words(other)


def test_words_of_articles_alone_are_kept():
    assert fold_words("the") == ("the",)
    assert fold_words("") == ()


def test_word_lists_change_nobody():
    """What turns a name into somebody else's must never be stripped."""
    changers = "splinter former ex pro anti backed linked rival dissident offshoot faction supporter".split()
    assert not set(changers) & (LEADS | TAILS | GENERIC)


def test_every_head_names_a_service():
    assert set(HEADS.values()) | set(OF_THE_COUNTRY.values()) == set(SERVICES)
