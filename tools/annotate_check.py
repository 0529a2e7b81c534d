"""Check annotated reports (JSON lines, ``tocsin.gold/1``) before they join a yardstick.

Usage: python tools/annotate_check.py FILE.jsonl…

Prints one line a problem (file, line, report, path) and a closing count; exit 1 where there is any, 2 for a bad file.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tocsin.errors import TocsinError
from tocsin.evaluate.annotations import check_row
from tocsin.evaluate.gold import load_jsonl


def main(arguments: list[str]) -> int:
    """Check the named files."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    problems = 0
    for name in arguments:
        try:
            rows = load_jsonl(Path(name))
        except TocsinError as error:
            print(error, file=sys.stderr)
            return 2
        seen: set[object] = set()
        for number, row in enumerate(rows, 1):
            found = check_row(row)
            if row.get("id") in seen:
                found.append("the same id twice")
            seen.add(row.get("id"))
            problems += len(found)
            for problem in found:
                print(f"{name}:{number}: {row.get('id')}: {problem}")
        mentions = sum(len(row.get("mentions") or ()) for row in rows)
        print(f"{name}: {len(rows)} reports, {mentions} mentions", file=sys.stderr)
    print(f"{problems} problems", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
