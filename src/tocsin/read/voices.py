"""Tell who can speak in a report: the noun phrase beside a cue of saying, its bare name and its kind."""

from __future__ import annotations

import re

from tocsin.model.document import Speaker, SpeakerKind
from tocsin.model.span import Span, cut

_KINDS: tuple[tuple[SpeakerKind, str], ...] = (
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
_ARTICLE = re.compile(
    r"^(?:the|a|an|some|several|another|one|two|three|four|five|local|both|other|many|his|her|its|their)\s+",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"^(?:(?:on|late|early|by|last|this)\s+)+(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|month|year|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?(?:\s+\d{1,2})?|\d{1,2}\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*)(?:\s+(?:night|morning|evening|afternoon))?,?\s+(?=\w)",
    re.IGNORECASE,
)
_TITLES = re.compile(
    r"^(?:(?:deputy|acting|former|then|chief|senior|vice|assistant|interim|provincial|regional|local|national|federal|state|military|army|"
    r"police|government|defen[cs]e|interior|foreign|prime|health|justice|information|security|district|city|"
    r"U\.?S\.?|US|UK|UN|Iraqi|Israeli|Russian|Ukrainian|Syrian|Turkish|Iranian|Pakistani|Afghan|Indian|Nigerian|Somali|Yemeni|Lebanese|French|British|German|American|Saudi|Emirati|Malian|Congolese|Sudanese|Philippine|Filipino|Colombian|Mexican|Haitian|Kenyan|Egyptian|Palestinian|Jordanian|Polish|Chinese|Japanese|Thai|Burmese|Somalian|Ethiopian|Libyan|Tunisian|Algerian)\s+)*"
    r"(?:president|prime minister|premier|minister|secretary(?: of (?:state|defen[cs]e|the interior))?|governor|mayor|general|gen\.?|lieutenant(?: colonel| general)?|lt\.?(?: col\.?| gen\.?)?|colonel|col\.?|major(?: general)?|maj\.?(?: gen\.?)?|"
    r"rear adm\.?|vice adm\.?|brigadier(?: general)?|brig\.?(?: gen\.?)?|captain|capt\.?|sergeant|sgt\.?|admiral|adm\.?|chief(?: superintendent| inspector| executive)?|superintendent|commander|"
    r"spokes(?:man|woman|person)|chancellor|king|prince|senator|sen\.?|representative|rep\.?|ambassador|director|dr\.?|mr\.?|mrs\.?|ms\.?|sheikh|imam|pope|judge|prosecutor|commissioner|inspector)"
    r"(?:\s+(?:general))?\s+(?=[A-Z])",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"^(?:he|she|they|it|who|which|the (?:spokes(?:man|woman|person)|statement|source|official|officer|minister|ministry|military|army|group|agency|report|general|governor|mayor))$",
    re.IGNORECASE,
)
_LEFT_EDGE = re.compile(
    r"(?:^|[,;:–—(]\s*|\s[-]\s|[\"“”]\s*,?\s*|\b(?:and|but|as|while|although|though|because|when|after|before|that|which|where|whereas|if|with|by|since|later|also|already|earlier|then|have|has|had|was|were|is|are|in|at|to|from)\s+)",
    re.IGNORECASE,
)
_AUX = re.compile(
    r"(?:\s+(?:has|have|had|often|frequently|regularly|routinely|now|also|later|earlier|then|previously|subsequently|immediately|initially|reportedly|separately|officially|publicly|repeatedly|"
    r"be|been|are|is|was|were|will|would|did|does|do|not|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|himself|herself|itself|who|itself|hasn[’']t|haven[’']t|hadn[’']t|didn[’']t))+$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(r"\b(?:was|were|been|be|being|is|are)\s*$", re.IGNORECASE)
_BAD = re.compile(
    r"^(?:within|after|before|by midnight|midnight|noon|first|last|reason|earlier|later|meanwhile|overnight|assessment|provisional|statement|shocked|concerned|appalled|saddened|attack|blast|explosion|strike|bombing|no (?:group|one|organi[sz]ation)|nobody|people|victims?|wounded|dead|rockets?|missiles?|"
    r"i am|i|him|her|them|tweet|confirmed|united$|death toll|toll|casualt\w+|deaths?|killed|injured|there|this|that|these|those|one|some|two|three|four|five|\d.*|it is|rise|incident)\b",
    re.IGNORECASE,
)


_VERB_INSIDE = re.compile(
    r"\s+(?:called|condemned|described|raised|confirmed|put|named|made|took|gave|held|was|were|is|are|has|have|had|came|went|rejected|warned|denounced|mourned|visited|arrived|fell|hit|struck|killed|left|announced|issued|released|responded|ordered)\s"
)
_NAME_ONLY = re.compile(r"^(?:[A-Z][\w’'.-]+\s+|al[- ]){1,4}[A-Z][\w’'-]+$")
_TITLED = re.compile(
    r"\b(?i:president|minister|secretary|governor|mayor|general|gen\.|lieutenant|lt\.|colonel|col\.|major|maj\.|brigadier|captain|capt\.|"
    r"superintendent|commander|spokes(?:man|woman|person)|ambassador|director|chief|officer|inspector),?\s+"
    r"(?P<name>(?:[A-Z][\w’'-]+\s+){1,3}[A-Z][\w’'-]+)",
)


def find_titled_person(text: str, offset: int) -> Speaker | None:
    """Find the last person named with a title in a text: whom "he said" is most likely to mean."""
    found = None
    for match in _TITLED.finditer(text):
        found = match
    if found is None:
        return None
    span = Span(offset + found.start("name"), offset + found.end("name"), found["name"])
    return Speaker(found["name"], classify_voice(found[0]), named=True, span=span)


def classify_voice(name: str) -> SpeakerKind:
    """Say what kind of speaker a phrase names, by the words in it."""
    if _ANONYMOUS.search(name):
        return "anonymous"
    lowered = name.lower()
    for kind, pattern in _KINDS:
        if re.search(rf"(?<![a-z])(?:{pattern})", lowered):
            return kind
    return "official" if re.search(r"[A-Z]", name) else "anonymous"


def make_speaker(phrase: str, offset: int, *, via: tuple[str, ...] = ()) -> Speaker | None:
    """Make a speaker from a phrase at a code-point offset: without its article and title; None for no voice at all."""
    if not phrase.strip():
        return None
    span = cut(phrase, 0, len(phrase))
    kind = classify_voice(span.text)
    start = span.start
    text = span.text
    for pattern in (_DAY, _ARTICLE, _TITLES):
        match = pattern.match(text)
        if match and match.end() < len(text) and not text[match.end() :].startswith(("of ", "for ")):
            start += match.end()
            text = text[match.end() :]
    text = re.split(r",| who | of the \w+ (?:police|army)$", text)[0].rstrip(" .,'’\"")
    person = re.match(r"((?:[A-Z][\w’'.-]+\s+){1,4}?[A-Z][\w’'-]+)\s+(?:of|from|at|in|for)\s", text)
    if person and kind != "media" and _TITLES.match(span.text):
        text = person[1]
    text = re.sub(r"\s+(?:which|who|that)\s+(?:they|he|she|it)$|\s+(?:to be|himself).*$", "", text)
    if " and" in span.text[-5:] or re.search(r"\s(?:and|but|or)$", text):
        text = re.sub(r"\s+(?:and|but|or)$", "", text)
    text = _VERB_INSIDE.split(text)[0].rstrip(" ,")
    if not re.search(r"[A-Z]", text) and kind == "anonymous" and not _ANONYMOUS.search(text):
        return None
    if not text or len(text) < 2 or _BAD.match(text) or len(text.split()) > 14:
        return None
    named = bool(re.search(r"[A-Z]", text)) and not _PLURAL_OFFICE.match(text) and kind != "anonymous"
    return Speaker(text, kind, named, Span(offset + start, offset + start + len(text), text), via)


def speaker_before(text: str, end: int, base: int, last: Speaker | None) -> Speaker | None:
    """Find the noun phrase that stands as subject right before a cue at ``end``; pronouns give ``last``."""
    left = text[:end].rstrip()
    if _PASSIVE.search(left):
        return None
    stripped = _AUX.sub("", left)
    if stripped.endswith(","):  # an apposition: "Rear Adm. X, a spokesman, said"
        body = stripped[:-1]
        comma = body.rfind(",")
        if comma > 0 and len(body) - comma < 90:
            apposed = body[comma + 1 :].strip()
            if _NAME_ONLY.match(apposed):  # "the police spokesman, Abdi Hassan, told"
                return make_speaker(apposed, base + body.rindex(apposed))
            stripped = body[:comma]
    at_start = re.match(
        r"^\W*(?:in a \w+,?\s+)?(he|she|they|it)$", stripped[-12:].rsplit(". ", 1)[-1].strip(), re.IGNORECASE
    )
    if at_start:
        return last
    edges = [m.end() for m in _LEFT_EDGE.finditer(stripped) if m.end() < len(stripped)]
    for start in reversed(edges):
        phrase = stripped[start:]
        if _inside_name(stripped, start):
            continue
        if _PRONOUN.match(phrase.strip()) and (last is not None or " " not in phrase.strip()):
            return last
        return make_speaker(phrase, base + start) if len(phrase.split()) <= 16 else None
    return None


def _inside_name(text: str, start: int) -> bool:
    """Tell whether the edge word sits inside a phrase: "officials in Ukraine", "ministry of defence and", "police in X"."""
    before = text[:start].rstrip()
    word = before.rsplit(" ", 1)[-1].lower()
    if word in {"in", "at", "from", "with", "to"}:
        head = before.rsplit(" ", 2)[-2].lower() if before.count(" ") else ""
        return (
            (classify_voice(head) != "anonymous" or head.startswith("source"))
            and not head.istitle()
            and bool(head)
            and head not in {"", "said"}
            and (_is_voice(head) or re.match(r"sources?$", head) is not None)
        )
    if word == "and":
        prior = before.rsplit(" ", 2)[-2].lower().strip(",") if before.count(" ") > 1 else ""
        return _is_voice(prior)
    return False


def _is_voice(word: str) -> bool:
    return any(re.search(rf"(?<![a-z])(?:{pattern})", word.lower()) for _, pattern in _KINDS)
