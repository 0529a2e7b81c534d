"""What the pages say about words and values is what the package does."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from tocsin.model import document, statement
from tocsin.model.kinds import casualties, responsibility, target, weapon, where
from tocsin.model.kinds.figure import HEDGES, Figure, parse_figure
from tocsin.model.kinds.when import value

ENUMERATIONS = {
    "role": get_args(statement.Role),
    "status": get_args(statement.Status),
    "verdict": get_args(statement.Verdict)[:3],
    "speaker": get_args(document.SpeakerKind),
    "outcome": casualties.OUTCOMES,
    "group": casualties.GROUPS,
    "hedge": HEDGES,
    "stance": responsibility.STANCES,
    "scope": responsibility.SCOPES,
    "actor": responsibility.ACTOR_KINDS,
    "fate": weapon.FATES,
    "effect": target.EFFECTS,
    "geo precision": where.PRECISIONS,
    "time precision": get_args(value.Precision),
    "basis": get_args(value.Basis),
}


@pytest.mark.parametrize("name", ENUMERATIONS)
def test_glossary_names_every_value(name, repo_root):
    page = (repo_root / "docs/glossary.md").read_text(encoding="utf-8")
    words = " ".join(page.split())
    assert [word for word in ENUMERATIONS[name] if not re.search(rf"(?<!\w){re.escape(word)}(?!\w)", words)] == []


def figure_rows(page):
    """Read the table of words and bounds: one row for each wording."""
    table = page.split("## From words to bounds")[1].split("\n## ")[0]
    for words, low, high, hedge in re.findall(r"^\| (.+?) \| (\d+|-) \| (\d+|-) \| (\w+) \|$", table, re.MULTILINE):
        bounds = [None if n == "-" else int(n) for n in (low, high)]
        for wording in words.split(", "):
            if hedge in HEDGES and wording != "a bare plural":
                yield wording, Figure(bounds[0], bounds[1], hedge)


def test_table_of_bounds_is_what_the_reader_of_figures_does(repo_root):
    rows = list(figure_rows((repo_root / "docs/how-a-figure-is-chosen.md").read_text(encoding="utf-8")))
    counted = [(words, figure) for words, figure in rows if figure.low != 0]
    assert len(counted) > 8
    assert [(words, parse_figure(f"{words} people")) for words, figure in counted] == counted
