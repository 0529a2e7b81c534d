"""The value that says where: likeness by distance, codes of the codebooks, round trips."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tocsin.model.kinds import Value, value_from_json
from tocsin.model.kinds.where import OtherPlace, Where, compare, distance_km

KIRKUK = Where("Kirkuk", "Kirkuk", 35.468, 44.392, "town", 11.0, "IQ", "Kirkuk", "geonames:94787", level="town")
K1 = Where("K-1 base", "K-1 Air Base", 35.5125, 44.284, "site", 2.0, "IQ", "Kirkuk", "tocsin:k1", level="site")
MOSUL = Where("Mosul", "Mosul", 36.335, 43.119, "town", 13.0, "IQ", "Nineveh", "geonames:99072", level="town")
IRAQ = Where("Iraq", "Iraq", 33.0, 44.0, "country", 370.0, "IQ", None, "tocsin:country-iq", level="country")
SYRIA = Where("Syria", "Syria", 35.0, 38.0, "country", 240.0, "SY", None, "tocsin:country-sy", level="country")
PROVINCE = Where(
    "Kirkuk province", "Kirkuk", 35.3, 44.3, "province", 55.0, "IQ", "Kirkuk", "ne:IQ-KI", level="province"
)
NOWHERE = Where("Zorbanta", "Zorbanta")


def test_it_is_a_value() -> None:
    assert isinstance(KIRKUK, Value)


@pytest.mark.parametrize("value", [KIRKUK, IRAQ, NOWHERE])
def test_json_round_trip(value) -> None:
    assert value_from_json(value.to_json()) == value
    assert value.to_json()["kind"] == "where/1"


def test_json_round_trip_with_alternatives() -> None:
    other = OtherPlace("Springfield", 39.8, -89.6, "US", "geonames:1")
    value = replace(KIRKUK, alternatives=(other,), context=("Iraq", "Middle East"), kind="capital")
    assert value_from_json(value.to_json()) == value


def test_a_base_in_the_reach_of_its_town_is_likely_the_same() -> None:
    score, reason = compare(KIRKUK, K1)
    assert score > 0.8
    assert "km" in reason


def test_towns_far_apart_are_different() -> None:
    assert compare(KIRKUK, MOSUL)[0] < 0.05


def test_a_wider_place_fits_without_proving() -> None:
    assert 0.5 <= compare(KIRKUK, IRAQ)[0] < compare(KIRKUK, PROVINCE)[0] < compare(KIRKUK, KIRKUK)[0]
    assert compare(MOSUL, PROVINCE)[0] < 0.3


def test_different_countries_cannot_be_one() -> None:
    assert compare(KIRKUK, SYRIA)[0] == 0.0


def test_without_a_point_names_and_countries_speak() -> None:
    assert compare(NOWHERE, replace(NOWHERE, text="zorbanta", name="ZORBANTA"))[0] > 0.8
    assert compare(NOWHERE, KIRKUK)[0] == pytest.approx(0.4)
    assert distance_km(NOWHERE, KIRKUK) is None


@pytest.mark.parametrize("other", [K1, MOSUL, IRAQ, PROVINCE, NOWHERE])
def test_comparison_is_symmetric_and_within_bounds(other) -> None:
    assert compare(KIRKUK, other)[0] == pytest.approx(compare(other, KIRKUK)[0])
    assert 0.0 <= compare(KIRKUK, other)[0] <= 1.0


def test_distance() -> None:
    assert distance_km(KIRKUK, MOSUL) == pytest.approx(150, abs=5)


@pytest.mark.parametrize(
    ("value", "acled", "ucdp"),
    [
        (K1, 1, 1),
        (KIRKUK, 1, 1),
        (replace(KIRKUK, precision="near"), 2, 2),
        (replace(KIRKUK, precision="district", radius_km=30.0), 2, 3),
        (replace(KIRKUK, precision="district", radius_km=2.0), 1, 1),
        (PROVINCE, 3, 4),
        (replace(PROVINCE, level="area"), 3, 5),
        (IRAQ, None, 6),
        (replace(PROVINCE, level="area", kind="water", country=None), 3, 7),
        (NOWHERE, None, None),
    ],
)
def test_codebook_precisions(value, acled, ucdp) -> None:
    assert value.acled_geo_precision == acled
    assert value.ucdp_where_prec == ucdp


def test_specificity_falls_from_site_to_unknown() -> None:
    order = [K1, KIRKUK, replace(KIRKUK, precision="near"), PROVINCE, IRAQ, NOWHERE]
    scores = [value.specificity for value in order]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"lat": 95.0}, "latitude"),
        ({"lon": -181.0}, "longitude"),
        ({"lon": None}, "missing"),
        ({"lat": None, "lon": None}, "without a point"),
        ({"precision": "street"}, "unknown precision"),
        ({"radius_km": -1.0}, "radius"),
        ({"country": "IRQ"}, "two-letter"),
    ],
)
def test_validate_names_what_is_wrong(changes, complaint) -> None:
    assert any(complaint in line for line in replace(KIRKUK, **changes).validate())


def test_a_sound_value_has_no_complaints() -> None:
    assert [KIRKUK.validate(), NOWHERE.validate()] == [[], []]


def test_show_says_name_province_and_country() -> None:
    assert MOSUL.show() == "Mosul, Nineveh, IQ"
    assert replace(MOSUL, precision="near").show() == "near Mosul, Nineveh, IQ"
