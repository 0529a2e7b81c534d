"""Read the people of a toll row as the 1992 template names them: name, description, type, number."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tocsin.evaluate.yardsticks.muc4.lexicon import HUMAN_TARGETS, ORGANISATIONS, PHYSICAL_TARGETS, find_fill
from tocsin.extract.people import is_person_noun

_WORD = re.compile(r"[A-Z0-9]+(?:[-.&'][A-Z0-9]+)*\.?|,")
# A description ends before these: a verb, a clause, a place.
_STOP = frozenset(
    """
    WAS WERE WHO WHOM WHOSE WHICH THAT IN AT ON BY WITH HAS HAVE HAD IS ARE BEEN BEING WILL WOULD DURING WHILE
    WHEN WHERE AFTER BEFORE AS TO EARLY LAST YESTERDAY TODAY SINCE BECAUSE SERIOUSLY ALSO RESULTED NEAR , THERE NOT
    INCLUDING AMONG AGED THIS HOMELESS HERE DUE
    """.split()
)
_START = frozenset(
    "A AN THE HIS HER THEIR ITS OUR MY THIS THESE THOSE SOME SEVERAL MANY OTHER OTHERS ANOTHER MORE AND OR BUT".split()
)
_NUMBERS = frozenset(
    "ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN TWENTY "
    "THIRTY DOZENS HUNDREDS SCORES LEAST".split()
)
_GOVERNING = frozenset("OF IN FROM FOR".split())
# Words of crowds and offices that are places or things where they stand alone.
_THINGS = frozenset(
    "POPULATION PRECINCT RANKS FORCES FORCE PATROL EMBASSY ARMY PARTY SECURITY LEGAL CASUALTIES GOVERNMENT".split()
)
# Of a people in the singular: in front of a noun more often than not.
_NATIONAL = frozenset(
    "AMERICAN COLOMBIAN MEXICAN GERMAN RUSSIAN ISRAELI IRANIAN THAI HAITIAN CHRISTIAN CATHOLIC".split()
)
_NO_NAME = frozenset(
    "NO ONE NOBODY THEY WE YOU I HE SHE IT WHO THEM US HIM ME EVERYONE ANYONE DEAD WOUNDED VICTIM VICTIMS".split()
)
# Words of office and calling that stand before a name, or are a description by themselves.
_TITLES = re.compile(
    r"^(?:DR|MR|MRS|MS|MSGR|COL|LT|GEN|MAJ|CAPT|SGT|CPL|ENG|PROF|FR|REV|SEN|ARCHBISHOP|BISHOP"
    r"|MONSIGNOR|FATHER|PRIESTS?|REVEREND|PASTOR|SISTER"
    r"|ENGINEER|TECHNICIANS?|JESUITS?|CLERGYM[AE]N|MISSIONAR\w+|JOURNALISTS?|REPORTERS?|ARCHITECT"
    r"|DOCTOR|ECONOMIST|EXECUTIVES?|INDUSTRIALISTS?"
    r"|BUSINESSM[AE]N|INSPECTORS?|RANCHERS?|COLLEAGUES?|COMPANIONS?|FORMER|RETIRED|RECTOR|DEAN|PROFESSOR|TEACHERS?"
    r"|SPOKESM[AE]N|COORDINATOR|MEMBERS?"
    r"|MAGISTRATES?|SENATORS?|CONGRESSM[AE]N|COUNCILM[AE]N|LEADERS?|CANDIDATES?|HOPEFULS?|COMMANDERS?"
    r"|PRESIDENT|MINISTERS?|SECRETAR\w+|GOVERNORS?"
    r"|MAYORS?|JUDGES?|DEPUT\w+|ATTORNEYS?|DIRECTORS?|MANAGERS?|COLONEL|GENERAL|MAJOR|CAPTAIN"
    r"|LIEUTENANT|SERGEANT|CORPORAL|AMBASSADOR|CONSUL"
    r"|DRIVERS?|STUDENTS?|UNIONISTS?|PEASANTS?|WIFE|SON|DAUGHTER|BROTHER|WATCHM[AE]N|INTELLECTUALS?"
    r"|SCHOLARS?|RESEARCHERS?|ACADEMICS?|CLERICS?)$"
)
_AGE = re.compile(r"^\d*-?YEARS?-OLD$")
_VERB = re.compile(r"(?:ED|ING|LY)$|^(?:DIED|SAID|TOLD|SHOT|LEFT|TOOK|FELL|WENT|CAME|LOST|MET)$")
_SET_OFF = re.compile(r"\s*,\s*(?:AGED? )?(?:\d+,\s*)?((?:THE |A |AN |WHO WAS (?:THE |A |AN )?)?[^,.;:\n]{3,60})[,.]")
_PARTICLES = frozenset("DE LA DEL LAS LOS Y VON VAN DA DI DOS SAN SANTA".split())


@dataclass(frozen=True, slots=True)
class Person:
    """Hold one person or one group of people that a template names."""

    name: str | None
    description: str | None

    @property
    def plural(self) -> bool:
        """Say whether the description's head is of more than one."""
        head = (self.description or "").split(" OF ")[0]
        return head.endswith(("S", "MEN", "WOMEN", "PEOPLE", "CHILDREN", "POLICE")) and not head.endswith(
            ("SS", "US", "'S")
        )

    @property
    def tag(self) -> str:
        """Give what other slots refer to: the name, else the description."""
        return self.name or self.description or ""


