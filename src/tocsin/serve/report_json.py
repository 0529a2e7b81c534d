"""Write a reading as the first machine contract, ``tocsin.report/1``.

What the contract promises: every ``span`` is half-open code-point offsets into the report's text as stored, ``text``
beside a span is exactly that slice, and a value the report does not give is null, never guessed and never zero.
"""

from __future__ import annotations

from typing import Any

from tocsin.model.kinds.casualties import Toll
from tocsin.model.kinds.event_type import EventType
from tocsin.model.kinds.responsibility import Actor, Responsibility
from tocsin.model.kinds.target import Damage, Target
from tocsin.model.kinds.weapon import Munition, Weapon
from tocsin.model.reading import Reading
from tocsin.model.report import Report
from tocsin.model.span import Span
from tocsin.model.statement import Field, Mention, Statement, speaker_to_json
from tocsin.serve.summary import summarise

SCHEMA = "tocsin.report/1"
Json = dict[str, Any]

_WHEN_KEYS = ("start", "end", "precision", "time_local", "part_of_day", "utc", "tz", "basis")
_WHERE_KEYS = ("name", "lat", "lon", "precision", "radius_km", "country", "admin1", "gazetteer")


def reading_to_json(reading: Reading) -> Json:
    """Build the contract's object for one reading."""
    return {
        "schema": SCHEMA,
        "maker": _name_maker(reading.maker),
        "report": _report(reading),
        "mentions": [_mention(reading, mention) for mention in reading.mentions],
        "statements": [statement.to_json() for statement in reading.statements],
    }


def current_statements(reading: Reading, mention: Mention, field: Field) -> tuple[Statement, ...]:
    """Give the asserting statements about a field that no better reading of the same words replaces.

    A statement derived from another one with the same span (a place's wording tied to the gazetteer, say) stands for
    it; one derived from several others stands beside them. Negated statements are left to the flat list.
    """
    found = [s for s in reading.of(mention, field) if s.polarity]
    replaced = {
        source for s in found for source in s.because for other in found if other.id == source and other.span == s.span
    }
    return tuple(s for s in found if s.id not in replaced)


def best_statement(reading: Reading, mention: Mention, field: Field) -> tuple[Statement | None, list[Statement]]:
    """Pick the statement that speaks for a field, and the others: surest, then most specific, then earliest."""
    found = current_statements(reading, mention, field)
    if not found:
        return None, []
    ranked = sorted(found, key=lambda s: (-s.confidence, -s.value.specificity, s.span.start if s.span else 0))
    return ranked[0], ranked[1:]


def _name_maker(maker: str) -> str:
    from tocsin import __version__  # noqa: PLC0415 - read from the package's metadata, on first use

    return f"tocsin {__version__} {maker.removeprefix('tocsin ')}".strip()


def _report(reading: Reading) -> Json:
    report = reading.report
    return {
        "id": report.key,
        "hash": report.id,
        "sha256": report.sha256,
        "title": report.title or None,
        "published": report.published,
        "published_basis": report.published_basis,
        "source": report.outlet or None,
        "url": report.url,
        "lang": report.language,
        "n_chars": len(report.text),
        "relevant": reading.relevant,
        "relevance": round(reading.relevance, 3),
        "warnings": [warning.to_json() for warning in reading.warnings],
    }


def _mention(reading: Reading, mention: Mention) -> Json:
    kind = _type(reading, mention)
    when = _when(reading, mention)
    where = _where(reading, mention)
    targets = current_statements(reading, mention, "target")
    spot = where["span"]
    hit = spot is not None and any(s.span and s.span.start < spot[1] and spot[0] < s.span.end for s in targets)
    return {
        "id": mention.id,
        "role": mention.role,
        "status": mention.status,
        "anchor": _words(mention.anchor),
        "type": kind,
        "summary": summarise(kind, when, where, mention.status, hit=hit),
        "when": when,
        "where": where,
        "weapons": _rows(reading, mention, "weapon"),
        "munitions": _rows(reading, mention, "munition"),
        "targets": _rows(reading, mention, "target"),
        "casualties": _casualties(reading, mention),
        "no_casualties": bool(current_statements(reading, mention, "no_casualties")),
        "responsibility": _rows(reading, mention, "responsibility"),
        "damage": _rows(reading, mention, "damage"),
        "refers_to": None,  # known to a ledger only, which fills it in when it shows the mention
    }


