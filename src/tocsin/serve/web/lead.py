"""The case to show first: the disputed attack that most witnesses tell of, with what each side says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tocsin.model.incident import Incident
from tocsin.serve.web import words
from tocsin.serve.web.case import Case
from tocsin.serve.web.listing import FIELD_NAMES, headline, say_tally, say_time
from tocsin.serve.web.sides import COLUMNS, fill_columns
from tocsin.serve.web.views import CellView, LeadLine, LeadSaying, LeadView

MOST = 7
"""Sayings shown of one field; the dossier has them all."""
_FIELDS = {"When": "when", "Killed": "killed", "Wounded": "wounded", "Munitions": "munitions",
           "Who did it": "responsibility"}  # fmt: skip
_ORDER = ("Killed", "Wounded", "Munitions", "Who did it", "When")


def choose_lead(incidents: Iterable[Incident]) -> Incident | None:
    """Choose the incident that most witnesses tell of, of those disputed in a field that the summary shows."""
    told = [one for one in incidents if len(one.witnesses) > 1 and _disputed_columns(one)]
    return max(told, key=lambda one: (len(one.witnesses), len(one.disputed), one.id), default=None)


def view_lead(case: Case) -> LeadView:
    """Say where its reports disagree: for each disputed field the figure shown, and what each voice says."""
    one = case.incident
    disputed = _disputed_columns(one)
    said: dict[str, list[tuple[str, CellView]]] = {column: [] for column in COLUMNS}
    for card in case.reports:
        for column, cells in zip(COLUMNS, fill_columns(case, card.id), strict=True):
            said[column] += [(card.outlet or card.key, cell) for cell in cells if not cell.old]
    lines = tuple(
        LeadLine(column, _say_chosen(one, column), f"/incidents/{one.id}#f-{_FIELDS[column]}", _sayings(one, told))
        for column in _ORDER
        if column in disputed and (told := said[column])
    )
    return LeadView(
        href=f"/incidents/{one.id}",
        headline=headline(one),
        when=say_time(one)[0],
        n_reports=len(one.reports),
        n_witnesses=len(one.witnesses),
        lines=lines,
    )


def _disputed_columns(one: Incident) -> set[str]:
    names = {FIELD_NAMES.get(name, name) for name in one.disputed}
    return {column for column, field in _FIELDS.items() if FIELD_NAMES[field] in names}


def _say_chosen(one: Incident, column: str) -> str:
    if column == "When":
        return say_time(one)[0]
    if column in ("Killed", "Wounded"):
        return say_tally(one.count(column.lower()))
    if column == "Munitions" and one.munitions:
        return say_tally(one.munitions[0].count)
    return ""


def _sayings(one: Incident, told: Sequence[tuple[str, CellView]]) -> tuple[LeadSaying, ...]:
    """Give each different saying once, in the voice of the first who said it."""
    found: dict[tuple[str, str], LeadSaying] = {}
    for outlet, cell in told:
        key = (cell.says, cell.detail if cell.detail in words.STANCES.values() else "")
        if key not in found:
            href = f"/incidents/{one.id}{cell.ref.href}" if cell.ref else f"/incidents/{one.id}"
            found[key] = LeadSaying(cell.says, cell.detail, cell.who, outlet, href)
    return tuple(sorted(found.values(), key=_stance_order))[:MOST]


def _stance_order(saying: LeadSaying) -> int:
    """Put who is said to have done it before who is not; figures keep their order."""
    stances = list(words.STANCES.values())
    return next((stances.index(told) for told in (saying.detail, saying.says) if told in stances), 0)
