"""Weigh whether two mentions tell of one attack: a likeness from 0 to 1, with the reasons that made it.

Evidence adds up as log-odds, so a likeness is a probability under the assumption that the pieces are independent.
The weights are set by hand from what each piece can tell (a shared day and town rule out most other attacks, a shared
type few) and are the same both ways round: ``compare_cards(a, b) == compare_cards(b, a)``.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from tocsin.model.fold import NO_EVENT
from tocsin.model.kinds.event_type import type_compatible
from tocsin.model.kinds.figure import Figure, compatible
from tocsin.model.kinds.when import When
from tocsin.model.kinds.where import Where, distance_km
from tocsin.reconcile.cards import Card

PRIOR = -3.0
"""Log-odds that two mentions whose boxes meet are one attack, before anything is compared: about one in twenty."""
SAME = 0.7
UNSURE = 0.4
"""From ``SAME`` on a rule says same; from ``UNSURE`` on it asks a person; below, different."""
FAR_KM = 50.0
"""Beyond the reach of both places and so many kilometres more, two places cannot be one."""
FINE = frozenset({"site", "town", "near", "district"})
MISPRINT_DAYS = 3

Evidence = tuple[float, str]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Hold how alike two mentions are, why, and whether something rules it out (``vetoed``)."""

    score: float
    reasons: tuple[str, ...]
    vetoed: bool = False


def compare_cards(a: Card, b: Card, *, copies: bool = False) -> Likeness:
    """Compare two cards; ``copies`` tells that their reports print one text."""
    one, two = sorted((a, b), key=lambda c: c.mention)
    ruled_out = _ruled_out(one, two)
    if ruled_out:
        return Likeness(0.0, (ruled_out,), vetoed=True)
    if copies and (shared := _shared_wordings(one, two)) >= 0.5:
        return Likeness(0.98, (f"copies of one text, {shared:.0%} of the wordings in common",))
    evidence = [*_dates(one, two), *_places(one, two), *_deeds(one, two), *_tolls(one, two), *_looks_back(one, two)]
    if any(weight == -math.inf for weight, _ in evidence):
        return Likeness(0.0, tuple(reason for weight, reason in evidence if weight == -math.inf), vetoed=True)
    total = PRIOR + sum(weight for weight, _ in evidence)
    ordered = sorted(evidence, key=lambda e: (-abs(e[0]), e[1]))
    return Likeness(
        round(1 / (1 + math.exp(-total)), 4), tuple(f"{reason} ({weight:+.1f})" for weight, reason in ordered)
    )


def _ruled_out(a: Card, b: Card) -> str:
    if a.report == b.report and not a.role == b.role == "background":
        return "one report tells them apart"
    if a.box.vague or b.box.vague:
        return "neither date nor place"
    if (a.status in NO_EVENT) != (b.status in NO_EVENT):
        return "one of them has not happened"
    return ""


def _shared_wordings(a: Card, b: Card) -> float:
    if not a.wordings or not b.wordings:
        return 0.0
    return len(a.wordings & b.wordings) / min(len(a.wordings), len(b.wordings))


def _dates(a: Card, b: Card) -> Iterator[Evidence]:
    if a.when and b.when:
        yield _two_dates(a.when, b.when, a, b)
    elif a.box.first > b.box.last or b.box.first > a.box.last:
        yield -math.inf, "the dates cannot meet"
    elif a.when or b.when:
        # News without a date is of the days before publication, and the box says so.
        news = a.box.last - a.box.first < 30 and b.box.last - b.box.first < 30
        yield (0.8, "published within days of it") if news else (0.0, "one has no date")


def _two_dates(x: When, y: When, a: Card, b: Card) -> Evidence:
    assert x.start
    assert x.end
    assert y.start
    assert y.end
    gap = max((x.start - y.end).days, (y.start - x.end).days)
    if gap <= 0:
        wide = max(x.days or 1, y.days or 1)
        if wide <= 2:
            return _hours(x, y)
        weight = 1.2 if wide <= 8 else 0.8 if wide <= 31 else 0.2
        return weight, f"both within {wide} days"
    if gap == 1:
        return 0.8, "one day apart"
    if gap <= MISPRINT_DAYS and _agree_strongly(a, b):
        return -0.5, f"{gap} days apart, perhaps a misprint"
    return -math.inf, f"the dates cannot meet: {gap} days apart"


def _hours(x: When, y: When) -> Evidence:
    """Compare two times of one day; two attacks on one place in one day are told apart by the hour."""
    if not x.time_local or not y.time_local:
        return 2.5, "same day"
    minutes = [int(t[:2]) * 60 + int(t[3:5]) for t in (x.time_local, y.time_local)]
    apart = abs(minutes[0] - minutes[1]) / 60
    if apart <= 2:
        return 3.0, "same day and hour"
    return (2.5, "same day") if apart <= 6 else (1.0, f"same day, {apart:.0f} hours apart")


