"""Measure the finding and valuing of time expressions on WikiWars (TIMEX2, 22 war narratives).

Relaxed: spans overlap, one to one. Strict: the same span. Value: overlap and the same TIMEX2 ``val`` (both without one
counts as the same). Expressions outside the body of a text are left out. Choices that belong to the corpus and not to
the product are made here: leading prepositions are outside the span, both ends of a range are expressions of their own,
a clock time and its day are two, and the date last spoken of is the last one valued in the text.

    python tools/measure_wikiwars.py ../shared/data/wikiwars [--errors] [--only 07]
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from tocsin.model.kinds.when import Anchor, Parts, TimeExpression, find_times
from tocsin.model.kinds.when.choose import locate
from tocsin.model.kinds.when.period import Period, bounds, on_day
from tocsin.model.kinds.when.words import ZONES

_TAG = re.compile(r"<(/?)(\w+)([^>]*)>")
_VAL = re.compile(r'\bval="([^"]*)"')
ERA = 9000
"""Years before the common era are counted on as ERA minus the year, so that plain dates can stand in for them."""


@dataclass(frozen=True)
class Timex:
    """Place one expression with its TIMEX2 value."""

    start: int
    end: int
    value: str | None


def read_gold(path: Path) -> tuple[str, list[Timex]]:
    """Read a tagged narrative: its body without tags, and its expressions."""
    raw = path.read_text(encoding="utf-8", errors="replace")
    body = raw[raw.index("<TEXT>") + 6 : raw.rindex("</TEXT>")]
    pieces: list[str] = []
    length, at = 0, 0
    open_tags: list[tuple[int, str | None]] = []
    found = []
    for tag in _TAG.finditer(body):
        pieces.append(body[at : tag.start()])
        length += tag.start() - at
        at = tag.end()
        if tag[2] != "TIMEX2":
            continue
        if tag[1]:
            start, value = open_tags.pop()
            found.append(Timex(start, length, value))
        else:
            value_match = _VAL.search(tag[3])
            open_tags.append((length, value_match[1] if value_match else None))
    pieces.append(body[at:])
    return "".join(pieces), sorted(found, key=lambda timex: (timex.start, -timex.end))


# -- our side --------------------------------------------------------------------------------------------------------

_CONNECTOR = re.compile(r"\s*(?:[-–—/]|\b(?:and|to|or|through|until)\b)\s*")
_LEAD = re.compile(r"(?:between|from|in|over(?= the)|during|within|for|at|on)\s+", re.IGNORECASE)
_CLOCK_THEN_DAY = re.compile(r"(?:\s+[A-Za-z]+ time)?\s+(?:on|of)\s+(?:the\s+)?", re.IGNORECASE)
_ZONE_TAIL = re.compile(r"\s*[(\[]?\b\w+ time[)\]]?$", re.IGNORECASE)


def split(expr: TimeExpression) -> list[TimeExpression]:
    """Cut an expression the way the corpus does: ranges at the connector, clock times off their day."""
    parts = expr.parts
    lead = _LEAD.match(expr.core)
    start = expr.core_start + (lead.end() if lead else 0)
    text = expr.text[start - expr.start :]
    whole = replace(expr, start=start, text=text, core_start=start)
    if parts.day2 is not None or parts.month2 is not None or parts.year2 is not None:
        cut = _CONNECTOR.search(text)
        return _both_ends(whole, cut) if cut else [whole]
    if parts.clock is not None and (parts.day is not None or parts.weekday is not None):
        cut = _CLOCK_THEN_DAY.search(text)
        if cut and text[:1].isdigit():
            day = replace(parts, clock=None, zone=None)
            return [_slice(whole, 0, cut.start(), parts), _slice(whole, cut.end(), len(text), day)]
    tail = _ZONE_TAIL.search(text) if expr.kind == "clock" else None
    return [_slice(whole, 0, tail.start(), parts) if tail else whole]


def _both_ends(expr: TimeExpression, cut: re.Match[str]) -> list[TimeExpression]:
    """Give the two ends of a range as expressions."""
    parts = expr.parts
    none = {"day2": None, "month2": None, "year2": None}
    near = replace(parts, month=parts.month or parts.month2, year=parts.year or parts.year2, **none)
    far = replace(
        parts, day=parts.day2, month=parts.month2 or parts.month, year=parts.year2 or parts.year, part=None, **none
    )
    return [_slice(expr, 0, cut.start(), near), _slice(expr, cut.end(), len(expr.text), far)]


def _slice(expr: TimeExpression, start: int, end: int, parts: Parts) -> TimeExpression:
    """Take a part of an expression, with its own pieces."""
    at = expr.start + start
    kind = "date" if expr.kind == "period" else expr.kind
    return TimeExpression(at, expr.start + end, expr.text[start:end], kind, at, expr.start + end, parts)


def read_times(text: str) -> list[Timex]:
    """Find and value the expressions of a narrative, the date last spoken of moving along."""
    found = []
    thread = Thread()
    for expr in find_times(text, all_expressions=True):
        for piece in split(expr):
            shifted = _shift_era(piece)
            period = locate(shifted, Anchor(published=None, last=thread.last))
            if period.grain == "none" and shifted.parts.clock and thread.day:
                period = on_day(thread.day)
            found.append(Timex(piece.start, piece.end, timex_value(shifted, period)))
            thread.follow(period, shifted.parts.stage)
    return found


@dataclass
class Thread:
    """Follow the date a narrative has reached; a lone year far from it is an aside until a second one agrees."""

    last: date | None = None
    day: date | None = None
    aside: date | None = None

    def follow(self, period: Period, stage: str | None) -> None:
        """Move on to a newly named period."""
        span = bounds(period, stage)
        if span is None or period.grain in {"decade", "century"}:
            return
        start = span[0]
        far = self.last is not None and abs(start.year - self.last.year) > ASIDE_YEARS
        if far and (self.aside is None or abs(start.year - self.aside.year) > 1):
            self.aside = start
            return
        self.last, self.aside = start, None
        self.day = start if period.grain == "day" else None


ASIDE_YEARS = 5
"""How many years a narrative may jump at once; swept 2 to 15 on WikiWars: value F1 moves by .001."""


def _shift_era(expr: TimeExpression) -> TimeExpression:
    """Count years before the common era on a scale that dates can hold."""
    year = expr.parts.year
    if year is None or year > 0:
        return expr
    return replace(expr, parts=replace(expr.parts, year=ERA + year))


_UNITS = {
    "year": "Y",
    "month": "M",
    "week": "W",
    "day": "D",
    "hour": "H",
    "minute": "M",
    "decade": "DE",
    "century": "CE",
}
_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI", "daytime": "TDT",
          "midnight": "T00:00", "noon": "T12:00", "dawn": "TMO", "dusk": "TEV"}  # fmt: skip
_SETS = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX", "night": "XXXX-XX-XXTNI",
         "hour": "XXXX-XX-XXTXX"}  # fmt: skip
_VAGUE = {"former": "PAST_REF", "formerly": "PAST_REF", "recent": "PAST_REF", "recently": "PAST_REF",
          "past": "PAST_REF", "future": "FUTURE_REF"}  # fmt: skip


def timex_value(expr: TimeExpression, period: Period) -> str | None:
    """Write the TIMEX2 value of an expression tied to a period."""
    parts = expr.parts
    if expr.kind == "vague":
        return _vague_value(expr)
    if expr.kind == "set":
        return (
            f"P1{_UNITS.get(parts.unit or '', 'D')}"
            if expr.text.lower().startswith(("a ", "per "))
            else _SETS.get(parts.unit or "day")
        )
    if expr.kind in {"duration", "age"} or (expr.kind == "period" and parts.unit):
        return _duration_value(parts, expr)
    base = _period_value(period)
    if parts.clock is not None:
        offset = ZONES.get(parts.zone or "")
        zone = "" if offset is None else "Z" if offset == 0 else f"{offset // 60:+03d}"
        return f"{base or 'XXXX-XX-XX'}T{parts.clock}{zone}"
    if parts.part is not None:
        return f"{base or 'XXXX-XX-XX'}{_PARTS[parts.part]}"
    if base is None and (parts.deictic or parts.unit or parts.season or parts.month or parts.weekday is not None):
        return _open_value(expr)
    return base


def _vague_value(expr: TimeExpression) -> str | None:
    """Value wording that only points: now, former, future."""
    words = expr.text.lower().split()
    if words[-1] == "time":
        return None
    return _VAGUE.get(words[-1], "PRESENT_REF")


def _duration_value(parts: Parts, expr: TimeExpression) -> str | None:
    """Write a length of time: P3D, PXY, PT2H."""
    unit = parts.unit or "year"
    if expr.kind == "age":
        unit = "year"
    clock = "T" if unit in {"hour", "minute"} else ""
    letter = _UNITS.get(unit)
    if letter is None:
        return None
    if parts.amount is None:
        plural = parts.plural or expr.text.lower().endswith("s")
        return f"P{clock}{'X' if plural else 1}{letter}"
    return f"P{clock}{parts.amount:g}{letter}"


def _period_value(period: Period) -> str | None:
    """Write a stretch of the calendar: 1942-05-01, 1942-05, 1942-SU, 1942, 194, 19."""
    year = period.year
    if year is None:
        return None
    era = ""
    if year < 0:
        era, year = "BC", -year
    elif year > ERA - 1000:
        era, year = "BC", ERA - year
    grain = period.grain
    if grain in {"decade", "century"}:
        return f"{era}{year // 10:03d}" if grain == "decade" else f"{era}{(year - (1 if era else 0)) // 100:02d}"
    head = f"{era}{year:04d}"
    if grain in {"year", "half"}:
        return head if grain == "year" else f"{head}-H{period.half}"
    if grain == "season":
        return f"{head}-{period.season}"
    if grain == "month":
        return f"{head}-{period.month:02d}"
    if grain == "week":
        found = date(period.year or 1, period.month or 1, period.day or 1).isocalendar()
        return f"{found.year:04d}-W{found.week:02d}"
    return f"{head}-{period.month or 1:02d}-{period.day or 1:02d}"


def _open_value(expr: TimeExpression) -> str | None:
    """Value wording that could not be tied to the calendar."""
    parts = expr.parts
    if parts.deictic in {"today", "tonight"}:
        return "PRESENT_REF" if parts.deictic == "today" else "XXXX-XX-XXTNI"
    if parts.plural or (parts.direction and parts.amount is None and parts.unit != "day"):
        return "FUTURE_REF" if parts.direction in {"later", "after"} else "PAST_REF"
    if parts.season:
        return f"XXXX-{parts.season}"
    if parts.month:
        return f"XXXX-{parts.month:02d}" + (f"-{parts.day:02d}" if parts.day else "")
    if parts.weekday is not None:
        return f"XXXX-WXX-{parts.weekday + 1}"
    return {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}.get(parts.unit or "day")


# -- scoring ---------------------------------------------------------------------------------------------------------


def pair(gold: list[Timex], ours: list[Timex]) -> list[tuple[Timex, Timex]]:
    """Pair overlapping expressions one to one: the same span first, then by common length."""
    candidates = [
        ((g.start, g.end) != (o.start, o.end), max(g.start, o.start) - min(g.end, o.end), i, j)
        for i, g in enumerate(gold)
        for j, o in enumerate(ours)
        if g.start < o.end and o.start < g.end
    ]
    used_gold: set[int] = set()
    used_ours: set[int] = set()
    pairs = []
    for _, _, i, j in sorted(candidates):
        if i not in used_gold and j not in used_ours:
            used_gold.add(i)
            used_ours.add(j)
            pairs.append((gold[i], ours[j]))
    return pairs


def score(gold: list[Timex], ours: list[Timex]) -> Counter[str]:
    """Count expressions, matches and right values."""
    pairs = pair(gold, ours)
    return Counter(
        gold=len(gold),
        ours=len(ours),
        relaxed=len(pairs),
        strict=sum((g.start, g.end) == (o.start, o.end) for g, o in pairs),
        value=sum(g.value == o.value for g, o in pairs),
    )


def show_errors(text: str, gold: list[Timex], ours: list[Timex]) -> None:
    """Print what was missed, made up, cut differently or valued differently."""
    pairs = pair(gold, ours)
    missed = [timex for timex in gold if timex not in {g for g, _ in pairs}]
    extra = [timex for timex in ours if timex not in {o for _, o in pairs}]
    for name, timexes in (("missed", missed), ("extra", extra)):
        for timex in timexes:
            around = text[max(0, timex.start - 30) : timex.start] + "[" + text[timex.start : timex.end] + "]"
            print(f"{name}\t{timex.value}\t{(around + text[timex.end : timex.end + 20])!r}")
    for g, o in pairs:
        if (g.start, g.end) != (o.start, o.end):
            print(f"span\t{text[g.start : g.end]!r}\t{text[o.start : o.end]!r}")
        if g.value != o.value:
            print(f"value\t{text[o.start : o.end]!r}\tgold {g.value}\tours {o.value}")


def main() -> None:
    """Print the scores of each text and of all."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="print every miss")
    parser.add_argument("--only", default="", help="only texts whose name starts with this")
    options = parser.parse_args()
    total: Counter[str] = Counter()
    for path in sorted((options.folder / "keyinline").glob(f"{options.only}*.xml")):
        text, gold = read_gold(path)
        ours = read_times(text)
        counts = score(gold, ours)
        total += counts
        print(path.name.split(".")[0], as_line(counts))
        if options.errors:
            show_errors(text, gold, ours)
    print("all", as_line(total))


def as_line(counts: Counter[str]) -> str:
    """Say precision, recall and F1 of spans and values."""
    cells = [f"gold {counts['gold']} ours {counts['ours']}"]
    for name in ("relaxed", "strict", "value"):
        precision, recall = counts[name] / max(1, counts["ours"]), counts[name] / max(1, counts["gold"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        cells.append(f"{name} P {precision:.3f} R {recall:.3f} F1 {f1:.3f}")
    return "  ".join(cells)


if __name__ == "__main__":
    main()
