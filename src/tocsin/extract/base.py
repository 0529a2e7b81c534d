"""What the extractor needs from outside."""

from __future__ import annotations

from typing import Protocol


class Names(Protocol):
    """Know the names of countries: the part of a gazetteer that extraction leans on."""

    def country_of(self, word: str) -> str | None:
        """Give the ISO 3166-1 alpha-2 code of a country name, abbreviation or demonym; None for other words."""
        ...
