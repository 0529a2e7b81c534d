"""What goes to the terminal: coded errors, messages and progress on standard error; data on standard output."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import click

from tocsin.errors import TocsinError, UsageError, shorten

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console

    from tocsin.ingest.rows import Failed

T = TypeVar("T")
_NAMED = 5


def print_error(error: TocsinError) -> None:
    """Print an error on standard error: code, place, what is wrong, next step."""
    place = f" [{error.place}]" if error.place else ""
    value = f" (got {shorten(error.value)})" if error.value is not None else ""
    step = f" {error.hint}" if error.hint else ""
    click.echo(f"error {error.code}{place}: {error.message}{value}.{step}", err=True)


def print_click_error(error: click.ClickException) -> None:
    """Print an error of the command line's own grammar with its code, and the nearest valid name."""
    print_error(_as_usage_error(error))
    context = getattr(error, "ctx", None)
    if context is not None:
        click.echo(f"Try '{context.command_path} -h'.", err=True)


def say(message: str, *, quiet: bool = False) -> None:
    """Print a message on standard error, unless quiet."""
    if not quiet:
        click.echo(message, err=True)


def print_failures(failures: list[Failed], total: int) -> None:
    """List, at the end, the inputs that could not be read; each was told when it was met."""
    if not failures:
        return
    click.echo(f"{len(failures)} of {total} could not be read:", err=True)
    for failure in failures:
        click.echo(f"  {failure.error.code}  {failure.given_id or failure.place}", err=True)


def say_left_out(paths: Sequence[Path], *, quiet: bool = False) -> None:
    """Say which files of a folder were not read because of their kind: nothing is left out silently."""
    if paths:
        named = ", ".join(path.name for path in paths[:_NAMED])
        more = f" and {len(paths) - _NAMED} more" if len(paths) > _NAMED else ""
        say(f"Not read, neither texts nor tables: {named}{more}.", quiet=quiet)


def make_console(*, stderr: bool = False) -> Console:
    """Make a console that honours NO_COLOR, and writes plain text where nobody looks."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, soft_wrap=False)


@contextmanager
def progress_over(
    items: Iterable[T], *, label: str, total: Callable[[], int | None], quiet: bool = False
) -> Iterator[Iterable[T]]:
    """Show a progress bar on standard error while the items are taken; none where nobody looks, or for one item.

    ``total`` counts the items, and is asked only where a bar may be shown: counting reads tables from end to end.
    """
    if quiet or not sys.stderr.isatty() or (size := total()) == 1:
        yield items
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    # Lines printed meanwhile go above the bar, on the same screen; to a file or a pipe they must go as they are.
    same_screen = sys.stdout.isatty()
    console = make_console(stderr=True)
    with Progress(*columns, console=console, transient=True, redirect_stdout=same_screen) as bar:
        yield bar.track(items, total=size, description=label)


def _as_usage_error(error: click.ClickException) -> UsageError:
    if isinstance(error, click.exceptions.NoSuchOption):
        return UsageError("E203", f"no such option {error.option_name!r}", hint=_did_you_mean(error.possibilities))
    if isinstance(error, click.exceptions.NoSuchCommand):
        return UsageError("E203", f"no such command {error.command_name!r}", hint=_did_you_mean(error.possibilities))
    message = error.format_message().rstrip(".")
    message = message[:1].lower() + message[1:]
    if isinstance(error, click.MissingParameter):
        return UsageError("E204", message)
    return UsageError("E206" if isinstance(error, click.BadParameter) else "E204", message)


def _did_you_mean(names: Iterable[str] | None) -> str:
    found = list(names or ())
    return f"Did you mean {found[0]!r}?" if found else ""
