"""The command line: one command a file, found by name in one table and imported only when it is run.

Exit status of every command: 0 done; 1 nothing matched, or a check failed; 2 an error, with its code on standard
error; 130 interrupted. What was asked for goes to standard output, everything else to standard error.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("demo", "Build a sample ledger and look at it in the browser."),
    "extract": ("extract", "Read reports and print what they say; keeps nothing."),
    "ingest": ("ingest", "Read reports into a ledger; the same report twice changes nothing."),
    "list": ("list_incidents", "List the incidents of a ledger."),
    "show": ("show", "Show one incident with every sentence behind it."),
    "export": ("export", "Write the incidents of a ledger to a file."),
    "serve": ("serve", "Show a ledger in the browser, on this machine only."),
    "actors": ("actors", "Look up an armed group or force in the table of actors."),
    "schema": ("schema", "Print the JSON Schema of an output."),
    "gazetteer": ("gazetteer", "Look a place name up, and see why a text was placed where it was."),
    "evaluate": ("evaluate", "Measure the reader against annotated reports."),
    "doctor": ("doctor", "Check this installation."),
    "info": ("info", "Print versions and settings, for a bug report."),
}
"""Command -> (module in this package, which holds ``command``; one line of help)."""


class CommandTable(click.Group):
    """List commands from the table; import one only to run it."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the names in the table's order."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's module; None for a name that is not in the table."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"{__name__}.{COMMANDS[cmd_name][0]}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or suggest the nearest name."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.exceptions.NoSuchCommand(args[0], possibilities=list(COMMANDS), ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the table, importing none."""
        del ctx
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group(
    cls=CommandTable,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Exit status: 0 done; 1 nothing matched, or a check failed; 2 an error; 130 interrupted.",
)
@click.option("--version", is_flag=True, help="Print the version.")
@click.pass_context
def root(ctx: click.Context, *, version: bool) -> None:
    """Keep a sourced ledger of armed attacks, read from published reports.

    \b
    tocsin demo                          sample ledger, in the browser
    tocsin extract report.txt            what one report says, and where it says so
    tocsin ingest reports/ --db my.db    read a folder of reports into a ledger
    tocsin list --db my.db               the incidents in it
    """  # noqa: D301 - \b is click's mark for lines that are not refilled
    if version:
        from tocsin import __version__

        click.echo(f"tocsin {__version__}")
    elif ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main(args: Sequence[str] | None = None) -> int:
    """Run a command and give the exit status."""
    from tocsin.cli.output import print_click_error, print_error
    from tocsin.errors import TocsinError

    try:
        if "_TOCSIN_COMPLETE" in os.environ:
            root.main(prog_name="tocsin")  # a shell asks for completions, which only this entry answers
        with root.make_context("tocsin", list(sys.argv[1:] if args is None else args)) as context:
            status = root.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return 130
    except click.ClickException as error:
        print_click_error(error)
        return 2
    except TocsinError as error:
        print_error(error)
        return 2
    except BrokenPipeError:
        # The reader of our output has gone: say nothing, and keep Python from flushing into the closed pipe at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status if isinstance(status, int) else 0
