"""A warning leads to the sentence that is odd."""

from __future__ import annotations

from tocsin.read import read_document
from tocsin.serve.oddities import odd_sentence
from tocsin.testing import report


def test_a_warning_about_clocks_points_at_the_sentence_that_prints_them():
    text = "Rockets hit the base on Friday evening. The barrage began at 7:20 p.m. (2220 GMT), the coalition said."
    document = read_document(report(text))
    assert odd_sentence(document, "time-conversion-wrong", text.index("on Friday")).text.startswith("The barrage")
    assert odd_sentence(document, "self-contradiction", text.index("on Friday")).text.startswith("Rockets")
    assert odd_sentence(document, "date-unanchored", None) is None
