"""Turn the nouns into rows and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from sqlalchemy import RowMapping

from tocsin.model.document import Speaker
from tocsin.model.ids import canonical_json, hash_meaning
from tocsin.model.kinds import Value, value_from_json
from tocsin.model.reading import Reading
from tocsin.model.report import Report
from tocsin.model.span import Span
from tocsin.model.statement import (
    Judgement,
    Mention,
    Statement,
    speaker_from_json,
    speaker_to_json,
)

Row = dict[str, Any]
BY_PEOPLE = ""
"""Stands in ``made.reading`` where a person, not a reading, made the statement."""


def reading_id(reading: Reading) -> str:
    """Give the id of one reader's pass over one report."""
    return hash_meaning("rd", reading.report.id, reading.maker)


def report_row(report: Report, now: str) -> Row:
    """Write a report."""
    return {
        "id": report.id,
        "given_id": report.given_id,
        "title": report.title,
        "text": report.text,
        "published": report.published,
        "published_basis": report.published_basis,
        "outlet": report.outlet,
        "url": report.url,
        "language": report.language,
        "recorded": now,
    }


def sighting_row(report: Report, now: str) -> Row:
    """Write where and when a text was seen: the same text may be seen at several outlets."""
    seen = (report.given_id, report.outlet, report.url, report.published)
    return {
        "id": hash_meaning("sg", report.id, *seen),
        "report": report.id,
        **dict(zip(("given_id", "outlet", "url", "published"), seen, strict=True)),
        "recorded": now,
    }


def reading_row(reading: Reading, now: str) -> Row:
    """Write one reader's pass over one report."""
    return {
        "id": reading_id(reading),
        "report": reading.report.id,
        "maker": reading.maker,
        "relevant": reading.relevant,
        "relevance": reading.relevance,
        "warnings": canonical_json([w.to_json() for w in reading.warnings]),
        "recorded": now,
    }


def mention_row(mention: Mention, reading: str, now: str) -> Row:
    """Write a mention as one reading tells it."""
    return {
        "id": mention.id,
        "reading": reading,
        "report": mention.report,
        "start": mention.anchor.start,
        "end": mention.anchor.end,
        "text": mention.anchor.text,
        "sentence": mention.sentence,
        "ordinal": mention.ordinal,
        "role": mention.role,
        "status": mention.status,
        "recorded": now,
    }


def statement_row(statement: Statement) -> Row:
    """Write what a statement means; who made it goes beside it."""
    span = statement.span
    speaker = speaker_to_json(statement.speaker)
    return {
        "id": statement.id,
        "report": statement.report,
        "mention": statement.mention,
        "field": statement.field,
        "value": canonical_json(statement.value.to_json()),
        "start": span.start if span else None,
        "end": span.end if span else None,
        "text": span.text if span else None,
        "speaker": canonical_json(speaker) if speaker else None,
        "polarity": statement.polarity,
    }


def made_row(statement: Statement, reading: str, now: str) -> Row:
    """Write who made a statement, how sure, and from what."""
    return {
        "statement": statement.id,
        "reading": reading,
        "maker": statement.maker,
        "confidence": statement.confidence,
        "because": canonical_json(list(statement.because)),
        "recorded": now,
    }


def judgement_row(judgement: Judgement) -> Row:
    """Write a judgement."""
    return {
        "id": judgement.id,
        "verdict": judgement.verdict,
        "subject": judgement.subject,
        "object": judgement.object,
        "score": judgement.score,
        "reasons": canonical_json(list(judgement.reasons)),
        "maker": judgement.maker,
        "when": judgement.when,
        "revokes": judgement.revokes,
    }


def report_of(row: RowMapping | Mapping[str, Any]) -> Report:
    """Read a report."""
    return Report(
        row["id"],
        row["text"],
        row["title"],
        row["published"],
        row["published_basis"],
        row["outlet"],
        row["url"],
        row["language"],
        row["given_id"],
    )


def mention_of(row: RowMapping) -> Mention:
    """Read a mention."""
    anchor = Span(row["start"], row["end"], row["text"])
    return Mention(row["id"], row["report"], anchor, row["sentence"], row["role"], row["status"], row["ordinal"])


def statement_of(row: RowMapping) -> Statement:
    """Read a statement with the maker, confidence and derivation of the row beside it."""
    return Statement(
        row["id"],
        row["report"],
        row["mention"],
        row["field"],
        _value_of(row["value"]),
        None if row["start"] is None else Span(row["start"], row["end"], row["text"]),
        _speaker_of(row["speaker"]) if row["speaker"] else None,
        row["polarity"],
        row["confidence"],
        row["maker"],
        _list_of(row["because"]),
    )


# The rows of one attack are read again with every report of it. Values are frozen, so one may stand for all.
@lru_cache(maxsize=16384)
def _value_of(written: str) -> Value:
    return value_from_json(json.loads(written))


@lru_cache(maxsize=4096)
def _speaker_of(written: str) -> Speaker | None:
    return speaker_from_json(json.loads(written))


@lru_cache(maxsize=16384)
def _list_of(written: str) -> tuple[str, ...]:
    return tuple(json.loads(written))


def judgement_of(row: RowMapping) -> Judgement:
    """Read a judgement."""
    return Judgement(
        row["id"],
        row["verdict"],
        row["subject"],
        row["object"],
        row["score"],
        _list_of(row["reasons"]),
        row["maker"],
        row["when"],
        row["revokes"],
    )
