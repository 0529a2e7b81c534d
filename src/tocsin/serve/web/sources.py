"""The reports of an incident, as the source panel and the list of sources show them."""

from __future__ import annotations

from tocsin.model.incident import ReportRef
from tocsin.model.statement import Statement
from tocsin.serve.oddities import odd_sentence
from tocsin.serve.web.case import Case, outcome_of, say_published
from tocsin.serve.web.sourcetext import make_ref, mark_statements, view_paragraphs
from tocsin.serve.web.views import SourceView, WarningView

SECTIONS = {"munition": "munitions", "weapon": "weapons", "target": "targets", "no_casualties": "killed"}
"""Field of a statement -> the section of the dossier it stands in, where the names differ."""


def view_sources(case: Case, shown: set[str]) -> tuple[SourceView, ...]:
    """Show each report with its evidence linked; ``shown`` are the anchors that the fields have."""
    return tuple(_source(case, card, shown) for card in case.reports)


def _source(case: Case, card: ReportRef, shown: set[str]) -> SourceView:
    document = case.documents[card.id]
    number = case.numbers[card.id]
    own = [s for s in case.statements if s.report == card.id]
    marks = mark_statements(own, lambda s: _link(s, shown))
    return SourceView(
        number=number,
        key=card.key,
        href=f"/reports/{card.key}",
        title=card.title,
        outlet=card.outlet or "outlet not given",
        published=say_published(document.report.published),
        published_basis=document.report.published_basis,
        url=safe_url(card.url),
        sha256=document.report.sha256,
        language=document.report.language,
        n_chars=len(document.text),
        paragraphs=view_paragraphs(document, marks, lambda n: f"r{number}-s{n}"),
        warnings=tuple(
            WarningView(w.code, w.message, make_ref(number, found.index + 1) if found else None)
            for w in case.warnings.get(card.id, ())
            for found in [odd_sentence(document, w.code, w.span.start if w.span else None)]
        ),
        copies=tuple(case.numbers[r] for r in case.copies_of(card.id)),
    )


def _link(one: Statement, shown: set[str]) -> str:
    """Link words to their evidence; where a copy's evidence is folded away, to the field."""
    anchor = f"e-{one.id}"
    return f"#{anchor}" if anchor in shown else f"#f-{field_key(one)}"


def field_key(one: Statement) -> str:
    """Name the section of the dossier that a statement belongs to."""
    return outcome_of(one) or SECTIONS.get(one.field, one.field)


def safe_url(url: str | None) -> str | None:
    """Give an address only if it is one of the web: a ledger's text never becomes a script."""
    return url if url and url.lower().startswith(("https://", "http://")) else None
