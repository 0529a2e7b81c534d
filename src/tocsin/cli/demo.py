"""``tocsin demo``: the sample reports, in a fresh ledger, in the browser."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tocsin.cli.options import STATUS, gather_settings, quiet_option
from tocsin.cli.output import make_console, print_failures
from tocsin.errors import UsageError
from tocsin.serve.web.words import count

if TYPE_CHECKING:
    from tocsin.cli.ingest import Tally
    from tocsin.ledger import Ledger


@click.command("demo", epilog=STATUS)
@click.option("--no-open", is_flag=True, help="Do all but show it: print the command that would, and end.")
@click.option("--db", metavar="FILE", help="Keep the ledger here; it must not be there yet. [default: temporary]")
@click.option("--port", "-p", type=click.IntRange(0, 65535), help="Port; 0 for any free one. [default: any free one]")
@quiet_option
def command(*, no_open: bool, db: str | None, port: int | None, quiet: bool) -> int:
    """Read two dozen sample reports into a fresh ledger, and look at it in the browser.

    \b
    tocsin demo
    tocsin demo --no-open --db demo.db

    The reports are made up for this package after the public record of real attacks; their outlets are invented, and
    so is what links the facts. They disagree on purpose.
    """  # noqa: D301 - \b keeps lines as they are
    from tocsin.cli.ledgers import open_or_make_ledger

    with _place_of(db, keep=no_open) as path:
        with open_or_make_ledger(str(path)) as ledger:
            tally = build(ledger, quiet=quiet)
        if no_open:
            click.echo(f"\nLook at it with:  {name_program()} serve {shlex.quote(str(path))} --open")
        else:
            from tocsin.cli.serve import make_app, run_server

            host = gather_settings().host
            run_server(make_app(str(path), host), host, port or 0, open_it=True)
    return 2 if tally.failures else 0


def build(ledger: Ledger, *, quiet: bool) -> Tally:
    """Ingest the samples and print what came out."""
    from tocsin.cli.incident_view import show_lead, show_table
    from tocsin.cli.ingest import Tally, ingest_each
    from tocsin.cli.reading import make_reader
    from tocsin.ingest.items import Options
    from tocsin.samples import sample_path
    from tocsin.serve.web.desk import Desk
    from tocsin.serve.web.lead import choose_lead, view_lead

    tally = Tally()
    empty: list[str] = []
    reader = make_reader(gather_settings())
    samples = [str(sample_path())]
    for item, _ in ingest_each(ledger, samples, Options(), reader, tally, quiet=quiet, label="Reading samples"):
        if not item.reading.mentions:
            empty.append(f"{item.reading.report.title} [{item.reading.report.key}]")
    incidents = ledger.incidents()
    console = make_console()
    console.print(
        f"{tally.total} reports tell of {len(incidents)} incidents. A figure reads best [lowest–highest]; copies of "
        "one text are one witness.\n",
        markup=False,
    )
    first = choose_lead(incidents)
    if first:
        console.print(show_lead(view_lead(Desk(ledger).sayings(first))), "")
    often = [one for one in incidents if len(one.reports) > 1]
    if often:
        console.print(show_table(often), "")
    if len(often) < len(incidents):
        console.print(f"{count(len(incidents) - len(often), 'more incident')}, each told by one report.")
    if empty:
        console.print("No attack, although they use the words of war:")
        for title in empty:
            console.print(f"  {title}", markup=False)
    print_failures(tally.failures, tally.total)
    return tally


def name_program() -> str:
    """Name this program as a shell finds it: by its path where it is not on the search path."""
    here = Path(sys.argv[0])
    found = shutil.which("tocsin")
    if here.name != "tocsin" or (found and Path(found).resolve() == here.resolve()):
        return "tocsin"
    near = Path(os.path.relpath(here))
    return shlex.quote(str(here if ".." in near.parts else near))


@contextmanager
def _place_of(db: str | None, *, keep: bool) -> Iterator[Path]:
    """Give the place of the fresh ledger; a temporary one goes when it is no longer shown.

    Raises:
        UsageError: E212, the file is there already.
    """
    if db is not None:
        path = Path(db)
        if path.exists():
            hint = "Name another file, or look at this one with 'tocsin serve'."
            raise UsageError("E212", "the demo makes a fresh ledger, and this file is there", place=db, hint=hint)
        path.parent.mkdir(parents=True, exist_ok=True)
        yield path
    elif keep:
        yield Path(tempfile.mkdtemp(prefix="tocsin-demo-")) / "demo.db"
    else:
        with tempfile.TemporaryDirectory(prefix="tocsin-demo-") as folder:
            yield Path(folder) / "demo.db"
