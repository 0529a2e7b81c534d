"""Words for people: what group a head noun belongs to, age and sex, and which nouns can be victims at all."""

from __future__ import annotations

import re

from tocsin.model.anycase import AnyCase
from tocsin.model.kinds.casualties import Group

_GROUPS: tuple[tuple[Group, str], ...] = (
    ("contractor", r"contractors?|interpreters?|linguists?"),
    (
        "journalist",
        r"journalists?|reporters?|photographers?|cameram[ae]n|correspondents?|media workers?|photojournalists?|videographers?",
    ),
    (
        "aid_worker",
        r"aid workers?|humanitarian workers?|relief workers?|volunteers?|(?:un|unrwa) (?:staff|workers?)|(?:red cross|red crescent) \w+",
    ),
    (
        "police",
        r"police(?:m[ae]n|wom[ae]n)?|police officers?|officers?|constables?|gendarmes?|deputies|sheriffs?|federal police(?:m[ae]n)?|"
        r"police \w+|detectives?",
    ),
    (
        "militant",
        r"militants?|insurgents?|gunm[ae]n|fighters?|rebels?|terrorists?|jihadists?|jihadis?|bandits?|assailants?|attackers?|"
        r"bombers?|extremists?|guerrillas?|separatists?|combatants?|militiam[ae]n|militias?|gang members?|gangsters?|"
        r"shooters?|operatives?|suicide bombers?|insurgency|warlords?|outlaws|infiltrators|mercenaries|dissidents",
    ),
    (
        "military",
        r"soldiers?|troops?|servicem[ae]n|servicewom[ae]n|service ?members?|airm[ae]n|marines?|sailors?|seam[ae]n|conscripts?|"
        r"personnel|army \w+|peacekeepers?|commandos?|paratroopers?|recruits?|cadets?|generals?|colonels?|majors?|captains?|"
        r"sergeants?|lieutenants?|coast ?guards?|guards?m[ae]n|border guards?|reservists?|security (?:forces|officials|personnel|members|guards)|"
        r"paramilitar(?:y|ies)|rangers?|forces|defenders|staff sergeants?|pilots?|crew members?",
    ),
    (
        "official",
        r"governors?|mayors?|ministers?|officials?|politicians?|lawmakers?|senators?|ambassadors?|diplomats?|judges?|prosecutors?|"
        r"councill?ors?|presidents?|chiefs?|deput(?:y|ies) \w+|mps?|candidates?",
    ),
    (
        "civilian",
        r"civilians?|children|child|kids?|women|woman|girls?|boys?|bab(?:y|ies)|infants?|toddlers?|teenagers?|teens?|minors?|pupils?|students?|"
        r"teachers?|doctors?|nurses?|medics?|paramedics?|patients?|villagers?|residents?|worshipp?ers?|mourners?|pilgrims?|shoppers?|"
        r"tourists?|passengers?|commuters?|workers?|labou?rers?|miners?|farmers?|fisherm[ae]n|herders?|traders?|vendors?|"
        r"shopkeepers?|families|famil(?:y|ies) members?|bystanders?|passers-?by|refugees|displaced \w+|displaced|idps?|priests?|imams?|clerics?|"
        r"monks?|nuns?|staff|employees|guests|diners|spectators|schoolchildren|schoolgirls|schoolboys|mothers?|fathers?|brothers?|"
        r"sisters?|sons?|daughters?|wife|wives|husbands?|couple|grand\w+|elderly|commut\w+|activists?|protest(?:e|o)rs?|demonstrators?|"
        r"bakers?|cooks?|chefs?|clerks?|plumbers?|barbers?|butchers?|tailors?|carpenters?|electricians?|mechanics?|cleaners?|waiters?|waitress(?:es)?|merchants?|lawyers?|accountants?|translators?|housewi(?:fe|ves)|peasants?|loggers?|motorists?|cyclists?|pedestrians?|porters?|cashiers?|hairdressers?|musicians?|singers?|athletes?|footballers?|scientists?|professors?|businessm[ae]n|settlers?|engineers?|truckers?|(?:truck|bus|taxi) drivers?|drivers?|parishioners?|congregants|seekers|rescuers?|firefighters?",
    ),
    (
        "unknown",
        r"people|persons?|others?|m[ae]n|individuals?|victims?|members?|bod(?:y|ies)|corpses?|hostages?|prisoners?|inmates?|detainees?|"
        r"nationals?|citizens?|locals?|bodyguards?|guards?|youths?|dead|wounded|injured|deaths?|fatalities|casualties|injuries|souls|lives|"
        r"suspects?|perpetrators?|figures?|commanders?|leaders?|migrants?|clansmen|tribesmen|relatives|foreigners|survivors|adults|"
        r"Palestinians?|Israelis?|Syrians?|Iraqis?|Americans?|Ukrainians?|Russians?|Afghans?|Pakistanis?|Indians?|Yemenis?|Lebanese|Sudanese|"
        r"Somalis?|Nigerians?|Malians?|Congolese|Ethiopians?|Christians?|Muslims?|Jews|Druze|Alawites?|Yazidis?|Hazaras?|Kurds?|Turks?|Britons?|"
        r"Germans?|Iranians?|Saudis?|Egyptians?|Kenyans?|Mexicans?|Haitians?|Colombians?|Thais?|Cambodians?|Filipinos?|Chinese|Libyans?|Chadians?",
    ),
)
_COMPILED = tuple((group, AnyCase(rf"\b(?:{pattern})\b")) for group, pattern in _GROUPS)
_ANY = AnyCase(r"\b(?:" + "|".join(pattern for _, pattern in _GROUPS) + r")\b")
_PERPETRATOR = AnyCase(
    r"\b(?:attackers?|assailants?|gunm[ae]n|perpetrators?|(?:suicide )?bombers?|shooters?|hijackers?|ramm?ers?|stabbers?)\b",
)
_AGE = (
    (
        "children",
        AnyCase(
            r"\b(?:child(?:ren)?|kids?|bab(?:y|ies)|infants?|toddlers?|minors?|schoolchildren|school(?:girls?|boys?)|girls?|boys?|pupils?|newborns?)\b",
        ),
    ),
    ("women", AnyCase(r"\b(?:wom[ae]n|mothers?|wife|wives|sisters?|daughters?|nuns?|female)\b")),
    ("men", AnyCase(r"\b(?:m[ae]n|fathers?|husbands?|brothers?|sons?|male)\b")),
)