def read_people(who: str, context: str = "", at: int = -1) -> list[Person]:
    """Read whom a wording names; ``context[at:]`` is where it stands in the report, in capitals.

    The report tells more than the wording: the name behind an office, the office before a name or set off behind it.
    Two callings joined by "and" are two people.
    """
    parts = [part for part in re.split(r"\s+AND\s+", who.upper()) if part]
    if len(parts) == 2 and all(_is_one_calling(part) for part in parts):
        return [person for part in parts if (person := read_person(part))]
    person = read_person(who)
    if person is None:
        return []
    if at >= 0 and person.name is None and not person.plural:
        name = _name_behind(context[at + len(who) :])
        person = Person(name, person.description) if name else person
    if person.name and person.description is None:
        person = Person(person.name, _office_of(person.name, context))
    return [person]


def read_person(who: str) -> Person | None:
    """Part a wording into description and name; None where it names no people.

    >>> read_person("ANTIOQUIA GOVERNOR ANTONIO ROLDAN WAS")
    Person(name='ANTONIO ROLDAN', description='ANTIOQUIA GOVERNOR')
    """
    words = _trim(_WORD.findall(who.upper()))
    if not words or set(words) <= _NO_NAME or words[0] in _GOVERNING:
        return None
    core = words[: next((i for i, word in enumerate(words) if word in _GOVERNING), len(words))]
    at = max((i for i, word in enumerate(core) if is_calling(word)), default=-1)
    tail = core[at + 1 :]
    if at < 0:
        return Person(" ".join(core), None) if _is_name(core) and len(core) > 1 else None
    if tail and core == words:
        return Person(" ".join(tail), " ".join(core[: at + 1])) if _is_name(tail) else _described(core[: at + 1])
    return _described(words) if not tail else None


def is_calling(word: str) -> bool:
    """Say whether a word is one for people: an office, a calling, a kin, a crowd."""
    if word in _NATIONAL or word in _THINGS:
        return False
    return _TITLES.match(word) is not None or is_person_noun(word) or find_fill(HUMAN_TARGETS, word) is not None


def _is_one_calling(part: str) -> bool:
    words = _trim(_WORD.findall(part))
    return bool(words) and is_calling(words[-1]) and len(words) <= 3 and not words[-1].endswith("S")


def _name_behind(after: str) -> str | None:
    """Find the name that follows an office: "mayor Ana Paz was", "the mayor, Ana Paz,"."""
    clause = re.split(r"[.;:\n\[\]()]", after[:90], maxsplit=1)[0]
    set_off = clause.startswith(",")
    words = _WORD.findall(clause.removeprefix(","))
    name: list[str] = []
    for word in words:
        if word in _STOP | _START | _GOVERNING | _NUMBERS or _VERB.search(word) or not word.replace(".", "").isalpha():
            break
        name.append(word)
    while name and name[-1] in _PARTICLES:
        name.pop()
    if not 2 <= len(name) <= 5 or not _is_name(name) or any(map(is_calling, name)):
        return None
    return " ".join(name) if not set_off or words[len(name) : len(name) + 1] == [","] else None


def _office_of(name: str, context: str) -> str | None:
    """Find the office told right before a name, or set off right behind it, anywhere in the report."""
    for match in re.finditer(rf"\b{re.escape(name)}\b", context):
        before = re.split(r"[.;:\n]", context[max(0, match.start() - 90) : match.start()])[-1]
        office: list[str] = []
        for word in reversed(_WORD.findall(before)):
            light = word in _STOP | _START | _GOVERNING | _NUMBERS or _VERB.search(word)
            if light or (not office and not is_calling(word)) or len(office) > 5:
                break
            office.insert(0, word)
        if office and not office[-1].endswith("S"):
            return " ".join(office)
        behind = _SET_OFF.match(context[match.end() : match.end() + 120])
        if behind and (found := read_person(behind[1])) and found.name is None and not found.plural:
            return found.description
    return None


def _described(words: list[str]) -> Person | None:
    return Person(None, " ".join(words)) if words else None


def _trim(words: list[str]) -> list[str]:
    start = 0
    while start < len(words) and (words[start] in _START or words[start] in _NUMBERS or words[start].isdigit()):
        start += 1
    kept: list[str] = []
    for word in words[start:]:
        if word in _STOP or (kept and word.endswith("ING")):
            break
        if not _AGE.match(word):
            kept.append(word)
    while kept and kept[-1] in _START | _GOVERNING:
        kept.pop()
    return kept


def _is_name(words: list[str]) -> bool:
    """Say whether words may be a name: one to six words of letters, none of them a common word of the lists here."""
    plain = [word for word in words if word not in _PARTICLES]
    return (
        1 <= len(plain) <= 6
        and all(word.replace(".", "").replace("-", "").isalpha() for word in plain)
        and not set(words) & (_STOP | _START | _NUMBERS | _NO_NAME | _GOVERNING | _THINGS)
        and not any(find_fill(PHYSICAL_TARGETS, word) or ORGANISATIONS.search(word) for word in plain)
    )
