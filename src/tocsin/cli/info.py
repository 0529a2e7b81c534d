"""``tocsin info``: versions and settings, to paste into a bug report."""

from __future__ import annotations

import platform
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

import click

from tocsin.cli.options import STATUS, gather_settings, json_option


@click.command("info", epilog=STATUS)
@click.option("--markdown", is_flag=True, help="Print a table for a bug report.")
@json_option
def command(*, markdown: bool, as_json: bool) -> int:
    """Print versions and settings; no report, no name of yours.

    \b
    tocsin info
    tocsin info --markdown
    """  # noqa: D301 - \b keeps lines as they are
    rows = gather_info()
    if as_json:
        import json

        click.echo(json.dumps(rows))
    elif markdown:
        click.echo("| what | value |\n|---|---|")
        for name, value in rows.items():
            click.echo(f"| {name} | `{value}` |")
    else:
        width = max(len(name) for name in rows)
        for name, value in rows.items():
            click.echo(f"{name:<{width}}  {value}")
    return 0


def gather_info() -> dict[str, str]:
    """Gather names and versions; of a path only its last part, since folders name people."""
    from tocsin import __version__, pipeline
    from tocsin.registry import PARTS, part_names

    settings = asdict(gather_settings())
    for named in ("db", "places"):
        settings[named] = Path(settings[named]).name
    others = [name for name in part_names() if name not in PARTS]
    return {
        "tocsin": __version__,
        "pipeline": pipeline.MAKER,
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        **_versions(),
        **{f"setting {name}": str(value) for name, value in settings.items()},
        "other parts": ", ".join(others) or "none",
    }


def _versions() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in requires("tocsin") or ():
        if "extra ==" in line:
            continue
        name = line.split(";", 1)[0].strip()
        name = name[: next((i for i, c in enumerate(name) if not (c.isalnum() or c in "-_.")), len(name))]
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "missing"
    return found
