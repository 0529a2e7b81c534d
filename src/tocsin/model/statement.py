"""The spine: sourced assertions, the mentions they speak of, and the judgements about them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Literal

from tocsin.model.document import Speaker
from tocsin.model.ids import hash_meaning
from tocsin.model.kinds import Value, value_from_json
from tocsin.model.span import Span

Role = Literal["main", "other", "background"]
Status = Literal["happened", "attempted", "foiled", "threatened", "planned", "hypothetical", "denied"]
Field = Literal[
    "type", "when", "where", "weapon", "munition", "target", "casualty", "no_casualties", "responsibility", "damage"
]
Verdict = Literal["same", "different", "unsure", "accept", "reject"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One attack as one report tells it.

    ``id`` hashes the report, the offset of the anchor's sentence and the mention's ordinal within that sentence
    (docs/decisions/0002), so that another extractor which picks another trigger word gives the same id.
    ``places`` are the words that a reader takes for the event place, likeliest first; None where no reader was asked,
    so that the place is chosen among the names of ``regions``.
    """

    id: str
    report: str
    anchor: Span
    sentence: int
    role: Role = "main"
    status: Status = "happened"
    ordinal: int = 0
    regions: tuple[tuple[int, int], ...] = ()
    places: tuple[tuple[int, int], ...] | None = None

    def owns(self, offset: int) -> bool:
        """Tell whether a code-point offset stands in a stretch of text about this attack."""
        return any(start <= offset < end for start, end in self.regions)


def make_mention(
    report: str,
    anchor: Span,
    *,
    sentence_start: int,
    sentence: int,
    ordinal: int,
    role: Role,
    status: Status,
    regions: tuple[tuple[int, int], ...] = (),
) -> Mention:
    """Build a mention with its id; ``sentence_start`` is a code-point offset, ``sentence`` the sentence's number."""
    ident = hash_meaning("mn", report, sentence_start, ordinal)
    return Mention(ident, report, anchor, sentence, role, status, ordinal, regions)


@dataclass(frozen=True, slots=True)
class Statement:
    """Say: *according to report R at span S, in the voice of V, mention M has field F with value X*.

    ``maker`` (``name.vN``), ``confidence`` (0 to 1) and ``because`` (ids of the statements it was derived from)
    are not part of the meaning, so not of the id (docs/decisions/0001).
    ``speaker`` None is the outlet's own voice. ``polarity`` False negates the value.
    """

    id: str
    report: str
    mention: str
    field: Field
    value: Value
    span: Span | None
    speaker: Speaker | None = None
    polarity: bool = True
    confidence: float = 1.0
    maker: str = ""
    because: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """Give the flat row of the contract's ``statements`` list."""
        return {
            "id": self.id,
            "report": self.report,
            "mention": self.mention,
            "field": self.field,
            "value": self.value.to_json(),
            "text": self.span.text if self.span else None,
            "span": self.span.to_json() if self.span else None,
            "speaker": speaker_to_json(self.speaker),
            "polarity": self.polarity,
            "confidence": round(self.confidence, 3),
            "maker": self.maker,
            "because": list(self.because),
        }


def make_statement(
    mention: Mention,
    field: Field,
    value: Value,
    span: Span | None,
    *,
    speaker: Speaker | None = None,
    polarity: bool = True,
    confidence: float = 1.0,
    maker: str,
    because: tuple[str, ...] = (),
) -> Statement:
    """Build a statement with its id."""
    return restate(
        Statement("", mention.report, mention.id, field, value, span, speaker, polarity, confidence, maker, because)
    )


def restate(statement: Statement, **changes: Any) -> Statement:
    """Change a statement's value, speaker or standing, and give it the id of what it now says."""
    new = replace(statement, **changes)
    ident = hash_meaning(
        "st",
        new.report,
        new.mention,
        new.field,
        new.value.to_json(),
        new.span.to_json() if new.span else None,
        new.speaker.name if new.speaker else None,
        new.polarity,
    )
    return replace(new, id=ident)


def statement_from_json(row: dict[str, Any]) -> Statement:
    """Read a statement back from its JSON row; the inverse of ``Statement.to_json``."""
    span = Span(row["span"][0], row["span"][1], row["text"]) if row.get("span") else None
    return Statement(
        row["id"],
        row["report"],
        row["mention"],
        row["field"],
        value_from_json(row["value"]),
        span,
        speaker_from_json(row.get("speaker")),
        row.get("polarity", True),
        row.get("confidence", 1.0),
        row.get("maker", ""),
        tuple(row.get("because", ())),
    )


def speaker_to_json(speaker: Speaker | None) -> dict[str, Any] | None:
    """Give a speaker as the contract writes it; None for the outlet's own voice."""
    if speaker is None:
        return None
    return {
        "name": speaker.name,
        "kind": speaker.kind,
        "named": speaker.named,
        "via": list(speaker.via),
        "text": speaker.span.text if speaker.span else None,
        "span": speaker.span.to_json() if speaker.span else None,
    }


def speaker_from_json(row: dict[str, Any] | None) -> Speaker | None:
    """Read a speaker back; the inverse of ``speaker_to_json``."""
    if row is None:
        return None
    span = Span(row["span"][0], row["span"][1], row["text"]) if row.get("span") else None
    return Speaker(row["name"], row["kind"], row["named"], span, tuple(row.get("via", ())))


@dataclass(frozen=True, slots=True)
class Judgement:
    """Say that two mentions are the same attack, differ, or cannot be told; or accept or reject a statement.

    ``subject`` is a mention or statement id, ``object`` the other mention (None for accept and reject).
    Append-only: a later judgement with ``revokes`` set to this one's id takes it back.
    ``when`` is an ISO time stamp in UTC and no part of the id of a rule's judgement.
    """

    id: str
    verdict: Verdict
    subject: str
    object: str | None
    score: float
    reasons: tuple[str, ...]
    maker: str
    when: str = ""
    revokes: str | None = None


def make_judgement(
    verdict: Verdict,
    subject: str,
    other: str | None = None,
    *,
    score: float = 1.0,
    reasons: tuple[str, ...] = (),
    maker: str,
    when: str = "",
    revokes: str | None = None,
) -> Judgement:
    """Build a judgement; the pair is stored in sorted order, so (a, b) and (b, a) are one."""
    if other is not None and other < subject:
        subject, other = other, subject
    ident = hash_meaning("jd", verdict, subject, other, list(reasons), maker, revokes)
    return Judgement(ident, verdict, subject, other, score, reasons, maker, when, revokes)
