"""Decide the type and mode of an attack from its trigger words and the particulars found with them."""

from __future__ import annotations

import re

from tocsin.extract.episodes import Episode
from tocsin.model.document import Document
from tocsin.model.kinds.casualties import Toll
from tocsin.model.kinds.event_type import EventType
from tocsin.model.kinds.responsibility import Responsibility

_GENERIC = frozenset({"Attack", "Remote explosive/landmine/IED", "Armed clash"})
_BOTH_SIDES = re.compile(
    r"\b(?:clash\w*|gun ?(?:battle|fight)s?|shoot-?outs?|fire ?fights?|exchang\w+ (?:of )?(?:gun)?fire|returned fire|repel\w*|fought back|battle\b|fighting)\b",
    re.IGNORECASE,
)


def decide_type(
    document: Document, episode: Episode, tolls: list[Toll], stances: list[Responsibility]
) -> tuple[EventType, float]:
    """Decide the sub-event type of an episode; also a confidence from 0 to 1.

    Earlier words weigh more; a named tactic beats a bare "attack" or "blast"; dead on both sides make a clash.
    """
    scores: dict[str, float] = {}
    for n, trigger in enumerate(episode.triggers[:8]):
        weight = trigger.weight * (1.0 if trigger is episode.trigger else 0.75) * 0.9**n
        old = scores.get(trigger.acled, 0.0)
        scores[trigger.acled] = max(old, weight) + 0.15 * min(old, weight)
    best = max(scores, key=lambda k: scores[k])
    named = {
        k: v
        for k, v in scores.items()
        if k not in _GENERIC
        and k
        not in {
            "Disrupted weapons use",
            "Looting/property destruction",
            "Mob violence",
            "Abduction/forced disappearance",
        }
    }
    surely_bomb = any(t.acled == "Remote explosive/landmine/IED" and t.weight >= 0.9 for t in episode.triggers[:4])
    if surely_bomb and best == "Attack":
        best = "Remote explosive/landmine/IED"
    if (best == "Attack" or (best == "Remote explosive/landmine/IED" and not surely_bomb)) and named:
        top = max(named, key=lambda k: named[k])
        if named[top] >= 0.45:
            best = top
    if "Suicide bomb" in scores and best in _GENERIC | {"Air/drone strike"}:
        best = "Suicide bomb"
    best = _weigh_sides(document, episode, best, tolls, stances)
    foiled = any(t.acled == "Disrupted weapons use" for t in episode.triggers[:3])
    if (
        foiled
        and not any(t.outcome in {"killed", "wounded"} and t.figure.low for t in tolls)
        and episode.role == "main"
    ):
        best = "Disrupted weapons use"
    if best == "Disrupted weapons use" and any(t.outcome in {"killed", "wounded"} and t.figure.low for t in tolls):
        rest = {k: v for k, v in scores.items() if k != best}
        best = max(rest, key=lambda k: rest[k]) if rest else "Air/drone strike"
    if best == "Non-state actor overtakes territory" and _state_takes(stances):
        best = "Government regains territory"
    total = sum(scores.values())
    return EventType(best), min(0.97, 0.4 + 0.5 * scores.get(best, 0.3) / max(total, 0.3))


def _weigh_sides(
    document: Document, episode: Episode, best: str, tolls: list[Toll], stances: list[Responsibility]
) -> str:
    killed = {t.group for t in tolls if t.outcome == "killed" and (t.figure.low or 0) > 0}
    text = " ".join(document.text[a:b] for a, b in episode.regions)
    forces = bool(killed & {"military", "police"})
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
    return best


def _state_takes(stances: list[Responsibility]) -> bool:
    for stance in stances:
        if stance.actor and stance.stance in {"stated_as_fact", "claims"}:
            return stance.actor.kind == "state forces"
    return False
