"""A person's own places win over the shipped ones of their name in their country, and hide nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tocsin.model.kinds.where import Where
from tocsin.resolve.gazetteer import Gazetteer
from tocsin.resolve.places import find_place_names, resolve_places

PLACES = """\
name,lat,lon,country,kind,aliases,admin1
Kirkuk,35.0,44.0,IQ,town,,
Hays,13.93,43.48,YE,town,,
Zibdar Yard,36.30,43.10,IQ,base,Yard 7|al-Zibdar,
Gone,95,44,IQ,,,
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    """Give the gazetteer with the places above."""
    path: Path = tmp_path_factory.mktemp("own") / "places.csv"
    path.write_text(PLACES, encoding="utf-8")
    return Gazetteer.load(extra=path)


def place(gazetteer: Gazetteer, text: str, name: str) -> Where | None:
    wordings = find_place_names(text, gazetteer)
    found = zip(wordings, resolve_places(wordings, gazetteer), strict=True)
    return next((where for wording, where in found if wording.text == name), None)


def chosen(gazetteer: Gazetteer, text: str, name: str) -> str | None:
    where = place(gazetteer, text, name)
    return where.gazetteer if where else None


def test_failures_are_kept_and_the_shipped_gazetteer_has_none(own: Gazetteer) -> None:
    assert [error.code for error in own.failures] == ["E524"]
    assert Gazetteer.load().failures == ()


def test_ones_own_place_stands_first_and_the_others_stay_behind_it(own: Gazetteer) -> None:
    assert [p.id for p in own.find("Kirkuk")] == ["user:iq-kirkuk", *(p.id for p in Gazetteer.load().find("Kirkuk"))]


def test_ones_own_place_wins_in_its_country(own: Gazetteer) -> None:
    where = place(own, "Rockets hit Kirkuk on Friday, Iraqi police said.", "Kirkuk")
    assert where is not None
    assert (where.gazetteer, where.lat, where.lon) == ("user:iq-kirkuk", 35.0, 44.0)
    assert where.validate() == []


def test_another_country_and_another_level_keep_theirs(own: Gazetteer) -> None:
    assert chosen(own, "A blast in Hays, Kansas, killed two.", "Hays") == "geonames:4272782"
    assert chosen(own, "Shelling in Hays, Yemen, killed two.", "Hays") == "user:ye-hays"
    assert chosen(own, "Shelling in Kirkuk province, Iraq.", "Kirkuk province") == "ne:IQ-TS"
    assert chosen(own, "A bomb went off in Daquq, Kirkuk, Iraq.", "Daquq") == "tocsin:daquq"


def test_ones_own_name_needs_no_further_evidence(own: Gazetteer) -> None:
    text = "Gunmen attacked Hays in Yemen on Friday."
    assert chosen(own, text, "Hays") == "user:ye-hays"
    assert chosen(Gazetteer.load(), text, "Hays") is None


@pytest.mark.parametrize("name", ["Zibdar Yard", "zibdar yard", "Yard 7", "Al-Zibdar", "Zibdar", "Zibdaar Yard"])
def test_names_aliases_and_spellings_meet(own: Gazetteer, name: str) -> None:
    assert [p.id for p in own.find(name)] == ["user:iq-zibdar-yard"]


def test_other_names_are_looked_up_as_before(own: Gazetteer) -> None:
    shipped = Gazetteer.load()
    for name in ("Baghdad", "Al-Assad air base", "Diyala Governorate", "Tell Tamer", "Xyzzyqwerty", ""):
        assert own.find(name) == shipped.find(name)
        assert own.knows(name) == shipped.knows(name)


def test_what_is_known_and_how_long_a_name_is_counts_ones_own(own: Gazetteer) -> None:
    assert own.knows("Zibdar Yard") == "site"
    assert own.knows("Kirkuk") == "province"
    words = "rockets hit Zibdar Yard today".split()
    assert own.longest_at(words, 2) == 2
    assert own.longest_at("near Deir ez Zor city".split(), 1) == 3
    assert own.longest_at(words, 0) == 0


def test_ones_own_base_is_among_the_sites_nearby(own: Gazetteer) -> None:
    assert "user:iq-zibdar-yard" in [p.id for p in own.sites_near(36.34, 43.12, 10)]
    assert [p.name for p in own.sites_near(35.468, 44.392, 30)] == ["Kirkuk Air Base", "K-1 Air Base"]
