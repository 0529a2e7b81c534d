"""Decide the type and mode of an attack from its trigger words and the particulars found with them."""

from __future__ import annotations

import re

from tocsin.extract.episodes import Episode
from tocsin.model.document import Document
from tocsin.model.kinds.casualties import Toll
from tocsin.model.kinds.event_type import EventType
from tocsin.model.kinds.responsibility import Responsibility

_SIDE_EFFECTS = frozenset(
    {"Disrupted weapons use", "Looting/property destruction", "Mob violence", "Abduction/forced disappearance"}
)
_GENERIC = frozenset({"Attack", "Remote explosive/landmine/IED", "Armed clash"})
_BOTH_SIDES = re.compile(
    r"\b(?:clash\w*|gun ?(?:battle|fight)s?|shoot-?outs?|fire ?fights?|exchang\w+ (?:of )?(?:gun)?fire|returned fire|repel\w*|fought back|battle\b|fighting)\b",
    re.IGNORECASE,
)


def decide_type(
    document: Document,
    episode: Episode,
    tolls: list[Toll],
    stances: list[Responsibility],
    weapons: frozenset[str] | set[str] = frozenset(),
) -> tuple[EventType, float]:
    """Decide the sub-event type of an episode; also a confidence from 0 to 1.

    Earlier words weigh more; a named tactic beats a bare "attack" or "blast"; dead on both sides make a clash; where
    no word names a tactic, the weapons named beside the trigger (``weapons``, keys of ``WEAPON_GTD``) do.
    """
    scores = _score_types(episode)
    best = max(scores, key=lambda k: scores[k])
    best = _prefer_named(episode, scores, best)
    if best == "Attack":
        best = _type_of_weapons(weapons) or best
    best = _weigh_sides(document, episode, best, tolls, stances)
    best = _weigh_harm(episode, scores, best, tolls)
    if best == "Non-state actor overtakes territory" and _state_takes(stances):
        best = "Government regains territory"
    total = sum(scores.values())
    return EventType(best), min(0.97, 0.4 + 0.5 * scores.get(best, 0.3) / max(total, 0.3))


def _score_types(episode: Episode) -> dict[str, float]:
    """Weigh the types the triggers point to: the strongest word of each counts, others add a little."""
    scores: dict[str, float] = {}
    for n, trigger in enumerate(episode.triggers[:8]):
        weight = trigger.weight * (1.0 if trigger is episode.trigger else 0.75) * 0.9**n
        old = scores.get(trigger.acled, 0.0)
        scores[trigger.acled] = max(old, weight) + 0.15 * min(old, weight)
    return scores


def _prefer_named(episode: Episode, scores: dict[str, float], best: str) -> str:
    """Let a named tactic win over a bare attack or blast."""
    bomb = "Remote explosive/landmine/IED"
    named = {k: v for k, v in scores.items() if k not in _GENERIC | _SIDE_EFFECTS}
    surely_bomb = any(t.acled == bomb and t.weight >= 0.9 for t in episode.triggers[:4])
    if surely_bomb and best == "Attack":
        best = bomb
    if (best == "Attack" or (best == bomb and not surely_bomb)) and named:
        top = max(named, key=lambda k: named[k])
        best = top if named[top] >= 0.45 else best
    if "Suicide bomb" in scores and best in _GENERIC | {"Air/drone strike"}:
        best = "Suicide bomb"
    return best


def _type_of_weapons(weapons: frozenset[str] | set[str]) -> str | None:
    """Name the tactic that the weapons beside a bare "attack" tell of."""
    if weapons & {"drone", "aircraft"}:
        return "Air/drone strike"
    if weapons & {"missile", "rocket", "mortar", "artillery"}:
        return "Shelling/artillery/missile attack"
    if weapons & {"ied", "mine", "car_bomb"}:
        return "Remote explosive/landmine/IED"
    return None


def _weigh_harm(episode: Episode, scores: dict[str, float], best: str, tolls: list[Toll]) -> str:
    """Weigh what people suffered: nobody hurt where a bomb was defused, people killed where houses burned."""
    hurt = any(t.outcome in {"killed", "wounded"} and t.figure.low for t in tolls)
    foiled = any(t.acled == "Disrupted weapons use" for t in episode.triggers[:3])
    if foiled and not hurt and episode.role == "main":
        return "Disrupted weapons use"
    rest = {k: v for k, v in scores.items() if k != best}
    if best == "Disrupted weapons use" and hurt:
        return max(rest, key=lambda k: rest[k]) if rest else "Air/drone strike"
    if best in {"Looting/property destruction", "Abduction/forced disappearance"} and hurt:
        return "Attack"
    return best


def _weigh_sides(
    document: Document, episode: Episode, best: str, tolls: list[Toll], stances: list[Responsibility]
) -> str:
    killed = {t.group for t in tolls if t.outcome == "killed" and (t.figure.low or 0) > 0}
    text = " ".join(document.text[a:b] for a, b in episode.regions)
    forces = bool(killed & {"military", "police"})
    attackers = any(t.outcome == "killed" and t.includes_perpetrators for t in tolls)
    if best == "Attack" and forces and attackers:
        return "Armed clash"
    if (
        best == "Attack"
        and "militant" in killed
        and (forces or any(s.actor and s.actor.kind == "state forces" for s in stances))
    ):
        return "Armed clash"
    if (
        best == "Armed clash"
        and re.search(r"\bambush|\braid", episode.trigger.text, re.IGNORECASE)
        and "militant" not in killed
        and not _BOTH_SIDES.search(text)
    ):
        return "Attack"
    operation = re.search(r"operation|siege|raid", episode.trigger.text, re.IGNORECASE)
    if best == "Armed clash" and operation and killed and killed <= {"civilian"} and not _BOTH_SIDES.search(text):
        return "Attack"
    return best


_REGIONAL = re.compile(
    r"\b(?:Puntland|Somaliland|Jubaland|SSC|Wa|Arakan|Kachin|Houthi|Donetsk People|Luhansk People)\b"
)


def _state_takes(stances: list[Responsibility]) -> bool:
    for stance in stances:
        if stance.actor and stance.stance in {"stated_as_fact", "claims"}:
            return stance.actor.kind == "state forces" and not _REGIONAL.search(stance.actor.text)
    return False
