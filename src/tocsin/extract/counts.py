"""Find counted people and things in a sentence: a figure, the noun phrase it counts, and where both stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tocsin.extract.people import ends_in_person_noun, is_person_noun
from tocsin.model.anycase import AnyCase
from tocsin.model.kinds.figure import Figure, find_figures

_UNIT = AnyCase(
    r"^[\s-]*(?:km|kilomet(?:er|re)s?|miles?|m\b|met(?:er|re)s?|mm\b|cm\b|ft\b|feet|hectares?|square|tons?|tonnes?|kg|kilograms?|kilos?|pounds?|litres?|"
    r"%|percent|per cent|[ap]\.?m\.?(?![a-z])|hours?|minutes?|seconds?|days?|weeks?|months?|years?|decades?|o['’]clock|GMT|UTC|"
    r"dollars?|euros?|million|billion|degrees?|times\b|storeys?|stories|story|st\b|nd\b|rd\b|th\b|[-‑](?:year|storey|story|hour|day|month|week|km|mile)|"
    r"countries|villages|towns|cities|districts|provinces|homes|houses|buildings|vehicles|cars|bus(?:es)?|trucks|schools|hospitals|"
    r"strikes|airstrikes|attacks|incidents|shots|rounds of|January|February|March|April|May\b|June|July|August|September|October|November|December|Jan\b|Feb\b|Oct\b|Nov\b|Dec\b)(?![a-z])",
)
_BEFORE = AnyCase(
    r"(?:[$€£#:]|\bNo\.?|\bage[ds]?|\bunder|\bover the|\bsince|\bby|\bHighway|\bRoute|\bUnit|\bBrigade|\bTower|\bFlight|\bResolution|\bArticle|[-–/:.]|\bF|\bT|\bM|\bJanuary|\bFebruary|"
    r"\bMarch|\bApril|\bMay|\bJune|\bJuly|\bAugust|\bSeptember|\bOctober|\bNovember|\bDecember|\bJan\.?|\bFeb\.?|\bAug\.?|\bSept?\.?|\bOct\.?|\bNov\.?|\bDec\.?)\s?$",
)
_BEFORE_REACH = 20
"""Characters before a figure that hold the longest of these words."""
_TOKEN = re.compile(r"[\w’'.&/]+(?:[-‑–][\w’'.]+)*|[^\w\s]")
_OPENING = re.compile(
    r"\s*(?:(?P<more>more\s+|other\s+|others\b))?(?:of\s+(?:the|its|their|his|her|them|those|these)\b\s*)?"
)
_TIME_WORD = re.compile(r"\d+|(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|overnight")
_STOP = frozenset(
    "in at on by with when after before while during and or but as who whom which that where from to into near for following since "
    "is are was were be been being have has had will would could may might can do does did not also reportedly allegedly "
    "killed injured wounded dead died die dies hurt kill kills killing injuring wounding injure injures wound wounds missing abducted kidnapped "
    "arrested detained captured martyred slain shot burned burnt trapped feared confirmed believed dying suffered suffering sustained sustain lost lose "
    "including among leaving left across against amid despite per via through about around because if than then there their said says "
    "targeting carrying hitting heading aiming fired launched hit hits struck landed fell exploded used intercepted seized recovered found "
    "remain remained were, displaced fled were taken held buried stabbed beheaded executed massacred gunned blown struck hit rises rose rise "
    "raided attacked stormed ambushed invaded torched entered shelled bombed surrounded stopped opened".split()
) - {"displaced"}
_DETERMINED = AnyCase(r"\b(?P<det>an?|one|another|a second|a third|a single|its|his|her|their|the)\s+(?=[\w’'-])")
_BARE_LEFT = AnyCase(
    r"(?:^|[,;(\"“]\s*|\b(?:kill(?:s|ed|ing)?|wound(?:s|ed|ing)?|injur(?:e|es|ed|ing)|including|and|or|among them|of|where|which|more|"
    r"abduct(?:s|ed|ing)?|kidnap(?:s|ped|ping)?|when|after|that|while|other|many of them|mostly|mainly|arrest(?:s|ed|ing)?|by|deaths? of|killing of|murder of|massacre of)\s+)$",
)
_BARE = AnyCase(
    r"\b(?:(?:innocent|unarmed|young|displaced|several|Iraqi|Syrian|Israeli|Palestinian|Ukrainian|Russian|American|Afghan|Somali|local|foreign|government|army|security|police|"
    r"Congolese|Sudanese|South Sudanese|Nigerian|Malian|Kurdish|Druze|Alawite|Christian|Shia|Shiite|Sunni|US|U\.S\.)\s+){0,2}"
    r"(?:civilians|people|children|women|soldiers|officers|policemen|militants|fighters|villagers|residents|worshippers|troops|"
    r"protesters|passengers|workers|students|hostages|prisoners|members|men|migrants|peacekeepers|insurgents|rebels|gunmen|teenagers|boys|girls|minors|bodyguards|hostages|Palestinians|Israelis|"
    r"personnel|servicemen|journalists|farmers|families|mourners|dead|others|service members|medics|tourists)\b",
)


_ONE_THING = AnyCase(
    r"\b(?P<det>an?|another)\s+(?=(?:[\w-]+\s+){0,3}(?:rocket|missile|mortar|shell|drone|UAV|projectile|bomb|grenade|mine)\b(?!\s+(?:attack|strike|explosion|blast|barrage|fire|launcher)))",
)
_HEADLINE = re.compile(
    r"^\W*(?:\w+:\s+)?(?P<who>(?:(?:[A-Z][\w-]+|\d+-year-old|former|local|off-duty|missing|homeless|pregnant|elderly|young)\s+){0,3}(?:[Mm]an|[Ww]oman|[Tt]een(?:ager)?|[Bb]oy|[Gg]irl|[Oo]fficer|[Ss]oldier|[Dd]river|[Oo]wner|[Ss]tudent|[Mm]other|[Ff]ather|[Dd]eputy|[Cc]lerk|[Cc]hild|[Tt]oddler|[Mm]ayor|[Jj]ournalist|[Vv]ictim))\b(?=,? )"
)
_AGE_OF = AnyCase(
    r"\b(?:aged? (?:\d+(?:, | and | or |, and ))*|both|(?:man|woman|boy|girl|child|person|male|female|baby|teenager) (?:of|aged)) ?$",
)
_AGED = re.compile(r"[A-Za-z’'.\"”)],\s*(?:aged?\s+)?$")
_AGE_AFTER = re.compile(r"^\s*(?:,|\)|[.;]|$|of [A-Z]|who\b|from [A-Z]|and [A-Z]|was\b|is\b|[-–])")
_NOT_PEOPLE = frozenset("death deaths body bodies dead wounded injured toll casualties lives life group member".split())
_ALONE = AnyCase(
    r"\b(?:the (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?= (?:is|was|remain(?:s|ed)|died)\b)|(?:another|a (?:second|third|fourth|fifth)|others)(?=\s*(?:[,.;]|$|\b(?:is|are|was|were|in|at|on|and|severely|seriously|critically|injured|wounded|dead|missing|killed)\b)))",
)


@dataclass(frozen=True, slots=True)
class Count:
    """A counted noun phrase in a sentence: local half-open offsets of the whole and of the noun phrase alone.

    ``figure_end`` is where the number itself ends, 0 for a count without a number.
    """

    start: int
    end: int
    who_start: int
    figure: Figure
    source: str = "figure"
    figure_end: int = 0

    def who(self, text: str) -> str:
        """Give the noun phrase without its count."""
        return text[self.who_start : self.end].strip()


def find_counts(text: str, *, things: bool = False) -> list[Count]:
    """Find every count of a sentence in text order: figures, "a soldier", and bare plurals where a victim can stand.

    With ``things`` only figures and "a rocket": what counts munitions.
    """
    counts = _find_counts(text)
    return list(counts.things if things else counts.people)


class _Counts:
    """The counts of a sentence, each kind found when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def figures(self) -> tuple[Count, ...]:
        """Give those with a number, in text order."""
        return tuple(_count_figures(self._text))

    @cached_property
    def things(self) -> tuple[Count, ...]:
        """Give what counts munitions, in text order."""
        return tuple(sorted(_count_things(self._text, self.figures), key=lambda c: c.start))

    @cached_property
    def people(self) -> tuple[Count, ...]:
        """Give what can count victims, in text order."""
        return tuple(sorted(_count_people(self._text, self.figures), key=lambda c: c.start))


