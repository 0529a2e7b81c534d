"""Compare wordings as the 1992 guidelines ask a scorer to (sections 3.1.1 and 3.2.18), without a person to ask.

Where a person may grant full credit on meaning, this scorer does not: a wording is right where it is one of the key's,
articles, quantities and nationalities aside, or says more in front of it; in part where the two share their head word
or one holds the other. So its scores are a little lower than an interactive scoring of the same templates would give.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

RIGHT, HALF, WRONG = 1.0, 0.5, 0.0

_TOKEN = re.compile(r"[A-Z0-9]+(?:[-.&'][A-Z0-9]+)*")
_BRACKETED = re.compile(r"[\[(]([^\])]*)[\])]")
_LIGHT = frozenset(
    """
    A AN THE THIS THAT THESE THOSE HIS HER THEIR ITS OUR SOME SEVERAL MANY FEW OTHER OTHERS ANOTHER ABOUT AT LEAST MORE
    THAN OVER UP TO ALMOST NEARLY SO-CALLED ALL BOTH EACH EVERY ANY APPROXIMATELY AROUND DOZENS HUNDREDS SCORES OF
    ONE TWO THREE FOUR FIVE SIX SEVEN EIGHT NINE TEN ELEVEN TWELVE THIRTEEN FOURTEEN FIFTEEN SIXTEEN SEVENTEEN EIGHTEEN
    NINETEEN TWENTY THIRTY FORTY FIFTY HUNDRED THOUSAND DOZEN
    SALVADORAN SALVADORANS COLOMBIAN PERUVIAN CHILEAN HONDURAN GUATEMALAN BOLIVIAN ECUADORAN ECUADORIAN ARGENTINE
    ARGENTINIAN NICARAGUAN PANAMANIAN BRAZILIAN VENEZUELAN MEXICAN SPANISH U.S AMERICAN NORTH-AMERICAN
    """.split()
)
_AFTER = frozenset(
    """
    OF WHO WHOM WHOSE WHICH THAT WHERE IN INSIDE AT NEAR FROM ON WITH WITHOUT FOR BY TO INTO BELONGING LOCATED WEARING
    ARMED DRESSED WERE WAS IS ARE AND AS UNDER AGAINST OUTSIDE
    """.split()
)


def compare_phrase(response: str, keys: Iterable[str]) -> float:
    """Compare a noun phrase with the phrases a key allows."""
    return max((_phrase(response, key) for key in keys), default=WRONG)


def compare_name(response: str, keys: Iterable[str]) -> float:
    """Compare a person's name: a title in front does no harm, a part of the name is partly right."""
    return max((_name(response, key) for key in keys), default=WRONG)


def compare_organisation(response: str, keys: Iterable[str]) -> float:
    """Compare an organisation: its name with its letters in brackets is right where either is."""
    keys = tuple(keys)
    inside = _BRACKETED.findall(response)
    forms = (response, _BRACKETED.sub(" ", response), *inside) if inside else (response,)
    return max(compare_phrase(form, keys) for form in forms)


@lru_cache(maxsize=16384)
def words_of(phrase: str) -> tuple[str, ...]:
    """Cut a phrase into words without the light words in front; a phrase of light words alone keeps them.

    >>> words_of("the 3 Salvadoran peasants")
    ('PEASANTS',)
    """
    words = _TOKEN.findall(phrase.upper())
    start = 0
    while start < len(words) and (words[start] in _LIGHT or words[start].isdigit()):
        start += 1
    return tuple(words[start:] or words)


def _phrase(response: str, key: str) -> float:
    ours, due = words_of(response), words_of(key)
    if ours == due:
        return RIGHT if ours else WRONG
    if not ours or not due:
        return WRONG
    head, due_head = core_of(ours), core_of(due)
    if head == ours and due_head == due and ours[-len(due) :] == due:
        return RIGHT  # more modifiers in front
    if head == due_head or _one(head[-1]) == _one(due_head[-1]):
        return HALF
    if _within(ours, due):
        return HALF  # a part of the key's phrase
    return HALF if _within(due, ours) and not _governed(due, ours) else WRONG


def _name(response: str, key: str) -> float:
    ours, due = words_of(response), words_of(key)
    if not ours or not due:
        return WRONG
    if ours[-len(due) :] == due:
        return RIGHT
    return HALF if _within(ours, due) or _within(due, ours) or ours[-1] == due[-1] else WRONG


def core_of(words: tuple[str, ...]) -> tuple[str, ...]:
    """Give the words up to the first that opens a clause or a phrase behind the noun.

    >>> core_of(("HOME", "OF", "THE", "MAYOR"))
    ('HOME',)
    """
    for at, word in enumerate(words):
        if at and word in _AFTER:
            return words[:at]
    return words


def _within(part: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Say whether the words of one stand in the other in their order, names with words left out included."""
    rest = iter(whole)
    return all(word in rest for word in part)


def _governed(due: tuple[str, ...], ours: tuple[str, ...]) -> bool:
    """Say whether the key's words only modify another thing: "house of peasants" is no peasant."""
    return due[0] in ours and ours.index(due[0]) > 0 and ours[ours.index(due[0]) - 1] in _AFTER - {"AND"}


def _one(word: str) -> str:
    return word[:-1] if len(word) > 3 and word.endswith("S") and not word.endswith("SS") else word
