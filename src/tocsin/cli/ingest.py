"""``tocsin ingest``: reports into a ledger."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import click

from tocsin.cli.options import (
    STATUS,
    gather_settings,
    json_option,
    ledger_option,
    places_option,
    quiet_option,
    reader_option,
    report_options,
    sure_option,
)
from tocsin.cli.output import print_failures, progress_over, say, say_left_out
from tocsin.cli.reading import Known, ReadItem, has_unread_places, make_options, make_reader, read_each
from tocsin.ingest.items import Options, count_items, list_left_out
from tocsin.ingest.rows import Failed
from tocsin.serve.web.words import count

if TYPE_CHECKING:
    from tocsin.ledger import Ledger
    from tocsin.ledger.base import Added
    from tocsin.pipeline import Reader

LOOK_UP = 50
"""Up to so many new reports are looked up one by one to say what changed; beyond, all incidents are gone through."""


@dataclass(slots=True)
class Tally:
    """Count what an ingest did."""

    total: int = 0
    new: list[str] = field(default_factory=list)
    known: int = 0
    copies: int = 0
    no_attack: int = 0
    mentions: int = 0
    failures: list[Failed] = field(default_factory=list)


@click.command("ingest", epilog=STATUS)
@click.argument("inputs", nargs=-1, required=True, metavar="PATH...|-")
@ledger_option
@report_options
@reader_option
@sure_option
@places_option
@json_option
@quiet_option
def command(
    *,
    inputs: tuple[str, ...],
    db: str | None,
    as_json: bool,
    quiet: bool,
    encoding: str | None,
    reader: str | None,
    min_confidence: float | None,
    places: str | None,
    **known: Any,
) -> int:
    """Read reports into a ledger. The same report read again changes nothing.

    \b
    tocsin ingest report.txt --published 2019-12-28 --source AFP
    tocsin ingest reports.jsonl --db my.db
    tocsin ingest folder/ --db my.db

    PATH is a text, a table of reports (.jsonl, .csv) with the columns id, text, title, published, source, url and
    lang, or a folder of such files. Every report gives one line; what changed is told at the end. An interrupted run
    keeps what it has read: run it again to go on.
    """  # noqa: D301 - \b keeps lines as they are
    from tocsin.cli.ledgers import open_or_make_ledger

    settings = gather_settings(db=db, encoding=encoding, reader=reader, min_confidence=min_confidence, places=places)
    options = make_options(Known(**known), settings)
    made = make_reader(settings)
    tally = Tally()
    with open_or_make_ledger(settings.db) as ledger:
        before = ledger.count()
        try:
            for item, added in ingest_each(ledger, inputs, options, made, tally, quiet=quiet):
                click.echo(json.dumps(_row(item, added)) if as_json else _line(item, added))
        except KeyboardInterrupt:
            kept = "1 new report is" if len(tally.new) == 1 else f"{len(tally.new)} new reports are"
            say(f"{kept} kept in {settings.db}. Run the same command again to go on.")
            raise
        say_left_out(list_left_out(inputs), quiet=quiet)
        if len(tally.failures) < tally.total:
            say(summarise_change(ledger, tally, before), quiet=quiet)
        elif not tally.total:
            say("No report in the input.", quiet=quiet)
    if tally.total > 1:
        print_failures(tally.failures, tally.total)
    return 2 if tally.failures or has_unread_places(settings, made) else 0


def ingest_each(
    ledger: Ledger,
    inputs: Sequence[str],
    options: Options,
    reader: Reader,
    tally: Tally,
    *,
    quiet: bool,
    label: str = "Reading",
) -> Iterator[tuple[ReadItem, Added]]:
    """Read every report, add it to the ledger, and count; a failure is recorded in the ledger as well."""
    from tocsin.pipeline import add_reading

    with progress_over(
        read_each(inputs, options, reader), label=label, total=lambda: count_items(inputs), quiet=quiet
    ) as results:
        for result in results:
            tally.total += 1
            if isinstance(result, Failed):
                tally.failures.append(result)
                ledger.fail(result.place, result.error)
                continue
            added = add_reading(ledger, result.reading)
            tally.known += not added.new
            if added.new:
                tally.new.append(added.report_id)
                tally.mentions += added.n_mentions
                tally.copies += added.copy_of is not None
                tally.no_attack += not result.reading.mentions
            yield result, added


def summarise_change(ledger: Ledger, tally: Tally, before: int) -> str:
    """Say what an ingest changed, in a line or two."""
    told = [f"{count(tally.total - len(tally.failures), 'report')}: {len(tally.new)} new, {tally.known} known before"]
    if tally.copies:
        told.append(f"{count(tally.copies, 'copy', 'copies')} of another report")
    if tally.no_attack:
        told.append(f"{tally.no_attack} without an attack")
    made, changed = count_changed(ledger, tally.new)
    after = ledger.count()
    return f"{', '.join(told)}.\n{count(after, 'incident')} now, {before} before: {made} new, {changed} changed."


def count_changed(ledger: Ledger, new: Sequence[str]) -> tuple[int, int]:
    """Count the incidents that only new reports tell of, and those that had other reports before."""
    if not new:
        return 0, 0
    if len(new) <= LOOK_UP:
        found = {one.id: one for report in new for one in ledger.incidents(report=report)}.values()
    else:
        found = {one.id: one for one in ledger.incidents()}.values()
    fresh = set(new)
    touched = [{card.id for card in one.reports} for one in found]
    touched = [reports for reports in touched if reports & fresh]
    made = sum(reports <= fresh for reports in touched)
    return made, len(touched) - made


def _row(item: ReadItem, added: Added) -> dict[str, Any]:
    return {
        "id": item.reading.report.key,
        "hash": added.report_id,
        "place": item.place,
        "new": added.new,
        "n_mentions": added.n_mentions,
        "n_statements": added.n_statements,
        "copy_of": added.copy_of,
    }


def _line(item: ReadItem, added: Added) -> str:
    report = item.reading.report
    state = "new  " if added.new else "known"
    told = count(len(item.reading.mentions), "attack") if item.reading.mentions else "no attack"
    copy = f"  copy of {added.copy_of}" if added.copy_of else ""
    return f"{state}  {report.key}  {told}  {report.title}{copy}".rstrip()
