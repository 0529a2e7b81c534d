"""Time a piece of work as the benchmarks do: CPU seconds of several rounds, the reader's caches emptied before each."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

from tocsin.extract import counts, triggers

ROUNDS = 7


def measure(work: Callable[[], object], rounds: int = ROUNDS) -> list[float]:
    """Give the CPU seconds of some runs in ascending order, after one run to warm up."""
    work()
    taken = []
    for _ in range(rounds):
        counts._find_counts.cache_clear()  # noqa: SLF001 - a reader meets new sentences, not those of the last round
        triggers._find_triggers.cache_clear()  # noqa: SLF001
        start = process_time()
        work()
        taken.append(process_time() - start)
    return sorted(taken)
