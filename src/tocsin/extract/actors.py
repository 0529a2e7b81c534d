"""Name those who may have acted: armed groups, forces, states and unnamed attackers, as worded.

The table of well-known names is small on purpose: it only says what kind of actor a name is and, for states' forces,
which country they serve. A name that it does not hold is kept as worded.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from tocsin.model.anycase import AnyCase

_REBELS = (
    r"Islamic State(?: (?:of Iraq and (?:the Levant|Syria)|in \w+(?: \w+)?|West Africa Province|Khorasan Province|–? ?Khorasan Province))?|IS[–-]\w+|ISIS(?:-K)?|ISIL|Da['’]?esh|ISWAP|ISKP|IS\b(?=[ ,.])|"
    r"[Aa]l[- ]Qa(?:e|i)da(?: in (?:the )?[A-Z]\w+(?: \w+)?)?|AQAP|AQIM|Jama['’]at Nas[rs]\w* al-Islam wal-?Muslimin|JNIM|Boko Haram|[Aa]l[- ]Shabaab|[Aa]l[- ]Shabab|Hamas|Hezbollah|Hizbollah|Hizbullah|"
    r"Palestinian Islamic Jihad|Islamic Jihad|[Aa]l[- ]Qassam Brigades|Houthis?(?: movement| rebels| forces)?|Huthis?|Ansar ?Allah|(?:Afghan |Pakistani )?Taliban|Tehr(?:ee|i)k-e[- ]Taliban(?: Pakistan)?|TTP|Haqqani network|Lashkar-e-\w+|Jaish-e-\w+|"
    r"Balochi?(?:stan)? Liberation (?:Army|Front)|BLA|PKK|Kurdistan Workers['’] Party|YPG|YPJ|Syrian Democratic Forces|SDF|Hay['’]?at Tahrir al-Sham|HTS|Free Syrian Army|Syrian opposition forces|"
    r"(?:the )?Rapid Support Forces|RSF|M23|March 23 Movement|Allied Democratic Forces|ADF|CODECO|FDLR|Lord['’]s Resistance Army|LRA|SPLM-N|Sudan People['’]s Liberation Movement\S*|Tigray People['’]s Liberation Front|TPLF|Oromo Liberation Army|Fano|"
    r"FARC(?: dissidents)?|ELN|National Liberation Army|Estado Mayor Central|Shining Path|New People['’]s Army|NPA|Abu Sayyaf(?: Group)?|Maute(?: group)?|Moro Islamic Liberation Front|Arakan Army|Kachin Independence Army|KIA|Karen National \w+|"
    r"Ta['’]ang National Liberation Army|TNLA|People['’]s Defen[cs]e Forces?|Patani \w+|BRN|Naxal(?:ite)?s|Maoists?|LTTE|Tamil Tigers|IRA\b|ETA\b|UNITA|RENAMO|FMLN|Farabundo Marti National Liberation Front|Contras|Sendero Luminoso|MRTA|"
    r"Ansar al-Sharia|Ansaru|Ahrar al-Sham|Nusra Front|[Jj]abhat al-Nusra|Wagner(?: Group)?|Congo River Alliance|Islamic Resistance"
)
_MILITIAS = (
    r"Islamic Resistance in Iraq|Kata['’]?ib Hez?b(?:o|u)llah|Kataeb Hezbollah|Asa['’]ib Ahl al-Haq|Harakat (?:Hezbollah )?al-Nujaba|Popular Mobili[sz]ation (?:Forces|Units)|PMF|Wazalendo(?: militias?)?|Ma['’]awisley(?: \w+)?|Mai-?Mai(?: \w+)?|Interahamwe|Janjaweed|"
    r"Tehreek-e-Labbaik(?: Pakistan)?|(?:Iran|Tehran|Turkish|Saudi|Emirati|Russian|government|Rwand\w+)-(?:backed|aligned|supported)\s+(?:\w+\s+){0,2}(?:militias?|groups?|fighters|militants|factions)|(?:Iraqi |armed |paramilitary |militant )?(?:paramilitary groups|paramilitaries|fighters|factions|militias|militia groups|groups) (?:backed|supported|financed|armed) by [A-Z]\w+|(?:Shia|Shiite|Sunni)\s+(?:\w+\s+)?(?:militias?|paramilitar(?:y|ies)(?: groups?)?|groups?)"
)
_GANGS = r"(?:Jalisco New Generation|Sinaloa|Santa Rosa de Lima|Gulf|Northeast|Juárez)\s+Cartel|C[aá]rtel del? \w+|[A-Z]\w+ cartel|Gran Grif|G9(?: \w+)?|Viv Ansanm|Los \w+|MS-13|Tren de Aragua|(?:drug |local )?(?:cartels?|gangs?)(?: members)?|Primeiro Comando da Capital|Comando Vermelho"
_UNNAMED = (
    r"(?:unidentified|unknown|masked|armed|suspected|Islamist|Palestinian|Fulani|Kashmiri|Baloch|separatist|pro-\w+|anti-\w+|several|two|three|four|five|six|dozens of|a group of|foreign|local|Islamic|Muslim|radical|Israeli|Jewish|rogue)?\s*(?:and\s+\w+\s+)?"
    r"(?:gunm[ae]n|militants?|insurgents?|rebels?|attackers?|assailants?|pirates|gang members|kidnappers|hijackers|masked men|terrorists?|bandits?|extremists?|jihadists?|separatists?|suicide bombers?|bombers?|settlers?|armed men|armed groups?|militiam[ae]n|militias?|guerrillas?|fighters|outlaws?|protesters|rioters|mob|herders|tribesmen|clansmen|shooters?|paramilitar(?:y|ies)|dissidents|outlaw group|drug traffickers|hitmen|sniper|suspects?|knifeman|attack?er|enemy)"
)
_FORCES_HEAD = (
    r"(?:(?:junta|regime|rebel|allied|rival|opposition|pro-[\w-]+|[\w-]+-(?:affiliated|backed|led|aligned|government)|[Ss]pecial|[Ss]ecurity|[Aa]rmed|[Aa]ir|[Gg]round|[Nn]aval|[Bb]order|[Gg]overnment|[Cc]oalition|[Dd]efen[cs]e|[Ff]ederal|[Pp]aramilitary|[Mm]ilitary|[Oo]ccupation|[Nn]ational|[Dd]ervish|[Rr]egional|[Mm]aritime)\s+)*"
    r"(?:[Ff]orces?|[Aa]rmy|[Mm]ilitary|[Tt]roops|[Ss]oldiers|[Nn]avy|[Aa]ir\s?[Ff]orce|[Gg]uards?(?:\s+Corps)?|[Pp]olice(?:\s+(?:[Ff]orce|[Oo]fficers))?|[Cc]oalition|[Rr]egime|[Jj]unta|[Gg]overnment|[Aa]gents|[Pp]aratroopers|[Bb]rigade|[Bb]attalion|[Aa]ircrews?|[Aa]viation|[Aa]ircraft|[Ii]nfantry|[Nn]aval\s+forces|[Cc]ommandos)"
)
_OWN_NAMES = (
    r"Israel Defen[cs]e Forces|IDF|Israeli Air Force|Tatmadaw|Burma Army|State Administration Council|Sudanese Armed Forces|SAF|FARDC|Islamic Revolutionary Guards? Corps|IRGC|Revolutionary Guards?|Royal Air Force|Syrian Arab Army|"
    r"Somali National Army|Puntland(?: \w+){0,2} (?:Forces?|forces|soldiers)|SSC[- ]Khaatumo|Somaliland forces|(?:U\.?S\.? )?Central Command|CENTCOM|(?:Saudi|US|U\.S\.|American|Western)-led (?:\w+ ){0,2}coalition|(?:[Gg]lobal |[Mm]ilitary )?[Cc]oalition(?: military)?(?: forces)?|NATO|African Union \w+|Armed Forces of Ukraine|Ukrainian Armed Forces|Russian Armed Forces|"
    r"Security Service of Ukraine|SBU|FSB|Mossad|Assad(?:['’]s)? regime|Asad regime|Syrian (?:regime|government)(?: forces)?|transitional government|Malian Armed Forces|Nigerian (?:Army|Air Force)|Pakistan Army|Chad National Army|Congolese (?:army|forces)|Haitian National Police"
)
_STATES = r"Israel|Russia|Ukraine|Iran|Pakistan|India|Turkey|Türkiye|Saudi Arabia|the United States|United States|the US|US|U\.S\.|the UK|Rwanda|Ethiopia|Eritrea|Sudan|Azerbaijan|Armenia|Thailand|Cambodia|China|North Korea|Syria|Tehran|Moscow|Washington|Kyiv|Jordan|Egypt|Chad|Uganda|Kenya|Somaliland|Puntland|Hamas|Yemen|Iraq|Lebanon|Afghanistan|Myanmar|the regime|Venezuela|France|Britain"

PERSON = re.compile(
    r"\b(?:[Aa]n?|[Tt]he)\s+(?P<who>(?:\d+-year-old\s+)?(?:(?:[A-Z][a-z]+|armed|lone|former|off-duty|young|local)\s+){0,3}(?:man|woman|men|teenager|boy|driver|truck driver|student|soldier|officer|passenger|perpetrator|attacker|suspect|gunman|assailant|policeman)(?:\s+(?:carrying explosives|from [A-Z]\w+))?)\b"
)
NAMED = re.compile(
    rf"(?P<militia>\b(?:{_MILITIAS}))|(?P<rebel>\b(?:{_REBELS})(?:['’]s)?(?:[- ](?:militants?|fighters?|rebels?|forces|insurgents?|gunm[ae]n|suicide bombers?|bombers?|attackers?|members|terrorists?|dissidents|men|movement|affiliated \w+))?)|(?P<own>\b(?:{_OWN_NAMES})(?:\s+(?:soldiers|troops|forces))?)|(?P<gang>\b(?:{_GANGS}))"
)
UNNAMED = AnyCase(rf"\b{_UNNAMED}\b")
_DEMONYM_FORCE = re.compile(
    rf"\b(?P<dem>(?:South |North )?[A-Z][a-z]+(?:i|ian|ean|ese|ish|an|ch|ani|kh)|US|U\.S\.|American|UK|Saudi|Puntland|Somaliland)\s+(?P<head>{_FORCES_HEAD})\b"
)
_ORGANISATION = re.compile(
    r"(?<![\w-])(?:[Tt]he\s+)?(?P<who>(?:[A-Z][\w’'-]+\s+){1,4}(?:Army|Front|Brigades?|Movement|Network|Militia|Alliance|Cartel|Resistance|Force|Council|Forces|Command|Committee|Corps)(?:\s+(?:gunm[ae]n|militants|fighters|rebels|members))?)(?![\w-])"
)
_NAMED_BAND = re.compile(
    r"(?<![\w-])(?P<who>(?:[A-Z][a-z’']*(?:-(?!backed|led|based|born|held|aligned|trained|linked|year|made|affiliated|supported|funded)[A-Za-z’']+)+|[A-Z]{3,6})(?:\s+[A-Z]\w+)?\s+"
    r"(?:suicide bombers?|bombers?|gunm[ae]n|militants?|fighters|rebels|insurgents?|terrorists?|attackers?|jihadists?|guerrillas?))(?![\w-])"
)
_DEMONYM_CRAFT = re.compile(
    r"\b(?P<dem>(?:South |North )?[A-Z][a-z]+(?:i|ian|ean|ese|ish|an|ch|ani)|US|U\.S\.)\s+(?:war)?(?:planes|aircraft|jets|bombers|helicopters|gunships|guns|tanks|artillery|snipers)(?=\s+(?:\w+ly\s+)?(?:bomb|hit|str|attack|kill|pound|shell|fire|drop|target|destroy))"
)
_AND = re.compile(r"\s*(?:and\s+(?:\w+\s+)?)?")
_LOCATIVE = AnyCase(r"\b(?:in|from|into|near|across|inside|over|around|throughout|outside)\s+(?:\w+ern\s+)?$")
STATE = re.compile(rf"\b(?:{_STATES})(?![\w-])")
FORCE = re.compile(rf"\b(?:[Tt]he\s+)?(?:{_FORCES_HEAD})\b")
DEMONYM = re.compile(
    r"\b(?:(?:South|North) )?[A-Z][a-z]+(?:i|ian|ean|ese|ish|an|ch|ani)\b|\bUS\b|\bU\.S\.(?=\W)|\bAmerican\b|\bUK\b|\bHouthi\b|\bHezbollah\b|\bThai\b|\bCzech\b|\bGreek\b|\bEmirati\b|\bSaudi(?:-led)?\b|\bSwiss\b|\bTurkish\b"
)


class ActorPhrase:
    """A wording that names a possible actor: local half-open offsets, kind, and the country it serves, if any."""

    __slots__ = ("country", "end", "kind", "start", "text")

    def __init__(self, start: int, end: int, text: str, kind: str, country: str | None = None) -> None:
        self.start, self.end, self.text, self.kind, self.country = start, end, text, kind, country


def find_actor_phrases(text: str, country_of: Callable[[str], str | None] | None) -> list[ActorPhrase]:
    """Find every wording of a sentence that can name an actor; longer and named ones first, none overlapping."""
    found: list[ActorPhrase] = []
    for match in NAMED.finditer(text):
        kind = {"rebel": "rebel group", "militia": "political militia", "own": "state forces", "gang": "gang"}[
            match.lastgroup or "rebel"
        ]
        _put(found, ActorPhrase(match.start(), match.end(), match[0], kind, _country_in(match[0], country_of)))
    for match in _DEMONYM_FORCE.finditer(text):
        country = country_of(match["dem"]) if country_of else None
        _put(found, ActorPhrase(match.start(), match.end(), match[0], "state forces", country))
    for match in _ORGANISATION.finditer(text):
        _put(found, ActorPhrase(match.start("who"), match.end("who"), match["who"], "rebel group"))
    for match in _NAMED_BAND.finditer(text):
        _put(found, ActorPhrase(match.start("who"), match.end("who"), match["who"], "rebel group"))
    for match in _DEMONYM_CRAFT.finditer(text):
        country = country_of(match["dem"]) if country_of else None
        if country is not None:
            _put(found, ActorPhrase(match.start(), match.end(), match[0], "state forces", country))
    for match in UNNAMED.finditer(text):
        lead = _AND.match(text, match.start(), match.end())
        start = lead.end() if lead else match.start()
        _put(found, ActorPhrase(start, match.end(), text[start : match.end()], "unknown"))
    for match in PERSON.finditer(text):
        _put(found, ActorPhrase(match.start("who"), match.end("who"), match["who"], "person"))
    for match in STATE.finditer(text):
        if _LOCATIVE.search(text[: match.start()]):
            continue
        country = country_of(match[0].removeprefix("the ")) if country_of else None
        _put(found, ActorPhrase(match.start(), match.end(), match[0], "state forces", country))
    for match in FORCE.finditer(text):
        _put(found, ActorPhrase(match.start(), match.end(), match[0], "state forces"))
    return sorted(found, key=lambda a: a.start)


def _put(found: list[ActorPhrase], phrase: ActorPhrase) -> None:
    if not any(a.start < phrase.end and phrase.start < a.end for a in found):
        found.append(phrase)


def _country_in(words: str, country_of: Callable[[str], str | None] | None) -> str | None:
    if country_of is None:
        return None
    for word in re.findall(r"[A-Z][\w.]+", words):
        code = country_of(word)
        if code:
            return code
    return None
