"""The same pages as data: JSON, JSON lines and CSV of the list, JSON of a dossier (contract ``tocsin.incident/1``)."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

from tocsin.model.incident import Incident
from tocsin.serve.incident_json import incident_to_json
from tocsin.serve.web.case import Case

COLUMNS = (
    "id", "permalink", "status", "event_status", "date_start", "date_end", "date_precision", "place", "admin1",
    "country", "latitude", "longitude", "place_precision", "radius_km", "type", "event_type", "killed_best",
    "killed_low", "killed_high", "wounded_best", "wounded_low", "wounded_high", "disputed", "actors", "n_reports",
    "n_witnesses", "summary",
)  # fmt: skip


def incidents_json(incidents: Sequence[Incident], *, base: str) -> str:
    """Write all incidents as one JSON object."""
    rows = [incident_to_json(one, permalink_base=base) for one in incidents]
    return json.dumps({"count": len(rows), "incidents": rows}, ensure_ascii=False)


def incidents_jsonl(incidents: Sequence[Incident], *, base: str) -> str:
    """Write one incident a line."""
    return "".join(
        json.dumps(incident_to_json(one, permalink_base=base), ensure_ascii=False) + "\n" for one in incidents
    )


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
        **incident_to_json(case.incident, permalink_base=base),
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
