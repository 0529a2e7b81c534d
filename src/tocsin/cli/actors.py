"""``tocsin actors``: the table of armed actors, and whom words are linked to."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tocsin.cli.options import STATUS, json_option
from tocsin.cli.output import say

if TYPE_CHECKING:
    from tocsin.resolve.actor_rows import ActorRow


@click.group("actors", epilog=STATUS)
def command() -> None:
    """Ask the table of armed actors: states' forces, armed groups, militias and gangs of 1988 to 2026.

    \b
    tocsin actors find "al-Qassam Brigades"
    tocsin actors find ELN --country BO --year 1990
    """  # noqa: D301 - \b keeps lines as they are


@command.command("find", epilog=STATUS)
@click.argument("words", nargs=-1, required=True)
@click.option("--country", metavar="XX", help="Where it happened, as an ISO 3166-1 code such as IQ.")
@click.option("--year", type=click.IntRange(1900, 2100), metavar="YYYY", help="When it happened.")
@click.option("--table", metavar="FILE", help="A CSV of your own, on top of the table; its rows win.")
@json_option
def find(*, words: tuple[str, ...], country: str | None, year: int | None, table: str | None, as_json: bool) -> int:
    """Link WORDS to an actor, as the reader does; nothing is forced.

    \b
    tocsin actors find suspected Boko Haram gunmen
    tocsin actors find "the army" --country MM --json
    tocsin actors find "Blue Front" --table mine.csv

    Exit status 1 says that the table is not sure; those who bear the name are then listed.
    """  # noqa: D301 - \b keeps lines as they are
    from tocsin.resolve.actors import ActorTable

    actors = ActorTable.load(Path(table) if table else None)
    wording = " ".join(words)
    found = actors.link(wording, country=country.upper() if country else None, year=year)
    bearers = [found.actor] if found else list(actors.candidates(wording))
    if as_json:
        linked = {"by": found.by, **_as_json(found.actor)} if found else None
        answer = {"words": wording, "actor": linked, "candidates": [] if found else [_as_json(row) for row in bearers]}
        click.echo(json.dumps(answer, ensure_ascii=False))
        return 0 if found else 1
    if found:
        click.echo(_line(found.actor))
        click.echo(f"  linked by {found.by}; {_about(found.actor)}")
        return 0
    if not bearers:
        say("No actor of the table goes by these words; they would be kept as worded.")
        return 1
    say("Not sure: give --country or --year. So called are:")
    for row in bearers:
        click.echo(_line(row))
    return 1


def _as_json(row: ActorRow) -> dict[str, Any]:
    return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(row).items()}


def _line(row: ActorRow) -> str:
    where = ", ".join(row.countries) or "anywhere"
    when = f"{row.from_year or ''}-{row.to_year or ''}".strip("-") if row.from_year or row.to_year else ""
    if row.from_year and not row.to_year:
        when = f"since {row.from_year}"
    elif row.to_year and not row.from_year:
        when = f"until {row.to_year}"
    return "  ".join(part for part in (row.id, row.name, row.kind, where, when) if part)


def _about(row: ActorRow) -> str:
    parent = f"part of {row.parent}; " if row.parent else ""
    return f"{parent}ACLED inter {row.acled_inter}, PLOVER {row.plover_sector}"
