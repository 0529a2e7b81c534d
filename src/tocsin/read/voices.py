"""Tell who can speak in a report: the noun phrase beside a cue of saying, its bare name and its kind."""

from __future__ import annotations

import re

from tocsin.model.document import Speaker
from tocsin.model.kinds.voice import classify_voice, names_somebody, names_source, names_voice
from tocsin.model.span import Span, cut

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
    if not re.search(r"[A-Z]", text) and kind == "anonymous" and not names_source(text):
        return None
    if not text or len(text) < 2 or _BAD.match(text) or len(text.split()) > 14:
        return None
    named = names_somebody(text) and kind != "anonymous"
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
            bool(head)
            and head != "said"
            and (classify_voice(head) != "anonymous" or head.startswith("source"))
            and (names_voice(head) or re.match(r"sources?$", head) is not None)
        )
    if word == "and":
        prior = before.rsplit(" ", 2)[-2].lower().strip(",") if before.count(" ") > 1 else ""
        return names_voice(prior)
    return False
