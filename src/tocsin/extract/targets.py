"""Find what was attacked and what was damaged."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tocsin.extract.counts import phrase_end
from tocsin.extract.people import find_group
from tocsin.model.anycase import AnyCase, AnyCaseRows
from tocsin.model.kinds.target import Damage, Target

_KINDS: tuple[tuple[str, str], ...] = (
    ("medical", r"hospitals?|clinics?|ambulances?|medical (?:centres?|centers?|facilit\w+|convoys?|teams?)|maternity \w+|health (?:centres?|facilit\w+)"),
    ("religious", r"mosques?|church(?:es)?|cathedrals?|temples?|synagogues?|shrines?|monaster(?:y|ies)|seminar(?:y|ies)|worshipp?ers|chapel|gurdwara|imambargah|Mass\b"),
    ("education", r"schools?|universit(?:y|ies)|colleges?|kindergartens?|madrass?ahs?|schoolchildren|campus|school-turned-\w+|sheltering school"),
    ("diplomatic", r"embass(?:y|ies)|consulates?|diplomatic (?:missions?|compounds?)|diplomats?"),
    ("aid", r"aid (?:convoys?|trucks?|workers?|distribution \w+|sites?|centres?|warehouses?)|humanitarian (?:\w+ )?(?:convoys?|workers?|aid)|relief convoys?|un (?:compounds?|convoys?|bases?)|peacekeepers|(?:world )?food (?:programme|program)|livelihood project"),
    ("media", r"(?:tv|television|radio) stations?|newspapers?|media (?:offices?|tents?)|journalists?|broadcasters?"),
    ("police", r"police (?:stations?|posts?|checkpoints?|officers?|vehicles?|headquarters|convoys?|patrols?|academ\w+|force)|policem[ae]n|the police|reservists? camp"),
    ("military", r"(?:military|army|air|naval|navy|coalition|u\.?s\.?|american) ?(?:bases?|posts?|barracks|camps?|positions?|convoys?|outposts?|headquarters|checkpoints?|sites?|installations?|facilit\w+|academ\w+|vehicles?|airfields?|infrastructure|targets|patrols?|airports?|units?)|"
        r"air ?bases?|bases?\b|barracks|outposts?|checkpoints?|soldiers|troops|ammunition (?:depots?|dumps?|stores?)|munitions? (?:stores?|depots?)|weapons? depots?|warships?|naval vessels?|corvettes?|submarines?|logistics base|army columns?|tanks?\b|air defen[cs]e \w+|trenches|(?:security|government|border) forces|military personnel|naval \w+"),
    ("transport", r"airports?|bus(?:es)?\b|trains?|railway (?:stations?|lines?)|train stations?|metro|stations?\b|ships?|vessels?|tankers?|ferr(?:y|ies)|boats?|trucks?|cars?|vehicles?|convoys?|bridges? ?(?=crossing)|tram|taxi|motorcycles?|minibus(?:es)?|flights?|aeroplane|plane"),
    ("infrastructure", r"power (?:plants?|stations?|grids?|lines?|infrastructure|facilit\w+)|energy (?:infrastructure|facilit\w+|sites?)|oil (?:refiner\w+|facilit\w+|depots?|fields?|installations?|terminals?|pipelines?)|refiner(?:y|ies)|pipelines?|"
        r"(?:nuclear|industrial|water|gas|electricity|fuel|chemical) (?:plants?|facilit\w+|sites?|stations?|depots?|infrastructure)|(?:sea)?ports?\b|bridges?|dams?|infrastructure|substations?|factor(?:y|ies)|telecom\w*|supply routes?|processing \w+|pump(?:ing)? stations?|aramco\S* \w+"),
    ("business", r"markets?|shops?|hotels?|restaurants?|caf(?:e|é)s?|malls?|shopping (?:centres?|centers?|malls?|streets?)|banks?|bars?\b|nightclubs?|supermarkets?|petrol stations?|businesses|resort|offices?|bakery|warehouses?|farms?"),
    ("armed_group", r"(?:militants?|rebels?|insurgents?|terrorists?|isis|isil|islamic state|hezbollah|hamas|taliban|al-shabaab|houthi|pkk|bandits?|gang|boko haram|daesh|al-qaeda|al-qaida|m23)\b(?:'s)?(?: (?:\w+ )?(?:positions?|hideouts?|camps?|bases?|targets?|sites?|fighters|militants|commanders?|leaders?|strongholds?|headquarters|infrastructure|units?|tactical units?|members|forces|convoys?|vehicles?|operatives))?|hideouts?|tactical units?|training camps?|fighting positions?|weapons? cache"),
    ("government", r"government (?:buildings?|offices?|compounds?|convoys?|headquarters)|parliament|presidential \w+|palaces?|ministr(?:y|ies)|town halls?|courthouses?|mayors?|governors?|officials?|politicians?|polling stations?|prisons?|ministers?|headquarters|council"),
    ("civilians", r"homes?|houses?|residential (?:\w+ )?(?:buildings?|areas?|neighbou?rhoods?|districts?|blocks?|complex)|apartments?(?: (?:buildings?|blocks?|complex))?|buildings?|villages?|neighbou?rhoods?|refugee camps?|displacement camps?|displaced \w+|tents?|tent encampments?|camps?\b|civilians?|residents|"
        r"crowds?|weddings?|funerals?|parks?|football (?:pitch|field)\w*|playgrounds?|festivals?|concerts?|parades?|rally|protests?|protesters|people\b|passers-by|families|villagers|miners|workers|pilgrims|tourists|shelters?|beach|theat(?:re|er)s?|mourners|settlements?|synagogue|birthday party|party"),
)  # fmt: skip
_HEAD = AnyCaseRows(pattern for _, pattern in _KINDS)
_LEAD_IN = AnyCase(
    r"\b(?:(?:attack(?:s|ed|ing)?|assaults?|strikes?|air ?strikes?|raids?|ambush(?:es)?|bombings?|bombardment|shelling|shooting|attempts?|offensives?) (?:on|at|against|targeting|in|inside|near|outside|hit(?:s|ting)?|of|struck)|"
    r"(?:hit(?:s|ting)?|struck|strik(?:e|es|ing)|target(?:s|ed|ing)?|attack(?:s|ed|ing)?|bomb(?:s|ed|ing)?|shell(?:s|ed|ing)?|storm(?:s|ed|ing)?|ambush(?:es|ed|ing)?|raid(?:s|ed|ing)?|ram(?:s|med|ming)?(?: into)?|slam(?:s|med|ming)? into|"
    r"crash(?:es|ed|ing)? into|ripp(?:ed|ing) through|tore through|destroy(?:s|ed|ing)?|damag(?:es|ed|ing)|explod(?:es|ed) (?:in|inside|near|outside|at|on)|blew up|went off (?:in|at|near|outside|inside|on)|goes off (?:in|at|near)|opens? fire (?:on|at|in|inside)|opened fire (?:on|at|in|inside)|fir(?:es|ed|ing) (?:at|on)|"
    r"aimed at|land(?:s|ed|ing)? (?:on|in)|fell (?:on|in)|burn(?:s|ed|ing)? down|set fire to|storms?|to storm|overr[au]ns?|engag(?:es|ed)|rocks?|capture[sd]?|bursts? into|attacks?|assassinat(?:es|ed|ing)|seize[sd]?|kidnapp?(?:ed|ing)? \w+ from|through|drove into|ploughed into|drives into))\s+",
)
_PASSIVE = AnyCase(
    r"\s+(?:is|are|was|were|has been|have been|had been|being)\s+(?:\w+ly\s+)?(?:hit|struck|targeted|attacked|bombed|shelled|stormed|ambushed|raided|destroyed|damaged|torched|burned|derailed|set on fire|rammed)\b",
)
_DAMAGE: tuple[tuple[str, str], ...] = (
    ("destroyed", r"destroy(?:s|ed|ing)|demolish(?:es|ed|ing)|level(?:s|led|ling)|raz(?:es|ed|ing)|flatten(?:s|ed|ing)|burn(?:s|ed|t|ing)? down|burned to the ground|gutted|collaps(?:es|ed)|reduced to rubble|wiped out|sank|sunk|blown up"),
    ("some_damage", r"damag(?:es|ed|ing)|(?:sustain(?:s|ed)|suffer(?:s|ed)) (?:\w+ )?damage|set (?:fire to|on fire|ablaze|alight)|caught fire|torch(?:es|ed)|shatter(?:s|ed)|led to (?:further |secondary )?explosions|secondary explosions|fires? (?:broke out|at|in)|caus(?:es|ed|ing) (?:a |minor |material |extensive |severe |significant |some )*(?:damage|fires?)|power outages?|blackouts?"),
)  # fmt: skip
_DAMAGED = AnyCaseRows(pattern for _, pattern in _DAMAGE)


@dataclass(frozen=True, slots=True)
class FoundTarget:
    """A target with half-open offsets in the text it was found in."""

    start: int
    end: int
    target: Target


@dataclass(frozen=True, slots=True)
class FoundDamage:
    """Damage with half-open offsets in the text it was found in."""

    start: int
    end: int
    damage: Damage


def classify_target(words: str) -> str | None:
    """Say what kind of target a noun phrase names, by its last known head before "of", "in" or "carrying"."""
    head = re.split(r"\s+(?:in|near|carrying|hosting|used|belonging|housing|at)\s+", words)[0]
    found = list(_HEAD.finditer(head))
    if not found:
        return None
    of = re.search(r"\sof\s", head)
    usable = [row for row, match in found if not of or match.end() <= of.start()]
    row = usable[-1] if usable else found[-1][0]
    return _KINDS[row][0]


_GENERAL_SITE = AnyCase(r"hospital|prison|police station|court")
"""Sites where people are taken, held or tried as often as attacked: named after "at", they are no target."""
_AT = re.compile(r"\b(?:at|inside|outside|into|in front of|from|inside of)\s+(?=(?:an?|the|two|three|several)\s|[A-Z])")
_DOES = AnyCase(
    r"\b(?:kill\w*|wound\w*|injur\w*|shoot\w*|shot|stabb\w*|abduct\w*|kidnap\w*|explo\w+|detonat\w+|attack\w*|open\w* fire|storm\w*|burst|raid\w*|bomb\w*|blast|thrown|hurled|land(?:s|ed)|fell|overr[au]n\w*)\b",
)
_PLACE_KINDS = frozenset(
    {"religious", "education", "medical", "business", "diplomatic", "police", "military", "government", "media", "aid"}
)


def find_targets(text: str) -> list[FoundTarget]:
    """Find the targets of one sentence: what stands after "attack on", "hit", "targeting", and subjects of "was hit"."""
    found: list[FoundTarget] = []
    for match in _LEAD_IN.finditer(text):
        for start, end in _coordinated(text, match.end()):
            _add(text, start, end, found)
    for match in _AT.finditer(text):
        if not _DOES.search(text[max(0, match.start() - 110) : match.start()]):
            continue
        end, _ = phrase_end(text, match.end())
        if classify_target(text[match.end() : end]) in _PLACE_KINDS and not _GENERAL_SITE.search(
            text[match.end() : end]
        ):
            _add(text, match.end(), end, found)
    for match in _PASSIVE.finditer(text):
        subject = _phrase_start(text, match.start())
        if subject is not None:
            _add(text, subject, match.start(), found)
    return sorted(found, key=lambda f: f.start)


def _add(text: str, start: int, end: int, found: list[FoundTarget]) -> None:
    words = text[start:end].strip(" ,.")
    kind = classify_target(words)
    if not words or kind is None or len(words.split()) > 14 or any(f.start < end and start < f.end for f in found):
        return
    if kind == "civilians" and find_group(words) in {"military", "militant", "police"}:
        kind = {"military": "military", "militant": "armed_group", "police": "police"}[find_group(words)]
    found.append(FoundTarget(start, start + len(words), Target(kind, words)))


def _coordinated(text: str, start: int) -> list[tuple[int, int]]:
    """Find one or two noun phrases: "a power station and two ports"."""
    end, _ = phrase_end(text, start)
    if end <= start:
        return []
    spans = [(start, end)]
    more = re.match(r"\s*(?:,|and|as well as)\s+(?=(?:an?|the|two|three|several|its|\d+)\s)", text[end:])
    if more:
        second, _ = phrase_end(text, end + more.end())
        if second > end + more.end():
            spans.append((end + more.end(), second))
    return spans


def _phrase_start(text: str, end: int) -> int | None:
    """Find where the subject that ends at ``end`` begins: after the last boundary word or mark."""
    edges = [
        m.end()
        for m in re.finditer(
            r"(?:^|[,;:(]\s*|\b(?:and|but|as|when|after|while|that|where|before|saying|said)\s+)", text[:end]
        )
    ]
    return edges[-1] if edges else None


def find_damage(text: str) -> list[FoundDamage]:
    """Find what a sentence says was destroyed or damaged."""
    found: list[FoundDamage] = []
    for row, match in _DAMAGED.finditer(text):
        effect = _DAMAGE[row][0]
        span = _damaged_thing(text, match)
        if span and not any(f.start < span[1] and span[0] < f.end for f in found):
            found.append(FoundDamage(*span, Damage(text[span[0] : span[1]], effect)))
    return found


def _damaged_thing(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    depot = list(
        re.finditer(r"\b(?:an? |the )?((?:\w+ )?(?:depot|store|dump|warehouse|arsenal)s?)\b", text[: match.start()])
    )
    if depot and re.match(r"led to|secondary", match[0], re.IGNORECASE):
        return depot[-1].start(1), depot[-1].end(1)
    passive = re.search(
        r"\b(?:is|are|was|were|been|being|have|has|had|reported|also)\s+(?:\w+ly\s+)?$", text[: match.start()]
    )
    if passive or re.match(r"sustain|suffer|caught|collapse", match[0], re.IGNORECASE):
        end = passive.start() if passive else match.start()
        start = _phrase_start(text, end)
        words = text[start:end].strip() if start is not None else ""
        if (
            start is not None
            and words
            and not re.match(r"^(?:he|she|it|they|who|which)$", words, re.IGNORECASE)
            and classify_target(words)
        ):
            return start + (len(text[start:end]) - len(text[start:end].lstrip())), start + len(text[start:end].rstrip())
        return None
    if re.match(r"power|blackout|fires?|caus", match[0], re.IGNORECASE):
        return match.start(), phrase_end(text, match.end())[0]
    end, _ = phrase_end(text, match.end())
    begin = match.end() + (len(text[match.end() :]) - len(text[match.end() :].lstrip()))
    words = text[begin:end]
    if (
        words
        and (classify_target(words) or re.search(r"\b(?:windows|roofs?|crops|weapons|\w+s)\b", words))
        and find_group(words) == "unknown"
    ):
        return begin, end
    return None
