"""Measure refusal: the share of everyday news articles in which a reader rightly finds no attack.

Every article of the two years was looked at. Those that report an attack, mention one, or leave it in doubt are set
aside by the digest of their address; the others tell of storms, sport, elections, crashes, science and trials, and
many use the words of violence ("attacked the inquiry", "shot a film").
"""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from pathlib import Path

from tocsin.errors import InputError
from tocsin.evaluate.gold import Reader, Row, digest_of
from tocsin.evaluate.yardsticks.base import Quantity, Reading, Sample, Verdict, YardstickScores, count_shares

QUANTITIES = (
    Quantity("refusal", "called irrelevant, and no attack found"),
    Quantity("no_attack_found", "no attack found, whatever the article is called"),
)

# First eight hexadecimal digits of the SHA-256 of the article's address.
_REPORT_AN_ATTACK = """
    d1e5c1e5 aca6751e f3989383 ab09c4ee 3d4e2ed8 d0a37a56 a69eec6b f95741e3 cfb8c760 090b244c c6fd6584 be27c639
    bb376333 befb5e93 a9b8bfea 4feaf4cb 275cf074 79a96e60 5b19309a 7bf038de 9fe17764 ba71a09e 2a5312f6 bcf452b7
"""
_MENTION_AN_ATTACK = """
    927777bd 84c1da58 df5a3110 44cd8d89 3659e6ad a820aa4e 6c524ab2 b93f37db 92f0da6c b43d8e31 e128c683 7f168291
    e0368cc6 842f70ee 282fcebd 601a81f2 0768e449 1aedabe4 44ef9893 3de8ef43 5c9af6f7 7db6bbf5
"""
_IN_DOUBT = """
    41906127 02f13d52 f9b08098 592029b1 41d8e635 00d4b965 0dbb2b7c 90965507 ae010b2a 180de1ce 8cc8e20e 3fccb10a
"""
SET_ASIDE = frozenset((_REPORT_AN_ATTACK + _MENTION_AN_ATTACK + _IN_DOUBT).split())


def measure(path: Path, read: Reader, limit: int | None = None) -> YardstickScores:
    """Measure ``read`` over the articles of one year's table, or of all ``wikinews_*.csv`` of a folder."""
    samples = (Sample(row, _judge) for row in load_rows(path)[:limit])
    return count_shares("wikinews", digest_of(path), QUANTITIES, samples, read)


def load_rows(path: Path) -> list[Row]:
    """Load the articles that tell of no attack.

    Raises:
        InputError: no such file or folder, or not this table (E180, E183).
    """
    files = sorted(path.glob("wikinews_*.csv")) if path.is_dir() else [path]
    if not files or not files[0].is_file():
        raise InputError("E180", "no such file", value=path.name, place=str(path), hint="Check the path.")
    return [row for file in files for row in _rows_of(file)]


def _rows_of(file: Path) -> Iterator[Row]:
    with file.open(encoding="utf-8", newline="") as stream:
        table = csv.DictReader(stream)
        if not {"url", "date", "title", "text"} <= set(table.fieldnames or ()):
            raise InputError("E183", "not the table of articles", value=table.fieldnames, place=file.name)
        for cell in table:
            digest = hashlib.sha256(cell["url"].encode()).hexdigest()[:8]
            if digest not in SET_ASIDE:
                yield {
                    "id": f"wn-{cell['date']}-{digest}",
                    "title": cell["title"],
                    "text": cell["text"],
                    "published": cell["date"],
                    "url": cell["url"],
                }


def _judge(reading: Reading) -> Iterator[Verdict]:
    found = f"{len(reading.mentions)} attacks" if reading.mentions else "relevant"
    yield Verdict("refusal", not reading.relevant and not reading.mentions, "nothing to report", found)
    yield Verdict("no_attack_found", not reading.mentions, "nothing to report", found)
