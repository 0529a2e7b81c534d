"""Read every case of this folder with the real reader and hold the reading against its lines."""

from __future__ import annotations

import pytest


def test_case(case, read_case, cases):
    row = read_case(case)
    wrong = [f"expected, but not read:  {line}" for line in case.expect if not cases.judge(row, line)]
    wrong += [f"read, but forbidden:     {line}" for line in case.forbid if cases.judge(row, line)]
    wrong += [f"words that are not where they are said to be: {bad}" for bad in cases.spans(row)]
    if wrong:
        place = f"{case.page}, line {case.line}: {case.name}"
        told = [place, *wrong, "", "The report:", case.report, "", "What was read:", cases.describe(row)]
        pytest.fail("\n".join(told), pytrace=False)
