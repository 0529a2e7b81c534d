"""Turn what a person names into readings, one after another; a failure is told and the rest goes on."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tocsin import pipeline
from tocsin.cli.output import print_error, say
from tocsin.config import Settings, nearest
from tocsin.errors import InputError, TocsinError, UsageError
from tocsin.ingest.decode import check_encoding
from tocsin.ingest.items import Item, Options, iterate_items
from tocsin.ingest.rows import Failed
from tocsin.model.reading import Reading
from tocsin.model.report import parse_published
from tocsin.serve.web.words import count

LANGUAGES = ("en",)
"""Languages that the reader reads."""


@dataclass(frozen=True, slots=True)
class ReadItem:
    """Hold a reading and the place its report came from."""

    place: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Known:
    """Hold what the flags say of the reports."""

    published: str | None = None
    source: str | None = None
    url: str | None = None
    title: str | None = None
    lang: str | None = None
    jsonl: bool = False


def make_options(known: Known, settings: Settings) -> Options:
    """Check the flags once, before any file is opened.

    Raises:
        UsageError: E201 an unreadable date, E205 no such encoding, E207 a language the reader does not know.
    """
    if known.published:
        try:
            parse_published(known.published)
        except UsageError as error:
            raise UsageError(
                error.code, error.message, value=error.value, place="--published", hint=error.hint
            ) from error
    lang = known.lang or settings.lang
    check_language(lang, "--lang")
    if settings.encoding:
        check_encoding(settings.encoding)
    defaults = {"published": known.published, "source": known.source, "url": known.url, "title": known.title}
    return Options(
        defaults={**defaults, "lang": lang},
        encoding=settings.encoding or None,
        max_bytes=settings.max_bytes,
        jsonl=known.jsonl,
    )


def check_language(lang: str, place: str) -> None:
    """Refuse a language the reader does not know.

    Raises:
        UsageError: E207.
    """
    if lang.lower().split("-")[0] not in LANGUAGES:
        hint = nearest(lang, LANGUAGES) or f"Known languages: {', '.join(LANGUAGES)}."
        raise UsageError("E207", "the reader does not know this language", value=lang, place=place, hint=hint)


def make_reader(settings: Settings) -> pipeline.Reader:
    """Make the reader that the settings ask for.

    Raises:
        UsageError: E206 no such reader.
        DataError: E521, E522, E523, the file of own places cannot be read as a whole.
    """
    if settings.reader not in pipeline.READERS:
        hint = nearest(settings.reader, pipeline.READERS) or f"Known readers: {', '.join(pipeline.READERS)}."
        raise UsageError("E206", "no such reader", value=settings.reader, place="reader", hint=hint)
    reader = pipeline.load(settings.reader, min_confidence=settings.min_confidence, places=settings.places)
    if settings.places:  # a file that cannot be used is told before anything is read
        print_unread_places(reader.gazetteer.failures)
    return reader


def print_unread_places(failures: Sequence[TocsinError]) -> None:
    """Tell each line of a file of own places that could not be read; the other lines are used."""
    for failure in failures:
        print_error(failure)
    if failures:
        say(f"{count(len(failures), 'place')} of your own could not be read; the others are used.")


def has_unread_places(settings: Settings, reader: pipeline.Reader) -> bool:
    """Say whether a line of the person's own places could not be read: the exit status tells it."""
    return bool(settings.places and reader.gazetteer.failures)


def read_each(inputs: Sequence[str], options: Options, reader: pipeline.Reader) -> Iterator[ReadItem | Failed]:
    """Read every report of the inputs, in order; failures are printed when they are met, and handed on."""
    for item in iterate_items(inputs, options):
        result = item if isinstance(item, Failed) else read_item(item, reader.read)
        if isinstance(result, Failed):
            print_error(result.error)
        yield result


def read_item(item: Item, read: Callable[..., Reading]) -> ReadItem | Failed:
    """Read one report; anything that goes wrong inside becomes a failure of this report only."""
    try:
        check_language(item.report.language, item.place)
        return ReadItem(item.place, read(item.report))
    except TocsinError as error:
        return Failed(item.place, error, item.report.given_id)
    except Exception as error:  # noqa: BLE001 - one bad report never stops a batch
        last = traceback.extract_tb(error.__traceback__)[-1]
        told = f"{type(error).__name__}: {error} ({Path(last.filename).name}:{last.lineno})"
        hint = "This is a fault of Tocsin: please report it with the text and the output of 'tocsin info --markdown'."
        failure = InputError("E110", f"the reader failed on this report: {told}", place=item.place, hint=hint)
        return Failed(item.place, failure, item.report.given_id)
