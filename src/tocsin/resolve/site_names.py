"""Read the full name of a site that is written with capitals to the last word: *Beach View Hotel*.

A gazetteer knows few sites by name, and a well-known word inside such a name (*Mindanao State University*) is no
place of its own. Method: the longest run of capitalised words that ends in a head noun of sites.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tocsin.resolve import wordlists as wl
from tocsin.resolve.words import Word

_KINDS: Final = frozenset({"hospital", "prison", "religious", "school", "market", "building"})
_PLAIN: Final = frozenset({"building", "compound", "tower", "station", "headquarters", "palace"})
_LONGEST: Final = 6
_JOINS: Final = frozenset({" ", "-"})


def read_site_run(words: Sequence[Word], i: int) -> tuple[int, str] | None:
    """Read a site's name at ``i``: how many words it has (three at the least) and its head, or None."""
    if not _may_stand(words[i]) or words[i].opens:
        return None
    best: tuple[int, str] | None = None
    for j in range(i + 1, min(i + _LONGEST, len(words))):
        word = words[j]
        if not _may_stand(word) or word.gap not in _JOINS:
            break
        head = wl.SITE_HEADS.get(word.folded)
        if head in _KINDS and word.folded not in _PLAIN and j - i >= 2:
            best = j - i + 1, head
    return best


def _may_stand(word: Word) -> bool:
    if not word.cap or word.low or word.shouted:
        return False
    return word.folded not in wl.ORG_WORDS and word.folded not in wl.TITLES and word.folded not in wl.DAYS_AND_MONTHS
