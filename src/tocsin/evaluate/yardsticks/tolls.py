"""Fold the toll rows of a reading into the one figure or range that a collection of others asks for."""

from __future__ import annotations

from tocsin.evaluate.shape import Casualty, MentionView


def toll_rows(mentions: tuple[MentionView, ...], outcome: str) -> list[Casualty]:
    """List the toll rows that stand for themselves.

    Rows of the main attacks (of all, where none is main): no parts of a total, no figures that the report itself
    replaces, no row without a figure.
    """
    told = [mention for mention in mentions if mention.role == "main"] or list(mentions)
    return [
        row
        for mention in told
        for row in mention.casualties
        if row.outcome == outcome and row.part_of is None and not row.superseded and row.figure != (None, None)
    ]


def toll_range(rows: list[Casualty]) -> tuple[int, int] | None:
    """Span all accounts: the lowest figure of any row to the highest; an open end is the other end of its row."""
    if not rows:
        return None
    known = [(_either(row.low, row.high), _either(row.high, row.low)) for row in rows]
    return min(low for low, _ in known), max(high for _, high in known)


def largest_toll(rows: list[Casualty]) -> int:
    """Take the greatest lower figure of any row without perpetrators; 0 where no row has one."""
    return max((_either(row.low, row.high) for row in rows if not row.includes_perpetrators), default=0)


def summed_toll(rows: list[Casualty]) -> int:
    """Add the lower figures of all rows without perpetrators."""
    return sum(_either(row.low, row.high) for row in rows if not row.includes_perpetrators)


def _either(first: int | None, second: int | None) -> int:
    return first if first is not None else second if second is not None else 0
