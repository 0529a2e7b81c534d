"""``tocsin schema``: the JSON Schema of an output."""

from __future__ import annotations

from importlib.resources import files

import click

from tocsin.cli.options import STATUS

NAMES = ("report", "incident")


@click.command("schema", epilog=STATUS)
@click.argument("name", type=click.Choice(NAMES))
def command(*, name: str) -> int:
    """Print the JSON Schema of an output.

    \b
    tocsin schema report      what 'tocsin extract --json' prints, one object a line
    tocsin schema incident    what 'tocsin export --format jsonl' prints
    """  # noqa: D301 - \b keeps lines as they are
    click.echo(files("tocsin").joinpath(f"data/schemas/{name}.json").read_text(encoding="utf-8"), nl=False)
    return 0
