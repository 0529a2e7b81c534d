"""Say what kind of speaker a phrase names, by the words in it."""

from __future__ import annotations

import re

from tocsin.model.document import SpeakerKind

_WORDS: tuple[tuple[SpeakerKind, str], ...] = (
    (
        "eyewitness",
        r"witness|eyewitness|resident|villager|survivor|neighbou?r|bystander|shopkeeper|local people|locals|relatives?",
    ),
    (
        "medical",
        r"hospital|medic|doctor|nurse|ambulance|paramedic|health|morgue|surgeon|red cross|red crescent|magen david|civil defen[cs]e|rescue",
    ),
    ("police", r"police|constable|superintendent|sheriff|gendarm|inspector"),
    (
        "media",
        r"afp|reuters|associated press|xinhua|news agency|\bnews\b|television|\btv\b|media|newspaper|channel|broadcaster|radio|"
        r"telegraph|times|guardian|al[- ]jazeera|al[- ]arabiya|\bcnn\b|\bbbc\b|\btass\b|anadolu|wafa|\bsana\b|journalist|report(?:s|er|ers)?\b|\boutlet",
    ),
    (
        "military",
        r"military|army|armed forces|air ?force|navy|coalition|centcom|central command|pentagon|\bidf\b|defen[cs]e forces?|"
        r"general|colonel|brigad|commander|officer|troops|soldiers?|security forces?|border guard|national guard|nato|"
        r"defen[cs]e ministry|ministry of defen[cs]e",
    ),
    (
        "group",
        r"hamas|hezbollah|houthi|taliban|islamic state|\bisis\b|\bisil\b|daesh|al[- ]qa(?:e|i)da|al[- ]shabaab|al[- ]shabab|boko haram|\bpkk\b|"
        r"rebels?|militants?|militia|insurgents?|\bm23\b|\brsf\b|rapid support|liberation army|liberation front|brigades?|resistance|"
        r"gang|guerrilla|separatists|jihad|kata['’]?ib|\bgroups?\b|movement",
    ),
    (
        "official",
        r"official|advis[eo]r|aides?\b|investigator|detective|network|organi[sz]ation|campaigners|activists|monitor|observatory|lawyers?|family|company|minist|govern|president|mayor|spokes|secretary|ambassador|embassy|senator|deputy|chancellor|king|prince|"
        r"office\b|administrat|authorit|council|commission|prosecutor|judge|court|agency|united nations|\bun\b|unicef|unhcr|ocha|icrc|"
        r"white house|kremlin|state department|parliament|lawmaker|chief|head of|district|department|washington|moscow|kyiv|"
        r"kiev|beijing|tehran|baghdad|riyadh|ankara|london|paris|islamabad|new delhi|jerusalem|damascus|doha|cairo|union|leader",
    ),
)
_ANONYMOUS = re.compile(
    r"\b(?:sources?|anonymous|unnamed|on condition of anonymity|person familiar|people familiar|insiders?)\b",
    re.IGNORECASE,
)
_PLURAL_OFFICE = re.compile(
    r"^(?:\w+[\s-]+){0,3}(?:officials?|authorities|witnesses|residents|medics|doctors|police|reports|locals|officers|villagers)$",
    re.IGNORECASE,
)
_KINDS = tuple((kind, re.compile(rf"(?<![a-z])(?:{pattern})")) for kind, pattern in _WORDS)


def _kind_of(words: str) -> SpeakerKind | None:
    lowered = words.lower()
    return next((kind for kind, pattern in _KINDS if pattern.search(lowered)), None)


def classify_voice(name: str) -> SpeakerKind:
    """Say what kind of speaker a phrase names; a name that tells nothing is an official's, a bare noun nobody's."""
    if names_source(name):
        return "anonymous"
    return _kind_of(name) or ("official" if re.search(r"[A-Z]", name) else "anonymous")


def names_voice(words: str) -> bool:
    """Tell whether a word names somebody who can speak."""
    return _kind_of(words) is not None


def names_source(name: str) -> bool:
    """Tell whether a phrase names a source that wants no name."""
    return _ANONYMOUS.search(name) is not None


def names_somebody(name: str) -> bool:
    """Tell whether a phrase holds a proper name and is no bare plural such as "Iraqi officials"."""
    return re.search(r"[A-Z]", name) is not None and _PLURAL_OFFICE.match(name) is None
