"""Print a section of docs/accuracy.md: each headline field with the rules alone, the tagger alone, and both.

Usage: python tools/ablation.py GOLD.jsonl…
"""

from __future__ import annotations

import sys
from pathlib import Path

from tocsin.evaluate import load_gold, run
from tocsin.evaluate.scores import Scores
from tocsin.pipeline import READERS, load
from tocsin.serve.report_json import reading_to_json

FIELDS = (
    "relevance", "refusal", "mentions", "role", "type", "date", "place", "killed", "wounded", "speaker",
    "responsibility", "weapon_kind", "target_text", "munition_figure", "damage_text", "part_of",
)  # fmt: skip
NAMES = {"rules": "rules alone", "model": "tagger alone", "both": "both"}


def main(arguments: list[str]) -> int:
    """Print the tables."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    print("## Which reader does what\n")
    print("F1 of one reader alone and of both together (`tocsin evaluate --reader`); refusal is a share.\n")
    for name in arguments:
        rows = load_gold(Path(name)).rows
        scores = {reader: measure(rows, reader) for reader in reversed(READERS)}
        for label, keep in (("all reports", None), ("400 characters and more", lambda r: not r.is_short)):
            print(f"`{'/'.join(Path(name).parts[-2:])}`, {label}\n")
            print("| field | " + " | ".join(NAMES[r] for r in scores) + " |")
            print("| --- |" + " ---: |" * len(scores))
            for field in FIELDS:
                values = [s.value(field, keep) if keep else s.value(field) for s in scores.values()]
                shown = [f"{v:.3f}" if v is not None else "–" for v in values]
                print(f"| {field.replace('_', ' ')} | " + " | ".join(shown) + " |")
            print()
    return 0


def measure(rows: tuple[dict[str, object], ...], reader: str) -> Scores:
    """Score one reader."""
    loaded = load(reader)
    return run(rows, lambda row: reading_to_json(loaded.read_row(row)), name=reader)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
