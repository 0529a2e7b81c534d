"""Fetch from the ledger what a page needs: the one place of the pages that knows how a ledger is asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Protocol

from tocsin.errors import NotFoundError
from tocsin.model.document import Document
from tocsin.model.incident import Incident
from tocsin.model.judging import standing, verdicts_on_statements
from tocsin.model.reading import ReportWarning
from tocsin.model.report import Report
from tocsin.model.statement import Judgement, Mention, Statement
from tocsin.read import read_document
from tocsin.serve.web.case import Case
from tocsin.serve.web.query import Query


class LedgerView(Protocol):
    """What the pages ask of a ledger."""

    def report(self, ident: str) -> Report:
        """Find a report by its hash or its given id."""
        ...

    def mentions(self, report: str | None = None) -> list[Mention]:
        """List mentions."""
        ...

    def statements(
        self, mentions: Iterable[str] | None = None, *, report: str | None = None, withdrawn: bool = False
    ) -> list[Statement]:
        """List statements about mentions, or in a report."""
        ...

    def judgements(self, about: Iterable[str] | None = None) -> list[Judgement]:
        """List the judgements about some mentions or statements, or all."""
        ...

    def warnings(self, report: str) -> list[ReportWarning]:
        """List what the reader found odd in a report."""
        ...

    def incidents(self, *, rule: str = ..., **filters: Any) -> list[Incident]:
        """Fold the incidents that pass the filters."""
        ...

    def incident(self, ident: str, *, rule: str = ...) -> Incident:
        """Fold one incident."""
        ...

    def count(self, **filters: Any) -> int:
        """Count the incidents that pass the filters."""
        ...


@dataclass(frozen=True, slots=True)
class ListPage:
    """A page of the list: its incidents, and counts over everything that passes the filters."""

    incidents: tuple[Incident, ...]
    n_all: int
    n_matching: int
    n_undated: int
    n_unplaced: int
    n_disputed: int


@dataclass(frozen=True, slots=True)
class Told:
    """One report: its text cut up, its statements, and which incident each is about."""

    document: Document
    statements: tuple[Statement, ...]
    warnings: tuple[ReportWarning, ...]
    incidents: tuple[Incident, ...]


class Desk:
    """Fetch pages' values from a ledger. Safe to share between threads if the ledger is."""

    def __init__(self, ledger: LedgerView) -> None:
        self._ledger = ledger

    def page(self, query: Query, size: int) -> ListPage:
        """Fetch one page of the list."""
        asked = query.to_filters()
        count = self._ledger.count
        return ListPage(
            incidents=tuple(self._ledger.incidents(**asked, limit=size, offset=(query.page - 1) * size)),
            n_all=count(),
            n_matching=count(**asked),
            n_undated=count(**asked, undated="only"),
            n_unplaced=count(**asked, unplaced="only"),
            n_disputed=0 if query.disputed is False else count(**{**asked, "disputed": True}),
        )

    def all(self, query: Query) -> list[Incident]:
        """Fetch everything that passes the filters."""
        return self._ledger.incidents(**query.to_filters())

    def case(self, ident: str) -> Case:
        """Fetch all that one dossier needs.

        Raises:
            NotFoundError: no incident has this id.
        """
        one = self._ledger.incident(ident)
        return self._case(one, self._related(one), judged=True)

    def sayings(self, one: Incident) -> Case:
        """Fetch what the reports of an incident say, without its history and its ties: enough for a summary."""
        return self._case(one, {}, judged=one.n_rejected > 0)

    def _case(self, one: Incident, related: dict[str, Incident], *, judged: bool) -> Case:
        statements = tuple(self._ledger.statements(one.mentions))
        about = [*one.mentions, *(s.id for s in statements)]
        stands = standing(self._ledger.judgements(about)) if judged else ()
        verdicts = verdicts_on_statements(stands)
        told = {m.id: m for ref in one.reports for m in self._ledger.mentions(ref.id)}
        members = set(one.mentions)
        said = {s.id for s in statements}
        mine = [
            j
            for j in stands
            if (j.subject in members and (j.object is None or j.object in members)) or j.subject in said
        ]
        return Case(
            incident=one,
            statements=statements,
            mentions=told,
            documents={ref.id: cut_up(self._ledger.report(ref.id)) for ref in one.reports},
            warnings={ref.id: tuple(self._ledger.warnings(ref.id)) for ref in one.reports},
            judgements=tuple(sorted(mine, key=lambda j: (j.when, -j.score, j.id))),
            related=related,
            rejected={s: j for s, j in verdicts.items() if j.verdict == "reject"},
        )

    def told(self, key: str) -> Told:
        """Fetch one report and what it tells of.

        Raises:
            NotFoundError: no report has this id.
        """
        report = self._ledger.report(key)
        return Told(
            document=cut_up(report),
            statements=tuple(self._ledger.statements(report=report.id)),
            warnings=tuple(self._ledger.warnings(report.id)),
            incidents=tuple(self._ledger.incidents(report=report.id)),
        )

    def _related(self, one: Incident) -> dict[str, Incident]:
        found = {}
        for ident in dict.fromkeys((*one.previous, *one.series)):
            try:
                found[ident] = self._ledger.incident(ident)
            except NotFoundError:
                continue
        return found


@lru_cache(maxsize=256)
def cut_up(report: Report) -> Document:
    """Cut a report into sentences, as the reader does."""
    return read_document(report)
