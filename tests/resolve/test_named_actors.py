"""A reading's actors get names and ids where the table knows them; their words never change."""

from __future__ import annotations

import pytest

from tocsin.extract import extract_reading
from tocsin.model.report import make_report
from tocsin.read import read_document
from tocsin.resolve.gazetteer import Gazetteer
from tocsin.resolve.reading import resolve_reading


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.load()


@pytest.fixture
def actors(gazetteer):
    def run(text, published="2019-12-28"):
        document = read_document(make_report(text, published=published))
        found = resolve_reading(extract_reading(document, gazetteer, maker="test.v1"), gazetteer)
        return [s.value.actor for s in found.statements if s.field == "responsibility" and s.value.actor]

    return run


def test_a_known_group_gets_name_and_id_and_keeps_its_words(actors):
    (actor,) = actors("Houthi rebels fired a missile at a market in Marib, Yemen, on Friday, killing three people.")
    assert (actor.text, actor.name, actor.id) == ("Houthi rebels", "Houthis", "houthis")


def test_unnamed_gunmen_stay_as_worded(actors):
    (actor,) = actors("Gunmen attacked a market in Maiduguri, Nigeria, on Friday, killing three people.")
    assert (actor.name or actor.text, actor.id) == (actor.text, None)
    assert actor.text.lower() == "gunmen"


def test_a_states_force_abroad_is_linked_and_stays_external(actors):
    (actor,) = actors("Turkish forces shelled a village near Kobani, Syria, on Friday.")
    assert (actor.id, actor.kind) == ("tr-military", "external forces")


def test_the_kind_follows_the_name(actors):
    (actor,) = actors("Kata'ib Hezbollah fired rockets at a base near Kirkuk, Iraq, on Friday.")
    assert (actor.id, actor.kind) == ("kata-ib-hezbollah", "political militia")


ARMY = "The army shelled a village in Kachin State, Myanmar, on Friday, killing three people."


def test_the_army_is_that_of_the_country(actors):
    assert [a.id for a in actors(ARMY)] == ["mm-military"]


def test_the_army_is_nobodys_where_another_state_acts(actors):
    assert [a.id for a in actors(ARMY + " Chinese forces said they were watching.")] == [None]


def test_the_year_of_the_attack_counts_not_that_of_the_report(actors):
    """The Islamic State was not there in 1995."""
    text = "Islamic State gunmen attacked a market in Mosul, Iraq, on 3 May 1995, killing three people."
    assert [a.id for a in actors(text)] == [None]
    assert [a.id for a in actors(text.replace("1995", "2015"))] == ["islamic-state"]
