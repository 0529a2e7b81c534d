"""Weigh whether a report tells of an attack at all."""

from __future__ import annotations

import re

from tocsin.extract.casualties import find_casualties
from tocsin.extract.episodes import Episode
from tocsin.model.anycase import AnyCase
from tocsin.model.document import Document

_PEACEFUL = AnyCase(
    r"\b(?:accident\w*|crash(?:ed)? (?:into|while)|derailment|collision|capsiz\w+|landslide|earthquake|flood\w*|storm|hurricane|typhoon|cyclone|tornado|wildfires?|drought|famine|epidemic|virus|vaccine|"
    r"boiler|gas explosion|garment|factory (?:blast|explosion|collapse)|rookie|playoffs?|malfunction|mechanical failure|gas leak|boiler|factory fire|football|cricket|tournament|championship|film|album|box office|stock market|shares|inflation|election results|"
    r"exercises?|drills?|war ?games|satellite|orbit|spacecraft|launch pad|NASA|SpaceX|lightning|volcan\w+|eruption|cyber\w*|hackers?|ransomware|heart attack|meteorite|asteroid|dinosaur|species)\b",
)
_ARMED = AnyCase(
    r"\b(?:gunm[ae]n|militants?|insurgents?|rebels?|terroris\w+|soldiers?|troops|army|military|forces|police|rockets?|missiles?|drones?|air ?strikes?|bomb\w*|explosives?|gunfire|shooting|shot|stabb\w+|killed|wounded|attackers?|"
    r"shell\w*|mortars?|clashes|ambush\w*|suicide|hostages?|kidnapp\w*|abduct\w*|massacre|civilians?|responsibility|militia)\b",
)


_SPORT = AnyCase(
    r"\b(?:quarter|half-?time|winning (?:run|streak)|league|season|coach|captain|goal\w*|scored?|points|crowd|fans|stadium|tournament|play-?offs?|championship|rebound\w*|foul|innings|wickets?|striker|midfielder|defender|"
    r"basket|referee|kick-?off|penalty|title race|quarter-?final|semi-?final|home side|visitors|match|squad|transfer|fixture)\b",
)
_ACCIDENT = AnyCase(
    r"\b(?:boiler|gas (?:leak|cylinder|explosion|main)|short circuit|electrical fault|caused by (?:a |an )?(?:accident|fault|leak|spark)|accidental\w*|accident|malfunction|mechanical|brake failure|fireworks? (?:factory|depot|display)|methane|"
    r"capsiz\w+|derail\w+|overturned|collided|collision|crash-?land\w*|mid-air|turbulence|landslide|earthquake|lightning|collapsed? (?:mine|building|bridge)|caved in)\b",
)
_HOSTILE = AnyCase(
    r"\b(?:gunm[ae]n|militants?|insurgents?|rebels?|terroris\w+|bandits?|gang|suicide|bombers?|attackers?|assailants?|air ?strikes?|drones?|missiles?|rockets?|shelling|ambush\w*|claimed responsibility|Islamic State|al-?Shabaab|troops|soldiers|shooting|stabb\w+|"
    r"fighters|landmine|IED|explosive device|roadside bomb|militia|hostages?|kidnapp\w*|war|sabotage|deliberate)\b",
)
_DEALS = AnyCase(
    r"\b(?:cease-?fire|truce|agree(?:s|d|ment)?\b|pledge\w*|returns?|hands? over|hand(?:s|ed)|release[sd]?|prisoner (?:exchange|swap)|exchange of|surrender\w*|sanction\w*|deploy\w*|massing|arrive[sd]?|talks|negotiat\w+|summit|"
    r"aid\b|trial|verdict|displaced|refugees|voted?|elections?|appoint\w*|treaty)\b",
)
_ACTING = re.compile(
    r"\b(?:gunm[ae]n|militants?|insurgents?|rebels?|terrorists?|bandits?|forces|troops|army|military|soldiers|air ?force|gang|Islamic State|ISIS|Al-Shabaab|Hamas|Hezbollah|Houthis?|Taliban|Israel|Russia|"
    r"fighters|attackers?|assailants?|settlers|police|paramilitar\w+|militias?|suspect|perpetrator|cartel)\b"
)


def _harm(document: Document) -> float:
    """Give up to 0.3 for people reported killed or hurt early in a text that also names armed actors or weapons."""
    early = [s.text for s in document.sentences if s.part in {"title", "lead", "body"}][:3]
    hurt = any(
        f.toll.figure.low
        for text in early
        for f in find_casualties(text)
        if f.toll.outcome in {"killed", "wounded", "abducted"}
    )
    actors = any(_ACTING.search(text) for text in early)
    return (0.18 if hurt else 0.0) + (0.12 if actors else 0.0) - 0.05


def weigh_relevance(document: Document, episodes: list[Episode]) -> float:
    """Give 0 to 1: how surely the report tells of armed or deadly violence by people. 0.5 and more counts as relevant."""
    if not episodes:
        return 0.02
    main = episodes[0]
    strength = max(t.weight for e in episodes for t in e.triggers)
    text = document.text
    words = max(40, len(text.split()))
    peaceful = min(len(_PEACEFUL.findall(text)), 4) / words * 100
    armed = len(set(_ARMED.findall(text)))
    density = sum(len(e.triggers) for e in episodes) / words * 100
    harm = _harm(document)
    score = harm + 0.25 + 0.35 * strength + 0.05 * min(armed, 6) + 0.05 * min(density, 3.0)
    score -= (0.05 if strength >= 0.7 and harm >= 0.2 else 0.16) * min(peaceful, 3.0)
    opening = " ".join(s.text for s in document.sentences if s.part in {"title", "lead", "body"})[:420]
    calm = len(_PEACEFUL.findall(opening))
    if calm >= 2 and not _ACTING.search(opening):
        score -= 0.2 + 0.1 * min(calm, 4)
    sport = len(_SPORT.findall(text))
    if sport >= 4 and sport / words >= 0.02:
        score -= min(1.2, 25 * sport / words)
    if _ACCIDENT.search(text) and len(_HOSTILE.findall(text)) <= 1:
        score -= 0.75
    if re.search(
        r"\b(?:exercises?|drills?|war ?games|manoeuvres|maneuvers)\b", opening, re.IGNORECASE
    ) and not re.search(r"\b(?:killed|wounded|dead|injured)\b", opening):
        score -= 0.5
    if main.trigger.weight < 0.6 and armed < 2:
        score -= 0.25
    deal = _DEALS.search(text) if harm < 0.2 and strength <= 0.8 else None
    if deal:
        score -= 0.42 if deal.start() < main.start else 0.15
    return max(0.01, min(0.99, score))
