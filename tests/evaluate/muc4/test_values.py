"""Dates, places, wordings and counts are compared as the scoring guidelines of 1992 say."""

from __future__ import annotations

from datetime import date

import pytest

from tocsin.evaluate.yardsticks.muc4.dates import compare_date, show_date
from tocsin.evaluate.yardsticks.muc4.places import compare_place
from tocsin.evaluate.yardsticks.muc4.template import parse_fill, parse_whole
from tocsin.evaluate.yardsticks.muc4.values import compare_number
from tocsin.evaluate.yardsticks.muc4.wording import compare_name, compare_organisation, compare_phrase


@pytest.mark.parametrize(
    ("response", "key", "mark"),
    [
        ("26 AUG 89", "26 AUG 89", 1.0),
        ("26 AUG 89", "25 AUG 89 - 26 AUG 89", 0.5),
        ("26 AUG 89", "- 26 AUG 89", 0.5),
        ("25 AUG 89", "- 26 AUG 89", 0.5),
        ("27 AUG 89", "- 26 AUG 89", 0.0),
        ("- 26 AUG 89", "- 26 AUG 89", 1.0),
        ("- 26 AUG 89", "25 AUG 89 - 26 AUG 89", 0.5),
        ("- 26 AUG 89", "26 AUG 89", 0.5),
        ("- 26 AUG 89", "16 AUG 89", 0.0),
        ("- 26 AUG 89", "24 AUG 89 - 25 AUG 89", 0.0),
        ("25 AUG 89 - 26 AUG 89", "26 AUG 89", 0.5),
        ("01 JAN 89 - 31 DEC 89", "26 AUG 89", 0.0),
        ("soon", "26 AUG 89", 0.0),
    ],
)
def test_dates(response, key, mark):
    assert compare_date(response, (key,)) == mark


def test_dates_are_written_as_they_are_read():
    assert show_date(None, date(1990, 2, 4)) == "- 04 FEB 90"
    assert show_date(date(1990, 2, 2), date(1990, 2, 4)) == "02 FEB 90 - 04 FEB 90"


@pytest.mark.parametrize(
    ("response", "key", "mark"),
    [
        ("PERU: LIMA (CITY)", "PERU: LIMA (TOWN)", 1.0),
        ("PERU: LIMA (CITY)", "PERU: LIMA (DEPARTMENT)", 0.5),
        ("PERU: LIMA (CITY)", "PERU: LIMA (CITY / DEPARTMENT)", 1.0),
        ("PERU", "PERU: LIMA (CITY)", 0.5),
        ("PERU: CUZCO (CITY)", "PERU: LIMA (CITY)", 0.5),
        ("CHILE: LIMA (CITY)", "PERU: LIMA (CITY)", 0.5),
        ("CHILE", "PERU", 0.0),
        ("PERU: HUARAZ (CITY)", "PERU: HUARAZ (CITY) - LIMA (CITY)", 0.5),
        ("BOLIVIA: BENI (DEPARTMENT)", "BOLIVIA: EL BENI (DEPARTMENT)", 1.0),
        ("COLOMBIA: Bogotá (CITY)", "COLOMBIA: BOGOTA (CITY)", 1.0),
    ],
)
def test_places(response, key, mark):
    assert compare_place(response, (key,)) == mark


@pytest.mark.parametrize(
    ("response", "key", "mark"),
    [
        ("THE 3 PEASANTS", "PEASANTS", 1.0),
        ("OLD PEASANTS", "PEASANTS", 1.0),
        ("OLD PEASANTS WHO WERE WITNESSES", "PEASANTS", 0.5),
        ("BRIGADE", "6TH INFANTRY BRIGADE", 0.5),
        ("OIL", "OIL PIPELINE", 0.5),
        ("HOUSE OF PEASANTS", "PEASANTS", 0.0),
        ("FARMERS", "PEASANTS", 0.0),
        ("FARMER", "FARMERS", 0.5),
        ("", "FARMERS", 0.0),
    ],
)
def test_phrases(response, key, mark):
    assert compare_phrase(response, (key,)) == mark


def test_names():
    assert compare_name("MAYOR ANA PAZ SOTO", ("ANA PAZ SOTO",)) == 1.0
    assert compare_name("SOTO", ("ANA PAZ SOTO",)) == 0.5
    assert compare_name("EVA RUIZ", ("ANA PAZ SOTO",)) == 0.0


def test_an_organisation_with_its_letters_is_right_where_either_is():
    assert compare_organisation("ARMY OF NATIONAL LIBERATION (ELN)", ("ELN",)) == 1.0
    assert compare_organisation("ARMY OF NATIONAL LIBERATION (ELN)", ("ARMY OF NATIONAL LIBERATION",)) == 1.0
    assert compare_organisation("FMLN", ("ELN",)) == 0.0


def test_counts():
    assert compare_number("PLURAL", ("PLURAL",)) == 1.0
    assert compare_number("7", ("5 - 7",)) == 0.5
    assert compare_number("6", ("5 - 7",)) == 0.0
    assert compare_number("7", ("7-",)) == 0.5
    assert compare_number("7-", ("7 -",)) == 1.0


def test_printed_lines_are_read():
    fill = parse_fill('? BOMB / EXPLOSIVE: "\\"BIG\\" CHARGE" / "CHARGE"', tagged=True)
    assert (fill.values, fill.tags, fill.optional) == (("BOMB", "EXPLOSIVE"), ('"BIG" CHARGE', "CHARGE"), True)
    assert parse_fill("-", tagged=True) is None
    assert parse_fill("*", tagged=False) is None
    assert parse_fill('5 - 7: "MEN"', tagged=True).values == ("5 - 7",)
    assert parse_fill('"A: B"', tagged=True).values == ("A: B",)
    place = parse_whole("(PERU: LIMA (CITY)) / (PERU: CALLAO (PORT) - LIMA (CITY)) / (PERU)")
    assert place.values == ("PERU: LIMA (CITY)", "PERU: CALLAO (PORT) - LIMA (CITY)", "PERU")
    assert parse_whole("- 04 FEB 90").values == ("- 04 FEB 90",)
