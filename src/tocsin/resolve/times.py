"""Put a time on the clock of its place: time zone from coordinates, UTC from local time, printed conversions checked.

tzfpy (time zone polygons) is loaded on first use; zone rules come from ``zoneinfo`` with the ``tzdata`` package.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tocsin.model.kinds.when import When
from tocsin.model.kinds.when.words import ZONES

WRONG_CONVERSION = "time-conversion-wrong"
"""Warning: a report prints a local time and a UTC or GMT time that cannot both be right at the place."""

DAY_MOVED = "day-moved-by-time-zone"
"""Warning: the time was printed on another zone's clock, and on the place's own clock it falls on another day."""


def localise(when: When, lat: float, lon: float) -> tuple[When, list[str]]:
    """Give the value with the time zone of the place and, where day and time are known, UTC.

    Args:
        when: a value; ``time_local`` without ``tz`` is taken to be on the clock of the place.
        lat: degrees north.
        lon: degrees east.

    Returns:
        The value and warning codes: ``time-conversion-wrong`` when the UTC time printed beside a local time is not that
        moment (the local time is kept, UTC is worked out anew); ``day-moved-by-time-zone``.
    """
    zone = zone_at(lat, lon)
    if zone is None:
        return when, []
    if when.time_local is None or when.start is None or when.start != when.end:
        return (replace(when, tz=zone) if when.tz is None else when), []
    if when.tz is not None and ZONES.get(when.tz) is not None:
        return _moved_here(when, zone)
    if when.tz is not None and when.tz != zone:
        return when, []
    stated = when.utc[-6:-1] if when.utc else None
    warning = check_conversion(when.time_local, stated, zone, when.start) if stated else None
    utc = local_to_utc(when.start, when.time_local, zone)
    return replace(when, tz=zone, utc=f"{utc:%Y-%m-%dT%H:%MZ}"), [warning] if warning else []


def check_conversion(local_hhmm: str, stated_utc_hhmm: str, tz: str, day: date) -> str | None:
    """Check a printed conversion: the warning code when it is not the local time of that day in UTC, else None.

    >>> check_conversion("19:20", "22:20", "Asia/Baghdad", date(2019, 12, 27))
    'time-conversion-wrong'
    >>> check_conversion("19:20", "16:20", "Asia/Baghdad", date(2019, 12, 27)) is None
    True
    """
    utc = local_to_utc(day, local_hhmm, tz)
    return None if f"{utc:%H:%M}" == stated_utc_hhmm else WRONG_CONVERSION


def zone_at(lat: float, lon: float) -> str | None:
    """Name the IANA time zone at a point; None where there is none or the zone tables do not know it."""
    from tzfpy import get_tz  # noqa: PLC0415  loads its polygons

    name = get_tz(lon, lat)
    if not name:
        return None
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        return None
    return str(name)


def local_to_utc(day: date, hhmm: str, tz: str) -> datetime:
    """Convert a wall-clock time of a zone to UTC; at the end of summer time the first of the two readings."""
    hour, minute = int(hhmm[:2]), int(hhmm[3:])
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(tz)).astimezone(UTC)


def _moved_here(when: When, zone: str) -> tuple[When, list[str]]:
    """Move a time printed on another clock ("2220 GMT") to the clock of the place."""
    assert when.start is not None
    assert when.time_local is not None
    offset = ZONES[when.tz or "UTC"] or 0
    hour, minute = int(when.time_local[:2]), int(when.time_local[3:])
    start = when.start
    utc = datetime(start.year, start.month, start.day, hour, minute, tzinfo=UTC) - timedelta(minutes=offset)
    here = utc.astimezone(ZoneInfo(zone))
    moved = replace(
        when, start=here.date(), end=here.date(), time_local=f"{here:%H:%M}", tz=zone, utc=f"{utc:%Y-%m-%dT%H:%MZ}"
    )
    return moved, [DAY_MOVED] if here.date() != start else []
