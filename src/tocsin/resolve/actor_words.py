"""Words around the name of an armed actor: what is folded away, what is stripped, and what names a state's service."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

_OTHER_LATIN: Final = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ə": "a", "’": "'"})
_MARKS: Final = "'`ʿʾʼ‘´′"
_POSSESSIVE: Final = re.compile(r"'s\b")
_WORD: Final = re.compile(r"[a-z0-9]+")
_SPELLING: Final = {
    "defence": "defense", "organisation": "organization", "mobilisation": "mobilization", "centre": "center",
    "stabilisation": "stabilization", "labour": "labor", "moslem": "muslim", "peoples": "people", "armoured": "armored",
}  # fmt: skip
SMALL: Final = frozenset("the of for and in al el ul ud ad an ar as de la le del du des y et e i wal wa a on".split())
"""Articles and links that spellings of one name add, drop or swap."""


def fold_words(words: str) -> tuple[str, ...]:
    """Fold wording to the tokens that names are compared by: no case, accents, articles, possessives or plurals.

    >>> fold_words("the Al-Qassam Brigades"), fold_words("U.S. Army's")
    (('qassam', 'brigade'), ('us', 'army'))
    """
    text = words.casefold().replace(".", "")
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_OTHER_LATIN))
        text = "".join(c for c in text if not unicodedata.combining(c))
    if any(mark in text for mark in _MARKS):
        text = _POSSESSIVE.sub("", text)
        for mark in _MARKS:
            text = text.replace(mark, "")
    tokens = _WORD.findall(text)
    kept = [_singular(token) for token in tokens if token not in SMALL]
    return tuple(kept or tokens)


def _singular(token: str) -> str:
    token = _SPELLING.get(token, token)
    if token.endswith("men") and len(token) > 5:
        return token[:-3] + "man"
    if len(token) < 4 or not token.endswith("s"):
        return token
    end = token[-2]
    if end in "su" or (end == "i" and len(token) < 5) or (end == "a" and len(token) < 6):
        return token  # "isis" and "hamas" are no plurals
    return token[:-3] + "y" if end == "e" and token[-3] == "i" and len(token) > 5 else token[:-1]


def _folded(words: str) -> frozenset[str]:
    return frozenset(token for word in words.split() for token in fold_words(word))


ROLES: Final = _folded(
    "fighters militants gunmen rebels insurgents guerrillas terrorists extremists jihadists jihadis "
    "islamists forces troops soldiers members men commandos cells groups movement organisation network "
    "militia militiamen gangs bombers attackers assailants elements combatants units columns squads "
    "snipers hitmen sicarios gangsters leaders leadership commanders operatives agents activists "
    "separatists criminals subversives detachment syndicate paramilitaries kidnappers hijackers "
    "perpetrators mercenaries recruits warriors"
)
"""What the members of a group are called: "Hamas gunmen", "members of Gran Grif"."""
LEADS: Final = ROLES | _folded(
    "suspected alleged presumed purported probable possible likely armed islamist islamic-extremist "
    "jihadist jihadi militant rebel terrorist terror extremist insurgent separatist leftist leftwing "
    "rightwing left right wing far-right far-left neo-nazi marxist maoist communist guerrilla "
    "paramilitary shia shiite sunni kurdish tuareg so-called self-styled self-proclaimed outlawed banned "
    "proscribed notorious feared powerful main biggest largest several some two three four five six seven "
    "eight nine ten dozens hundreds many unidentified masked cartel gang criminal drug trafficking "
    "clandestine underground castroite marxist-leninist muslim christian jewish palestinian ultra "
    "sinister local foreign from belonging identified known as"
)
"""What may stand before a name and change nothing: "suspected", "the Islamist group", "members from"."""
TAILS: Final = ROLES | _folded(
    "suicide bomber artillery drones missiles rockets warplanes fire government authorities "
    "administration spokesman spokesperson terror terrorist militant rebel insurgent criminal armed drug "
    "trafficking syndicate guerrilla clan paramilitary jihadist separatist gang itself"
)
"""What may stand after a name and change nothing: "Islamic State suicide bomber"."""
GENERIC: Final = (
    _folded(
        "national liberation army front people revolutionary democratic islamic popular united armed forces "
        "free resistance movement party union communist workers patriotic defence self group settlers "
        "coalition military alliance southern northern eastern western security service rebels maoist network "
        "council government accord unity new struggle justice equality command brigade guard civil local "
        "police rangers insurgents separatists guerrillas troops aircraft warplanes special deterrence action "
        "joint rapid intervention battalion public state tribes fighters druze bedouin fulani sikh yezidi "
        "chechen syrian herders herdsmen clans tribesmen"
    )
    | ROLES
)
"""Words that many names are made of: a name of these alone needs the right country beside it."""
BARE: Final = _folded("coalition forces military troops aircraft warplanes alliance settlers radical armed")
"""Words so general that, alone, they name nobody without the country."""
_AFFILIATED: Final = (
    "backed|linked|aligned|affiliated|allied|supported|led|inspired|based|dominated|sponsored|funded|trained"
)
SPONSORED: Final = re.compile(
    rf"^(?:pro-government\s+|(?:\S+\s+){{0,3}}?\S+(?:[-–]|\s(?=affiliated))(?:{_AFFILIATED})\s+(?!by\b|with\b|to\b))",
    re.IGNORECASE,
)
"""Before a name: "Iran-backed Houthis" are the Houthis; "Iran-backed militias" are still nobody."""
LED: Final = re.compile(
    r"^(?P<who>.+?)[-–]led (?:forces?|rebels?|alliance|fighters|insurgents?|militants|offensive|coalition)$",
    re.IGNORECASE,
)
MEMBERS_OF: Final = re.compile(
    r"^(?:the\s+)?(?:elements|members|units|soldiers|troops|agents|officers|personnel|forces)\s+(?:of|from)\s+"
    r"(?=the\s+\S|\S+\s)",
    re.IGNORECASE,
)
"""Before a state's service: "elements of the Benin Armed Forces"."""
_AKA: Final = r"(?:or|also (?:known|called)(?: as)?|a\.?k\.?a\.?|known as|formerly)\s+(?:the\s+)?"
OTHER_NAME: Final = re.compile(
    rf"^(?P<one>.+?)(?:\s*[(\[](?:{_AKA})?(?P<two>[^)\]]+)[)\]](?:\s+[\w-]+){{0,2}}|\s*,?\s+(?!or\s+[^A-Z])(?:{_AKA})(?P<or>\S.*?))\s*$"
)
"""A second name of the same actor: "Allied Democratic Forces (ADF)", "... Force, or ADF"."""

