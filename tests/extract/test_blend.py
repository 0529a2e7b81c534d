"""Two readers, one reading: who is heard on what. The tagger here is a stand-in that marks given words."""

import re

import numpy as np
import pytest

from tocsin.extract.blend import BOTH, TAGGER, Mix, Plan, extract_reading
from tocsin.extract.tagger import labels
from tocsin.extract.tagger.network import Encoded
from tocsin.extract.tagger.tag import Piece, Tagged
from tocsin.model.report import make_report
from tocsin.read import read_document

FLAT = {"type": labels.TYPES, "role": labels.ROLES, "status": labels.STATUSES}


class Names:
    """Knows no country."""

    def country_of(self, word):
        """Give none."""
        del word


def trigger(words, acled="Attack", role="main", status="happened", sure=0.9):
    given = {"type": acled, "role": role, "status": status}
    odds = {facet: {c: sure if c == given[facet] else 0.0 for c in classes} for facet, classes in FLAT.items()}
    return ("trigger", words, given, odds)


def toll(words, outcome="killed", group="unknown"):
    return ("casualty", words, {"outcome": outcome, "group": group, "superseded": "no"}, {})


def speaker(words):
    return ("speaker", words, {}, {})


def mark(text, *pieces, links=(), relevance=0.95, sure=0.9):
    """Mark words of a text; ``links`` are (kind, from, to, probability) by the places of the pieces."""
    offsets = tuple((m.start(), m.end()) for m in re.finditer(r"\w+|[^\w\s]", text))
    tags = np.zeros((len(offsets), len(labels.PIECES), 3), np.float32)
    tags[:, :, 0] = 0.99
    placed = []
    for label, words, classes, odds in pieces:
        start = text.index(words)
        placed.append(Piece(label, start, start + len(words), sure, classes, odds))
        for n, (a, b) in enumerate(offsets):
            if a < start + len(words) and start < b:
                tags[n, labels.PIECES.index(label), 0] = 1 - sure
    found = {}
    for kind, source, goal, p in links:
        found.setdefault(kind, {})[(source, goal)] = p
    encoded = Encoded(tuple(range(len(offsets))), offsets, np.zeros((len(offsets), 1), np.float32), tags, relevance)
    return Tagged(relevance, tuple(placed), found, encoded)


def read(text, tagged, plan=None):
    document = read_document(make_report(text, published="2024-03-09"))
    return extract_reading(document, Names(), maker="test", tagger=lambda _: tagged, plan=plan)


def tolls(reading):
    found = [s for s in reading.statements if s.field == "casualty"]
    return [(s.span.text, s.value.outcome, s.value.figure.low, s.maker) for s in found]


TEXT = (
    "Gunmen attacked a convoy on Friday, killing nine people. The governor put the dead at eleven, all of them traders."
)


def test_what_both_readers_say_is_one_row_that_names_both():
    tagged = mark(TEXT, trigger("attacked"), toll("nine people"), links=[("casualty", 1, 0, 0.95)])
    rows = tolls(read(TEXT, tagged))
    assert ("nine people", "killed", 9, BOTH) in rows


def test_a_row_that_only_the_tagger_finds_joins_where_it_is_sure():
    text = "Gunmen attacked a convoy on Friday. Nine people never came home."
    tagged = mark(text, trigger("attacked"), toll("Nine people", "missing"), links=[("casualty", 1, 0, 0.95)])
    eager = Plan(fields={"casualty": Mix(0.0, 0.5)})
    shy = Plan(fields={"casualty": Mix(0.0, 0.99)})
    assert tolls(read(text, tagged, eager)) == [("Nine people", "missing", 9, TAGGER)]
    assert tolls(read(text, tagged, shy)) == []


def test_a_row_of_the_rules_goes_where_the_tagger_sees_nothing_there():
    tagged = mark(TEXT, trigger("attacked"))
    assert tolls(read(TEXT, tagged, Plan(fields={"casualty": Mix(0.5, 2.0)}))) == []
    assert tolls(read(TEXT, tagged, Plan(fields={"casualty": Mix(0.0, 2.0)}))) != []


def test_a_speaker_that_only_the_tagger_knows_is_heard():
    text = "Gunmen attacked a convoy on Friday, killing nine people. So much the rangers' radio let out."
    tagged = mark(
        text,
        trigger("attacked"),
        toll("nine people"),
        speaker("rangers' radio"),
        links=[("casualty", 1, 0, 0.95), ("speaker", 1, 2, 0.9)],
    )
    (row,) = [s for s in read(text, tagged).statements if s.field == "casualty"]
    assert row.speaker is not None
    assert row.speaker.span.text == "rangers' radio"


def test_an_attack_that_only_the_tagger_finds_is_a_mention_of_its_own():
    text = "Gunmen attacked a convoy on Friday, killing nine people. Earlier the bridge at Oru had gone up in smoke."
    later = trigger("gone up in smoke", "Looting/property destruction", "background", sure=0.99)
    tagged = mark(text, trigger("attacked"), later, sure=0.99)
    reading = read(text, tagged, Plan(add_attack=0.9))
    assert [(m.anchor.text.split()[-1], m.role) for m in reading.mentions] == [
        ("attacked", "main"),
        ("smoke", "background"),
    ]


def test_the_tagger_says_role_and_status_where_it_is_sure():
    tagged = mark(TEXT, trigger("attacked", role="background", status="attempted", sure=0.95))
    (mention,) = read(TEXT, tagged, Plan(role_sure=0.9, status_sure=0.9)).mentions
    assert (mention.role, mention.status) == ("background", "attempted")
    (mention,) = read(TEXT, tagged, Plan(role_sure=0.99, status_sure=0.99)).mentions
    assert (mention.role, mention.status) == ("main", "happened")


def test_a_report_that_the_tagger_finds_irrelevant_is_refused():
    text = "The minister spoke of the attack on the budget."
    reading = read(text, mark(text, relevance=0.01))
    assert not reading.relevant
    assert reading.mentions == ()
    assert reading.relevance < 0.5


@pytest.mark.parametrize("text", [TEXT, TEXT.upper()])
def test_every_id_is_that_of_what_the_statement_says(text):
    first, second = text[7:15], text[43:54]
    tagged = mark(text, trigger(first), toll(second), links=[("casualty", 1, 0, 0.95)])
    statements = read(text, tagged).statements
    assert len({s.id for s in statements}) == len(statements)
    parts = {s.value.part_of for s in statements if s.field == "casualty"} - {None}
    assert parts <= {s.id for s in statements}
