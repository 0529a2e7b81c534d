"""Link the wording of an actor to the table of known ones; what the table does not settle stays as worded.

Order: a name of the table, whole; then without the words around it ("suspected", "gunmen", "Iran-backed"); then a
country's word with a service ("Iraqi army", "Armed Forces of Ukraine"); last, and flagged ``country``, words such as
"the army" that mean the services of the country where it happened. A name that several actors bear is given to the one
whose country and years agree, and to nobody where more than one does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Final, Literal

from tocsin.resolve.actor_rows import INTER_OF_KIND, ActorRow, StateRow, read_actor_rows, read_state_rows
from tocsin.resolve.actor_words import (
    BARE,
    GENERIC,
    HEADS,
    LEADS,
    LED,
    MEMBERS_OF,
    OF_THE_COUNTRY,
    OTHER_NAME,
    SERVICES,
    SPONSORED,
    STATE_MODIFIERS,
    TAILS,
    fold_words,
)
from tocsin.resolve.folding import loosen

DATA: Final = Path(__file__).parent.parent / "data" / "actors"
By = Literal["name", "state", "country"]
Key = tuple[str, ...]
_LONGEST: Final = 16
_ACRONYM: Final = 5
_OF_STATES: Final = frozenset({"state forces", "external forces"})
_NO_ARMY: Final = frozenset({"PS"})  # two administrations and an occupying army: "the army" there says nothing
_EVERYDAY: Final = frozenset(
    {"IS", "US", "AA", "CAR", "MODEL", "FACT", "FAR", "AIS", "MIT", "RAW", "GAM", "RAM", "GAL"}
)
_QUOTES: Final = re.compile(r"[\"“”«»]")
_AND: Final = re.compile(r"\s(?:and|&|or)\s|,", re.IGNORECASE)
_ONE_OF: Final = re.compile(r"an?\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LinkedActor:
    """The actor that words were linked to, and by what.

    ``by`` is ``name`` (a name of the table), ``state`` (a country's word, alone or with a service) or ``country`` (no
    name at all: "the army", and the country where it happened).
    """

    actor: ActorRow
    by: By

    @property
    def id(self) -> str:
        """Give the stable id."""
        return self.actor.id

    @property
    def name(self) -> str:
        """Give the table's name."""
        return self.actor.name

    @property
    def kind(self) -> str:
        """Give the kind of actor."""
        return self.actor.kind


