"""Measure the number of people killed and injured in articles on single shootings.

The collection lists each victim with what happened to them (killed, injured, hospitalized), by one annotator an
article. The figures asked for are the victims with ``killed`` and those with ``injured``; a list that names nobody asks
for 0, and so does a reading without a row.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tocsin.errors import InputError
from tocsin.evaluate.gold import Reader, Row, digest_of
from tocsin.evaluate.yardsticks.base import Quantity, Reading, Sample, Verdict, YardstickScores, count_shares
from tocsin.evaluate.yardsticks.tolls import largest_toll, summed_toll, toll_rows

QUANTITIES = (
    # Baselines: a pattern for figures before words of death and injury, on the same file.
    Quantity("killed_exact", "greatest figure of killed equals the number of victims killed", 0.785),
    Quantity("injured_exact", "greatest figure of wounded equals the number of victims injured", 0.770),
    Quantity("killed_sum_exact", "all figures of killed added up equal the number of victims killed"),
    Quantity("injured_sum_exact", "all figures of wounded added up equal the number of victims injured"),
)
_OUTCOMES = (("killed", "killed"), ("injured", "wounded"))
_COLUMNS = ("Article id", "Article title", "Full text", "Json")


def measure(path: Path, read: Reader, limit: int | None = None) -> YardstickScores:
    """Measure ``read`` over the articles of the tab-separated file."""
    samples = (_sample(row) for row in load_rows(path)[:limit])
    return count_shares("gvdb", digest_of(path), QUANTITIES, samples, read)


def load_rows(path: Path) -> list[Row]:
    """Load id, title, text and victims of each article.

    Raises:
        InputError: no such file, or not this table (E180, E183).
    """
    if not path.is_file():
        raise InputError("E180", "no such file", value=path.name, place=str(path), hint="Check the path.")
    header, *lines = path.read_text(encoding="utf-8").rstrip("\n").split("\n")
    columns = header.split("\t")
    if not set(_COLUMNS) <= set(columns):
        hint = "Give the .tsv file, not the .jsonl one."
        raise InputError("E183", "not the table of articles", value=columns[:3], place=path.name, hint=hint)
    # Not the csv module: quotes are text here, and a field has no line breaks.
    cells = (dict(zip(columns, line.split("\t"), strict=True)) for line in lines)
    return [
        {
            "id": cell["Article id"],
            "title": cell["Article title"],
            "text": cell["Full text"],
            "victims": [victim["victim-was"] for victim in json.loads(cell["Json"])["victim-section"]],
        }
        for cell in cells
    ]


def _sample(row: Row) -> Sample:
    return Sample(row, partial(_judge, row["victims"]))


def _judge(victims: list[list[str]], reading: Reading) -> Iterator[Verdict]:
    for name, outcome in _OUTCOMES:
        due = sum(name in fate for fate in victims)
        rows = toll_rows(reading.mentions, outcome)
        for quantity, given in ((f"{name}_exact", largest_toll(rows)), (f"{name}_sum_exact", summed_toll(rows))):
            yield Verdict(quantity, given == due, str(due), str(given))