STATE_MODIFIERS: Final = _folded(
    "royal national federal regular elite transitional interim fascist ruling current uniformed"
)
"""What may stand in the name of any state's service: "*Royal* Thai Navy"."""
_HEADS: Final = {
    "military": "army military armed forces|armed force|forces|troops|soldiers|air force|navy|naval forces|marines|"
    "military forces|ground forces|land forces|defence forces|defense force|national army|warplanes|jets|aircraft|"
    "fighter jets|military jets|military aircraft|helicopters|bombers|gunships|artillery|tanks|drones|drone|missiles|"
    "rockets|special forces|special operations forces|commandos|paratroopers|army soldiers|army troops|"
    "government forces|"
    "government troops|government soldiers|government army|regular forces|occupation forces|"
    "occupation army|army units|"
    "military helicopters|gunboats|warships|navy ships|air raids|air strikes|airstrikes|strikes|shelling|"
    "regime forces|"
    "army|military|army high command|army command|high command|general staff|army forces|expeditionary force|"
    "military command|army officers|military officers|military patrol|army patrol|patrol|air strike|drone strikes|"
    "military drones|infantry|snipers|regime troops|junta forces|junta troops|attack helicopters|"
    "military planes|planes|"
    "armed forces high command|general staff|armed forces general staff|state forces|regime army|invaders|"
    "occupation|aircrew|regime aircrew|strike aircraft|combat aircraft|military personnel|"
    "service members|servicemen|army aviation|gunners",
    "police": "police|national police|police force|police officers|federal police|riot police|gendarmerie|gendarmes|"
    "military police|policemen|police forces|police agents|police units|special police",
    "security": "security forces|security services|security agents|security personnel|forces of order|"
    "military and police|police and army|army and police|police and military|police and soldiers|soldiers and police|"
    "border guards|border forces|border police|border guard|paramilitary forces|paramilitary troops|"
    "paramilitary police|"
    "paramilitary|paramilitaries|coast guard|security officers|security troops|public security forces|rangers|"
    "security service|internal security forces|national guard|presidential guard",
    "intelligence": "intelligence|intelligence services|intelligence service|intelligence agency|secret service|"
    "secret services|spy agency|intelligence agents|military intelligence|intelligence agencies|special services|"
    "intelligence officers|intelligence directorate|intelligence agents|state security|secret police|spy service",
    "state": "government|regime|junta|military junta|authorities|state|administration|leadership|ministry|officials|"
    "military regime|military government|rulers|defence ministry|ministry of defence|defense ministry|dictatorship|"
    "communist regime|republic|government and military|government and army|army and government",
}
HEADS: Final = {
    fold: service
    for service, phrases in _HEADS.items()
    for fold in {fold_words(phrase) for phrase in phrases.split("|")}
}
"""What follows a country's name or adjective -> the service meant: "Iraqi *army*", "*Military Forces* of Iraq"."""
_OF_THE_COUNTRY: Final = {
    "military": "army|military|armed forces|air force|navy|national army|government forces|government troops|"
    "government soldiers|state military|army soldiers|army troops|regime forces|junta forces|junta troops|"
    "armed forces high command|army high command|military junta forces|government military",
    "police": "police|national police|federal police|police officers|policemen|police force|riot police|gendarmerie",
    "security": "security forces|government security forces|military and police|police and army|army and police|"
    "state security forces|public security forces",
    "state": "government|regime|junta|military junta|state|military government|military regime|authorities|"
    "government and military|transitional government",
}
OF_THE_COUNTRY: Final = {
    fold: service
    for service, phrases in _OF_THE_COUNTRY.items()
    for fold in {fold_words(phrase) for phrase in phrases.split("|")}
}
"""Words that, without a country, mean the services of the country where it happened: "the army"."""
SERVICES: Final = {
    "state": ("{}", "GOV"),
    "military": ("Military Forces of {}", "MIL"),
    "police": ("Police Forces of {}", "COP"),
    "security": ("Security Forces of {}", "MIL"),
    "intelligence": ("Intelligence services of {}", "SPY"),
}
"""Service of a state -> how it is named, and its PLOVER sector."""
