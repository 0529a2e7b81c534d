"""A reading is written as the contract says: nothing invented, every span slices to its words."""

from __future__ import annotations

from typing import Any

import pytest

from tocsin import testing as make
from tocsin.model.kinds.casualties import NoCasualties
from tocsin.model.kinds.event_type import EventType
from tocsin.model.kinds.target import Damage, Target
from tocsin.model.kinds.weapon import Weapon
from tocsin.model.reading import Reading
from tocsin.serve.report_json import current_statements, reading_to_json

TEXT = (
    "Rockets hit the K-1 Air Base near Kirkuk on Friday, the coalition said. Police said 12 people were wounded, "
    "including three children. Officials blamed the Dawn Column. A hangar burned. As many as 30 rockets were fired."
)


@pytest.fixture
def told() -> dict[str, Any]:
    """Write a reading that has one of everything."""
    source = make.report(TEXT, given_id="a1")
    about = make.mention(source, "Rockets hit")
    total = make.statement(
        source, about, make.toll("wounded", 12, who="people"), "12 people were wounded", speaker="Police"
    )
    part = make.statement(
        source,
        about,
        make.toll("wounded", 3, who="children", age_sex="children", part_of=total.id),
        "three children",
        speaker="Police",
    )
    facts = make.tell(
        source,
        about,
        (EventType("Shelling/artillery/missile attack"), "Rockets hit"),
        (make.when("2019-12-27", basis="relative"), "on Friday"),
        (
            make.where("K-1 Air Base", 35.51, 44.28, precision="site", country="IQ", admin1="Kirkuk"),
            "K-1 Air Base",
        ),
        (Weapon("rocket", "Rockets"), "Rockets"),
        (Target("military", "Air Base"), "K-1 Air Base"),
        (make.munitions("as many as 30"), "As many as 30 rockets"),
        (make.blame("Dawn Column", official=True, kind="political militia"), "Officials blamed the Dawn Column"),
        (Damage("hangar"), "A hangar burned"),
    )
    return reading_to_json(make.reading(source, [about], [part, total, *facts]))


def spans_in(node: Any) -> list[dict[str, Any]]:
    """Gather every object that has a span."""
    if isinstance(node, list):
        return [found for item in node for found in spans_in(item)]
    if not isinstance(node, dict):
        return []
    here = [node] if node.get("span") else []
    return here + [found for item in node.values() for found in spans_in(item)]


def test_every_span_slices_to_the_text_beside_it(told: dict[str, Any]) -> None:
    found = spans_in(told)
    assert len(found) > 15
    for row in found:
        start, end = row["span"]
        assert TEXT[start:end] == row["text"]


def test_the_given_id_is_echoed_and_the_hash_kept(told: dict[str, Any]) -> None:
    report = told["report"]
    assert report["id"] == "a1"
    assert report["hash"] == told["statements"][0]["report"]
    assert (report["n_chars"], report["published"], report["source"]) == (len(TEXT), "2019-12-28", "Example Wire")


def test_a_part_names_its_total_by_index_in_the_same_list(told: dict[str, Any]) -> None:
    casualties = told["mentions"][0]["casualties"]
    assert [row["who"] for row in casualties] == ["children", "people"]
    assert [row["part_of"] for row in casualties] == [1, None]
    assert casualties[0]["age_sex"] == "children"
    assert casualties[1]["speaker"]["name"] == "Police"


def test_fields_carry_kind_code_and_words(told: dict[str, Any]) -> None:
    mention = told["mentions"][0]
    assert mention["weapons"] == [{"text": "Rockets", "span": [0, 7], "kind": "rocket", "gtd": 11}]
    assert (mention["targets"][0]["kind"], mention["targets"][0]["gtd"]) == ("military", 4)
    assert (mention["munitions"][0]["low"], mention["munitions"][0]["high"]) == (None, 30)
    assert mention["damage"][0]["effect"] == "some_damage"
    blame = mention["responsibility"][0]
    assert (blame["stance"], blame["official"], blame["actor"]["kind"]) == ("accused", True, "political militia")
    assert TEXT[slice(*blame["actor"]["span"])] == "Dawn Column"
    assert mention["type"]["plover"] == "ASSAULT/heavy-weapons"
    assert mention["when"]["start"] == mention["when"]["end"] == "2019-12-27"
    assert mention["where"]["radius_km"] == 2.0


