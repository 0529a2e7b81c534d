"""The side-by-side table: what each report says, by column, copies of one text together."""

from __future__ import annotations

from collections.abc import Iterable

from tocsin.model.kinds.casualties import Toll
from tocsin.model.kinds.responsibility import Responsibility
from tocsin.model.kinds.weapon import Munition
from tocsin.model.statement import Statement
from tocsin.serve.web import words
from tocsin.serve.web.case import Case, is_about_this, is_superseded, say_fate, say_value
from tocsin.serve.web.views import CellView, CompareRow, SourceView, WitnessView

COLUMNS = ("When", "Killed", "Wounded", "Munitions", "Who did it")


def view_witnesses(case: Case, sources: tuple[SourceView, ...]) -> tuple[WitnessView, ...]:
    """Group the reports into witnesses, in order of publication, with a row of cells for each report."""
    by_number = {s.number: s for s in sources}
    groups: dict[int, list[int]] = {}
    for card in case.reports:
        groups.setdefault(case.witness_of.get(card.id, -case.numbers[card.id]), []).append(case.numbers[card.id])
    return tuple(
        WitnessView(tuple(CompareRow(by_number[n], fill_columns(case, case.reports[n - 1].id)) for n in numbers))
        for numbers in groups.values()
    )


def fill_columns(case: Case, report: str) -> tuple[tuple[CellView, ...], ...]:
    """Give what one report says, a tuple of cells for each of ``COLUMNS``."""
    own = [s for s in case.statements if s.report == report and s.id not in case.rejected]
    own.sort(key=lambda s: s.span.start if s.span else 0)
    columns: list[list[Statement]] = [
        [s for s in own if s.field == "when"],
        [s for s in own if _is_total(s, "killed") or s.field == "no_casualties"],
        [s for s in own if _is_total(s, "wounded")],
        [s for s in own if s.field == "munition"],
        [s for s in own if s.field == "responsibility" and is_about_this(s)],
    ]
    return tuple(tuple(_once(_cell(case, s) for s in column)) for column in columns)


def _is_total(one: Statement, outcome: str) -> bool:
    return isinstance(one.value, Toll) and one.value.outcome == outcome and one.value.part_of is None


def _cell(case: Case, one: Statement) -> CellView:
    says, detail = _say_in_cell(one)
    return CellView(
        says=says,
        detail=detail,
        who=one.speaker.name if one.speaker else "",
        ref=case.ref(one.report, one.span),
        old=is_superseded(one),
    )


def _say_in_cell(one: Statement) -> tuple[str, str]:
    """Say a statement in a few words, and what they are of."""
    value, says = one.value, say_value(one)
    if isinstance(value, Responsibility):
        stance = words.say(words.STANCES, value.stance)
        return (value.actor.name or value.actor.text, stance) if value.actor else (stance, "")
    if isinstance(value, Munition):
        return says, f"{value.what}{say_fate(value.fate)}"
    if isinstance(value, Toll):
        # "several soldiers" is one wording: the count is not said twice
        return says, value.who.removeprefix(f"{says} ")
    return says, ""


def _once(cells: Iterable[CellView]) -> Iterable[CellView]:
    """Drop a cell that says again what one before it says in the same voice."""
    seen: set[tuple[str, ...]] = set()
    for cell in cells:
        key = (cell.says, cell.detail, cell.who)
        if key not in seen:
            seen.add(key)
            yield cell