def _type(reading: Reading, mention: Mention) -> Json:
    best, _ = best_statement(reading, mention, "type")
    if best is None or not isinstance(best.value, EventType):
        return {"acled": None, "plover": None, **_words(mention.anchor), "confidence": None}
    value = best.value
    return {
        "acled": value.acled,
        "plover": value.plover or value.default_plover,
        **_words(best.span),
        "confidence": round(best.confidence, 3),
    }


def _when(reading: Reading, mention: Mention) -> Json:
    best, others = best_statement(reading, mention, "when")
    if best is None:
        empty = {**dict.fromkeys(_WHEN_KEYS), "precision": "unknown", "basis": "none"}
        return {**empty, **_words(None), "alternatives": []}
    return {**_when_row(best), "alternatives": [_when_row(other) for other in others]}


def _when_row(statement: Statement) -> Json:
    row = statement.value.to_json()
    return {**{key: row.get(key) for key in _WHEN_KEYS}, **_words(statement.span)}


def _where(reading: Reading, mention: Mention) -> Json:
    best, others = best_statement(reading, mention, "where")
    if best is None:
        empty = {**_words(None), **dict.fromkeys(_WHERE_KEYS), "precision": "unknown"}
        return {**empty, "alternatives": [], "context": []}
    row = best.value.to_json()
    report = reading.report
    context = [_context(report, place) for place in row.get("context") or ()]
    context += [{**_where_row(other), "is_event_place": True} for other in others]
    return {**_where_row(best), "alternatives": list(row.get("alternatives") or ()), "context": context}


def _where_row(statement: Statement) -> Json:
    row = statement.value.to_json()
    if row.get("lat") is None:  # without a point there is no reach: unknown, not zero
        row["radius_km"] = None
    return {**_words(statement.span), **{key: row.get(key) for key in _WHERE_KEYS}}


def _context(report: Report, place: Any) -> Json:
    """Write a container or another place of the event, with its words checked against the text."""
    row: Json = dict(place) if isinstance(place, dict) else {"text": str(place), "span": None}
    span = row.get("span")
    if span is not None:
        row["text"] = report.text[span[0] : span[1]]
    return {"is_event_place": False, **row}


def _rows(reading: Reading, mention: Mention, field: Field) -> list[Json]:
    return [_row(statement) for statement in current_statements(reading, mention, field)]


def _row(statement: Statement) -> Json:
    """Write one statement as its row of a mention."""
    value, words, speaker = statement.value, _words(statement.span), speaker_to_json(statement.speaker)
    if isinstance(value, Weapon):
        return {**words, "kind": value.weapon, "gtd": value.gtd}
    if isinstance(value, Target):
        return {**words, "kind": value.target, "gtd": value.gtd}
    if isinstance(value, Damage):
        return {**words, "effect": value.effect}
    if isinstance(value, Munition):
        return {**value.figure.to_json(), "what": value.what, "fate": value.fate, **words, "speaker": speaker}
    if isinstance(value, Responsibility):
        return {
            "actor": _actor(value.actor, statement.span),
            "stance": value.stance,
            "official": value.official,
            "scope": value.scope,
            **words,
            "speaker": speaker,
        }
    message = f"no row of the contract holds a {type(value).__name__} in field {statement.field!r}"
    raise TypeError(message)


def _casualties(reading: Reading, mention: Mention) -> list[Json]:
    """Write the tolls; ``part_of`` becomes the index of the total in this very list."""
    statements = current_statements(reading, mention, "casualty")
    index = {statement.id: place for place, statement in enumerate(statements)}
    return [_casualty(s, s.value, index) for s in statements if isinstance(s.value, Toll)]


def _casualty(statement: Statement, toll: Toll, index: dict[str, int]) -> Json:
    return {
        "outcome": toll.outcome,
        **toll.figure.to_json(),
        **_words(statement.span),
        "who": toll.who or None,
        "group": toll.group,
        "nationality": list(toll.nationality),
        "age_sex": toll.age_sex,
        "part_of": index.get(toll.part_of) if toll.part_of else None,
        "includes_perpetrators": toll.includes_perpetrators,
        "superseded": toll.superseded,
        "speaker": speaker_to_json(statement.speaker),
    }


def _actor(actor: Actor | None, span: Span | None) -> Json | None:
    """Write an actor, with the place of its words where the statement's own words hold them once."""
    if actor is None:
        return None
    once = span is not None and bool(actor.text) and span.text.count(actor.text) == 1
    at = span.start + span.text.index(actor.text) if span is not None and once else None
    return {**actor.to_json(), "span": None if at is None else [at, at + len(actor.text)]}


def _words(span: Span | None) -> Json:
    return {"text": span.text if span else None, "span": span.to_json() if span else None}
