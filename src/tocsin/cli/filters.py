"""The options that choose incidents: the same names on the command line, in addresses and in Python."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])


def filter_options(command: F) -> F:
    """Add the filters; they reach the command as keyword arguments named as the ledger names them."""
    for option in reversed(
        [
            click.option("--since", metavar="DAY", help="Not before this day, as 2019-12-01."),
            click.option("--until", metavar="DAY", help="Not after this day."),
            click.option("--bbox", callback=_read_bbox, metavar="W,S,E,N", help="Inside these degrees."),
            click.option("--country", multiple=True, metavar="CC", help="In this country, as IQ; may be repeated."),
            click.option("--type", multiple=True, metavar="TYPE", help="Of this ACLED type; may be repeated."),
            click.option("--status", multiple=True, metavar="STATUS", help="unreviewed, reviewed, foiled and so on."),
            click.option("--min-killed", type=click.IntRange(min=0), metavar="N", help="At least N killed."),
            click.option("--disputed/--undisputed", default=None, help="Only those (not) disputed."),
            click.option("--actor", metavar="NAME", help="Named as having done it; a part of the name is enough."),
            click.option("--claimed-by", metavar="NAME", help="Claimed or admitted by."),
            click.option("--query", metavar="WORDS", help='Words of the reports; "phrases" in double quotes.'),
            click.option("--undated", type=click.Choice(["keep", "drop", "only"]), help="What to do without a date."),
            click.option("--unplaced", type=click.Choice(["keep", "drop", "only"]), help="What to do without a place."),
            click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most N."),
        ]
    ):
        command = option(command)
    return command


def given_filters(filters: dict[str, Any]) -> dict[str, Any]:
    """Leave out what was not given."""
    return {name: value for name, value in filters.items() if value is not None and value != ()}


def _read_bbox(ctx: click.Context, param: click.Parameter, value: str | None) -> tuple[float, ...] | None:
    if value is None:
        return None
    try:
        west, south, east, north = (float(part) for part in value.split(","))
    except ValueError:
        message = f"{value!r} is not four numbers: west,south,east,north, such as 43,34,46,36."
        raise click.BadParameter(message, ctx=ctx, param=param) from None
    return west, south, east, north
