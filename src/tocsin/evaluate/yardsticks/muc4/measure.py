"""Measure a reading with all slots of the 1992 template, and with the metric that later work on the same texts reports.

Reading is not fitted to these texts: the reports are read like any other, and templates are filled out of the machine
contract. The best system of 1992 reached F 55.93 and 57.15 on that year's two test sets, the median of 17 about 29.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tocsin.evaluate.gold import Reader, Row
from tocsin.evaluate.misses import Miss
from tocsin.evaluate.scores import Crash, make_crash
from tocsin.evaluate.show import show_columns, show_crashes, show_number, show_rows
from tocsin.evaluate.yardsticks.muc4.corpus import Case, digest_of_files, load_cases
from tocsin.evaluate.yardsticks.muc4.fill import fill_templates, six_fields
from tocsin.evaluate.yardsticks.muc4.rme import Found, score_phi3, score_subset
from tocsin.evaluate.yardsticks.muc4.score import TEMPLATE, Fault, Tally, score_report
from tocsin.evaluate.yardsticks.muc4.slots import GROUPS, SLOTS
from tocsin.evaluate.yardsticks.muc4.template import Template

NAME = "muc4"
ALL = "ALL TEMPLATES"
_HEAD = ("SLOT", "POS", "ACT", "COR", "PAR", "INC", "SPU", "MIS", "NON", "REC", "PRE", "UND", "OVG")
_NOTE = (
    "Templates of terrorist incidents in Latin America, 1988 to 1990, out of reports in capitals: "
    "the test sets TST1 and"
    " TST2 of the Message Understanding Conferences. Counts and measures as in the score tables of "
    "1992 (POS due, ACT given,"
    " COR right, PAR in part, INC wrong, SPU given for nothing, MIS not given, NON blank in both); "
    "wordings are compared by"
    " rule, without a person to grant credit. The best system of 1992 reached F 55.93 and 57.15 on "
    "that year's own test sets,"
    " the median of 17 systems about 29. CEAF-RME is the measure of IterX (EACL 2023) on the "
    "six-field form, which reached"
    " 35.2 with training on these texts."
)


@dataclass(frozen=True, slots=True)
class Muc4Scores:
    """Hold the counts of every slot, both forms of CEAF-RME, the errors by slot, and what could not be read."""

    sha256: str
    n_reports: int
    tallies: dict[str, Tally]
    phi3: Found
    subset: Found
    errors: dict[str, tuple[Miss, ...]]
    crashes: tuple[Crash, ...]
    name: str = NAME

    def rows(self) -> dict[str, Tally]:
        """Give the rows of the score table: templates, slots, groups of slots, all."""
        groups = {
            group: sum((self.tallies[slot.name] for slot in SLOTS if slot.group == group), Tally()) for group in GROUPS
        }
        total = sum((self.tallies[slot.name] for slot in SLOTS), Tally())
        return {
            TEMPLATE: self.tallies[TEMPLATE],
            **{slot.name: self.tallies[slot.name] for slot in SLOTS},
            **groups,
            ALL: total,
        }

    def values(self) -> dict[str, float]:
        """Give the measures that floors are held on."""
        rows = self.rows()
        total = rows[ALL]
        return {
            "all_recall": total.recall or 0.0,
            "all_precision": total.precision or 0.0,
            "all_f": total.f1,
            "templates_f": rows[TEMPLATE].f1,
            **{f"{group.removesuffix('-total').replace('-', '_')}_f": rows[group].f1 for group in GROUPS},
            "rme_phi3": self.phi3.f1,
            "rme_phi_subset": self.subset.f1,
        }

    def as_dict(self) -> dict[str, Any]:
        """Give the outcome as the JSON object that ``--json`` prints."""
        return {
            "schema": "tocsin.yardstick/1",
            "yardstick": self.name,
            "sha256": self.sha256,
            "reports": self.n_reports,
            "crashes": [{"id": crash.report_id, "error": crash.error} for crash in self.crashes],
            "values": {name: round(value, 4) for name, value in self.values().items()},
            "slots": {name: dict(zip(_HEAD[1:], _numbers(tally), strict=True)) for name, tally in self.rows().items()},
        }

    def show_table(self) -> str:
        """Show the score table as in 1992, in plain text."""
        lines = [f"{self.name}: {self.n_reports} reports, {len(self.crashes)} could not be read", ""]
        lines += show_columns([list(_HEAD), *self._cells()])
        lines += ["", *show_columns([["", "P", "R", "F1"], *self._heads()])]
        return "\n".join([*lines, *show_crashes(self.crashes)])

    def show_markdown(self, command: str) -> str:
        """Show the scores as a section that can follow the page of accuracy."""
        size = f"{self.n_reports} reports (sha256 `{self.sha256[:16]}…`), {len(self.crashes)} could not be read."
        parts = [
            f"## {self.name}",
            f"```console\n$ {command}\n```",
            f"{size} {_NOTE}",
            show_rows(["measure", "P", "R", "F1"], self._heads()),
            show_rows(list(_HEAD), self._cells()),
        ]
        return "\n\n".join(parts) + "\n"

    def _heads(self) -> list[list[str]]:
        total = self.rows()[ALL]
        return [
            ["all slots, 1992", *map(show_number, (total.precision, total.recall, total.f1))],
            *(
                [title, *map(show_number, (found.precision, found.recall, found.f1))]
                for title, found in (("CEAF-RME phi-3", self.phi3), ("CEAF-RME phi-subset", self.subset))
            ),
        ]

    def _cells(self) -> list[list[str]]:
        return [[name, *(_show(cell) for cell in _numbers(tally))] for name, tally in self.rows().items()]


def measure(path: Path, read: Reader, limit: int | None = None) -> Muc4Scores:
    """Measure ``read`` over the folder that holds ``full_templates/`` and ``gtt_processed/``.

    A report on which the reader fails is listed, and all of its templates are missed.

    Raises:
        InputError: a file is not there, or not of this collection (E180, E183).
    """
    cases = load_cases(path)[:limit]
    tallies: dict[str, Tally] = {name: Tally() for name in (TEMPLATE, *(slot.name for slot in SLOTS))}
    phi3, subset = Found(), Found()
    errors: dict[str, list[Miss]] = {slot.name: [] for slot in SLOTS}
    crashes: list[Crash] = []
    for case in cases:
        templates, crash = _fill(case, read)
        if crash:
            crashes.append(crash)
        found, faults = score_report(templates, case.key)
        for name, tally in found.items():
            tallies[name] += tally
        for fault in faults:
            errors[fault.slot].append(_miss(case.row, fault, crash))
        fields = [six_fields(template) for template in templates]
        phi3 += score_phi3(fields, case.six)
        subset += score_subset(fields, case.six)
    rows = {name: tuple(found) for name, found in errors.items()}
    return Muc4Scores(digest_of_files(path), len(cases), tallies, phi3, subset, rows, tuple(crashes))


def _fill(case: Case, read: Reader) -> tuple[list[Template], Crash | None]:
    try:
        return fill_templates(read(dict(case.row)), case.header, case.row["text"]), None
    except Exception as error:  # noqa: BLE001  (a reader may fail in any way; one report never stops the run)
        return [], make_crash(case.row["id"], error)


def _miss(row: Row, fault: Fault, crash: Crash | None) -> Miss:
    kind = (
        "in part" if fault.partly else "missed" if fault.given is None else "spurious" if fault.due is None else "wrong"
    )
    return Miss(
        row["id"],
        "crash" if crash else kind,
        None,
        fault.due.show() if fault.due else None,
        crash.error if crash else fault.given.show() if fault.given else None,
    )


def _numbers(tally: Tally) -> list[int | float | None]:
    counts = (tally.pos, tally.act, tally.cor, tally.par, tally.inc, tally.spu, tally.mis, tally.non)
    shares = (tally.recall, tally.precision, tally.undergeneration, tally.overgeneration)
    return [*counts, *(None if share is None else round(share, 4) for share in shares)]


def _show(cell: float | None) -> str:
    return str(cell) if isinstance(cell, int) else show_number(cell)
