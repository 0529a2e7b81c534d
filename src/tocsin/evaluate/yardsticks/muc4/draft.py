"""Make one draft of a template from each mention that the 1992 task would record, and merge drafts of one incident."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from tocsin.evaluate.yardsticks.muc4.countries import COUNTRIES, OF_INTEREST
from tocsin.evaluate.yardsticks.muc4.perpetrators import Party, read_parties
from tocsin.evaluate.yardsticks.muc4.setting import Header, Way, read_country, read_days, read_place, read_type
from tocsin.evaluate.yardsticks.muc4.things import Thing, read_instruments, read_things
from tocsin.evaluate.yardsticks.muc4.victims import Victim, read_victims, rule_out

Json = dict[str, Any]

# An incident told without news more than two months before the report is history (task documentation, section 1.0, 6).
_RECENT = timedelta(days=62)
_STAGES = {"attempted": "ATTEMPTED", "foiled": "ATTEMPTED", "threatened": "THREATENED", "planned": "THREATENED"}
_UNREAL = frozenset({"hypothetical", "denied"})
_ARMED = frozenset({"military", "militant", "police"})
_ARMED_TARGETS = frozenset({"military", "armed_group", "police"})


@dataclass(frozen=True, slots=True)
class Draft:
    """Hold what one incident's template will say; ``armed_only`` where force met force and nothing else."""

    type: str
    stage: str
    first: date | None
    last: date | None
    place: Way
    instruments: tuple[tuple[str | None, str | None], ...]
    parties: tuple[Party, ...]
    things: tuple[Thing, ...]
    victims: tuple[Victim, ...]
    unhurt: str | None
    armed_only: bool
    role: str


def make_drafts(answer: Json, header: Header, text: str = "") -> list[Draft]:
    """Make the drafts of one report: what the task records, each incident once."""
    if not answer["report"].get("relevant", True):
        return []
    upper = text.upper()
    context = upper if len(upper) == len(text) else text
    told = (mention for mention in answer["mentions"] if mention["status"] not in _UNREAL)
    drafts = (make_draft(mention, header, context) for mention in told)
    return merge_drafts([draft for draft in drafts if is_recorded(draft, header)])


def make_draft(mention: Json, header: Header, context: str) -> Draft:
    """Draft one mention."""
    kind = read_type(mention)
    first, last = read_days(mention["when"], header)
    country = read_country(mention["where"], header)
    return Draft(
        type=kind,
        stage=_STAGES.get(mention["status"], "ACCOMPLISHED"),
        first=first,
        last=last,
        place=read_place(mention["where"], country),
        instruments=read_instruments(mention["weapons"]) if kind not in ("ARSON", "KIDNAPPING") else (),
        parties=read_parties(mention["responsibility"]),
        things=read_things(mention, context) if kind != "KIDNAPPING" else (),
        victims=read_victims(mention, country, context),
        unhurt=rule_out(mention),
        armed_only=_is_armed_only(mention),
        role=mention["role"],
    )


def is_recorded(draft: Draft, header: Header) -> bool:
    """Say whether the task records it: of the nine countries, recent, specific, and not force against force alone."""
    names = {COUNTRIES[code] for code in OF_INTEREST}
    here = {name for name, _ in draft.place[:1]}
    if here and not here & names and header.country not in OF_INTEREST:
        return False
    if draft.role != "main" and draft.last and header.published and header.published - draft.last > _RECENT:
        return False
    return not draft.armed_only and bool(draft.things or draft.victims)


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


def _is_armed_only(mention: Json) -> bool:
    groups = [row["group"] for row in mention["casualties"] if not row["superseded"]]
    aims = [row["kind"] for row in mention["targets"]]
    return bool(groups or aims) and _ARMED.issuperset(groups) and _ARMED_TARGETS.issuperset(aims)


def _one_incident(one: Draft, other: Draft) -> bool:
    """Say whether nothing told keeps two drafts apart; a named victim in common makes them one at once."""
    if one.type != other.type or one.stage != other.stage:
        return False
    if _apart(_named(one), _named(other)) or _apart(_blamed(one), _blamed(other)):
        return False
    if _named(one) & _named(other):
        return True
    if len(one.place) > 1 and len(other.place) > 1 and one.place[-1] != other.place[-1]:
        return False
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return True
    return one.first <= other.last and other.first <= one.last


def _apart(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not one & other


def _named(draft: Draft) -> frozenset[str]:
    return frozenset(victim.person.name for victim in draft.victims if victim.person.name)


def _blamed(draft: Draft) -> frozenset[str]:
    return frozenset(name for party in draft.parties if (name := party.organisation or party.individual))


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
