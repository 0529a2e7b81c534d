"""Say whether confidences mean something: of all statements that are 0.8 sure, are eight in ten right?

A statement is right when the annotated attack that its mention is paired with says the same: the type, first and last
day, a place of overlapping words, a toll of the same outcome and figure, an actor of overlapping words with the same
stance. A statement about an attack that nobody annotated is wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from tocsin.evaluate.align import align
from tocsin.evaluate.compare import same_words
from tocsin.evaluate.gold import Reader, Row, reader_input
from tocsin.evaluate.shape import NOTHING, MentionView, Words, view_answer, view_gold

Json = dict[str, Any]
FIELDS = ("type", "when", "where", "casualty", "responsibility")
BINS = 10


@dataclass(frozen=True, slots=True)
class Case:
    """One statement: its field and maker, how sure the reader was (0 to 1), and whether it is right."""

    field: str
    maker: str
    confidence: float
    right: bool


def collect(rows: Iterable[Row], read: Reader) -> list[Case]:
    """Read annotated reports and judge every statement of the compared fields."""
    cases: list[Case] = []
    for row in rows:
        answer = read(reader_input(row))
        _, views = view_answer(answer)
        gold = tuple(view_gold(mention) for mention in row["mentions"])
        partner = {j: gold[i] for i, j in align(gold, views).pairs}
        number = {mention["id"]: n for n, mention in enumerate(answer["mentions"])}
        for statement in answer["statements"]:
            if statement["field"] not in FIELDS or not statement["polarity"]:
                continue
            true = partner.get(number.get(statement["mention"], -1), NOTHING)
            right = _is_right(statement, true)
            cases.append(Case(statement["field"], statement["maker"], statement["confidence"], right))
    return cases


def _is_right(statement: Json, gold: MentionView) -> bool:
    value = statement["value"]
    if statement["field"] == "type":
        return bool(value["acled"] == gold.acled)
    if statement["field"] == "when":
        return (value["start"], value["end"]) == (gold.start, gold.end)
    words = Words(statement["text"], tuple(statement["span"])) if statement["span"] else None
    if statement["field"] == "where":
        return any(same_words(words, place.words) for place in gold.places)
    if statement["field"] == "casualty":
        told = (value["outcome"], value["low"], value["high"])
        return any((row.outcome, row.low, row.high) == told for row in gold.casualties)
    actor = value["actor"]["text"] if value["actor"] else None
    return any(
        row.stance == value["stance"] and same_words(Words(actor) if actor else None, row.actor)
        for row in gold.responsibility
    )


def expected_error(cases: Sequence[Case]) -> float | None:
    """Give the expected calibration error: the mean gap between confidence and share right over ten equal bins.

    Weighted by the statements in each bin (Naeini et al. 2015); None without statements.
    """
    if not cases:
        return None
    return sum(len(part) * abs(_sure(part) - _right(part)) for part in _bins(cases).values()) / len(cases)


def reliability(cases: Sequence[Case]) -> list[tuple[float, float, int]]:
    """Give mean confidence, share right and number of statements of each bin that holds any, in ascending order."""
    return [(_sure(part), _right(part), len(part)) for _, part in sorted(_bins(cases).items())]


def show_calibration(cases: Sequence[Case]) -> str:
    """Write the table of a page: the error of each field, and how often statements of each confidence are right."""
    lines = ["| field | statements | right | mean confidence | ECE |", "| --- | ---: | ---: | ---: | ---: |"]
    for name in (*FIELDS, "all"):
        part = [c for c in cases if name in ("all", c.field)]
        error = expected_error(part)
        if error is not None:
            lines.append(f"| {name} | {len(part)} | {_right(part):.3f} | {_sure(part):.3f} | {error:.3f} |")
    lines += ["", "| confidence | right | statements | |", "| ---: | ---: | ---: | --- |"]
    for sure, right, n in reliability(cases):
        lines.append(f"| {sure:.2f} | {right:.2f} | {n} | {'█' * round(20 * right)} |")
    return "\n".join(lines)


def _bins(cases: Sequence[Case]) -> dict[int, list[Case]]:
    found: dict[int, list[Case]] = defaultdict(list)
    for case in cases:
        found[min(BINS - 1, int(case.confidence * BINS))].append(case)
    return found


def _sure(cases: Sequence[Case]) -> float:
    return sum(c.confidence for c in cases) / len(cases)


def _right(cases: Sequence[Case]) -> float:
    return sum(c.right for c in cases) / len(cases)
