"""Give a gold mention and a predicted mention one shape, so that every comparison is written once.

Gold (``tocsin.gold/1``) and the machine contract (``tocsin.report/1``) say the same things with different nesting: a
speaker is a string here and an object there, an event place one of a list here and an object there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Words:
    """Hold wording, where it stands (half-open code points), and other names of the same thing."""

    text: str
    span: Span | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kinded:
    """Hold a worded thing with its kind: a weapon, a target, an effect of damage."""

    kind: str | None
    words: Words | None


@dataclass(frozen=True, slots=True)
class Place:
    """Hold an event place with its ISO 3166 country code."""

    words: Words
    country: str | None


@dataclass(frozen=True, slots=True)
class Munition:
    """Hold a number of rounds and what became of them."""

    low: int | None
    high: int | None
    fate: str | None
    words: Words | None
    speaker: Words | None


@dataclass(frozen=True, slots=True)
class Casualty:
    """Hold one row of a toll; ``part_of`` is the index of the row it is a part of."""

    outcome: str | None
    low: int | None
    high: int | None
    hedge: str | None
    group: str | None
    nationality: frozenset[str]
    part_of: int | None
    words: Words | None
    speaker: Words | None
    superseded: bool = False
    includes_perpetrators: bool = False

    @property
    def figure(self) -> tuple[int | None, int | None]:
        """Give the range as the field compares it."""
        return (self.low, self.high)


@dataclass(frozen=True, slots=True)
class Blame:
    """Hold one row of who is said to be responsible, and how."""

    stance: str | None
    scope: str | None
    actor: Words | None
    words: Words | None
    speaker: Words | None


@dataclass(frozen=True, slots=True)
class MentionView:
    """Hold one attack as one report tells it, in the shape that comparisons read.

    The default value holds nothing: it stands opposite a mention that has no partner.
    """

    role: str | None = None
    status: str | None = None
    acled: str | None = None
    type_words: Words | None = None
    start: str | None = None
    end: str | None = None
    precision: str | None = None
    time_local: str | None = None
    date_words: Words | None = None
    places: tuple[Place, ...] = ()
    weapons: tuple[Kinded, ...] = ()
    munitions: tuple[Munition, ...] = ()
    targets: tuple[Kinded, ...] = ()
    casualties: tuple[Casualty, ...] = ()
    no_casualties: bool = False
    responsibility: tuple[Blame, ...] = ()
    damage: tuple[Kinded, ...] = ()


NOTHING = MentionView()


def view_gold(mention: Json) -> MentionView:
    """View one mention of a gold row."""
    places = tuple(
        Place(words, place.get("country"))
        for place in mention.get("where") or ()
        if place.get("is_event_place") and (words := _words(place))
    )
    return _view(mention, places, bool(mention.get("no_casualties")))


def view_answer(answer: Json) -> tuple[bool, tuple[MentionView, ...]]:
    """View a report of the machine contract: whether it is relevant (if untold, where it has mentions), and those."""
    views = tuple(view_predicted(mention) for mention in answer["mentions"])
    return bool(answer["report"].get("relevant", bool(views))), views


def view_predicted(mention: Json) -> MentionView:
    """View one mention of a report of the machine contract.

    Event places are ``where`` and those of ``where.context`` that say ``is_event_place``; containers are not compared.
    """
    where = mention.get("where") or {}
    listed = [where, *(p for p in where.get("context") or () if p.get("is_event_place"))]
    places = tuple(Place(words, place.get("country")) for place in listed if (words := _words(place)))
    return _view(mention, places, mention.get("no_casualties") not in (None, False))


def _view(mention: Json, places: tuple[Place, ...], no_casualties: bool) -> MentionView:
    kind = mention.get("type") or {}
    when = mention.get("when") or {}
    start = when.get("start")
    return MentionView(
        role=mention.get("role"),
        status=mention.get("status"),
        acled=kind.get("acled"),
        type_words=_words(kind),
        start=start,
        end=when.get("end") or start,
        precision=when.get("precision"),
        time_local=when.get("time_local"),
        date_words=_words(when),
        places=places,
        weapons=_kinded(mention.get("weapons"), "kind"),
        munitions=tuple(_munition(row) for row in mention.get("munitions") or ()),
        targets=_kinded(mention.get("targets"), "kind"),
        casualties=_casualties(mention.get("casualties") or []),
        no_casualties=no_casualties,
        responsibility=tuple(_blame(row) for row in mention.get("responsibility") or ()),
        damage=_kinded(mention.get("damage"), "effect"),
    )


def _casualties(rows: list[Json]) -> tuple[Casualty, ...]:
    places = {row["id"]: index for index, row in enumerate(rows) if row.get("id") is not None}
    return tuple(_casualty(row, places) for row in rows)


def _casualty(row: Json, places: dict[Any, int]) -> Casualty:
    nationality = row.get("nationality")
    part_of = row.get("part_of")
    return Casualty(
        outcome=row.get("outcome"),
        low=row.get("low"),
        high=row.get("high"),
        hedge=row.get("hedge"),
        group=row.get("group"),
        nationality=frozenset([nationality] if isinstance(nationality, str) else nationality or ()),
        part_of=places.get(part_of, part_of if isinstance(part_of, int) else None),
        words=_words(row),
        speaker=_party(row, "speaker"),
        superseded=row.get("superseded") is True,
        includes_perpetrators=row.get("includes_perpetrators") is True,
    )


def _munition(row: Json) -> Munition:
    return Munition(row.get("low"), row.get("high"), row.get("fate"), _words(row), _party(row, "speaker"))


def _blame(row: Json) -> Blame:
    return Blame(row.get("stance"), row.get("scope"), _party(row, "actor"), _words(row), _party(row, "speaker"))


def _kinded(rows: list[Json] | None, key: str) -> tuple[Kinded, ...]:
    return tuple(Kinded(row.get(key), _words(row)) for row in rows or ())


def _words(row: Json) -> Words | None:
    text = row.get("text")
    return Words(text, _span(row.get("span"))) if text else None


def _party(row: Json, key: str) -> Words | None:
    """Read a speaker or an actor: gold gives its words, the contract an object with words and a name."""
    party = row.get(key)
    if isinstance(party, str):
        return Words(party, _span(row.get(f"{key}_span")))
    if not party:
        return None
    text, name = party.get("text"), party.get("name")
    if not text and (not name or party.get("kind") == "outlet"):
        return None  # the outlet's own voice
    return Words(text or name, _span(party.get("span")), (name,) if name and name != text else ())


def _span(pair: Any) -> Span | None:
    return (int(pair[0]), int(pair[1])) if pair else None
