"""A time expression as it stands in a text: its place, its wording and its parsed, still unanchored pieces."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, Final, Literal

Kind = Literal[
    "date", "weekday", "relative", "anchored", "clock", "part_of_day", "period", "duration", "age", "set", "vague"
]


@dataclass(frozen=True, slots=True)
class Parts:
    """Hold what the words of one expression say; absent pieces are None.

    ``year`` is negative before the common era. ``weekday`` counts from Monday = 0. ``clock`` is ``HH:MM``.
    ``which`` is last, past, previous, next, following, coming, this, that, same or the; ``direction`` is ago, earlier,
    later, before or after; ``stage`` is early, mid, late, earlier or later; ``bound`` is since, until, by, before or
    after. The ``...2`` fields are the far end of a range, and for ``clock2`` a second, printed conversion.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    year2: int | None = None
    month2: int | None = None
    day2: int | None = None
    weekday: int | None = None
    weekday2: int | None = None
    season: str | None = None
    decade: int | None = None
    century: int | None = None
    half: int | None = None
    holiday: str | None = None
    deictic: str | None = None
    which: str | None = None
    amount: float | None = None
    plural: bool | None = None
    unit: str | None = None
    ordinal: int | None = None
    direction: str | None = None
    part: str | None = None
    clock: str | None = None
    zone: str | None = None
    clock2: str | None = None
    zone2: str | None = None
    stage: str | None = None
    bound: str | None = None
    written: str | None = None

    def joined(self, other: Parts) -> Parts | None:
        """Unite two sets of pieces; None where they contradict each other."""
        given: dict[str, Any] = {}
        for name in _NAMES:
            mine, theirs = getattr(self, name), getattr(other, name)
            if mine is not None and theirs is not None and mine != theirs:
                return None
            given[name] = theirs if mine is None else mine
        return replace(self, **given)


_NAMES: Final = tuple(field.name for field in fields(Parts))


@dataclass(frozen=True, slots=True)
class Chunk:
    """Place one matched rule by token indices, with its kind and pieces."""

    start: int
    end: int
    kind: Kind
    parts: Parts


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Place one time expression: half-open code-point offsets, so that ``whole[start:end] == text``.

    ``start`` takes in the leading preposition ("on Friday"); ``core_start`` leaves it out ("Friday"). A trailing
    possessive is outside both. ``kind`` is the sort of wording; ``parts`` what it says.
    """

    start: int
    end: int
    text: str
    kind: Kind
    core_start: int
    core_end: int
    parts: Parts = Parts()

    @property
    def core(self) -> str:
        """Give the wording without its leading preposition."""
        return self.text[self.core_start - self.start : self.core_end - self.start]

    @property
    def dates_event(self) -> bool:
        """Say whether the expression can date an event by itself.

        Durations, ages, repetitions and the open ends of a period ("since October", "until Friday") cannot.
        """
        if self.kind in {"duration", "age", "set", "vague"}:
            return False
        return self.parts.bound not in {"since", "until", "by"}
