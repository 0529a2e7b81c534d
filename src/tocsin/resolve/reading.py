"""Tie a reading to the world: event places with coordinates, clock times with zones, actors with their side."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from tocsin.model.document import Document
from tocsin.model.kinds.event_type import EventType
from tocsin.model.kinds.responsibility import Responsibility
from tocsin.model.kinds.when import When
from tocsin.model.kinds.where import Where
from tocsin.model.reading import Reading, ReportWarning
from tocsin.model.span import cut
from tocsin.model.statement import Mention, Statement, make_statement
from tocsin.resolve.eventplace import Candidate, choose_event_places
from tocsin.resolve.gazetteer import Gazetteer
from tocsin.resolve.named_actors import name_actors
from tocsin.resolve.names import find_place_names
from tocsin.resolve.places import resolve_places
from tocsin.resolve.times import localise
from tocsin.resolve.wording import PlaceWording

GAZETTEER_MAKER = "gazetteer.v1"
"""Maker of statements that tie wording to the shipped gazetteer."""

_THERE = re.compile(
    r"\b(?:there|the same (?:base|place|city|town|village|site|camp|market|mosque|church)|"
    r"the (?:base|camp|airport|embassy|city|town|village))\b",
    re.IGNORECASE,
)


def _inherit_places(reading: Reading, places: dict[str, list[Statement]]) -> None:
    """Give an earlier attack that is only placed by "there" or "the base" the place of the main one."""
    main = next((m for m in reading.mentions if m.role == "main"), None)
    if main is None or not places[main.id]:
        return
    source = places[main.id][0]
    for mention in reading.mentions:
        if mention.role != "background" or places[mention.id]:
            continue
        for start, end in mention.regions:
            match = _THERE.search(reading.document.text, start, end)
            if match:
                value = replace(cast("Where", source.value), text=match[0])
                span = cut(reading.document.text, match.start(), match.end())
                places[mention.id] = [
                    make_statement(
                        mention, "where", value, span, confidence=0.6, maker=GAZETTEER_MAKER, because=(source.id,)
                    )
                ]
                break


_WARNINGS = {
    "time-conversion-wrong": "the report prints a local time and a UTC time that are not the same moment there",
    "day-moved-by-time-zone": "the printed time, on the clock of the place, falls on another day",
}


def resolve_reading(reading: Reading, gazetteer: Gazetteer) -> Reading:
    """Add event places to every mention, put its time on the local clock, and tell state forces from foreign ones."""
    if not reading.mentions:
        return reading
    candidates = find_candidates(reading.document, gazetteer)
    places: dict[str, list[Statement]] = {}
    by_mention: dict[str, list[Statement]] = {}
    for statement in reading.statements:
        by_mention.setdefault(statement.mention, []).append(statement)
    for mention in reading.mentions:
        targets = [s for s in by_mention.get(mention.id, []) if s.field == "target"]
        chosen = choose_event_places(reading.document, mention, candidates, [t.span for t in targets if t.span])
        places[mention.id] = [_place_statement(reading.document, mention, c, n) for n, c in enumerate(chosen)]
    _inherit_places(reading, places)
    statements: list[Statement] = []
    warnings = list(reading.warnings)
    for mention in reading.mentions:
        own = by_mention.get(mention.id, [])
        here = places[mention.id]
        where = cast("Where", here[0].value) if here else None
        own = name_actors(own, mention, where, reading.document)
        statements.extend(_retype(mention, _resolve_own(mention, own, where, gazetteer, warnings)))
        statements.extend(here)
    found = replace(reading, statements=tuple(statements), warnings=tuple(warnings))
    return drop_unspecific(found)


def drop_unspecific(reading: Reading) -> Reading:
    """Drop mentions beside the main one that single no attack out: no day or month, place, figure or named site.

    "Washington blames such groups for attacks" names a series, not an attack: what it says of responsibility goes to
    the main mention, booked as about earlier attacks.
    """
    main = next((m for m in reading.mentions if m.role == "main"), None)
    told: dict[str, list[Statement]] = {}
    for statement in reading.statements:
        told.setdefault(statement.mention, []).append(statement)
    vague = [
        m for m in reading.mentions if m is not main and m.role != "main" and _is_unspecific(m, told.get(m.id, []))
    ]
    if main is None or not vague:
        return reading
    gone = {m.id for m in vague}
    moved: list[Statement] = []
    for statement in reading.statements:
        if statement.mention not in gone:
            moved.append(statement)
        elif isinstance(statement.value, Responsibility) and statement.value.stance != "stated_as_fact":
            scope = "earlier_attacks" if statement.value.scope == "this_attack" else statement.value.scope
            moved.append(_derive(main, statement, replace(statement.value, scope=scope), moved=True))
    kept = tuple(m for m in reading.mentions if m.id not in gone)
    return replace(reading, mentions=kept, statements=tuple(moved))


_OWN = frozenset({"weapon", "target", "responsibility", "damage"})


def _is_unspecific(mention: Mention, told: list[Statement]) -> bool:
    if mention.role == "background" and not mention.anchor.text.lower().endswith("s"):
        return False
    for statement in told:
        if statement.field in {"casualty", "munition"} or (mention.role == "other" and statement.field in _OWN):
            return False
        if isinstance(statement.value, When) and statement.value.basis in {"explicit", "relative"}:
            return False
        if isinstance(statement.value, Where) and statement.value.precision != "country":
            return False
    return True


def find_candidates(document: Document, gazetteer: Gazetteer) -> list[Candidate]:
    """List the place names of a report, in order, each with the place it was taken for and its sentence."""
    named = find_place_names(document.text, gazetteer)
    wordings = [_whole_name(document.text, w) for w in named]
    values = resolve_places(wordings, gazetteer, dateline=find_dateline(document))
    found = []
    for n, (wording, value) in enumerate(zip(wordings, values, strict=True)):
        sentence = document.sentence_at(wording.start)
        if sentence is not None:
            widened = wording.start != named[n].start
            known = _tie_to_container(wording, wordings[n + 1 :], values[n + 1 :]) if widened else value
            found.append(Candidate(wording, known, sentence))
    return found


def _tie_to_container(wording: PlaceWording, later: list[PlaceWording], values: list[Where | None]) -> Where | None:
    """Place a name that no gazetteer knows at the container named right after it; None without one."""
    for other, value in zip(later, values, strict=True):
        if other.start - wording.end > 60:
            break
        if value is not None and not other.modifier:
            return replace(value, text=wording.text, name=wording.text, gazetteer=None, alternatives=())
    return None


_FIRST_PART = re.compile(r"(?:(?<=\s)|(?<=\())(?P<first>[A-Z][a-zà-ÿ’'-]{2,})\s$")
_PARTS_OF = frozenset(
    "North South East West Northern Southern Eastern Western Central Greater Old New Upper Lower Saint San Santa Fort "
    "Port Mount Lake City Downtown Metro President Minister Prime Mayor Governor General Colonel Captain Major Police "
    "Capital Islamic Al The In At From Near And Inside Outside Across Since After Before Federal State National "
    "Province District Region Village Town Camp Base Operation Battle University Church".split()
)


def _whole_name(text: str, wording: PlaceWording) -> PlaceWording:
    """Take in a capitalised word right before a known name: "Wharf Jérémie" is not the town of Jérémie.

    Only after "in", "at" or "near" and away from compass words, titles and generic heads; the whole then counts as a
    name no gazetteer knows, to be tied to its container.
    """
    before = text[max(0, wording.start - 40) : wording.start]
    match = _FIRST_PART.search(before)
    if (
        match is None
        or wording.modifier
        or match["first"] in _PARTS_OF
        or match["first"].endswith(("ian", "an", "i", "ese", "ish"))
    ):
        return wording
    if not re.search(r"\b(?:in|at|near)\s$", before[: match.start("first")]):
        return wording
    start = wording.start - (len(before) - match.start("first"))
    return replace(wording, text=text[start : wording.end], start=start)


_DATELINE = re.compile(
    r"^(?P<place>[A-Z][A-Z' .-]{2,30}(?:, [A-Z][\w ]+)?)(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?\s*"
    r"(?:\([^)]{2,30}\)\s*)?[-–—:]"
)


def find_dateline(document: Document) -> str | None:
    """Find the dateline: a place in capitals that opens the lead."""
    lead = next((s for s in document.sentences if s.part == "lead"), None)
    match = _DATELINE.match(lead.text) if lead else None
    return match["place"] if match else None


def _place_statement(document: Document, mention: Mention, candidate: Candidate, rank: int) -> Statement:
    value = candidate.value or Where(text=candidate.wording.text, name=candidate.wording.text)
    span = cut(document.text, candidate.wording.start, candidate.wording.end)
    if value.text != span.text:
        value = replace(value, text=span.text)
    confidence = (0.85 if candidate.value else 0.5) - 0.05 * min(rank, 6)
    return make_statement(mention, "where", value, span, confidence=confidence, maker=GAZETTEER_MAKER)


def _resolve_own(
    mention: Mention, own: list[Statement], where: Where | None, gazetteer: Gazetteer, warnings: list[ReportWarning]
) -> list[Statement]:
    result: list[Statement] = []
    for statement in own:
        value = statement.value
        if isinstance(value, When) and where is not None and where.lat is not None and where.lon is not None:
            moved, codes = localise(value, where.lat, where.lon)
            warnings.extend(ReportWarning(code, _WARNINGS.get(code, code), statement.span) for code in codes)
            result.append(_derive(mention, statement, moved))
        elif isinstance(value, Responsibility):
            result.append(_derive(mention, statement, _take_side(value, where, gazetteer)))
        else:
            result.append(statement)
    return result


def _retype(mention: Mention, own: list[Statement]) -> list[Statement]:
    """Call ground taken by a foreign army no return of the government, whatever the wording."""
    foreign = any(
        isinstance(s.value, Responsibility)
        and s.value.actor is not None
        and s.value.actor.kind == "external forces"
        and s.value.stance in {"stated_as_fact", "claims"}
        for s in own
    )
    if not foreign:
        return own
    return [
        make_statement(
            mention,
            "type",
            EventType("Non-state actor overtakes territory"),
            s.span,
            confidence=s.confidence,
            maker=s.maker,
        )
        if isinstance(s.value, EventType) and s.value.acled == "Government regains territory"
        else s
        for s in own
    ]


def _derive(mention: Mention, statement: Statement, value: When | Responsibility, *, moved: bool = False) -> Statement:
    if value == statement.value and not moved:
        return statement
    return make_statement(
        mention,
        statement.field,
        value,
        statement.span,
        speaker=statement.speaker,
        polarity=statement.polarity,
        confidence=statement.confidence,
        maker=statement.maker,
        because=statement.because,
    )


def _take_side(value: Responsibility, where: Where | None, gazetteer: Gazetteer) -> Responsibility:
    """Call a state's forces external where they act outside their country."""
    actor = value.actor
    if actor is None or actor.kind != "state forces":
        return value
    home = _country_of_words(actor.text, gazetteer)
    joint = re.search(r"\b(?:coalition|NATO)\b", actor.text, re.IGNORECASE)
    if joint or (home and where is not None and where.country and home != where.country):
        return replace(value, actor=replace(actor, kind="external forces"))
    return value


def _country_of_words(words: str, gazetteer: Gazetteer) -> str | None:
    for word in re.findall(r"(?:South |North |Saudi )?[A-Z][\w.]*\w|U\.S\.", words):
        code = gazetteer.country_of(word)
        if code:
            return code
    return None
