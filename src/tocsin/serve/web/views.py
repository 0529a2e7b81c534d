"""What the templates show: plain values, already in words. No template computes anything but layout."""

from __future__ import annotations

from dataclasses import dataclass, field

from tocsin.serve.web.svgmap import Mark
from tocsin.serve.web.svgtime import Bar


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of a sentence's text. Where words are evidence: a link to the record, the kind of field, what it says."""

    text: str
    href: str = ""
    kind: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class SentenceView:
    """One sentence: its number from 1, its anchor in the page, its text in runs (which join to the exact wording)."""

    number: int
    anchor: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """Sentences of one paragraph; ``part`` is title, lead, body, head, caption, list, credit or noise."""

    part: str
    sentences: tuple[SentenceView, ...]


@dataclass(frozen=True, slots=True)
class WarningView:
    """Something odd about a report, with the sentence it is in, if any."""

    code: str
    message: str
    ref: Ref | None = None


@dataclass(frozen=True, slots=True)
class SourceView:
    """A report as the source panel and the list of sources show it."""

    number: int
    key: str
    href: str
    title: str
    outlet: str
    published: str
    published_basis: str
    url: str | None
    sha256: str
    language: str
    n_chars: int
    paragraphs: tuple[ParagraphView, ...]
    warnings: tuple[WarningView, ...] = ()
    copies: tuple[int, ...] = ()

    @property
    def label(self) -> str:
        """Give the short name used all over the page: ``r1``."""
        return f"r{self.number}"


@dataclass(frozen=True, slots=True)
class Ref:
    """Point at a sentence: ``r1 s11``, linked to ``#r1-s11``."""

    label: str
    href: str


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """One statement as evidence: what it says, the sentence with its words marked, and in whose voice."""

    anchor: str
    says: str
    quote: tuple[Segment, ...]
    ref: Ref | None
    speaker: str
    speaker_kind: str
    via: str
    outlet: str
    published: str
    language: str
    labels: tuple[str, ...] = ()
    old: bool = False
    also: tuple[Ref, ...] = ()


@dataclass(frozen=True, slots=True)
class GroupView:
    """Evidence that bears on a field in one way; ``more`` is shown on demand. ``against`` marks contradiction."""

    title: str
    evidence: tuple[EvidenceView, ...]
    more: tuple[EvidenceView, ...] = ()
    against: bool = False


@dataclass(frozen=True, slots=True)
class FieldView:
    """One field: its chosen value, the rule that chose it, and its evidence in groups."""

    key: str
    title: str
    value: str
    rule: str
    groups: tuple[GroupView, ...]
    disputed: bool = False
    dispute: str = ""
    note: str = ""

    @property
    def evidence(self) -> tuple[EvidenceView, ...]:
        """List the evidence of every group."""
        return tuple(e for group in self.groups for e in (*group.evidence, *group.more))


@dataclass(frozen=True, slots=True)
class CellView:
    """One figure in the side-by-side table, linked to its sentence; ``detail`` is what it counts or is said to do."""

    says: str
    detail: str
    who: str
    ref: Ref | None
    old: bool = False


@dataclass(frozen=True, slots=True)
class CompareRow:
    """What one report says, by column."""

    source: SourceView
    cells: tuple[tuple[CellView, ...], ...]


@dataclass(frozen=True, slots=True)
class WitnessView:
    """One independent voice: a report, or copies of one text."""

    rows: tuple[CompareRow, ...]

    @property
    def together(self) -> bool:
        """Tell whether these are copies of one text."""
        return len(self.rows) > 1


@dataclass(frozen=True, slots=True)
class StandView:
    """One stance on one actor, and everybody who takes it; ``more`` is shown on demand."""

    actor: str
    actor_kind: str
    stance: str
    stance_note: str
    scope: str
    evidence: tuple[EvidenceView, ...]
    more: tuple[EvidenceView, ...]


@dataclass(frozen=True, slots=True)
class OtherView:
    """Another attack tied to this one by its reports."""

    href: str
    summary: str
    when: str
    tie: str


@dataclass(frozen=True, slots=True)
class HistoryView:
    """One judgement in words: what was decided, how sure, why, by whom, when."""

    decision: str
    pair: str
    score: str
    reasons: tuple[str, ...]
    maker: str
    when: str
    by_person: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a dossier's head: a label, the value, and a small line below it."""

    label: str
    value: str
    sub: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class DossierView:
    """A whole dossier."""

    id: str
    summary: str
    headline: str
    type: str
    event_type: str
    status: str
    event_status: str
    facts: tuple[Fact, ...]
    disputes: tuple[str, ...]
    mark: Mark | None
    fields: tuple[FieldView, ...]
    columns: tuple[str, ...]
    witnesses: tuple[WitnessView, ...]
    stands: tuple[StandView, ...]
    elsewhere: tuple[StandView, ...]
    others: tuple[OtherView, ...]
    sources: tuple[SourceView, ...]
    history: tuple[HistoryView, ...]
    history_sum: str
    unlisted_judgements: int
    n_statements: int
    n_rejected: int
    n_witnesses: int
    last_changed: str


@dataclass(frozen=True, slots=True)
class RowView:
    """One incident in the list."""

    id: str
    href: str
    headline: str
    type: str
    when: str
    when_precision: str
    place: str
    place_precision: str
    killed: str
    wounded: str
    disputes: tuple[str, ...]
    n_reports: int
    n_witnesses: int
    status: str
    event_status: str


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter."""

    value: str
    label: str
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class LeadSaying:
    """What one voice says of a disputed field, linked to its sentence."""

    says: str
    detail: str
    who: str
    outlet: str
    href: str


@dataclass(frozen=True, slots=True)
class LeadLine:
    """One disputed field: its name, the figure shown for it, and what is said."""

    name: str
    value: str
    href: str
    sayings: tuple[LeadSaying, ...]


@dataclass(frozen=True, slots=True)
class LeadView:
    """The attack shown first: where its reports disagree."""

    href: str
    headline: str
    when: str
    n_reports: int
    n_witnesses: int
    lines: tuple[LeadLine, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """The list page: the rows ``first`` to ``last`` of all that match, the state of the form, and what has no date."""

    rows: tuple[RowView, ...]
    marks: tuple[Mark, ...]
    bars: tuple[Bar, ...]
    n_all: int
    n_matching: int
    n_undated: int
    n_unplaced: int
    n_disputed: int
    first: int
    last: int
    newer: str
    older: str
    countries: tuple[Option, ...]
    types: tuple[Option, ...]
    query: str
    filters: dict[str, str] = field(default_factory=dict)
