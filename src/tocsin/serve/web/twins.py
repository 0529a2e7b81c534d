"""The same pages as data: JSON, JSON lines and CSV of the list, JSON of a dossier (contract ``tocsin.incident/1``)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from tocsin.model.incident import Choice, Count, Incident, Named, Stand
from tocsin.serve.web.case import Case

SCHEMA = "tocsin.incident/1"
COLUMNS = (
    "id", "permalink", "status", "event_status", "date_start", "date_end", "date_precision", "place", "admin1",
    "country", "latitude", "longitude", "place_precision", "radius_km", "type", "event_type", "killed_best",
    "killed_low", "killed_high", "wounded_best", "wounded_low", "wounded_high", "disputed", "actors", "n_reports",
    "n_witnesses", "summary",
)  # fmt: skip


def incidents_json(incidents: Sequence[Incident], *, base: str) -> str:
    """Write all incidents as one JSON object."""
    rows = [incident_row(one, base=base) for one in incidents]
    return json.dumps({"count": len(rows), "incidents": rows}, ensure_ascii=False)


def incidents_jsonl(incidents: Sequence[Incident], *, base: str) -> str:
    """Write one incident a line."""
    return "".join(json.dumps(incident_row(one, base=base), ensure_ascii=False) + "\n" for one in incidents)


def incidents_csv(incidents: Sequence[Incident], *, base: str) -> str:
    """Write a table (RFC 4180), one incident a row; unknown is an empty cell, never 0.

    A text that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for one in incidents:
        row = _flat_row(one, base)
        writer.writerow([_defuse(row[name]) for name in COLUMNS])
    return out.getvalue()


def case_json(case: Case, *, base: str) -> dict[str, Any]:
    """Give a dossier as data: the incident, and every statement, report and judgement behind it."""
    documents = case.documents
    return {
        **incident_row(case.incident, base=base),
        "statement_rows": [s.to_json() | {"rejected": s.id in case.rejected} for s in case.statements],
        "report_rows": [
            {
                "number": case.numbers[card.id],
                "id": card.key,
                "hash": card.id,
                "sha256": documents[card.id].report.sha256,
                "title": card.title,
                "outlet": card.outlet,
                "published": documents[card.id].report.published,
                "published_basis": documents[card.id].report.published_basis,
                "url": card.url,
                "permalink": f"{base}/reports/{card.key}",
                "sentences": [s.span.to_json() for s in documents[card.id].sentences],
                "warnings": [w.to_json() for w in case.warnings.get(card.id, ())],
            }
            for card in case.reports
        ],
        "judgement_rows": [
            {
                "id": j.id, "verdict": j.verdict, "subject": j.subject, "object": j.object, "score": round(j.score, 3),
                "reasons": list(j.reasons), "maker": j.maker, "when": j.when,
            }
            for j in case.judgements
        ],
    }  # fmt: skip


def incident_row(one: Incident, *, base: str) -> dict[str, Any]:
    """Give one incident as the contract writes it; ``base`` is the address before ``/incidents``."""
    keys = {ref.id: ref.key for ref in one.reports}
    when, where, type_ = one.when.value, one.where.value, one.type.value
    return {
        "schema": SCHEMA,
        "id": one.id,
        "permalink": f"{base}/incidents/{one.id}",
        "status": one.status,
        "event_status": one.event_status,
        "disputed": list(one.disputed),
        "type": None
        if type_ is None
        else {"acled": type_.acled, "event_type": type_.event_type, "plover": type_.plover or type_.default_plover}
        | _choice_row(one.type),
        "summary": one.summary,
        "when": None
        if when is None
        else {key: value for key, value in when.to_json().items() if key != "kind"} | _choice_row(one.when),
        "where": None
        if where is None
        else {
            "name": where.name or where.text, "lat": where.lat, "lon": where.lon, "precision": where.precision,
            "radius_km": where.radius_km, "country": where.country, "admin1": where.admin1,
        }
        | _choice_row(one.where),
        "killed": _count_row(one.killed),
        "wounded": _count_row(one.wounded),
        "missing": _count_row(one.missing),
        "abducted": _count_row(one.abducted),
        "munitions": [{"what": m.what, "fate": m.fate, **_count_row(m.count)} for m in one.munitions],
        "weapons": [_named_row(n) for n in one.weapons],
        "targets": [_named_row(n) for n in one.targets],
        "damage": [_named_row(n) for n in one.damage],
        "responsibility": [_stand_row(s, keys) for s in one.responsibility],
        "said_elsewhere": [_stand_row(s, keys) for s in one.said_elsewhere],
        "reports": [ref.key for ref in one.reports],
        "witnesses": [[keys.get(r, r) for r in group] for group in one.witnesses],
        "mentions": list(one.mentions),
        "series": list(one.series),
        "previous": list(one.previous),
        "aliases": list(one.aliases),
        "first_seen": one.first_seen,
        "last_changed": one.last_changed,
    }  # fmt: skip


def _count_row(tally: Count) -> dict[str, Any]:
    return {
        "low": tally.low, "best": tally.best, "high": tally.high, "rule": tally.rule,
        "n_statements": tally.n_statements, "n_witnesses": tally.n_witnesses, "disputed": tally.disputed,
        "supports": list(tally.supports), "contradicts": list(tally.contradicts),
    }  # fmt: skip


def _choice_row(choice: Choice[Any]) -> dict[str, Any]:
    return {
        "rule": choice.rule, "n_statements": choice.n_statements, "n_witnesses": choice.n_witnesses,
        "disputed": choice.disputed, "supports": list(choice.supports), "contradicts": list(choice.contradicts),
    }  # fmt: skip


def _named_row(one: Named) -> dict[str, Any]:
    return {"kind": one.kind, "text": one.text, "n_witnesses": one.n_witnesses, "supports": list(one.supports)}


def _stand_row(one: Stand, keys: dict[str, str]) -> dict[str, Any]:
    return {
        "actor": one.actor, "actor_kind": one.actor_kind, "stance": one.stance, "scope": one.scope,
        "official": one.official, "speaker": one.speaker, "date": one.date, "report": keys.get(one.report, one.report),
        "statement": one.statement, "text": one.text,
    }  # fmt: skip


def _flat_row(one: Incident, base: str) -> dict[str, Any]:
    when, where, type_ = one.when.value, one.where.value, one.type.value
    row: dict[str, Any] = dict.fromkeys(COLUMNS)
    row |= {
        "id": one.id, "permalink": f"{base}/incidents/{one.id}", "status": one.status,
        "event_status": one.event_status, "disputed": "; ".join(one.disputed), "actors": "; ".join(one.actors),
        "n_reports": len(one.reports), "n_witnesses": len(one.witnesses), "summary": one.summary,
        "killed_best": one.killed.best, "killed_low": one.killed.low, "killed_high": one.killed.high,
        "wounded_best": one.wounded.best, "wounded_low": one.wounded.low, "wounded_high": one.wounded.high,
    }  # fmt: skip
    if when:
        row |= {"date_start": when.start, "date_end": when.end, "date_precision": when.precision}
    if where:
        row |= {
            "place": where.name or where.text, "admin1": where.admin1, "country": where.country,
            "latitude": where.lat, "longitude": where.lon, "place_precision": where.precision,
            "radius_km": where.radius_km,
        }  # fmt: skip
    if type_:
        row |= {"type": type_.acled, "event_type": type_.event_type}
    return row


def _defuse(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
