"""Measure on the sphere."""

from __future__ import annotations

import math

DIAMETER_KM = 12742.0
"""Mean diameter of the Earth in kilometres (IUGG mean radius of 6,371 km)."""


def great_circle_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Measure the distance of two points given in degrees, in kilometres, by the haversine formula."""
    one, two = math.radians(lat1), math.radians(lat2)
    half = math.sin((two - one) / 2) ** 2
    half += math.cos(one) * math.cos(two) * math.sin(math.radians(lon2 - lon1) / 2) ** 2
    return DIAMETER_KM * math.asin(min(1.0, math.sqrt(half)))
