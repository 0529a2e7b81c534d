"""Compare places of the 1992 template: ``PERU: LIMA (CITY): MIRAFLORES (NEIGHBORHOOD)``, from the country inwards."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from tocsin.evaluate.yardsticks.muc4.wording import HALF, RIGHT, WRONG

# Kinds that the conference's list of places gives to one and the same place, or says are hard to tell apart.
_KINDS = (
    frozenset(
        "CITY TOWN VILLAGE MUNICIPALITY JURISDICTION HAMLET PORT CANTON TOWNSHIP CAPITAL COMMUNITY SUBURB".split()
    ),
    frozenset("NEIGHBORHOOD DISTRICT SECTOR SUBURB AREA ZONE TOWN CITY".split()),
    frozenset("DEPARTMENT PROVINCE COUNTY STATE REGION COMMISSARIAT INTENDANCY".split()) | {"OFFICIAL REGION"},
)
_STEP = re.compile(r"^(?P<name>[^()]*?)\s*(?:\((?P<kinds>[^()]*)\))?$")
_ARTICLE = re.compile(r"^(?:EL|LA|LOS|LAS|THE) (?=.)")
_BETWEEN = re.compile(r"(?<=\)) - (?=[^:]*$)")


@dataclass(frozen=True, slots=True)
class Step:
    """Hold one place on the way inwards: its folded name, and the kinds it may be of (none where untold)."""

    name: str
    kinds: frozenset[str]


Place = tuple[Step, ...]
"""Country first."""


def compare_place(response: str, keys: tuple[str, ...]) -> float:
    """Score a place: the same way down, in part where the country is right or only the country is wrong, or wrong."""
    ours = parse_place(response)
    return max((_compare(ours, end) for key in keys for end in _ends(key)), default=WRONG)


def parse_place(text: str) -> Place:
    """Read the steps of a place.

    >>> [step.name for step in parse_place("COLOMBIA: ANTIOQUIA (DEPARTMENT): MEDELLIN (CITY)")]
    ['COLOMBIA', 'ANTIOQUIA', 'MEDELLIN']
    """
    return tuple(_step(part) for part in text.split(":") if part.strip())


def fold_place(name: str) -> str:
    """Write a name in plain capitals without accents or its article."""
    plain = unicodedata.normalize("NFKD", name)
    text = "".join(char for char in plain if not unicodedata.combining(char)).upper()
    return _ARTICLE.sub("", " ".join(re.sub(r"[^A-Z0-9 ]+", " ", text).split()))


def _ends(key: str) -> list[tuple[Place, float]]:
    """Part a place between two others: either end alone is right in part."""
    whole = parse_place(key)
    if len(ends := _BETWEEN.split(key)) == 1:
        return [(whole, RIGHT)]
    way, _, _ = ends[0].rpartition(":")
    return [(whole, RIGHT), (parse_place(ends[0]), HALF), (parse_place(f"{way}: {ends[1]}"), HALF)]


def _compare(ours: Place, end: tuple[Place, float]) -> float:
    due, most = end
    if not ours or not due:
        return WRONG
    inner = len(ours) == len(due) and all(_same(a, b) for a, b in zip(ours[1:], due[1:], strict=True))
    if ours[0].name == due[0].name:
        return most if inner else HALF
    return HALF if inner and len(ours) > 1 else WRONG


def _same(ours: Step, due: Step) -> bool:
    if ours.name != due.name:
        return False
    alike = frozenset().union(*(group for group in _KINDS if group & due.kinds)) | due.kinds
    return not ours.kinds or not due.kinds or bool(ours.kinds & alike)


def _step(part: str) -> Step:
    match = _STEP.match(part.strip())
    name, kinds = (match["name"], match["kinds"]) if match else (part, None)
    return Step(fold_place(name), frozenset(kind.strip() for kind in (kinds or "").split("/") if kind.strip()))
