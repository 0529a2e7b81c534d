"""A printed date of publication is found where it stands by itself or in a dateline, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest

from tocsin.model.report import make_report
from tocsin.read import read_document
from tocsin.read.dateline import find_publication

DAY = date(2021, 5, 3)
GAP = pytest.mark.xfail(strict=True, reason="known gap: a dateline with a country or with brackets")


@pytest.mark.parametrize(
    "head",
    [
        "May 3, 2021",
        "3 May 2021",
        "Monday, May 3, 2021",
        "Published: 3 May 2021, 10:15 GMT",
        "Last updated 3rd May 2021",
        "2021-05-03",
        "BEIRUT, May 3, 2021 (AFP) -",
        pytest.param("BEIRUT (May 3, 2021) -"),
        pytest.param("BEIRUT, Lebanon, May 3, 2021 (AFP) -"),
    ],
)
def test_a_printed_date_is_found(head):
    assert find_publication(f"Bomb in Sidon\n{head}\nA bomb went off on Friday.") == DAY


@pytest.mark.parametrize(
    "text",
    [
        "A bomb went off on May 3, 2021 in Sidon.",
        "Sidon recalls 3 May 2021",
        "May 3 was quiet.",
        "BEIRUT, May 3 (AFP) - A bomb went off.",
        "May 33, 2021",
        "2021-13-03",
        "",
    ],
)
def test_other_dates_are_not_dates_of_publication(text):
    assert find_publication(text) is None


def test_a_date_far_down_is_not_taken():
    assert find_publication("\n".join(["A line of text."] * 8 + ["May 3, 2021"])) is None


def test_a_found_date_is_marked_as_the_text_s_own_and_yields_to_a_given_one():
    text = "May 3, 2021\nA bomb went off on Friday."
    found = read_document(make_report(text)).report
    assert (found.published, found.published_basis) == ("2021-05-03", "text")
    given = read_document(make_report(text, published="2021-05-04")).report
    assert (given.published, given.published_basis) == ("2021-05-04", "given")
