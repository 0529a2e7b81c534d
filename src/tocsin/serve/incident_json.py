"""Write an incident as the second machine contract, ``tocsin.incident/1``: one JSON object, unknown as null."""

from __future__ import annotations

from typing import Any

from tocsin.model.incident import Choice, Count, Incident, Named, Point, Stand

SCHEMA = "tocsin.incident/1"
Json = dict[str, Any]


def incident_to_json(incident: Incident, *, permalink_base: str = "") -> Json:
    """Build the contract's object for one incident.

    ``permalink_base`` is the address before ``/incidents/``; empty gives an address relative to the host. A report's
    id is the one given at ingest where there was one, else its hash.
    """
    keys = {ref.id: ref.key for ref in incident.reports}
    return {
        "schema": SCHEMA,
        "id": incident.id,
        "permalink": f"{permalink_base}/incidents/{incident.id}",
        "status": incident.status,
        "event_status": incident.event_status,
        "disputed": list(incident.disputed),
        "type": _type(incident),
        "summary": incident.summary,
        "when": _when(incident),
        "where": _where(incident),
        "killed": _count(incident.killed),
        "wounded": _count(incident.wounded),
        "missing": _count(incident.missing),
        "abducted": _count(incident.abducted),
        "munitions": [{"what": m.what, "fate": m.fate, **_count(m.count)} for m in incident.munitions],
        "weapons": [_named(n) for n in incident.weapons],
        "targets": [_named(n) for n in incident.targets],
        "damage": [_named(n) for n in incident.damage],
        "responsibility": [_stand(s, keys) for s in incident.responsibility],
        "said_elsewhere": [_stand(s, keys) for s in incident.said_elsewhere],
        "timeline": [_point(p, keys) for p in incident.timeline],
        "reports": [ref.key for ref in incident.reports],
        "witnesses": [[keys.get(r, r) for r in group] for group in incident.witnesses],
        "mentions": list(incident.mentions),
        "series": list(incident.series),
        "previous": list(incident.previous),
        "aliases": list(incident.aliases),
        "n_rejected": incident.n_rejected,
        "first_seen": incident.first_seen,
        "last_changed": incident.last_changed,
    }


def _type(incident: Incident) -> Json | None:
    value = incident.type.value
    if value is None:
        return None
    plover = value.plover or value.default_plover
    return {"acled": value.acled, "event_type": value.event_type, "plover": plover, **_choice(incident.type)}


def _when(incident: Incident) -> Json | None:
    value = incident.when.value
    if value is None:
        return None
    return {**{key: v for key, v in value.to_json().items() if key != "kind"}, **_choice(incident.when)}


def _where(incident: Incident) -> Json | None:
    value = incident.where.value
    if value is None:
        return None
    return {
        "name": value.name or value.text,
        "lat": value.lat,
        "lon": value.lon,
        "precision": value.precision,
        "radius_km": value.radius_km,
        "country": value.country,
        "admin1": value.admin1,
        **_choice(incident.where),
    }


def _choice(choice: Choice[Any] | Count) -> Json:
    return {
        "rule": choice.rule,
        "n_statements": choice.n_statements,
        "n_witnesses": choice.n_witnesses,
        "disputed": choice.disputed,
        "supports": list(choice.supports),
        "contradicts": list(choice.contradicts),
    }


def _count(count: Count) -> Json:
    return {
        "low": count.low,
        "best": count.best,
        "high": count.high,
        **_choice(count),
        "derived": count.derived,
        "civilians_only": count.civilians_only,
    }


def _named(one: Named) -> Json:
    return {"kind": one.kind, "text": one.text, "n_witnesses": one.n_witnesses, "supports": list(one.supports)}


def _stand(one: Stand, keys: dict[str, str]) -> Json:
    return {
        "actor": one.actor,
        "actor_kind": one.actor_kind,
        "stance": one.stance,
        "scope": one.scope,
        "official": one.official,
        "speaker": one.speaker,
        "date": one.date,
        "report": keys.get(one.report, one.report),
        "statement": one.statement,
        "text": one.text,
    }


def _point(point: Point, keys: dict[str, str]) -> Json:
    return {
        "date": point.date,
        "outcome": point.outcome,
        **point.figure.to_json(),
        "speaker": point.speaker,
        "outlet": point.outlet,
        "report": keys.get(point.report, point.report),
        "statement": point.statement,
        "superseded": point.superseded,
    }
