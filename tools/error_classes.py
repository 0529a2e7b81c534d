"""Write docs/error-analysis.md: what goes wrong on annotated reports, with the rules alone and with both readers.

Usage: python tools/error_classes.py GOLD.jsonl EXAMPLES.jsonl [OUT.md]

Counts are of GOLD. Examples come from EXAMPLES, reports of our own that ship with the project.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any

from tocsin.evaluate.classes import CLASSES, Failure, list_failures
from tocsin.evaluate.gold import load_gold
from tocsin.pipeline import load
from tocsin.serve.report_json import reading_to_json

HEAD = """# What goes wrong

This page is generated; do not edit it. Make it again with:

```console
$ python tools/error_classes.py {gold} {examples}
```

Failures on `{gold}` ({n} reports), with the rules alone and with both readers, the commonest with both readers first.
Each example is from the project's own annotated reports (`{examples}`), with both readers.

| what goes wrong | rules | both | an example: due → given |
| --- | ---: | ---: | --- |
"""


def main(arguments: list[str]) -> int:
    """Write the page."""
    if len(arguments) < 2:
        print(__doc__, file=sys.stderr)
        return 2
    gold, examples = Path(arguments[0]), Path(arguments[1])
    out = Path(arguments[2]) if len(arguments) > 2 else Path("docs/error-analysis.md")
    rows = load_gold(gold).rows
    before = Counter(f.name for f in failures(rows, "rules"))
    after = Counter(f.name for f in failures(rows, "both"))
    shown: dict[str, Failure] = {}
    for failure in failures(load_gold(examples).rows, "both"):
        shown.setdefault(failure.name, failure)
    names = sorted(CLASSES, key=lambda name: -after[name])
    name_of = {path: "/".join(path.parts[-2:]) for path in (gold, examples)}
    lines = [HEAD.format(gold=name_of[gold], examples=name_of[examples], n=len(rows))]
    lines += [f"| {CLASSES[n]} | {before[n]} | {after[n]} | {_example(shown.get(n))} |\n" for n in names]
    lines.append(f"| all | {sum(before.values())} | {sum(after.values())} | |\n")
    out.write_text("".join(lines), encoding="utf-8")
    return 0


def failures(rows: Any, reader: str) -> list[Failure]:
    """List what one reader gets wrong."""
    loaded = load(reader)
    return list_failures(rows, lambda row: reading_to_json(loaded.read_row(row)))


def _example(failure: Failure | None) -> str:
    if failure is None:
        return "none in these"
    due, given = (f"“{words[:70]}”" if words else "nothing" for words in (failure.due, failure.given))
    return f"{due} → {given}".replace("|", "/")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
