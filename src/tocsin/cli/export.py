"""``tocsin export``: the incidents of a ledger, to a file or to standard output."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from tocsin.cli.filters import filter_options, given_filters
from tocsin.cli.options import STATUS, gather_settings, ledger_option, quiet_option
from tocsin.cli.output import say
from tocsin.errors import InputError, UsageError
from tocsin.model.incident import Incident
from tocsin.serve.web.words import count


def write_jsonl(incidents: Sequence[Incident]) -> str:
    """Write one incident a line, everything kept."""
    from tocsin.serve.web.twins import incidents_jsonl

    return incidents_jsonl(incidents, base="")


def write_csv(incidents: Sequence[Incident]) -> str:
    """Write one flat row an incident; an unknown value is an empty cell."""
    from tocsin.serve.web.twins import incidents_csv

    return incidents_csv(incidents, base="")


FORMATS: dict[str, tuple[tuple[str, ...], Callable[[Sequence[Incident]], str]]] = {
    "jsonl": ((".jsonl", ".ndjson"), write_jsonl),
    "csv": ((".csv",), write_csv),
}
"""Format -> the suffixes it is guessed from, and what writes it."""


@click.command("export", epilog=STATUS)
@ledger_option
@click.option("--format", "form", type=click.Choice(list(FORMATS)), help="Format; guessed from the suffix of OUT.")
@click.option("--output", "-o", "out", metavar="OUT", default="-", help="File to write. [default: -, standard output]")
@filter_options
@quiet_option
def command(*, db: str | None, form: str | None, out: str, quiet: bool, **filters: Any) -> int:
    """Write the incidents of a ledger, with the ids of the statements behind every figure.

    \b
    tocsin export --db my.db -o incidents.jsonl
    tocsin export --db my.db --format jsonl --country IQ | jq .killed

    A file that is there is replaced only once the new one is complete.
    """  # noqa: D301 - \b keeps lines as they are
    from tocsin.cli.ledgers import existing_ledger

    form = form or guess_format(out)
    settings = gather_settings(db=db)
    with existing_ledger(settings.db) as ledger:
        incidents = ledger.incidents(**given_filters(filters))
    text = FORMATS[form][1](incidents)
    if out == "-":
        click.echo(text, nl=False)
    else:
        write_file(Path(out), text)
        say(f"{count(len(incidents), 'incident')} in {out}", quiet=quiet)
    if not incidents:
        say("No incident matches.", quiet=quiet)
    return 0 if incidents else 1


def guess_format(out: str) -> str:
    """Tell the format from a file's name; JSON lines on standard output.

    Raises:
        UsageError: E209, the suffix is of no known format.
    """
    if out == "-":
        return "jsonl"
    found = next((name for name, (ends, _) in FORMATS.items() if Path(out).suffix.lower() in ends), None)
    if found is None:
        hint = f"Name it with --format: {', '.join(FORMATS)}."
        raise UsageError(
            "E209", "the format cannot be told from the file's name", value=out, place="--output", hint=hint
        )
    return found


def write_file(path: Path, text: str) -> None:
    """Write a file beside its place, then move it there: a broken run leaves the old one.

    Raises:
        InputError: E108, the file cannot be written.
    """
    beside: Path | None = None
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="", dir=path.parent, prefix=f".{path.name}.", delete=False
        ) as stream:
            beside = Path(stream.name)
            stream.write(text)
        beside.chmod(0o644)  # temporary files are made unreadable for others
        beside.replace(path)
    except OSError as error:
        if beside is not None:
            beside.unlink(missing_ok=True)
        reason = (error.strerror or str(error)).lower()
        hint = "Choose another place."
        raise InputError("E108", f"cannot be written: {reason}", place=str(path), hint=hint) from error
