"""A gazetteer in miniature, and short ways to read a text up to one stage."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tocsin.extract import extract_reading
from tocsin.model.document import Document
from tocsin.model.report import make_report
from tocsin.read import read_document

COUNTRIES = {
    "US": "US", "U.S": "US", "U.S.": "US", "American": "US", "Iraqi": "IQ", "Iraq": "IQ", "Russian": "RU",
    "Russia": "RU", "Israeli": "IL", "Israel": "IL", "Kenyan": "KE", "Somali": "SO", "Turkish": "TR", "Saudi": "SA",
    "Syrian": "SY", "Kuwait": "KW", "Ukrainian": "UA", "Ukraine": "UA", "Iran": "IR", "Iranian": "IR",
    "South Sudanese": "SS",
}  # fmt: skip


class Names:
    """Know a handful of countries."""

    def country_of(self, word: str) -> str | None:
        """Give the code of a name or demonym."""
        return COUNTRIES.get(word)


@pytest.fixture(scope="session")
def names() -> Names:
    return Names()


@pytest.fixture(scope="session")
def country_of(names: Names) -> Callable[[str], str | None]:
    return names.country_of


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    """Give a function that reads the structure of a text published, unless told otherwise, on Monday 3 May 2021."""

    def build(text: str, *, published: str | None = "2021-05-03", title: str = "") -> Document:
        return read_document(make_report(text, published=published, title=title))

    return build


@pytest.fixture(scope="session")
def extract(document: Callable[..., Document], names: Names) -> Callable[..., Any]:
    """Give a function that reads a text up to the statements, before places are tied to the world."""
    return lambda text, **known: extract_reading(document(text, **known), names, maker="test.v1")
