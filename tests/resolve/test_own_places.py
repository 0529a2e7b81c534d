"""A person's own places: what a line may say, and that a wrong line costs itself alone."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from pathlib import Path

import pytest

from tocsin.errors import DataError, UsageError
from tocsin.resolve.gazetteer import Gazetteer, Place
from tocsin.resolve.own_places import LEVEL_OF_KIND, RADIUS_KM, OwnPlaces, read_own_places

SHIPPED = Gazetteer.load()
HEADER = "name,lat,lon,country,kind,aliases,admin1,radius_km"
GOOD = "Wanat,35.05,70.90,AF,village,Want|Vanat,Nuristan,"
Read = Callable[..., OwnPlaces]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Give a function that writes lines to a file and reads them as places."""

    def run(*lines: str, header: str = HEADER) -> OwnPlaces:
        path = tmp_path / "places.csv"
        path.write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")
        return read_own_places(path, SHIPPED)

    return run


def test_a_line_becomes_a_place_with_all_its_names(read: Read) -> None:
    (own,) = read(GOOD).places
    assert own.names == ("Wanat", "Want", "Vanat")
    assert own.place == Place(
        id="user:af-wanat",
        name="Wanat",
        lat=35.05,
        lon=70.90,
        level="town",
        country="AF",
        admin1="Nuristan",
        population=0,
        radius_km=RADIUS_KM["town"],
        common_word=False,
    )


def test_only_four_columns_are_needed_in_any_order(read: Read) -> None:
    (own,) = read("IQ,44.4,33.3,My Yard", header="country,lon,lat,name").places
    assert (own.place.name, own.place.lat, own.place.country) == ("My Yard", 33.3, "IQ")


@pytest.mark.parametrize("mark", [";", "\t"])
def test_semicolons_and_tabs_part_cells_as_well(read: Read, mark: str) -> None:
    assert len(read(GOOD.replace(",", mark), header=HEADER.replace(",", mark)).places) == 1


def test_a_byte_order_mark_and_blank_lines_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "places.csv"
    path.write_bytes(codecs.BOM_UTF8 + f"{HEADER}\r\n\r\n{GOOD}\r\n".encode())
    assert [own.place.name for own in read_own_places(path, SHIPPED).places] == ["Wanat"]


def test_a_country_may_be_named_and_an_area_may_lie_in_none(read: Read) -> None:
    found = read("Baghouz,34.45,40.95,Syria,,,,", "Three Borders,15,1,,region,,,200")
    assert [(own.place.country, own.place.level, own.place.radius_km) for own in found.places] == [
        ("SY", "town", 3.0),
        (None, "area", 200.0),
    ]


def test_a_province_is_spelled_as_the_gazetteer_spells_it(read: Read) -> None:
    (own,) = read("My Yard,36.3,43.1,IQ,,,Nineveh,").places
    shipped = next(place for place in SHIPPED.find("Nineveh province") if place.country == "IQ")
    assert own.place.admin1 == shipped.admin1


@pytest.mark.parametrize(
    ("kind", "level", "kept"),
    [("", "town", ""), ("Camp", "site", "camp"), ("region", "area", "region"), ("district", "district", "")],
)
def test_a_kind_says_the_level(read: Read, kind: str, level: str, kept: str) -> None:
    (own,) = read(f"My Yard,33,44,IQ,{kind},,,").places
    assert (own.place.level, own.place.kind) == (level, kept)


def test_every_kind_has_a_radius() -> None:
    assert set(LEVEL_OF_KIND.values()) == set(RADIUS_KM)


def test_two_places_of_one_name_get_two_ids(read: Read) -> None:
    found = read("My Yard,33,44,IQ,,,,", "My Yard,34,44,IQ,,,,", "My Yard,34,38,SY,,,,")
    assert [own.place.id for own in found.places] == ["user:iq-my-yard", "user:iq-my-yard-2", "user:sy-my-yard"]


@pytest.mark.parametrize(
    ("line", "code", "column", "value", "step"),
    [
        ("Yard,north,44,IQ,,,,", "E524", ", lat", "north", "such as 35.47"),
        ('Yard,"35,5",44,IQ,,,,', "E524", ", lat", "35,5", "full stop"),
        ("Yard,,44,IQ,,,,", "E524", ", lat", "", "Write a number"),
        ("Yard,nan,44,IQ,,,,", "E524", ", lat", "nan", "Write a number"),
        ("Yard,95,44,IQ,,,,", "E524", ", lat", "95", "exchanged"),
        ("Yard,33,-180.5,IQ,,,,", "E524", ", lon", "-180.5", "exchanged"),
        ("Yard,33,44,IQ,,,,-1", "E524", ", radius_km", "-1", "kilometres"),
        ("Yard,33,44,Atlantis,,,,", "E525", ", country", "Atlantis", "two-letter code"),
        ("Yard,33,44,,,,,", "E525", ", country", "", "two-letter code"),
        ("Yard,33,44,IQ,hospitl,,,", "E526", ", kind", "hospitl", "Did you mean 'hospital'?"),
        ("Yard,33,44,IQ,,,Kansas,", "E526", ", admin1", "Kansas", "tocsin gazetteer find"),
        (",33,44,IQ,,,,", "E526", ", name", "", "name that reports use"),
        ("Yard,33,44,IQ,,,,,,", "E526", "", "Yard,33,44,IQ,,,,,,", "quotation marks"),
        ('"Yard,33,44,IQ,,,,', "E526", "", '"Yard,33,44,IQ,,,,', "quotation marks"),
    ],
)
def test_a_wrong_line_is_told_with_file_line_value_and_step_and_the_others_are_read(
    read: Read, line: str, code: str, column: str, value: str, step: str
) -> None:
    found = read(GOOD, line, "Baghouz,34.45,40.95,SY,,,,")
    assert [own.place.name for own in found.places] == ["Wanat", "Baghouz"]
    (error,) = found.failures
    assert (error.code, error.value) == (code, value)
    assert error.place is not None
    assert error.place.endswith(f"places.csv line 3{column}")
    assert step in error.hint


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "E522"),
        (b"\n \n", "E522"),
        (HEADER.encode(), "E522"),
        (b"name,lat,country\nYard,33,IQ\n", "E523"),
        (b"Yard,33,44,IQ\nHouse,33,44,IQ\n", "E523"),
        (f"{HEADER}\nYard\xe9,33,44,IQ".encode("latin-1"), "E521"),
        (None, "E521"),
    ],
)
def test_a_file_that_gives_no_places_is_an_error_as_a_whole(tmp_path: Path, content: bytes | None, code: str) -> None:
    path = tmp_path / "places.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(DataError) as caught:
        Gazetteer.load(extra=path)
    assert caught.value.code == code
    assert str(path) in str(caught.value.place)
    assert caught.value.hint


def test_an_unknown_column_is_refused_with_the_nearest_name(read: Read) -> None:
    with pytest.raises(UsageError, match=r"E202.*'alias'.*Did you mean 'aliases'"):
        read("Yard,33,44,IQ,,", header="name,lat,lon,country,kind,alias")
