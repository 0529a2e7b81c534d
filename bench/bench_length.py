"""Does reading a long text cost more a character than a short one?

Reads a text made of demo reports, again and again in a fixed order, and one eight times as long, in one process: the
ratio is 8 where time grows as the text does. CPU time, median of five rounds, the reader's caches emptied before each.
Answer on 2026-11-22, two cores: 5.8 times, less than 8 because a name is looked up once
however often it is said.
"""

from __future__ import annotations

import json
from statistics import median

import rounds

from tocsin.pipeline import Reader, load
from tocsin.samples import sample_path

ROUNDS = 5
LENGTH = 20_000
"""Characters of the short text."""
TIMES = 8


def measure(reader: Reader, text: str) -> list[float]:
    """Give the CPU seconds of ``ROUNDS`` readings in ascending order."""
    return rounds.measure(lambda: reader(text, published="2020-01-03"), ROUNDS)


def main() -> None:
    """Print the ratio and its spread."""
    rows = [json.loads(line) for line in sample_path().read_text(encoding="utf-8").splitlines()]
    all_of_them = "\n\n".join(row["text"] for row in rows)
    text = all_of_them * (TIMES * LENGTH // len(all_of_them) + 1)
    reader = load()
    short, long = measure(reader, text[:LENGTH]), measure(reader, text[: TIMES * LENGTH])
    print(f"time({TIMES}x text) / time(1x text)  {median(long) / median(short):6.1f}")
    print(f"  spread                     {long[0] / short[-1]:6.1f} to {long[-1] / short[0]:.1f}")


if __name__ == "__main__":
    main()
