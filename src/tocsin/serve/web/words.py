"""Say the ledger's codes in plain words, one table each: what people read on the pages."""

from __future__ import annotations

import math
from datetime import date, timedelta

OUTCOMES = {
    "killed": "Killed",
    "wounded": "Wounded",
    "missing": "Missing",
    "abducted": "Abducted",
}

STANCES = {
    "claims": "claims it",
    "admits": "admits it",
    "accused": "is accused",
    "suspected": "is suspected",
    "denies": "denies it",
    "acquitted": "is cleared",
    "not_blamed": "not blamed",
    "unclaimed": "no claim",
    "stated_as_fact": "named as the attacker",
}

STANCE_NOTES = {
    "claims": "The actor says: it was us.",
    "admits": "The actor concedes it without boasting of it.",
    "accused": "Somebody says outright that this actor did it.",
    "suspected": "Somebody holds it possible or likely.",
    "denies": "The actor says: it was not us.",
    "acquitted": "Somebody says that this actor did not do it.",
    "not_blamed": "The speaker was in a place to name somebody and pointedly did not.",
    "unclaimed": "The report says that nobody has claimed it, or that this actor has not.",
    "stated_as_fact": "The report states it in its own voice or as settled.",
}

SCOPES = {
    "this_attack": "this attack",
    "earlier_attacks": "earlier attacks",
    "in_general": "attacks in general",
}

PLACE_PRECISIONS = {
    "site": "the site itself",
    "town": "the town",
    "near": "near the place named",
    "district": "the district only",
    "province": "the province only",
    "country": "the country only",
    "unknown": "not tied to the map",
}

TIME_PRECISIONS = {
    "minute": "to the minute",
    "part-of-day": "to the part of the day",
    "day": "to the day",
    "week": "to the week",
    "month": "to the month",
    "year": "to the year",
    "range": "a range of days",
    "unknown": "unknown",
}

STATUSES = {
    "unreviewed": "not reviewed",
    "reviewed": "reviewed by a person",
    "disputed": "not settled",
}

MENTION_STATUSES = {
    "happened": "happened",
    "attempted": "attempted, failed by itself",
    "foiled": "foiled by others",
    "threatened": "threatened",
    "planned": "planned",
    "hypothetical": "hypothetical",
    "denied": "denied",
}

RULES = {
    "latest-official": "the newest figure by an official, military, police or medical speaker, else the newest",
    "median-of-witnesses": "the middle one of the newest figures of each witness",
    "lowest-reported": "the lowest figure reported",
    "range": "the figure most witnesses give; low and high are the range",
    "person": "picked by a person",
}

FIELDS = {
    "casualty": "people",
    "no_casualties": "people",
    "munition": "munitions",
    "responsibility": "who did it",
    "when": "time",
    "where": "place",
    "weapon": "weapon",
    "target": "target",
    "damage": "damage",
    "type": "type",
}

EFFECTS = {
    "destroyed": "destroyed",
    "some_damage": "damaged",
    "none": "no damage",
    "unknown": "extent not told",
}

VERDICTS = {
    "same": "held to be the same attack",
    "different": "held to be different attacks",
    "unsure": "cannot be told apart",
    "accept": "accepted",
    "reject": "rejected",
}

SPEAKER_KINDS = {
    "official": "official",
    "military": "military",
    "police": "police",
    "medical": "medical",
    "eyewitness": "eyewitness",
    "group": "armed group",
    "media": "news medium",
    "anonymous": "unnamed",
    "outlet": "the outlet itself",
}


def say(table: dict[str, str], code: str) -> str:
    """Look a code up; a code without an entry is shown as it is, without its underscores."""
    return table.get(code) or code.replace("_", " ").replace("-", " ")


def say_days(start: date | None, end: date | None, precision: str = "day") -> str:
    """Say a run of days, as short as its precision allows; ``undated`` for none.

    >>> say_days(date(2019, 12, 1), date(2019, 12, 31), "month")
    'Dec 2019'
    """
    if start is None or end is None:
        return "undated"
    after = end + timedelta(days=1)
    if start == end:
        return f"{start.day} {start:%b %Y}"
    if precision == "year" and (start.month, start.day, after.month, after.day) == (1, 1, 1, 1):
        return str(start.year)
    if start.day == 1 and after.day == 1 and (after - start).days <= 31:
        return f"{start:%b %Y}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{end.day} {end:%b %Y}"
    if start.year == end.year:
        return f"{start.day} {start:%b} – {end.day} {end:%b %Y}"
    return f"{start.day} {start:%b %Y} – {end.day} {end:%b %Y}"


def say_range(best: int | None, low: int | None, high: int | None) -> str:
    """Say best, low and high as ``3 [1–5]``; an open end is ``…``, nothing known is ``not stated``.

    >>> say_range(3, 1, None), say_range(3, 3, 3), say_range(3, 3, None)
    ('3 [1–…]', '3', '3 or more')
    """
    if best is None and low is None and high is None:
        return "not stated"
    lead = "?" if best is None else f"{best:,}"
    if low == high == best:
        return lead
    if low == best and high is None:
        return f"{lead} or more"
    if low == high and low is not None:
        return f"{lead} [{low:,}]"
    return f"{lead} [{'…' if low is None else f'{low:,}'}–{'…' if high is None else f'{high:,}'}]"


def say_km(km: float) -> str:
    """Say a distance as roughly as it is known: two significant digits.

    >>> say_km(1750.7)
    '1,800 km'
    """
    digits = 1 - math.floor(math.log10(km)) if km > 0 else 0
    return f"{round(km, min(1, digits)):,g} km"


def count(number: int, one: str, many: str = "") -> str:
    """Say a number with its noun.

    >>> count(1, "witness", "witnesses"), count(2000, "report")
    ('1 witness', '2,000 reports')
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def join_words(words: list[str]) -> str:
    """Join words as a sentence does.

    >>> join_words(["time", "place", "toll"])
    'time, place and toll'
    """
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
