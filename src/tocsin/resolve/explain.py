"""Tell why: what each place name of a report may mean, and how one of them became the place of an attack.

Nothing is decided here. The names, places and event places are those of the reading itself; the points are the ones
that decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tocsin.model.kinds.where import Where
from tocsin.resolve.eventplace import Candidate, is_aside, weigh_event_place
from tocsin.resolve.places import REASONS, weigh_places
from tocsin.resolve.reading import find_candidates, find_dateline

if TYPE_CHECKING:
    from tocsin.model.reading import Reading
    from tocsin.model.statement import Mention, Statement
    from tocsin.resolve.gazetteer import Gazetteer, Place
    from tocsin.resolve.wording import PlaceWording

Reasons = tuple[tuple[str, float], ...]
"""What speaks for (above zero) and against something, and by how many points."""


@dataclass(frozen=True, slots=True)
class PossiblePlace:
    """One place that a name may mean, and why."""

    place: Place
    score: float
    reasons: Reasons
    chosen: bool


@dataclass(frozen=True, slots=True)
class NameExplained:
    """One place name of a report: what it was taken for, the wider place it was put in, and all it may mean."""

    wording: PlaceWording
    value: Where | None
    container: Place | None
    readings: tuple[PossiblePlace, ...]

    @property
    def outcome(self) -> str:
        """Say in a few words what became of the name."""
        if self.value is None or self.value.gazetteer is None:
            return "refused: a namesake the report gives no ground for" if self.readings else "in no table"
        if any(reading.chosen for reading in self.readings):
            return "taken"
        if self.container is not None and self.value.gazetteer == self.container.id:
            found = "its namesakes lie elsewhere" if self.readings else "in no table"
            return f"{found}: put at the wider place named"
        return "taken by what the words around it name"


@dataclass(frozen=True, slots=True)
class NameWeighed:
    """One name that may be the place of an attack: its points, and whether it cannot be one whatever its points."""

    wording: PlaceWording
    points: float
    reasons: Reasons
    aside: bool


@dataclass(frozen=True, slots=True)
class AttackExplained:
    """One attack: its place, those beside it, and the names that were weighed for it, the likeliest first."""

    mention: Mention
    place: Statement | None
    beside: tuple[Statement, ...]
    rule: str
    weighed: tuple[NameWeighed, ...]


def explain_names(reading: Reading, gazetteer: Gazetteer) -> tuple[NameExplained, ...]:
    """Give every place name of a reading's report, in order, with what it may mean."""
    candidates = find_candidates(reading.document, gazetteer)
    wordings = [candidate.wording for candidate in candidates]
    weighed = weigh_places(wordings, gazetteer, dateline=find_dateline(reading.document))
    explained = []
    for candidate, name in zip(candidates, weighed, strict=True):
        taken = candidate.value.gazetteer if candidate.value else None
        readings = tuple(
            PossiblePlace(one.place, one.score, _spoken(zip(REASONS, one.points, strict=True)), one.place.id == taken)
            for one in name.candidates
        )
        explained.append(NameExplained(candidate.wording, candidate.value, name.container, readings))
    return tuple(explained)


def explain_attacks(reading: Reading, gazetteer: Gazetteer) -> tuple[AttackExplained, ...]:
    """Give every attack of a resolved reading with its place and why."""
    candidates = find_candidates(reading.document, gazetteer)
    return tuple(_explain_attack(reading, mention, candidates) for mention in reading.mentions)


def _explain_attack(reading: Reading, mention: Mention, candidates: list[Candidate]) -> AttackExplained:
    own = [statement for statement in reading.statements if statement.mention == mention.id]
    places = [statement for statement in own if isinstance(statement.value, Where)]
    targets = [statement.span for statement in own if statement.field == "target" and statement.span]
    weighed = []
    for candidate in candidates:
        if not mention.owns(candidate.wording.start):
            continue
        told = tuple(weigh_event_place(reading.document, mention, candidate, targets))
        aside = is_aside(reading.document, candidate)
        weighed.append(NameWeighed(candidate.wording, sum(points for _, points in told), told, aside))
    weighed.sort(key=lambda name: (name.aside, -name.points, name.wording.start))
    rule = _name_rule(mention, places[0], weighed) if places else "no name of a place has points above zero"
    return AttackExplained(mention, places[0] if places else None, tuple(places[1:]), rule, tuple(weighed))


def _name_rule(mention: Mention, place: Statement, weighed: list[NameWeighed]) -> str:
    """Say by which rule the place came about."""
    if place.because:
        return "it is the place of the main attack, which these words point back to"
    if mention.places:
        return "the trained reader marked these words as the place"
    free = [name for name in weighed if not name.aside and name.points > 0]
    span = place.span
    if span is None or not free:
        return "nothing else is named"
    best = free[0].wording
    if best.start < span.end and span.start < best.end:
        return "it has the most points"
    return f"it is the narrower name beside \u201c{best.text}\u201d, which has the most points"


def _spoken(told: zip[tuple[str, float]]) -> Reasons:
    return tuple((reason, points) for reason, points in told if points)
