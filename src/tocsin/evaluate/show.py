"""Show scores as a plain table for the terminal and as the Markdown page ``docs/accuracy.md``."""

from __future__ import annotations

from collections.abc import Sequence

from tocsin.evaluate.fields import FIELDS, HEADLINE, Field
from tocsin.evaluate.scores import Count, Crash, Scores, value_of

# What two people reached on 20 reports before they talked it over (the guidelines of the gold set).
AGREEMENT = {
    "type": 0.88,
    "date": 0.94,
    "place": 1.0,
    "killed": 0.95,
    "wounded": 0.95,
    "responsibility": 0.91,
}

ALIGNMENT = (
    "Predicted attacks are paired one to one with annotated attacks so that the total likeness is greatest (Hungarian"
    " method). Likeness adds up: the words that show the type touch (2), same type (0.75), both main (1) or both of"
    " another same role (0.5), event places overlap (1), same dates (1), a figure of the toll in common (1), same"
    " country (0.25). Pairs below 1 stay apart.\n\n"
    "All counts are micro: every value of an annotated attack without a partner counts as missed, every value of a"
    " predicted attack without one as spurious, and so does everything predicted for a report that tells of no attack."
    " Within a pair, values are matched one to one. Words overlap when their spans share a character, or when the words"
    " of one, articles aside, stand in a row within the other. A report on which the reader fails counts as missed in"
    " every field."
)


def show_table(scores: Scores) -> str:
    """Show headline fields, all others, and breakdowns, in plain text."""
    lines = [f"{scores.name}: {len(scores.results)} reports, {len(scores.crashes)} could not be read"]
    head = [field for field in FIELDS if field.headline]
    rest = [field for field in FIELDS if not field.headline]
    names = ["", "P", "R", "F1", "gold", "given", "right"]
    for title, fields in (("headline", head), ("all other fields", rest)):
        rows = [_cells(field, scores.count(field.name)) for field in fields]
        lines += ["", *show_columns([[title, *names[1:]], *rows])]
    lines += ["", *show_columns(_breakdown(scores))]
    lines += ["", "refusal is a share of irrelevant reports (column R); breakdowns show F1"]
    lines += show_crashes(scores.crashes)
    return "\n".join(lines)


def show_markdown(scores: Scores, command: str) -> str:
    """Show the page that documents accuracy: how to repeat it, scores, breakdowns, and every definition.

    ``command`` is the command line that reproduces the page.
    """
    families = "; ".join(
        f"{title} {sum(keep(result) for result in scores.results)}" for title, keep in scores.slices().items()
    )
    parts = [
        "# Accuracy",
        "This page is generated; do not edit it. Make it again with:",
        f"```console\n$ {command}\n```",
        f"Measured on `{scores.name}` (sha256 `{scores.sha256[:16]}…`): {len(scores.results)} reports ({families})."
        f" {len(scores.crashes)} could not be read.",
        "## Headline",
        "F1 with its 95 % interval (bootstrap over reports). “Two people” is the agreement of two annotators on 20"
        " reports of this collection before they settled differences: what a careful reader gets.",
        show_rows(
            ["field", "P", "R", "F1", "95 %", "two people", "gold", "given", "right"],
            [_headline_row(field, scores) for field in FIELDS if field.headline],
        ),
        "## Where it is better and worse",
        "F1 of the headline fields by source and by length of text.",
        show_rows(*_split(_breakdown(scores))),
        "## Every field",
        show_rows(
            ["field", "P", "R", "F1", "gold", "given", "right"],
            [_cells(field, scores.count(field.name)) for field in FIELDS],
        ),
        "For *refusal of irrelevant reports* the number to read is R: the share refused.",
        "## What is compared",
        ALIGNMENT,
        show_rows(["field", "right when"], [[f"{field.title} (`{field.name}`)", field.definition] for field in FIELDS]),
    ]
    return "\n\n".join(parts) + "\n"


def show_crashes(crashes: Sequence[Crash], most: int = 20) -> list[str]:
    """List what could not be read, one report a line, up to ``most``."""
    lines = [f"could not read {crash.report_id}: {crash.error}" for crash in crashes[:most]]
    return [*lines, f"and {len(crashes) - most} more: --json lists them all"] if len(crashes) > most else lines


def show_number(value: float | None) -> str:
    """Show a share as ``.873``, and one that has no meaning as a dash."""
    if value is None:
        return "–"
    return f"{value:.3f}".removeprefix("0")


def show_columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Set rows of cells in columns: the first flush left, the others flush right."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    return [
        "  ".join(cell.ljust(widths[0]) if i == 0 else cell.rjust(widths[i]) for i, cell in enumerate(row)).rstrip()
        for row in rows
    ]


def show_rows(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Set rows as a Markdown table; numbers flush right where there are more than two columns."""
    rule = ["---", *("---:" if len(header) > 2 else "---" for _ in header[1:])]
    return "\n".join(f"| {' | '.join(row)} |" for row in (header, rule, *rows))


def _cells(field: Field, count: Count) -> list[str]:
    f1 = count.f1 if field.measure == "f1" else None
    numbers = [show_number(number) for number in (count.precision, count.recall, f1)]
    if field.measure == "recall":
        numbers[0] = show_number(None)
    return [field.title, *numbers, str(count.gold), str(count.predicted), str(count.right)]


def _headline_row(field: Field, scores: Scores) -> list[str]:
    title, precision, recall, f1, *counts = _cells(field, scores.count(field.name))
    interval = scores.interval(field.name)
    spread = f"{show_number(interval[0])} to {show_number(interval[1])}" if interval else "–"
    return [title, precision, recall, f1, spread, show_number(AGREEMENT.get(field.name)), *counts]


def _breakdown(scores: Scores) -> list[list[str]]:
    rows = [["", "reports", *(field.title.split(" (")[0] for field in FIELDS if field.headline)]]
    for title, keep in scores.slices().items():
        size = sum(keep(result) for result in scores.results)
        values = [show_number(value_of(name, scores.count(name, keep))) for name in HEADLINE]
        rows.append([title, str(size), *values])
    return rows


def _split(rows: list[list[str]]) -> tuple[list[str], list[list[str]]]:
    return rows[0], rows[1:]
