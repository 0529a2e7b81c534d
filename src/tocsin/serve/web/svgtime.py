"""Draw the time band: each incident a bar from the first to the last day it can have been on.

A bar as wide as its date is uncertain is the time line's halo; an exact day is a solid tick.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import escape

LANES = 5
LANE_PX = 9
LEAST_BAR_PX = 5.0
MONTHS_STEP = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600)
MOST_LABELS = 7


@dataclass(frozen=True, slots=True)
class Bar:
    """An incident in time: its first and last possible day, its name, its record."""

    start: date
    end: date
    label: str
    href: str


def draw_band(bars: Sequence[Bar], *, n_undated: int = 0, width: int = 560) -> str:
    """Draw the bars over a ruler of months or years, as one SVG element; empty text where nothing is dated.

    The drawing repeats a table, so its links are taken out of the tab order.
    """
    if not bars:
        return ""
    first, last = _margin(min(b.start for b in bars), max(b.end for b in bars))
    px_per_day = width / ((last - first).days + 1)
    lanes = [float("-inf")] * LANES
    shapes = []
    for bar in sorted(bars, key=lambda b: (b.start, b.end, b.href)):
        left = (bar.start - first).days * px_per_day
        long = max(LEAST_BAR_PX, ((bar.end - bar.start).days + 1) * px_per_day)
        lane = next((i for i, end in enumerate(lanes) if end + 1.5 <= left), min(range(LANES), key=lanes.__getitem__))
        lanes[lane] = left + long
        shapes.append(_draw_bar(bar, left, 6 + lane * LANE_PX, long))
    used = sum(1 for end in lanes if end > float("-inf"))
    height = 6 + used * LANE_PX + 22
    about = f"{len(bars)} dated incidents, {first:%b %Y} to {last:%b %Y}; {n_undated} undated ones are not drawn."
    return (
        f'<svg class="band" role="group" viewBox="0 0 {width} {height}" aria-labelledby="band-title band-desc" '
        f'xmlns="http://www.w3.org/2000/svg"><title id="band-title">Time line of the incidents</title>'
        f'<desc id="band-desc">{escape(about)} The table has the same.</desc>'
        f"{_ruler(first, last, px_per_day, width, height)}{''.join(shapes)}</svg>"
    )


def _draw_bar(bar: Bar, left: float, top: int, long: float) -> str:
    kind = "band-bar exact" if bar.start == bar.end else "band-bar"
    return (
        f'<a href="{escape(bar.href)}" tabindex="-1"><title>{escape(bar.label)}</title>'
        f'<rect class="{kind}" x="{left:.1f}" y="{top}" width="{long:.1f}" height="{LANE_PX - 3}" rx="1"/></a>'
    )


def _margin(first: date, last: date) -> tuple[date, date]:
    room = max(3, (last - first).days // 25)
    return first - timedelta(days=room), last + timedelta(days=room)


def _ruler(first: date, last: date, px_per_day: float, width: int, height: int) -> str:
    """Draw ticks at the first of months or years, or at days where the band is shorter than two months."""
    parts = []
    for day, label in _ticks(first, last):
        x = (day - first).days * px_per_day
        if x > width - 60:
            continue
        parts.append(f'<path class="band-axis" d="M{x:.1f} 0V{height - 16}"/>')
        parts.append(f'<text x="{x + 3:.1f}" y="{height - 5}">{label}</text>')
    return "".join(parts)


def _ticks(first: date, last: date) -> list[tuple[date, str]]:
    days = (last - first).days
    if days < 62:
        step = max(1, days // MOST_LABELS + 1)
        every = [first + timedelta(days=n) for n in range(1, days, step)]
        return [(d, f"{d.day} {d:%b %Y}" if i == 0 else f"{d.day} {d:%b}") for i, d in enumerate(every)]
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next((s for s in MONTHS_STEP if months / s <= MOST_LABELS), MONTHS_STEP[-1])
    found = []
    number = first.year * 12 + first.month  # the month after the first, counted from year 0
    number += -number % step
    while (day := date(number // 12, number % 12 + 1, 1)) <= last:
        found.append((day, str(day.year) if step >= 12 or day.month == 1 else f"{day:%b %Y}"))
        number += step
    return found
