"""Finding: which words are a time expression, where it begins and ends, and what is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tocsin.model.kinds.when import find_times

WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
PARTS = "morning afternoon evening night".split()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It fell on Friday at 7:20 pm [Local Time].", ["on Friday at 7:20 pm [Local Time]"]),
        ("At 7:20 pm (1620 GMT) a rocket fell.", ["At 7:20 pm (1620 GMT)"]),
        ("in the early hours of Sunday morning in Karrada", ["in the early hours of Sunday morning"]),
        ("It was hit early on Saturday, they said.", ["early on Saturday"]),
        ("late on Friday evening, 2 August, a bomb", ["late on Friday evening, 2 August"]),
        ("on Saturday morning (November 9) at the station", ["on Saturday morning (November 9)"]),
        ("at around 8:45 AM local time on November 9, 2024", ["at around 8:45 AM local time on November 9, 2024"]),
        ("at about 11:30 pm on 9 October a shell", ["at about 11:30 pm on 9 October"]),
        ("on the morning of Monday 17 January", ["on the morning of Monday 17 January"]),
        ("the night of 3-4 December was quiet", ["the night of 3-4 December"]),
        ("between 3 and 5 May; from June 3 to June 7", ["between 3 and 5 May", "from June 3 to June 7"]),
        ("Sunday's attack and last night's raid", ["Sunday's", "last night"]),
        ("in yesterday's raid, in the October 7 attack", ["yesterday's", "October 7"]),
        ("shortly after midnight on Sunday", ["shortly after midnight on Sunday"]),
        ("On Thursday, Dec. 15, aircraft struck", ["On Thursday, Dec. 15"]),
        ("He left on 8 Dec. They stayed.", ["on 8 Dec."]),
        ("two days earlier, four days after the raid", ["two days earlier", "four days after"]),
        ("earlier this month, over the past 24 hours", ["earlier this month", "over the past 24 hours"]),
        ("THE GUERRILLAS STRUCK ON 5 MAY 1989 AT 2030 GMT", ["ON 5 MAY 1989 AT 2030 GMT"]),
        ("at 10.15am, 1420hrs and 0430 UTC", ["at 10.15am", "1420hrs", "0430 UTC"]),
        ("from Friday into Saturday; late Sunday and early Monday", ["from Friday into Saturday", "late Sunday",
                                                                      "early Monday"]),
        ("in November and in mid-March", ["in November", "in mid-March"]),
        ("on the 5th of May the 5th Brigade", ["on the 5th of May"]),
        ("over the weekend, last weekend", ["over the weekend", "last weekend"]),
        ("Monday last week", ["Monday last week"]),
        ("in June of last year, last August", ["in June of last year", "last August"]),
        ("2019-12-27T16:20Z", ["2019-12-27T16:20Z"]),
    ],
)  # fmt: skip
def test_takes_the_whole_wording_with_its_preposition(text: str, found: list[str]) -> None:
    assert [expr.text for expr in find_times(text)] == found


@pytest.mark.parametrize("weekday", WEEKDAYS)
@pytest.mark.parametrize("part", PARTS)
def test_joins_every_weekday_with_every_part_of_day(weekday: str, part: str) -> None:
    [expr] = find_times(f"A bomb went off on {weekday} {part}, police said.")
    assert (expr.text, expr.core) == (f"on {weekday} {part}", f"{weekday} {part}")
    assert expr.parts.weekday == WEEKDAYS.index(weekday)
    assert expr.parts.part == part


@pytest.mark.parametrize(
    "text",
    [
        "It may rain and they march on.",
        "The Sun rose; Jan Egeland and April Smith spoke.",
        "About 2000 people and 1500 men came, with 30 rockets.",
        "The second Republic, the 38th parallel, the 2nd Brigade",
        "The fall of Kabul; troops fall back",
        "The Sunday Times printed it.",
        "They won 3:2, then 2:10 down the line.",
        "He rose at 1,200 metres, 45 km away.",
        "Operation Dawn began.",
    ],
)
def test_leaves_what_is_no_time(text: str) -> None:
    assert [expr.text for expr in find_times(text)] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a 17-year-old boy", "age"),
        ("a man 40 years old", "age"),
        ("They fought for two hours.", "duration"),
        ("after four days of fighting", "duration"),
        ("a three-day siege", "duration"),
        ("several days of rain", "duration"),
        ("every Friday", "set"),
    ],
)
def test_lengths_ages_and_repetitions_date_nothing(text: str, kind: str) -> None:
    [expr] = find_times(text)
    assert expr.kind == kind
    assert not expr.dates_event


@pytest.mark.parametrize(("text", "dates"), [("since October", False), ("until Friday", False), ("in October", True)])
def test_open_bounds_date_no_event(text: str, dates: bool) -> None:
    [expr] = find_times(text)
    assert expr.dates_event is dates


def test_wide_search_adds_wording_that_names_no_day() -> None:
    text = "Now the former camp is quiet and its night cold."
    assert find_times(text) == []
    assert [expr.text for expr in find_times(text, all_expressions=True)] == ["Now", "former", "night"]


WORDS = st.sampled_from(
    "on in at the of Friday Sunday night morning early late 3 5 2019 May March October 7:20 pm GMT (1620 GMT) to and "
    "last next week day days two a ago before after since 's overnight today hours local time , . - rockets".split()
)


@given(st.lists(WORDS, max_size=14).map(" ".join) | st.text(max_size=60))
def test_spans_slice_to_their_wording_in_order(text: str) -> None:
    for wide in (False, True):
        found = find_times(text, all_expressions=wide)
        for expr in found:
            assert text[expr.start : expr.end] == expr.text
            assert expr.start <= expr.core_start < expr.core_end <= expr.end
        assert all(left.end <= right.start for left, right in pairwise(found))
