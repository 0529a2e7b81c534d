"""Make one draft of a template from each mention that the 1992 task would record, and merge drafts of one incident."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from tocsin.evaluate.yardsticks.muc4.countries import COUNTRIES, OF_INTEREST, PROVINCE
from tocsin.evaluate.yardsticks.muc4.lexicon import INCIDENT_TYPES, find_fill
from tocsin.evaluate.yardsticks.muc4.people import Person, read_person
from tocsin.evaluate.yardsticks.muc4.perpetrators import Party, read_party
from tocsin.evaluate.yardsticks.muc4.places import fold_place
from tocsin.evaluate.yardsticks.muc4.things import count_things, read_instrument, read_target

Json = dict[str, Any]

# An incident told without news more than two months before the report is history (task documentation, section 1.0, 6).
_RECENT = timedelta(days=62)
_TYPES = {
    "Remote explosive/landmine/IED": "BOMBING",
    "Suicide bomb": "BOMBING",
    "Abduction/forced disappearance": "KIDNAPPING",
}
# So many are the dead of a war, not of one incident.
_WAR = 1000
_STAGES = {"attempted": "ATTEMPTED", "foiled": "ATTEMPTED", "threatened": "THREATENED", "planned": "THREATENED"}
_WEEKDAY = re.compile(r"\b(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY\b")
_DEAD = re.compile(r"\s+(?:WERE |PEOPLE |PERSONS )?(DEAD|WOUNDED|INJURED|DEATHS|CASUALTIES)\b")
_DIGIT = re.compile(r"\d")
_EFFECTS = {"destroyed": "DESTROYED", "some_damage": "SOME DAMAGE", "none": "NO DAMAGE"}
_UNREAL = frozenset({"hypothetical", "denied"})
_ARMED = frozenset({"military", "militant"})
_WORDS_FOR_KINDS = frozenset("DEPARTMENT PROVINCE MUNICIPALITY NEIGHBORHOOD AIRPORT UNIVERSITY REGION DISTRICT".split())
_KINDS = {"town": "CITY", "near": "CITY", "site": "CITY", "district": "NEIGHBORHOOD"}


@dataclass(frozen=True, slots=True)
class Victim:
    """Hold people harmed or attacked, with their group, number, effect and foreign nation."""

    person: Person
    group: str
    number: str
    effect: str | None
    nation: str | None


@dataclass(frozen=True, slots=True)
class Thing:
    """Hold a physical target with its type, number and effect."""

    name: str
    kind: str
    number: str
    effect: str | None


@dataclass(frozen=True, slots=True)
class Draft:
    """Hold what one incident's template will say; days as an interval, the place from the country inwards."""

    type: str
    stage: str
    first: date | None
    last: date | None
    place: tuple[tuple[str, str], ...]
    instruments: tuple[tuple[str | None, str | None], ...]
    parties: tuple[Party, ...]
    things: tuple[Thing, ...]
    victims: tuple[Victim, ...]
    unhurt: str | None
    armed_only: bool
    role: str


@dataclass(frozen=True, slots=True)
class Header:
    """Hold what a report's first line gives: its date, and the country it was filed from (ISO code)."""

    published: date | None
    country: str | None


def make_drafts(answer: Json, header: Header, text: str = "") -> list[Draft]:
    """Make the drafts of one report: what the task records, each incident once."""
    if not answer["report"].get("relevant", True):
        return []
    drafts = [
        draft for mention in answer["mentions"] if (draft := _draft(mention, header, text)) and _recorded(draft, header)
    ]
    return merge_drafts(drafts)


def merge_drafts(drafts: list[Draft]) -> list[Draft]:
    """Merge drafts of one type whose date, place and perpetrators do not tell them apart (section 5.0)."""
    merged: list[Draft] = []
    for draft in drafts:
        at = next((i for i, other in enumerate(merged) if _one_incident(other, draft)), None)
        if at is None:
            merged.append(draft)
        else:
            merged[at] = _join(merged[at], draft)
    return merged


