"""Say an attack in one line, from its own words: what, where, when, and nothing the report does not say."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

_NOUN = re.compile(
    r"(?:attacks?|strikes?|airstrikes?|bombings?|shellings?|explosions?|blasts?|raids?|ambush(?:es)?|shootings?|"
    r"clash(?:es)?|fighting|battles?|assaults?|barrages?|bombardments?|killings?|murders?|assassinations?|"
    r"massacres?|stabbings?|beheadings?|executions?|abductions?|kidnappings?|firefights?|gunfights?|gunfire|"
    r"offensives?|incursions?|rockets?|missiles?|mortars?|drones?|bombs?|salvos?|volleys?|riots?|siege|lynchings?)$",
    re.IGNORECASE,
)
"""Head nouns that name an attack by themselves; any other wording (a verb, a clause) is said by its type."""

_STATUS = {"attempted": "attempted", "foiled": "foiled", "threatened": "threatened", "planned": "planned",
           "hypothetical": "possible", "denied": "denied"}  # fmt: skip
_LABEL = {
    "Shelling/artillery/missile attack": "shelling, artillery or missile attack",
    "Air/drone strike": "air or drone strike",
    "Remote explosive/landmine/IED": "explosive device",
    "Abduction/forced disappearance": "abduction",
    "Looting/property destruction": "destruction of property",
    "Grenade": "grenade attack",
    "Suicide bomb": "suicide bombing",
    "Chemical weapon": "chemical attack",
    "Other": "attack",
}
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def summarise(kind: dict[str, Any], when: dict[str, Any], where: dict[str, Any], status: str, *, hit: bool) -> str:
    """Write the one-line summary of a mention from its contract objects.

    Args:
        kind: the ``type`` object.
        when: the ``when`` object.
        where: the ``where`` object.
        status: the mention's status; anything but *happened* is said first.
        hit: whether the place is itself what was attacked ("on"), not just where it happened ("at", "in").
    """
    parts = [name_type(kind, status)]
    place = name_place(where)
    if place:
        parts[0] += f" {_preposition(where, hit=hit)} {place}"
    day = show_dates(when.get("start"), when.get("end"), when.get("precision"))
    if day:
        parts.append(day)
    return ", ".join(parts)


def name_type(kind: dict[str, Any], status: str) -> str:
    """Name the type in the report's words where they are a noun, else in plain words for the sub-event type."""
    words = re.sub(r"\s+", " ", kind.get("text") or "").strip(" .,;:")
    words = re.sub(r"^(?:the|an?|this|that|its|their|his|her)\s+", "", words, flags=re.IGNORECASE)
    if not words or len(words) > 40 or not _NOUN.search(words):
        acled = kind.get("acled")
        words = "attack" if acled is None else _LABEL.get(acled, acled[0].lower() + acled[1:])
    named = f"{_STATUS[status]} {words}" if status in _STATUS else words
    return named[0].upper() + named[1:]


def name_place(where: dict[str, Any]) -> str:
    """Name the place, with the district or province that holds it."""
    name = where.get("name") or where.get("text")
    if not name:
        return ""
    admin1 = where.get("admin1")
    fold = str(name).casefold()
    return str(name) if not admin1 or str(admin1).casefold() in fold else f"{name}, {admin1}"


def show_dates(start: str | None, end: str | None, precision: str | None) -> str:
    """Show a span of days as people write it; empty where it is unknown.

    >>> show_dates("2019-12-27", "2019-12-27", "day"), show_dates("2019-12-01", "2019-12-31", "month")
    ('27 Dec 2019', 'Dec 2019')
    >>> show_dates("2019-12-27", "2020-01-02", "range")
    '27 Dec 2019 to 2 Jan 2020'
    """
    if not start:
        return f"by {_show_day(end)}" if end else ""
    first = date.fromisoformat(start[:10])
    if precision == "year":
        return str(first.year)
    if precision == "month":
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if not end or end[:10] == start[:10]:
        return _show_day(start)
    last = date.fromisoformat(end[:10])
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{last.day} {_MONTHS[last.month - 1]} {last.year}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} to {_show_day(end)}"
    return f"{_show_day(start)} to {_show_day(end)}"


def _show_day(value: str | None) -> str:
    if not value:
        return ""
    day = date.fromisoformat(value[:10])
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _preposition(where: dict[str, Any], *, hit: bool) -> str:
    if where.get("precision") == "near":
        return "near"
    if where.get("precision") == "site":
        return "on" if hit else "at"
    return "in"
