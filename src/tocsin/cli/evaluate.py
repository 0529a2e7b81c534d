"""``tocsin evaluate``: score the reader against annotated reports, hold the floors, browse the errors."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tocsin.cli.options import gather_settings, reader_option
from tocsin.errors import UsageError

if TYPE_CHECKING:
    from tocsin.evaluate.gold import Reader
    from tocsin.evaluate.misses import Miss
    from tocsin.evaluate.scores import Scores
    from tocsin.evaluate.yardsticks import Measured

DEFAULT_FLOORS = Path("evaluation/floors.json")
YARDSTICK_NAMES = ("gold", "airwars-gaza", "gvdb", "muc4", "wikinews")


@click.command(
    name="evaluate",
    epilog="""Examples:

\b
  tocsin evaluate dev.jsonl
  tocsin evaluate dev.jsonl --errors wounded --limit 10
  tocsin evaluate dev.jsonl --floors evaluation/floors.json
  tocsin evaluate --as gvdb dev.tsv --json
""",
)
@click.argument("gold", type=click.Path(path_type=Path))
@click.option(
    "--as",
    "yardstick",
    type=click.Choice(YARDSTICK_NAMES),
    default="gold",
    show_default=True,
    help="What GOLD is: reports annotated field by field, or a collection made by others.",
)
@click.option(
    "--predictions", type=click.Path(path_type=Path), help="Score this file of report JSON lines; read nothing."
)
@reader_option
@click.option("--first", type=click.IntRange(min=1), help="Read only the first N reports.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
@click.option("--markdown", is_flag=True, help="Print the page docs/accuracy.md (or a section of it).")
@click.option("--errors", "field", metavar="FIELD", help="Show what is missed and spurious in one field.")
@click.option("--calibration", is_flag=True, help="Show how often statements of each confidence are right.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Most errors to show.")
@click.option("--floors", type=click.Path(path_type=Path), help="Fail (exit 1) where a score is below its floor.")
@click.option(
    "--write-floors", is_flag=True, help=f"Raise the floors to the scores ({DEFAULT_FLOORS} unless --floors)."
)
@click.option("--why", help="The reason for lowering floors, kept in their history.")
def command(
    *,
    gold: Path,
    yardstick: str,
    predictions: Path | None,
    reader: str | None,
    first: int | None,
    as_json: bool,
    markdown: bool,
    field: str | None,
    calibration: bool,
    limit: int,
    floors: Path | None,
    write_floors: bool,
    why: str | None,
) -> None:
    """Score every field of the reader against the annotated reports in GOLD."""
    _refuse_clashes(
        as_json=as_json,
        markdown=markdown,
        field=field,
        floors=floors,
        write_floors=write_floors,
        why=why,
        first=first,
    )
    read = _stored_reader(predictions) if predictions else _live_reader(reader)
    if calibration:
        _show_calibration(gold, yardstick, read, first, as_json=as_json)
        return
    scores = _measure(gold, yardstick, read, first)
    if field:
        _show_errors(_misses(scores, field), field, limit, as_json=as_json)
    elif as_json:
        click.echo(json.dumps(scores.as_dict(), ensure_ascii=False))
    else:
        click.echo(_page(scores, gold, yardstick) if markdown else _table(scores))
    if write_floors:
        _write_floors(floors or DEFAULT_FLOORS, _key(gold, yardstick), scores, why)
    elif floors:
        _hold_floors(floors, _key(gold, yardstick), scores)


def _refuse_clashes(
    *,
    as_json: bool,
    markdown: bool,
    field: str | None,
    floors: Path | None,
    write_floors: bool,
    why: str | None,
    first: int | None,
) -> None:
    if markdown and (as_json or field):
        raise UsageError(
            "E282", "one kind of output at a time", place="--markdown", hint="Leave --json or --errors out."
        )
    if why and not write_floors:
        raise UsageError("E282", "a reason without a change", place="--why", hint="Add --write-floors.")
    if first and (floors or write_floors):
        raise UsageError("E282", "floors need every report", place="--first", hint="Leave --first out.")


def _show_calibration(path: Path, yardstick: str, read: Reader, first: int | None, *, as_json: bool) -> None:
    from tocsin.evaluate import load_gold
    from tocsin.evaluate.calibration import collect, expected_error, reliability, show_calibration

    if yardstick != "gold":
        hint = "Give reports annotated field by field."
        raise UsageError("E282", "calibration needs annotated statements", place="--calibration", hint=hint)
    cases = collect(load_gold(path).rows[:first], read)
    if as_json:
        bins = [{"confidence": round(c, 3), "right": round(r, 3), "n": n} for c, r, n in reliability(cases)]
        click.echo(json.dumps({"statements": len(cases), "ece": expected_error(cases), "bins": bins}))
        return
    click.echo(show_calibration(cases))


def _live_reader(name: str | None) -> Reader:
    from tocsin.cli.reading import make_reader
    from tocsin.serve.report_json import reading_to_json

    reader = make_reader(gather_settings(reader=name))

    def read(row: dict[str, Any]) -> dict[str, Any]:
        return reading_to_json(reader.read_row(row))

    return read


def _stored_reader(predictions: Path) -> Reader:
    from tocsin.evaluate.gold import load_predictions, reader_from_predictions

    return reader_from_predictions(load_predictions(predictions))


def _measure(path: Path, yardstick: str, reader: Reader, first: int | None) -> Scores | Measured:
    if yardstick == "gold":
        from tocsin.evaluate import load_gold, run

        gold = load_gold(path)
        return run(gold.rows[:first], reader, name=gold.name, sha256=gold.sha256)
    from tocsin.evaluate.yardsticks import YARDSTICKS

    return YARDSTICKS[yardstick](path, reader, first)


def _misses(scores: Scores | Measured, field: str) -> list[Miss]:
    from tocsin.evaluate.misses import list_misses
    from tocsin.evaluate.scores import Scores

    if isinstance(scores, Scores):
        return list_misses(scores, field)
    if field not in scores.errors:
        hint = f"Measures: {', '.join(scores.errors)}."
        raise UsageError("E280", "no such measure", value=field, place="--errors", hint=hint)
    return list(scores.errors[field])


def _show_errors(misses: list[Miss], field: str, limit: int, *, as_json: bool) -> None:
    shown = misses[:limit]
    if as_json:
        found = {"field": field, "total": len(misses), "errors": [miss.as_dict() for miss in shown]}
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    for miss in shown:
        click.echo(miss.show() + "\n")
    click.echo(f"{len(shown)} of {len(misses)} errors in {field}", err=True)


def _table(scores: Scores | Measured) -> str:
    from tocsin.evaluate.scores import Scores
    from tocsin.evaluate.show import show_table

    if not isinstance(scores, Scores):
        return scores.show_table()
    seconds = f"read in {scores.seconds_reading:.1f} s, scored in {scores.seconds_scoring:.1f} s"
    click.echo(seconds, err=True)
    return show_table(scores)


def _page(scores: Scores | Measured, path: Path, yardstick: str) -> str:
    from tocsin.evaluate.gold import name_of
    from tocsin.evaluate.scores import Scores
    from tocsin.evaluate.show import show_markdown

    name = name_of(path) + path.suffix
    if isinstance(scores, Scores):
        return show_markdown(scores, f"tocsin evaluate {name} --markdown").rstrip("\n")
    return scores.show_markdown(f"tocsin evaluate --as {yardstick} {name} --markdown").rstrip("\n")


def _key(path: Path, yardstick: str) -> str:
    from tocsin.evaluate.gold import name_of

    return name_of(path) if yardstick == "gold" else yardstick


def _hold_floors(path: Path, yardstick: str, scores: Scores | Measured) -> None:
    from tocsin.evaluate.floors import check_floors, load_floors

    if not path.is_file():
        hint = "Set floors with --write-floors."
        raise UsageError("E283", "no floors file", value=path.name, place="--floors", hint=hint)
    problems = check_floors(load_floors(path), yardstick, scores.sha256, scores.values())
    for problem in problems:
        click.echo(problem, err=True)
    if problems:
        click.get_current_context().exit(1)


def _write_floors(path: Path, yardstick: str, scores: Scores | Measured, why: str | None) -> None:
    from tocsin.evaluate.floors import load_floors, save_floors, set_floors

    today = datetime.now(UTC).date().isoformat()
    floors, kept = set_floors(load_floors(path), yardstick, scores.sha256, scores.values(), today=today, why=why)
    save_floors(path, floors)
    click.echo(f"floors of {yardstick} written to {path.name}", err=True)
    if kept:
        click.echo(f"left where they were, above the score: {', '.join(kept)}; to lower them say --why", err=True)
