"""Measure how far two readings of the same reports agree (``tocsin.gold/1`` and a second reading of it).

Usage: python training/agreement.py FIRST.jsonl… SECOND.jsonl [--differences]

FIRST is annotated reports with their text, in one or more files; SECOND holds ``id``, ``relevant`` and ``mentions`` of
some of them, read again without sight of the first. FIRST stands as gold and SECOND as the prediction, field by field
as the product itself is scored. ``--differences`` lists each difference below the table. Exit 2 for a bad file.
"""

from __future__ import annotations

import sys
from itertools import chain
from pathlib import Path

from tocsin.errors import DataError, TocsinError
from tocsin.evaluate.fields import BY_NAME
from tocsin.evaluate.gold import GoldSet, Row, load_gold, load_jsonl
from tocsin.evaluate.misses import list_misses
from tocsin.evaluate.run import score_report
from tocsin.evaluate.scores import Scores
from tocsin.evaluate.shape import view_gold

SHOWN = (
    "relevance",
    "mentions",
    "main",
    "role",
    "status",
    "type",
    "date",
    "place",
    "weapon_kind",
    "target_text",
    "killed",
    "wounded",
    "other_outcomes",
    "casualties_speaker",
    "speaker",
    "responsibility",
    "responsibility_scope",
    "accusations",
    "no_one_blamed",
)
FLAG = "--differences"


def measure(gold_sets: list[GoldSet], second: list[Row]) -> Scores:
    """Score the second reading against the first, over the reports that were read twice.

    Raises:
        DataError: a report of the second reading is not among the first, or a row lacks a field (E585).
    """
    first = {row["id"]: row for row in chain.from_iterable(gold.rows for gold in gold_sets)}
    results = []
    for row in second:
        known = first.get(row.get("id"))
        if known is None or not isinstance(row.get("relevant"), bool) or not isinstance(row.get("mentions"), list):
            hint = "Each row needs the id of a report of FIRST, relevant and mentions."
            raise DataError("E585", "not a second reading", value=row.get("id"), hint=hint)
        views = tuple(view_gold(mention) for mention in row["mentions"])
        results.append(score_report(known, row["relevant"], views))
    return Scores("agreement", "", tuple(results))


def table(scores: Scores) -> str:
    """Lay out precision, recall and F1 with the 95 % interval, and the counts of either reading, a field a line."""
    lines = [
        f"{len(scores.results)} reports",
        f"{'field':34}{'P':>6}{'R':>6}{'F1':>6}  {'95 %':12}{'first':>6}{'second':>7}",
    ]
    for name in SHOWN:
        count, between = scores.count(name), scores.interval(name)
        shares = "".join(f"{_share(value):>6}" for value in (count.precision, count.recall, count.f1))
        span = f"{between[0]:.2f}-{between[1]:.2f}" if between else ""
        lines.append(f"{BY_NAME[name].title:34}{shares}  {span:12}{count.gold:>6}{count.predicted:>7}")
    return "\n".join(lines)


def differences(scores: Scores) -> str:
    """List what the readings say differently: ``gold`` is the first, ``predicted`` the second."""
    lines = []
    for name in SHOWN:
        lines.append(f"\n== {BY_NAME[name].title}")
        lines.extend(miss.show() for miss in list_misses(scores, name))
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Print the agreement of the named files."""
    names = [Path(name) for name in arguments if name != FLAG]
    if len(names) < 2:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    try:
        scores = measure([load_gold(name) for name in names[:-1]], load_jsonl(names[-1]))
    except TocsinError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write(table(scores) + "\n")
    if FLAG in arguments:
        sys.stdout.write(differences(scores) + "\n")
    return 0


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.2f}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
