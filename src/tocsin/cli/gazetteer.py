"""``tocsin gazetteer``: look a place name up, and see why a text was placed where it was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from tocsin.cli.options import STATUS, gather_settings, json_option, places_option, quiet_option, reader_option

if TYPE_CHECKING:
    from tocsin.config import Settings
    from tocsin.model.reading import Reading
    from tocsin.pipeline import Reader
    from tocsin.resolve.gazetteer import Gazetteer, Place

SHOWN = 10
"""Places that ``find`` prints where ``--limit`` does not say."""


@click.group("gazetteer", context_settings={"help_option_names": ["-h", "--help"]})
def command() -> None:
    """Look a place name up, and see why a text was placed where it was.

    \b
    tocsin gazetteer find Tripoli --country LY
    tocsin gazetteer explain "Rockets hit a market in Tripoli, Lebanon, on Friday."
    """  # noqa: D301 - \b keeps lines as they are


@command.command("find", epilog=STATUS)
@click.argument("name")
@click.option("--country", metavar="XX", help="Only places of this country: its two-letter code or its name.")
@click.option("--limit", metavar="N", type=click.IntRange(min=1), default=SHOWN, show_default=True, help="At most N.")
@places_option
@json_option
@quiet_option
def find(*, name: str, country: str | None, limit: int, places: str | None, as_json: bool, quiet: bool) -> int:
    """Print the places that NAME may mean, the likeliest first.

    \b
    tocsin gazetteer find "Al Hawl"
    tocsin gazetteer find Tripoli --country LB --json

    Spellings of one name meet: capitals, accents, hyphens and the Arabic article do not count. With --json every
    place gives one line.
    """  # noqa: D301 - \b keeps lines as they are
    from tocsin.cli.gazetteer_view import place_to_json, show_places
    from tocsin.cli.output import make_console, say

    gazetteer, unread = _load(gather_settings(places=places))
    code = _country_code(country, gazetteer)
    found = tuple(place for place in gazetteer.find(name) if code is None or place.country == code)
    if not found:
        say(_say_unknown(name, code, gazetteer), quiet=quiet)
        return 2 if unread else 1
    shown = found[:limit]
    if as_json:
        for place in shown:
            click.echo(json.dumps(place_to_json(place), ensure_ascii=False))
    else:
        make_console().print(show_places(shown))
    if len(found) > len(shown):
        say(f"{len(found) - len(shown)} more: raise --limit, or name a country.", quiet=quiet)
    return 2 if unread else 0


@command.command("explain", epilog=STATUS)
@click.argument("text", metavar="TEXT|-")
@click.option("--published", metavar="DATE", help="Day of publication, as 2019-12-28 or with a time.")
@reader_option
@places_option
@json_option
def explain(*, text: str, published: str | None, reader: str | None, places: str | None, as_json: bool) -> int:
    """Show what each place name in TEXT may mean, and why one of them became the place of an attack.

    \b
    tocsin gazetteer explain "Rockets hit a market in Tripoli, Lebanon, on Friday."
    tocsin gazetteer explain - < report.txt

    For each name: its candidates with their points and what these are for. For each attack: the place, its precision
    and radius, the wider places, other readings, and the names that were weighed. The points are those that decided;
    they are no probabilities.
    """  # noqa: D301 - \b keeps lines as they are
    from tocsin.cli.gazetteer_view import explanation_to_json, show_explanation
    from tocsin.cli.output import make_console
    from tocsin.cli.reading import Known, has_unread_places, make_options, make_reader
    from tocsin.ingest.decode import read_text
    from tocsin.resolve.explain import explain_attacks, explain_names

    settings = gather_settings(reader=reader, places=places)
    make_options(Known(published=published), settings)  # refuses a date that is none
    made = make_reader(settings)
    if text == "-":
        text = read_text(None, encoding=settings.encoding or None, max_bytes=settings.max_bytes)
    reading = _read(text, published, made)
    names = explain_names(reading, made.gazetteer)
    attacks = explain_attacks(reading, made.gazetteer)
    if as_json:
        click.echo(json.dumps(explanation_to_json(reading, names, attacks), ensure_ascii=False))
    else:
        make_console().print(show_explanation(reading, names, attacks))
    if has_unread_places(settings, made):
        return 2
    return 0 if names or attacks else 1


def _read(text: str, published: str | None, reader: Reader) -> Reading:
    """Read a text given on the command line.

    Raises:
        InputError: E104 the text is empty, E110 the reader failed on it.
    """
    from tocsin.cli.reading import read_item
    from tocsin.errors import InputError
    from tocsin.ingest.items import Item
    from tocsin.ingest.rows import Failed
    from tocsin.model.report import make_report

    if not text.strip():
        raise InputError("E104", "the report is empty", place="TEXT", hint="Give a text with at least one word.")
    result = read_item(Item("TEXT", make_report(text, published=published)), reader.read)
    if isinstance(result, Failed):
        raise result.error
    return result.reading


def _load(settings: Settings) -> tuple[Gazetteer, bool]:
    """Load the gazetteer with the person's own places; say whether a line of them could not be read."""
    from pathlib import Path

    from tocsin.cli.reading import print_unread_places
    from tocsin.resolve.gazetteer import Gazetteer

    gazetteer = Gazetteer.load(extra=Path(settings.places) if settings.places else None)
    print_unread_places(gazetteer.failures)
    return gazetteer, bool(gazetteer.failures)


def _country_code(word: str | None, gazetteer: Gazetteer) -> str | None:
    """Read a country's code or name.

    Raises:
        UsageError: E206, no such country.
    """
    from tocsin.errors import UsageError

    if word is None:
        return None
    place = gazetteer.country(word)
    code = place.country if place is not None else gazetteer.country_of(word)
    if code is None:
        hint = "Write its two-letter code, such as IQ."
        raise UsageError("E206", "no such country", value=word, place="--country", hint=hint)
    return code


def _say_unknown(name: str, code: str | None, gazetteer: Gazetteer) -> str:
    others: tuple[Place, ...] = gazetteer.find(name) if code else ()
    if others:
        countries = ", ".join(sorted({place.country for place in others if place.country}))
        return f"No place in {code} is called {name!r}; there are some in: {countries or 'no one country'}."
    return f"No place is called {name!r}. You can add it with --places: see docs/places.md."
