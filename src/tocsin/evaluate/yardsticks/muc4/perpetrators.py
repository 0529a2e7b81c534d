"""Read who is said to have done it as the 1992 template does: an individual, an organisation, and how sure that is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from tocsin.evaluate.yardsticks.muc4.lexicon import BANDS, LETTERS, ORGANISATIONS, STATE
from tocsin.evaluate.yardsticks.muc4.things import tidy

_MEMBERS = re.compile(
    r"^(?:(?:\w+ ){0,3}(?:MEMBERS?|GROUPS?|UNITS?|MILITANTS|ELEMENTS|GUERRILLAS|COMMANDOS?"
    r"|COLUMN)) (?:OF|FROM) (?:THE )?(?P<of>.+)$"
)
_OPENING = re.compile(
    r"^(?:(?:THE|AN?|SEVERAL|ALLEGED|PRESUMED|SUSPECTED|TWO|THREE|FOUR|FIVE|\d+|ARMED|LEFTIST|RIGHTIST) )+"
)
_BRACKETED = re.compile(r"[\[(][^\])]*[\])]")
_OFFICE = re.compile(r"^(?:(?:AN?|THE|\w+) )?(?:OFFICIALS?|OFFICERS?|AGENTS?|LEADERS?) OF ")
_EMPTY = frozenset(
    "IT THEY HE SHE WE YOU ME HIM HER THEM US BUT HAS IN FOR OF ALTHOUGH THAT NO ANYONE NOBODY WHO "
    "THIS THESE IS".split()
)
_MODIFIER = re.compile(
    r"^(?:(?:THE|A|AN|SEVERAL|ALLEGED) )?(?:TERRORIST|GUERRILLA|REBEL|SUBVERSIVE|MILITARY|POLICE|ARMY)$"
)
# Behind these, or a verb in the past, the word before stands for people.
_NO_NOUN = re.compile(r"^(?:WHO|WAS|WERE|HAS|HAD|AND|OF|FOR|IN|FROM|BY|TO|AT|ON|IS|THREW|[A-Z]+ED)$")
_BEHIND = re.compile(
    r"\s+(?:FOR|TODAY|YESTERDAY|TONIGHT|OF (?:BEING|HAVING|KILLING|ORDERING|MURDERING|INVOLVEMENT))\b.*$"
)
_LAST = frozenset("ALSO HAS HAVE WERE WAS NEITHER WOULD STRONGLY CATEGORICALLY NOR BEING BE".split())
_CONFIDENCE = {
    "claims": "CLAIMED OR ADMITTED",
    "admits": "CLAIMED OR ADMITTED",
    "stated_as_fact": "REPORTED AS FACT",
    "acquitted": "ACQUITTED",
}
# What a row says outweighs what a weaker row says of the same organisation.
_RANK = (
    "CLAIMED OR ADMITTED",
    "SUSPECTED OR ACCUSED BY AUTHORITIES",
    "SUSPECTED OR ACCUSED",
    "REPORTED AS FACT",
    "ACQUITTED",
    "POSSIBLE",
)


@dataclass(frozen=True, slots=True)
class Party:
    """Hold one party: what it is called, whether as an organisation, how sure, and whether it serves a state."""

    individual: str | None
    organisation: str | None
    confidence: str
    state: bool


def read_parties(rows: list[dict[str, Any]]) -> tuple[Party, ...]:
    """List the parties of a mention, each once."""
    return tuple(dict.fromkeys(party for row in rows if (party := read_party(row))))


def read_party(row: dict[str, Any]) -> Party | None:
    """Read one row of responsibility; None where it names nobody who did it, or is about another attack."""
    actor = row.get("actor") or {}
    text = _cut(_whole(actor.get("text") or "", row.get("text") or ""))
    stance = row.get("stance")
    if not text or row.get("scope") != "this_attack" or stance in ("denies", "not_blamed", "unclaimed"):
        return None
    accused = "SUSPECTED OR ACCUSED BY AUTHORITIES" if row.get("official") else "SUSPECTED OR ACCUSED"
    confidence = _CONFIDENCE.get(stance or "", accused)
    state = STATE.search(text) is not None or actor.get("kind") in ("state forces", "external forces")
    individual, organisation = _part(text)
    organisation = " ".join(_BRACKETED.sub(" ", organisation).split()) if organisation else None
    return Party(individual, organisation, confidence, state) if individual or organisation else None


def surer(one: str, other: str) -> str:
    """Pick the confidence that speaks louder."""
    return min(one, other, key=_RANK.index)


def _part(text: str) -> tuple[str | None, str | None]:
    """Part a wording into an individual and an organisation, either of which it may lack.

    >>> _part("FMLN GUERRILLAS"), _part("MEMBERS OF THE SHINING PATH"), _part("GUERRILLAS")
    (('FMLN GUERRILLAS', 'FMLN'), ('MEMBERS OF THE SHINING PATH', 'SHINING PATH'), ('GUERRILLAS', None))
    """
    if _OFFICE.match(text):
        return text, None
    member = _MEMBERS.match(text)
    if member and _is_organisation(member["of"]):
        return text, member["of"]
    words = text.split()
    if BANDS.search(text) and not member:
        before = _OPENING.sub("", " ".join(words[:-1]))
        return text, before if before and _is_organisation(before) else None
    if _is_organisation(text):
        return None, text
    return (text, None) if member or STATE.search(text) or BANDS.search(words[0]) else (None, None)


def _is_organisation(text: str) -> bool:
    return bool(ORGANISATIONS.search(text) or any(LETTERS.match(word) for word in re.findall(r"[A-Z0-9-]+", text)))


def _whole(actor: str, words: str) -> str:
    """Lengthen "rebel" to "rebel column" as worded; nothing where it only tells of what kind a deed was."""
    if not _MODIFIER.match(actor.upper()):
        return actor
    after = re.search(rf"\b{re.escape(actor.upper())}\s+([A-Z-]+)", words.upper())
    if after is None or _NO_NOUN.match(after[1]):
        return actor
    if BANDS.search(after[1]):
        return f"{actor} {after[1]}"
    return actor if STATE.search(actor.upper()) else ""


def _cut(text: str) -> str:
    text = _BEHIND.sub("", tidy(text, counted=True))
    words = text.split()
    while words and words[-1] in _LAST:
        words.pop()
    return " ".join(words) if words and words[0] not in _EMPTY and len(words) <= 10 else ""