class ActorTable:
    """The known actors; build one with :meth:`load`."""

    def __init__(self, actors: Iterable[ActorRow], states: Iterable[StateRow]) -> None:
        self._rows = {row.id: row for row in actors}
        self._states = {row.code: row for row in states}
        self._names: dict[Key, list[tuple[ActorRow, str]]] = {}
        for row in self._rows.values():
            for alias in (row.name, *row.aliases):
                bearers = self._names.setdefault(fold_words(alias), [])
                if all(row is not other for other, _ in bearers):
                    bearers.append((row, alias))
        self._words: dict[Key, list[str]] = {}
        self._seats: dict[Key, str] = {}
        for state in self._states.values():
            for word in (state.name, *state.names, *state.adjectives):
                codes = self._words.setdefault(fold_words(word), [])
                if state.code not in codes:
                    codes.append(state.code)
            for seat in state.seats:
                self._seats[fold_words(seat)] = state.code
        self._longest = max(map(len, self._words), default=0)

    @classmethod
    def load(cls, table: Path | None = None) -> ActorTable:
        """Read the shipped table, once; with ``table``, a CSV of one's own on top of it, whose rows win.

        Raises:
            DataError: E540 the file or its columns, E541 a row of it.
        """
        if table is None:
            return _shipped()
        rows = {row.id: row for row in read_actor_rows(DATA / "actors.csv")}
        rows |= {row.id: row for row in read_actor_rows(table)}
        return cls(rows.values(), read_state_rows(DATA / "states.csv"))

    def __len__(self) -> int:
        """Count the listed actors, without the services that follow by pattern."""
        return len(self._rows)

    def __iter__(self) -> Iterator[ActorRow]:
        """Give the listed actors."""
        return iter(self._rows.values())

    def get(self, ident: str) -> ActorRow | None:
        """Give the actor with an id, listed or made by pattern; None if there is none."""
        if ident in self._rows:
            return self._rows[ident]
        code, _, service = ident.partition("-")
        state = self._states.get(code.upper())
        return None if state is None or service not in SERVICES else _service_row(state, service)

    def link(
        self, words: str, *, country: str | None = None, year: int | None = None, capitals: bool = False
    ) -> LinkedActor | None:
        """Link words to an actor; None where the table is not sure.

        Args:
            words: the actor as worded.
            country: ISO 3166-1 alpha-2 code of where it happened.
            year: when it happened.
            capitals: the text is in capitals throughout, so that they mark no acronym.
        """
        text = _QUOTES.sub("", words).strip()
        if not text or len(text) > 200:
            return None
        if capitals and text in _EVERYDAY:
            return None
        rows = self._bearers(text, country, year)
        if rows is not None:
            return LinkedActor(rows[0], "country" if _is_bare(text) else "name") if len(rows) == 1 else None
        return self._link_state(text, country)

    def candidates(self, words: str) -> tuple[ActorRow, ...]:
        """List all actors that bear this name, whatever the country and year."""
        found, _ = self._find(_QUOTES.sub("", words).strip())
        return tuple(row for row, _ in found)

    def state_of(self, words: str) -> str | None:
        """Give the ISO code of the one country that a name or adjective stands for."""
        codes = self._words.get(fold_words(words), [])
        return codes[0] if len(codes) == 1 and _is_written_as_name(words) else None

    # --- names of the table ------------------------------------------------------------------------------------------

    def _bearers(self, text: str, country: str | None, year: int | None) -> list[ActorRow] | None:
        """List who can be meant, under what is known of place and time; None where no actor bears such a name."""
        other = None if fold_words(text) in self._names else OTHER_NAME.match(text)
        parts = [text] if other is None else [other["one"], other["two"] or other["or"]]
        sets = [self._find(part) for part in parts]
        named = [(found, home) for found, home in sets if found]
        if not named:
            return None
        if other is not None and other["or"] and len(named) < len(parts):
            return []  # "gunmen or ETA"
        if len(named) == 1:
            return self._choose(*named[0], country, year)
        ids = {row.id for row, _ in named[1][0]}
        both = [(row, alias) for row, alias in named[0][0] if row.id in ids]
        sure = [(row, row.name) for row, _ in both]  # two names that agree need no more evidence
        return self._choose(sure, None, country if len(both) > 1 else None, year if len(both) > 1 else None)

    def _find(self, text: str) -> tuple[list[tuple[ActorRow, str]], str | None]:
        """Find the bearers of a name, with what was written of each, and the country named before it, if any."""
        led = LED.match(text)
        for wording in (text, led["who"] if led else "", SPONSORED.sub("", text)):
            tokens = fold_words(wording)[:_LONGEST] if wording else ()
            whole = _AND.search(wording) is not None  # of two parties named together neither is the actor alone
            for home, start, end in [(None, 0, len(tokens))] if whole else self._stretches(tokens):
                found = self._names.get(tokens[start:end], [])
                found = [(row, alias) for row, alias in found if _written_well(alias, row, text)]
                if home is not None:
                    found = [(row, alias) for row, alias in found if not row.countries or home in row.countries]
                if led is not None and wording == led["who"]:
                    found = [
                        (row, alias) for row, alias in found if row.kind not in {"state forces", "external forces"}
                    ]
                if found:
                    return found, home
        return [] if _AND.search(text) else self._find_loosely(fold_words(text)), None

    def _stretches(self, tokens: Key) -> Iterable[tuple[str | None, int, int]]:
        """Give stretches that may be a name, the longest first: leads and a country's word off, then tails off."""
        starts: list[tuple[str | None, int]] = [(None, 0)]
        home, at = None, 0
        while at < len(tokens):
            if tokens[at] in LEADS:
                at += 1
            elif home is None and (named := self._state_at(tokens, at)):
                home, at = named[0][0] if len(named[0]) == 1 else None, at + named[1]
            else:
                break
            starts.append((home, at))
        end = len(tokens)
        while True:
            for country, start in starts:
                if start < end:
                    yield country, start, end
            if end == 0 or tokens[end - 1] not in TAILS:
                return
            end -= 1

    def _find_loosely(self, key: Key) -> list[tuple[ActorRow, str]]:
        """Find a name whose spelling differs as transliteration does: long names only, and borne by one actor."""
        for end in range(len(key), 0, -1):
            if end < len(key) and key[end] not in TAILS:
                break
            for start in range(end):
                if start and key[start - 1] not in LEADS:
                    break
                text = loosen(" ".join(key[start:end]))
                if len(text) >= 7 and len(self._loose.get(text, ())) == 1:
                    return [(row, row.name) for row in self._loose[text]]
        return []

    @cached_property
    def _loose(self) -> dict[str, list[ActorRow]]:
        loose: dict[str, list[ActorRow]] = {}
        for key, bearers in self._names.items():
            if sum(map(len, key)) >= 7 and not set(key) <= GENERIC:
                rows = loose.setdefault(loosen(" ".join(key)), [])
                rows += [row for row, _ in bearers if row not in rows]
        return loose

    def _choose(
        self, found: list[tuple[ActorRow, str]], home: str | None, country: str | None, year: int | None
    ) -> list[ActorRow]:
        """Keep whom place and time allow; evidence is needed where a name is shared, short or made of common words."""
        kept = []
        for row, alias in found:
            key = fold_words(alias)
            needy = len(found) > 1 or (row.short and _is_acronym(alias)) or set(key) <= GENERIC
            here = home is not None or country is None or not row.countries or country in row.countries
            now = year is None or row.active(year)
            if (needy and not (here and now)) or (year is not None and row.from_year and year < row.from_year - 1):
                continue  # however plain its name, nobody acted before it was there
            shown = home is not None or (country is not None and bool(row.countries)) or year is not None
            if row.short and _is_acronym(alias) and not shown:
                continue
            if set(key) <= BARE and (country is None or not row.countries):
                continue
            kept.append(row)
        if len(kept) > 1 and year is not None:  # the grace year of one must not stand against the years of another
            sharp = [row for row in kept if (row.from_year or 0) <= year <= (row.to_year or 9999)]
            kept = sharp or kept
        return kept

    # --- states ------------------------------------------------------------------------------------------------------

    def _link_state(self, text: str, country: str | None) -> LinkedActor | None:
        tokens = fold_words(MEMBERS_OF.sub("", text))
        key = tuple(t for t in tokens if t not in STATE_MODIFIERS) or tokens
        for size in range(min(len(key), self._longest), 0, -1):
            for word, rest in ((key[:size], key[size:]), (key[-size:], key[:-size])):
                codes = self._words.get(word)
                service = HEADS.get(rest) if rest else "state"
                if codes and service and (rest or self._stands_alone(text, word)):
                    code = _pick(codes, country)
                    return self._service(code, service, "state") if code else None
        if key in self._seats and text[:1].isupper():
            return self._service(self._seats[key], "state", "state")
        service = OF_THE_COUNTRY.get(tokens)
        if service and country and country not in _NO_ARMY:
            return self._service(country, service, "country")
        return None

    def _stands_alone(self, text: str, word: Key) -> bool:
        """Tell whether a country's bare word can be the state: not "an Iraqi", not "us"."""
        if _ONE_OF.match(text) or self._words[word] == ["PS"]:
            return False
        return _is_written_as_name(text)

    def _state_at(self, tokens: Key, at: int) -> tuple[list[str], int] | None:
        for size in range(min(len(tokens) - at - 1, self._longest), 0, -1):
            codes = self._words.get(tokens[at : at + size])
            if codes:
                return codes, size
        return None

    def _service(self, code: str, service: str, by: By) -> LinkedActor | None:
        row = self.get(f"{code.lower()}-{service}")
        return LinkedActor(row, by) if row else None


