"""Lines of a report are told apart: title, lead, body, heads, captions, list items, credits, furniture."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tocsin.read.parts import split_parts

REPORT = """Bomb kills two in Sidon

A bomb killed two bakers in Sidon on Friday.

What is known

Police closed the street. Witnesses spoke of a van.
- The van was stolen in May.
Smoke over Sidon. File photo
Read more: The month in pictures
By A. Writer
"""
GAP = pytest.mark.xfail(strict=True, reason="known gap: a credit in brackets at the foot of a report")


def parts(text, title=""):
    return [(line.part, text[line.start : line.end]) for line in split_parts(text, title)]


def test_each_line_is_given_its_part():
    assert [part for part, _ in parts(REPORT)] == [
        "title",
        "lead",
        "head",
        "body",
        "list",
        "caption",
        "noise",
        "credit",
    ]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("By Jane Writer", "credit"),
        ("AFP", "credit"),
        pytest.param("(Reporting by A. Writer; Editing by B. Reader)", "credit", marks=GAP),
        ("Last updated 3 May 2021", "credit"),
        ("3 May 2021, 10:15", "credit"),
        ("— With reporting by the Beirut bureau", "credit"),
        ("Sign up for the morning letter", "noise"),
        ("Also read: five quiet towns", "noise"),
        ("© All rights reserved", "noise"),
        ("Sidon on the map. Google Maps", "caption"),
        ("A soldier pictured in Sidon", "caption"),
        ("1. A bridge was hit.", "list"),
        ("• A bridge was hit.", "list"),
        ("Why now?", "head"),
        ("The army said the road was open again.", "body"),
        ('"Nobody came to help?" he asked.', "body"),
    ],
)
def test_a_line_after_the_lead_is_classified(line, part):
    text = f"Bomb kills two in Sidon\n\nA bomb killed two bakers in Sidon on Friday.\n\n{line}\n\nThe end came."
    assert dict((words, p) for p, words in parts(text))[line] == part  # noqa: C402 - the pairs are the other way round


def test_a_single_line_is_the_lead():
    assert parts("Rockets hit a base near Kirkuk") == [("lead", "Rockets hit a base near Kirkuk")]


def test_a_first_line_that_is_a_sentence_is_no_title_unless_it_was_given_as_one():
    text = "A bomb killed two bakers in Sidon.\n\nPolice closed the street in the evening."
    assert parts(text)[0][0] == "lead"
    assert parts(text, "A bomb killed two bakers in Sidon.")[0][0] == "title"


def test_hard_wrapped_lines_are_joined():
    text = (
        "Gunmen on motorcycles opened fire on a convoy of lorries in the\n"
        "north of Burkina Faso on Wednesday and killed eleven drivers\n"
        "and wounded four soldiers."
    )
    assert len(split_parts(text)) == 1


def test_paragraphs_of_one_line_each_are_not_joined():
    text = "A bomb killed two bakers in Sidon on Friday.\nPolice closed the street in the evening.\n"
    assert len(split_parts(text)) == 2


def test_lines_never_overlap_and_carry_no_outer_space():
    lines = split_parts(REPORT)
    assert all(a.end <= b.start for a, b in pairwise(lines))
    assert all(REPORT[x.start : x.end] == REPORT[x.start : x.end].strip() for x in lines)
