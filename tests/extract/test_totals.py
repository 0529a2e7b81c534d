"""Which smaller tolls break down a larger one."""

import pytest

from tocsin.extract.totals import tie_parts
from tocsin.model.kinds.casualties import Toll
from tocsin.model.kinds.figure import Figure
from tocsin.model.report import make_report
from tocsin.model.span import cut
from tocsin.model.statement import make_mention, make_statement
from tocsin.read import read_document


def tied(text, *rows):
    """Tie rows of (words, toll); give for each the words of its total, or None."""
    document = read_document(make_report(text))
    mention = make_mention(
        "r", cut(text, 0, 3), sentence_start=0, sentence=0, ordinal=0, role="main", status="happened"
    )
    told = []
    for words, toll in rows:
        start = text.index(words)
        span = cut(text, start, start + len(words))
        told.append(make_statement(mention, "casualty", toll, span, maker="test.v1"))
    words_of = {s.id: s.span.text for s in told}
    return [words_of.get(s.value.part_of) for s in tie_parts(document, told)]


def killed(n, group="unknown", **more):
    return Toll("killed", Figure(n, n), group=group, **more)


def test_one_person_told_after_a_total_is_one_of_them():
    text = "The blast killed twelve people. A teacher died on the way to hospital."
    assert tied(text, ("twelve people", killed(12)), ("A teacher", killed(1, "civilian"))) == [None, "twelve people"]


def test_women_and_children_belong_to_the_total_wherever_it_stands():
    text = "Three children died. In all nine people were killed."
    rows = (("Three children", killed(3, "civilian", age_sex="children")), ("nine people", killed(9)))
    assert tied(text, *rows) == ["nine people", None]


def test_a_rival_toll_of_people_stays_a_toll_of_its_own():
    text = "Police counted nine people killed. The hospital counted seven people."
    assert tied(text, ("nine people", killed(9)), ("seven people", killed(7))) == [None, None]


@pytest.mark.parametrize(
    "toll",
    [killed(2, "militant", includes_perpetrators=True), killed(2, superseded=True)],
)
def test_attackers_and_older_figures_are_not_parts(toll):
    text = "The raid killed nine people and two more."
    assert tied(text, ("nine people", killed(9)), ("two more", toll)) == [None, None]


def test_dead_beside_a_total_of_soldiers_are_not_among_the_soldiers():
    text = "Nine soldiers were killed. A farmer also died."
    assert tied(text, ("Nine soldiers", killed(9, "military")), ("A farmer", killed(1, "civilian"))) == [None, None]


def test_the_wounded_are_no_part_of_the_dead():
    text = "Nine people were killed and two women hurt."
    wounded = Toll("wounded", Figure(2, 2), group="civilian", age_sex="women")
    assert tied(text, ("Nine people", killed(9)), ("two women", wounded)) == [None, None]