def _agree_strongly(a: Card, b: Card) -> bool:
    """Tell whether place, type and people killed or wounded all agree exactly: only then may a date be a misprint."""
    near = any(
        x.precision in ("site", "town") and y.precision in ("site", "town") and _km_beyond(x, y) <= 0.0
        for x in a.where
        for y in b.where
    )
    types = any(x.acled == y.acled for x in a.types for y in b.types)
    counted = [o for o in a.tolls if o in b.tolls and any((f.low or 0) > 1 for f in a.tolls[o])]
    tolls = bool(counted) and all(
        any((f.low, f.high) == (g.low, g.high) for f in a.tolls[o] for g in b.tolls[o]) for o in counted
    )
    return near and types and tolls


def _places(a: Card, b: Card) -> Iterator[Evidence]:
    if a.where and b.where:
        yield max((_two_places(x, y) for x in a.where for y in b.where), key=lambda e: e[0])


def _two_places(x: Where, y: Where) -> Evidence:
    beyond = _km_beyond(x, y)
    if math.isnan(beyond):
        return _two_names(x, y)
    if x.precision in FINE and y.precision in FINE:
        exact = {x.precision, y.precision} <= {"site", "town"}
        if beyond <= 2.0:
            return (2.5 if exact else 1.8), "same place"
        if beyond <= FAR_KM / 2:
            return 0.8, f"{beyond:.0f} km beyond their reach"
        return (
            (-1.0, f"{beyond:.0f} km beyond their reach") if beyond <= FAR_KM else (-math.inf, "places too far apart")
        )
    coarse = x if x.specificity <= y.specificity else y
    if coarse.precision == "country" and x.country and y.country:
        return (0.2, f"both in {x.country}") if x.country == y.country else (-math.inf, "in two countries")
    if x.country and x.country == y.country and x.admin1 and x.admin1 == y.admin1:
        return 1.0, f"both in {x.admin1}"
    if beyond <= FAR_KM:
        return 0.5, f"{coarse.name or coarse.text} may hold both"
    return -math.inf, "places too far apart"


def _two_names(x: Where, y: Where) -> Evidence:
    names = [{n.casefold() for n in (w.name, w.text) if n} for w in (x, y)]
    if names[0] & names[1]:
        return 2.0, "places of one name"
    if x.country and y.country and x.country != y.country:
        return -math.inf, "in two countries"
    return 0.0, "the place of one is not known"


def _km_beyond(x: Where, y: Where) -> float:
    away = distance_km(x, y)
    if away is None:
        return math.nan
    return away - x.radius_km - y.radius_km


def _deeds(a: Card, b: Card) -> Iterator[Evidence]:
    if a.types and b.types:
        likeness, reason = max(type_compatible(x, y) for x in a.types for y in b.types)
        yield {1.0: 0.8, 0.7: 0.4, 0.5: 0.0}.get(likeness, -1.5), reason
    if a.weapons and b.weapons:
        yield (0.5, "same weapon") if a.weapons & b.weapons else (-0.5, "other weapons")
    if a.targets and b.targets:
        yield (0.4, "same kind of target") if a.targets & b.targets else (-0.4, "other targets")
    if shared := a.target_words & b.target_words:
        yield min(0.6, 0.2 * len(shared)), "target in the same words"
    if a.actors and b.actors:
        yield (0.6, "same actor named") if a.actors & b.actors else (-0.3, "other actors named")
    if a.munitions and b.munitions:
        agree = any(compatible(f, g)[0] >= 0.8 for f in a.munitions for g in b.munitions)
        yield (0.2, "counts of munitions agree") if agree else (-0.2, "counts of munitions differ")


def _tolls(a: Card, b: Card) -> Iterator[Evidence]:
    for outcome, share in (("killed", 1.0), ("wounded", 0.6)):
        if outcome in a.tolls and outcome in b.tolls:
            weight, reason = max(
                (_two_figures(f, g) for f in a.tolls[outcome] for g in b.tolls[outcome]), key=lambda e: e[0]
            )
            yield round(share * weight, 2), f"{outcome}: {reason}"


def _two_figures(f: Figure, g: Figure) -> Evidence:
    """Weigh two counts: a large number in common is no accident; numbers that differ may have risen since."""
    likeness, reason = compatible(f, g)
    if likeness == 1.0 and f.low is not None and f.low == f.high:
        return min(2.0, 0.4 + 0.7 * math.log2(1 + f.low) / 2), reason
    if likeness >= 0.8:
        return 0.3, reason
    low, high = sorted((max(f.low or 0, 0.5), max(g.low or 0, 0.5)))
    return max(-2.0, -0.6 * math.log2(high / low)), reason


def _looks_back(a: Card, b: Card) -> Iterator[Evidence]:
    """Give a look back its due: it names an attack that was reported, so one known at that place and time is meant."""
    if (a.role == "background") != (b.role == "background"):
        here = any(
            x.precision in FINE and y.precision in FINE and _km_beyond(x, y) <= 2.0 for x in a.where for y in b.where
        )
        if here and a.when and b.when:
            yield 0.8, "one looks back at this place and time"
