"""The road on one page: the order of the stages, and nowhere else.

::

    Report -read-> Document -extract-> Reading -resolve-> Reading -reconcile-> Judgements -> ledger

Stages are pure functions; the gazetteer and the ledger are handed in.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tocsin.errors import InputError
from tocsin.model.report import Report, make_report

if TYPE_CHECKING:
    from collections.abc import Callable

    from tocsin.extract.blend import Plan
    from tocsin.extract.tagger.tag import Tagged
    from tocsin.ledger import Added, Ledger
    from tocsin.model.reading import Reading
    from tocsin.resolve.gazetteer import Gazetteer

MAKER = "tocsin pipeline/en.v2"
"""Who made a reading: the product and the version of the pipeline. A change of output makes a new ``.vN``."""


READERS = ("both", "model", "rules")
"""The trained tagger with the rules, or either alone."""


@dataclass(frozen=True)
class Reader:
    """Read reports: a callable pipeline, made by ``load``. Safe to share between threads."""

    maker: str = MAKER
    reader: str = "both"
    min_confidence: float = 0.0
    plan: Plan | None = None
    places: str = ""

    @cached_property
    def tagger(self) -> Callable[[str], Tagged] | None:
        """Load the trained tagger on first use; None where the rules read alone."""
        if self.reader == "rules":
            return None
        from functools import partial  # noqa: PLC0415 - loaded on first use

        from tocsin.extract.tagger.network import TaggerNetwork  # noqa: PLC0415
        from tocsin.extract.tagger.tag import tag_text  # noqa: PLC0415

        return partial(tag_text, TaggerNetwork())

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """Load the shipped gazetteer on first use, with a person's own places where a file of them is named."""
        from tocsin.resolve.gazetteer import Gazetteer  # noqa: PLC0415 - loaded on first use

        return Gazetteer.load(extra=Path(self.places) if self.places else None)

    def read(self, report: Report) -> Reading:
        """Read one report: structure, mentions, statements tied to the world."""
        from tocsin.extract import extract_reading  # noqa: PLC0415 - loaded on first use
        from tocsin.read import read_document  # noqa: PLC0415
        from tocsin.resolve.reading import resolve_reading  # noqa: PLC0415

        document = read_document(report)
        found = extract_reading(document, self.gazetteer, maker=self.maker, tagger=self.tagger, plan=self._plan())
        return resolve_reading(found, self.gazetteer).above(self.min_confidence)

    def _plan(self) -> Plan:
        from tocsin.extract.blend import ALONE, PLAN  # noqa: PLC0415 - loaded on first use

        return self.plan or (ALONE if self.reader == "model" else PLAN)

    def __call__(
        self, text: str, *, published: str | None = None, source: str = "", url: str | None = None, title: str = ""
    ) -> Reading:
        """Read a text.

        Raises:
            InputError: E104, the text is empty.
            UsageError: E201, the date is not an ISO date.
        """
        if not text.strip():
            raise InputError("E104", "the report is empty", hint="Give a text with at least one word.")
        return self.read(make_report(text, published=published, outlet=source, url=url, title=title))

    def read_row(self, row: dict[str, Any]) -> Reading:
        """Read one row of a ``--jsonl`` file: ``{"id","text","title"?,"published"?,"source"?,"url"?,"lang"?}``."""
        from tocsin.ingest.rows import report_from_row  # noqa: PLC0415 - loaded on first use

        return self.read(report_from_row(row, place=str(row.get("id") or "row")))


def load(reader: str = "both", *, min_confidence: float = 0.0, places: str = "") -> Reader:
    """Make a reader. Nothing heavy is loaded before the first report.

    Args:
        reader: ``both`` the trained tagger and the rules, or ``model`` or ``rules`` alone.
        min_confidence: statements less sure than this, from 0 to 1, are left out.
        places: CSV file of places of your own, looked up before the shipped ones; ``gazetteer.failures`` of the
            reader lists the lines that could not be read.
    """
    return Reader(reader=reader, min_confidence=min_confidence, places=places)


def add_reading(ledger: Ledger, reading: Reading) -> Added:
    """Add a reading to a ledger: find its copies, record it, judge which attacks it tells of are known already.

    One unit: when this returns all of it is kept; if it is cut short nothing is. A second time changes nothing.
    """
    from tocsin.reconcile import CAP, find_copies, link_mention, make_card, sketch_text  # noqa: PLC0415

    report = reading.report
    sketch = sketch_text(report.text)
    with ledger.batch():
        copies = find_copies(report, sketch, ledger.alike(sketch, CAP))
        added = ledger.add(reading, sketch=sketch, copies=copies)
        if not added.new:
            return added
        same_text = frozenset(c.of for c in copies)
        copied = [m.id for r in sorted(same_text) for m in ledger.mentions(r)]
        own = ledger.held(m.id for m in reading.mentions)
        judgements = []
        for mention in own.mentions:
            card = make_card(mention, own.statements, report)
            block, left_out = ledger.block(card.box, CAP)
            others = ledger.held({*block, *copied} - {mention.id})
            reports = {r.id: r for r in others.reports}
            cards = [make_card(m, others.statements, reports[m.report]) for m in others.mentions]
            judgements += link_mention(card, cards, copies=same_text, left_out=left_out)
        ledger.judge(*judgements)
    return added
