"""Say when two wordings count as the same, and which rows of two lists speak of the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tocsin.evaluate.assign import pair_best
from tocsin.evaluate.shape import Blame, Casualty, Munition, Words

# Words that never tell two names apart. Hyphenated words stay whole: "US" is not "US-led".
_EMPTY = frozenset({"the", "a", "an", "of", "in", "on", "at"})
_TOKEN = re.compile(r"\w+(?:[-'’.]\w+)*")
_POSSESSIVE = re.compile(r"['’]s?$")


def same_words(gold: Words | None, predicted: Words | None) -> bool:
    """Say whether two wordings overlap.

    They do when their spans share a character, or when the words of one, articles aside, stand in a row within the
    other: the same name at a second place of the text is the same name. Nothing overlaps with nothing.
    """
    if gold is None or predicted is None:
        return gold is predicted
    if spans_touch(gold, predicted):
        return True
    return any(_holds(a, b) or _holds(b, a) for a in _names(gold) for b in _names(predicted))


def exact_words(gold: Words | None, predicted: Words | None) -> bool:
    """Say whether two wordings are the same words, letter case and articles aside."""
    if gold is None or predicted is None:
        return gold is predicted
    return tokens_of(gold.text) == tokens_of(predicted.text)


def spans_touch(gold: Words, predicted: Words) -> bool:
    """Say whether two wordings share a character of the text."""
    if gold.span is None or predicted.span is None:
        return False
    return gold.span[0] < predicted.span[1] and predicted.span[0] < gold.span[1]


def tokens_of(text: str) -> tuple[str, ...]:
    """Cut a wording into lower-case words without articles and possessive endings.

    >>> tokens_of("the US-led Coalition's base")
    ('us-led', 'coalition', 'base')
    """
    words = (_POSSESSIVE.sub("", word.casefold()) for word in _TOKEN.findall(text))
    return tuple(word for word in words if word not in _EMPTY)


def pair_casualties(gold: tuple[Casualty, ...], predicted: tuple[Casualty, ...]) -> list[tuple[int, int]]:
    """Pair toll rows that speak of the same people: same outcome, and the same figure or overlapping words."""

    def worth(a: Casualty, b: Casualty) -> float:
        if a.outcome != b.outcome:
            return 0.0
        known = 3.0 * (a.figure == b.figure) + 2.0 * _touch(a.words, b.words)
        # Group only settles ties: two rows of one figure ("two soldiers, two police officers").
        return known + 0.5 * (a.group == b.group) if known else 0.0

    return pair_best(gold, predicted, worth, least=2.0)


def pair_munitions(gold: tuple[Munition, ...], predicted: tuple[Munition, ...]) -> list[tuple[int, int]]:
    """Pair rows of rounds by the same figure or overlapping words."""

    def worth(a: Munition, b: Munition) -> float:
        return 3.0 * ((a.low, a.high) == (b.low, b.high)) + 2.0 * _touch(a.words, b.words)

    return pair_best(gold, predicted, worth, least=2.0)


def pair_blame(gold: tuple[Blame, ...], predicted: tuple[Blame, ...]) -> list[tuple[int, int]]:
    """Pair rows of responsibility by actor, wording and stance; a shared stance alone is not enough."""

    def worth(a: Blame, b: Blame) -> float:
        actor = 2.0 * same_words(a.actor, b.actor)
        return actor + 1.5 * _touch(a.words, b.words) + 1.0 * (a.stance == b.stance)

    return pair_best(gold, predicted, worth, least=1.5)


def _touch(a: Words | None, b: Words | None) -> bool:
    return a is not None and b is not None and spans_touch(a, b)


def _names(words: Words) -> Iterable[tuple[str, ...]]:
    return (tokens for text in (words.text, *words.also) if (tokens := tokens_of(text)))


def _holds(outer: tuple[str, ...], inner: tuple[str, ...]) -> bool:
    width = len(inner)
    return any(outer[at : at + width] == inner for at in range(len(outer) - width + 1))
