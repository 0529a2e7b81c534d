"""Pair rows with columns one to one so that the total worth is greatest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Left = TypeVar("Left")
Right = TypeVar("Right")


def pair_best(
    lefts: Sequence[Left], rights: Sequence[Right], worth: Callable[[Left, Right], float], least: float
) -> list[tuple[int, int]]:
    """Pair items one to one for the greatest total worth, using only pairs worth at least ``least`` (> 0).

    Deterministic; pairs come in order of the left index.

    >>> pair_best([1, 2], [2, 1], lambda a, b: float(a == b), least=1.0)
    [(0, 1), (1, 0)]
    """
    if not lefts or not rights:
        return []
    table = [[value if (value := worth(a, b)) >= least else 0.0 for b in rights] for a in lefts]
    wide = len(rights) >= len(lefts)
    if not wide:
        table = [list(column) for column in zip(*table, strict=True)]
    chosen = _assign([[-value for value in row] for row in table])
    found = [(row, column) for row, column in enumerate(chosen) if table[row][column] >= least]
    return found if wide else sorted((column, row) for row, column in found)


def left_over(size: int, taken: Iterable[int]) -> list[int]:
    """List the indices below ``size`` that no pair took.

    >>> left_over(4, (2, 0))
    [1, 3]
    """
    used = set(taken)
    return [i for i in range(size) if i not in used]


def _assign(cost: list[list[float]]) -> list[int]:
    """Give each row its column at the least total cost (rows <= columns).

    The Hungarian method with potentials and shortest augmenting paths (Kuhn 1955; Jonker and Volgenant 1987): O(n^2 m).
    Index 0 is a sentinel, so real rows and columns count from 1.
    """
    n_rows, n_columns = len(cost), len(cost[0])
    row_price = [0.0] * (n_rows + 1)
    column_price = [0.0] * (n_columns + 1)
    owner = [0] * (n_columns + 1)
    came_from = [0] * (n_columns + 1)
    for row in range(1, n_rows + 1):
        owner[0] = row
        column = 0
        slack = [float("inf")] * (n_columns + 1)
        done = [False] * (n_columns + 1)
        while owner[column]:
            done[column] = True
            here, step, nearest = owner[column], float("inf"), 0
            for other in range(1, n_columns + 1):
                if done[other]:
                    continue
                reduced = cost[here - 1][other - 1] - row_price[here] - column_price[other]
                if reduced < slack[other]:
                    slack[other], came_from[other] = reduced, column
                if slack[other] < step:
                    step, nearest = slack[other], other
            for other in range(n_columns + 1):
                if done[other]:
                    row_price[owner[other]] += step
                    column_price[other] -= step
                else:
                    slack[other] -= step
            column = nearest
        while column:
            owner[column] = owner[came_from[column]]
            column = came_from[column]
    chosen = [0] * n_rows
    for column in range(1, n_columns + 1):
        if owner[column]:
            chosen[owner[column] - 1] = column - 1
    return chosen