def _draft(mention: Json, header: Header, text: str) -> Draft | None:
    if mention.get("status") in _UNREAL:
        return None
    kind = _type(mention)
    first, last = _days(mention["when"], header)
    country = _country(mention["where"], header)
    victims = [victim for row in mention["casualties"] if (victim := _victim(row, country, text))]
    victims += [
        victim for row in mention["targets"] if (victim := _aimed_at(row)) and victim.person.tag not in _tags(victims)
    ]
    groups = [row["group"] for row in mention["casualties"] if not row["superseded"]]
    aims = [row["kind"] for row in mention["targets"]]
    return Draft(
        type=kind,
        stage=_STAGES.get(mention["status"], "ACCOMPLISHED"),
        first=first,
        last=last,
        place=_place(mention["where"], country),
        instruments=_instruments(mention["weapons"]) if kind not in ("ARSON", "KIDNAPPING") else (),
        parties=_parties(mention["responsibility"]),
        things=_things(mention) if kind != "KIDNAPPING" else (),
        victims=tuple(victims),
        unhurt=_unhurt(mention),
        armed_only=bool(groups or aims)
        and all(group in _ARMED for group in groups)
        and all(aim in ("military", "armed_group") for aim in aims),
        role=mention["role"],
    )


def _recorded(draft: Draft, header: Header) -> bool:
    """Say whether the task records it: of the nine countries, recent, specific, and not force against force alone."""
    names = {COUNTRIES[code] for code in OF_INTEREST}
    here = {name for name, _ in draft.place[:1]}
    if here and not here & names and header.country not in OF_INTEREST:
        return False
    if draft.role != "main" and draft.last and header.published and header.published - draft.last > _RECENT:
        return False
    if draft.armed_only:
        return False
    return bool(draft.things or draft.victims)


def _type(mention: Json) -> str:
    words = " ".join(filter(None, [mention["type"].get("text"), (mention.get("anchor") or {}).get("text")]))
    told = find_fill(INCIDENT_TYPES, words)
    acled = mention["type"].get("acled") or ""
    if told and not (told == "BOMBING" and acled == "Air/drone strike"):
        return told
    return _TYPES.get(acled, "ATTACK")


def _days(when: Json, header: Header) -> tuple[date | None, date | None]:
    """Give the interval of days, as section 7.3 asks for it.

    No date told, a day of the week, or a longer period before the report: by its end, or by the report's date. Last
    night lies in two days.
    """
    start, end = (date.fromisoformat(when[key]) if when.get(key) else None for key in ("start", "end"))
    if start is None and end is None:
        return None, header.published
    start, end = start or end, end or start
    words = (when.get("text") or "").upper()
    if header.published and (
        when.get("basis") == "publication" or (_WEEKDAY.search(words) and not _DIGIT.search(words))
    ):
        return None, header.published
    if start and start == end and "LAST NIGHT" in words:
        return start, start + timedelta(days=1)
    if header.published and end and end > header.published:
        end = header.published
    if start and end and start > end:
        return None, header.published
    if when.get("precision") in ("month", "year", "unknown") or (start and end and (end - start).days > 31):
        return None, end
    return start, end


def _country(where: Json, header: Header) -> str | None:
    """Give the country: the place's, else that of the report's filing.

    A place abroad, in a report filed from one of the nine countries, is hardly ever where the incident was: of 1,114
    training templates, 16 lie elsewhere.
    """
    told = where.get("country")
    return told if told in OF_INTEREST or header.country is None else header.country


def _place(where: Json, country: str | None) -> tuple[tuple[str, str], ...]:
    if country is None:
        return ()
    way = [(COUNTRIES.get(country, country), "")]
    precision, name = where.get("precision"), where.get("name")
    if not name or precision in (None, "country", "unknown") or where.get("country") != country:
        return tuple(way)
    told = [
        row
        for row in where.get("context") or ()
        if not row.get("is_event_place") and row.get("level") in ("province", "town")
    ]
    way += [
        (
            fold_place(row.get("name") or row["text"]),
            "CITY" if row["level"] == "town" else PROVINCE.get(country, "DEPARTMENT"),
        )
        for row in told[:2]
    ]
    return (*way, (fold_place(name), _place_kind(where, country)))


def _place_kind(where: Json, country: str) -> str:
    """Give the kind of a place: what its words say, else what its precision says."""
    last = fold_place(where.get("text") or "").rpartition(" ")[2]
    if last in _WORDS_FOR_KINDS:
        return last
    return (
        PROVINCE.get(country, "DEPARTMENT")
        if where["precision"] == "province"
        else _KINDS.get(where["precision"], "CITY")
    )


def _instruments(rows: list[Json]) -> tuple[tuple[str | None, str | None], ...]:
    found: list[tuple[str | None, str | None]] = []
    for row in rows:
        name, kind = read_instrument(row["text"] or "", row["kind"])
        if kind and (name, kind) not in found:
            found.append((name, kind))
    named = {kind for name, kind in found if name}
    # A word for the act adds nothing beside the thing it was done with.
    guns = named & {"MACHINE GUN", "RIFLE", "HANDGUN"}
    return tuple(
        (name, kind)
        for name, kind in found
        if name or (kind not in named and not (kind == "GUN" and guns) and not (kind == "BOMB" and named))
    )


