"""Choose when an episode happened among the dates of its text."""

from __future__ import annotations

import re
from datetime import date, timedelta

from tocsin.extract.episodes import Dated, Episode
from tocsin.extract.triggers import find_triggers
from tocsin.model.document import Document
from tocsin.model.kinds.figure import parse_number
from tocsin.model.kinds.when import When, at_publication, combine
from tocsin.model.span import Stretches

_SAID_ON = re.compile(
    r"\b(?:said|told \w+|announced|confirmed|reported|says|stated|added|wrote|published|arrested|condemned|vowed|spoke|released|issued|updated|sources|told|declared|accused|blamed|agreed|ceasefire|truce|appeared|charged|detained|visited)(?:\s+(?:\w+\s+)?(?:in a statement|late|early|later|separately|reporters|journalists))?\s*,?\s*$",
    re.IGNORECASE,
)
_NAMES_ELSE = re.compile(
    r"\s+(?:Movement|Brigades?|Martyrs|Agreement|Revolution|Accords?|Square|Street|Bridge|Avenue|cease-?fire|truce|peace|deal|agreement|war\b|invasion|elections?|coup|uprising|protests|constitution|census|World Cup)"
)
_OTHER_THING = re.compile(
    r"\b(?:cease-?fire|truce|agreement|deal|election|effect|signed|born|founded|established|independence)\b[\w ,]{0,40}$",
    re.IGNORECASE,
)
_THEN_SAID = re.compile(
    r"\s+(?:accused|blamed|said|says|announced|confirmed|condemned|told|vowed|denied|reported|called|urged|appealed)\b"
)
_DATELINE = re.compile(r"^[A-Z][A-Za-zÀ-ÿ/,.'’ -]{1,45}[,(]?\s*$")
_DASH = re.compile(r"^,?\s*(?:\d{4})?\)?\s*(?:\([^)]{1,30}\)\s*)?(?:[-–—]|:\s)")
_TELLING = 0.6
"""From this weight a word of attack between a deal and a date takes the date for itself."""
_SHORT = 900
"""A notice of at most this many characters that prints no date is read as telling of its day of publication."""


def choose_when(
    document: Document,
    episode: Episode,
    dates: tuple[Dated, ...],
    main_day: date | None = None,
    clocks: tuple[Dated, ...] | None = None,
) -> tuple[When, int | None, int | None] | None:
    """Choose the date of an episode: ``(value, start, end)`` with the offsets of its words, None where there are none."""
    counted = _count_back(episode, dates, main_day)
    if counted:
        return counted
    told = Stretches(episode.regions)
    first, last = told.first, told.last
    own = tuple(d for d in dates if first <= d.start < last and told.cover(d.start))
    usable = [
        d
        for d in own
        if not _NAMES_ELSE.match(document.text[d.end : d.end + 40]) and d.expression.dates_event and _is_dated(d)
    ]
    if not usable:
        return _without_words(document, episode)
    best = min(usable, key=lambda d: _cost(document, episode, d))
    if (
        clocks is None
        and _cost(document, episode, best) > 240
        and episode.role == "main"
        and len(document.text) <= _SHORT
    ):
        return _without_words(document, episode)
    when = best.when
    if when.time_local is None:
        clock = _find_clock(own if clocks is None else clocks, best)
        if clock:
            when = combine(when, clock)
    return when, best.start, best.end


def _count_back(
    episode: Episode, dates: tuple[Dated, ...], main_day: date | None
) -> tuple[When, int | None, int | None] | None:
    """Date what a clause such as "two days after rebels shelled the town" looks back on: the main day less two days."""
    if episode.role != "background" or main_day is None:
        return None
    for item in dates:
        match = _DAYS_AFTER.fullmatch(item.expression.text.strip())
        if match is None or not any(abs(item.start - start) <= 6 for start, _ in episode.regions):
            continue
        amount = parse_number(match["n"]) if match["n"].lower() not in {"a", "an"} else 1
        if amount is not None and episode.owns(item.end - 1):
            day = main_day - timedelta(days=amount * (7 if match["unit"].lower() == "week" else 1))
            return When(day, day, "day", basis="relative", text=item.expression.text), item.start, item.end
    return None


_DAYS_AFTER = re.compile(r"(?:just |only )?(?P<n>\w+) (?P<unit>day|week)s? (?:after|later)", re.IGNORECASE)


def _is_dated(item: Dated) -> bool:
    return item.expression.kind != "clock" and (item.when.start is not None or item.when.precision != "unknown")


def _without_words(document: Document, episode: Episode) -> tuple[When, int | None, int | None] | None:
    published: date | None = document.report.published_day
    if (
        episode.role != "background"
        and episode.status not in {"threatened", "planned", "hypothetical"}
        and published
        and len(document.text) <= _SHORT
    ):
        return at_publication(published), None, None
    return None


def _cost(document: Document, episode: Episode, item: Dated) -> float:
    """Weigh a date: near the trigger, early in the report, not the day somebody spoke."""
    same = episode.sentence.span.start <= item.start < episode.sentence.span.end
    sentence = document.sentence_at(item.start)
    cost = 0.0 if same else 60.0 + 25.0 * abs((sentence.index if sentence else 0) - episode.sentence.index)
    cost += min(abs(item.start - episode.end), abs(item.end - episode.start), 200) / 10
    before = document.text[max(0, item.start - 60) : item.start]
    if _SAID_ON.search(before):
        cost += 300.0
    after = document.text[item.end : item.end + 30]
    other = _OTHER_THING.search(before)
    if other and not any(t.weight >= _TELLING for t in find_triggers(before[other.start() :])):
        cost += 250.0
    if _THEN_SAID.match(after):
        cost += 200.0
    if sentence is not None and sentence.part in {"lead", "body"}:
        opening = document.text[sentence.span.start : item.start]
        if _DATELINE.match(opening) and _DASH.match(after):
            cost += 350.0
    if sentence is not None and sentence.part == "title":
        cost += 15.0
    if item.when.start is None:
        cost += 120.0
    published = document.report.published_day
    if episode.role == "main" and published and item.when.start and item.when.start > published:
        cost += 500.0
    if episode.role == "main" and published and item.when.end and (published - item.when.end).days > 60:
        cost += 250.0
    if item.when.precision in {"year", "range"} or (item.when.precision == "month" and episode.role == "main"):
        cost += 60.0
    return cost


def _find_clock(dates: tuple[Dated, ...], day: Dated) -> When | None:
    """Find a clock time that tells of the attack: in the day's sentence or in another sentence of the episode; ``dates`` are the episode's."""
    for item in dates:
        if item.when.time_local and item.when.start == day.when.start:
            return item.when
    for item in dates:
        if item.when.time_local and item.expression.kind == "clock":
            return item.when
    return None
