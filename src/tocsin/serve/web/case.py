"""Everything one dossier is made from, gathered once: the incident, its statements, reports, witnesses, judgements."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from tocsin.model.document import Document
from tocsin.model.incident import Incident, ReportRef
from tocsin.model.kinds.casualties import NoCasualties, Toll
from tocsin.model.kinds.figure import Figure
from tocsin.model.kinds.responsibility import Responsibility
from tocsin.model.kinds.weapon import Munition
from tocsin.model.reading import ReportWarning
from tocsin.model.span import Span
from tocsin.model.statement import Judgement, Mention, Statement
from tocsin.serve.web import words
from tocsin.serve.web.sourcetext import make_ref, quote_span
from tocsin.serve.web.views import EvidenceView, Ref


@dataclass(frozen=True)
class Case:
    """Hold one incident and what its page needs; ``documents`` and ``warnings`` are by report id."""

    incident: Incident
    statements: tuple[Statement, ...]
    mentions: dict[str, Mention]
    documents: dict[str, Document]
    warnings: dict[str, tuple[ReportWarning, ...]]
    judgements: tuple[Judgement, ...]
    related: dict[str, Incident]
    rejected: dict[str, Judgement]

    @cached_property
    def reports(self) -> tuple[ReportRef, ...]:
        """List the incident's reports in order of publication; their place in the list is their number."""
        return tuple(sorted(self.incident.reports, key=lambda r: (r.published or "9999", r.key)))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Number the reports from 1."""
        return {r.id: i for i, r in enumerate(self.reports, start=1)}

    @cached_property
    def by_id(self) -> dict[str, Statement]:
        """Find a statement by its id."""
        return {s.id: s for s in self.statements}

    @cached_property
    def witness_of(self) -> dict[str, int]:
        """Number the witnesses, and say which one a report belongs to."""
        return {report: i for i, group in enumerate(self.incident.witnesses) for report in group}

    def copies_of(self, report: str) -> tuple[str, ...]:
        """List the other reports that print the same text."""
        if report not in self.witness_of:
            return ()
        group = self.incident.witnesses[self.witness_of[report]]
        return tuple(r for r in group if r != report and r in self.numbers)

    def ref(self, report: str, span: Span | None) -> Ref | None:
        """Point at the sentence that a span of a report starts in."""
        document = self.documents.get(report)
        number = self.numbers.get(report)
        if document is None or number is None or span is None:
            return None
        sentence = document.sentence_at(span.start)
        return make_ref(number, sentence.index + 1 if sentence else 1)

    def report_ref(self, report: str) -> ReportRef:
        """Give a report's name card."""
        return self.reports[self.numbers[report] - 1]

    def evidence(self, one: Statement, *labels: str, also: tuple[Statement, ...] = ()) -> EvidenceView:
        """Show a statement as evidence."""
        document = self.documents.get(one.report)
        quote = quote_span(document, one.span)[1] if document and one.span else ()
        card = self.report_ref(one.report)
        said = list(labels)
        rejected = self.rejected.get(one.id)
        if rejected:
            said.insert(0, f"rejected by {maker_name(rejected.maker)}")
        if not one.polarity:
            said.append("stated as not so")
        if not one.span:
            said.append("inferred, no words of its own")
        refs = (self.ref(other.report, other.span) for other in also)
        return EvidenceView(
            anchor=f"e-{one.id}",
            says=say_value(one),
            quote=quote,
            ref=self.ref(one.report, one.span),
            speaker=one.speaker.name if one.speaker else "",
            speaker_kind=words.say(words.SPEAKER_KINDS, one.speaker.kind) if one.speaker else "",
            via=", ".join(one.speaker.via) if one.speaker else "",
            outlet=card.outlet or card.title or card.key,
            published=say_published(card.published),
            language=document.report.language if document else "",
            labels=tuple(said),
            old=bool(rejected) or is_superseded(one),
            also=tuple(ref for ref in refs if ref),
        )

    def once_per_witness(self, statements: list[Statement]) -> list[tuple[Statement, tuple[Statement, ...]]]:
        """Fold copies: what one witness says in the same voice is shown once, with the copies beside it."""
        groups: dict[tuple[object, ...], list[Statement]] = {}
        for one in statements:
            voice = one.speaker.name if one.speaker else None
            witness = self.witness_of.get(one.report, one.report)
            key = (witness, say_value(one), voice, one.span.text if one.span else "")
            groups.setdefault(key, []).append(one)
        return [(group[0], tuple(group[1:])) for group in groups.values()]


def say_value(one: Statement) -> str:
    """Say a statement's value without what its field already says."""
    if isinstance(one.value, NoCasualties):
        return "none"
    if isinstance(one.value, Toll | Munition):
        return say_figure(one.value.figure)
    return one.value.show()


def say_figure(figure: Figure) -> str:
    """Say a reported count in words a stranger reads: ``at least 5``, ``up to 30``, ``about 30``, ``several``."""
    low, high = figure.low, figure.high
    if low is None and high is None:
        return "number not told"
    if high is None:
        return "several" if figure.hedge == "vague" and low == 2 else f"at least {low:,}"
    if low is None:
        return f"up to {high:,}"
    if low != high:
        return f"{low:,}–{high:,}"
    return f"about {low:,}" if figure.hedge == "about" else f"{low:,}"


def say_fate(fate: str) -> str:
    """Say what became of munitions, after a comma; nothing where it is not told."""
    return "" if fate == "unknown" else f", {fate.replace('_', ' ')}"


def outcome_of(one: Statement) -> str:
    """Give the outcome that a statement counts; empty where it counts no people."""
    return one.value.outcome if isinstance(one.value, Toll) else ""


def is_superseded(one: Statement) -> bool:
    """Tell whether the report itself replaces this figure by a newer one."""
    return isinstance(one.value, Toll) and one.value.superseded


def is_about_this(one: Statement) -> bool:
    """Tell whether a stance is on this attack, not on earlier ones or in general."""
    return isinstance(one.value, Responsibility) and one.value.scope == "this_attack"


def say_published(published: str | None) -> str:
    """Say a publication date; undated where there is none."""
    return published[:16].replace("T", " ") if published else "undated"


def maker_name(maker: str) -> str:
    """Say who made something: a person's name, or the rule."""
    return maker.removeprefix("person:")