def _parties(rows: list[Json]) -> tuple[Party, ...]:
    found: list[Party] = []
    for row in rows:
        party = read_party(row)
        if party and party not in found:
            found.append(party)
    return tuple(found)


def _victim(row: Json, country: str | None, text: str) -> Victim | None:
    if (
        row["high"] == 0
        or row["superseded"]
        or row["includes_perpetrators"]
        or row["group"] == "militant"
        or row["outcome"] == "arrested"
    ):
        return None
    person = read_person(row["who"] or "") or (None if row["who"] else _bare(row, text))
    if person is None or (row["low"] or 0) >= _WAR:
        return None
    nations = [COUNTRIES[code] for code in row["nationality"] if code in COUNTRIES and code != country]
    effect = {"killed": "DEATH", "wounded": "INJURY"}.get(row["outcome"])
    return Victim(
        person, row["group"], "1" if person.name else _number(row, person), effect, nations[0] if nations else None
    )


def _bare(row: Json, text: str) -> Person | None:
    """Name people told by their number alone as the task does: "dead", where that is the word after the figure."""
    if not row.get("span"):
        return None
    after = _DEAD.match(text[row["span"][1] :].upper())
    return Person(None, after[1]) if after else None


def _number(row: Json, person: Person) -> str:
    low, high = row["low"], row["high"]
    if (low is None and high is None) or (low == high == 1 and person.plural):
        return "PLURAL"
    if row["hedge"] == "about":
        return f"~{low if low is not None else high}"
    if low == high:
        return str(low)
    if low == 2 and high is None:  # "several"
        return "PLURAL"
    return f"{low}-" if high is None else f"-{high}" if low is None else f"{low} - {high}"


def _things(mention: Json) -> tuple[Thing, ...]:
    """List the things aimed at, and those damaged; damage told of nothing in particular is of everything aimed at."""
    damage = [row for row in mention["damage"] if row["text"] and row["effect"] in _EFFECTS]
    loose = next((_EFFECTS[row["effect"]] for row in damage if "DAMAGE" in row["text"].upper()), None)
    told = [row["text"] for row in mention["targets"] if row["text"]]
    told += [row["text"] for row in damage if not any(_overlap(row["text"], other) for other in told)]
    found: list[Thing] = []
    for words in told:
        if (named := read_target(words)) and named[0] not in {thing.name for thing in found}:
            own = next((_EFFECTS[row["effect"]] for row in damage if _overlap(row["text"], words)), loose)
            found.append(Thing(*named, count_things(words), own))
    return tuple(found)


def _overlap(one: str, other: str) -> bool:
    return one in other or other in one


def _aimed_at(row: Json) -> Victim | None:
    """Read a target that is people, of whom no harm is told."""
    words = row["text"] or ""
    if row["kind"] == "armed_group" or read_target(words):
        return None
    person = read_person(words)
    if person is None:
        return None
    number = "1" if person.name or not person.plural else "PLURAL"
    return Victim(person, {"military": "military", "police": "police"}.get(row["kind"], "civilian"), number, None, None)


def _unhurt(mention: Json) -> str | None:
    """Say what the text rules out: injury, death or both."""
    none = {row["outcome"] for row in mention["casualties"] if row["high"] == 0}
    if mention.get("no_casualties") or {"killed", "wounded"} <= none:
        return "NO INJURY OR DEATH"
    return "NO DEATH" if "killed" in none else "NO INJURY" if "wounded" in none else None


def _tags(victims: list[Victim]) -> set[str]:
    return {victim.person.tag for victim in victims}


def _one_incident(one: Draft, other: Draft) -> bool:
    if one.type != other.type or one.stage != other.stage:
        return False
    places = len(one.place) < 2 or len(other.place) < 2 or one.place[-1] == other.place[-1]
    days = (
        one.first is None
        or other.first is None
        or (one.first <= (other.last or one.first) and other.first <= (one.last or other.first))
    )
    return places and days


def _join(one: Draft, other: Draft) -> Draft:
    dated = one if one.first else other
    return replace(
        one,
        first=dated.first,
        last=dated.last,
        place=max(one.place, other.place, key=len),
        instruments=_union(one.instruments, other.instruments),
        parties=_union(one.parties, other.parties),
        things=_union(one.things, other.things),
        victims=_union(one.victims, other.victims),
        unhurt=one.unhurt or other.unhurt,
    )


def _union(one: tuple[Any, ...], other: tuple[Any, ...]) -> tuple[Any, ...]:
    return (*one, *(item for item in other if item not in one))
