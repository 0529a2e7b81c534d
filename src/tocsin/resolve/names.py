"""Find the wordings of places in a text.

A name is taken where the gazetteer knows it or a head word makes it one (*the village of X*, *X refugee camp*); the
names of people, bodies and papers that hold a place name are left out. What a name alone does not prove (a small town,
a town called like a person or an English word) needs a preposition of place, a container or a head word.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING

from tocsin.resolve import wordlists as wl
from tocsin.resolve.folding import ARTICLES, fold
from tocsin.resolve.gazetteer import CURATED
from tocsin.resolve.relative import read_lead
from tocsin.resolve.site_names import read_site_run
from tocsin.resolve.wording import PlaceWording
from tocsin.resolve.words import ABBREVIATIONS, Word, split_words

if TYPE_CHECKING:
    from tocsin.resolve.gazetteer import Gazetteer, Place

_POSSESSIVE = ("'s", "’s")
_JOINS = frozenset({" ", "-", "\u2010", "\u2011", "\u00a0", " - "})
_PARTICLES = frozenset(
    "of the au aux sur les los las der den upon es sous de del la al el ez as ash ar at an az ad e i y da do dos du "
    "des le bin ibn van von".split(),
)
_INNER_PARTICLES = frozenset("au sur es al el ez ash de del la le da do dos du des".split())
_LONGEST = 7
WELL_KNOWN = 100_000
"""A town of this many people is taken in another spelling, too."""
KNOWN_TOWN = 15_000
"""A town of this many people is taken without further evidence; a first guess, not swept."""


def _without_possessive(words: str) -> str:
    return words[:-2] if words.endswith(_POSSESSIVE) else words


def find_place_names(text: str, gazetteer: Gazetteer) -> list[PlaceWording]:
    """List the wordings of places in ``text``, in order and without overlaps."""
    return _Reader(text, gazetteer).read()


class _Reader:
    """Walk over the words of one text once; holds what has been decided so far."""

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self.text = text
        self.gazetteer = gazetteer
        self.tokens = split_words(text)
        self.taken: list[PlaceWording] = []
        self.people: set[str] = set()
        bodies = [match.span() for match in wl.ORG_PHRASES.finditer(text)]
        self.body_starts = [start for start, _ in bodies]
        self.body_ends = [end for _, end in bodies]

    def read(self) -> list[PlaceWording]:
        i = 0
        while i < len(self.tokens):
            i = self._read_at(i)
        return _link_containers(self.text, self.taken)

    # -- one position --------------------------------------------------------------------

    def _read_at(self, i: int) -> int:
        token = self.tokens[i]
        at = bisect_right(self.body_starts, token.start) - 1
        body = self.body_ends[at] if at >= 0 else 0
        if token.start < body:
            while i < len(self.tokens) and self.tokens[i].start < body:
                i += 1
            return i
        if token.cap and token.folded in wl.TITLES and not token.low and not token.shouted:
            return self._skip_person(i)
        if not self._may_start(i):
            return i + 1
        demonym = self._longest_demonym(i)
        known = self._longest(i)
        if demonym and demonym >= known and not (token.low and token.folded not in _SAFE_LOW):
            return self._take(i, demonym, modifier=True)
        site = read_site_run(self.tokens, i)
        if site:
            return self._take(i, site[0], head=site[1])
        if known and not self._is_stub(i, known):
            return self._read_known(i, known)
        return self._read_unknown(i)

    def _is_stub(self, i: int, n: int) -> bool:
        """Say whether the known name is but the first word of a longer one: *Ain* of *Ain Issa*."""
        if n > 1 or self.tokens[i].folded not in wl.LEADING_HEADS or self.tokens[i].shouted:
            return False
        after = self._next_joined(i + 1)
        return after is not None and after.cap and after.folded not in _HEAD_WORDS

    def _longest_demonym(self, i: int) -> int:
        if not self.tokens[i].cap:
            return 0
        for n in (3, 2, 1):
            joined = i + n <= len(self.tokens) and all(self._joined(k) for k in range(i + 1, i + n))
            if joined and self.gazetteer.is_demonym(self._slice(i, n)):
                return n
        return 0

    def _may_start(self, i: int) -> bool:
        token = self.tokens[i]
        if token.cap:
            return token.folded not in {"the", "a", "an"}
        if token.folded not in ARTICLES or i + 1 >= len(self.tokens) or not self.tokens[i + 1].cap:
            return False
        gap = self.tokens[i + 1].gap  # "at Iraqi" is English, "at-Tanf" and "al Tanf" are not
        return gap == "-" or (gap == " " and token.folded in {"al", "el"})

    def _joined(self, i: int) -> bool:
        gap = self.tokens[i].gap
        return gap in _JOINS or (gap == ". " and self.tokens[i - 1].text in ABBREVIATIONS)

    def _longest(self, i: int) -> int:
        """Count the words of the longest known name at ``i``; its last word has a capital or is a head word."""
        best = 0
        for n in range(1, min(_LONGEST, len(self.tokens) - i) + 1):
            last = self.tokens[i + n - 1]
            if n > 1 and not self._joined(i + n - 1):
                break
            if not last.cap and not last.text[0].isdigit() and not self._is_lower_part(last):
                break
            if (last.cap or last.text[0].isdigit() or n > 1) and self.gazetteer.knows(self._slice(i, n)):
                best = n
            if last.text.endswith(_POSSESSIVE):
                break
        return best

    def _is_lower_part(self, token: Word) -> bool:
        word = token.folded
        if token.gap == "-":
            return True
        return word in _PARTICLES or word in ARTICLES or word in _HEAD_WORDS

    def _slice(self, i: int, n: int) -> str:
        return _without_possessive(self.text[self.tokens[i].start : self.tokens[i + n - 1].end])

    # -- people --------------------------------------------------------------------------

    def _skip_person(self, i: int) -> int:
        """Pass over a title and the name after it; *Governor of Kirkuk* keeps Kirkuk."""
        j = i + 1
        while j < len(self.tokens) and self.tokens[j].cap and self.tokens[j].gap in {" ", ". ", "-"}:
            if self.tokens[j].folded not in wl.TITLES:
                self.people.add(fold(_without_possessive(self.tokens[j].text)))
            j += 1
        return j

    def _belongs_to_person(self, i: int, n: int, *, flagged: bool) -> bool:
        """Say whether the words around a known name make it part of a person's name."""
        before = self.tokens[i - 1] if i and self._joined(i) else None
        if before is not None and not before.low and not self.tokens[i].shouted:
            word = before.folded
            if not before.cap and word in wl.TITLES:
                return True
            ended = self.taken and self.taken[-1].end >= before.end
            plain = word in wl.COMPASS or word in wl.FUNCTION_WORDS or word in wl.LEADING_HEADS or ended
            if before.cap and not plain and not before.opens and not before.text.endswith(_POSSESSIVE):
                self.people.add(fold(self._slice(i, n)))
                return True
        if fold(self._slice(i, n)) in self.people and not self._evidence(i, n)[0]:
            return True
        after = self._next_joined(i + n)
        if after is not None and after.cap and flagged and not after.shouted and after.folded not in _HEAD_WORDS:
            self.people.add(fold(after.text))
            return True
        return False

    def _next_joined(self, i: int) -> Word | None:
        return self.tokens[i] if i < len(self.tokens) and self.tokens[i].gap in _JOINS else None

    # -- known names ---------------------------------------------------------------------

    def _read_known(self, i: int, n: int) -> int:
        name = self._slice(i, n)
        token, last = self.tokens[i], self.tokens[i + n - 1]
        if (n == 1 or token.folded in wl.DAYS_AND_MONTHS) and self._is_never_place(i, name):
            return i + n
        places = self.gazetteer.find(name)
        if not places:
            return i + n
        best = places[0]
        is_code = n == 1 and token.text.isupper() and len(token.text) < 4 and not token.shouted
        if is_code and best.level != "country" and not best.kind:
            return i + 1
        head, length = self._head_after(i + n)
        sorts = self.gazetteer.is_common_word(name) and (token.shouted or token.low or token.opens)
        if length and head is not None and not sorts and not last.text.endswith(_POSSESSIVE):
            return self._take(i, n + length, head=head)
        if self._is_body(i, n):
            if best.level == "country":
                self._take(i, n, modifier=True)
            return self._end_of_run(i + n)
        flagged = best.common_word
        if self._belongs_to_person(i, n, flagged=flagged and self.gazetteer.is_person_name(name)):
            return i + n
        if fold(name) in wl.METONYMS and not self._evidence(i, n)[0]:
            return i + n
        if not self._is_proven(i, n, best, flagged=flagged):
            return i + n
        speaks = self._speaks(i + n, best)
        if speaks and best.level == "town" and best.population < 300_000:
            return i + n
        after = self._next_joined(i + n)
        if name.isupper() and best.level == "country" and not last.shouted and self._is_adjective(i, n):
            return self._take(i, n, modifier=True)
        quiet = not last.shouted and not last.low and best.level != "site"
        attributive = after is not None and after.cap and quiet and not self._continues(last, after)
        return self._take(i, n, modifier=speaks or attributive)

    def _is_adjective(self, i: int, n: int) -> bool:
        """Say whether an abbreviated country stands before a noun: *US contractor*, not *in the US on Friday*."""
        after = self._next_joined(i + n)
        if after is None or after.folded in wl.LINKS or after.folded in wl.SPEECH_VERBS:
            return False
        before = self.tokens[i - 1].folded if i else ""
        return before != "the" or after.cap or self.tokens[i + n].gap == "-"

    def _continues(self, last: Word, after: Word) -> bool:
        return last.text.endswith(_POSSESSIVE) or after.folded in wl.COMPASS

    def _is_never_place(self, i: int, name: str) -> bool:
        token = self.tokens[i]
        word = fold(name)
        if word.partition(" ")[0] in wl.DAYS_AND_MONTHS or (token.opens and word in wl.FUNCTION_WORDS):
            return True
        if word in wl.NEVER_PLACES and self.gazetteer.country_of(name) is None:
            return True
        if (token.shouted or token.low) and (word in {"car", "san", "los", "las"} or len(word) < 2):
            return True
        return (len(word) < 3 and not self.gazetteer.country_of(name) and not any(c.isdigit() for c in word)) or (
            token.low and (len(word) < 4)
        )

    def _is_body(self, i: int, n: int) -> bool:
        """Say whether the capitals after the name make it the name of a body: *Kirkuk Provincial Council*."""
        j = i + n
        if self.tokens[j - 1].text.endswith(_POSSESSIVE):
            return False
        while (after := self._next_joined(j)) is not None and (
            after.cap or after.folded in {"of", "for", "and", "the"}
        ):
            if after.shouted or after.low:
                return False
            if after.cap and after.folded in wl.ORG_WORDS:
                return True
            j += 1
        # *Bank of Israel*, *Ministry of Interior of X*: a body's word before *of*
        if i >= 2 and self.tokens[i - 1].folded == "of" and self.tokens[i].gap == " ":
            before = self.tokens[i - 2]
            return before.cap and before.folded in wl.ORG_WORDS and not before.opens
        if not i or not self._joined(i):
            return False
        lead = self.tokens[i - 1]
        return lead.cap and lead.folded in wl.ORG_WORDS and not lead.opens and not lead.shouted

    def _end_of_run(self, j: int) -> int:
        while (after := self._next_joined(j)) is not None and after.cap:
            j += 1
        return j

    def _speaks(self, j: int, best: Place) -> bool:
        if best.level not in {"country", "town"} or j >= len(self.tokens):
            return False
        return self.tokens[j].gap == " " and self.tokens[j].folded in wl.SPEECH_VERBS

    # -- evidence ------------------------------------------------------------------------

    def _evidence(self, i: int, n: int) -> tuple[bool, bool]:
        """Say whether the words around the name are strong, or at least weak, evidence of a place."""
        j = i - 1
        while j >= 0 and self.tokens[j].folded in wl.BETWEEN and self.tokens[j + 1].gap in _JOINS:
            j -= 1
        if j < 0:
            return self._contained(i, n), False
        joined = self.tokens[j + 1].gap in _JOINS
        word = self.tokens[j].folded
        strong = joined and word in wl.STRONG_PREPOSITIONS
        if joined and word == "of" and j and self.tokens[j - 1].folded in wl.HEADS_BEFORE_OF:
            strong = True
        weak = joined and word in wl.WEAK_PREPOSITIONS
        if (
            self.taken
            and not self.taken[-1].modifier
            and self.text[self.taken[-1].end : self.tokens[i].start] in _LISTS
        ):
            weak = True
        return strong or self._contained(i, n), weak or strong

    def _contained(self, i: int, n: int) -> bool:
        """Say whether a comma and a wider place follow."""
        j = i + n
        if j >= len(self.tokens) or self.tokens[j].gap not in {", ", " ("} or not self.tokens[j].cap:
            return False
        length = self._longest(j)
        if not length:
            return False
        return self.gazetteer.knows(self._slice(j, length)) in {"country", "province", "area"} or bool(
            self._head_after(j + length)[1],
        )

    def _is_proven(self, i: int, n: int, best: Place, *, flagged: bool) -> bool:
        token = self.tokens[i]
        strong, weak = self._evidence(i, n)
        if token.low or token.shouted:
            big = best.level in {"country", "province", "area"} or best.population >= 50_000 or n > 1
            return not flagged and (big or strong)
        if flagged:
            if best.population >= 300_000 and not token.opens:
                return strong or weak
            return strong and not (token.opens and n == 1)
        if best.level in {"country", "province", "area", "district", "site"}:
            return not (token.opens and n == 1 and best.level == "site")
        return strong or weak or n > 1 or best.population >= KNOWN_TOWN or best.id.startswith(CURATED)

    # -- heads and unknown names ---------------------------------------------------------

    def _head_after(self, j: int) -> tuple[str | None, int]:
        """Read the head words at ``j``: what they stand for, and how many they are."""
        for n in (3, 2, 1):
            if j + n > len(self.tokens) or any(self.tokens[k].gap not in {" ", "-"} for k in range(j, j + n)):
                continue
            phrase = " ".join(self.tokens[k].folded for k in range(j, j + n))
            head = wl.SITE_HEADS.get(phrase) or wl.AREA_HEADS.get(phrase)
            if head and not self._head_is_of_body(j + n):
                return head, n
        return None, 0

    def _head_is_of_body(self, j: int) -> bool:
        after = self._next_joined(j)
        return after is not None and after.cap and after.folded in wl.ORG_WORDS and not after.shouted

    def _read_unknown(self, i: int) -> int:
        """Take a capitalised name nobody knows where a head word or the sentence says that it is a place."""
        token = self.tokens[i]
        if token.low or token.shouted or (token.opens and token.folded in wl.FUNCTION_WORDS):
            return i + 1
        j = i + 1
        while (after := self._next_joined(j)) is not None and self._is_name_part(j) and j - i < 5:
            if after.folded in _HEAD_WORDS and self._head_after(j)[1]:
                break
            if after.cap and self._longest(j) and not self._is_unknown_tail(i, j):
                break
            j += 1
        while j > i + 1 and not self.tokens[j - 1].cap:
            j -= 1
        words = {self.tokens[k].folded for k in range(i, j)}
        if words & (wl.ORG_WORDS | wl.DAYS_AND_MONTHS | wl.TITLES | wl.NEVER_PLACES):
            return j
        if self._is_spelled_differently(i, j):
            return self._take(i, j - i)
        head, length = self._head_after(j)
        if (
            j == i + 1
            and token.text.isupper()
            and len(token.text) < 6
            and head in {"province", "town", "area", "plant"}
        ):
            head, length = None, 0  # an agency or a weapon, not a place: *WAM state news*
        if token.opens and j == i + 1 and not token.text[0].isdigit() and token.folded not in ARTICLES:
            head, length = None, 0  # the first word of a sentence has its capital anyway
        if head and self._is_body(i, j - i + length):
            return j + length
        if (
            head
            and (head != "area" or self._evidence(i, j - i + length)[1])
            and not self._head_is_generic(i, j, length)
        ):
            return self._take(i, j - i + length, head=head)
        if self._named_by_lead(i) or self._contained_unknown(i, j) or self._led_to(i, j):
            return self._take(i, j - i)
        if j - i > 1:
            self.people.update(fold(_without_possessive(self.tokens[k].text)) for k in range(i, j))
        return max(i + 1, j if j - i > 1 else i + 1)

    def _is_spelled_differently(self, i: int, j: int) -> bool:
        """Say whether a name is known under another spelling, and the words around it speak of a place."""
        name = self._slice(i, j - i)
        if j - i > 3 or len(name) < 5 or (self.tokens[i].opens and j == i + 1) or name.isupper():
            return False
        if self._belongs_to_person(i, j - i, flagged=False):
            return False
        places = self.gazetteer.find(name)
        if not places or places[0].common_word:
            return False
        big = places[0].population >= WELL_KNOWN or places[0].level in {"province", "area"}
        strong, weak = self._evidence(i, j - i)
        return big or strong or (weak and len(name) >= 6)

    def _head_is_generic(self, i: int, j: int, length: int) -> bool:
        words = [self.tokens[k].folded for k in range(i, j)]
        sorts = wl.FUNCTION_WORDS | wl.COMPASS | _HEAD_WORDS | wl.FAITHS
        return not length or all(word in sorts for word in words)

    def _is_unknown_tail(self, i: int, j: int) -> bool:
        """Say whether the known word at ``j`` is but the end of an unknown name, as in *Linwood Mosque*."""
        return j - i >= 1 and not self.gazetteer.country_of(self._slice(j, 1)) and self.tokens[j].gap == "-"

    def _is_name_part(self, j: int) -> bool:
        token = self.tokens[j]
        if token.cap or token.text[0].isdigit():
            return True
        follows = j + 1 < len(self.tokens) and self.tokens[j + 1].cap and self.tokens[j + 1].gap in _JOINS
        inner = _INNER_PARTICLES | (ARTICLES if token.gap == "-" else set())
        return follows and token.folded in inner

    def _named_by_lead(self, i: int) -> bool:
        """Say whether *the village of* stands before."""
        if i < 2 or self.tokens[i - 1].folded not in {"of", "called", "named"} or self.tokens[i].gap != " ":
            return False
        return self.tokens[i - 2].folded in wl.HEADS_BEFORE_OF

    def _contained_unknown(self, i: int, j: int) -> bool:
        """Say whether *in X, Province* makes X a place."""
        listed = self._is_listed(i)
        led = i > 0 and self.tokens[i - 1].folded in wl.STRONG_PREPOSITIONS and self.tokens[i].gap == " "
        return (led or listed) and self._contained(i, j - i) and j - i <= 3

    def _is_listed(self, i: int) -> bool:
        """Say whether only a comma or *and* stands between this word and a place smaller than a country."""
        if (
            not self.taken
            or self.taken[-1].modifier
            or self.text[self.taken[-1].end : self.tokens[i].start] not in _LISTS
        ):
            return False
        return self.gazetteer.knows(self.taken[-1].text) not in {"country", "area"}

    def _led_to(self, i: int, j: int) -> bool:
        """Say whether *in X* stands at the end of its clause, X being neither a code nor an abstract noun."""
        if not i or j - i > 3 or (j < len(self.tokens) and self.tokens[j].folded in wl.SPEECH_VERBS):
            return False
        led = self.tokens[i].gap == " " and self.tokens[i - 1].folded in {"in", "near", "outside", "around"}
        placelike = self.tokens[i].folded in wl.LEADING_HEADS and j - i > 1 and self._evidence(i, j - i)[1]
        if not (led or placelike or self._is_listed(i)):
            return False
        name = self._slice(i, j - i)
        if len(name) < 4 or any(c.isdigit() for c in name) or name.isupper() or fold(name) in self.people:
            return False
        if any(self.tokens[k].folded in wl.FAITHS or self.tokens[k].folded in _HEAD_WORDS for k in range(i, j)):
            return False
        return j >= len(self.tokens) or bool(_CLAUSE_END.match(self.text[self.tokens[j - 1].end : self.tokens[j].end]))

    # -- taking --------------------------------------------------------------------------

    def _take(self, i: int, n: int, *, modifier: bool = False, head: str | None = None) -> int:
        first = i
        if not modifier:
            while first and (self._is_compass_before(first) or self._is_article_before(first)):
                first -= 1
        start = self.tokens[first].start
        end = self.tokens[i + n - 1].end
        end = start + len(_without_possessive(self.text[start:end]))
        if self.taken and start < self.taken[-1].end:
            start = self.tokens[i].start
        lead = read_lead(self.text[max(0, start - 80) : start])
        if not modifier and head is None and (phrase := _BASE_OF.search(self.text, max(0, start - _BASE_REACH), start)):
            start, head = self._widen_to_base(phrase.start(), start), _base_head(phrase["head"])
        if head is None and lead.head:
            head = lead.head
        wording = PlaceWording(
            text=self.text[start:end],
            start=start,
            end=end,
            modifier=modifier,
            near=lead.near,
            distance_km=lead.distance_km,
            bearing=lead.bearing,
            head=head,
        )
        self.taken.append(wording)
        return i + n

    def _widen_to_base(self, start: int, end: int) -> int:
        """Let the wording begin at *military base of*, or at the demonym before it; gives the new start."""
        if self.taken and start < self.taken[-1].end:
            return end
        last = self.taken[-1] if self.taken else None
        if last is not None and last.modifier and self.text[last.end : start] in _JOINS:
            self.taken.pop()
            return last.start
        return start

    def _is_article_before(self, i: int) -> bool:
        before = self.tokens[i - 1]
        if before.folded not in ARTICLES or not self._joined(i):
            return False
        if self.tokens[i].gap == "-":
            return True
        english = before.folded in {"an", "as", "at", "ad"} and before.opens
        return before.cap and not english and not before.shouted and not before.low

    def _is_compass_before(self, i: int) -> bool:
        before = self.tokens[i - 1]
        return before.folded in wl.COMPASS and self.tokens[i].gap in {" ", "-"} and not self._is_bearing(i - 1)

    def _is_bearing(self, i: int) -> bool:
        return i + 1 < len(self.tokens) and self.tokens[i + 1].folded == "of"