def test_the_summary_says_type_place_and_day(told: dict[str, Any]) -> None:
    assert told["mentions"][0]["summary"] == (
        "Shelling, artillery or missile attack on K-1 Air Base, Kirkuk, 27 Dec 2019"
    )


def test_what_is_not_said_is_null_and_unknown() -> None:
    source = make.report(published=None, outlet="")
    about = make.mention(source, "hit")
    mention = reading_to_json(make.reading(source, [about]))["mentions"][0]
    assert mention["type"] == {"acled": None, "plover": None, "text": "hit", "span": [8, 11], "confidence": None}
    assert (mention["when"]["start"], mention["when"]["precision"], mention["when"]["basis"]) == (
        None,
        "unknown",
        "none",
    )
    assert (mention["where"]["lat"], mention["where"]["precision"], mention["where"]["radius_km"]) == (
        None,
        "unknown",
        None,
    )
    assert mention["casualties"] == mention["responsibility"] == []
    assert mention["no_casualties"] is False
    assert mention["summary"] == "Attack"


def test_a_place_without_a_point_has_no_reach() -> None:
    source = make.report()
    about = make.mention(source, "hit")
    facts = make.tell(source, about, (make.where("Kirkuk"), "Kirkuk"))
    where = reading_to_json(make.reading(source, [about], facts))["mentions"][0]["where"]
    assert (where["text"], where["lat"], where["radius_km"]) == ("Kirkuk", None, None)


def test_a_report_that_says_nobody_was_hurt_says_so_with_its_words() -> None:
    source = make.report("Mortars fell on the camp. There were no casualties.")
    about = make.mention(source, "fell")
    row = reading_to_json(make.reading(source, [about], make.tell(source, about, (NoCasualties(), "no casualties"))))
    assert row["mentions"][0]["no_casualties"] is True
    assert row["statements"][0]["text"] == "no casualties"


def test_a_negated_statement_is_in_the_flat_list_only() -> None:
    source = make.report()
    about = make.mention(source, "hit")
    facts = [make.statement(source, about, Weapon("rocket", "Rockets"), "Rockets", polarity=False)]
    row = reading_to_json(make.reading(source, [about], facts))
    assert row["mentions"][0]["weapons"] == []
    assert row["statements"][0]["polarity"] is False


def two_places(source: Any, about: Any) -> Reading:
    raw = make.statement(source, about, make.where("Kirkuk"), "Kirkuk")
    tied = make.statement(source, about, make.where("Kirkuk", 35.47, 44.39, country="IQ"), "Kirkuk", because=(raw.id,))
    return make.reading(source, [about], [raw, tied])


def test_a_derived_reading_of_the_same_words_stands_for_its_source() -> None:
    source = make.report()
    about = make.mention(source, "hit")
    reading = two_places(source, about)
    assert [s.value.to_json()["country"] for s in current_statements(reading, about, "where")] == ["IQ"]
    where = reading_to_json(reading)["mentions"][0]["where"]
    assert where["country"] == "IQ"
    assert where["context"] == []


def test_a_second_event_place_goes_to_the_context() -> None:
    source = make.report("Bombs fell on Kirkuk and Mosul.")
    about = make.mention(source, "fell")
    facts = make.tell(
        source,
        about,
        (make.where("Kirkuk", 35.47, 44.39, country="IQ"), "Kirkuk"),
        (make.where("Mosul", 36.34, 43.13, country="IQ"), "Mosul"),
    )
    where = reading_to_json(make.reading(source, [about], facts))["mentions"][0]["where"]
    assert where["name"] == "Kirkuk"
    assert [(place["text"], place["is_event_place"]) for place in where["context"]] == [("Mosul", True)]


def test_the_maker_names_product_version_and_pipeline(told: dict[str, Any]) -> None:
    product, version, pipeline = told["maker"].split(" ", 2)
    assert product == "tocsin"
    assert version[0].isdigit()
    assert pipeline == "testing hand.v1"
