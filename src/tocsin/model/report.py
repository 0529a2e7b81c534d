"""One published text, immutable, known by the hash of its words."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from tocsin.errors import UsageError
from tocsin.model.ids import hash_meaning

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Report:
    r"""Hold one published text and what is known of its publication.

    ``text`` is kept exactly as given, with line ends as ``\n``: every span in Tocsin counts code points of it.
    ``id`` hashes the normalised words only, so the same text fetched twice is one report.
    ``published`` is an ISO date or date-time; ``published_basis`` says where it comes from:
    ``given`` (the caller), ``page`` (mark-up), ``text`` (a dateline), ``none``.
    """

    id: str
    text: str
    title: str = ""
    published: str | None = None
    published_basis: str = "none"
    outlet: str = ""
    url: str | None = None
    language: str = "en"
    given_id: str | None = None

    @property
    def sha256(self) -> str:
        """Give the SHA-256 of the stored text in UTF-8, for chain of custody."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def key(self) -> str:
        """Give the id shown to people: the one given at ingest where there was one, else the hash."""
        return self.given_id or self.id

    @property
    def published_day(self) -> date | None:
        """Give the day of publication, in the publisher's own zone."""
        return parse_published(self.published)[0] if self.published else None


def make_report(
    text: str,
    *,
    title: str = "",
    published: str | None = None,
    published_basis: str | None = None,
    outlet: str = "",
    url: str | None = None,
    language: str = "en",
    given_id: str | None = None,
) -> Report:
    """Build a report: normalise line ends, check the date, hash the words.

    Raises:
        UsageError: E201, ``published`` is not an ISO date or date-time.

    >>> make_report("Rockets hit a base.", published="2019-12-28").published_basis
    'given'
    """
    stored = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if published:
        parse_published(published)
    basis = published_basis or ("given" if published else "none")
    return Report(
        id=hash_meaning("rp", normalise_words(stored)),
        text=stored,
        title=title or first_line(stored),
        published=published or None,
        published_basis=basis,
        outlet=outlet,
        url=url,
        language=language,
        given_id=given_id,
    )


def normalise_words(text: str) -> str:
    """Fold what does not change the words: Unicode form and white space."""
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip()


def first_line(text: str, limit: int = 200) -> str:
    """Take the first line as a title, if it is short enough to be one."""
    for line in text.splitlines():
        if line.strip():
            return line.strip() if len(line.strip()) <= limit else ""
    return ""


def parse_published(value: str) -> tuple[date, str | None, tzinfo | None]:
    """Read a publication date: the day, the time of day ``HH:MM`` or None, the zone or None.

    Raises:
        UsageError: E201, not an ISO 8601 date or date-time.

    >>> parse_published("2019-12-28")[0].isoformat()
    '2019-12-28'
    """
    try:
        if len(value) <= 10:
            return date.fromisoformat(value), None, None
        moment = datetime.fromisoformat(value)
    except ValueError as exc:
        raise UsageError(
            "E201",
            "the publication date is not an ISO date",
            value=value,
            place="published",
            hint="Write it as 2019-12-28 or 2019-12-28T09:25+03:00.",
        ) from exc
    return moment.date(), f"{moment:%H:%M}", moment.tzinfo
