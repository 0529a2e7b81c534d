"""``tocsin list``: the incidents of a ledger, one a line."""

from __future__ import annotations

import json
from typing import Any

import click

from tocsin.cli.filters import filter_options, given_filters
from tocsin.cli.options import STATUS, gather_settings, json_option, ledger_option, quiet_option
from tocsin.cli.output import say


@click.command("list", epilog=STATUS)
@ledger_option
@filter_options
@json_option
@quiet_option
def command(*, db: str | None, as_json: bool, quiet: bool, **filters: Any) -> int:
    """List the incidents of a ledger, the latest first, undated ones last.

    \b
    tocsin list --db my.db
    tocsin list --since 2019-12-01 --country IQ --disputed
    tocsin list --query '"K-1"' --json

    Every line starts with an id that 'tocsin show' takes. Killed and wounded are given as best [low-high]; "not
    stated" is not zero.
    """  # noqa: D301 - \b keeps lines as they are
    from tocsin.cli.ledgers import existing_ledger

    settings = gather_settings(db=db)
    with existing_ledger(settings.db) as ledger:
        incidents = ledger.incidents(**given_filters(filters))
        if not incidents:
            say("No incident matches." if given_filters(filters) else "The ledger holds no incident.", quiet=quiet)
            return 1
        if as_json:
            from tocsin.serve.incident_json import incident_to_json

            for one in incidents:
                click.echo(json.dumps(incident_to_json(one), ensure_ascii=False))
            return 0
        from tocsin.cli.incident_view import show_lines

        for line in show_lines(incidents):
            click.echo(line)
    return 0