@lru_cache(maxsize=2048)
def _find_counts(text: str) -> _Counts:
    """Do the work once for a sentence: several steps of one reading ask for it."""
    return _Counts(text)


def _count_figures(text: str) -> list[Count]:
    found: list[Count] = []
    for item in find_figures(text):
        if not text[item.start].isalpha() and _BEFORE.search(text[max(0, item.start - _BEFORE_REACH) : item.start]):
            continue
        if _UNIT.match(text[item.end :]) or _is_year(text, item.start, item.end):
            continue
        if text[item.end : item.end + 1] in {":", "%"} and text[item.end + 1 : item.end + 2].isdigit():
            continue
        if _AGE_OF.search(text[: item.start]) and item.figure.low and item.figure.low < 110:
            continue
        if _AGED.search(text[: item.start]) and _AGE_AFTER.match(text[item.end :]):
            continue
        end, who_start = phrase_end(text, item.end)
        found.append(Count(item.start, end, who_start, item.figure, figure_end=item.end))
    return found


def _count_things(text: str, figures: tuple[Count, ...]) -> list[Count]:
    found = list(figures)
    for match in _ONE_THING.finditer(text):
        if not _taken(found, match.start()):
            end, who_start = phrase_end(text, match.end("det"))
            found.append(Count(match.start(), end, who_start, Figure(1, 1, "exact"), "one"))
    return found


