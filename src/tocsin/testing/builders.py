"""Build reports, mentions, statements and readings by hand: no model, no gazetteer, no clock.

Wordings are found in the report's text, so every span slices to its words as in a real reading.

>>> r = report("Rockets hit a base near Kirkuk on Friday. One contractor was killed.", published="2019-12-28")
>>> m = mention(r, "hit")
>>> statement(r, m, toll("killed", 1, who="contractor", group="contractor"), "One contractor was killed").value.show()
'1 killed (contractor)'
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from typing import Any

from tocsin.model.document import Document, Sentence, Speaker, SpeakerKind
from tocsin.model.kinds import Value
from tocsin.model.kinds.casualties import Group, NoCasualties, Outcome, Toll
from tocsin.model.kinds.event_type import EventType
from tocsin.model.kinds.figure import Figure, parse_figure
from tocsin.model.kinds.responsibility import Actor, Responsibility, Scope, Stance
from tocsin.model.kinds.target import Damage, Target
from tocsin.model.kinds.weapon import Munition, Weapon
from tocsin.model.kinds.when import When
from tocsin.model.kinds.where import Precision, Where
from tocsin.model.reading import Reading
from tocsin.model.report import Report, make_report
from tocsin.model.span import Span, cut
from tocsin.model.statement import Field, Mention, Role, Statement, Status, make_mention, make_statement

MAKER = "testing hand.v1"
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_FIELDS: tuple[tuple[type, Field], ...] = (
    (EventType, "type"),
    (When, "when"),
    (Where, "where"),
    (Weapon, "weapon"),
    (Munition, "munition"),
    (Target, "target"),
    (Toll, "casualty"),
    (NoCasualties, "no_casualties"),
    (Responsibility, "responsibility"),
    (Damage, "damage"),
)


def report(
    text: str = "Rockets hit a base near Kirkuk on Friday. One contractor was killed.",
    *,
    title: str = "",
    published: str | None = "2019-12-28",
    outlet: str = "Example Wire",
    url: str | None = None,
    given_id: str | None = None,
    language: str = "en",
) -> Report:
    """Build a report."""
    return make_report(
        text, title=title, published=published, outlet=outlet, url=url, given_id=given_id, language=language
    )


def words_of(source: Report, words: str, nth: int = 1) -> Span:
    """Find the nth occurrence of a wording in a report, as a span.

    Raises:
        ValueError: the words are not there so often.
    """
    at = -1
    for _ in range(nth):
        at = source.text.find(words, at + 1)
        if at < 0:
            message = f"the report does not say {words!r} {nth} times"
            raise ValueError(message)
    return cut(source.text, at, at + len(words))


def mention(
    source: Report,
    anchor: str | None = None,
    *,
    role: Role = "main",
    status: Status = "happened",
    ordinal: int = 0,
    nth: int = 1,
) -> Mention:
    """Build a mention anchored at a wording, by default the report's first word."""
    span = words_of(source, anchor or source.text.split()[0], nth)
    found = [s for s in sentences_of(source) if s.span.start <= span.start]
    return make_mention(
        source.id,
        span,
        sentence_start=found[-1].span.start,
        sentence=found[-1].index,
        ordinal=ordinal,
        role=role,
        status=status,
    )


def statement(
    source: Report,
    about: Mention,
    value: Value,
    words: str | None = None,
    *,
    speaker: Speaker | str | None = None,
    polarity: bool = True,
    confidence: float = 1.0,
    maker: str = MAKER,
    because: tuple[str, ...] = (),
) -> Statement:
    """Build a statement; the field follows from the kind of value, the span from the words."""
    field = next(name for kind, name in _FIELDS if isinstance(value, kind))
    return make_statement(
        about,
        field,
        value,
        words_of(source, words) if words else None,
        speaker=say(speaker) if isinstance(speaker, str) else speaker,
        polarity=polarity,
        confidence=confidence,
        maker=maker,
        because=because,
    )


def say(name: str, kind: SpeakerKind = "official", *, named: bool = True) -> Speaker:
    """Build a speaker without a span."""
    return Speaker(name, kind, named)


