"""Hold the sample reports that ship with the package, for the demo, the tutorial and the tests.

``reports.jsonl``: 24 rows of ``{"id", "text", "title", "published", "source", "url", "lang"}``, the columns that
``tocsin extract --jsonl`` reads. README.md in this folder says what they are made of and what they are not.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["sample_path"]


def sample_path() -> Path:
    """Give the path of the sample reports, JSON lines in UTF-8.

    Example:
        >>> sample_path().name
        'reports.jsonl'
    """
    return Path(__file__).with_name("reports.jsonl")
