"""Name what goes wrong in a reading, class by class, so that two readers can be told apart by more than one number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from tocsin.evaluate.align import align
from tocsin.evaluate.assign import left_over
from tocsin.evaluate.compare import pair_blame, pair_casualties, same_words
from tocsin.evaluate.gold import Reader, Row, reader_input
from tocsin.evaluate.shape import Blame, Casualty, MentionView, Words, view_answer, view_gold

CLASSES: dict[str, str] = {
    "refused": "A report of an attack is refused",
    "accepted": "A report of no attack is read as one",
    "main missed": "The main attack is not found",
    "other missed": "An attack beside the main one, or an earlier one, is not found",
    "invented": "An attack is told that nobody annotated",
    "type": "The attack is found, its type is another",
    "day missing": "The attack is found, its day is not",
    "day other": "The attack is dated to another day",
    "place missing": "The attack is found, its place is not",
    "place other": "The attack is put at another place",
    "toll missed": "A toll of a found attack is not read",
    "toll other": "A toll is read with another figure",
    "toll invented": "A toll is read that nobody annotated for this attack",
    "speaker missed": "Somebody is credited with a toll or a charge, and is not named",
    "speaker other": "Another is credited than who says it",
    "speaker invented": "Somebody is credited where the outlet speaks itself",
    "actor missed": "Whoever is named as responsible, or as not, is not read",
    "stance": "The actor is read, the stance is another",
    "actor invented": "Somebody is held responsible whom nobody annotated",
}
"""Short name -> what it says on a page."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One failure: its class, the report, the words due and the words given (None where there are none)."""

    name: str
    report_id: str
    due: str | None
    given: str | None


def list_failures(rows: Iterable[Row], read: Reader) -> list[Failure]:
    """Read annotated reports and name every failure of the compared fields."""
    found = []
    for row in rows:
        relevant, views = view_answer(read(reader_input(row)))
        found += [Failure(name, row["id"], due, given) for name, due, given in _of_report(row, relevant, views)]
    return found


Found = Iterator[tuple[str, str | None, str | None]]


def _of_report(row: dict[str, Any], relevant: bool, views: tuple[MentionView, ...]) -> Found:
    gold = tuple(view_gold(mention) for mention in row["mentions"])
    if row["relevant"] and not relevant:
        yield "refused", row["text"][:90], None
        return
    if not row["relevant"] and (relevant or views):
        yield "accepted", None, _words(views[0].type_words) if views else None
        return
    paired = align(gold, views)
    for i in paired.missed:
        yield "main missed" if gold[i].role == "main" else "other missed", _words(gold[i].type_words), None
    for j in paired.spurious:
        yield "invented", None, _words(views[j].type_words)
    for i, j in paired.pairs:
        yield from _of_pair(gold[i], views[j])


def _of_pair(gold: MentionView, given: MentionView) -> Found:
    if gold.acled != given.acled:
        yield "type", f"{gold.acled}: {_words(gold.type_words)}", given.acled
    if gold.start and not given.start:
        yield "day missing", _words(gold.date_words) or gold.start, None
    elif gold.start and (gold.start, gold.end) != (given.start, given.end):
        yield "day other", gold.start, f"{given.start} ({_words(given.date_words)})"
    if gold.places and not given.places:
        yield "place missing", gold.places[0].words.text, None
    elif gold.places and not any(same_words(a.words, b.words) for a in gold.places for b in given.places):
        yield "place other", gold.places[0].words.text, given.places[0].words.text
    yield from _of_tolls(gold.casualties, given.casualties)
    yield from _of_blame(gold.responsibility, given.responsibility)


def _of_tolls(gold: tuple[Casualty, ...], given: tuple[Casualty, ...]) -> Found:
    pairs = pair_casualties(gold, given)
    for i in left_over(len(gold), (a for a, _ in pairs)):
        yield "toll missed", _words(gold[i].words), None
    for j in left_over(len(given), (b for _, b in pairs)):
        yield "toll invented", None, _words(given[j].words)
    for i, j in pairs:
        if gold[i].figure != given[j].figure:
            yield "toll other", _words(gold[i].words), _words(given[j].words)
        yield from _of_speakers(gold[i].speaker, given[j].speaker)


def _of_speakers(gold: Words | None, given: Words | None) -> Found:
    if gold and not given:
        yield "speaker missed", gold.text, None
    elif given and not gold:
        yield "speaker invented", None, given.text
    elif gold and given and not same_words(gold, given):
        yield "speaker other", gold.text, given.text


def _of_blame(gold: tuple[Blame, ...], given: tuple[Blame, ...]) -> Found:
    pairs = pair_blame(gold, given)
    for i in left_over(len(gold), (a for a, _ in pairs)):
        yield "actor missed", _words(gold[i].words), None
    for j in left_over(len(given), (b for _, b in pairs)):
        yield "actor invented", None, _words(given[j].words)
    for i, j in pairs:
        if not same_words(gold[i].actor, given[j].actor):
            yield "actor missed", _words(gold[i].words), _words(given[j].words)
        elif gold[i].stance != given[j].stance:
            yield "stance", f"{gold[i].stance}: {_words(gold[i].words)}", given[j].stance
        yield from _of_speakers(gold[i].speaker, given[j].speaker)


def _words(words: Words | None) -> str | None:
    return " ".join(words.text.split()) if words else None
