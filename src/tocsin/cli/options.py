"""Options that several commands share, and how they become settings."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from tocsin.config import Settings, load_settings

F = TypeVar("F", bound=Callable[..., Any])

STATUS = "Exit status: 0 done; 1 nothing matched, or a check failed; 2 an error."


def report_options(command: F) -> F:
    """Add what may be known of a report beside its text; a row of a table that says otherwise wins."""
    for option in reversed(
        [
            click.option("--published", metavar="DATE", help="Day of publication, as 2019-12-28 or with a time."),
            click.option("--source", metavar="NAME", help="Outlet that published it."),
            click.option("--url", metavar="URL", help="Address it was published at."),
            click.option("--title", metavar="TEXT", help="Headline, where it is not the first line."),
            click.option("--lang", metavar="CODE", help="Language; the reader knows English (en)."),
            click.option("--encoding", metavar="NAME", help="Encoding of the files, where it is not UTF-8."),
            click.option("--jsonl", is_flag=True, help="Inputs are JSON lines, one report a line."),
        ]
    ):
        command = option(command)
    return command


reader_option = click.option(
    "--reader",
    type=click.Choice(["both", "model", "rules"]),
    help="Which reader: the trained tagger with the rules, either alone. [default: both]",
)
sure_option = click.option(
    "--min-confidence",
    type=click.FloatRange(0, 1),
    help="Leave out what is less sure than this, from 0 to 1. [default: 0]",
)
places_option = click.option(
    "--places", metavar="FILE", help="CSV file of places of your own, which win over the shipped ones."
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON and nothing else on standard output.")
quiet_option = click.option("--quiet", "-q", is_flag=True, help="Print no messages and no progress.")
ledger_option = click.option("--db", metavar="FILE", help="Ledger to use. [default: tocsin.db]")


def gather_settings(**flags: Any) -> Settings:
    """Gather settings, the given flags first."""
    return load_settings(flags)
