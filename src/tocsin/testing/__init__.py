"""Builders and a sample for people who write parts: hand-made reports, statements and ledgers."""

from tocsin.testing.builders import (
    blame,
    figure,
    mention,
    munitions,
    reading,
    report,
    say,
    sentences_of,
    statement,
    toll,
    when,
    where,
    words_of,
)
from tocsin.testing.sample import sample_ledger, sample_readings, tell

__all__ = [
    "blame",
    "figure",
    "mention",
    "munitions",
    "reading",
    "report",
    "sample_ledger",
    "sample_readings",
    "say",
    "sentences_of",
    "statement",
    "tell",
    "toll",
    "when",
    "where",
    "words_of",
]
