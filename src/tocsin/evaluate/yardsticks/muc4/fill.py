"""Write templates out of a reading: all 23 slots below the template's number, and the six fields used today."""

from __future__ import annotations

import re
from dataclasses import replace

from tocsin.evaluate.yardsticks.muc4.dates import show_date
from tocsin.evaluate.yardsticks.muc4.draft import Draft, Json, make_drafts
from tocsin.evaluate.yardsticks.muc4.lexicon import HUMAN_TARGETS, find_fill
from tocsin.evaluate.yardsticks.muc4.perpetrators import Party, surer
from tocsin.evaluate.yardsticks.muc4.rme import Entities, make_entities
from tocsin.evaluate.yardsticks.muc4.setting import Header
from tocsin.evaluate.yardsticks.muc4.template import NOTHING, Fill, Template
from tocsin.evaluate.yardsticks.muc4.things import Thing
from tocsin.evaluate.yardsticks.muc4.victims import Victim, same_people
from tocsin.evaluate.yardsticks.muc4.wording import words_of

_LETTERS = re.compile(r"(?P<name>(?:[A-Z'-]+ ){1,8})[\[(](?P<letters>[A-Z][A-Z0-9-]{1,6})[\])]")
_SMALL = frozenset("OF THE DE DEL LA AND FOR A AN".split())
_TYPE_OF_GROUP = {"military": "ACTIVE MILITARY", "police": "LAW ENFORCEMENT", "official": "GOVERNMENT OFFICIAL"}


def fill_templates(answer: Json, header: Header, text: str = "") -> list[Template]:
    """Fill the templates of one report of the machine contract.

    ``text`` is the report's: where it sets an organisation's letters beside its name, either stands for the other.
    """
    aliases = find_aliases(text)
    return [write_template(draft, aliases) for draft in make_drafts(answer, header, text)]


def six_fields(template: Template) -> Entities:
    """Give the six-field form of a template."""
    kind = template.of("inc-type")[0].value
    slots = {
        "PerpInd": "perp-ind-id",
        "PerpOrg": "perp-org-id",
        "Target": "phys-tgt-id",
        "Victim": "hum-tgt-name",
        "Weapon": "inc-instr-id",
    }
    return make_entities(kind, {role: [fill.values for fill in template.of(name)] for role, name in slots.items()})


def find_aliases(text: str) -> dict[str, str]:
    """Find names with their letters in brackets, each leading to the other.

    >>> find_aliases("THE GUATEMALAN NATIONAL REVOLUTIONARY UNITY (URNG) SAYS")["URNG"]
    'GUATEMALAN NATIONAL REVOLUTIONARY UNITY'
    """
    found: dict[str, str] = {}
    for match in _LETTERS.finditer(" ".join(text.upper().split())):
        letters, words = match["letters"], match["name"].split()
        if name := " ".join(words[_start(words, letters) :]):
            found.setdefault(letters, name)
            found.setdefault(name, letters)
    return found


def _start(words: list[str], letters: str) -> int:
    """Find where a name of these letters starts: as many words back as there are letters, small words aside.

    The letters often stand for the name in Spanish, so their order tells nothing; a word more counts where its first
    letter is among them.
    """
    left, start = sum(letter.isalpha() for letter in letters), len(words)
    for at in range(len(words) - 1, -1, -1):
        if words[at] in _SMALL:
            continue
        if left <= 0 and (words[at + 1] in _SMALL or words[at][0] not in letters):
            break
        left, start = left - 1, at
    return start


def write_template(draft: Draft, aliases: dict[str, str] | None = None) -> Template:
    """Write one draft as a template."""
    fills: dict[str, list[Fill]] = {
        "inc-type": [Fill((draft.type,))],
        "inc-stage": [Fill((draft.stage,))],
        "inc-date": [Fill((show_date(draft.first, draft.last),))] if draft.last else [],
        "inc-loc": [Fill((": ".join(f"{name} ({kind})" if kind else name for name, kind in draft.place),))]
        if draft.place
        else [],
        "inc-instr-id": [Fill((name,)) for name, _ in draft.instruments if name],
        "inc-instr-type": [Fill((kind,), (name or NOTHING,)) for name, kind in draft.instruments if kind],
        **_perpetrators(draft.parties, aliases or {}),
        **_things(draft.things),
        **_people(draft.victims, draft),
    }
    return Template({name: tuple(found) for name, found in fills.items() if found})


