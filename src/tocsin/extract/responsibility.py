"""Find who is said to have done it: claims, accusations, suspicions, denials, pointed silence, plain statements.

Method: cue patterns for each stance fix where actor and speaker stand; the agent of an attack in the outlet's own
voice is the subject of an attacking verb, a "by" phrase, or a demonym or group name right before words such as
"air strike". A country name before "rocket attack" is a place, not an agent; so is "Iraqi" before "military base".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from tocsin.extract.actors import DEMONYM, FORCE, STATE, ActorPhrase, find_actor_phrases
from tocsin.extract.triggers import Trigger
from tocsin.model.anycase import AnyCase
from tocsin.model.kinds.responsibility import Scope, Stance

CountryOf = Callable[[str], str | None]

_EARLIER = AnyCase(
    r"\b(?:(?:previous|earlier|past|prior|other|recent|various|similar|such|numerous|most|many|repeated|a (?:series|string|number|wave) of)\s+(?:\w+\s+){0,3}(?:attacks|strikes|incidents|bombings|raids|assaults|abductions|killings)|"
    r"previously|in the past|attacks on (?:its|their|his|American|US) \w+|had earlier|strikes on its territory|attacks (?:across|in) the (?:region|country))\b",
)
_GENERAL = AnyCase(
    r"\b(?:often|frequently|regularly|routinely|generally|usually|of supplying|of backing|of supporting|of arming|of (?:being behind )?destabili\w+)\b",
)
_CLAIM = AnyCase(
    r"\b(?:claim(?:s|ed|ing)?(?: the)? (?:responsibility|credit)|claim(?:s|ed)? (?:the|this|that|an?|it|to have|they)\b|claims? (?:\w+ )?attack|(?:has|have|had)? ?claimed it\b|took responsibility|takes responsibility|assum(?:es|ed) responsibility|"
    r"(?:sa(?:y|ys|id)|announc(?:e|es|ed)|confirm(?:s|ed)?|declar(?:e|es|ed)|stat(?:es|ed))(?: (?:in|on|through|via) (?!it\b|its\b)[\w' ]{3,40}?)? (?:that )?(?:it|they|(?:one of )?its (?:own )?(?:\w+ )?(?:fighters|forces|men|members|troops|soldiers|bombers?)) (?:had |have |has )?(?:nearly |also |now )?(?:carried out|was behind|were behind|is behind|fired|launched|targeted|attacked|conducted|struck|killed|detonated|sent|destroyed|shelled|captured|bombed|seized|taken|retaken|regained|ambushed|raided|gone after|did it\b)|sa(?:y|ys|id) (?:that )?(?:the|this) \w+ was its (?:work|doing)|(?:has |have |had )?own(?:s|ed)(?: up to)? the (?:attack|bombing|killing|raid)|acknowledg(?:es|ed) responsibility|sa(?:y|ys|id) (?:that )?(?:it|they) (?:is|are|was|were) (?:responsible|behind))",
)
_CLAIMED_BY = AnyCase(
    r"\b(?:claimed by|responsibility (?:for [\w' ]{3,50}? )?(?:was|has been|is|were) claimed by|claim of responsibility (?:by|from))\s+",
)
_ADMIT = AnyCase(
    r"\b(?:admit(?:s|ted)(?: to)?|confess(?:es|ed)(?: to)?|pleaded guilty|acknowledg(?:es|ed) (?:that it|having|carrying|killing|it had))\b",
)
_NO_CLAIM = AnyCase(
    r"\b(?:no(?:t| one| group|body| organi[sz]ation| militant group| party| individual| claim| immediate)?[\w ,-]{0,45}?(?:claim(?:ed|s|ing)? (?:of )?(?:responsibility|the attack|it\b)|claimed responsibility|claim of responsibility|immediate claim)|"
    r"(?:has|have|had) not (?:yet )?claimed|(?:no(?: (?:armed |militant )?(?:group|one|faction|organi[sz]ation))|nobody)(?: has| had| have)?(?: yet| so far)? (?:come forward|(?:so far )?said (?:that )?(?:it|they) (?:was|were|had|did|carried|fired|launched|planted)|(?:stepped|owned) (?:forward|up))[\w ]{0,30}|remain(?:s|ed)? unclaimed|went unclaimed|unclaimed|no (?:immediate )?claims?\b|there (?:was|were|has been|have been) no (?:immediate )?claims?)",
)
_NOT_BLAMED = AnyCase(
    r"\b(?:(?:has|have|had|did|does|do)(?:n['’]t| not| yet to)[\w ]{0,15}? ?(?:blame[ds]?|nam(?:e|ed)|accuse[ds]?|identif(?:y|ied)|assign(?:ed)?|attribut(?:e|ed)|point(?:ed)? (?:the |a )?finger)\b(?! responsib)|stopp?ed short of (?:blaming|naming|accusing)|without (?:naming|blaming|accusing|identifying|saying who)|"
    r"declined to (?:name|blame|say who|identify)|none of [\w ,'’-]{3,60}? (?:has|have) been blamed|(?:did|do|does|would) not say who|no (?:group|one|suspect|country)[\w ]{0,20}? (?:has been|was|were) (?:blamed|named|identified|accused)|(?:has|have|had)? ?pointed (?:the finger )?at no ?(?:one|body|group)|(?:nobody|no one) (?:has|had) been (?:accused|blamed|named)|(?:nor|not say) who (?:it|they) (?:thought|believed) (?:was|were) (?:behind|responsible)|without saying who|blam(?:es|ed|ing) no (?:one|group)|nam(?:es|ed|ing) no (?:one|group)|"
    r"it (?:was|is) (?:not|un)(?: immediately| yet)?\s?(?:clear|known) who|perpetrators? (?:are|is|were|remain) unknown|unclear who)",
)
_NONE_OF = re.compile(r"none of (?:the )?(?P<who>[\w ,'’-]{3,60}?) (?:has|have) been blamed", re.IGNORECASE)
_BLAME = AnyCase(
    r"\b(?:blam(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|(?:pin(?:s|ned)?|put|lay|laid|places?|placed) (?:the )?(?:blame|responsibility) (?:on|with)|point(?:s|ed|ing)? (?:the |a )?finger at|held|holds?|holding|implicat(?:es|ed))\s+",
)
_EACH_OTHER = AnyCase(r"\b(?:blame[ds]?|accuse[ds]?|blaming|accusing)\s+(?:each other|one another)\b")
_BLAMED_ON = AnyCase(
    r"\b(?:blam(?:es|ed|ing) (?:(?!\bfor\b)[\w ,'’-]){3,60}? on|pointed in another direction, to|attribut(?:e|es|ed|ing) (?:the |this |that |it )?(?:\w+ ){0,3}?to|(?:lay|lays|laid) (?:the blame )?at the door of|blamed (?:by (?P<by>[\w' .-]{2,50}?) )?on|attributed (?:by (?P<by2>[\w' .-]{2,50}?) )?to|blame (?:fell|falls) on|(?:is|are|was|were) (?:widely )?blamed on)\s+",
)
_IS_BEHIND = AnyCase(
    r"\b(?:is|are|was|were|had been|has been) (?:directly |likely |probably )?(?:responsible for|behind|responsible(?=[.,]|$))",
)
_WAS_BLAMED = AnyCase(
    r"\b(?:is|are|was|were|has been|have been|been) (?:widely )?(?:blamed|accused|held responsible)\b"
)
_SUSPECT = AnyCase(r"\b(?:suspected|alleged|presumed|believed to be|possible|likely|probable)\s+")
_IS_SUSPECTED = AnyCase(
    r"\b(?:is|are|was|were) (?:suspected|believed|thought|alleged)(?: to (?:have (?:carried|fired|launched|been behind|planted|staged|conducted|committed|attacked|killed|bombed|shot)|be (?:behind|responsible))| of\b|(?= by\b))|\bsuspects? (?:the )?(?=[A-Z])|\bprime suspect",
)
_DENY = AnyCase(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|disown(?:s|ed)|disavow(?:s|ed)|(?:was|were|had) not (?:behind|involved|responsible)|did not (?:shell|fire|attack|carry out|launch)|distanc(?:es|ed|ing) (?:it|them)sel(?:f|ves)|sa(?:y|ys|id) (?:that )?(?:it|they) (?:is|was|are|were) not (?:to blame|involved|responsible|behind)|(?:had|has|have|played|took) no (?:part|role|hand|involvement|connection)\b|(?:had|has|have) (?:absolutely |in fact )?nothing to do with)\b",
)
_DENIED_WHAT = AnyCase(
    r"\b(?:involvement|responsib\w+|role|attack|accusations?|allegations?|claims?|charges?|carrying|being behind|any|it|that|having|link|baseless|hitting|targeting|shelling|killing|firing)\b",
)
_ACQUIT = AnyCase(r"\b(?:acquitt(?:ed|al|s)|cleared of|exonerat\w+|ruled out (?:the )?involvement)\b")
_OFFICIAL = frozenset({"official", "military", "police", "medical"})
_ACTING = AnyCase(
    r"^(?:['’]s?)?(?:\s*\([^)]{2,40}\))?(?:\s+(?:have|has|had|also|reportedly|allegedly|again|later|then|briefly|backed by [\w ,]{3,40},|dressed as [\w ]{3,30}|disguised as [\w ]{3,40}|armed with [\w ,-]{3,40}|on (?:\w+day|motorcycles|motorbikes)|(?:attempt(?:s|ed)?|tr(?:y|ies|ied)) to \w+(?: [\w ]{2,40}? and)?|\w+ly|in (?:the )?[A-Z]\w+(?: [A-Z]\w+)?|belonging to [\w ]{3,50}|, ?))*\s+(?:begin|began|continue[sd]?|start(?:s|ed)?)?\s*(?:to )?"
    r"(?:attack(?:s|ed|ing)?|kill(?:s|ed|ing)?|launch(?:es|ed|ing)?|fir(?:e|es|ed|ing)|bomb(?:s|ed|ing)?|shell(?:s|ed|ing)?|str(?:ike|ikes|uck|iking)|hit(?:s|ting)?|target(?:s|ed|ing)?|raid(?:s|ed|ing)?|storm(?:s|ed|ing)?|ambush(?:es|ed|ing)?|"
    r"open(?:s|ed|ing)? fire|shoot(?:s|ing)?|shot|stab(?:s|bed|bing)?|detonat(?:e|es|ed|ing)|captur(?:e|es|ed|ing)|seiz(?:e|es|ed|ing)|tak(?:e|es|en|ing) (?:full )?control|overr[ua]n|enter(?:s|ed)?|advanc(?:e|es|ed|ing)|clash(?:es|ed|ing)?|carr(?:y|ies|ied|ying) out|conduct(?:s|ed|ing)?|"
    r"burst(?:s)?|hijack(?:s|ed)?|overr[au]ns?|lynch(?:es|ed)|abduct(?:s|ed|ing)?|kidnap(?:s|ped|ping)?|execut(?:e|es|ed|ing)|massacr\w+|murder(?:s|ed)?|burn(?:s|ed|t|ing)?|set (?:fire|ablaze|off)|torch(?:es|ed)|destroy(?:s|ed|ing)?|wound(?:s|ed|ing)?|injur(?:e|es|ed|ing)|pound(?:s|ed|ing)?|use[ds]?|drop(?:s|ped|ping)?|blew|blow(?:s)?|ram(?:s|med|ming)?|"
    r"recaptur\w+|retak(?:e|es|en|ing)|regain(?:s|ed)?|liberat\w+|engag(?:e|es|ed|ing)|exchang(?:e|es|ed)|demolish\w*|raz(?:e|es|ed|ing)|behead\w*|hurl(?:s|ed)?|threw|assault(?:s|ed)?|overwhelm(?:s|ed)?|break(?:s)? through|send(?:s)?|sent|fought|fight(?:s)?|battl(?:e|es|ed|ing)|repel(?:s|led)?|plant(?:s|ed)?|turned|invad(?:e|es|ed)|resist(?:s|ed)?|loot(?:s|ed)?|push(?:es|ed)?|retaliat\w+|respond(?:s|ed)? with|vow(?:s|ed)?|threaten(?:s|ed)?)\b(?!\s+by\b)",
)
_BY = AnyCase(
    r"\b(?:by|carried out by|committed by|perpetrated by|launched by|fired by|conducted by|staged by|work of|from)\s+(?:an?\s+|the\s+|some\s+)?(?P<s>suspected\s+|alleged\s+|unidentified\s+|unknown\s+)?$",
)
_ADJECTIVAL = frozenset({"US", "U.S.", "UK", "the US"})
_NOUN_AFTER = AnyCase(r"^\s+(?:strike|attack|raid|operation|offensive|assault|action|campaign)\b")
_OBJECT_OF = re.compile(
    r"\b(?:against|on|at|targeting|with|kill\w*|of|including|and|wound\w*|injur\w*|between|in|from|for)\s+(?:an?\s+|the\s+|\w+\s+)?$"
)
_VICTIM_AFTER = AnyCase(
    r"\s+(?:(?:members?|militants?|fighters?|leaders?|commanders?|operatives?|officials?|supporters?|figure)\s+)?(?:in [\w ]{2,30} )?(?:is|are|was|were|have been|has been)\s+(?:\w+ly\s+|also\s+)?(?:killed|wounded|injured|targeted|hit|struck|shot|arrested|detained|captured)\b",
)
_ASIDE = re.compile(
    r",\s+(?:an?|the|which|who|whose|one of|part of)\s[^,;.\"“”]{3,110},\s*(?:(?:has|have|had|also|later)\s+)*$"
)
_HOLDS_OFFICE = AnyCase(
    r"\b(?:spokes\w+|leader|commander|officials?|minister|head|chief|secretary|ambassador|general|deputy)\b",
)
_NUMBERS_OF = re.compile(
    r"\b(?:hundreds|thousands|dozens|scores|groups?|number|numbers|members|columns?|waves?|units?) of\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ONLY_LINKED = AnyCase(
    r"\b(?:linked|loyal|allied|close|aligned|affiliated|belonging|pledged allegiance) (?:to|with)\s+(?:the\s+)?$",
)
_OTHER_BY = AnyCase(
    r"\b(?:used|held|controlled|declared|run|backed|organi[sz]ed|occupied|supported|known|owned|operated|led|mediated|brokered|accompanied|guarded|condemned|protected|visited|detained|arrested|rescued|welcomed|intercepted|joined|followed|approved|proposed) by\s+(?:an?\s+|the\s+)?$",
)
_ATTACKISH = AnyCase(
    r"^(?:['’]s?)?(?:\s*\([A-Z][\w-]{1,9}\))?\s+(?:(?:military|air|drone|missile|rocket|artillery|ballistic|cruise|naval|ground|guided|aerial|barrel|glide|precision|mortar|tank|suicide|sniper|retaliatory|overnight|large-scale|massive|deadly|new|fresh|further|renewed|alleged|double|FPV|Shahed|surprise|cross-border|ongoing|intense|heavy|offensive|and|security|counter-terrorism|helicopter|gun|arson|bomb|[A-Z][\w]*-[\w-]*|and|Shahed|Iskander|kamikaze)[ ,-]+)*"
    r"(?:[a-z]+ (?=strikes?\b|air ?strikes?\b|raids?\b|offensives?\b))?(?:air ?strikes?|air raids?|strikes?|attacks?|shelling|bombardments?|bombings?|bombs?|raids?|assaults?|offensives?|fire|gunfire|missiles?|rockets?|drones?|shells?|ambush(?:es)?|operations?|siege|barrages?|invasion|artillery|forces? (?:kill|attack|strike|fire)\w*|tanks? (?:fires?|fired|shells?)|snipers?)\b",
)
_NOT_AGENT_AFTER = AnyCase(
    r"^\s+(?:military |air |army |naval )?(?:base|embassy|consulate|airport|border|capital|city|town|village|province|civilians?|positions?|targets?|vessel|ship|convoy|soldiers (?:are|were)|positions|hideouts?)\b",
)
_CLASH_PAIR = AnyCase(
    r"\b(?:clash(?:es|ed)?|fighting|battles?|shoot-?out|gunfights?|gun battles?|exchange of fire|encounter|firefight|skirmish(?:es)?)\b[\w ,.'’-]{0,75}?\bbetween\s+",
)
_CLASH_WITH = AnyCase(
    r"\b(?:clash(?:es|ed|ing)?|fought|fights?|battl(?:es|ed|ing)|exchang\w+ fire|fighting)\s+(?:\w+\s+){0,2}?(?:with|against)?\s*$",
)

_PARTY = AnyCase(
    r"\b(?:communit(?:y|ies)|tribes?|clans?|herders|farmers|supporters|group|rebels|militants|fighters|movement|forces|militias?|gangs?)\b",
)


@dataclass(frozen=True, slots=True)
class FoundStance:
    """One stance in a sentence: local offsets of its words and of its actor (None where nobody is named)."""

    start: int
    end: int
    stance: Stance
    scope: Scope
    actor: ActorPhrase | None
    speaker: tuple[int, int] | None = None
    actor_speaks: bool = False


def find_stances(text: str, triggers: list[Trigger], country_of: CountryOf | None) -> list[FoundStance]:
    """Find the stances of one sentence, in text order.

    Args:
        text: the sentence.
        triggers: its words of attack.
        country_of: ISO code of a demonym or country, or None.
    """
    phrases = find_actor_phrases(text, country_of)
    found: list[FoundStance] = []
    silent = [*_find_silence(text, phrases)]
    found.extend(silent)
    blocked = [(f.start, f.end) for f in silent]
    found.extend(f for f in _find_claims(text, phrases) if not _inside(f, blocked))
    found.extend(f for f in _find_blame(text, phrases) if not _inside(f, blocked))
    found.extend(f for f in _find_denials(text, phrases) if not _inside(f, blocked))
    taken = {(f.actor.start, f.actor.end) for f in found if f.actor}
    # "the army says its soldiers killed": the claim is the army's, the soldiers are no further actor
    owned = [p for p in phrases if re.search(r"\b(?:its|their)\s+(?:own\s+)?(?:\w+\s+)?$", text[: p.start])]
    taken |= {(p.start, p.end) for p in owned if any(f.actor_speaks and f.start <= p.start < f.end + 1 for f in found)}
    if triggers:
        found.extend(
            f
            for f in _find_agents(text, phrases, triggers, country_of)
            if f.actor and not any(a < f.actor.end and f.actor.start < b for a, b in taken) and not _inside(f, blocked)
        )
        found.extend(_find_fighters(text, phrases, triggers, {(f.actor.start, f.actor.end) for f in found if f.actor}))
    return sorted(found, key=lambda f: f.start)


def _find_fighters(
    text: str, phrases: list[ActorPhrase], triggers: list[Trigger], taken: set[tuple[int, int]]
) -> list[FoundStance]:
    """Find both sides of a clash by their dead: "18 soldiers and 24 separatists are killed in clashes"."""
    if not any(
        t.acled == "Armed clash" and re.search(r"clash|fight|battle|shoot|exchang", t.text, re.IGNORECASE)
        for t in triggers
    ):
        return []
    sides = [
        p
        for p in phrases
        if (p.start, p.end) not in taken
        and p.kind != "person"
        and re.match(
            r"\s+(?:and\s+[\w-]+(?:\s+[\w-]+){1,5}\s+)?(?:are|were|is|was|have been|has been)\s+(?:also\s+)?killed\b",
            text[p.end :],
        )
    ]
    if len(sides) < 2:  # one unnamed side's dead do not say who fought
        sides = [p for p in sides if re.search(r"[A-Z]", p.text[1:] if p.kind == "unknown" else p.text)]
    return [FoundStance(p.start, _clause_end(text, p.end), "stated_as_fact", find_scope(text), p) for p in sides]


def find_scope(text: str) -> Scope:
    """Say whether an accusation is about this attack, about earlier ones, or made in general."""
    if _EARLIER.search(text):
        return "earlier_attacks"
    return "in_general" if _GENERAL.search(text) else "this_attack"


def _inside(found: FoundStance, blocked: list[tuple[int, int]]) -> bool:
    return any(a <= found.start < b or found.start <= a < found.end for a, b in blocked)


def _find_silence(text: str, phrases: list[ActorPhrase]) -> list[FoundStance]:
    found: list[FoundStance] = []
    for match in _NO_CLAIM.finditer(text):
        start = match.start()
        actor = None
        if re.match(r"(?:has|have|had) not", match[0], re.IGNORECASE):
            actor = next((p for p in reversed(phrases) if p.end <= start and not text[p.end : start].strip()), None)
            start = actor.start if actor else start
        end = _clause_end(text, match.end())
        found.append(FoundStance(start, end, "unclaimed", find_scope(text[max(0, start - 60) : end]), actor))
    for match in _NOT_BLAMED.finditer(text):
        if any(f.start <= match.start() < f.end for f in found):
            continue
        of = _NONE_OF.match(text, match.start(), match.end())
        actor = None
        if of:
            actor = ActorPhrase(
                of.start("who"),
                of.end("who"),
                of["who"],
                "political militia" if "militia" in of["who"] else "unknown",
            )
        end = _clause_end(text, match.end())
        comma = text.find(",", match.end())
        end = min(end, comma) if comma > 0 else end
        found.append(
            FoundStance(
                _subject_start(text, match.start()), end, "not_blamed", find_scope(text[match.start() : end]), actor
            )
        )
    return found


_SELF: tuple[tuple[AnyCase, Stance], ...] = ((_CLAIM, "claims"), (_ADMIT, "admits"))


def _find_claims(text: str, phrases: list[ActorPhrase]) -> list[FoundStance]:
    found: list[FoundStance] = []
    for match in _CLAIMED_BY.finditer(text):
        actor = _phrase_at(text, match.end(), phrases)
        if actor:
            found.append(FoundStance(match.start(), actor.end, "claims", find_scope(text), actor, actor_speaks=True))
    for pattern, stance in _SELF:
        for match in pattern.finditer(text):
            if any(f.start < match.end() and match.start() < f.end for f in found) or re.match(
                r"\s+by\b", text[match.end() :]
            ):
                continue
            if re.match(
                r"claim(?:s|ed)? (?:the|this|that|an?) (?:li(?:fe|ves)|victory)", text[match.start() :], re.IGNORECASE
            ):
                continue
            actor = _subject(text, match.start(), phrases)
            actor = actor or _worded_subject(text, match.start())
            if actor:
                found.append(
                    FoundStance(
                        actor.start,
                        _clause_end(text, match.end()),
                        stance,
                        find_scope(text[match.start() :]),
                        actor,
                        actor_speaks=True,
                    )
                )
    return found


_WORDED = re.compile(
    r"(?:^|[.;,]\s+|\b(?:and|but|while)\s+)(?:[Tt]he\s+)?(?P<who>[A-Z][\w’'-]*(?:[ -](?:[A-Z][\w’'-]*|of|the|al|for|and(?= [A-Z]))){0,7})(?:\s*\([^)]*\))?(?:,[^,]{3,70},)?(?:\s+(?:has|have|had|later|also|initially|on \w+day))*\s*$"
)


_OFFICE = re.compile(
    r"\b[Tt]he\s+(?P<who>(?:[\w-]+\s+){0,2}(?:ministry|group|movement|militia|faction|organi[sz]ation|brigade)(?: in [A-Z]\w+)?)(?:\s+(?:has|have|had|later|also|itself|on \w+day))*\s*$"
)


def _worded_subject(text: str, end: int) -> ActorPhrase | None:
    """Take a claimant that no table knows as worded: a proper name that is the subject at ``end``."""
    office = _OFFICE.search(text[:end])
    if office:
        return ActorPhrase(office.start("who"), office.end("who"), office["who"], "unknown")
    match = _WORDED.search(text[:end])
    if not match or re.match(
        r"(?:No|Nobody|None|He|She|They|It|Police|Officials?|Authorities|In|On|A|The|Another)\b", match["who"]
    ):
        return None
    return ActorPhrase(match.start("who"), match.end("who"), match["who"], "unknown")


def _find_blame(text: str, phrases: list[ActorPhrase]) -> list[FoundStance]:
    found: list[FoundStance] = []
    for match in _BLAMED_ON.finditer(text):
        found.extend(
            FoundStance(match.start(), actor.end, "accused", find_scope(text), actor)
            for actor in _phrases_from(text, match.end(), phrases)
        )
    for match in _EACH_OTHER.finditer(text):
        pair = [p for p in phrases if p.end <= match.start()][-2:]
        found.extend(FoundStance(p.start, match.end(), "accused", find_scope(text), p) for p in pair if len(pair) == 2)
    for match in _BLAME.finditer(text):
        held = (
            re.match(r"hold|held", match[0], re.IGNORECASE)
            and "responsible" not in text[match.end() : match.end() + 80]
        )
        if held or re.search(r"\b(?:been|is|are|was|were)\s*$", text[: match.start()]):
            continue
        for actor in _phrases_from(text, match.end(), phrases):
            start, end = _subject_start(text, match.start()), _clause_end(text, actor.end)
            scope = find_scope(text[max(0, match.start() - 14) : end])
            found.append(FoundStance(start, end, "accused", scope, actor))
    for pattern in (_IS_BEHIND, _WAS_BLAMED):
        for match in pattern.finditer(text):
            behind = _subject(text, match.start(), phrases)
            if behind and not any(f.actor is behind for f in found):
                end = _clause_end(text, match.end())
                found.append(FoundStance(behind.start, end, "accused", find_scope(text[match.start() :]), behind))
    return found + _find_suspects(text, phrases, found)


def _find_suspects(text: str, phrases: list[ActorPhrase], blamed: list[FoundStance]) -> list[FoundStance]:
    found: list[FoundStance] = []
    for match in _SUSPECT.finditer(text):
        actor = _phrase_at(text, match.end(), phrases)
        if actor and _VICTIM_AFTER.match(text[actor.end :]):
            continue  # "an alleged member of X is killed": suspected of belonging, not of the attack
        if actor and not any(f.actor is actor for f in [*blamed, *found]):
            found.append(FoundStance(match.start(), _clause_end(text, actor.end), "suspected", find_scope(text), actor))
    for match in _IS_SUSPECTED.finditer(text):
        after = re.match(r"suspects?", match[0], re.IGNORECASE)
        actor = _phrase_at(text, match.end(), phrases) if after else _subject(text, match.start(), phrases)
        if actor and not any(f.actor is actor for f in [*blamed, *found]):
            start, end = min(actor.start, match.start()), _clause_end(text, match.end())
            found.append(FoundStance(start, end, "suspected", find_scope(text), actor))
    return found


def _find_denials(text: str, phrases: list[ActorPhrase]) -> list[FoundStance]:
    found: list[FoundStance] = []
    for match in _DENY.finditer(text):
        after = text[match.end() : match.end() + 60]
        if not match[0].lower().startswith(
            ("was", "were", "had", "has", "have", "did", "said", "say", "distanc", "played", "took")
        ) and not _DENIED_WHAT.search(after):
            continue
        of_another = re.match(r"\s+that\s+(?=(?:the\s+)?[A-Z])", text[match.end() :])
        if of_another and match[0].lower().startswith(("den", "reject")):
            other = _phrase_at(text, match.end() + of_another.end(), phrases)
            if other:  # "the Kremlin denied that the Russian military had struck"
                found.append(
                    FoundStance(match.start(), _clause_end(text, other.end), "denies", find_scope(text), other)
                )
                continue
        actor = _subject(text, match.start(), phrases) or _worded_subject(text, match.start())
        if actor:
            found.append(
                FoundStance(
                    actor.start,
                    _clause_end(text, match.end()),
                    "denies",
                    find_scope(text[match.start() :]),
                    actor,
                    actor_speaks=True,
                )
            )
    for match in _ACQUIT.finditer(text):
        behind = match[0].lower().startswith("ruled")
        actor = _phrase_at(text, match.end() + 3, phrases) if behind else _subject(text, match.start(), phrases)
        if actor:
            found.append(FoundStance(actor.start, _clause_end(text, match.end()), "acquitted", find_scope(text), actor))
    return found


def _find_agents(
    text: str, phrases: list[ActorPhrase], triggers: list[Trigger], country_of: CountryOf | None
) -> list[FoundStance]:
    """Find the agents that the text states as fact, or only suspects."""
    found: list[FoundStance] = []
    for match in _CLASH_PAIR.finditer(text):
        found.extend(
            FoundStance(match.start(), actor.end, "stated_as_fact", find_scope(text), actor)
            for actor in _phrases_from(text, match.end(), phrases)[:2]
            if any(actor.start == p.start for p in phrases) or _PARTY.search(actor.text)
        )
    for phrase in phrases:
        if any(f.actor is phrase for f in found):
            continue
        role = _agent_stance(text, phrase, triggers)
        if role:
            end = _clause_end(text, phrase.end)
            found.append(FoundStance(phrase.start, end, role, find_scope(text), phrase))
    for phrase in phrases:
        by = [f.actor for f in found if f.actor and f.actor.end < phrase.start and _BY.search(text[: f.actor.start])]
        joined = by and re.fullmatch(r"\s*(?:,|and|,\s*and)\s+(?:the\s+|allied\s+)?", text[by[-1].end : phrase.start])
        if joined and not any(f.actor is phrase for f in found):
            found.append(FoundStance(by[-1].start, phrase.end, "stated_as_fact", find_scope(text), phrase))
    for match in DEMONYM.finditer(text):
        if any(a.start < match.end() and match.start() < a.end for a in phrases) or not _ATTACKISH.match(
            text[match.end() :]
        ):
            continue
        if (
            country_of is not None
            and country_of(match[0].removesuffix("-led")) is None
            and match[0] not in {"Houthi", "Hezbollah"}
        ):
            continue
        kind = "rebel group" if match[0] in {"Houthi", "Hezbollah"} else "state forces"
        country = country_of(match[0].removesuffix("-led")) if country_of and kind == "state forces" else None
        actor = ActorPhrase(match.start(), match.end(), match[0], kind, country)
        verb = _ATTACKISH.match(text[match.end() :])
        end = match.end() + (verb.end() if verb else 0)
        stance: Stance = (
            "suspected" if re.search(r"\b(?:suspected|alleged)\s+$", text[: match.start()]) else "stated_as_fact"
        )
        found.append(FoundStance(match.start(), end, stance, find_scope(text), actor))
    return found


def _agent_stance(text: str, phrase: ActorPhrase, triggers: list[Trigger]) -> Stance | None:
    after, before = text[phrase.end :], text[: phrase.start]
    suspected = re.search(r"\b(?:suspected|alleged|presumed)\s+(?:an?\s+)?$", before) or phrase.text.lower().startswith(
        "suspected"
    )
    before = _NUMBERS_OF.sub("", before)
    if _OBJECT_OF.search(before) and not _BY.search(before):
        subject_of_clause = (
            _ACTING.match(after)
            and re.search(r"\b(?:with|and)\s+(?:the\s+)?$", before) is None
            and re.search(r"\b(?:when|as|after|in which)\b", before[-25:])
        )
        if not subject_of_clause and (not _ATTACKISH.match(after) or FORCE.fullmatch(phrase.text)):
            return None
    if _NOT_AGENT_AFTER.match(after):
        return None
    passive = re.match(
        r"\s+(?:is|are|was|were|have been|has been|had been|being)\s+(?:\w+ly\s+|also\s+)?(?:killed|wounded|injured|attacked|ambushed|targeted|hit|struck|arrested|detained|shot|captured|bombed)\b",
        after,
    )
    if passive:
        return None
    acting = _ACTING.match(after)
    if acting and _NOUN_AFTER.match(after) and (phrase.text.islower() or re.search(r"\b(?:an?|the)\s+$", before)):
        acting = None
    joined = re.match(
        r"\s*(?:\([^)]*\)\s*)?(?:,|and|,\s*and)\s+(?:the\s+)?(?:[A-Z][\w.’']*\s+){1,5}(?:(?:forces|troops|soldiers|fighters|rebels|militants|army|military|militias?)\s+)?",
        after,
    )
    if not acting and joined and _ACTING.match(" " + after[joined.end() :]):
        acting = joined
    if acting and _reaches_trigger(text, phrase, triggers):
        return "suspected" if suspected or re.match(r"\s+(?:allegedly)\b", after) else "stated_as_fact"
    if _ONLY_LINKED.search(before) or re.search(r"\b(?:whether|if)\b[^,;]{0,70}$", before):
        return None
    by = _BY.search(before)
    if by and (_OTHER_BY.search(before) or (FORCE.fullmatch(phrase.text) and before.rstrip().endswith("shot dead by"))):
        return None
    if by and not (
        by[0].lower().startswith("from")
        and phrase.kind == "state forces"
        and " from " in f" {before[by.start() : by.end()]} "
        and not re.search(r"fired|launched|attack", before[-40:])
    ):
        return "suspected" if suspected else "stated_as_fact"
    if phrase.kind == "unknown" and re.fullmatch(
        r"(?:\w+\s+)?(?:terrorist|suspect|bomber|suicide bomber|sniper|mob)", phrase.text, re.IGNORECASE
    ):
        return None
    owning = re.match(r"['’]s\s", after) and STATE.fullmatch(phrase.text)
    if (phrase.text in _ADJECTIVAL or owning) and _ATTACKISH.match(after):
        return "suspected" if suspected else "stated_as_fact"
    if phrase.kind not in {"state forces", "person"} and _ATTACKISH.match(after):
        return "suspected" if suspected else "stated_as_fact"
    proper = len(phrase.text.split()) > 1 or not (FORCE.fullmatch(phrase.text) or STATE.fullmatch(phrase.text))
    if phrase.kind == "state forces" and proper and _ATTACKISH.match(after):
        return "suspected" if suspected else "stated_as_fact"
    if _CLASH_WITH.search(before):
        return "stated_as_fact"
    return None


def _reaches_trigger(text: str, phrase: ActorPhrase, triggers: list[Trigger]) -> bool:
    return any(abs(t.start - phrase.end) < 140 for t in triggers) or bool(
        re.search(r"\bkill", text[phrase.end : phrase.end + 40])
    )


def _subject(text: str, end: int, phrases: list[ActorPhrase]) -> ActorPhrase | None:
    """Find the actor that is the subject of a verb at ``end``: the nearest before it with only asides between."""
    aside = _ASIDE.search(text[:end])
    if aside and not _HOLDS_OFFICE.search(aside[0]):  # "the Front, a faction of X, claimed": X did not claim
        head = aside.start()
        own = next((p for p in phrases if p.end == head), None) or _worded_subject(text, head)
        if own:
            return own
    for phrase in reversed([p for p in phrases if p.end <= end]):
        gap = text[phrase.end : end]
        bare = re.sub(r",[^,]{2,90},|\([^)]*\)", " ", gap)
        if re.fullmatch(
            r"(?:['’]s? (?:\w+ )?(?:group|movement|branch|affiliate|spokes\w+))?(?:\s|,|\b(?:has|have|had|also|later|subsequently|immediately|quickly|then|itself|which|who|that|group|rebels?|militants?|movement|militia|branch|affiliate|fighters|government|army|military|forces|officials?|on \w+day|both|previously|since|repeatedly|and the group|spokes\w+|would|could|of|the|its|\w+ly)\b)*",
            bare,
            re.IGNORECASE,
        ):
            return phrase
    both = re.search(r"\b(?:both )?(?P<a>[A-Z]\w+) and (?:the |its )?(?P<b>\w+)\s+$", text[:end])
    return next((p for p in phrases if both and p.start == both.start("a")), None)


def _phrase_at(text: str, start: int, phrases: list[ActorPhrase]) -> ActorPhrase | None:
    for phrase in phrases:
        if phrase.start >= start and re.fullmatch(
            r"\s*(?:(?:the|an?|members of|fighters from|its|some|involvement of|involvement by|pro-\w+|local|rival|armed|Islamist|Palestinian|radical|jihadist|extremist)\s+)*[\"“']?",
            text[start : phrase.start],
        ):
            return phrase
    return None


def _phrases_from(text: str, start: int, phrases: list[ActorPhrase]) -> list[ActorPhrase]:
    """Find one actor at ``start`` or several joined by "and" or "or"; a phrase outside the table is kept as worded."""
    first = _phrase_at(text, start, phrases)
    if first is None:
        worded = re.match(
            r"\s*(?:the\s+)?(?P<who>[A-Z][\w'’.-]*(?:\s+(?:[A-Z][\w'’.-]*|of|the|al|and(?= [A-Z])))*(?:\s+(?:group|rebels|militants|fighters|movement|forces|militia|gang))?)",
            text[start:],
        )
        if not worded:
            return []
        return [ActorPhrase(start + worded.start("who"), start + worded.end("who"), worded["who"], "unknown")]
    got = [first]
    backed = re.match(
        r",?\s+(?:(?:that are |which are )?(?:backed|supported|financed) by|linked to|aligned with)\s+[A-Z]\w+",
        text[first.end :],
    )
    if backed:
        got = [
            ActorPhrase(
                first.start, first.end + backed.end(), text[first.start : first.end + backed.end()], first.kind, None
            )
        ]
    for phrase in phrases:
        if phrase.start > got[-1].end and re.fullmatch(
            r"\s*(?:,|and|or|,\s*and)\s+(?:the\s+)?", text[got[-1].end : phrase.start]
        ):
            got.append(phrase)
    return got


def _clause_end(text: str, start: int) -> int:
    match = re.search(
        r"[;.!?](?=\s|$|[\"”])|,\s+(?:but|which|while|and|after|as|in what|whom|saying|killing|leaving)\b", text[start:]
    )
    return start + (match.start() if match else len(text[start:].rstrip(" .")))


def _subject_start(text: str, end: int) -> int:
    edges = [
        m.end()
        for m in re.finditer(r"(?:^|[,;:]\s*|\b(?:but|and|though|although|while|that)\s+)", text[:end], re.IGNORECASE)
    ]
    return edges[-1] if edges else 0


def is_official(kind: str | None) -> bool | None:
    """Say whether a speaker of this kind holds office; None without a speaker."""
    return None if kind is None else kind in _OFFICIAL
