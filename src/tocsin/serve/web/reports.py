"""The page of one report: its text, its evidence, the attacks it tells of."""

from __future__ import annotations

from tocsin.model.statement import Statement
from tocsin.serve.oddities import odd_sentence
from tocsin.serve.web.case import say_published
from tocsin.serve.web.desk import Told
from tocsin.serve.web.listing import view_row
from tocsin.serve.web.sources import safe_url
from tocsin.serve.web.sourcetext import make_ref, mark_statements, view_paragraphs
from tocsin.serve.web.views import RowView, SourceView, WarningView


def view_report(told: Told) -> tuple[SourceView, tuple[RowView, ...]]:
    """Make the page's values: the report, and the incidents it tells of."""
    report = told.document.report
    home = {mention: one.id for one in told.incidents for mention in one.mentions}

    def link(one: Statement) -> str:
        incident = home.get(one.mention)
        return f"/incidents/{incident}#e-{one.id}" if incident else ""

    warnings = []
    for one in told.warnings:
        sentence = odd_sentence(told.document, one.code, one.span.start if one.span else None)
        warnings.append(WarningView(one.code, one.message, make_ref(None, sentence.index + 1) if sentence else None))
    source = SourceView(
        number=1,
        key=report.key,
        href=f"/reports/{report.key}",
        title=report.title,
        outlet=report.outlet or "outlet not given",
        published=say_published(report.published),
        published_basis=report.published_basis,
        url=safe_url(report.url),
        sha256=report.sha256,
        language=report.language,
        n_chars=len(report.text),
        paragraphs=view_paragraphs(told.document, mark_statements(told.statements, link), lambda n: f"s{n}"),
        warnings=tuple(warnings),
    )
    return source, tuple(view_row(one) for one in told.incidents)
