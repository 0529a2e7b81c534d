"""Show incidents to a person: one a line, as a table, or as a dossier with every sentence behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from rich import box
from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from tocsin.model.incident import Incident
from tocsin.serve.web.listing import view_row
from tocsin.serve.web.words import count

if TYPE_CHECKING:
    from rich.console import RenderableType

    from tocsin.serve.web.views import DossierView, EvidenceView, FieldView, LeadView, RowView, StandView

SHORT = 11
"""Characters of an id that are shown: the prefix and eight hex digits, enough for a hundred thousand incidents."""
_HEAD = ("id", "when", "killed", "wounded", "reports", "what and where")


def show_lines(incidents: Sequence[Incident]) -> Iterator[str]:
    """Write a heading and one line an incident, in columns, never broken: made for reading and for grep."""
    rows = [_cells(view_row(one)) for one in incidents]
    widths = [max(len(row[i]) for row in [_HEAD, *rows]) for i in range(len(_HEAD) - 1)]
    for row in [tuple(name.upper() for name in _HEAD), *rows]:
        yield "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])


def show_table(incidents: Sequence[Incident]) -> RenderableType:
    """Lay incidents out as a table, those that most reports tell of first, with what is disputed in plain words.

    At 80 columns a headline of 36 characters stands in one line; wider screens give all they have to it.
    """
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    table.add_column("when", no_wrap=True)
    table.add_column("killed", no_wrap=True)
    table.add_column("wounded", no_wrap=True)
    table.add_column("what and where", ratio=1)
    for row in (view_row(one) for one in sorted(incidents, key=lambda one: -len(one.reports))):
        what = Text(row.headline)
        witnesses = f" ({row.n_witnesses} independent)" if row.n_witnesses != row.n_reports else ""
        what.append(f"\n{count(row.n_reports, 'report')}{witnesses}  {row.id[:SHORT]}", style="dim")
        if row.disputes:
            what.append(f"\ndisputed: {', '.join(row.disputes)}", style="yellow")
        table.add_row(row.when, row.killed, row.wounded, what)
    return table


def show_lead(lead: LeadView) -> RenderableType:
    """Say where the reports of one attack disagree: the figure shown, and what each voice says."""
    head = Text(
        f"{lead.n_reports} reports tell of one attack and do not agree: {lead.headline}, {lead.when}", style="bold"
    )
    table = Table.grid(padding=(0, 2))
    table.add_column(style="cyan", no_wrap=True)
    table.add_column(style="bold", no_wrap=True)
    table.add_column(ratio=1)
    for line in lead.lines:
        told = Text()
        for number, one in enumerate(line.sayings):
            told.append("; " if number else "")
            told.append(f"{one.says} {one.detail}".rstrip(), style="bold")
            told.append(f" ({one.who or one.outlet})", style="dim")
        table.add_row(line.name, line.value, told)
    return Group(head, _indent(table, 2))


def show_dossier(dossier: DossierView, *, everything: bool = False) -> RenderableType:
    """Lay out one incident: its fields with the words behind each, who did it, and the reports.

    ``everything`` adds the evidence that only says again what is shown.
    """
    head = Text(dossier.summary, style="bold")
    status = " · ".join(part for part in (dossier.type, dossier.event_status, dossier.status, dossier.id) if part)
    head.append(f"\n{status}", style="dim not bold")
    if dossier.disputes:
        who = "The reports disagree on" if len(dossier.sources) > 1 else "Disputed within the report"
        head.append(f"\n{who}: {', '.join(dossier.disputes)}", style="yellow not bold")
    head.append("\nThe words that say it stand in [brackets], in their sentence.", style="dim not bold")
    parts: list[RenderableType] = [head]
    parts += [_field(one, everything=everything) for one in dossier.fields]
    if dossier.stands:
        parts.append(_stands("Who did it", dossier.stands, everything=everything))
    if dossier.elsewhere:
        parts.append(_stands("Said of other attacks, not counted here", dossier.elsewhere, everything=everything))
    if dossier.others:
        lines = [f"{one.summary}: {one.tie} ({one.href.rsplit('/', 1)[-1]})" for one in dossier.others]
        parts.append(Group(_title("Other attacks"), *(_indent(Text(line), 2) for line in lines)))
    parts.append(_sources(dossier))
    return Group(*(Padding(part, (0, 0, 1, 0)) for part in parts))


def _cells(row: RowView) -> tuple[str, ...]:
    notes = [f"disputed: {', '.join(row.disputes)}" if row.disputes else "", row.event_status]
    what = "; ".join([row.headline, *(note for note in notes if note)])
    reports = f"{row.n_reports} ({row.n_witnesses} ind.)" if row.n_reports != row.n_witnesses else str(row.n_reports)
    return row.id[:SHORT], row.when, row.killed, row.wounded, reports, what


def _field(view: FieldView, *, everything: bool) -> RenderableType:
    notes = [view.rule, f"Disputed: {view.dispute.rstrip('.')}." if view.dispute else "", view.note]
    parts: list[RenderableType] = [_title(view.title, view.value)]
    parts += [_indent(Text(_plain(note), style="dim"), 2) for note in notes if note]
    for group in view.groups:
        if group.title:
            parts.append(_indent(Text(group.title, style="yellow" if group.against else "dim"), 2))
        shown = (*group.evidence, *group.more) if everything else group.evidence
        parts += [_indent(_evidence(one), 4) for one in shown]
        if group.more and not everything:
            parts.append(_indent(Text(f"and {len(group.more)} more, shown with --all", style="dim"), 4))
    return Group(*parts)


def _title(name: str, value: str = "") -> Text:
    title = Text(name, style="cyan")
    title.append(f"  {_plain(value)}" if value else "", style="bold not dim default")
    return title


def _plain(text: str) -> str:
    """Leave out the marks that set a run of text apart in a browser: many a terminal shows them as boxes."""
    return text.translate({0x2068: None, 0x2069: None})


def _indent(part: RenderableType, by: int) -> RenderableType:
    return Padding(part, (0, 0, 0, by))


def _evidence(one: EvidenceView) -> Text:
    """Write one statement: what it says, the sentence with its words in brackets, who says it, and where."""
    line = Text(f"{one.says}: " if one.says else "")
    for segment in one.quote:
        line.append(f"[{segment.text}]" if segment.kind else segment.text, style="bold" if segment.kind else "")
    who = [one.speaker or "the outlet itself", f"via {one.via}" if one.via else "", one.outlet, one.published]
    where = one.ref.label if one.ref else ""
    line.append(f"\n  {', '.join(part for part in who if part)}  {where}", style="dim")
    if one.labels:
        line.append(f"  ({'; '.join(one.labels)})", style="dim")
    return line


def _stands(title: str, stands: Iterable[StandView], *, everything: bool) -> RenderableType:
    parts: list[RenderableType] = [Text(title, style="cyan")]
    for one in stands:
        line = Text(f"{one.actor}: {one.stance}", style="bold")
        line.append(f" ({one.scope})" if one.scope != "this attack" else "", style="not bold")
        shown = (*one.evidence, *one.more) if everything else one.evidence
        parts += [_indent(line, 2), *(_indent(_evidence(replace(told, says="")), 4) for told in shown)]
        if one.more and not everything:
            parts.append(_indent(Text(f"and {len(one.more)} more, shown with --all", style="dim"), 4))
    return Group(*parts)


def _sources(dossier: DossierView) -> RenderableType:
    parts: list[RenderableType] = [Text("Reports", style="cyan")]
    for one in dossier.sources:
        copies = f"; same text as r{', r'.join(str(n) for n in one.copies)}" if one.copies else ""
        line = f"{one.label}  {one.outlet}, {one.published}: {one.title or '(no title)'} [{one.key}]{copies}"
        parts.append(_indent(Text(line), 2))
        parts += [_indent(Text(f"note: {w.message}", style="yellow"), 6) for w in one.warnings]
    return Group(*parts)
