"""docs/errors.md lists exactly the error codes that the source raises."""

from __future__ import annotations

import ast
import re

CODE = re.compile(r"E\d{3}")
ROW = re.compile(r"^\| (E\d{3}) \| (\w+) \|", re.MULTILINE)
FAMILIES = {
    "1": "InputError",
    "2": "UsageError",
    "3": "LedgerError",
    "4": "NotFoundError",
    "5": "DataError",
    "9": "Exception",
}


def codes_in_source(root):
    """Collect the string constants that are a code and nothing else, with the file that holds each."""
    found = {}
    for path in sorted((root / "src").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and CODE.fullmatch(node.value):
                found.setdefault(node.value, path.relative_to(root).as_posix())
    return found


def test_every_code_in_the_source_is_listed_and_the_other_way_round(repo_root):
    listed = {code for code, _ in ROW.findall((repo_root / "docs/errors.md").read_text(encoding="utf-8"))}
    used = codes_in_source(repo_root)
    assert sorted(f"{code} in {used[code]}" for code in used.keys() - listed) == [], "used, not in docs/errors.md"
    assert sorted(listed - used.keys()) == [], "in docs/errors.md, used nowhere"


def test_no_code_is_listed_twice_and_each_is_in_its_family(repo_root):
    rows = ROW.findall((repo_root / "docs/errors.md").read_text(encoding="utf-8"))
    assert len({code for code, _ in rows}) == len(rows)
    assert [(code, family) for code, family in rows if FAMILIES[code[1]] != family] == []
