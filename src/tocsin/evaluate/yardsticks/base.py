"""Run a reader over a collection that is annotated with a few facts a report, and count the shares that are right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from tocsin.evaluate.gold import Reader, Row, reader_input
from tocsin.evaluate.misses import Miss
from tocsin.evaluate.scores import Crash, make_crash
from tocsin.evaluate.shape import MentionView, view_answer
from tocsin.evaluate.show import show_columns, show_crashes, show_number, show_rows


class Measured(Protocol):
    """Hold what every yardstick gives: its numbers, its errors by measure, and how it shows them."""

    @property
    def sha256(self) -> str:
        """Give the digest of the data."""
        ...

    @property
    def errors(self) -> Mapping[str, tuple[Miss, ...]]:
        """Give the errors by measure."""
        ...

    def values(self) -> dict[str, float]:
        """Give the numbers that floors are held on."""
        ...

    def as_dict(self) -> dict[str, Any]:
        """Give the object that ``--json`` prints."""
        ...

    def show_table(self) -> str:
        """Show the numbers in plain text."""
        ...

    def show_markdown(self, command: str) -> str:
        """Show them as a section of the page of accuracy."""
        ...


@dataclass(frozen=True, slots=True)
class Quantity:
    """Name a share that is counted; ``baseline`` is what a simple method reaches on the same data, where known."""

    name: str
    definition: str
    baseline: float | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold what a yardstick asks of one answer of the reader."""

    relevant: bool
    mentions: tuple[MentionView, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Hold whether one report is right in one quantity, and what was due and given."""

    quantity: str
    right: bool
    due: str
    given: str


@dataclass(frozen=True, slots=True)
class YardstickScores:
    """Hold a yardstick's outcome: right and total of each quantity, the errors, and what could not be read."""

    name: str
    sha256: str
    n_reports: int
    quantities: tuple[Quantity, ...]
    counts: dict[str, tuple[int, int]]
    errors: dict[str, tuple[Miss, ...]]
    crashes: tuple[Crash, ...]

    def values(self) -> dict[str, float]:
        """Give the share right of every quantity that was counted."""
        return {name: right / total for name, (right, total) in self.counts.items() if total}

    def as_dict(self) -> dict[str, Any]:
        """Give the outcome as the JSON object that ``--json`` prints."""
        return {
            "schema": "tocsin.yardstick/1",
            "yardstick": self.name,
            "sha256": self.sha256,
            "reports": self.n_reports,
            "crashes": [{"id": crash.report_id, "error": crash.error} for crash in self.crashes],
            "shares": {
                quantity.name: {
                    "value": round(self.values().get(quantity.name, 0.0), 4),
                    "right": self.counts[quantity.name][0],
                    "total": self.counts[quantity.name][1],
                    "baseline": quantity.baseline,
                }
                for quantity in self.quantities
            },
        }

    def show_table(self) -> str:
        """Show the shares in plain text."""
        lines = [f"{self.name}: {self.n_reports} reports, {len(self.crashes)} could not be read", ""]
        lines += show_columns([["", "share", "right", "of", "baseline"], *self._cells()])
        lines += show_crashes(self.crashes)
        return "\n".join(lines)

    def show_markdown(self, command: str) -> str:
        """Show the shares as a section that can follow the page of accuracy."""
        meaning = {quantity.name: quantity.definition for quantity in self.quantities}
        rows = [[*cells, meaning[cells[0]]] for cells in self._cells()]
        table = show_rows(["measure", "share", "right", "of", "baseline", "meaning"], rows)
        note = f"{self.n_reports} reports (sha256 `{self.sha256[:16]}…`), {len(self.crashes)} could not be read."
        return f"## {self.name}\n\n```console\n$ {command}\n```\n\n{note}\n\n{table}\n"

    def _cells(self) -> list[list[str]]:
        shares = self.values()
        return [
            [
                quantity.name,
                show_number(shares.get(quantity.name)),
                *map(str, self.counts[quantity.name]),
                show_number(quantity.baseline),
            ]
            for quantity in self.quantities
        ]


@dataclass(frozen=True, slots=True)
class Sample:
    """Hold one report and the judge of its reading."""

    row: Row
    judge: Callable[[Reading], Iterable[Verdict]]


def count_shares(
    name: str, sha256: str, quantities: tuple[Quantity, ...], samples: Iterable[Sample], read: Reader
) -> YardstickScores:
    """Read every sample and count. A crash is judged as an empty reading that refuses nothing, and is listed."""
    counts = {quantity.name: [0, 0] for quantity in quantities}
    errors: dict[str, list[Miss]] = {quantity.name: [] for quantity in quantities}
    crashes: list[Crash] = []
    size = 0
    for sample in samples:
        size += 1
        reading, crash = _read(sample.row, read)
        if crash:
            crashes.append(crash)
        for verdict in sample.judge(reading):
            counts[verdict.quantity][0] += verdict.right
            counts[verdict.quantity][1] += 1
            if not verdict.right:
                kind, given = ("crash", crash.error) if crash else ("wrong", verdict.given)
                errors[verdict.quantity].append(Miss(sample.row["id"], kind, None, verdict.due, given))
    return YardstickScores(
        name,
        sha256,
        size,
        quantities,
        {key: (right, total) for key, (right, total) in counts.items()},
        {key: tuple(rows) for key, rows in errors.items()},
        tuple(crashes),
    )


def _read(row: Row, read: Reader) -> tuple[Reading, Crash | None]:
    try:
        return Reading(*view_answer(read(reader_input(row)))), None
    except Exception as error:  # noqa: BLE001  (a reader may fail in any way; one report never stops the run)
        return Reading(True, ()), make_crash(row["id"], error)
