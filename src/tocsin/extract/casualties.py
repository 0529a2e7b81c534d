"""Tie counted people to what became of them: killed, wounded, missing, abducted, arrested.

Method: in each sentence find counts (``counts.py``) and words of outcome; decide for each outcome word whether it
takes its people from the left ("five people were killed", "12 dead") or from the right ("killing five"); then spread
along coordinations ("five soldiers and two civilians") and "including …" breakdowns.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from tocsin.extract.counts import Count, find_counts, phrase_end
from tocsin.extract.people import find_age_sex, find_group, is_person_noun, names_perpetrators
from tocsin.model.anycase import AnyCase, AnyCaseRows
from tocsin.model.kinds.casualties import Outcome, Toll
from tocsin.model.kinds.figure import Figure

_WORDS: tuple[tuple[Outcome, str, str], ...] = (
    # outcome, side the people stand on (left, right, either) or a manner that has one (_find_outcomes), pattern
    ("killed", "right", r"shooting dead|lynch(?:es|ing)|fatally (?:shoot|stab)(?:s|ing)?|(?:shooting |stabbing |gun )?deaths? of(?= (?:an?|the|his|her|their|[A-Z]|\d+-year))|(?:murder|killing|slaying|assassination|execution|beheading) of(?= (?:an?|his|her|their|[A-Z]|\d+-year))|(?:fatal|deadly) (?:shooting|stabbing)s? of|kill(?:s|ing)?|slay(?:s|ing)?|murder(?:s|ing)|massacr(?:es|ing)|execut(?:es|ing)|behead(?:s|ing)|assassinat(?:es|ing)|claim(?:s|ed|ing) the li(?:ves|fe) of|takes? the li(?:ves|fe) of|t(?:ook|aking) the li(?:ves|fe) of"),
    ("killed", "either", r"fatally (?:shot|stabbed|wounded|injured|struck|beaten|attacked)|shot to death|found (?:shot |stabbed )?(?:dead|to death)|pronounced dead|declared dead|shot,? (?:and )?killed|killed|slain|murdered|massacred|executed|beheaded|assassinated|shot dead|shot and killed|gunned down|stabbed to death|burn(?:ed|t) alive|hacked to death|beaten to death|martyred|lynched"),
    ("killed", "part", r"among(?:st)? (?:the (?:\w+ )?dead|those killed|the victims|those who died|the fatalities) (?:is|are|was|were)|(?:the (?:dead|fatalities)|those killed) includ(?:es?|ed)"),
    ("wounded", "part", r"among(?:st)? (?:the wounded|the injured|those wounded|those injured|those hurt) (?:is|are|was|were)|(?:the (?:wounded|injured)|those (?:wounded|injured|hurt)) includ(?:es?|ed)"),
    ("killed", "left", r"among(?:st)? (?:the dead|those killed|the victims|those who died|the fatalities)|dead|died|dies|die|dying|perished|lost (?:their|his|her) li(?:ves|fe)|succumb(?:s|ed)|were fatal|lose their lives"),
    ("killed", "toll", r"death toll|toll of dead|number of (?:\w+ ){0,3}?(?:dead|deaths|fatalities|killed)|(?:the )?toll(?! booth| road)"),
    ("killed", "noun", r"deaths?|fatalit(?:y|ies)|bodies|corpses|dead bodies"),
    ("wounded", "right", r"treat(?:ing|s|ed)(?= (?:at least |about |more than )?(?:\d+|\w+) (?:people|wounded|injured|patients|victims|casualties))|wound(?:s|ing)|injur(?:es|ing|e)|hurt(?:s|ing)|maim(?:s|ing)"),
    ("wounded", "either", r"wounded|injured|hurt|maimed|shot and wounded|burned"),
    ("wounded", "left", r"among(?:st)? (?:the wounded|the injured|those wounded|those injured|those hurt)|sustained (?:\w+ )?(?:injur(?:y|ies)|wounds|burns)|suffer(?:ed|ing)? (?:from )?(?:\w+ ){0,2}(?:injur(?:y|ies)|wounds|burns|shrapnel)|(?:in|in a) (?:critical|serious)(?:ly)? (?:condition|state)|hospitali[sz]ed|(?:remain(?:s|ed)?|is|are|was|were) in hospital|(?:were|was) (?:taken|rushed) to hospitals?|treated for"),
    ("wounded", "shot", r"shot(?! (?:dead|and killed|to death|down|up|at|off|on|of|in the arm(?:s|y) race))|stabbed(?! to death)"),
    ("wounded", "noun", r"injuries|wounded people"),
    ("wounded", "toll", r"number of (?:\w+ ){0,4}?(?:injured|wounded|hurt)|number of injuries"),
    ("missing", "left", r"missing|unaccounted for|disappeared"),
    ("abducted", "right", r"captur(?:es|ing)(?= (?:at least |more than |about )?(?:\d+|\w+) (?:\w+ )?(?:soldiers|troops|fighters|officers|policemen|servicemen))|abduct(?:s|ing)|kidnap(?:s|ping)?|seiz(?:es|ing) (?=\w+ hostages?)|tak(?:es|ing) (?=\w+ (?:people )?hostage)"),
    ("abducted", "either", r"abducted|kidnapped|taken hostage|took hostage|held hostage|taken captive|captured alive"),
    ("abducted", "takes", r"(?:t(?:ook|akes|aking)|seiz(?:es|ed|ing))(?= [^.;,]{1,50}? (?:captive|hostage|with them|from (?:the |a |an |their |his |her )?(?:\w+ ){0,2}(?:schools?|dormitor\w+|homes?|houses?|farms?|church|mosque|camp|village|vehicles?|bus|beds?)|(?:in)?to (?:the |a )?(?:forest|bush|mountains|jungle))\b)|(?<!olice )(?<!fficers )t(?:ook|akes|aking) away|snatch(?:es|ing)"),
    ("abducted", "snatched", r"snatched"),
    ("abducted", "taken", r"taken(?! (?:to\b(?! (?:the |a )?(?:forest|bush|mountains|jungle))|in(?:to)? (?:custody|care|hospital|account)|in for|ill|part|place|off|out|over|up|down|on|under|by (?:ambulance|helicopter|surprise|car|air|boat|police|relatives|paramedics|rescuers)|aback|home|away by (?:the )?(?:\w+ )?(?:police|officers|paramedics|ambulances?)|refuge|shelter|from (?:the |a )?(?:rubble|debris|ruins|scene|wreck\w*|building|river|sea|water)))"),
    ("arrested", "right", r"arrest(?:s|ing)|detain(?:s|ing)?"),
    ("arrested", "either", r"arrested|detained|taken into custody|apprehended|rounded up|in custody"),
)  # fmt: skip
_TOLLS_FIRST = sorted(_WORDS, key=lambda row: row[1] != "toll")
_OUT = AnyCaseRows(pattern for _, _, pattern in _TOLLS_FIRST)
_FILLER = AnyCase(
    r"^(?:\s|,|\b(?:are|is|was|were|be|been|being|have|has|had|also|reportedly|allegedly|confirmed|believed|feared|reported|said|to|known|who|that|"
    r"later|subsequently|apparently|instantly|all|both|others?|more|people|now|at least|so far|already|left|lay|found|presumed|shot|and|"
    r"seriously|critically|severely|badly|lightly|slightly|moderately|fatally|dead|wounded|injured|killed|hurt|or|either|as|in critical condition|of them|"
    r"died|would|may|might|could|will|remain(?:ed|s)?|then|then shot|briefly|pronounced|declared|initially|still|listed as|went|go|gone|reported to have|when|today|yesterday|overnight)\b|[()\"“”])*$",
)
_RIGHT_GAP = AnyCase(
    r"^(?:\s|,|\b(?:the|his|her|its|their|at least|and|or|as well as|a total of|up|wounded|wounding|injured|injuring|also|what was|another|more than|reportedly|all|both|"
    r"about|between|some|from|of|or wounding|or injuring|and wounding|and injuring|or wounded|or injured)\b|[\"“])*$",
)
_CHAIN = AnyCase(
    r"^(?:\s+(?:from|in|of)\s+(?:the\s+)?[A-Z][\w ]{2,25}(?=,| and))?(?:\s*,)?\s*(?P<link>and(?: also)?(?: at least)?|as well as|including|among (?:them|whom|those)(?: (?:were|was|are))?|along with|plus|besides|together with|or|alongside|of whom|of which|&|,)?\s*(?:the|his|her|their|its|all|both|at least|also|two of its|other)?\s*$",
)
_OF_THEM = AnyCase(r"^(?:\w+\s+){1,3}of (?:them|whom)\b")
_PART = AnyCase(
    r"\b(?:including|among (?:them|whom|those|the dead|the wounded|the victims)|of whom|of which|of them|most of them|(?:them|these) being)\b",
)
_BE = AnyCase(
    r"\b(?:is|are|was|were|be|been|being|get|got|left|leave[s]?|leaving|have been|feared|believed|reported|confirmed|found)\b(?:\s+\w+ly|\s+(?:also|all|both|reported|reportedly|confirmed|shot|either|allegedly|now|dead|killed|or|and|injured|wounded))*\s*$",
)
_NEGATED = AnyCase(
    r"\b(?:(?:no|not)(?! (?:fewer|less|more) than)|never|without|nobody|none|no one|n't|n’t|escaped|denied)\b[^,.;]{0,25}$",
)
_AS_NOUN = AnyCase(r"\b(?:of the) (?:injured|wounded)$")
_OLDER = AnyCase(
    r"\b(?:up from|rose from|risen from|rising from|increased from|climbed from|down from|earlier (?:toll|count|figure|report)|initial(?:ly)?|at first|"
    r"previous(?:ly)? (?:toll|count|figure|reported|said|put)|revised (?:up|down)wards? (?:an|from)|first (?:put|reported|accounts?|counted)|had (?:(?:earlier|previously|initially|first|originally) )?(?:put|set|given|placed) (?:the|it|its|that)|had (?:earlier|previously|originally) (?:said|reported|announced|estimated|confirmed|counted))\b(?:(?!\bbut\b|\bwhile\b|\bnow\b)[^.;]){0,60}$",
)
_NEW_TOLL = AnyCase(
    r"\b(?:to|at|as|reach(?:es|ed)?|hits?|is|was|stands? at|now|of|than|by|pass(?:es|ed))\s+(?:at least\s+)?$",
)
_RISEN = AnyCase(r"\bfrom\s+\S+(?:\s+\S+){0,3}\s+to\s+(?:at least\s+)?$")
_WAR_TOTAL = AnyCase(
    r"\b(?:war|conflict|insurgency|rebellion|genocide|campaign|violence|unrest)\b[^.;]{0,50}\b(?:has|have|had) (?:killed|claimed|left|cost|displaced|died)|\bdied in the (?:\w+ )?(?:war|conflict)\b|\bsince the (?:war|conflict|insurgency|genocide|invasion)\b|"
    r"\b(?:killed|died|dead|deaths|people)\b[^.;]{0,40}\bsince (?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?(?:19|20)\d\d\b|\bsince the (?:start|beginning) of the (?:war|conflict|year)",
)
_DENIED_DEATHS = AnyCase(
    r"\b(?:den(?:y|ies|ied|ying)|dismiss\w*|reject\w*) (?:reports?|claims?|rumou?rs)\b[^.;]{0,60}$"
)
_NAME = re.compile(
    r"\s*(?:(?:senior|prominent|former|French|Hamas|deputy|top)\s+)*(?:[a-z]+\s+){0,4}(?P<name>(?:[A-Z][\w’'-]+|al-[A-Z][\w-]+)(?:\s+(?:[A-Z][\w’'-]+|al-[A-Z][\w-]+|bin|ibn|de|van|der|el)){1,4})"
)


_SPEAKS = re.compile(r"^,?\s+(?:said|says|say|told|added|confirmed|reported|stated|on condition of)\b")
_SPEAKS_TOO = re.compile(
    r"^ (?:and|or) (?:[\w’'.-]+ ){0,6}?[\w’'-]+,? (?:said|says|say|told|added|confirmed|reported|stated)\b"
)
_CARRIED = re.compile(
    r"\b(?:bod(?:y|ies)|corpses?|dead|wounded|injured|casualties|survivors?|victims?|patients?|suspects?)\b"
)
_CLAUSE = re.compile(
    r"[;:]\s|,\s(?:and|but|while|which|who|where|when|in which|after|bringing|taking|raising|pushing)\b|\b(?:while|but|after|whereas)\b"
)
_PERIOD = AnyCase(
    r"\b(?:(?<!earlier )this (?:year|month|decade)|so far this \w+|since (?:(?:the )?(?:start|beginning) of |early |late |mid-?)?(?:the year|last year|"
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) ?)?(?:(?:19|20)\d\d)|"
    r"January|February|March|April|May|June|July|August|September|October|November|December)|"
    r"(?:in|over|during|for) the (?:past|last|previous) (?:(?:few|several|two|three|four|five|six|seven|eight|nine|ten|\d+|couple of) )?(?:years?|months?|decades?)|"
    r"in recent (?:years|months)|(?:every|each) (?:year|month)|over the (?:years|decades))\b",
)
_SUMS_UP = AnyCase(
    r"\b(?:ha(?:s|ve|d)|having) (?:(?!not\b|never\b)\w+ ){0,2}?(?:been )?(?:\w+ly )?(?:killed|claimed|left|cost|died|perished|wounded|injured|abducted|kidnapped|taken|seized|arrested|detained|lost|massacred|murdered|slain)\b|"
    r"\b(?:number of|toll|total|tally)\b|\bso far this\b|\b(?:every|each) (?:year|month)\b",
)
_THING = AnyCase(
    r"\b(?:homes?|houses?|buildings?|vehicles?|cars?|trucks?|drones?|missiles?|rockets?|tanks?|ships?|boats?|vessels?|aircraft|planes?|helicopters?|schools?|"
    r"hospitals?|villages?|towns?|animals?|cattle|livestock|cows?|sheep|targets?|sites?|positions?|attacks?|strikes?|airstrikes?|incidents?|explosions?|"
    r"handguns?|guns?|rifles?|pistols?|shots?|bullets?|rounds?|shootings?|murders?|homicides?|investigations?|detectives|times?|hours?|days?|areas?|shops?|apartments?|windows|blasts?|shells?|bombs?|wells?|camels?|dogs?|bridges?|weapons?|executions)\b",
)


@dataclass(frozen=True, slots=True)
class FoundToll:
    """A toll with half-open offsets into the text it was found in; ``whole`` is the place of its total in the list.

    ``weak`` marks people said to be shot or stabbed, which tells of a wound only while nobody says that they died.
    ``part`` marks people said to be among the dead or wounded: never the whole toll, though the total stands elsewhere.
    ``period`` is the clause whose figure sums up months or years: the harm of one attack only where it opens that clause.
    """

    start: int
    end: int
    toll: Toll
    whole: int | None = None
    weak: bool = False
    part: bool = False
    period: tuple[int, int] | None = None


@dataclass(slots=True)
class _Outcome:
    start: int
    end: int
    outcome: Outcome
    side: str
    weak: bool = False
    part: bool = False
    taking: bool = False


def find_casualties(text: str, country_of: Callable[[str], str | None] | None = None) -> list[FoundToll]:
    """Find the tolls of one sentence, in text order.

    Args:
        text: one sentence.
        country_of: gives the ISO code a demonym or country name stands for; without it nationality stays empty.
    """
    outs = _find_outcomes(text)
    if not outs:
        return []
    counts = find_counts(text)
    taken: dict[int, Outcome] = {}
    order: list[tuple[int, Outcome, int | None]] = []
    extra: list[tuple[Count, Outcome]] = []
    weak: set[int] = set()
    part: set[int] = set()
    for out in outs:
        got = _objects(text, out, outs, counts, taken)
        if out.taking:
            got = [row for row in got if _can_be_taken(counts[row[0]].who(text))]
        if out.weak:
            weak.update(id(counts[place]) for place, _ in got)
        if out.part:
            part.update(id(counts[place]) for place, _ in got)
        for place, whole in got:
            taken[place] = out.outcome
            order.append((place, out.outcome, whole))
        if not got and not out.weak and not out.taking and out.side in {"right", "either", "left"}:
            named = _named_victim(text, out)
            if named and not any(c.start < named.end and named.start < c.end for c, _ in extra):
                extra.append((named, out.outcome))
    found = [(counts[p], o, counts[w] if w is not None else None) for p, o, w in order]
    found += [(c, o, None) for c, o in extra]
    total = _WAR_TOTAL.search(text) is not None
    found = [
        row
        for row in found
        if not _speaks(text, row[0])
        and not _DENIED_DEATHS.search(text[: row[0].start])
        and not (total and (row[0].figure.low or 0) >= 100)
    ]
    return [
        replace(row, part=id(count) in part, period=_find_period(text, count))
        for row, count in _build(text, found, country_of, weak)
    ]


def _speaks(text: str, count: Count) -> bool:
    """Tell whether the people are those who say it: "…, residents and a local official said"."""
    if _SPEAKS.match(text[count.end :]):
        return True
    return text[: count.start].rstrip().endswith(",") and _SPEAKS_TOO.match(text[count.end :]) is not None


def is_no_toll(text: str, start: int) -> bool:
    """Tell whether a sentence denies deaths before an offset, or sums up a war, a year or a decade around it."""
    if _DENIED_DEATHS.search(text[:start]) or _WAR_TOTAL.search(text):
        return True
    opened = max((m.end() for m in _CLAUSE.finditer(text, 0, start)), default=0)
    closed = _CLAUSE.search(text, start)
    clause = text[opened : closed.start() if closed else len(text)]
    return _PERIOD.search(clause) is not None and _SUMS_UP.search(clause) is not None


def _can_be_taken(who: str) -> bool:
    """Tell whether a noun phrase names people who can be led away: not things, bodies, the wounded, or the takers."""
    return is_person_noun(who) and not _CARRIED.search(who) and find_group(who) != "militant"


def _find_period(text: str, count: Count) -> tuple[int, int] | None:
    """Find the clause in which a figure sums up months or years: "bandits have killed hundreds this year"."""
    opened = max((m.end() for m in _CLAUSE.finditer(text, 0, count.start)), default=0)
    closed = _CLAUSE.search(text, count.end)
    end = closed.start() if closed else len(text)
    clause = text[opened:end]
    return (opened, end) if _PERIOD.search(clause) and _SUMS_UP.search(clause) else None


def _find_outcomes(text: str) -> list[_Outcome]:
    found: list[_Outcome] = []
    for row, match in _OUT.finditer(text):
        outcome, side, _ = _TOLLS_FIRST[row]
        if _NEGATED.search(text[max(0, match.start() - 40) : match.start()]) and side != "toll":
            continue
        if side in {"either", "left"} and _AS_NOUN.search(text[: match.end()]):
            continue
        weak, part = side == "shot", side == "part"
        taking = side in {"takes", "snatched", "taken"}
        side = {"part": "right", "takes": "right", "snatched": "either", "taken": "left"}.get(side, side)
        if side in {"either", "shot"}:
            side = "left" if _BE.search(text[: match.start()]) else "either"
        found.append(_Outcome(match.start(), match.end(), outcome, side, weak, part, taking))
    return found


def _objects(
    text: str, out: _Outcome, outs: list[_Outcome], counts: list[Count], taken: dict[int, Outcome]
) -> list[tuple[int, int | None]]:
    """Find which counts an outcome word takes: ``(place in counts, place of its total or None)``."""
    if out.side == "toll":
        return _toll_objects(text, out, counts, taken)
    if out.side == "noun":
        return _noun_objects(text, out, counts, taken)
    right = _chain_right(text, out, outs, counts, taken) if out.side in {"right", "either"} else []
    if right:
        return right
    return _chain_left(text, out, outs, counts, taken) if out.side in {"left", "either"} else []


def _chain_right(
    text: str, out: _Outcome, outs: list[_Outcome], counts: list[Count], taken: dict[int, Outcome]
) -> list[tuple[int, int | None]]:
    first = next((i for i, c in enumerate(counts) if c.start >= out.end), None)
    if first is None or first in taken or not _RIGHT_GAP.match(text[out.end : counts[first].start]):
        return []
    if out.side == "either" and _is_share(text, counts[first]):
        return []
    if counts[first].source != "figure" and not _personal(text, counts[first]) and out.outcome in {"killed", "wounded"}:
        return []
    if not _personal(text, counts[first], bare_ok=True):
        return []
    if (
        out.side == "either"
        and _passive_after(text, counts[first], outs)
        and re.search(r"\band\b|,", text[out.end : counts[first].start])
    ):
        return []
    got: list[tuple[int, int | None]] = [(first, None)]
    current, total = first, first
    for nxt in range(first + 1, len(counts)):
        gap = text[counts[current].end : counts[nxt].start]
        link = _CHAIN.match(gap)
        if not link or not gap.strip() or nxt in taken:
            break
        if _claimed_by_other(text, counts, nxt, outs):
            break
        part = (
            _PART.search(gap) is not None or _OF_THEM.search(text[counts[nxt].start : counts[nxt].end + 9]) is not None
        )
        if not _personal(text, counts[nxt], bare_ok=not part or counts[nxt].source == "figure"):
            break
        inside_part = got[-1][1] is not None and (link["link"] or "").strip().lower() in {"and", ",", ""}
        got.append((nxt, total if part or inside_part else None))
        if not part and not inside_part:
            total = nxt
        current = nxt
    return got


def _chain_left(
    text: str, out: _Outcome, outs: list[_Outcome], counts: list[Count], taken: dict[int, Outcome]
) -> list[tuple[int, int | None]]:
    before = [i for i, c in enumerate(counts) if c.end <= out.start + 1 and i not in taken]
    if not before:
        return []
    last = before[-1]
    aside = None
    if (
        len(before) > 1
        and _is_share(text, counts[last])
        and re.fullmatch(r",?\s*", text[counts[before[-2]].end : counts[last].start])
    ):
        aside, last = last, before[-2]
        before = before[:-1]
    gap = text[counts[aside if aside is not None else last].end : out.start]
    if not _FILLER.match(_without_asides(gap)) or _crosses(outs, counts[last].end, out):
        return []
    if not _personal(text, counts[last], bare_ok=True) or _is_share(text, counts[last]):
        return []
    chain = [last]
    for prev in reversed(before[:-1]):
        gap = text[counts[prev].end : counts[chain[-1]].start]
        if not _CHAIN.match(gap) or not gap.strip() or not _personal(text, counts[prev], bare_ok=True):
            break
        if _object_of_other(text, counts[prev], outs, out):
            break
        chain.append(prev)
    chain.reverse()
    got: list[tuple[int, int | None]] = []
    total = chain[0]
    for n, place in enumerate(chain):
        part = n > 0 and _PART.search(text[counts[chain[n - 1]].end : counts[place].start]) is not None
        inside = n > 0 and got[-1][1] is not None and "," not in text[counts[chain[n - 1]].end : counts[place].start]
        got.append((place, total if part or inside else None))
        if not part and not inside:
            total = place
    if aside is not None:
        got.append((aside, total))
        return got
    return got + _parts_after(text, out, outs, counts, taken, got)


def _parts_after(
    text: str,
    out: _Outcome,
    outs: list[_Outcome],
    counts: list[Count],
    taken: dict[int, Outcome],
    got: list[tuple[int, int | None]],
) -> list[tuple[int, int | None]]:
    """Find breakdowns behind a passive: "40 people are killed, including children and two nurses"."""
    extra: list[tuple[int, int | None]] = []
    position = out.end
    chosen = {place for place, _ in got}
    for i, count in enumerate(counts):
        if count.start < out.end or i in taken:
            continue
        gap = text[position : count.start]
        opened = (
            _PART.search(gap) is not None
            and len(gap) < 70
            and not re.search(r"\b(?:in|on|at) [a-z]*\s?(?:attack|strike|blast)", gap)
        )
        of_them = re.match(r"\s*of (?:them|whom)\b", text[count.end :]) or re.match(
            r"of (?:them|whom)\b", count.who(text)
        )
        named_part = of_them is not None or " of them" in text[count.start : count.end]
        if named_part and len(gap) < 60 and i not in chosen:
            extra.append((i, got[-1][0] if got[-1][1] is None else got[-1][1]))
            position = count.end
            continue
        if not (opened or (extra and _CHAIN.match(gap) and gap.strip())) or _claimed_by_other(text, counts, i, outs):
            break
        extra.append((i, got[-1][0] if got[-1][1] is None else got[-1][1]))
        position = count.end
    return extra


_WOUNDED_AFTER = AnyCase(r"^\s*(?:people\s+)?(?:wounded|injured|hurt)")


def _toll_objects(
    text: str, out: _Outcome, counts: list[Count], taken: dict[int, Outcome]
) -> list[tuple[int, int | None]]:
    later = [
        i
        for i, c in enumerate(counts)
        if c.start >= out.end and c.start - out.end < 140 and i not in taken and c.source == "figure"
    ]
    if out.outcome == "killed":
        later = [i for i in later if not _WOUNDED_AFTER.match(text[counts[i].end :])]
    good = [
        n
        for n in later
        if _NEW_TOLL.search(text[: counts[n].start])
        and (_RISEN.search(text[: counts[n].start]) or not _OLDER.search(text[: counts[n].start]))
    ]
    if not good:
        good = [i for i in later if re.match(r"^\s*(?::|of|at|as)?\s*$", text[out.end : counts[i].start])]
    return [(good[-1], None)] if good else []


def _noun_objects(
    text: str, out: _Outcome, counts: list[Count], taken: dict[int, Outcome]
) -> list[tuple[int, int | None]]:
    for i, c in enumerate(counts):
        if i in taken or c.source == "bare":
            continue
        if c.start < out.start < c.end or (c.end <= out.start and not text[c.end : out.start].strip()):
            if text[out.start : out.end].lower() in {"bodies", "corpses"} and not re.search(
                r"\b(?:found|recovered|discovered|retrieved|received|pulled|buried|interred|laid to rest|seen|lying|abandoned|returned|counted|recorded)\b",
                text,
            ):
                return []
            return [(i, None)]
        if c.start >= out.end and re.match(r"^\s+of\s+(?:at least\s+)?$", text[out.end : c.start] + " "):
            return [(i, None)]
    return []


def _is_share(text: str, count: Count) -> bool:
    """Tell whether a count is a share of people counted before: "two of them"."""
    return re.search(r"\bof (?:them|whom)\b", text[count.start : count.end + 9]) is not None


def _personal(text: str, count: Count, *, bare_ok: bool = False) -> bool:
    """Tell whether a count is of people; with ``bare_ok`` also one without a noun ("killed at least 12")."""
    who = count.who(text)
    if not who or re.fullmatch(r"(?:others?|more|in total|of them|so far)(?:\s+\w+)?", who, re.IGNORECASE):
        return bare_ok
    if is_person_noun(who) or count.source in {"one", "definite"}:
        return True
    return bare_ok and count.source in {"figure", "alone"} and not _THING.search(who)


def _claimed_by_other(text: str, counts: list[Count], place: int, outs: list[_Outcome]) -> bool:
    """Tell whether a later outcome word takes this count as its subject: "… and three others were injured"."""
    end = counts[place].end
    nxt = next((o for o in outs if o.start >= end - 1), None)
    if nxt is None or nxt.side in {"right", "toll", "noun"}:
        return False
    if not _FILLER.match(_without_asides(text[end : nxt.start])):
        return False
    follower = next((c for c in counts if c.start >= nxt.end), None)
    active = nxt.side == "either" and follower is not None and _RIGHT_GAP.match(text[nxt.end : follower.start])
    return not active


def _passive_after(text: str, count: Count, outs: list[_Outcome]) -> bool:
    nxt = next((o for o in outs if o.start >= count.end - 1), None)
    return nxt is not None and nxt.side in {"left", "either"} and _FILLER.match(text[count.end : nxt.start]) is not None


def _object_of_other(text: str, count: Count, outs: list[_Outcome], out: _Outcome) -> bool:
    """Tell whether an active outcome word right before the count takes it: "killed 5 people and 3 were hurt"."""
    for other in outs:
        before = other is not out and other.end <= count.start and other.side in {"right", "either"}
        if before and _RIGHT_GAP.match(text[other.end : count.start]):
            return True
    return False


def _crosses(outs: list[_Outcome], start: int, out: _Outcome) -> bool:
    """Tell whether another outcome with its own people stands between; "dead or wounded" pairs do not count."""
    return any(start <= o.start < out.start and o.outcome == out.outcome and o.side == "toll" for o in outs)


def _without_asides(gap: str) -> str:
    gap = re.sub(
        r",\s*(?:including|among them|mostly|mainly|most of them|many of them|some of them|all of them|one of them)[^,;]*(?:,|$)",
        " ",
        gap,
    )
    gap = re.sub(r"^,\s*[A-Z][\w’' -]+(?:,\s*[A-Z][\w’' -]+)?,", " ", gap)
    return re.sub(r"\([^)]*\)", " ", gap)


def _named_victim(text: str, out: _Outcome) -> Count | None:
    """Find one person named or titled as the victim: "killing the governor", "X was stabbed", "he died"."""
    if out.outcome not in {"killed", "wounded", "abducted"}:
        return None
    if out.side in {"right", "either"}:
        match = _NAME.match(text, out.end)
        gap = text[out.end : match.start("name")] if match else ""
        if match and not _BETWEEN.search(gap):
            end, _ = phrase_end(text, match.start("name"))
            start = out.end + (len(text[out.end :]) - len(text[out.end :].lstrip()))
            return Count(start, max(match.end(), min(end, match.end())), out.end, Figure(1, 1), "named")
    left = _VICTIM_LEFT.search(text[: out.start])
    if left and out.side in {"left", "either"}:
        name = left["name"]
        stop = name.split()[0] in _NOT_NAMES or is_person_noun(name.split()[-1])
        passive = _BE.search(text[: out.start]) or text[out.start : out.end].lower().startswith("d")
        if not stop and (passive or name.lower() in {"he", "she"}):
            return Count(left.start("name"), left.end("name"), left.start("name"), Figure(1, 1), "named")
    return None


_BETWEEN = re.compile(
    r"\b(?:in|at|on|by|with|when|after|near|for|during|to|as|and|of|from|across|more|than|least|some)\b"
)
_VICTIM_LEFT = re.compile(
    r"(?P<name>\b[Hh]e|\b[Ss]he|(?:[A-Z][\w’'-]+\s+){0,4}[A-Z][\w’'-]+)\s*(?:,[^,]{1,80},)?\s*"
    r"(?:(?:is|was|has been|had been|been|has|had|also|later|then|subsequently|fatally|shot and|reportedly|found|\w+ly)\s+)*$"
)
_NOT_NAMES = frozenset(
    "The A An In On At It They We This That There These Those Police Officials Authorities Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
    "January February March April May June July August September October November December Two Three Four Five Six Seven Eight Nine Ten Others "
    "Another Some Many Several All Both More Nobody None No One People Palestinians Israelis Israel Russia Ukraine Hamas Hezbollah Which Who".split()
)


def _build(
    text: str,
    found: list[tuple[Count, Outcome, Count | None]],
    country_of: Callable[[str], str | None] | None,
    weak: set[int],
) -> list[tuple[FoundToll, Count]]:
    ordered = sorted(found, key=lambda item: item[0].start)
    places = {id(count): n for n, (count, _, _) in enumerate(ordered)}
    result: list[tuple[FoundToll, Count]] = []
    previous: Toll | None = None
    for count, outcome, whole in ordered:
        toll = _make_toll(text, count, outcome, previous if whole is None else None, country_of)
        place = places.get(id(whole)) if whole is not None else None
        result.append((FoundToll(count.start, count.end, toll, place, id(count) in weak), count))
        if whole is None:
            previous = toll
    return result


def _make_toll(
    text: str,
    count: Count,
    outcome: Outcome,
    previous: Toll | None,
    country_of: Callable[[str], str | None] | None,
) -> Toll:
    who = count.who(text).strip(" ,.")
    group = find_group(who)
    nationality = find_nationality(who, country_of)
    if previous and re.fullmatch(r"(?:others?|more|another|\d*|)(?:\s+others?)?", who, re.IGNORECASE):
        group = previous.group
        nationality = nationality or previous.nationality
    figure = count.figure
    if _joint(text, count):
        figure = Figure(None, None, "vague")
    return Toll(
        outcome=outcome,
        figure=figure,
        who=who,
        group=group,
        nationality=nationality,
        age_sex=find_age_sex(who),
        includes_perpetrators=True if names_perpetrators(who) else None,
        superseded=_OLDER.search(text[: count.start]) is not None and not _RISEN.search(text[: count.start]),
    )


def _joint(text: str, count: Count) -> bool:
    """Tell whether one figure covers dead and wounded together: "20 killed or wounded", "kills or injures 20"."""
    around = text[max(0, count.start - 40) : count.end + 40]
    pair = r"(?:killed|dead|killing|kills)\s+(?:or|and/or)\s+(?:wounded|injured|wounding|injuring|injures)"
    return (
        re.search(pair, around, re.IGNORECASE) is not None
        or re.search(r"\bcasualties\b", text[count.start : count.end + 12]) is not None
    )


def find_nationality(who: str, country_of: Callable[[str], str | None] | None) -> tuple[str, ...]:
    """Find the countries named by demonyms in a phrase, as ISO codes in order of naming."""
    if country_of is None:
        return ()
    found: list[str] = []
    for word in re.findall(r"South Sudanese|South Korean|North Korean|Saudi|[A-Z][\w.]*[\w.]", who):
        code = country_of(word.rstrip("s") if word.endswith(("ians", "is")) else word) or country_of(word)
        if code and code not in found:
            found.append(code)
    return tuple(found)
