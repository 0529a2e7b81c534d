"""``tocsin doctor``: check that everything this installation needs is there and works."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib.resources import files

import click

from tocsin.cli.options import STATUS, gather_settings

SENTENCE = "Rockets hit a base near Kirkuk on Friday, killing one soldier, the army said."
_LEAST = (3, 11)


@click.command("doctor", epilog=STATUS)
def command() -> int:
    """Check this installation, part by part, and say what to do where something is wrong.

    \b
    tocsin doctor
    """  # noqa: D301 - \b keeps lines as they are
    wrong = 0
    for name, check in CHECKS.items():
        try:
            told, ok = check(), True
        except Exception as error:  # noqa: BLE001 - whatever is wrong is what a doctor is for
            told, ok = f"{type(error).__name__}: {error}", False
        wrong += not ok
        click.echo(f"{'ok  ' if ok else 'FAIL'}  {name:<12} {told}")
    if wrong:
        click.echo("Install Tocsin again; if it still fails, report it with 'tocsin info --markdown'.", err=True)
    return 1 if wrong else 0


def check_python() -> str:
    """Say Python's version, which must be new enough."""
    told = ".".join(str(part) for part in sys.version_info[:3])
    if sys.version_info < _LEAST:
        message = f"Tocsin needs Python 3.11 or later, this is {told}"
        raise RuntimeError(message)
    return told


def check_settings() -> str:
    """Read the settings."""
    return f"ledger {gather_settings().db}"


def check_schemas() -> str:
    """Read the schemas that ship."""
    from tocsin.cli.schema import NAMES

    for name in NAMES:
        json.loads(files("tocsin").joinpath(f"data/schemas/{name}.json").read_text(encoding="utf-8"))
    return ", ".join(NAMES)


def check_gazetteer() -> str:
    """Look a place up."""
    from tocsin.resolve.gazetteer import Gazetteer

    (first, *_) = Gazetteer.load().find("Kirkuk")
    return f"finds {first.name}, {first.country}"


def check_map() -> str:
    """Read the base map."""
    from tocsin.serve.web.basemap import shipped_basemap

    return f"{len(shipped_basemap().country_names)} countries"


def check_samples() -> str:
    """Read the sample reports."""
    from tocsin.ingest.items import Item, Options, iterate_items
    from tocsin.samples import sample_path

    found = list(iterate_items([str(sample_path())], Options()))
    good = sum(isinstance(item, Item) for item in found)
    if not good or good < len(found):
        message = f"{len(found) - good} of {len(found)} sample reports cannot be read"
        raise RuntimeError(message)
    return f"{good} reports"


def check_reader() -> str:
    """Read one sentence."""
    from tocsin import pipeline

    reading = pipeline.load()(SENTENCE, published="2019-12-28")
    if not reading.mentions:
        message = "the reader finds no attack in a sentence that tells of one"
        raise RuntimeError(message)
    return f"{reading.maker}, {len(reading.statements)} statements in one sentence"


def check_ledger() -> str:
    """Open a ledger in memory."""
    from tocsin.ledger import open_ledger

    open_ledger(":memory:")
    return "opens"


CHECKS: dict[str, Callable[[], str]] = {
    "python": check_python,
    "settings": check_settings,
    "schemas": check_schemas,
    "gazetteer": check_gazetteer,
    "base map": check_map,
    "samples": check_samples,
    "reader": check_reader,
    "ledger": check_ledger,
}
