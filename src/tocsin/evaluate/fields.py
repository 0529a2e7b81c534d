"""List every field that is scored, with its definition: one table, read by the scorer, the tables and the document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tocsin.evaluate.items import (
    accusations_of,
    actors_of,
    blames_of,
    blames_with_scope,
    date_of,
    date_with_precision,
    each_once,
    exact,
    kinds_of,
    last_by_words,
    munitions_with,
    named_speakers,
    nationality_rows,
    no_one_blamed,
    overlap,
    part_rows,
    speaker_rows,
    toll_of,
    tolls_with_speaker,
    wordings_of,
    words_item,
)
from tocsin.evaluate.outcome import Compare, Item, Items, Same, by_items, by_rows


@dataclass(frozen=True, slots=True)
class Field:
    """Name a scored field.

    ``compare`` is None for the fields of a whole report (relevance, which attacks were found), which `run` counts.
    ``measure`` is ``recall`` where F1 has no meaning.
    """

    name: str
    title: str
    definition: str
    compare: Compare | None = None
    measure: Literal["f1", "recall"] = "f1"
    headline: bool = False


def _words_field(
    name: str, title: str, what: str, items: Items, same: Same = overlap, *, headline: bool = False
) -> Field:
    how = "overlapping words" if same is overlap else "the same words, letter case and articles aside"
    return Field(name, title, f"{what}: right with {how}.", by_items(items, same), headline=headline)


FIELDS: tuple[Field, ...] = (
    Field(
        "relevance",
        "relevance",
        "Reports said to report or mention an attack (`report.relevant`), against those that do.",
    ),
    Field(
        "refusal",
        "refusal of irrelevant reports",
        "Share of irrelevant reports called irrelevant and given no mention at all.",
        measure="recall",
    ),
    Field("mentions", "attacks found", "Attacks of any role: right when aligned with a gold one."),
    Field("main", "main attack", "Mentions of role main: right when aligned with a gold main mention."),
    Field("role", "role", "Main, other or background.", by_items(lambda m: each_once([m.role]))),
    Field("status", "status", "Happened, attempted, foiled, threatened …", by_items(lambda m: each_once([m.status]))),
    Field("type", "type", "The ACLED sub-event: equal.", by_items(lambda m: each_once([m.acled])), headline=True),
    _words_field("type_text", "type wording", "The words that show the type", lambda m: words_item(m.type_words)),
    Field(
        "date",
        "date",
        "First and last day: both equal. No value where the text gives none.",
        by_items(date_of),
        headline=True,
    ),
    Field(
        "date_precision",
        "date with precision",
        "First day, last day and precision: all equal.",
        by_items(date_with_precision),
    ),
    _words_field("date_text", "date wording", "The words that date the attack", lambda m: words_item(m.date_words)),
    Field("time_local", "local time", "Clock time: equal.", by_items(lambda m: each_once([m.time_local]))),
    _words_field(
        "place",
        "place text",
        "Event places",
        lambda m: [Item((p.words.text,), p.words) for p in m.places],
        headline=True,
    ),
    _words_field(
        "place_exact",
        "place text, exact",
        "Event places",
        lambda m: [Item((p.words.text,), p.words) for p in m.places],
        exact,
    ),
    Field(
        "country",
        "country",
        "ISO code of the event places, each once: equal.",
        by_items(lambda m: each_once(p.country for p in m.places)),
    ),
    Field("weapon_kind", "weapon kind", "Kinds of weapon, each once: equal.", by_items(lambda m: kinds_of(m.weapons))),
    _words_field("weapon_text", "weapon wording", "Weapons", lambda m: wordings_of(m.weapons)),
    Field(
        "munition_figure",
        "munitions figure",
        "Low and high of each count of rounds: both equal.",
        by_items(munitions_with()),
    ),
    Field(
        "munition_fate",
        "munitions figure with fate",
        "Low, high and fate: all equal.",
        by_items(munitions_with("fate")),
    ),
    _words_field("target_text", "target wording", "Targets", lambda m: wordings_of(m.targets)),
    Field("target_kind", "target kind", "Kinds of target, each once: equal.", by_items(lambda m: kinds_of(m.targets))),
    Field(
        "killed",
        "killed figure",
        "Low and high of each row of people killed (totals and parts): both equal.",
        by_items(toll_of("killed")),
        headline=True,
    ),
    Field(
        "killed_hedge",
        "killed figure with hedge",
        "Low, high and hedge: all equal.",
        by_items(toll_of("killed", extra=lambda r: (r.hedge,))),
    ),
    Field(
        "killed_group",
        "killed figure with group",
        "Low, high and group: all equal.",
        by_items(toll_of("killed", extra=lambda r: (r.group,))),
    ),
    Field(
        "wounded",
        "wounded figure",
        "Low and high of each row of people wounded: both equal.",
        by_items(toll_of("wounded")),
        headline=True,
    ),
    Field(
        "other_outcomes",
        "missing, abducted, arrested",
        "Outcome, low and high: all equal.",
        by_items(toll_of("missing", "abducted", "arrested")),
    ),
    Field(
        "casualties_speaker",
        "casualties with speaker",
        "Outcome, low and high equal, and the speaker's words overlapping (or none on both sides).",
        by_items(tolls_with_speaker, last_by_words),
    ),
    Field(
        "speaker",
        "speaker",
        "Who is credited, row by row: toll, munitions and responsibility rows are paired first (same outcome with the"
        " same figure or overlapping words; actor, wording and stance); then right with overlapping words. Rows where"
        " neither side names anyone do not count.",
        by_rows(speaker_rows),
        headline=True,
    ),
    _words_field(
        "speaker_any", "speakers of the mention", "Distinct speakers named anywhere in the mention", named_speakers
    ),
    Field("nationality", "nationality", "Of paired toll rows: equal.", by_rows(nationality_rows)),
    Field("part_of", "part of a total", "Of paired toll rows: the total named is the paired one.", by_rows(part_rows)),
    Field(
        "responsibility",
        "responsibility (actor + stance)",
        "Each row: stance equal and the actor's words overlapping (or no actor on both sides).",
        by_items(blames_of, last_by_words),
        headline=True,
    ),
    Field(
        "responsibility_scope",
        "responsibility with scope",
        "Stance and scope equal and the actor's words overlapping.",
        by_items(blames_with_scope, last_by_words),
    ),
    _words_field("actor", "actor wording", "Actors of responsibility rows, whatever the stance", actors_of),
    Field(
        "accusations",
        "accusations with scope",
        "Rows accused or suspected: scope equal and the actor's words overlapping.",
        by_items(accusations_of, last_by_words),
    ),
    Field(
        "no_one_blamed",
        "unclaimed or not blamed",
        "Rows unclaimed or not_blamed: stance equal.",
        by_items(no_one_blamed),
    ),
    _words_field("damage_text", "damage wording", "Things damaged", lambda m: wordings_of(m.damage)),
    Field(
        "no_casualties",
        "no casualties",
        "The text says that no one was hurt: said on both sides.",
        by_items(lambda m: [Item(("no casualties",))] if m.no_casualties else []),
    ),
)

HEADLINE: tuple[str, ...] = tuple(field.name for field in FIELDS if field.headline)
BY_NAME: dict[str, Field] = {field.name: field for field in FIELDS}
