"""``tocsin extract``: what reports say, on standard output; nothing is kept."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from tocsin.cli.options import (
    STATUS,
    gather_settings,
    json_option,
    places_option,
    quiet_option,
    reader_option,
    report_options,
    sure_option,
)
from tocsin.cli.output import print_failures, progress_over, say_left_out
from tocsin.cli.reading import Known, ReadItem, has_unread_places, make_options, make_reader, read_each
from tocsin.ingest.rows import Failed


@click.command("extract", epilog=STATUS)
@click.argument("inputs", nargs=-1, required=True, metavar="FILE...|-")
@report_options
@reader_option
@sure_option
@places_option
@json_option
@quiet_option
def command(
    *,
    inputs: tuple[str, ...],
    as_json: bool,
    quiet: bool,
    encoding: str | None,
    reader: str | None,
    min_confidence: float | None,
    places: str | None,
    **known: Any,
) -> int:
    """Read reports and print what they say about attacks, with the words that say it.

    \b
    tocsin extract report.txt --published 2019-12-28 --source AFP
    cat report.txt | tocsin extract - --json
    tocsin extract --jsonl reports.jsonl --json > readings.jsonl

    FILE is a text, or a table of reports (.jsonl, .csv) with the columns id, text, title, published, source, url
    and lang. With --json every report gives one line, in the order of the input; a report that cannot be read is
    told on standard error, the others are read, and the exit status is 2.
    """  # noqa: D301 - \b keeps lines as they are
    from tocsin.ingest.items import count_items, list_left_out

    settings = gather_settings(encoding=encoding, reader=reader, min_confidence=min_confidence, places=places)
    options = make_options(Known(**known), settings)
    made = make_reader(settings)
    failures: list[Failed] = []
    total = 0
    # On a screen the output itself shows how far it is; a bar would only cut it up.
    no_bar = quiet or sys.stdout.isatty()
    with progress_over(
        read_each(inputs, options, made),
        label="Reading",
        total=lambda: count_items(inputs),
        quiet=no_bar,
    ) as results:
        for result in results:
            total += 1
            if isinstance(result, Failed):
                failures.append(result)
            else:
                _print(result, as_json=as_json)
    say_left_out(list_left_out(inputs), quiet=quiet)
    if total > 1:
        print_failures(failures, total)
    return 2 if failures or has_unread_places(settings, made) else 0


def _print(item: ReadItem, *, as_json: bool) -> None:
    from tocsin.serve.report_json import reading_to_json

    row = reading_to_json(item.reading)
    if as_json:
        click.echo(json.dumps(row, ensure_ascii=False))
        return
    from tocsin.cli.output import make_console
    from tocsin.cli.reading_view import show_reading

    make_console().print(show_reading(row, item.reading))
