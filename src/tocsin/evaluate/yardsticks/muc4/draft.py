"""Make one draft of a template from each mention that the 1992 task would record, and merge drafts of one incident."""

from __future__ import annotations

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
_STAGES = {"attempted": "ATTEMPTED", "foiled": "ATTEMPTED", "threatened": "THREATENED", "planned": "THREATENED"}
_UNREAL = frozenset({"hypothetical", "denied"})
_ARMED = frozenset({"military", "militant"})
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
    unhurt: bool
    armed_only: bool
    role: str


@dataclass(frozen=True, slots=True)
class Header:
    """Hold what a report's first line gives: its date, and the country it was filed from (ISO code)."""

    published: date | None
    country: str | None


def make_drafts(answer: Json, header: Header) -> list[Draft]:
    """Make the drafts of one report: what the task records, each incident once."""
    if not answer["report"].get("relevant", True):
        return []
    drafts = [
        draft for mention in answer["mentions"] if (draft := _draft(mention, header)) and _recorded(draft, header)
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


def _draft(mention: Json, header: Header) -> Draft | None:
    if mention.get("status") in _UNREAL:
        return None
    kind = _type(mention)
    first, last = _days(mention["when"], header)
    country = mention["where"].get("country") or header.country
    victims = tuple(victim for row in mention["casualties"] if (victim := _victim(row, country)))
    targets = [(row, read_target(row["text"])) for row in mention["targets"] if row["text"]]
    things = tuple(
        Thing(*found, count_things(row["text"]), _effect(row["text"], mention["damage"]))
        for row, found in targets
        if found
    )
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
        things=things if kind != "KIDNAPPING" else (),
        victims=victims,
        unhurt=bool(mention.get("no_casualties")),
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
    """Give the interval of days: by the report's date where the text gives none, or only a longer period before it."""
    start, end = (date.fromisoformat(when[key]) if when.get(key) else None for key in ("start", "end"))
    if start is None and end is None:
        return None, header.published
    start, end = start or end, end or start
    if header.published and end and end > header.published:
        end = header.published
    if start and end and start > end:
        return None, header.published
    if when.get("precision") in ("month", "year", "unknown") or (start and end and (end - start).days > 31):
        return None, end
    return start, end


def _place(where: Json, country: str | None) -> tuple[tuple[str, str], ...]:
    if country is None:
        return ()
    way = [(COUNTRIES.get(country, country), "")]
    precision, name = where.get("precision"), where.get("name")
    if not name or precision in (None, "country", "unknown") or where.get("country") is None:
        return tuple(way)
    if precision == "province":
        return (*way, (fold_place(name), PROVINCE.get(country, "DEPARTMENT")))
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
    return (*way, (fold_place(name), _KINDS.get(precision, "CITY")))


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


def _victim(row: Json, country: str | None) -> Victim | None:
    if row["superseded"] or row["includes_perpetrators"] or row["group"] == "militant" or row["outcome"] == "arrested":
        return None
    person = read_person(row["who"] or "")
    if person is None:
        return None
    nations = [COUNTRIES[code] for code in row["nationality"] if code in COUNTRIES and code != country]
    effect = {"killed": "DEATH", "wounded": "INJURY"}.get(row["outcome"])
    return Victim(person, row["group"], "1" if person.name else _number(row), effect, nations[0] if nations else None)


def _number(row: Json) -> str:
    low, high = row["low"], row["high"]
    if low is None and high is None:
        return "PLURAL"
    if row["hedge"] == "about":
        return f"~{low if low is not None else high}"
    if low == high:
        return str(low)
    if low == 2 and high is None:  # "several"
        return "PLURAL"
    return f"{low}-" if high is None else f"-{high}" if low is None else f"{low} - {high}"


def _effect(target: str, damage: list[Json]) -> str | None:
    for row in damage:
        if row["text"] and (row["text"] in target or target in row["text"]):
            return {"destroyed": "DESTROYED", "some_damage": "SOME DAMAGE", "none": "NO DAMAGE"}.get(row["effect"])
    return None


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
