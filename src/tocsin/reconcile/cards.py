"""A mention's card: what its statements say, laid out for comparison with other cards."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tocsin.model.box import Box, box_of, surest_day
from tocsin.model.facts import gather_facts
from tocsin.model.fold_counts import totals_told
from tocsin.model.incident import NAMES_A_DOER
from tocsin.model.kinds.event_type import EventType
from tocsin.model.kinds.figure import Figure
from tocsin.model.kinds.responsibility import Responsibility
from tocsin.model.kinds.target import Target
from tocsin.model.kinds.weapon import Munition, Weapon
from tocsin.model.kinds.when import When
from tocsin.model.kinds.where import Where
from tocsin.model.report import Report
from tocsin.model.statement import Mention, Role, Statement, Status

_WORD = re.compile(r"\w+")
_EMPTY_WORDS = frozenset("a an the of in on at by for and or to from with near his her its their this that".split())


@dataclass(frozen=True, slots=True)
class Card:
    """Lay out one mention. Tuples and sets are empty, and ``when`` None, where nothing is said."""

    mention: str
    report: str
    role: Role
    status: Status
    box: Box
    when: When | None = None
    where: tuple[Where, ...] = ()
    types: tuple[EventType, ...] = ()
    tolls: Mapping[str, tuple[Figure, ...]] = field(default_factory=dict)
    munitions: tuple[Figure, ...] = ()
    weapons: frozenset[str] = frozenset()
    targets: frozenset[str] = frozenset()
    target_words: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    wordings: frozenset[str] = frozenset()


def make_card(mention: Mention, statements: Iterable[Statement], report: Report) -> Card:
    """Lay out a mention from the statements about it."""
    told = [s for s in statements if s.mention == mention.id and s.polarity]
    values = [s.value for s in told]
    facts = gather_facts(
        {mention.id: mention}, told, {report.id: report}, {report.id: 0}, rejected=frozenset(), accepted=frozenset()
    )
    tolls = {o: tuple(t.figure for t in totals_told(facts, o)) for o in ("killed", "wounded")}
    targets = [v for v in values if isinstance(v, Target)]
    named = [v.actor for v in values if isinstance(v, Responsibility) and v.scope == "this_attack" and _doer(v)]
    return Card(
        mention=mention.id,
        report=mention.report,
        role=mention.role,
        status=mention.status,
        box=box_of(mention, told, report),
        when=surest_day(told),
        where=tuple(v for v in values if isinstance(v, Where)),
        types=tuple(v for v in values if isinstance(v, EventType)),
        tolls={outcome: figures for outcome, figures in tolls.items() if figures},
        munitions=tuple(v.figure for v in values if isinstance(v, Munition)),
        weapons=frozenset(v.weapon for v in values if isinstance(v, Weapon)) - {"other"},
        targets=frozenset(v.target for v in targets) - {"other"},
        target_words=frozenset(w for v in targets for w in _words(v.text)),
        actors=frozenset((a.name or a.text).casefold() for a in named if a),
        wordings=frozenset(s.span.text.casefold() for s in told if s.span),
    )


def _doer(value: Responsibility) -> bool:
    return value.stance in NAMES_A_DOER or value.stance in ("denies", "acquitted")


def _words(text: str) -> set[str]:
    return {w for w in _WORD.findall(text.casefold()) if len(w) > 2 and w not in _EMPTY_WORDS}
