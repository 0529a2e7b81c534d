"""Measure the range of killed and of wounded that a narrative of conflicting accounts supports.

The collection holds assessments of single incidents with the analyst's own range of civilians killed and injured. The
range can rest on sources the narrative does not quote, so it is not reachable in full.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tocsin.evaluate.gold import Reader, Row, digest_of, load_jsonl
from tocsin.evaluate.yardsticks.base import Quantity, Reading, Sample, Verdict, YardstickScores, count_shares
from tocsin.evaluate.yardsticks.tolls import toll_range, toll_rows

QUANTITIES = (
    # Baselines: least and greatest number a pattern finds in the narrative, on the same file.
    Quantity("killed_exact", "range of killed equal to the analyst's, where there is one", 0.238),
    Quantity("killed_overlap", "range of killed shares a number with the analyst's"),
    Quantity("injured_exact", "range of wounded equal to the analyst's, where there is one", 0.161),
    Quantity("injured_overlap", "range of wounded shares a number with the analyst's"),
)
_OUTCOMES = (("killed", "killed", "civilians_killed_range"), ("injured", "wounded", "civilians_injured_range"))


def measure(path: Path, read: Reader, limit: int | None = None) -> YardstickScores:
    """Measure ``read`` over the narratives; no publication date is handed over, for the pages give none."""
    rows = load_jsonl(path)[:limit]
    samples = (_sample(row) for row in rows)
    return count_shares("airwars-gaza", digest_of(path), QUANTITIES, samples, read)


def _sample(row: Row) -> Sample:
    return Sample({"id": row["incident_code"], "text": row["assessment"]}, partial(_judge, row))


def _judge(row: Row, reading: Reading) -> Iterator[Verdict]:
    for name, outcome, key in _OUTCOMES:
        due = row.get(key)
        if due is None:
            continue
        given = toll_range(toll_rows(reading.mentions, outcome))
        exact = given == (due[0], due[1])
        touching = given is not None and given[0] <= due[1] and due[0] <= given[1]
        shown = f"{given[0]} to {given[1]}" if given else "none"
        yield Verdict(f"{name}_exact", exact, f"{due[0]} to {due[1]}", shown)
        yield Verdict(f"{name}_overlap", touching, f"{due[0]} to {due[1]}", shown)
