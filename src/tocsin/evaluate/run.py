"""Run a reader over annotated reports and score every field."""

from __future__ import annotations

from collections.abc import Iterable
from time import perf_counter

from tocsin.evaluate.align import Alignment, align
from tocsin.evaluate.fields import FIELDS
from tocsin.evaluate.gold import Reader, Row, reader_input
from tocsin.evaluate.outcome import Item, Outcome, Wrong
from tocsin.evaluate.scores import Crash, ReportResult, Scores, make_crash
from tocsin.evaluate.shape import NOTHING, MentionView, view_answer, view_gold


def run(gold_rows: Iterable[Row], read: Reader, *, name: str = "gold", sha256: str = "") -> Scores:
    """Score ``read`` over gold rows.

    ``read`` takes ``{"id", "text", "published"?, …}``, never the annotation; it gives a report of the machine contract.
    Whatever it raises, and any answer that is not of the contract, is listed as a crash and counts as a miss in every
    field of that report; the run goes on.
    """
    results: list[ReportResult] = []
    reading = scoring = 0.0
    for row in gold_rows:
        begun = perf_counter()
        answer, crash = _read_one(row, read)
        read_by = perf_counter()
        results.append(_score_one(row, answer, crash))
        reading += read_by - begun
        scoring += perf_counter() - read_by
    return Scores(name, sha256, tuple(results), reading, scoring)


def score_report(
    row: Row, relevant: bool, predicted: tuple[MentionView, ...], crash: Crash | None = None
) -> ReportResult:
    """Score one report: a crash is an empty reading that refuses nothing."""
    gold = tuple(view_gold(mention) for mention in row["mentions"])
    alignment = align(gold, predicted)
    outcomes = {
        "relevance": _judge(row["relevant"], relevant, "relevant"),
        "refusal": _refusal(row["relevant"], refused=crash is None and not relevant and not predicted),
        "mentions": _found(gold, predicted, alignment),
        "main": _mains(gold, predicted, alignment),
    }
    for field in FIELDS:
        if field.compare is None:
            continue
        total = Outcome()
        for i, j in alignment.pairs:
            total += field.compare(gold[i], predicted[j])
        for i in alignment.missed:
            total += field.compare(gold[i], NOTHING)
        for j in alignment.spurious:
            total += field.compare(NOTHING, predicted[j])
        outcomes[field.name] = total
    return ReportResult(row["id"], row["text"], outcomes, crash)


def _read_one(row: Row, read: Reader) -> tuple[Row, Crash | None]:
    try:
        return read(reader_input(row)), None
    except Exception as error:  # noqa: BLE001  (a reader may fail in any way; one report never stops the run)
        return {}, make_crash(row["id"], error)


def _score_one(row: Row, answer: Row, crash: Crash | None) -> ReportResult:
    if crash:
        return score_report(row, False, (), crash)
    try:
        return score_report(row, *view_answer(answer))
    except Exception as error:  # noqa: BLE001  (an answer may be malformed in any way; that too is one missed report)
        return score_report(row, False, (), make_crash(row["id"], error))


def _judge(due: bool, given: bool, what: str) -> Outcome:
    if due and given:
        return Outcome(right=1)
    if due == given:
        return Outcome()
    return Outcome(wrong=(Wrong(Item((what,)) if due else None, Item((what,)) if given else None),))


def _refusal(relevant: bool, *, refused: bool) -> Outcome:
    if relevant:
        return Outcome()
    return Outcome(right=1) if refused else Outcome(wrong=(Wrong(Item(("nothing to report",)), None),))


def _found(gold: tuple[MentionView, ...], predicted: tuple[MentionView, ...], alignment: Alignment) -> Outcome:
    missed = tuple(Wrong(_headline(gold[i]), None) for i in alignment.missed)
    spurious = tuple(Wrong(None, _headline(predicted[j])) for j in alignment.spurious)
    return Outcome(len(alignment.pairs), missed + spurious)


def _mains(gold: tuple[MentionView, ...], predicted: tuple[MentionView, ...], alignment: Alignment) -> Outcome:
    right = [(i, j) for i, j in alignment.pairs if gold[i].role == predicted[j].role == "main"]
    got, used = {i for i, _ in right}, {j for _, j in right}
    missed = tuple(Wrong(_headline(m), None) for i, m in enumerate(gold) if m.role == "main" and i not in got)
    spurious = tuple(Wrong(None, _headline(m)) for j, m in enumerate(predicted) if m.role == "main" and j not in used)
    return Outcome(len(right), missed + spurious)


def _headline(mention: MentionView) -> Item:
    return Item((mention.role, mention.acled), mention.type_words)
