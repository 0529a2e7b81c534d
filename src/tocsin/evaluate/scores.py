"""Hold the outcome of an evaluation and add it up: over all reports, a source family, or a length of text."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from tocsin.evaluate.fields import BY_NAME, FIELDS
from tocsin.evaluate.outcome import Outcome

SHORT_BELOW = 400  # characters; above it lie whole articles, below it single-paragraph items
FAMILIES = {
    "wce": "Wikipedia Current Events",
    "rt": "retold reports",
    "wn": "Wikinews",
    "re3d": "official statements",
    "seed": "seed report",
}


@dataclass(frozen=True, slots=True)
class Count:
    """Count values right, missed and spurious; precision, recall and F1 are None where they have no meaning."""

    right: int = 0
    missed: int = 0
    spurious: int = 0

    @property
    def gold(self) -> int:
        """Count the gold values."""
        return self.right + self.missed

    @property
    def predicted(self) -> int:
        """Count the predicted values."""
        return self.right + self.spurious

    @property
    def precision(self) -> float | None:
        """Give right over predicted."""
        return self.right / self.predicted if self.predicted else None

    @property
    def recall(self) -> float | None:
        """Give right over gold."""
        return self.right / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Give the harmonic mean of precision and recall, 2 right / (gold + predicted)."""
        both = self.gold + self.predicted
        return 2 * self.right / both if both else None


@dataclass(frozen=True, slots=True)
class Crash:
    """Hold why a report could not be read: it counts as missed in every field."""

    report_id: str
    error: str


def make_crash(report_id: str, error: Exception) -> Crash:
    """Keep the kind of an error and what it says."""
    return Crash(report_id, f"{type(error).__name__}: {error}")


@dataclass(frozen=True, slots=True)
class ReportResult:
    """Hold every field's outcome for one report."""

    report_id: str
    text: str
    outcomes: dict[str, Outcome]
    crash: Crash | None = None

    @property
    def family(self) -> str:
        """Name the source family: the id up to its first hyphen."""
        return self.report_id.split("-", 1)[0]

    @property
    def is_short(self) -> bool:
        """Say whether the text is under `SHORT_BELOW` characters."""
        return len(self.text) < SHORT_BELOW


@dataclass(frozen=True, slots=True)
class Scores:
    """Hold an evaluation: one result a report, and what it was measured on."""

    name: str
    sha256: str
    results: tuple[ReportResult, ...]
    seconds_reading: float = 0.0
    seconds_scoring: float = 0.0

    @property
    def crashes(self) -> tuple[Crash, ...]:
        """List the reports that could not be read."""
        return tuple(result.crash for result in self.results if result.crash)

    def count(self, field: str, keep: Callable[[ReportResult], bool] = lambda _: True) -> Count:
        """Add a field's outcomes up over the reports that ``keep`` takes."""
        return add_up(result.outcomes[field] for result in self.results if keep(result))

    def value(self, field: str, keep: Callable[[ReportResult], bool] = lambda _: True) -> float | None:
        """Give the one number a field is judged by: F1, or recall where F1 has no meaning."""
        return value_of(field, self.count(field, keep))

    def values(self) -> dict[str, float]:
        """Give the number of every field that has one."""
        found = ((field.name, self.value(field.name)) for field in FIELDS)
        return {name: value for name, value in found if value is not None}

    def slices(self) -> dict[str, Callable[[ReportResult], bool]]:
        """List the breakdowns: source families that occur, then short and long texts."""
        families = dict.fromkeys(result.family for result in self.results)
        found = {FAMILIES.get(name, name): _in_family(name) for name in families}
        found[f"under {SHORT_BELOW} characters"] = lambda result: result.is_short
        found[f"{SHORT_BELOW} characters and more"] = lambda result: not result.is_short
        return found

    def interval(self, field: str, rounds: int = 1000) -> tuple[float, float] | None:
        """Give the 95 % interval of a field's number: bootstrap over reports, percentiles, a fixed seed."""
        cells = [(o.right, o.missed, o.spurious) for o in (result.outcomes[field] for result in self.results)]
        chance = random.Random(0)  # noqa: S311  (resampling, not secrecy)
        drawn = sorted(
            value
            for _ in range(rounds)
            if (value := value_of(field, _total(chance.choices(cells, k=len(cells))))) is not None
        )
        return (drawn[int(0.025 * len(drawn))], drawn[int(0.975 * len(drawn))]) if drawn else None

    def as_dict(self) -> dict[str, Any]:
        """Give the evaluation as the JSON object that ``--json`` prints."""
        return {
            "schema": "tocsin.scores/1",
            "gold": self.name,
            "gold_sha256": self.sha256,
            "reports": len(self.results),
            "seconds": {"reading": round(self.seconds_reading, 3), "scoring": round(self.seconds_scoring, 3)},
            "crashes": [{"id": crash.report_id, "error": crash.error} for crash in self.crashes],
            "fields": {field.name: _as_dict(field.name, self.count(field.name)) for field in FIELDS},
            "slices": {
                title: {field.name: _as_dict(field.name, self.count(field.name, keep)) for field in FIELDS}
                for title, keep in self.slices().items()
            },
        }


def add_up(outcomes: Iterable[Outcome]) -> Count:
    """Add outcomes up into one count."""
    return _total((outcome.right, outcome.missed, outcome.spurious) for outcome in outcomes)


def value_of(field: str, count: Count) -> float | None:
    """Give the number that a field's count is judged by."""
    return count.f1 if BY_NAME[field].measure == "f1" else count.recall


def _total(cells: Iterable[tuple[int, int, int]]) -> Count:
    right = missed = spurious = 0
    for cell in cells:
        right, missed, spurious = right + cell[0], missed + cell[1], spurious + cell[2]
    return Count(right, missed, spurious)


def _in_family(name: str) -> Callable[[ReportResult], bool]:
    return lambda result: result.family == name


def _as_dict(field: str, count: Count) -> dict[str, float | int | None]:
    return {
        "value": _rounded(value_of(field, count)),
        "precision": _rounded(count.precision),
        "recall": _rounded(count.recall),
        "f1": _rounded(count.f1),
        "gold": count.gold,
        "predicted": count.predicted,
        "right": count.right,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
