"""The explanation tells of the decisions that were made, and of no others."""

from __future__ import annotations

import json

import pytest

from tocsin import pipeline
from tocsin.model.kinds.where import Where
from tocsin.resolve.explain import explain_attacks, explain_names
from tocsin.samples import sample_path

READ = pipeline.load("rules")  # what is weighed among names is the rules' part; the tagger only points at words
TEXT = (
    "BEIRUT, March 8 - Three rockets hit a market in Tripoli, Lebanon, on Friday, killing three people. "
    "Iraqi officials in Baghdad condemned it. A spokesman in Xorbaville, Sagaing Region, Myanmar, said nothing."
)


@pytest.fixture(scope="module")
def names():
    """Give the names of the text by their wording."""
    return {name.wording.text: name for name in explain_names(READ(TEXT, published="2024-03-09"), READ.gazetteer)}


def test_a_name_has_all_it_may_mean_with_the_points_that_decided(names):
    tripoli = names["Tripoli"]
    assert [one.place.country for one in tripoli.readings][:2] == ["LB", "LY"]
    assert [one.chosen for one in tripoli.readings].count(True) == 1
    assert ("in the wider place named", 6.0) in tripoli.readings[0].reasons
    assert tripoli.container.name == "Lebanon"
    assert tripoli.outcome == "taken"
    for one in tripoli.readings:
        assert one.score == pytest.approx(sum(points for _, points in one.reasons))


def test_names_that_were_not_found_or_not_taken_say_so(names):
    unknown = names["Xorbaville"]
    assert (unknown.readings, unknown.outcome) == ((), "in no table: put at the wider place named")
    assert unknown.value.precision == "province"


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("Clashes in Gimbi, Nigeria, killed two.", "its namesakes lie elsewhere: put at the wider place named"),
        ("Clashes broke out in Gimbi on Friday. Syria protested.", "refused: a namesake the report gives"),
    ],
)
def test_a_namesake_that_is_not_meant_says_so(text, outcome):
    name = next(name for name in explain_names(READ(text), READ.gazetteer) if name.wording.text == "Gimbi")
    assert [one.place.country for one in name.readings] == ["ET"]
    assert name.outcome.startswith(outcome)


def test_an_attack_has_its_place_and_what_was_weighed_for_it():
    reading = READ(TEXT, published="2024-03-09")
    (attack,) = explain_attacks(reading, READ.gazetteer)
    assert attack.place.span.text == "Tripoli"
    assert attack.rule == "it has the most points"
    assert attack.weighed[0].wording.text == "Tripoli"
    told = {name.wording.text: name for name in attack.weighed}
    assert told["BEIRUT"].aside
    assert not told["Baghdad"].aside
    assert ("whose officials speak", -4.0) in told["Baghdad"].reasons


def test_an_attack_without_a_place_says_so():
    (attack,) = explain_attacks(READ("Rockets killed three soldiers on Friday, the army said."), READ.gazetteer)
    assert (attack.place, attack.weighed) == (None, ())
    assert attack.rule == "no name of a place has points above zero"


def test_explanations_agree_with_the_readings_of_the_sample_reports():
    """The chosen reading is the value, and a place said to have the most points has them."""
    checked = 0
    for line in sample_path().read_text(encoding="utf-8").splitlines():
        reading = READ.read_row(json.loads(line))
        for name in explain_names(reading, READ.gazetteer):
            chosen = [one.place.id for one in name.readings if one.chosen]
            if chosen and name.outcome == "taken":
                assert chosen == [name.value.gazetteer]
                assert name.readings[0].chosen
        for attack in explain_attacks(reading, READ.gazetteer):
            own = [s for s in reading.statements if s.mention == attack.mention.id and isinstance(s.value, Where)]
            assert [attack.place] == own[:1] or (attack.place is None and not own)
            if attack.rule == "it has the most points":
                checked += 1
                assert attack.weighed[0].points == max(n.points for n in attack.weighed if not n.aside)
    assert checked > 10