def _perpetrators(parties: tuple[Party, ...], aliases: dict[str, str]) -> dict[str, list[Fill]]:
    individuals: list[str] = []
    organisations: list[str] = []
    confidence: dict[str, str] = {}
    for party in parties:
        if party.individual:
            _keep_one(individuals, party.individual, aliases)
        if party.organisation:
            name = _keep_one(organisations, party.organisation, aliases)
            confidence[name] = surer(confidence.get(name, "POSSIBLE"), party.confidence)
    category = ""
    if individuals or organisations:
        category = "STATE-SPONSORED VIOLENCE" if all(party.state for party in parties) else "TERRORIST ACT"
    return {
        "perp-inc-cat": [Fill((category,))] if category else [],
        "perp-ind-id": [Fill((name,)) for name in individuals],
        "perp-org-id": [Fill((name, aliases[name]) if name in aliases else (name,)) for name in organisations],
        "perp-org-conf": [Fill((sure,), (name,)) for name, sure in confidence.items()],
    }


def _keep_one(kept: list[str], name: str, aliases: dict[str, str]) -> str:
    """Keep a name unless it is another wording of one kept; give the name it goes by."""
    for other in kept:
        first, second = set(words_of(other)), set(words_of(name))
        if first <= second or second <= first or aliases.get(name) == other:
            return other
    kept.append(name)
    return name


def _things(things: tuple[Thing, ...]) -> dict[str, list[Fill]]:
    kept = list({thing.name: thing for thing in things}.values())
    return {
        "phys-tgt-id": [Fill((thing.name,)) for thing in kept],
        "phys-tgt-type": [Fill((thing.kind,), (thing.name,)) for thing in kept],
        "phys-tgt-num": [Fill((thing.number,), (thing.name,)) for thing in kept],
        "phys-tgt-effect": [Fill((thing.effect,), (thing.name,)) for thing in kept if thing.effect],
    }


def _people(victims: tuple[Victim, ...], draft: Draft) -> dict[str, list[Fill]]:
    kept = _distinct(victims)
    people = list({victim.person.tag: victim for victim in kept}.values())
    effects = [Fill((victim.effect,), (victim.person.tag,)) for victim in kept if victim.effect]
    if draft.unhurt and not effects:
        effects = [Fill((draft.unhurt,), (victim.person.tag,)) for victim in kept] or [
            Fill((draft.unhurt,), (NOTHING,))
        ]
    return {
        "hum-tgt-name": [Fill((victim.person.name,)) for victim in people if victim.person.name],
        "hum-tgt-desc": [
            Fill((victim.person.description,), (victim.person.name,) if victim.person.name else ())
            for victim in people
            if victim.person.description
        ],
        "hum-tgt-type": [Fill((_type_of(victim),), (victim.person.tag,)) for victim in people],
        "hum-tgt-num": [Fill((victim.number,), (victim.person.tag,)) for victim in people],
        "hum-tgt-nation": [Fill((victim.nation,), (victim.person.tag,)) for victim in people if victim.nation],
        "hum-tgt-effect": effects,
    }


def _distinct(victims: tuple[Victim, ...]) -> list[Victim]:
    """Keep each person and group once for each effect: "Jesuits" beside "Jesuit priests" are the same."""
    kept: list[Victim] = []
    for victim in victims:
        at = next(
            (i for i, other in enumerate(kept) if other.effect == victim.effect and same_people(other, victim)), None
        )
        if at is None:
            kept.append(victim)
        elif kept[at].number == "PLURAL" or len(victim.person.tag) > len(kept[at].person.tag):
            kept[at] = replace(victim, number=victim.number if victim.number != "PLURAL" else kept[at].number)
    return kept


def _type_of(victim: Victim) -> str:
    words = victim.person.description or ""
    return find_fill(HUMAN_TARGETS, words) or _TYPE_OF_GROUP.get(victim.group, "CIVILIAN")