_BASE_OF = re.compile(
    r"\b(?:(?:military|army|air|naval|police|air force|coalition)\s+)*"
    r"(?P<head>air ?base|base|airfield|camp|garrison|barracks)\s+(?:of|in|at)\s+$",
)
_BASE_REACH = 200
"""Characters before a name in which *military base of* can stand."""
_SAFE_LOW = frozenset(
    {"iraqi", "syrian", "israeli", "afghan", "pakistani", "yemeni", "ukrainian", "russian", "iranian"}
)


def _base_head(word: str) -> str:
    return "air base" if word in {"airbase", "air base", "airfield"} else "camp" if word == "camp" else "base"


_HEAD_WORDS = frozenset(w for table in (wl.SITE_HEADS, wl.AREA_HEADS) for phrase in table for w in phrase.split())
_CLAUSE_END = re.compile(
    r"['’]?s?\s*[.,;:)\n]|"
    r"\s+(?:on|in|and|after|when|where|late|early|this|last|during|before|over|by|killing)$",
)
_LISTS = frozenset({", ", " and ", ", and ", " or ", " & ", "/"})
_COMMA_CONTAINER = re.compile(
    r"\s*(?:,|\()\s*(?:in\s+|also in\s+)?(?:the\s+)?$"
    r"|,\s+an?\s+(?:[\w'’-]+\s+){0,4}?(?:district|suburb|neighbou?rhood|quarter|area|part)\s+(?:in|of)\s+(?:the\s+\w+\s+of\s+)?(?:the\s+)?$"
)
_WORD_CONTAINER = re.compile(r"(?:'s|’s)?\s+(?:in|of)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}$")
_OWNER = re.compile(r"(?:'s|’s)\s+(?:[a-z-]+\s+){0,3}(?:of\s+)?$")
_DEMONYM_OWNER = re.compile(
    r"\s+(?:(?:border|port|coastal|mountain|capital|\w+ern|\w+-held|town|city|village|province|region|district|state|island|"
    r"territory|governorate|county|area|cities|towns|villages|provinces)\s+){0,4}(?:of\s+)?$",
)


