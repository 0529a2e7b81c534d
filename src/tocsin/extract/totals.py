"""Tie a smaller toll to the total it breaks down, where the wording of neither says so.

"Twelve people were killed. A teacher and two children were among them" says it; "A teacher died on the way to hospital"
does not, yet the teacher is one of the twelve far more often than a rival toll. Which smaller rows are parts was counted
on the annotated reports (gold train and training/gold, 1,300 pairs of rows): women or children beside a general total
.96, one person told after it .80, any smaller figure later in its sentence .89, a later one of a named group .69; a figure
told before the total, the attackers' own dead and figures beside a total of soldiers are their own rows.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tocsin.model.kinds.casualties import Toll
from tocsin.model.statement import Statement, restate

if TYPE_CHECKING:
    from tocsin.model.document import Document

_GENERAL = frozenset({"unknown", "civilian"})
_ANYBODY = frozenset(
    {"people", "persons", "others", "civilians", "palestinians", "victims", "dead", "wounded", "bodies"}
)


def tie_parts(document: Document, statements: list[Statement]) -> list[Statement]:
    """Give the statements of one mention with ``part_of`` filled in where a smaller toll breaks down a larger one."""
    tolls = [s for s in statements if isinstance(s.value, Toll) and s.span is not None]
    totals = {s.value.part_of for s in tolls if isinstance(s.value, Toll)}
    tied: dict[str, Statement] = {}
    for statement in tolls:
        if statement.id in totals:
            continue  # a total with parts of its own stays on top: its parts point at it
        total = _find_total(document, statement, tolls)
        if total is not None and isinstance(statement.value, Toll):
            tied[statement.id] = restate(statement, value=replace(statement.value, part_of=total.id))
    return [tied.get(s.id, s) for s in statements]


def _find_total(document: Document, part: Statement, tolls: list[Statement]) -> Statement | None:
    toll = part.value
    if not isinstance(toll, Toll) or toll.part_of or toll.superseded or toll.includes_perpetrators:
        return None
    larger = [s for s in tolls if isinstance(s.value, Toll) and _could_hold(s.value, toll)]
    if not larger:
        return None
    total = max(larger, key=lambda s: _size(s.value))
    return total if _is_part(document, part, total) else None


def _could_hold(total: Toll, part: Toll) -> bool:
    return (
        total.outcome == part.outcome
        and not total.superseded
        and total.part_of is None
        and total.age_sex is None
        and total.group in _GENERAL
        and _size(total) > _size(part) > 0
    )


def _is_part(document: Document, part: Statement, total: Statement) -> bool:
    toll = part.value
    if not isinstance(toll, Toll) or part.span is None or total.span is None:
        return False
    if toll.age_sex is not None:
        return True
    if part.span.start < total.span.start:
        return False
    same = document.sentence_at(part.span.start) is document.sentence_at(total.span.start)
    if same or (toll.figure.low, toll.figure.high) == (1, 1) or (toll.figure.hedge, toll.figure.low) == ("vague", 2):
        return True
    words = toll.who.lower().split()
    return toll.group not in _GENERAL or (bool(words) and words[-1] not in _ANYBODY and part.speaker is None)


def _size(value: object) -> int:
    if not isinstance(value, Toll):
        return 0
    figure = value.figure
    return figure.low if figure.low is not None else figure.high or 0
