"""Weigh whether a report tells of an attack at all."""

from __future__ import annotations

import re

from tocsin.extract.episodes import Episode
from tocsin.model.document import Document

_PEACEFUL = re.compile(
    r"\b(?:accident\w*|crash(?:ed)? (?:into|while)|derailment|collision|capsiz\w+|landslide|earthquake|flood\w*|storm|hurricane|typhoon|cyclone|tornado|wildfires?|drought|famine|epidemic|virus|vaccine|"
    r"malfunction|mechanical failure|gas leak|boiler|factory fire|football|cricket|match|tournament|championship|league|goal(?:keeper)?|coach|season|quarter-?final|film|album|box office|stock market|shares|inflation|election results|"
    r"exercises?|drills?|war ?games|satellite|orbit|spacecraft|launch pad|NASA|SpaceX|lightning|volcan\w+|eruption|cyber\w*|hackers?|ransomware|heart attack|meteorite|asteroid|dinosaur|species)\b",
    re.IGNORECASE,
)
_ARMED = re.compile(
    r"\b(?:gunm[ae]n|militants?|insurgents?|rebels?|terroris\w+|soldiers?|troops|army|military|forces|police|rockets?|missiles?|drones?|air ?strikes?|bomb\w*|explosives?|gunfire|shooting|shot|stabb\w+|killed|wounded|attackers?|"
    r"shell\w*|mortars?|clashes|ambush\w*|suicide|hostages?|kidnapp\w*|abduct\w*|massacre|civilians?|responsibility|militia)\b",
    re.IGNORECASE,
)


def weigh_relevance(document: Document, episodes: list[Episode]) -> float:
    """Give 0 to 1: how surely the report tells of armed or deadly violence by people. 0.5 and more counts as relevant."""
    if not episodes:
        return 0.02
    main = episodes[0]
    strength = max(t.weight for e in episodes for t in e.triggers)
    text = document.text
    words = max(40, len(text.split()))
    peaceful = len(_PEACEFUL.findall(text)) / words * 100
    armed = len({m.lower() for m in _ARMED.findall(text)})
    density = sum(len(e.triggers) for e in episodes) / words * 100
    score = 0.25 + 0.35 * strength + 0.05 * min(armed, 6) + 0.05 * min(density, 3.0) - 0.16 * min(peaceful, 3.0)
    if main.trigger.weight < 0.6 and armed < 2:
        score -= 0.25
    return max(0.01, min(0.99, score))
