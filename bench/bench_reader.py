"""How much dearer is a report of an attack than one that is none, and where does the time of a reading go?

Reads the demo reports in one process: whole readings against splitting into sentences alone (the floor of any reader),
reports of attacks against reports that are none, and the share of each stage. CPU time, median of seven rounds, the
reader's caches emptied before each.
Answer on 2026-11-22, two cores: a whole reading costs about 106 times the sentences, of which structure takes 7 %,
extraction 79 %, places and clocks 14 %; a report of an attack costs 2.7 times one that is none, by length.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from statistics import median

import rounds

from tocsin.extract import extract_reading
from tocsin.model.report import Report, make_report
from tocsin.pipeline import load
from tocsin.read import read_document
from tocsin.read.parts import split_parts
from tocsin.read.sentences import split_sentences
from tocsin.resolve.reading import resolve_reading
from tocsin.samples import sample_path


def measure(work: Callable[[], object]) -> float:
    """Give the median CPU seconds of a piece of work."""
    return median(rounds.measure(work))


def main() -> None:
    """Print the ratios."""
    rows = [json.loads(line) for line in sample_path().read_text(encoding="utf-8").splitlines()]
    reports: list[Report] = [make_report(r["text"], title=r["title"], published=r["published"]) for r in rows]
    reader = load()
    readings = [reader.read(r) for r in reports]
    attacks = [r.report for r in readings if r.relevant]
    others = [r.report for r in readings if not r.relevant]
    documents = [read_document(r) for r in reports]
    found = [extract_reading(d, reader.gazetteer, maker="bench") for d in documents]

    floor = measure(lambda: [split_sentences(r.text, split_parts(r.text, r.title)) for r in reports])
    whole = measure(lambda: [reader.read(r) for r in reports])
    structure = measure(lambda: [read_document(r) for r in reports])
    extraction = measure(lambda: [extract_reading(d, reader.gazetteer, maker="bench") for d in documents])
    world = measure(lambda: [resolve_reading(f, reader.gazetteer) for f in found])
    attack = measure(lambda: [reader.read(r) for r in attacks]) / sum(len(r.text) for r in attacks)
    other = measure(lambda: [reader.read(r) for r in others]) / sum(len(r.text) for r in others)

    print(f"whole reading / sentences only         {whole / floor:6.1f}")
    print(f"attack / no attack, CPU per character  {attack / other:6.2f}")
    for name, part in (("structure", structure), ("extraction", extraction), ("places and clocks", world)):
        print(f"share of {name:<30} {part / (structure + extraction + world):6.2f}")


if __name__ == "__main__":
    main()
