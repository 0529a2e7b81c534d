"""Read the people harmed or aimed at in a mention, with their number, effect and foreign nation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tocsin.evaluate.yardsticks.muc4.countries import COUNTRIES
from tocsin.evaluate.yardsticks.muc4.people import Person, read_people
from tocsin.evaluate.yardsticks.muc4.things import PLACES, read_target

Json = dict[str, Any]

# So many are the dead of a war, not of one incident.
_WAR = 1000
_OUTCOMES = {"killed": "DEATH", "wounded": "INJURY"}
_AIMED = {"civilians": "civilian", "government": "official", "police": "police", "military": "military"}
_DEAD = re.compile(r"\s+(?:WERE |PEOPLE |PERSONS )?(DEAD|WOUNDED|INJURED|DEATHS|CASUALTIES)\b")
_ABOVE = re.compile(r"\b(?:MORE THAN|OVER)\b")


@dataclass(frozen=True, slots=True)
class Victim:
    """Hold people harmed or attacked, with their group, number, effect and foreign nation."""

    person: Person
    group: str
    number: str
    effect: str | None
    nation: str | None


def read_victims(mention: Json, country: str | None, context: str) -> tuple[Victim, ...]:
    """List the people harmed, then those aimed at of whom no harm is told; ``context`` is the report in capitals."""
    found = [victim for row in mention["casualties"] for victim in _harmed(row, country, context)]
    for row in mention["targets"]:
        for victim in _aimed_at(row, context):
            if not any(same_people(victim, other) for other in found):
                found.append(victim)
    return tuple(found)


def same_people(one: Victim, other: Victim) -> bool:
    """Say whether two wordings name the same people: "Jesuits" and "Jesuit priests", a name and a part of it."""
    if (one.person.name is None) != (other.person.name is None):
        return one.person.description is not None and one.person.description == other.person.description
    first, second = ({word.removesuffix("S") for word in victim.person.tag.split()} for victim in (one, other))
    numbers = {one.number, other.number} - {"PLURAL"}
    if one.person.name is None and len(numbers) > 1 and one.effect and other.effect:
        return False
    return first <= second or second <= first


def rule_out(mention: Json) -> str | None:
    """Say what the text rules out: injury, death or both."""
    none = {row["outcome"] for row in mention["casualties"] if row["high"] == 0}
    if mention.get("no_casualties") or {"killed", "wounded"} <= none:
        return "NO INJURY OR DEATH"
    return "NO DEATH" if "killed" in none else "NO INJURY" if "wounded" in none else None


def _harmed(row: Json, country: str | None, context: str) -> list[Victim]:
    kept_out = row["superseded"] or row["includes_perpetrators"] or row["group"] == "militant"
    if kept_out or row["high"] == 0 or (row["low"] or 0) >= _WAR or row["outcome"] in ("arrested", "missing"):
        return []
    who = row["who"] or ""
    people = read_people(who, context, _place_of(who, row, context)) if who else _told_by_number(row, context)
    nations = [COUNTRIES[code] for code in row["nationality"] if code in COUNTRIES and code != country]
    number = "1" if len(people) > 1 else _number(row)
    return [
        Victim(
            person,
            row["group"],
            "1" if person.name else "PLURAL" if number == "1" and person.plural else number,
            _OUTCOMES.get(row["outcome"]),
            nations[0] if nations else None,
        )
        for person in people
    ]


def _aimed_at(row: Json, context: str) -> list[Victim]:
    words = row["text"] or ""
    if row["kind"] not in _AIMED or not words or read_target(words) or PLACES & set(words.upper().split()):
        return []
    at = row["span"][0] if row.get("span") else -1
    return [
        Victim(person, _AIMED[row["kind"]], "PLURAL" if person.plural and not person.name else "1", None, None)
        for person in read_people(words, context, at)
    ]


def _told_by_number(row: Json, context: str) -> list[Person]:
    """Name people told by their number alone as the task does: "dead", where that is the word after the figure."""
    after = _DEAD.match(context[row["span"][1] :]) if row.get("span") else None
    return [Person(None, after[1])] if after else []


def _place_of(who: str, row: Json, context: str) -> int:
    """Find where the words stand: within the row's own, or right before them."""
    if not row.get("span"):
        return -1
    start, end = row["span"]
    return context.find(who.upper(), start, end + len(who))


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
    if high is None:  # a count above a number starts at the number here
        return f"{low - bool(_ABOVE.search((row['text'] or '').upper()))}-"
    return f"-{high}" if low is None else f"{low} - {high}"
