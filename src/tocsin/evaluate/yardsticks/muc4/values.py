"""Score one response fill against one key fill: 1 right, 0.5 in part, 0 wrong (scoring guidelines, section 3.2)."""

from __future__ import annotations

import re
from collections.abc import Callable

from tocsin.evaluate.yardsticks.muc4.dates import compare_date
from tocsin.evaluate.yardsticks.muc4.places import compare_place
from tocsin.evaluate.yardsticks.muc4.slots import BY_NAME, PARTLY, Family
from tocsin.evaluate.yardsticks.muc4.template import NOTHING, Fill
from tocsin.evaluate.yardsticks.muc4.wording import (
    HALF,
    RIGHT,
    WRONG,
    compare_name,
    compare_organisation,
    compare_phrase,
)

_COUNT = re.compile(r"^(?P<about>~)?\s*(?P<low>\d+)?\s*(?P<to>-)?\s*(?P<high>\d+)?$")


def compare_fill(slot: str, response: Fill, key: Fill) -> float:
    """Score a response fill: its value, and what it refers to; a right value about the wrong thing is right in part."""
    family = BY_NAME[slot].family
    if family == "set":
        value = max(_set(slot, response.value, due) for due in key.values)
    else:
        value = _COMPARE[family](response.value, key.values)
    if value < RIGHT or not BY_NAME[slot].tagged:
        return value
    return RIGHT if tags_agree(response, key, strict=family == "description") else HALF


def tags_agree(response: Fill, key: Fill, *, strict: bool = False) -> bool:
    """Say whether a response refers to what its key refers to.

    A key that refers to nothing asks for nothing, save where ``strict``: a description of nobody named must then be of
    nobody named.
    """
    if not key.tags:
        return not (strict and response.tags)
    if not response.tags:
        return False
    tag = response.tags[0]
    if tag == NOTHING or NOTHING in key.tags:
        return tag in key.tags
    return RIGHT in (compare_phrase(tag, key.tags), compare_name(tag, key.tags), compare_organisation(tag, key.tags))


def compare_number(response: str, keys: tuple[str, ...]) -> float:
    """Compare two counts: a single number at the end of the key's range, or beside its ``~``, is right in part.

    >>> compare_number("7", ("5 - 7",)), compare_number("7", ("~7",)), compare_number("7-", ("7 -",))
    (0.5, 0.5, 1.0)
    """
    return max((_number(_count(response), _count(key)) for key in keys), default=WRONG)


def _set(slot: str, response: str, key: str) -> float:
    if response == key:
        return RIGHT
    return HALF if (response, key) in PARTLY.get(slot, ()) else WRONG


def _number(response: tuple[str, ...], key: tuple[str, ...]) -> float:
    if response == key:
        return RIGHT
    single = len(response) == 1 and response[0].isdigit()
    return HALF if single and len(key) > 1 and response[0] in key else WRONG


def _count(text: str) -> tuple[str, ...]:
    """Part a count into its signs and figures; any other word stays whole."""
    match = _COUNT.match(text.strip())
    if match is None:
        return (text.strip(),)
    return tuple(part for part in match.groups() if part)


_COMPARE: dict[Family, Callable[[str, tuple[str, ...]], float]] = {
    "date": compare_date,
    "location": compare_place,
    "phrase": compare_phrase,
    "description": compare_phrase,
    "name": compare_name,
    "organisation": compare_organisation,
    "number": compare_number,
}
