"""``tocsin show``: one incident with every sentence behind it."""

from __future__ import annotations

import json

import click

from tocsin.cli.options import STATUS, gather_settings, json_option, ledger_option


@click.command("show", epilog=STATUS)
@click.argument("ident", metavar="ID")
@ledger_option
@click.option("--all", "everything", is_flag=True, help="Show also the evidence that says again what is shown.")
@json_option
def command(*, ident: str, db: str | None, everything: bool, as_json: bool) -> int:
    """Show one incident: each field with its statements, who says so, and in which sentence of which report.

    \b
    tocsin show in-1a2b3c4d --db my.db
    tocsin show in-1a2b3c4d --db my.db --json

    ID is an incident's id as 'tocsin list' prints it; its beginning is enough where no other one begins so.
    """  # noqa: D301 - \b keeps lines as they are
    from tocsin.cli.ledgers import existing_ledger
    from tocsin.serve.web.desk import Desk

    settings = gather_settings(db=db)
    with existing_ledger(settings.db) as ledger:
        case = Desk(ledger).case(ident)
        if as_json:
            from tocsin.serve.web.twins import case_json

            click.echo(json.dumps(case_json(case, base=""), ensure_ascii=False))
            return 0
        from tocsin.cli.incident_view import show_dossier
        from tocsin.cli.output import make_console
        from tocsin.serve.web.dossier import view_dossier

        make_console().print(show_dossier(view_dossier(case), everything=everything))
    return 0
