"""How long does the gazetteer take to open, and how dear is a look-up next to one in a plain dictionary?

Opens it anew in each round against reading ``meta.json`` alone, and looks 5,000 known names up, for the first time and
again, against folding the same names and asking a dictionary. CPU time, median of seven rounds.
Answer on 2026-11-22, two busy cores: 3.5 ms to open 22 MB, 1.3 times ``meta.json`` alone; 140,000 names are found a
second for the first time, 1.1 million again, which is 5 and 9 times the cost of the dictionary.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from pathlib import Path
from statistics import median

import rounds

from tocsin.resolve import gazetteer as module
from tocsin.resolve.folding import fold
from tocsin.resolve.gazetteer import Gazetteer

NAMES = 5000
FOLDER = Path(module.__file__).parent.parent / "data" / "gazetteer"


def look_up(names: list[str], ask: Callable[[str], object], gazetteer: Gazetteer, *, afresh: bool) -> float:
    """Give the CPU seconds of looking all the names up; ``afresh`` as if for the first time."""

    def work() -> None:
        if afresh:
            gazetteer._places.cache_clear()  # noqa: SLF001
            fold.cache_clear()
        for name in names:
            ask(name)

    return median(rounds.measure(work))


def main() -> None:
    """Print the figures."""
    gazetteer = Gazetteer.load()
    keys = sorted(key for key in gazetteer._trie.keys("k") if not key.startswith(module.LOOSE_MARK))  # noqa: SLF001
    names = [key.title() for key in random.Random(7).choices(keys, k=NAMES)]  # noqa: S311 - a fixed seed is wanted
    plain = {fold(name): name for name in names}

    opening = median(rounds.measure(Gazetteer.load))
    meta = median(rounds.measure(lambda: json.loads((FOLDER / "meta.json").read_text(encoding="utf-8"))))
    print(f"size of the three files, MB            {sum(f.stat().st_size for f in FOLDER.iterdir()) / 1e6:8.1f}")
    print(f"opening, ms                            {opening * 1e3:8.1f}")
    print(f"opening / reading meta.json            {opening / meta:8.1f}")
    for told, afresh in (("first", True), ("again", False)):
        floor = look_up(names, lambda name: plain.get(fold(name)), gazetteer, afresh=afresh)
        for asked, ask in (("find", gazetteer.find), ("knows", gazetteer.knows)):
            took = look_up(names, ask, gazetteer, afresh=afresh)
            print(f"{asked:<5} {told}, look-ups a second {NAMES / took:11,.0f}   dictionary = 1: {took / floor:5.1f}")


if __name__ == "__main__":
    main()