def _count_people(text: str, figures: tuple[Count, ...]) -> list[Count]:
    found = list(figures)
    for match in _DETERMINED.finditer(text):
        definite = match["det"].lower() in {"the", "its", "his", "her", "their"}
        if _taken(found, match.start()):
            continue
        end, _ = phrase_end(text, match.end())
        phrase = text[match.end() : end]
        if phrase and ends_in_person_noun(phrase) and len(phrase.split()) <= 9:
            head = phrase.split(" of ")[0].split()[-1].lower()
            plural = (head.endswith("s") and not head.endswith("ss")) or head in {"people", "children", "women", "men"}
            if head in _NOT_PEOPLE:
                continue
            if plural and (definite or match["det"].lower() in {"a", "an"}):
                continue
            found.append(
                Count(match.start(), end, match.end(), Figure(1, 1, "exact"), "definite" if definite else "one")
            )
    for match in _BARE.finditer(text):
        if not _taken(found, match.start()) and _BARE_LEFT.search(text[: match.start()]):
            end, _ = phrase_end(text, match.start())
            found.append(Count(match.start(), max(end, match.end()), match.start(), Figure(2, None, "vague"), "bare"))
    first = _HEADLINE.match(text)
    if first and not _taken(found, first.start("who")):
        found.append(Count(first.start("who"), first.end("who"), first.start("who"), Figure(1, 1, "exact"), "one"))
    for match in _ALONE.finditer(text):
        if not _taken(found, match.start()):
            plural = match[0].lower() == "others"
            figure = Figure(2, None, "vague") if plural else Figure(1, 1, "exact")
            found.append(Count(match.start(), match.end(), match.start(), figure, "alone"))
    return found


def phrase_end(text: str, start: int) -> tuple[int, int]:
    """Find where the noun phrase after ``start`` ends; also where its words begin, past "of the", "more", "other"."""
    end = start
    words = 0
    who_start = start
    opening = _OPENING.match(text, start)
    if opening:
        spaces = len(text[start:]) - len(text[start:].lstrip())
        end = opening.end() if opening[0].strip() else start
        who_start = opening.end() if opening[0].strip() and not opening["more"] else start + spaces
    previous = ""
    for token in _TOKEN.finditer(text, end):
        word = token[0]
        low = word.lower().rstrip(".") if "." not in word[:-1] else word.lower()
        gap = text[end : token.start()]
        if "\n" in gap or (low in _STOP and not (low == "and" and _joins(text, token.end(), previous))):
            break
        if not word[0].isalnum():
            if word in {'"', "“", "”", "’", "'"} and words == 0:
                end = token.end()
                continue
            break
        if low == "of":
            if words == 0 or not _of_belongs(previous):
                break
        elif words and _TIME_WORD.fullmatch(low):
            break
        words += 1
        previous = low
        end = token.end()
        if words > 12 or (word.endswith(".") and "." not in word[:-1]):
            break
    while end > start and text[end - 1] in " .,":
        end -= 1
    return max(end, start), max(who_start, start)


def _joins(text: str, after: int, previous: str) -> bool:
    """Tell whether "and" joins two adjectives of one noun: "US and Iraqi military personnel", not two counts."""
    nxt = re.match(r"\s+([A-Z][\w.]*)\s+([a-z]\w+)", text[after:])
    return nxt is not None and not is_person_noun(previous) and is_person_noun(nxt[0])


def _of_belongs(previous: str) -> bool:
    """Tell whether "of" goes on with the people: "members of the security forces"."""
    return previous in {
        "member", "members", "employees", "officers", "fighters", "soldiers", "families", "civilians", "dozens", "hundreds", "leaders", "staff",
        "residents", "supporters", "commander", "commanders", "followers", "militants", "head", "chief", "mayor", "governor", "bodies", "group", "sons",
    }  # fmt: skip


def _is_year(text: str, start: int, end: int) -> bool:
    if not re.fullmatch(r"(?:19|20)\d\d", text[start:end]):
        return False
    after = re.match(r"\s+(\w+)", text[end:])
    return after is None or not is_person_noun(after[1])


def _taken(found: list[Count], place: int) -> bool:
    return any(c.start <= place < c.end for c in found)
