"""The date of an attack is chosen among the dates of its own text, never the day somebody spoke."""

from __future__ import annotations

import pytest

from tocsin.extract.dating import choose_when
from tocsin.extract.episodes import find_episodes, read_dates


@pytest.fixture
def when(document):
    """Give a function that dates the first attack of a text: start, end, clock time, and the date's words."""

    def choose(text, **known):
        read = document(text, **known)
        dates = read_dates(read)
        chosen = choose_when(read, find_episodes(read, dates)[0], dates)
        if chosen is None:
            return None
        value, start, end = chosen
        words = None if start is None else read.text[start:end]
        return str(value.start), str(value.end), value.time_local, words

    return choose


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        ("A bomb went off in Sidon on Sunday.", "2021-05-02", "2021-05-02", "Sunday"),
        ("On Sunday a bomb went off in Sidon.", "2021-05-02", "2021-05-02", "Sunday"),
        ("A bomb went off in Sidon yesterday.", "2021-05-02", "2021-05-02", "yesterday"),
        ("A bomb went off in Sidon overnight.", "2021-05-02", "2021-05-03", "overnight"),
        ("A bomb went off in Sidon on Friday, police said on Sunday.", "2021-04-30", "2021-04-30", "Friday"),
        ("Police said on Sunday that a bomb went off in Sidon on Friday.", "2021-04-30", "2021-04-30", "Friday"),
        ("A bomb went off on 30 April 2021 in Sidon.", "2021-04-30", "2021-04-30", "30 April 2021"),
        ("A bomb went off on Friday, three days after a visit.", "2021-04-30", "2021-04-30", "Friday"),
    ],
)
def test_an_attack_is_dated(text, start, end, words, when):
    found = when(text)
    assert found is not None
    assert found[:2] == (start, end)
    assert words in found[3]


def test_a_short_notice_without_dates_tells_of_its_own_day(when):
    assert when("A bomb went off in Sidon.") == ("2021-05-03", "2021-05-03", None, None)


def test_without_a_day_of_publication_nothing_is_guessed(when):
    assert when("A bomb went off in Sidon.", published=None) is None


def test_a_long_report_without_dates_stays_undated(when):
    assert when("A bomb went off in Sidon. " + "The street was calm and the shops stayed open. " * 20) is None


def test_a_clock_time_joins_its_day(when):
    assert when("A bomb went off in Sidon on Sunday. It went off at 7:20 pm.")[2] == "19:20"
    assert when("A bomb went off in Sidon at 7:20 pm on Sunday.")[2] == "19:20"
