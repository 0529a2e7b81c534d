"""Where pieces stand to one another: windows over a long report, and the distance features of a pair of pieces."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

WINDOW = 510  # tokens of text in one encoder pass; with the two special tokens 512, the most the encoder takes
STRIDE = 340
DISTANCES = (-400, -200, -100, -60, -30, -15, -6, 0, 6, 15, 30, 60, 100, 200, 400, 10**9)
"""Upper bounds, in tokens, of the steps of signed distance from the first piece of a pair to the second."""


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens ``start`` to ``end`` are encoded together; of them ``keep_from`` to ``keep_to`` are kept."""

    start: int
    end: int
    keep_from: int
    keep_to: int


def windows(n_tokens: int) -> list[Window]:
    """Cut a report of any length into overlapping windows whose kept stretches tile it."""
    if n_tokens <= WINDOW:
        return [Window(0, n_tokens, 0, n_tokens)]
    starts = [*range(0, n_tokens - WINDOW, STRIDE), n_tokens - WINDOW]
    cuts = [0, *((a + WINDOW + b) // 2 for a, b in pairwise(starts)), n_tokens]
    return [Window(s, s + WINDOW, cuts[n], cuts[n + 1]) for n, s in enumerate(starts)]


def pair_features(
    sources: list[tuple[int, int]], goals: list[tuple[int, int]], breaks: list[int]
) -> NDArray[np.float32]:
    """Describe every pair (source, goal) by where they stand: shape ``(len(sources) * len(goals), F)``.

    Features: the step of the signed token distance (one-hot), whether they overlap, whether they stand in one
    sentence, whether no other goal stands nearer before, nearer after, and whether the goal is the first of all.
    ``breaks`` are the tokens at which sentences begin, ascending.
    """
    order = sorted(range(len(goals)), key=lambda g: goals[g])
    firsts = [goals[g][0] for g in order]
    sentence = {p: bisect_left(breaks, p[0] + 1) for p in (*sources, *goals)}
    out = np.zeros((len(sources) * len(goals), len(DISTANCES) + 5), np.float32)
    for s, source in enumerate(sources):
        after = bisect_left(firsts, source[0] + 1)
        before_goal = order[after - 1] if after else -1
        next_goal = order[after] if after < len(order) else -1
        for g, goal in enumerate(goals):
            row = out[s * len(goals) + g]
            row[_step(source, goal)] = 1
            row[-5] = source[0] <= goal[1] and goal[0] <= source[1]
            row[-4] = sentence[source] == sentence[goal]
            row[-3] = g == before_goal
            row[-2] = g == next_goal
            row[-1] = bool(order) and g == order[0]
    return out


def _step(source: tuple[int, int], goal: tuple[int, int]) -> int:
    if source[0] <= goal[1] and goal[0] <= source[1]:
        away = 0
    elif goal[0] > source[1]:
        away = goal[0] - source[1]
    else:
        away = goal[1] - source[0]
    return bisect_left(DISTANCES, away)
