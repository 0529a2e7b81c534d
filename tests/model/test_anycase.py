"""A pattern in lower case finds in lower-case text what ``re.IGNORECASE`` finds in any case."""

from __future__ import annotations

import re
import sys

import pytest

from tocsin.model.anycase import AnyCase, AnyCaseRows, lower

TEXTS = [
    "Suicide BOMBER kills 12 in İstanbul; U.S. drones Struck the ŞIRNAK road, no Claim",
    "ISTANBUL: ISIS'in saldırısı – BOMB, bomb, Bombs",
    "Kabul (K for Kelvin), the congreſs, Łódź and ΣΊΣΥΦΟΣ",
    "",
]
PATTERNS = [
    r"\b(?:bomb(?:s|er)?|struck|kills?)\b",
    r"(?P<Who>U\.S\.|ISIS)\W",
    r"[A-Z][a-z]+\b",
    r"[^A-Z\s]+",
    r"(?<![\w-])i\w+",
    r"congress|istanbul|\Ss",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_finds_what_ignorecase_finds(pattern, text):
    plain, quick = re.compile(pattern, re.IGNORECASE), AnyCase(pattern)
    assert [m.span() for m in quick.finditer(text)] == [m.span() for m in plain.finditer(text)]
    assert quick.findall(text) == [lower(m[0]) for m in plain.finditer(text)]
    for start in range(0, len(text), 5):
        for mine, other in ((quick.search, plain.search), (quick.match, plain.match)):
            found, expected = mine(text, start, len(text) - 1), other(text, start, len(text) - 1)
            assert (found and found.span()) == (expected and expected.span())


def test_lower_case_is_as_long_as_the_text():
    everything = "".join(chr(c) for c in range(sys.maxunicode) if not 0xD800 <= c < 0xE000)
    assert len(lower(everything)) == len(everything)


def test_names_of_groups_and_classes_keep_their_case():
    found = AnyCase(r"(?P<Who>[A-Z]+)\S(?P=Who)").search("No: AB-ab")
    assert found is not None
    assert found["Who"] == "ab"


def test_the_first_row_that_matches_wins_and_is_bounded_by_what_stands_around():
    rows = AnyCaseRows([r"car bombs?", r"bombs?", r"car"], before=r"(?<![\w-])", after=r"(?![\w-])")
    found = [(row, match.span()) for row, match in rows.finditer("Car bomb, BOMBS, car-bomb, bombshell, a car")]
    assert found == [(0, (0, 8)), (1, (10, 15)), (2, (40, 43))]


def test_a_row_gives_way_where_what_stands_behind_it_bars_it():
    rows = AnyCaseRows(["air", "air strike"], after=r"\b(?! strike)")
    assert [row for row, _ in rows.finditer("an air strike")] == [1]
