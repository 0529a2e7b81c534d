"""Among the places a report names, the one of the attack is chosen; its neighbours in a list are kept beside it."""

from __future__ import annotations

import pytest

from tocsin.model.kinds.where import Where
from tocsin.model.report import make_report
from tocsin.model.span import cut
from tocsin.model.statement import make_mention
from tocsin.read import read_document
from tocsin.resolve.eventplace import Candidate, choose_event_places
from tocsin.resolve.wording import PlaceWording

LEVELS = {
    "Sidon": "town", "Tyre": "town", "Nabatieh": "town", "Beirut": "town", "Lebanon": "country", "Syria": "country",
    "South Lebanon": "province", "Rashidieh": "site", "NAIROBI": "town", "Kismayo": "town", "Nowheretown": None,
}  # fmt: skip


@pytest.fixture
def choose():
    """Give a function that places the attack whose trigger is given: the names chosen, the best one first."""

    def run(text, trigger="attack", *, role="main", modifiers=(), own=None):
        document = read_document(make_report(text, published="2021-05-03"))
        candidates = []
        for name, level in LEVELS.items():
            at = text.find(name)
            while at >= 0:
                value = None if level is None else Where(name, name, 33.0, 35.0, precision=level)
                wording = PlaceWording(name, at, at + len(name), modifier=name in modifiers)
                if not any(c.wording.start <= at < c.wording.end for c in candidates):
                    candidates.append(Candidate(wording, value, document.sentence_at(at)))
                at = text.find(name, at + 1)
        candidates.sort(key=lambda c: c.wording.start)
        start = text.index(trigger)
        sentence = document.sentence_at(start)
        mention = make_mention(
            document.report.id, cut(text, start, start + len(trigger)), sentence_start=sentence.span.start,
            sentence=sentence.index, ordinal=0, role=role, status="happened", regions=own or ((0, len(text)),),
        )  # fmt: skip
        return [c.wording.text for c in choose_event_places(document, mention, candidates, [])]

    return run


@pytest.mark.parametrize(
    ("text", "best"),
    [
        ("The attack in Sidon killed two.", "Sidon"),
        ("The attack took place in Sidon, Lebanon, on Sunday.", "Sidon"),
        ("The attack hit Rashidieh in Tyre.", "Rashidieh"),
        ("Officials in Beirut said the attack hit Sidon.", "Sidon"),
        ("The attack hit Sidon, and the wounded were taken to Beirut.", "Sidon"),
        ("Rockets fired from Syria hit Sidon in the attack.", "Sidon"),
        ("Lebanon condemned the attack in Sidon.", "Sidon"),
        ("NAIROBI (Reuters) - The attack on Sunday hit Kismayo.", "Kismayo"),
        ("The attack hit Nowheretown on Sunday.", "Nowheretown"),
        ("The attack in South Lebanon killed two.", "South Lebanon"),
    ],
)
def test_the_place_of_the_attack_is_chosen(text, best, choose):
    assert choose(text)[:1] == [best]


def test_places_joined_by_and_are_all_kept(choose):
    assert choose("The attack hit Sidon and Tyre on Sunday.") == ["Sidon", "Tyre"]
    assert choose("The attack hit Sidon, Tyre and Nabatieh on Sunday.") == ["Sidon", "Tyre", "Nabatieh"]


def test_a_container_is_not_a_second_place(choose):
    assert choose("The attack hit Sidon, Lebanon, on Sunday.") == ["Sidon"]


def test_a_country_that_modifies_is_no_place(choose):
    assert choose("The attack hit a Lebanon bus.", modifiers=("Lebanon",)) == []


def test_places_outside_the_attack_s_own_text_do_not_count(choose):
    text = "The attack killed two bakers. Another one hit Sidon."
    assert choose(text, own=((0, text.index("Another")),)) == []


def test_an_earlier_attack_takes_no_place_from_elsewhere(choose):
    text = "Shops in Sidon closed. The attack killed two bakers."
    at = text.index("The attack")
    assert choose(text, role="background", own=((at, len(text)),)) == []
