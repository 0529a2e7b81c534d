"""A report is relevant when it tells of armed or deadly violence by people."""

from __future__ import annotations

import pytest

from tocsin.extract.episodes import find_episodes, read_dates
from tocsin.extract.relevance import weigh_relevance

SPORT = pytest.mark.xfail(strict=True, reason="known gap: sport told in words of war")
HARM = pytest.mark.xfail(strict=True, reason="known gap: deaths without any armed act pass for an attack")


@pytest.fixture
def weigh(document):
    def run(text):
        read = document(text)
        return weigh_relevance(read, find_episodes(read, read_dates(read)))

    return run


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed four policemen in Tyre.",
        "Rockets hit a base near Kirkuk.",
        "A suicide bomber struck a market.",
        "Air strikes killed ten people in Idlib.",
        "Air defences intercepted a missile fired by the rebels.",
        "Militants abducted two nuns.",
    ],
)
def test_attacks_weigh_more_than_half(text, weigh):
    assert 0.5 <= weigh(text) <= 1


@pytest.mark.parametrize(
    "text",
    [
        "The baker opened his shop.",
        "A bus fell into a river, and the crash was called an accident.",
        "The navy ended its yearly exercise with a drill.",
        pytest.param("The coach said the match was a battle.", marks=SPORT),
        "Twelve people were killed when a bus fell into a river.",
        "Cholera killed 40 people in the camp.",
        pytest.param(
            "Twelve people were killed and 30 injured when a bus fell into a river near Cusco, police said.", marks=HARM
        ),
        "A tornado struck the town.",
        "The two sides agreed to a truce.",
    ],
)
def test_other_news_weighs_less_than_half(text, weigh):
    assert 0 <= weigh(text) < 0.5
