"""Sixty names of fifteen countries at war that are hard to place; how many are placed may only rise.

``hard_toponyms.csv`` holds, for each, the point that public sources give (within 25 kilometres) and what makes it hard.
A name counts where it is placed within 25 kilometres of that point, and more closely than by its province or country.
"""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from tocsin.model.sphere import great_circle_km
from tocsin.resolve.gazetteer import Gazetteer
from tocsin.resolve.places import find_place_names, resolve_places

GAZETTEER = Gazetteer.load()
WITHIN_KM = 25.0
CLOSE = {"site", "town", "near", "district"}


def read_rows() -> list[dict[str, str]]:
    with Path(__file__).with_name("hard_toponyms.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_placed(row: dict[str, str], sentence: str) -> bool:
    text = sentence.format(row["name"], row["written_country"])
    start = text.index(row["name"])
    end = start + len(row["name"])
    wordings = find_place_names(text, GAZETTEER)
    found = zip(wordings, resolve_places(wordings, GAZETTEER), strict=True)
    where = next((value for word, value in found if word.start < end and start < word.end and not word.modifier), None)
    if where is None or where.lat is None or where.lon is None or where.precision not in CLOSE:
        return False
    return great_circle_km(where.lat, where.lon, float(row["lat"]), float(row["lon"])) <= WITHIN_KM


def test_the_list_has_four_names_of_each_of_fifteen_countries() -> None:
    counted = Counter(row["country"] for row in read_rows())
    assert len(counted) == 15
    assert set(counted.values()) == {4}


@pytest.mark.parametrize(
    ("sentence", "least"),
    [
        ("Gunmen attacked {} in {} on Friday, killing three people.", 50),
        ("Three people were killed in {}, {}, on Friday.", 53),
        ("Shelling near {} killed three people, the army said. {} blamed rebels.", 53),
    ],
)
def test_as_many_are_placed_as_before(sentence: str, least: int) -> None:
    missed = [f"{row['name']}, {row['country']}" for row in read_rows() if not is_placed(row, sentence)]
    assert len(missed) <= 60 - least, missed