def _service_row(state: StateRow, service: str) -> ActorRow:
    pattern, sector = SERVICES[service]
    return ActorRow(
        f"{state.code.lower()}-{service}",
        pattern.format(state.name),
        "state forces",
        countries=(state.code,),
        parent="" if service == "state" else f"{state.code.lower()}-state",
        acled_inter=INTER_OF_KIND["state forces"],
        plover_sector=sector,
        source="pattern over states.csv",
    )


def _pick(codes: list[str], country: str | None) -> str | None:
    if len(codes) == 1:
        return codes[0]
    return country if country in codes else None


def _is_acronym(alias: str) -> bool:
    return len(alias) <= _ACRONYM and alias.isupper()


def _is_bare(text: str) -> bool:
    return set(fold_words(text)) <= BARE


def _written_well(alias: str, row: ActorRow, text: str) -> bool:
    """Want an acronym in capitals: "is", "far" and "let" are words; one that others share, letter by letter."""
    if row.short and _is_acronym(alias):
        return re.search(rf"(?<!\w){re.escape(alias)}(?!\w)", text) is not None
    if len(alias) <= _ACRONYM and sum(c.isupper() for c in alias) > 1:
        return any(sum(c.isupper() for c in word) > 1 for word in text.split() if fold_words(word) == fold_words(alias))
    return True


def _is_written_as_name(text: str) -> bool:
    letters = [c for c in text.removeprefix("the ") if c.isalpha()]
    return bool(letters) and letters[0].isupper() and (len(letters) > 3 or all(c.isupper() for c in letters))


@lru_cache(maxsize=1)
def _shipped() -> ActorTable:
    return ActorTable(read_actor_rows(DATA / "actors.csv"), read_state_rows(DATA / "states.csv"))