def find_group(who: str) -> Group:
    """Say which group a noun phrase names: the group of its last known noun that is not a bare "people" or "members"."""
    best: tuple[int, int, Group] | None = None
    for group, pattern in _COMPILED:
        for match in pattern.finditer(who):
            key = (match.end() if group != "unknown" else -1, match.end() - match.start(), group)
            if best is None or key[:2] > best[:2]:
                best = key
    return best[2] if best else "unknown"


def is_person_noun(words: str) -> bool:
    """Tell whether a phrase holds a noun for people."""
    return _ANY.search(words) is not None


def ends_in_person_noun(words: str) -> bool:
    """Tell whether the last word, or the last before "of", is a noun for people."""
    head = re.split(r"\s+(?:of|from|in|at|who)\s+", words)[0]
    last = list(_ANY.finditer(head))
    return bool(last) and last[-1].end() == len(head.rstrip())


def find_age_sex(who: str) -> str | None:
    """Say whether a phrase is about children, women or men alone; None where it is mixed or untold."""
    found = [name for name, pattern in _AGE if pattern.search(who)]
    return found[0] if len(found) == 1 else None


def names_perpetrators(who: str) -> bool:
    """Tell whether a phrase names the attackers themselves."""
    return _PERPETRATOR.search(who) is not None
