"""The shipped gazetteer: what it knows, how it spells, what it flags."""

from __future__ import annotations

from pathlib import Path

import pytest

from tocsin.errors import DataError
from tocsin.model.sphere import great_circle_km
from tocsin.resolve import gazetteer as gz
from tocsin.resolve.gazetteer import Gazetteer


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


@pytest.mark.parametrize(
    ("name", "country", "lat", "lon"),
    [
        ("Kirkuk", "IQ", 35.47, 44.39),
        ("Baghdad", "IQ", 33.34, 44.40),
        ("Deir ez-Zor", "SY", 35.34, 40.14),
        ("Deir Ezzor", "SY", 35.34, 40.14),
        ("Al Hasakah", "SY", 36.5, 40.75),
        ("Bakhmut", "UA", 48.59, 38.0),
        ("Ménaka", "ML", 15.92, 2.4),
        ("Kunduz", "AF", 36.73, 68.87),
        ("Киев", "UA", 50.45, 30.52),
        ("بغداد", "IQ", 33.34, 44.40),
        ("Qayyarah Air base", "IQ", 35.77, 43.13),
        ("Q-West", "IQ", 35.77, 43.13),
        ("K1", "IQ", 35.51, 44.28),
        ("T4 airbase", "SY", 34.52, 37.63),
        ("al-Anad airbase", "YE", 13.18, 44.76),
        ("Bagram Airfield", "AF", 34.95, 69.27),
        ("Nuseirat refugee camp", "PS", 31.45, 34.39),
        ("Kerem Shalom crossing", "IL", 31.23, 34.28),
    ],
)
def test_the_first_reading_is_the_place_news_means(gazetteer, name, country, lat, lon) -> None:
    place = gazetteer.find(name)[0]
    assert place.country == country
    assert great_circle_km(place.lat, place.lon, lat, lon) < 30


@pytest.mark.parametrize("name", ["Gaza Strip", "Donbas", "Eastern Ghouta", "Sambisa Forest", "Darfur", "Catatumbo"])
def test_informal_regions_are_areas(gazetteer, name) -> None:
    assert gazetteer.find(name)[0].level == "area"


def test_places_of_several_countries_have_no_country(gazetteer) -> None:
    assert gazetteer.find("Bab el-Mandeb")[0].country is None
    assert gazetteer.find("Red Sea")[0].kind == "water"


@pytest.mark.parametrize("name", ["Al-Assad air base", "Al Asad Airbase", "ain al-asad air base", "AL-ASAD AIR BASE"])
def test_spellings_of_one_base_meet(gazetteer, name) -> None:
    assert gazetteer.find(name)[0].id == "tocsin:ain-al-asad-air-base"


def test_a_head_word_puts_its_level_first(gazetteer) -> None:
    assert gazetteer.find("Kirkuk")[0].level == "town"
    assert gazetteer.find("Kirkuk province")[0].level == "province"
    assert gazetteer.find("Diyala Governorate")[0].level == "province"
    assert gazetteer.find("city of Kandahar")[0].level == "town"


def test_unknown_names_find_nothing(gazetteer) -> None:
    assert gazetteer.find("Xyzzyqwerty") == ()
    assert gazetteer.find("") == ()
    assert gazetteer.knows("Xyzzyqwerty") is None


@pytest.mark.parametrize("name", ["Reading", "Man", "Police", "Orange", "Of", "March", "Victoria"])
def test_words_and_people_that_are_also_towns_are_flagged(gazetteer, name) -> None:
    assert all(place.common_word for place in gazetteer.find(name))


@pytest.mark.parametrize("name", ["Kirkuk", "Baghdad", "London", "Paris", "Chad", "Turkey", "Green Zone"])
def test_great_towns_and_countries_are_not_flagged(gazetteer, name) -> None:
    assert not gazetteer.find(name)[0].common_word


@pytest.mark.parametrize(
    ("word", "code"),
    [
        *[
            ("Iraqi", "IQ"),
            ("US", "US"),
            ("U.S.", "US"),
            ("American", "US"),
            ("UK", "GB"),
            ("DRC", "CD"),
            ("UAE", "AE"),
        ],
        *[("Malian", "ML"), ("Nigerien", "NE"), ("Nigerian", "NG"), ("South Sudanese", "SS"), ("Burma", "MM")],
    ],
)
def test_country_of_reads_names_abbreviations_and_demonyms(gazetteer, word, code) -> None:
    assert gazetteer.country_of(word) == code


@pytest.mark.parametrize("word", ["us", "car", "Kirkuk", "soldiers"])
def test_country_of_leaves_other_words_alone(gazetteer, word) -> None:
    assert gazetteer.country_of(word) is None


def test_demonyms_are_told_from_names(gazetteer) -> None:
    assert gazetteer.is_demonym("Iraqi")
    assert not gazetteer.is_demonym("Iraq")


def test_country_gives_a_place_with_its_reach(gazetteer) -> None:
    iraq = gazetteer.country("iq")
    assert iraq is not None
    assert (iraq.name, iraq.level) == ("Iraq", "country")
    assert 300 < iraq.radius_km < 500
    assert gazetteer.country("QQ") is None


def test_longest_at_takes_the_whole_name(gazetteer) -> None:
    words = "rockets hit Deir ez Zor city".split()
    assert gazetteer.longest_at(words, 2) == 3
    assert gazetteer.longest_at(words, 0) == 0
    assert gazetteer.longest_at(words, 2, limit=1) == 0


def test_sites_near_gives_bases_nearest_first(gazetteer) -> None:
    bases = gazetteer.sites_near(35.468, 44.392, 30)
    assert [base.name for base in bases] == ["Kirkuk Air Base", "K-1 Air Base"]


def test_crimea_is_in_ukraine(gazetteer) -> None:
    assert gazetteer.find("Crimea")[0].country == "UA"


def test_the_shipped_files_are_small() -> None:
    folder = Path(gz.__file__).parent.parent / "data" / "gazetteer"
    assert sum(file.stat().st_size for file in folder.iterdir()) < 30e6


def test_a_missing_gazetteer_says_what_to_do(tmp_path) -> None:
    with pytest.raises(DataError, match=r"E520.*build_gazetteer"):
        Gazetteer.load(tmp_path)


def test_a_foreign_file_is_refused(tmp_path, gazetteer) -> None:
    folder = Path(gz.__file__).parent.parent / "data" / "gazetteer"
    for name in ("keys.marisa", "meta.json"):
        (tmp_path / name).write_bytes((folder / name).read_bytes())
    (tmp_path / "places.bin").write_bytes(b"NOTAGAZETTEER" * 10)
    with pytest.raises(DataError, match="E520"):
        Gazetteer.load(tmp_path)
