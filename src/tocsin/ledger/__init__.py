"""The append-only store: what was published, what was read in it, what was judged; and the incidents these make."""

from tocsin.ledger.base import Added, Blocks, Failure, Filters, Held, Records, View, Writer
from tocsin.ledger.sqlite import Ledger, open_ledger

__all__ = ["Added", "Blocks", "Failure", "Filters", "Held", "Ledger", "Records", "View", "Writer", "open_ledger"]
