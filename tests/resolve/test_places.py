"""Tying wordings to places: the report decides which place of a name is meant."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tocsin.model.kinds.where import Where
from tocsin.resolve.gazetteer import Gazetteer
from tocsin.resolve.places import PlaceWording, find_place_names, resolve_places

GAZETTEER = Gazetteer.load()
SHARED = Path(os.environ.get("TOCSIN_SHARED", Path(__file__).parents[2].parent / "shared"))


def read(text: str, **context) -> dict[str, Where | None]:
    wordings = find_place_names(text, GAZETTEER)
    return {w.text: p for w, p in zip(wordings, resolve_places(wordings, GAZETTEER, **context), strict=True)}


def place(found: dict[str, Where | None], name: str) -> Where:
    where = found[name]
    assert where is not None
    assert where.validate() == []
    return where


def test_a_container_after_a_comma_decides() -> None:
    assert place(read("It happened in Tripoli, Lebanon."), "Tripoli").country == "LB"
    assert place(read("It happened in Tripoli, Libya."), "Tripoli").country == "LY"
    assert place(read("Shots in Paris, Texas, killed two."), "Paris").admin1 == "Texas"


def test_a_demonym_elsewhere_in_the_report_decides() -> None:
    syrian = "Syrian state media said shells fell on Tripoli. Lebanese troops fired back, and Lebanon protested."
    assert place(read(syrian), "Tripoli").country == "LB"
    assert place(read("Libyan troops held Tripoli."), "Tripoli").country == "LY"


def test_counted_countries_and_the_dateline_weigh_in() -> None:
    wording = [PlaceWording("Hyderabad", 0, 9)]
    (indian,) = resolve_places(wording, GAZETTEER, text_countries={"IN": 3})
    (pakistani,) = resolve_places(wording, GAZETTEER, text_countries={"PK": 3}, dateline="KARACHI, Pakistan")
    assert indian is not None
    assert pakistani is not None
    assert (indian.country, pakistani.country) == ("IN", "PK")


def test_an_open_reading_lists_the_others() -> None:
    (where,) = resolve_places([PlaceWording("Springfield", 0, 11)], GAZETTEER)
    assert where is not None
    assert len(where.alternatives) >= 2


def test_a_base_named_by_its_town_is_the_base() -> None:
    (where,) = resolve_places([PlaceWording("Iraqi military base of Kirkuk", 0, 29)], GAZETTEER)
    assert where is not None
    assert (where.name, where.precision) == ("K-1 Air Base", "site")
    assert [other.name for other in where.alternatives] == ["Kirkuk Air Base"]


def test_an_air_base_is_an_air_base() -> None:
    (where,) = resolve_places([PlaceWording("the air base in Kirkuk", 0, 22)], GAZETTEER)
    assert where is not None
    assert where.name == "Kirkuk Air Base"


def test_a_base_at_a_town_without_a_known_base_is_near_the_town() -> None:
    where = place(
        read("Gunmen stormed the military base in Gao, Mali's north, and an army base in Kidal."),
        "military base in Gao",
    )
    assert where.country == "ML"
    (near,) = resolve_places([PlaceWording("army base in Goma", 0, 17)], GAZETTEER)
    assert near is not None
    assert (near.name, near.precision) == ("Goma", "near")


def test_distance_and_bearing_move_the_point() -> None:
    where = place(read("The rocket fell 15 km north-west of Kirkuk in Iraq."), "Kirkuk")
    assert where.precision == "near"
    assert where.lat == pytest.approx(35.56, abs=0.02)
    assert where.lon == pytest.approx(44.28, abs=0.03)


def test_compass_words_move_the_point_of_a_country() -> None:
    north, whole = place(read("They hid in northern Iraq."), "northern Iraq"), place(read("They hid in Iraq."), "Iraq")
    assert north.lat is not None
    assert whole.lat is not None
    assert north.lat > whole.lat + 1
    assert (north.precision, whole.precision) == ("province", "country")


def test_an_unknown_village_is_placed_in_its_container_at_that_precision() -> None:
    where = place(read("Five died in the village of Zorbanta in Borno State, Nigeria."), "Zorbanta")
    assert (where.name, where.precision, where.country) == ("Zorbanta", "province", "NG")


def test_an_unknown_village_without_a_container_is_nowhere() -> None:
    assert read("Five died in the village of Zorbanta.")["Zorbanta"] is None


def test_a_small_namesake_far_away_is_not_taken() -> None:
    found = read("In Congo, fighters of the Congolese army took Showa, in the area of Masisi territory.")
    assert found["Showa"] is None or found["Showa"].country == "CD"


def test_areas_are_as_wide_as_a_province() -> None:
    where = place(read("Strikes hit the Gaza Strip."), "Gaza Strip")
    assert (where.precision, where.level, where.country) == ("province", "area", "PS")


def test_water_has_no_country() -> None:
    where = place(read("A ship was hit in the Red Sea."), "Red Sea")
    assert (where.country, where.ucdp_where_prec) == (None, 7)


def test_the_order_and_number_of_answers_match_the_wordings() -> None:
    wordings = find_place_names("From Kirkuk to Mosul, past Zorbanta village and Erbil.", GAZETTEER)
    assert [a and a.text for a in resolve_places(wordings, GAZETTEER)] == ["Kirkuk", "Mosul", None, "Erbil"]


def test_nothing_gives_nothing() -> None:
    assert resolve_places([], GAZETTEER) == []


@pytest.mark.shared
def test_gold_places_are_found_and_put_in_the_right_country() -> None:
    """Nine in ten place wordings of the development reports, or more."""
    path = SHARED / "data" / "gold" / "dev.jsonl"
    if not path.exists():
        pytest.skip(f"no gold reports at {path}")
    total = found = right = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        wordings = find_place_names(report["text"], GAZETTEER)
        answers = resolve_places(wordings, GAZETTEER)
        gold = {(*w["span"], w["country"]) for m in report["mentions"] for w in m.get("where", ())}
        for start, end, country in gold:
            hits = [a for w, a in zip(wordings, answers, strict=True) if w.start < end and start < w.end]
            total += 1
            found += bool(hits)
            right += any(a is not None and a.country == country for a in hits)
    assert found / total > 0.9
    assert right / total > 0.87
