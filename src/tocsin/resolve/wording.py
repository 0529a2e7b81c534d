"""A place as a report words it, before anyone knows which place it is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaceWording:
    """Name a place as worded.

    ``start`` and ``end`` are half-open code-point offsets and ``text`` is exactly that slice. ``modifier`` marks words
    that only say whose something is (*Iraqi* in *Iraqi base*, *Tehran* in *Tehran said*). ``near``, ``distance_km`` and
    ``bearing`` (degrees clockwise from north) hold what the words before say: *15 km north-west of*. ``head`` is the
    kind of place the words name: ``base``, ``camp``, ``province``, ``town``. ``container`` is the wording of the wider
    place the sentence puts it in.
    """

    text: str
    start: int
    end: int
    modifier: bool = False
    near: bool = False
    distance_km: float | None = None
    bearing: float | None = None
    head: str | None = None
    container: str | None = None
