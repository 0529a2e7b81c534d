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
    r"|BUSINESSM[AE]N|RANCHERS?|COLLEAGUES?|COMPANIONS?|FORMER|RETIRED|RECTOR|DEAN|PROFESSOR|TEACHERS?"
    r"|SPOKESM[AE]N|COORDINATOR|MEMBERS?"
    r"|MAGISTRATES?|SENATORS?|CONGRESSM[AE]N|COUNCILM[AE]N|LEADERS?|CANDIDATES?|HOPEFULS?|COMMANDERS?"
    r"|PRESIDENT|MINISTERS?|SECRETAR\w+|GOVERNORS?"
    r"|MAYORS?|JUDGES?|DEPUT\w+|ATTORNEYS?|DIRECTORS?|MANAGERS?|COLONEL|GENERAL|MAJOR|CAPTAIN"
    r"|LIEUTENANT|SERGEANT|CORPORAL|AMBASSADOR|CONSUL"
    r"|DRIVERS?|STUDENTS?|UNIONISTS?|PEASANTS?|WIFE|SON|DAUGHTER|BROTHER|WATCHM[AE]N|INTELLECTUALS?"
    r"|SCHOLARS?|RESEARCHERS?|ACADEMICS?|CLERICS?)$"
)
_AGE = re.compile(r"^\d*-?YEARS?-OLD$")
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


def read_person(who: str) -> Person | None:
    """Part a wording into description and name; None where it names no people.

    >>> read_person("ANTIOQUIA GOVERNOR ANTONIO ROLDAN WAS")
    Person(name='ANTONIO ROLDAN', description='ANTIOQUIA GOVERNOR')
    """
    words = _trim(_WORD.findall(who.upper()))
    if not words or set(words) <= _NO_NAME:
        return None
    if words[0] in _GOVERNING:
        return None
    at = max((i for i, word in enumerate(words) if is_calling(word)), default=-1)
    if "OF" in words:
        return _described(words) if at >= 0 else None
    tail = words[at + 1 :]
    if at < 0:
        return Person(" ".join(words), None) if _is_name(words) and len(words) > 1 else None
    if tail and _is_name(tail):
        return Person(" ".join(tail), " ".join(words[: at + 1]))
    return _described(words[: at + 1])


def is_calling(word: str) -> bool:
    """Say whether a word is one for people: an office, a calling, a kin, a crowd."""
    if word in _NATIONAL:
        return False
    return _TITLES.match(word) is not None or is_person_noun(word) or find_fill(HUMAN_TARGETS, word) is not None


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
    while kept and kept[-1] in _START | {"OF", "FROM", "FOR"}:
        kept.pop()
    return kept


def _is_name(words: list[str]) -> bool:
    """Say whether words may be a name: two to six words of letters, none of them a common word of the lists here."""
    plain = [word for word in words if word not in _PARTICLES]
    return (
        1 <= len(plain) <= 6
        and all(word.replace(".", "").replace("-", "").isalpha() for word in plain)
        and not set(words) & (_STOP | _START | _NUMBERS | _NO_NAME | _GOVERNING)
        and not any(find_fill(PHYSICAL_TARGETS, word) or ORGANISATIONS.search(word) for word in plain)
    )