def figure(count: int | str | tuple[int | None, int | None]) -> Figure:
    """Build a figure from a number, from words ("at least 23", "several"), or from its two bounds."""
    if isinstance(count, int):
        return Figure(count, count)
    if isinstance(count, tuple):
        return Figure(*count, "exact" if count[0] == count[1] else "about")
    found = parse_figure(count)
    if found is None:
        message = f"no figure in {count!r}"
        raise ValueError(message)
    return found


def toll(
    outcome: Outcome,
    count: int | str | tuple[int | None, int | None],
    *,
    who: str = "",
    group: Group = "unknown",
    nationality: tuple[str, ...] = (),
    age_sex: str | None = None,
    part_of: str | None = None,
    includes_perpetrators: bool | None = None,
    superseded: bool = False,
) -> Toll:
    """Build a toll: ``toll("killed", 3)``, ``toll("wounded", "several")``, ``toll("killed", (3, 5))``."""
    return Toll(outcome, figure(count), who, group, nationality, age_sex, part_of, includes_perpetrators, superseded)


def munitions(count: int | str | tuple[int | None, int | None], what: str = "rockets", fate: str = "fired") -> Munition:
    """Build a count of munitions."""
    return Munition.from_json({**figure(count).to_json(), "what": what, "fate": fate})


def blame(
    actor: str | None,
    stance: Stance = "accused",
    *,
    scope: Scope = "this_attack",
    official: bool | None = None,
    kind: str = "unknown",
) -> Responsibility:
    """Build a stance on who did it."""
    return Responsibility(Actor(actor, kind=kind) if actor else None, stance, scope, official)


def reading(
    source: Report, mentions: Iterable[Mention] = (), statements: Iterable[Statement] = (), *, maker: str = MAKER
) -> Reading:
    """Build a reading out of hand-made parts."""
    told = tuple(mentions)
    document = Document(source, sentences_of(source))
    return Reading(document, bool(told), 1.0 if told else 0.0, told, tuple(statements), (), maker)


def sentences_of(source: Report) -> tuple[Sentence, ...]:
    """Cut a report into sentences at full stops and line ends: good enough for hand-written texts."""
    spans = [cut(source.text, m.start(), m.end()) for m in _SENTENCE.finditer(source.text) if m[0].strip()]
    return tuple(Sentence(i, span, "body", 0) for i, span in enumerate(spans))


def when(value: str, **more: Any) -> When:
    """Build a time from ``2019-12-27``, ``2019-12-27T19:20``, ``2019-12``, ``2019`` or ``2019-12-26/2019-12-28``."""
    start, end, precision = _bounds(value)
    given: dict[str, Any] = {"start": start, "end": end, "precision": precision, "basis": "explicit", "text": value}
    if "T" in value:
        given["time_local"] = value.partition("T")[2]
    return When(**{**given, **more})


def _bounds(value: str) -> tuple[date, date, str]:
    if "/" in value:
        start, _, end = value.partition("/")
        return date.fromisoformat(start), date.fromisoformat(end), "range"
    if len(value) >= 10:
        day = date.fromisoformat(value[:10])
        return day, day, "minute" if "T" in value else "day"
    if len(value) == 7:
        year, month = int(value[:4]), int(value[5:])
        return date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month"
    return date(int(value), 1, 1), date(int(value), 12, 31), "year"


def where(
    name: str,
    lat: float | None = None,
    lon: float | None = None,
    *,
    precision: Precision | None = None,
    radius_km: float | None = None,
    country: str | None = None,
    admin1: str | None = None,
    **more: Any,
) -> Where:
    """Build a place: a town of 5 km reach where it has a point, an unknown place where it has none."""
    known = precision or ("unknown" if lat is None else "town")
    reach = {"site": 2.0, "town": 5.0, "near": 15.0, "district": 30.0, "province": 100.0, "country": 500.0}
    return Where(
        text=more.pop("text", name),
        name=name,
        lat=lat,
        lon=lon,
        precision=known,
        radius_km=reach.get(known, 0.0) if radius_km is None else radius_km,
        country=country,
        admin1=admin1,
        **more,
    )
