"""Say an attack in one line, from its own words: what, where, when, and nothing the report does not say."""

from __future__ import annotations

import re
from typing import Any

from tocsin.model.kinds.when import When

_NOUN = re.compile(
    r"(?:attacks?|(?:air|drone)?strikes?|bombings?|shellings?|explosions?|blasts?|raids?|ambush(?:es)?|shootings?|"
    r"clash(?:es)?|fighting|battles?|assaults?|barrages?|bombardments?|killings?|murders?|assassinations?|"
    r"massacres?|stabbings?|beheadings?|executions?|abductions?|kidnappings?|firefights?|gunfights?|"
    r"offensives?|incursions?|volleys?|salvos?|riots?|lynchings?|"
    r"(?:roadside|car|truck|suicide|pipe|petrol|parcel|letter|vehicle|time) bombs?)$",
    re.IGNORECASE,
)
"""Head nouns that name an attack by themselves; any other wording (a verb, a clause) is said by its type."""
_CLAUSE = re.compile(
    r"\b(?:a|an|the|by|in|on|at|with|from|after|during|to|of|and|or|was|were|is|out|he|she|they|it|that|who|"
    r"launch(?:ed|ing)?|fired?|firing|carr(?:ied|ying)|conduct(?:ed|ing)?|claim(?:ed|ing)?|stag(?:ed|ing)|"
    r"mount(?:ed|ing)|condemn(?:ed|ing)?|suffer(?:ed|ing)?|hit|hitting|struck|killed|committed|said|"
    r"more|other|another|earlier|previous|such|these|those|several|many|some|no|various|similar|recent)\b",
    re.IGNORECASE,
)
"""Words that make a wording a clause, or that only make sense in their sentence."""

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
    if len(words) > 40 or not _NOUN.search(words) or _CLAUSE.search(words):
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
    """Show a span of days, given as ISO dates, as people write it; empty where it is unknown.

    >>> show_dates("2019-12-27", "2019-12-27", "day"), show_dates("2019-12-01", "2019-12-31", "month")
    ('27 Dec 2019', 'Dec 2019')
    """
    if not start or not end:
        return ""
    return When.from_json({"start": start, "end": end, "precision": precision or "day"}).show()


def _preposition(where: dict[str, Any], *, hit: bool) -> str:
    if where.get("precision") == "near":
        return "near"
    if where.get("precision") == "site":
        return "on" if hit else "at"
    return "in"
