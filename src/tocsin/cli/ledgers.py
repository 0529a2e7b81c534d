"""Open the ledger a command speaks of, and close it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tocsin.ledger import Ledger


@contextmanager
def existing_ledger(path: str) -> Iterator[Ledger]:
    """Open a ledger for reading.

    Raises:
        LedgerError: E305, there is no such ledger; and what else a ledger refuses.
    """
    from tocsin.ledger import open_ledger

    with closing(open_ledger(path, read_only=True)) as ledger:
        yield ledger


@contextmanager
def open_or_make_ledger(path: str) -> Iterator[Ledger]:
    """Open a ledger for writing, making it where there is none."""
    from tocsin.ledger import open_ledger

    with closing(open_ledger(path)) as ledger:
        yield ledger