def _owned(text: str, wordings: list[PlaceWording], i: int) -> PlaceWording:
    """Give the last of a chain of owners: *Nigeria's Borno State* is Borno State."""
    while i + 1 < len(wordings) and _OWNER.match(text[wordings[i].end : wordings[i + 1].start]):
        i += 1
    return wordings[i]


def _link_containers(text: str, wordings: list[PlaceWording]) -> list[PlaceWording]:
    """Note for each wording the wider place that the words around it name."""
    linked = []
    for i, wording in enumerate(wordings):
        container = None
        if i + 1 < len(wordings) and not wording.modifier:
            between = text[wording.end : wordings[i + 1].start]
            follows = not wordings[i + 1].modifier and len(between) < 64
            if follows and (_COMMA_CONTAINER.match(between) or _WORD_CONTAINER.match(between)):
                container = _owned(text, wordings, i + 1).text
        if container is None and i:
            between = text[wordings[i - 1].end : wording.start]
            owner = _DEMONYM_OWNER if wordings[i - 1].modifier else _OWNER
            if owner.match(between) and len(between) < 50:
                container = wordings[i - 1].text
        linked.append(replace(wording, container=container) if container else wording)
    for i in range(len(linked) - 2, -1, -1):  # *A, B and C, Province* puts all three there
        wording, after = linked[i], linked[i + 1]
        listed = text[wording.end : after.start] in _LISTS and not wording.modifier and not after.modifier
        if listed and after.container and wording.container is None:
            linked[i] = replace(wording, container=after.container)
    return linked
