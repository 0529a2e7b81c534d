"""A reading is tied to the world: places to points, clocks to zones, state forces to their side of the border."""

from __future__ import annotations

import pytest

from tocsin.extract import extract_reading
from tocsin.model.report import make_report
from tocsin.read import read_document
from tocsin.resolve.gazetteer import Gazetteer
from tocsin.resolve.reading import GAZETTEER_MAKER, resolve_reading


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer.load()


@pytest.fixture
def resolve(gazetteer):
    def run(text, published="2019-12-28"):
        document = read_document(make_report(text, published=published))
        found = extract_reading(document, gazetteer, maker="test.v1")
        return found, resolve_reading(found, gazetteer)

    return run


def only(reading, field):
    (statement,) = reading.of(reading.mentions[0], field)
    return statement


def test_the_place_gets_a_point_and_its_maker(resolve):
    before, after = resolve("Rockets hit a base near Kirkuk on Friday.")
    assert before.of(before.mentions[0], "where") == ()
    where = only(after, "where")
    assert (where.value.country, where.maker) == ("IQ", GAZETTEER_MAKER)
    assert where.value.lat == pytest.approx(35.47, abs=0.2)
    assert where.span.text == where.value.text


def test_a_clock_time_is_put_on_the_clock_of_the_place(resolve):
    _, after = resolve("Rockets hit a base in Kirkuk at 7:20 pm on Friday.")
    when = only(after, "when").value
    assert (when.time_local, when.utc, when.tz) == ("19:20", "2019-12-27T16:20Z", "Asia/Baghdad")


def test_two_clocks_that_disagree_are_warned_of(resolve):
    _, after = resolve("Rockets hit a base in Kirkuk at 7:20 pm (12:20 GMT) on Friday.")
    assert "time-conversion-wrong" in [w.code for w in after.warnings]


def test_forces_outside_their_country_are_external(resolve):
    _, abroad = resolve("Turkish forces shelled a village near Kobani, Syria, on Friday.")
    _, home = resolve("Syrian forces shelled a village near Idlib, Syria, on Friday.")
    assert only(abroad, "responsibility").value.actor.kind == "external forces"
    assert only(home, "responsibility").value.actor.kind == "state forces"


def test_ids_follow_the_values(resolve):
    """A statement that was changed gets a new id; one that was not keeps it."""
    before, after = resolve("Rockets hit a base in Kirkuk at 7:20 pm on Friday, killing two soldiers.")
    assert only(before, "when").id != only(after, "when").id
    assert only(before, "casualty").id == only(after, "casualty").id


def test_a_reading_without_attacks_is_given_back_as_it_is(resolve):
    before, after = resolve("The baker of Kirkuk opened his shop.")
    assert after is before
