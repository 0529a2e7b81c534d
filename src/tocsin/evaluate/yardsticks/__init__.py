"""Hold further yardsticks: collections made by others, each measuring one thing the gold set is too small for.

Their texts are for measuring only and never travel with the product; each module reads a file that lies elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tocsin.evaluate.gold import Reader
from tocsin.evaluate.yardsticks import airwars_gaza, gvdb, muc4, wikinews
from tocsin.evaluate.yardsticks.base import Measured

Measure = Callable[[Path, Reader, int | None], Measured]

# Name -> how to measure it: (file or folder, reader, most reports to read or None).
YARDSTICKS: dict[str, Measure] = {
    "airwars-gaza": airwars_gaza.measure,
    "gvdb": gvdb.measure,
    "muc4": muc4.measure,
    "wikinews": wikinews.measure,
}

__all__ = ["YARDSTICKS", "Measured"]
