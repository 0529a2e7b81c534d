"""A summary says what, where and when in one line, and only what is known."""

from __future__ import annotations

from typing import Any

import pytest

from tocsin.serve.summary import name_type, show_dates, summarise

SITE: dict[str, Any] = {"name": "K-1 Air Base", "admin1": "Kirkuk", "precision": "site"}
DAY: dict[str, Any] = {"start": "2019-12-27", "end": "2019-12-27", "precision": "day"}


@pytest.mark.parametrize(
    ("words", "acled", "said"),
    [
        ("rocket attack", "Shelling/artillery/missile attack", "Rocket attack"),
        ("The rocket\nattack", "Shelling/artillery/missile attack", "Rocket attack"),
        ("were fired", "Shelling/artillery/missile attack", "Shelling, artillery or missile attack"),
        ("struck", "Air/drone strike", "Air or drone strike"),
        (None, "Armed clash", "Armed clash"),
        (None, None, "Attack"),
    ],
)
def test_the_type_is_said_in_the_reports_words_where_they_are_a_noun(
    words: str | None, acled: str | None, said: str
) -> None:
    assert name_type({"text": words, "acled": acled}, "happened") == said


@pytest.mark.parametrize(
    ("status", "said"), [("foiled", "Foiled rocket attack"), ("hypothetical", "Possible rocket attack")]
)
def test_what_did_not_happen_is_never_said_to_have_happened(status: str, said: str) -> None:
    assert name_type({"text": "rocket attack", "acled": None}, status) == said


@pytest.mark.parametrize(
    ("where", "hit", "said"),
    [
        (SITE, True, "Raid on K-1 Air Base, Kirkuk, 27 Dec 2019"),
        (SITE, False, "Raid at K-1 Air Base, Kirkuk, 27 Dec 2019"),
        ({"name": "Kirkuk", "admin1": "Kirkuk", "precision": "town"}, False, "Raid in Kirkuk, 27 Dec 2019"),
        ({"name": "Kirkuk", "precision": "near"}, False, "Raid near Kirkuk, 27 Dec 2019"),
        ({"name": None, "text": None, "precision": "unknown"}, False, "Raid, 27 Dec 2019"),
    ],
)
def test_the_place_is_named_with_what_holds_it(where: dict[str, Any], hit: bool, said: str) -> None:
    assert summarise({"text": "raid", "acled": "Attack"}, DAY, where, "happened", hit=hit) == said


def test_dates_are_shown_as_precisely_as_they_are_known() -> None:
    assert show_dates("2019-12-27", "2019-12-27", "day") == "27 Dec 2019"
    assert show_dates("2019-02-01", "2019-02-28", "month") == "Feb 2019"
    assert show_dates(None, None, "unknown") == ""
