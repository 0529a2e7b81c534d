"""The list of incidents: each said in a row, a mark on the map and a bar on the time line."""

from __future__ import annotations

from tocsin.model.incident import Count, Incident
from tocsin.model.kinds.event_type import SUB_EVENTS
from tocsin.serve.web import words
from tocsin.serve.web.basemap import shipped_basemap
from tocsin.serve.web.desk import ListPage
from tocsin.serve.web.query import PARAMETERS, Query
from tocsin.serve.web.svgmap import Mark
from tocsin.serve.web.svgtime import Bar
from tocsin.serve.web.views import ListView, Option, RowView

FIELD_NAMES = {
    "killed": "killed", "wounded": "wounded", "missing": "missing", "abducted": "abducted", "when": "time",
    "where": "place", "type": "type", "munitions": "munitions", "munition": "munitions",
    "responsibility": "who did it",
}  # fmt: skip


PAGE_SIZE = 100
_PREPOSITIONS = {"site": "at", "near": "near"}
"""Geo precision -> the word before the place; in a headline every other one is "in"."""


def view_list(page: ListPage, query: Query) -> ListView:
    """Make the list page's values."""
    names = sorted(country_names().items(), key=lambda item: item[1])
    before, shown = (query.page - 1) * PAGE_SIZE, len(page.incidents)
    return ListView(
        rows=tuple(view_row(i) for i in page.incidents),
        marks=tuple(mark for i in page.incidents if (mark := make_mark(i))),
        bars=tuple(bar for i in page.incidents if (bar := make_bar(i))),
        n_all=page.n_all,
        n_matching=page.n_matching,
        n_undated=page.n_undated,
        n_unplaced=page.n_unplaced,
        n_disputed=page.n_disputed,
        first=before + 1,
        last=before + shown,
        newer=f"/{query.to_string(page=query.page - 1)}" if query.page > 1 else "",
        older=f"/{query.to_string(page=query.page + 1)}" if before + shown < page.n_matching and shown else "",
        countries=tuple(Option(code, name, code == query.country) for code, name in names),
        types=tuple(Option(name, name, name == query.type) for name in sorted(SUB_EVENTS)),
        query=query.to_string(),
        filters=dict.fromkeys(PARAMETERS, "") | query.to_params(),
    )


def view_row(one: Incident) -> RowView:
    """Say one incident in a row."""
    when, when_precision = say_time(one)
    place, place_precision = say_place(one)
    happened = one.event_status == "happened"
    return RowView(
        id=one.id,
        href=f"/incidents/{one.id}",
        headline=headline(one),
        type=one.type.value.acled if one.type.value else "type not known",
        when=when,
        when_precision=when_precision,
        place=place,
        place_precision=place_precision,
        killed=say_tally(one.killed),
        wounded=say_tally(one.wounded),
        disputes=say_disputes(one),
        n_reports=len(one.reports),
        n_witnesses=len(one.witnesses),
        status=words.say(words.STATUSES, one.status),
        event_status="" if happened else words.say(words.MENTION_STATUSES, one.event_status),
    )


def headline(one: Incident) -> str:
    """Give the summary's what and where, without the date and the figures that stand in columns of their own."""
    when, where = one.when.value, one.where.value
    day = f", {when.show()}" if when and when.start else ""
    found = one.summary.find(day) if day else -1
    text = one.summary[:found] if found > 0 else one.summary.partition(": ")[0]
    if where is None:
        return text
    name = where.name or where.text
    country = country_names().get(where.country or "", where.country or "")
    coded = f" at {name} ({where.country})" if where.country else f" at {name}"
    holder = f", {country}" if country and country not in name else ""
    return f"{text.removesuffix(coded)} {_PREPOSITIONS.get(where.precision, 'in')} {name}{holder}"


def say_tally(tally: Count) -> str:
    """Say a folded count: ``3 [1–5]``, ``2 or more``, ``up to 30``, ``not stated``.

    A disputed count is never said as "50 or more": where others say "at least 100" that would hide them.
    """
    if not tally.known:
        return "not stated"
    if tally.best is None and tally.high is None and tally.low is not None and not tally.disputed:
        return f"{tally.low:,} or more"
    if tally.best is None and tally.low is None and tally.high is not None:
        return f"up to {tally.high:,}"
    if tally.disputed and tally.high is None and tally.best == tally.low:
        return f"{tally.best:,} [{tally.low:,}–…]"
    return words.say_range(tally.best, tally.low, tally.high)


def say_time(one: Incident) -> tuple[str, str]:
    """Say an incident's days, and how exact they are."""
    value = one.when.value
    if value is None or value.start is None:
        return "undated", "no report gives a day"
    days = words.say_days(value.start, value.end, value.precision)
    return days, words.say(words.TIME_PRECISIONS, value.part_of_day or value.precision)


def say_place(one: Incident) -> tuple[str, str]:
    """Say an incident's place, and how exact it is."""
    value = one.where.value
    if value is None:
        return "not placed", "no report gives a place"
    country = country_names().get(value.country or "", value.country or "")
    parts = dict.fromkeys(p for p in (value.name or value.text, value.admin1, country) if p)
    reach = f", within {words.say_km(value.radius_km)}" if value.lat is not None and value.radius_km else ""
    return ", ".join(parts), words.say(words.PLACE_PRECISIONS, value.precision) + reach


def say_disputes(one: Incident) -> tuple[str, ...]:
    """Say which fields are disputed, in words."""
    return tuple(dict.fromkeys(FIELD_NAMES.get(name, name.replace("_", " ")) for name in one.disputed))


def make_mark(one: Incident) -> Mark | None:
    """Give the incident's place on a map, None where no point is known."""
    value = one.where.value
    if value is None or value.lat is None or value.lon is None:
        return None
    name = value.name or value.text
    label = f"{one.summary}. {say_time(one)[0]}. {say_place(one)[0]}"
    return Mark(
        value.lat, value.lon, value.radius_km, value.precision, label, name, f"/incidents/{one.id}", bool(one.disputed)
    )


def country_names() -> dict[str, str]:
    """Give a name for each country code, as on the map."""
    return shipped_basemap().country_names


def make_bar(one: Incident) -> Bar | None:
    """Give the incident's place on the time line, None where it has no day."""
    value = one.when.value
    if value is None or value.start is None or value.end is None:
        return None
    return Bar(value.start, value.end, f"{one.summary}. {say_time(one)[0]}", f"/incidents/{one.id}")
