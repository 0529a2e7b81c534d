"""The box of days and degrees within which a mention's attack can lie: the key by which mentions are brought together.

Two mentions whose boxes do not touch cannot be one attack; whether two that touch are one is for comparison to say.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from tocsin.model.facts import surest
from tocsin.model.kinds.when import When
from tocsin.model.kinds.where import Where
from tocsin.model.report import Report
from tocsin.model.statement import Mention, Statement

SLACK_DAYS = 3
"""Days added on each side: one for time zones and midnight, two for a misprint that all else must outweigh."""
SLACK_KM = 50.0
NEWS_DAYS = 7
"""News without a date is of an attack at most so many days before publication."""
FIRST_DAY, LAST_DAY = date(1, 1, 1).toordinal(), date(9999, 12, 31).toordinal()
KM_PER_DEGREE = 111.2
COUNTRY_KM = 800.0
"""Least reach of a whole country: gazetteers' radii of countries are rough."""


@dataclass(frozen=True, slots=True)
class Box:
    """Bound days (ordinals) and degrees; ``vague`` where neither a date nor a place narrows anything down."""

    first: int
    last: int
    south: float
    north: float
    west: float
    east: float
    dated: bool
    placed: bool

    @property
    def vague(self) -> bool:
        """Tell whether the mention says neither when nor where."""
        return not (self.dated or self.placed)

    def tightened(self) -> Box:
        """Take back most of the slack: one day and a fifth of the kilometres stay. For blocks that are too large."""
        days = (SLACK_DAYS - 1) if self.dated else 0
        high = 0.8 * SLACK_KM / KM_PER_DEGREE if self.placed else 0.0
        wide = min(high, (self.east - self.west) / 4)
        south, north = self.south + high, self.north - high
        return replace(
            self,
            first=self.first + days,
            last=self.last - days,
            south=min(south, north),
            north=max(south, north),
            west=self.west + wide,
            east=self.east - wide,
        )

    def meets(self, other: Box) -> bool:
        """Tell whether two boxes share a day and a point."""
        return (
            self.first <= other.last
            and other.first <= self.last
            and self.south <= other.north
            and other.south <= self.north
            and self.west <= other.east
            and other.west <= self.east
        )


def box_of(mention: Mention, statements: Iterable[Statement], report: Report) -> Box:
    """Bound a mention by its surest date and by every place it names: several places widen the box."""
    told = [s for s in statements if s.mention == mention.id and s.polarity]
    when = surest_day(told)
    days = [(when.start, when.end)] if when and when.start and when.end else []
    places = [s.value for s in told]
    spots = [v for v in places if isinstance(v, Where) and v.lat is not None and v.lon is not None]
    first, last = _days(days, mention, report.published_day)
    south, north, west, east = _degrees(spots)
    return Box(first, last, south, north, west, east, bool(days), bool(spots))


def surest_day(statements: Iterable[Statement]) -> When | None:
    """Pick the date that speaks for a mention; None where no date is tied to the calendar."""
    dated = [s for s in statements if isinstance(s.value, When) and s.value.start and s.value.end]
    best = surest(dated)
    return best.value if best and isinstance(best.value, When) else None


def _days(days: list[tuple[date, date]], mention: Mention, published: date | None) -> tuple[int, int]:
    if days:
        first = min(start for start, _ in days).toordinal() - SLACK_DAYS
        last = max(end for _, end in days).toordinal() + SLACK_DAYS
    else:
        last = LAST_DAY if published is None else published.toordinal() + SLACK_DAYS
        news = published is not None and mention.role != "background"
        first = last - NEWS_DAYS - 2 * SLACK_DAYS if news else FIRST_DAY
    return max(first, FIRST_DAY), min(last, LAST_DAY)


def _degrees(spots: list[Where]) -> tuple[float, float, float, float]:
    south, north, west, east = 90.0, -90.0, 180.0, -180.0
    for spot in spots:
        assert spot.lat is not None
        assert spot.lon is not None
        reach = spot.radius_km + SLACK_KM
        if spot.precision == "country":
            reach = max(reach, COUNTRY_KM)
        high = reach / KM_PER_DEGREE
        wide = high / max(0.05, math.cos(math.radians(min(89.0, abs(spot.lat) + high))))
        south, north = min(south, spot.lat - high), max(north, spot.lat + high)
        west, east = min(west, spot.lon - wide), max(east, spot.lon + wide)
    if not spots or west < -180.0 or east > 180.0:  # across the date line the box goes once around
        west, east = -180.0, 180.0
    if not spots:
        south, north = -90.0, 90.0
    return max(south, -90.0), min(north, 90.0), west, east
