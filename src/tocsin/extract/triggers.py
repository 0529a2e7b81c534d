"""Words that tell of an attack, with the ACLED sub-event type they point to.

The table is ordered: where several match the same words, the first wins. Sources: the annotation guidelines' rules
for types (docs/glossary.md) and reading of reports; every row is tested in ``tests/extract/test_triggers.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tocsin.model.anycase import AnyCase, AnyCaseRows

_SHELL = "Shelling/artillery/missile attack"
_AIR = "Air/drone strike"
_IED = "Remote explosive/landmine/IED"
_SUICIDE = "Suicide bomb"
_CLASH = "Armed clash"
_ATTACK = "Attack"
_FOIL = "Disrupted weapons use"
_TAKE = "Non-state actor overtakes territory"

_PROJECTILE = r"(?:rockets?|missiles?|mortars?|projectiles?|shells?|artillery|MLRS|katyushas?|grad)"
_ATTACKS = r"(?:attacks?|strikes?|assaults?|barrages?|salvos?|bombardments?|raids?|volleys?|fire)\b"

_ROWS: tuple[tuple[str, str, float], ...] = (
    # type, pattern, weight: how surely the words tell of an attack
    (_FOIL, r"(?:intercept(?:s|ed|ing)?(?: and destroy(?:s|ed)?)?|sho(?:t|ots?|oting) down|down(?:s|ed|ing)|destroy(?:s|ed)? in the air)\b(?=[^.;]{0,60}\b(?:drones?|missiles?|rockets?|UAVs?|projectiles?|aircraft)\b)|interception of|(?:was|were|been|is|are) (?:all )?(?:likely )?(?:intercepted|shot down)", 1.0),
    (_FOIL, r"(?:bombs?|explosives?|devices?|IEDs?) (?:\w+ ){0,2}?(?:is|are|was|were) (?:safely )?defused|(?:defus(?:e[sd]?|ing)|foil(?:s|ed|ing)?|thwart(?:s|ed|ing)?)\b(?=[^.;]{0,50}\b(?:bomb|attack|plot|explosive|device|assault)\b)|seiz(?:es|ed|ing) (?:\w+ ){0,3}(?:weapons|explosives|arms|ammunition)", 0.9),
    (_SUICIDE, r"suicide[\s-](?:\w+[\s-]){0,2}?(?:bomb(?:ing|ings|ers?|s)?|attack(?:s|ers?)?|blasts?|explosions?|vests?|mission)|bl(?:ew|ows?|own|owing) (?:himself|herself|themselves) up|detonat(?:ed|es|ing) (?:his|her|their|a suicide|an explosive|explosive) (?:\w+ )?(?:vests?|belts?|explosives)|suicide (?:car|truck|vehicle|motorcycle)\b(?: bomb\w*)?", 1.0),
    (_AIR, r"(?:drone|UAV|unmanned \w+|loitering munition)s?(?:\s+and\s+(?:\w+\s+){0,2}missile)?[\s-](?:\w+[\s-]){0,1}?(?:attacks?|strikes?|assaults?|raids?|barrages?)|(?:missile|rocket|artillery) and (?:drone|air) (?:attacks?|strikes?|barrages?)|(?:hit|struck|attack(?:ed|ing)|targeted|killed) (?:[\w ]{0,20}?)?(?:by|with) (?:an? |the |\w+ ){0,2}drones?\b|drones? (?:was|were) (?:sent|launched|fired)|drones? (?:\w+ ){0,2}(?:hits?|struck|strikes?|attack(?:s|ed)?|target(?:s|ed)?|crash(?:es|ed)|slam(?:s|med)|explod(?:es|ed)|kill(?:s|ed)|wound(?:s|ed))", 1.0),
    (_AIR, r"air[\s-]?(?:strikes?|raids?|attacks?|assaults?|bombardments?)|aerial (?:\w+ )?(?:bomb\w+|attacks?|strikes?|raids?|assaults?)|bombing raids?|(?:[Aa]ir [Ff]orce|army|jets|forces|Israel|Russia) bombs?\b(?= [A-Z]|ed)|(?:war)?planes? (?:\w+ ){0,2}(?:bomb|hit|struck|target|attack)\w*|(?:fighter )?jets? (?:\w+ ){0,3}(?:bomb|hit|struck|target|attack)\w*|helicopters? (?:\w+ ){0,2}(?:fire|bomb|hit|struck|attack)\w*|barrel[\s-]bomb\w*|guided (?:aerial )?bombs?|glide bombs?|from the air\b|(?:aircraft|warplanes|jets|bombers) (?:\w+ ){0,2}(?:bomb|hit|struck|target|drop)\w*", 1.0),
    (_AIR, r"(?:launch(?:es|ed|ing)?|fir(?:e|es|ed|ing)|sen(?:ds|t|ding)) (?:[\w,-]+ ){0,4}?drones?\b", 1.0),
    (_SHELL, rf"(?:{_PROJECTILE}|ballistic|cruise)[\s-](?:\w+[\s-]){{0,2}}?{_ATTACKS}|(?:shells?|missiles?|rockets?|mortars?) (?:\w+ ){{0,2}}?(?:kill|wound|injur)\w*|{_PROJECTILE} (?:\w+ ){{0,3}}?(?:hits?|struck|strikes?|land(?:s|ed)|fell|slam(?:s|med)|explod(?:es|ed)|target(?:s|ed)|crash(?:es|ed)|rain(?:s|ed)|ploughed|were (?:fired|launched|sent|lobbed|aimed)|came down|impact(?:s|ed))", 1.0),
    (_SHELL, rf"shell(?:ing|ed|s)\b(?! (?:casings?|compan))|(?<=orces )shell\b|(?<=roops )shell\b|shelled|bombard(?:s|ed|ing|ment)?|(?:launch(?:es|ed|ing)?|fir(?:e|es|ed|ing)|lob(?:s|bed)) (?:[\w,-]+ ){{0,5}}?{_PROJECTILE}\b|(?:tank|artillery) (?:fires?|fired|shells?|rounds?)|{_PROJECTILE} fire|hit by (?:\w+ ){{0,4}}(?:missile|rocket|shell|projectile)s?|firing of (?:\w+ ){{0,3}}(?:projectile|rocket|missile)s?", 1.0),
    ("Grenade", r"grenades? (?:\w+ ){0,2}?(?:kill|wound|injur)\w*|grenade (?:attack|blast|explosion)s?|(?:hand )?grenades? (?:\w+ ){0,2}(?:thrown|hurled|lobbed|exploded)|(?:threw|throws?|hurl(?:s|ed)|lob(?:s|bed)|toss(?:es|ed)) (?:\w+ ){0,2}(?:hand )?grenades?", 1.0),
    ("Chemical weapon", r"(?:chemical|gas|chlorine|sarin|nerve agent) (?:weapons? )?attacks?", 1.0),
    (_IED, r"(?:roadside|car|truck|vehicle|parcel|sticky|time|nail|pipe|twin|double|motorcycle|market)[\s-](?:\w+[\s-])?(?:bomb(?:ing|ings|s)?|blasts?|explosions?)|(?:improvised )?explosive devices?(?: explosions?)?|\bIEDs?\b|land ?mines?|bombings?|bomb (?:attacks?|blasts?|explosions?)|(?:bomb|explosive|device|mine)s? (?:\w+ ){0,3}?(?:explod(?:es?|ed)|detonat(?:es?|ed)|goes off|went off|blew up|hits?|struck|ripped|tore)|(?:detonat(?:es?|ed|ing)|plant(?:s|ed|ing)) (?:\w+ ){0,3}(?:bomb|explosives?|device|mine)s?|explosion of a (?:\w+ )?(?:bomb|mine)|booby[\s-]trap\w*|blown up|blew up|derailed", 1.0),
    ("Abduction/forced disappearance", r"(?:mass )?(?:abduct(?:ion|ions|ed|s|ing)?|kidnap(?:ping|pings|ped|s)?|hostage[\s-]taking|taken hostage|forced disappearances?)", 0.8),
    ("Sexual violence", r"\b(?:rape[sd]?|raping|gang[\s-]rap\w+|sexual(?:ly)? (?:violence|assault\w*|abus\w+))\b", 0.8),
    ("Mob violence", r"\bmobs?\b(?: (?:violence|attack\w*|justice))?|lynch(?:ed|es|ing|ings)|\briot(?:s|ing|ers|ed)?\b|civil disorder|protesters clash|clash(?:es|ed)? (?:\w+ ){0,3}(?:with|between) (?:\w+ ){0,2}(?:protesters|demonstrators|police and)", 0.8),
    (_ATTACK, r"(?:fatal(?:ly)?|deadly) (?:shot|shoot(?:s|ing|ings)?|stab\w*)|shot to death|shooting deaths?|shot,? (?:and )?killed|shoots? dead|hijack(?:s|ed|ing)?\b|homicides?|drive-by|mass shootings?|shooting (?:attack|spree|rampage)s?|(?:mass )?stabbings?(?: attacks?| spree)?|knife attacks?|(?:car|vehicle|truck|van)[\s-]ramm?ings?(?: attacks?)?|ramming attacks?|(?:ram(?:s|med|ming)|dr(?:ove|ives?|iven)|plough(?:s|ed)|plow(?:s|ed)) (?:\w+ ){0,4}?into\b(?=[^.;]{0,60}\b(?:crowd|people|pedestrians|worshippers|marchers|protesters|shoppers|market|group|soldiers|officers|bus stop))|massacres?d?|behead\w*|(?:open(?:s|ed)?|opening) fire|shot (?:dead|and killed|at|and wounded)|gunned down|(?:gun|machete|arson|terror(?:ist)?|gang|militant|insurgent|rebel|assassination|bandit) (?:attacks?|attempts?|assaults?|raids?)|assassinat(?:ed|es|ion)|execut(?:ed|es|ions?)\b(?! order)|extrajudicial (?:killings?|massacres?)|ethnic cleansing|hacked to death|stab(?:s|bed)\b", 1.0),
    (_CLASH, r"clash(?:es|ed|ing)?\b|gun ?(?:battles?|fights?)|shoot[\s-]?outs?|fire ?fights?\b|(?:heavy |fierce |intense |street |renewed |recent |street-to-street )?fighting\b|exchang(?:e|es|ed|ing) (?:of )?(?:gun)?fire|(?:fierce |pitched )?battl(?:e|es|ed|ing)\b|skirmish(?:es|ed)?|ambush(?:es|ed|ing)?|(?:security|military|counter-?terror\w*|anti-?\w+|police|joint|major|special) (?:operation|raid|offensive)s?|offensives?\b|counter-?attack\w*|repel(?:s|led|ling)?\b|storm(?:s|ed|ing)\b(?= (?:a|the|an|into|several|two)\b)|(?:(?<=[a-z]s )|(?<=to ))storm(?= (?:a|the|an|into)\b)|(?:gunfight|encounter|confrontation) (?:between|with)|an encounter\b|sieges?\b", 0.8),
    (_TAKE, r"(?:re)?captur(?:es?|ed|ing)\b(?= (?:[\w'’–-]+ ){0,5}?(?:cit(?:y|ies)|towns?|villages?|bases?|areas?|districts?|headquarters|positions?|facilit\w+|territor\w+|valley|airport|camp|region|stronghold|neighbou?rhoods?|checkpoints?|localit\w+)\b| (?:all of )?(?:[A-Z][\w'’-]+ ?){1,4}(?:\[\w+\] ?)?(?:,|in |and |\.|$|District|Territory|Valley))|(?:re)?tak(?:es?|en|ing) (?:full )?control of|seiz(?:es?|ed|ing) (?:control|swathes|(?:[\w'’–-]+ ){0,4}?(?:cit(?:y|ies)|towns?|villages?|bases?|areas?|districts?|territor\w+|headquarters|airport|camp))\b|takeover of|overr(?:un|an|uns)\b|liberat(?:es?|ed|ing)\b(?= (?:the|several|key|[A-Z]))|(?<!National )(?<!Palestine )(?<!People’s )\bliberation of\b|re-?t(?:ook|ak(?:es?|en|ing))\b|(?:re)?gain(?:s|ed|ing)? control|full control of|enter(?:s|ed)? (?:the (?:town|city|village) of )?(?=[A-Z]\w+, )|fell (?:under|to)|(?:has|have) taken (?:the|over)|advanc(?:es?|ed|ing) (?:into|on)\b", 0.8),
    ("Looting/property destruction", r"loot(?:s|ed|ing)?\b|set(?:s|ting)? (?:fire to|on fire|ablaze|alight)|torch(?:es|ed|ing)\b|raz(?:es|ed|ing)\b|burn(?:s|ed|t|ing)? (?:down )?(?:\w+ ){0,3}(?:homes|houses|villages?|church\w*|mosques?|schools?|vehicles|trucks|shops|crops)|vandali[sz]\w+|molotov cocktails?|arson", 0.7),
    (_AIR, r"bombs? (?:fell|dropped) on|(?:Israeli|Russian|American|U\.?S\.?|Turkish|Iranian|Pakistani|coalition|Ukrainian|Saudi\S*|Ethiopian|Jordanian|French|British|Emirati|Thai|Indian)\s+(?:(?!missile|artillery|rocket|ballistic|mortar|cruise|tank)\w+\s+){0,1}?strikes?\b|\bstrikes?\b(?= (?:on|in|at|near|against|targeting|kill\w*|hit\w*|across|north|south|east|west)\b)|precision (?:strike|attack)s?|(?:further|targeted|retaliatory|deadly|two|three|four|five|six|seven|eight|nine|ten|\d+|one|several) strikes?\b", 0.9),
    (_ATTACK, r"(?:killed|shot|injured|wounded|attacked|ambushed) by (?:\w+ ){0,3}?(?:gangs?|gunm[ae]n|militants?|forces|troops|soldiers|rebels?|police|army|bandits?|insurgents?|fighters|attackers?|assailants?|snipers?|settlers?|gunfire)\b|fires? (?:at|on|upon)\b(?= (?:an?|the|several|two|three|civilians|people|Palestinians|protesters|demonstrators|crowds?|vehicles?|[A-Z]))|(?:gunm[ae]n|militants|insurgents|attackers|assailants|bandits|terrorists|rebels|fighters|settlers|jihadists|extremists) (?:(?!are |were |is |was |been |being )\w+ ){0,3}?(?:attack(?:s|ed)?|kill(?:s|ed)?|raid(?:s|ed)?|storm(?:s|ed)?|shoot|shot|target(?:s|ed)?|stab\w*|burn\w*)|(?:terrorist|deadly|coordinated|armed|simultaneous|sectarian|reprisal|horrific|brutal|overnight) (?:\w+ )?(?:attacks?|assaults?|violence|killings?)|killings?\b(?= (?:of|in|by|at)\b)|mass killings?|murder(?:s|ed)?\b", 0.9),
    (_ATTACK, r"\battack(?:s|ed|ing)?\b(?! (?:helicopter|aircraft|on (?:the )?credibility))|\bassault(?:s|ed)?\b(?! rifles?)|\braid(?:s|ed)?\b(?= (?:on|in|by|that|kill|against|at|of|the|a)\b)|\bshootings?\b|\bgunfire\b|\batrocit(?:y|ies)\b|violent crackdowns?|gunshots?", 0.7),
    (_IED, r"\bblasts?\b|\bexplosions?\b(?! of (?:violence|anger|joy))|\bexplod(?:es|ed)\b|\bdetonat(?:es|ed|ion)\b|\bbombs?\b|\bbombed\b|\bexplosives?\b", 0.6),
    (_ATTACK, r"\bshot\b(?! (?:on|at) (?:goal|target))|\bshoot(?:s)?\b|\bkill(?:s|ed|ing)? (?:\w+ ){0,3}?(?:people|civilians|soldiers|officers|militants|Palestinians|Israelis|fighters|villagers|insurgents|rebels|members|children|terrorists|others)\b|(?:was|were|are|is|been) (?:also )?killed (?:in|by|when)\b", 0.5),
    (_AIR, r"\bstrikes\b|\bstruck\b|\bbombing\b", 0.4),
    (_CLASH, r"tribal violence|(?:enter|enters|entered|engages?|engaged|break through|breaks through)\b(?= (?:the (?:town|city|village)|[A-Z]))|hostilities\b|violence\b", 0.4),
    (_ATTACK, r"\bkill(?:s|ed|ing)?\b(?! (?:off|the bill|time))|\btarget(?:s|ed|ing)\b|\bbodies\b|\bmassacres?\b|\bassassinat\w+|\bfire\b(?= (?:on|at|in|kill))|(?:Israeli|Russian|army|military|sniper) fire\b", 0.35),
)  # fmt: skip
_TRIGGER = AnyCaseRows((pattern for _, pattern, _ in _ROWS), before=r"(?<![\w-])", after="")

_IGNORE = AnyCase(
    r"\b(?:(?:chocolate|bath|sex|cherry|cluster of|time) bombs?|attack(?:s|ed|ing)? (?:the )?(?:budget|tax|reform|opposition's|government's)\w*|battl\w+ to (?:stop|contain|control|save|put out)|sho(?:t|ot|oting) down (?:every |the |a |all )?(?:proposals?|ideas?|bills?|suggestions?|rumou?rs|amendments?)|rockets? (?:lift(?:ed|s) off|blast(?:ed|s) off|carr\w+ (?:a |an |the |\w+ )?(?:satellites?|crew|cargo|astronauts?|payload))|launch(?:es|ed|ing)? (?:a |the )?(?:\w+ )?rockets? (?:carrying|into (?:space|orbit))|heart attacks?|panic attacks?|attack(?:s|ed|ing)? (?:the )?(?:idea|proposal|plan|critics|bill|media|policy|record)|cyber[\s-]?attacks?|cyber[\s-]?assault|"
    r"verbal(?:ly)? attack\w*|attacking (?:midfielder|football|play)|counter-attacking|lightning (?:strikes?|struck)|struck (?:a deal|an agreement|by lightning|a chord|gold|oil|out)|"
    r"(?:air|drone|missile|rocket) (?:defen[cs]e|launch site|test|programme|program|technology|engine|scientist)s?|hunger strikes?|general strikes?|strike action|labou?r strikes?|"
    r"workers['’] strikes?|went on strike|on strike|strikes? (?:over pay|by workers|ballot)|battle (?:against|with) (?:cancer|covid|inflation|the virus)|(?:election|legal|court|political|title|relegation) battles?|"
    r"battl\w+ (?:the |a )?(?:blaze|fires?|wildfires?|flames|cancer|storm)|price war|trade war|war of words|fighting (?:corruption|inflation|climate|fires?|wildfires?|for (?:his|her) life)|"
    r"storm(?:ed|s|ing) (?:to|home|off|out|past)|bombshell\w*|box office bomb|photo ?bomb\w*|gas explosion|(?:boiler|gas|pipeline|volcanic|supernova|population) explosions?|clash(?:es)? of (?:the )?\w+|"
    r"title clash|cup clash|league clash|rocket(?:s|ed)? (?:to|past|into) (?:the|an?) (?:\w+ )?(?:lead|top|net|corner|goal)|goal(?:scoring)?|shots? on (?:goal|target)|captur(?:e[sd]?|ing) (?:the )?(?:imagination|attention|footage|video|on camera|the (?:title|gold|crown|medal))|"
    r"military exercises?|live[\s-]fire (?:exercise|drill)s?|drills?)\b",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of an attack: local half-open offsets, sub-event type, weight from 0 to 1."""

    start: int
    end: int
    text: str
    acled: str
    weight: float


def find_triggers(text: str) -> list[Trigger]:
    """Find the words of a sentence that tell of an attack, in text order."""
    return list(_find_triggers(text))


@lru_cache(maxsize=2048)
def _find_triggers(text: str) -> tuple[Trigger, ...]:
    """Do the work once for a sentence: several steps of one reading ask for it."""
    ignored = [(m.start(), m.end()) for m in _IGNORE.finditer(text)]
    found: list[Trigger] = []
    for row, match in _TRIGGER.finditer(text):
        if any(a <= match.start() < b or match.start() <= a < match.end() for a, b in ignored):
            continue
        acled, _, weight = _ROWS[row]
        start, end = match.span()
        found.append(Trigger(start, end, text[start:end], acled, weight))
    return tuple(found)
