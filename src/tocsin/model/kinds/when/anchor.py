"""What relative wording leans on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Tense = Literal["past", "future"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Say what relative wording leans on: the day (and ``HH:MM``, zone) of publication, the date last spoken of."""

    published: date | None = None
    published_time: str | None = None
    tz: str | None = None
    last: date | None = None
