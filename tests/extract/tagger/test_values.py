"""From tagged words to values."""

import pytest

from tocsin.extract.tagger.attacks import TaggedAttack
from tocsin.extract.tagger.tag import Piece, Tagged
from tocsin.extract.tagger.values import ValueReader, read_count
from tocsin.model.kinds.figure import Figure
from tocsin.model.report import make_report
from tocsin.read import read_document


class NoNames:
    """Knows one demonym."""

    def country_of(self, word):
        """Give the country of a demonym."""
        return {"Iraqi": "IQ"}.get(word)


def reader(text, *pieces, links=None):
    placed = []
    for label, words, classes in pieces:
        start = text.index(words)
        placed.append(Piece(label, start, start + len(words), 0.9, classes))
    return ValueReader(read_document(make_report(text)), Tagged(1.0, tuple(placed), links or {}), NoNames())


def attack(**items):
    return TaggedAttack(Piece("trigger", 0, 1, 0.9), 0, {k: [(n, 0.9) for n in v] for k, v in items.items()})


@pytest.mark.parametrize(
    ("words", "figure"),
    [
        ("more than a dozen worshippers", Figure(13, None, "at_least")),
        ("a bus driver", Figure(1, 1)),
        ("Ricardo Alfonso Castellar", Figure(1, 1)),
        ("several people", Figure(2, None, "vague")),
        ("two soldiers", Figure(2, 2)),
        ("casualties", None),
    ],
)
def test_read_count(words, figure):
    assert read_count(words) == figure


def test_the_number_grammar_reads_the_figure_and_the_tagger_its_outcome():
    text = "A blast killed at least five Iraqi soldiers and hurt others."
    made = reader(
        text,
        ("casualty", "at least five Iraqi soldiers", {"outcome": "killed", "group": "military", "superseded": "no"}),
    )
    (row,) = made.tolls(attack(casualty=[0]))
    assert (row.value.outcome, row.value.figure) == ("killed", Figure(5, None, "at_least"))
    assert (row.value.group, row.value.nationality) == ("military", ("IQ",))
    assert text[row.start : row.end] == "at least five Iraqi soldiers"


def test_words_without_a_number_give_no_row():
    made = reader(
        "It caused heavy casualties.",
        ("casualty", "heavy casualties", {"outcome": "killed", "group": "unknown", "superseded": "no"}),
    )
    assert made.tolls(attack(casualty=[0])) == []


def test_a_stance_needs_an_actor_unless_it_names_nobody_on_purpose():
    text = "Officials blamed the Front. Nobody has claimed the raid."
    made = reader(
        text,
        ("stance", "Officials blamed", {"stance": "accused", "scope": "this_attack"}),
        ("stance", "Nobody has claimed the raid", {"stance": "unclaimed", "scope": "this_attack"}),
    )
    (row,) = made.stances(attack(stance=[0, 1]))
    assert (row.value.stance, row.value.actor) == ("unclaimed", None)


def test_a_row_is_credited_to_the_speaker_it_is_linked_to():
    text = "Two guards died, the district hospital said."
    made = reader(
        text,
        ("casualty", "Two guards", {"outcome": "killed", "group": "unknown", "superseded": "no"}),
        ("speaker", "district hospital", {}),
        links={"speaker": {(0, 1): 0.8}},
    )
    (row,) = made.tolls(attack(casualty=[0]))
    assert row.speaker is not None
    assert (row.speaker.kind, row.speaker.span.text) == ("medical", "district hospital")
