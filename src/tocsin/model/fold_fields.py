"""Fold the fields that are no counts: type, date, place, weapons, targets, damage, stances and the time line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from tocsin.model.facts import Fact, choose, speaking
from tocsin.model.incident import Choice, Count, Named, Point, Stand
from tocsin.model.kinds.casualties import NoCasualties, Toll
from tocsin.model.kinds.event_type import EventType, type_compatible
from tocsin.model.kinds.figure import Figure
from tocsin.model.kinds.responsibility import Responsibility
from tocsin.model.kinds.target import Damage, Target
from tocsin.model.kinds.weapon import Weapon
from tocsin.model.kinds.when import When
from tocsin.model.kinds.where import Where
from tocsin.model.kinds.where import compare as compare_places


def fold_type(facts: Sequence[Fact]) -> Choice[EventType]:
    """Choose a type: the most specific, then the one with most witnesses."""
    return choose(
        "most-specific-most-witnesses",
        speaking((f, v) for f in facts if isinstance(v := f.statement.value, EventType)),
        agree=lambda a, b: type_compatible(a, b)[0] >= 0.5,
        finer=lambda a, b: a.specificity > b.specificity,
        rank=lambda v: v.specificity,
    )


def fold_when(facts: Sequence[Fact]) -> Choice[When]:
    """Choose a date: what the words say before what only the day of publication suggests."""
    told = [(f, v) for f in facts if isinstance(v := f.statement.value, When)]
    dated = [(f, v) for f, v in told if v.start is not None and v.end is not None]
    stated = [(f, v) for f, v in dated if v.basis != "publication" or f.picked]
    return choose(
        "most-specific-most-witnesses",
        speaking(stated or dated or told),
        agree=_days_meet,
        finer=lambda a, b: a.specificity > b.specificity,
        rank=lambda v: v.specificity,
    )


def _days_meet(a: When, b: When) -> bool:
    if a.start is None or a.end is None or b.start is None or b.end is None:
        return True
    return a.start <= b.end and b.start <= a.end


def fold_where(facts: Sequence[Fact]) -> Choice[Where]:
    """Choose a place: the most precise of those that agree, then the one with most witnesses."""
    told = [(f, v) for f in facts if isinstance(v := f.statement.value, Where)]
    placed = [(f, v) for f, v in told if v.lat is not None]
    return choose(
        "most-precise-most-witnesses",
        speaking(placed or told),
        agree=lambda a, b: compare_places(a, b)[0] >= 0.5,
        finer=lambda a, b: a.specificity > b.specificity,
        rank=lambda v: v.specificity,
    )


def fold_named(facts: Sequence[Fact], kind: type[Weapon | Target | Damage]) -> tuple[Named, ...]:
    """Group what is named by code, or damage by effect and wording; the best attested first."""
    groups: dict[tuple[str, str], list[tuple[Fact, str]]] = {}
    for fact in facts:
        value = fact.statement.value
        if not isinstance(value, kind) or not fact.statement.polarity:
            continue
        if isinstance(value, Damage):
            groups.setdefault((value.effect, value.text.casefold()), []).append((fact, value.text))
        else:
            code = value.weapon if isinstance(value, Weapon) else value.target
            groups.setdefault((code, ""), []).append((fact, value.text))
    found = [
        Named(code, _usual([t for _, t in rows]), len({f.witness for f, _ in rows}), tuple(f.id for f, _ in rows))
        for (code, _), rows in groups.items()
    ]
    return tuple(sorted(found, key=lambda n: (-n.n_witnesses, -len(n.supports), n.kind, n.text)))


def _usual(wordings: Sequence[str]) -> str:
    tally = Counter(wordings)
    return min(tally, key=lambda w: (-tally[w], w))


def fold_stands(facts: Sequence[Fact]) -> tuple[Stand, ...]:
    """List every stance on who did it, in order of publication."""
    rows = []
    for fact in facts:
        value = fact.statement.value
        if not isinstance(value, Responsibility) or not fact.statement.polarity:
            continue
        speaker, span = fact.statement.speaker, fact.statement.span
        rows.append(
            Stand(
                actor=(value.actor.name or value.actor.text) if value.actor else None,
                actor_kind=value.actor.kind if value.actor else "unknown",
                stance=value.stance,
                scope=value.scope,
                official=value.official,
                speaker=speaker.name if speaker else None,
                date=fact.report.published,
                report=fact.report.id,
                statement=fact.id,
                text=span.text if span else "",
            )
        )
    return tuple(sorted(rows, key=lambda r: (r.date or "9999", r.statement)))


def fold_timeline(facts: Sequence[Fact]) -> tuple[Point, ...]:
    """List every total as it was published, those since called out of date included."""
    points = []
    for fact in facts:
        value, speaker = fact.statement.value, fact.statement.speaker
        if not fact.statement.polarity:
            continue
        said = (fact.report.published, speaker.name if speaker else None, fact.report.outlet, fact.report.id, fact.id)
        if isinstance(value, NoCasualties):
            points += [Point(said[0], o, Figure(0, 0), *said[1:]) for o in ("killed", "wounded")]
        elif isinstance(value, Toll) and value.part_of is None:
            points.append(Point(said[0], value.outcome, value.figure, *said[1:], superseded=value.superseded))
    return tuple(sorted(points, key=lambda p: (p.date or "9999", p.outcome, p.statement)))


def summarise(
    kind: EventType | None,
    when: When | None,
    where: Where | None,
    weapons: Sequence[Named],
    counts: Mapping[str, Count],
) -> str:
    """Say an incident in one line: what, where, when, and the people killed and wounded where stated."""
    what = f"{weapons[0].kind.replace('_', ' ').capitalize()} attack" if weapons and weapons[0].kind != "other" else ""
    if kind is not None and kind.acled not in ("Attack", "Other") and (not what or weapons[0].kind not in _PLAIN):
        what = kind.acled
    place = f" at {where.name or where.text}" if where else ""
    place += f" ({where.country})" if where and where.country else ""
    day = f", {when.show()}" if when and when.start else ""
    tolls = [f"{c.show()} {name}" for name, c in counts.items() if c.known and (c.best or c.low or c.best == 0)]
    return f"{what or 'Attack'}{place}{day}" + (f": {', '.join(tolls)}" if tolls else "")


_PLAIN = frozenset({"rocket", "missile", "mortar", "artillery", "drone", "car_bomb", "grenade", "knife", "mine"})
"""Weapons whose name makes a plainer headline than the codebook's type."""
