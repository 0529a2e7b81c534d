"""Sentences end where they end, not at abbreviations, initials, clock times or decimal points."""

from __future__ import annotations

import pytest

from tocsin.read.parts import split_parts
from tocsin.read.sentences import split_sentences


def split(text):
    return [s.span.text for s in split_sentences(text, split_parts(text))]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Rockets hit a base. One man was killed.", 2),
        ("Gen. Abdul Rahman said the base was hit.", 1),
        ("The U.S. Army said so. No one was hurt.", 2),
        ("Troops of the U.S. The base was hit.", 2),
        ("It began at 7 a.m. Police came at 8 a.m. on foot.", 2),
        ("It began at 7.30 p.m. on Friday.", 1),
        ("A 2.5 km crater was left. It smoked.", 2),
        ("J. F. Smith was killed on Jan. 5 in Sidon.", 1),
        ("Bomb No. 4 went off. It was small.", 2),
        ("“Nobody came.” He left.", 2),
        ("Was it a bomb? Yes! It was.", 3),
        ("They waited… Then it came.", 2),
        ("Rockets hit a base", 1),
        ("He said: 'Stop.' Then he fell.", 2),
    ],
)
def test_a_line_splits_into_so_many(text, count):
    assert len(split(text)) == count, split(text)


def test_sentences_are_numbered_through_the_report_and_slice():
    text = "Bomb in Sidon\n\nA bomb went off. Two died.\n\nPolice came."
    found = split_sentences(text, split_parts(text))
    assert [s.index for s in found] == [0, 1, 2, 3]
    assert [s.paragraph for s in found] == [0, 1, 1, 2]
    assert all(text[s.span.start : s.span.end] == s.span.text for s in found)


def test_a_title_with_stops_stays_whole():
    text = "U.N. base hit. Again\n\nA base of the peacekeepers was hit on Friday. Two died."
    assert split(text)[0] == "U.N. base hit. Again"


def test_wrapped_text_reads_as_one_line_with_the_same_offsets():
    text = (
        "Gunmen on motorcycles opened fire on a convoy of lorries in the\n"
        "north of Burkina Faso on Wednesday and killed eleven drivers."
    )
    (only,) = split_sentences(text, split_parts(text))
    assert "\n" not in only.text
    assert len(only.text) == len(only.span.text)
