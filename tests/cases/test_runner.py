"""The runner of cases reads the grammar, judges rightly both ways, and refuses what it does not know."""

from __future__ import annotations

from typing import Any

import pytest

PAGE = """# Theme

## A toll (known gap: numbers)

```report
published: 2024-05-03
Two died.
```
```expect
main killed = 2
```

## Nothing

```report
All is well.
```
```forbid
any killed
```
"""


def row(**more: Any) -> dict[str, Any]:
    """Give an output of the contract with one mention, for judging."""
    speaker = {"name": "Police", "via": ["AFP"]}
    total = {"outcome": "killed", "low": 12, "high": 12, "hedge": "exact", "text": "12 people", "span": [0, 9],
             "who": "people", "group": "civilian", "age_sex": None, "nationality": ["IQ"], "part_of": None,
             "superseded": False, "includes_perpetrators": None, "speaker": speaker}  # fmt: skip
    part = {**total, "low": 3, "high": 3, "who": "children", "age_sex": "children", "part_of": 0, "speaker": None}
    mention = {
        "role": "main", "status": "happened", "anchor": {"text": "killed", "span": [15, 21]},
        "type": {"acled": "Attack", "text": "killed", "span": [15, 21]}, "no_casualties": False,
        "casualties": [total, part], "weapons": [], "munitions": [], "targets": [], "damage": [],
        "responsibility": [{"actor": {"text": "Shiite militias", "kind": "political militia"}, "stance": "accused",
                            "scope": "earlier_attacks", "official": True, "text": "x", "speaker": speaker}],
        "when": {"start": "2019-11-01", "end": "2019-11-30", "precision": "month", "text": "November",
                 "time_local": "19:20", "utc": None, "basis": "explicit"},
        "where": {"text": "Kirkuk", "name": "Kirkuk", "lat": 35.47, "lon": 44.39, "country": "IQ",
                  "precision": "town", "context": [{"text": "Iraq"}]},
    }  # fmt: skip
    text = "12 people were killed in Kirkuk."
    report = {"relevant": True, "warnings": [{"code": "self-contradiction", "message": "", "span": [25, 31]}]}
    return {"text": text, "report": report, "mentions": [{**mention, **more}]}


def test_a_page_gives_its_cases(cases):
    toll, nothing = cases.parse(PAGE, "page.md")
    assert (toll.name, toll.gap, toll.known, toll.report) == (
        "A toll",
        "numbers",
        {"published": "2024-05-03"},
        "Two died.",
    )
    assert (toll.expect, toll.forbid) == (("main killed = 2",), ())
    assert (nothing.gap, nothing.forbid, nothing.line) == (None, ("any killed",), 13)


def test_a_case_without_blocks_is_refused(cases):
    with pytest.raises(cases.error, match=r"page\.md:1"):
        cases.parse("## Empty\n\n```report\nA.\n```\n", "page.md")


@pytest.mark.parametrize(
    ("line", "holds"),
    [
        ("relevant = true", True), ("relevant = false", False),
        ("main = 1", True), ("other = 0", True), ("any = >=2", False), ("any = <=2", True),
        ("warning self-contradiction", True), ("warning self-contradiction ~ Kirkuk", True),
        ("warning self-contradiction ~ killed", False), ("warning date-unanchored", False),
        ("main killed = 12", True), ("main killed = 13", False), ("main killed = >=12", False),
        ("main killed = 10..12", False), ("main killed = unknown", False), ("main killed = about 12", False),
        ("main killed = 12 or 13", True), ("other killed = 12", False), ("any killed", True), ("main wounded", False),
        ("main killed = 12, by police, no total", True), ("main killed = 12, by the outlet", False),
        ("main killed = 12, via AFP", True), ("main killed = 12, nation IQ, group civilian, current", True),
        ("main killed = 12, superseded", False), ("main killed = 12, attackers", False),
        ("main killed = 3, who children, age children, part of 12", True), ("main killed = 3, part of 13", False),
        ("main killed = 3, no total", False), ("main killed = 3, by the outlet", True),
        ("main type = Attack", True), ("main type = Armed clash", False), ("main status = happened", True),
        ("main when = 2019-11", True), ("main when = 2019-11-01..2019-11-30", True), ("main when = 2019-11-28", False),
        ("main when = 2019", False), ("main when ~ november, precision month, basis explicit", True),
        ("main time = 19:20", True), ("main utc", False),
        ("main where ~ kirkuk, country IQ, within 20 km of 35.51 44.28", True),
        ("main where, within 5 km of 35.51 44.28", False), ("main where ~ Iraq", False), ("main place ~ Iraq", True),
        ("main accused ~ Shiite, about earlier attacks, by police, official true, kind political militia", True),
        ("main accused ~ Shiite, about this attack", False), ("main claims", False), ("any actor ~ militias", True),
        ('main "Kirkuk" killed = 12', True), ('main "Mosul" killed = 12', False), ("main nobody hurt", False),
    ],
)  # fmt: skip
def test_a_line_is_judged(cases, line, holds):
    assert cases.judge(row(), line) is holds


def test_about_is_not_exact(cases):
    about = {**row()["mentions"][0]["casualties"][0], "hedge": "about"}
    told = row(casualties=[about], no_casualties=True)
    assert cases.judge(told, "main killed = about 12")
    assert not cases.judge(told, "main killed = 12")
    assert cases.judge(told, "main nobody hurt")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "killed = 2",
        "main kiled = 2",
        "main killed > 2",
        "main killed = 12, colour red",
        "main where, within a walk",
    ],
)
def test_a_line_outside_the_grammar_is_refused(cases, line):
    with pytest.raises(cases.error):
        cases.judge(row(), line)


def test_a_span_that_lies_is_found(cases):
    assert cases.spans(row()) == ["[0, 9]: '12 people' is not '12 people'"][:0]
    wrong = row(weapons=[{"text": "rocket", "kind": "rocket", "span": [0, 6]}])
    assert cases.spans(wrong) == ["[0, 6]: 'rocket' is not '12 peo'"]


def test_what_was_read_is_said_in_the_grammar(cases):
    told = cases.describe(row())
    assert "main killed = 3, hedge exact, who children, group civilian, part of 12" in told
    assert "main accused ~ Shiite militias, about earlier_attacks, by Police" in told
    assert "main where ~ Kirkuk, at 35.47 44.39, country IQ" in told


def test_kilometres_are_kilometres(cases):
    assert cases.km(0, 0, 0, 1) == pytest.approx(111.2, abs=0.1)


def test_every_line_of_every_case_is_in_the_grammar(cases):
    """Judge each line on one output, so that a slip of the pen in a line that never matches is found too."""
    found = cases.find()
    assert len(found) > 60
    for case in found:
        for line in (*case.expect, *case.forbid):
            cases.judge(row(), line)


def test_names_of_cases_are_unique(cases):
    names = [(c.page, c.name) for c in cases.find()]
    assert len(names) == len(set(names))
