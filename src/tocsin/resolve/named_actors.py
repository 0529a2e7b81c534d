"""Give the actors of a mention's responsibility their names and ids, where the table of actors knows them for sure."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Final, cast

from tocsin.model.document import Document
from tocsin.model.kinds.responsibility import Actor, Responsibility
from tocsin.model.kinds.when import When
from tocsin.model.kinds.where import Where
from tocsin.model.statement import Mention, Statement, make_statement
from tocsin.resolve.actors import ActorTable, LinkedActor

_WORDS: Final = r"(?P<who>(?:[A-Z][\w-]+\s){0,2}?[A-Z][\w-]+|U\.S\.|U\.K\.)"
_ACTS: Final = re.compile(
    rf"{_WORDS}(?:['’]s)?\s+(?:\w+\s+)?(?:army|military|forces?|troops|soldiers|navy|police|government|(?:war)?planes|jets|"
    r"drones?|missiles?|shelling|(?:air)?\s?strikes?|air\s?force|artillery|tanks|said|says|struck|strikes|attacked|launched|"
    r"bombed|killed|fired|carried|invaded|captured|confirmed|denied|claimed|responded|retaliated|hit|shelled|accused)\b",
)


def name_actors(own: list[Statement], mention: Mention, where: Where | None, document: Document) -> list[Statement]:
    """Link the actors of ``own``, the statements of one mention; the wording stays as it is.

    The kind follows the table where the reader knew none, or took a named group for something else.
    """
    if not any(isinstance(s.value, Responsibility) and s.value.actor for s in own):
        return own
    country, year = where.country if where else None, _year_of(own, document)
    return [_name(s, mention, country, year, document.text) for s in own]


def _name(statement: Statement, mention: Mention, country: str | None, year: int | None, text: str) -> Statement:
    value = statement.value
    if not isinstance(value, Responsibility) or value.actor is None or value.actor.id is not None:
        return statement
    found = ActorTable.load().link(value.actor.text, country=country, year=year, capitals=text.isupper())
    if found is None or (found.by == "country" and _others_act(text, country)):
        return statement
    actor = replace(value.actor, name=found.name, id=found.id, kind=_kind(value.actor, found))
    return make_statement(
        mention,
        statement.field,
        replace(value, actor=actor),
        statement.span,
        speaker=statement.speaker,
        polarity=statement.polarity,
        confidence=statement.confidence,
        maker=statement.maker,
        because=statement.because,
    )


def _kind(actor: Actor, found: LinkedActor) -> str:
    """Take the table's kind, save that a state's forces may well be external where the reader says so."""
    if actor.kind == "unknown":
        return found.kind
    if found.by == "country" or (found.kind == "state forces" and actor.kind == "external forces"):
        return actor.kind
    return found.kind


def _year_of(own: list[Statement], document: Document) -> int | None:
    """Give the year of the attack as told, else of the report."""
    for statement in own:
        if statement.field == "when" and (start := cast("When", statement.value).start):
            return start.year
    day = document.report.published_day
    return day.year if day else None


@lru_cache(maxsize=64)
def _others_act(text: str, country: str | None) -> bool:
    """Tell whether the text has another state act or speak: then "the army" need not be that of the country."""
    table = ActorTable.load()
    for match in _ACTS.finditer(text):
        words = match["who"].split()
        for start in range(len(words)):
            state = table.state_of(" ".join(words[start:]))
            if state is not None and state != country:
                return True
    return False
