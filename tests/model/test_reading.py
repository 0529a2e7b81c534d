"""What is left of a reading when only what is sure is wanted."""

from tocsin.model.document import Document
from tocsin.model.kinds.casualties import Toll
from tocsin.model.kinds.event_type import EventType
from tocsin.model.kinds.figure import Figure
from tocsin.model.reading import Reading
from tocsin.model.report import make_report
from tocsin.model.span import cut
from tocsin.model.statement import make_mention, make_statement

TEXT = "A blast killed nine people, three of them children. A raid followed."


def make_reading():
    report = make_report(TEXT)
    anchor, later = cut(TEXT, 2, 7), cut(TEXT, 54, 58)
    first = make_mention("r", anchor, sentence_start=0, sentence=0, ordinal=0, role="main", status="happened")
    second = make_mention("r", later, sentence_start=52, sentence=1, ordinal=0, role="other", status="happened")
    blast = make_statement(first, "type", EventType("Attack"), anchor, confidence=0.9, maker="t.v1")
    total = make_statement(
        first, "casualty", Toll("killed", Figure(9, 9)), cut(TEXT, 15, 26), confidence=0.4, maker="t.v1"
    )
    part = Toll("killed", Figure(3, 3), part_of=total.id)
    children = make_statement(first, "casualty", part, cut(TEXT, 28, 50), confidence=0.8, maker="t.v1")
    raid = make_statement(second, "type", EventType("Attack"), later, confidence=0.3, maker="t.v1")
    return Reading(Document(report, ()), True, 0.9, (first, second), (blast, total, children, raid))


def test_statements_and_attacks_below_the_bar_are_left_out():
    sure = make_reading().above(0.5)
    assert [m.role for m in sure.mentions] == ["main"]
    assert [s.confidence for s in sure.statements] == [0.9, 0.8]


def test_a_row_whose_total_is_left_out_stands_for_itself():
    (children,) = [s for s in make_reading().above(0.5).statements if s.field == "casualty"]
    assert children.value.part_of is None
    assert children.value.figure == Figure(3, 3)


def test_no_bar_changes_nothing():
    reading = make_reading()
    assert reading.above(0.0) is reading
