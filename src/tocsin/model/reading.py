"""What one pass over one report gives."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from tocsin.model.document import Document
from tocsin.model.kinds.casualties import Toll
from tocsin.model.report import Report
from tocsin.model.span import Span
from tocsin.model.statement import Field, Mention, Statement


@dataclass(frozen=True, slots=True)
class ReportWarning:
    """Point a person at something odd in a report: a code, a sentence about it, and where it is."""

    code: str
    message: str
    span: Span | None = None

    def to_json(self) -> dict[str, Any]:
        """Give the contract's warning object."""
        return {"code": self.code, "message": self.message, "span": self.span.to_json() if self.span else None}


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold a report, its structure, the attacks it mentions and every statement about them.

    ``relevance`` is 0 to 1; ``relevant`` is whether the report tells of at least one attack.
    """

    document: Document
    relevant: bool
    relevance: float
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    warnings: tuple[ReportWarning, ...] = ()
    maker: str = ""

    @property
    def report(self) -> Report:
        """Give the report that was read."""
        return self.document.report

    def above(self, confidence: float) -> Reading:
        """Leave out what is less sure than ``confidence`` (0 to 1): statements, and attacks whose type is.

        A row whose total is left out stands for itself.
        """
        if confidence <= 0:
            return self
        sure = {s.mention for s in self.statements if s.field == "type" and s.confidence >= confidence}
        kept = [s for s in self.statements if s.mention in sure and s.confidence >= confidence]
        ids = {s.id for s in kept}
        mentions = tuple(m for m in self.mentions if m.id in sure)
        return replace(self, mentions=mentions, statements=tuple(_without_lost_total(s, ids) for s in kept))

    def of(self, mention: Mention, field: Field) -> tuple[Statement, ...]:
        """Give the statements about one field of one mention, in text order."""
        return tuple(s for s in self.statements if s.mention == mention.id and s.field == field)


def _without_lost_total(statement: Statement, ids: set[str]) -> Statement:
    value = statement.value
    if isinstance(value, Toll) and value.part_of and value.part_of not in ids:
        return replace(statement, value=replace(value, part_of=None))
    return statement
