"""Kinds of value, one small file each, and the one table that reads them back from JSON.

Every kind is a frozen value that answers: ``to_json`` (canonical, with its ``kind`` and version), ``from_json``,
``show`` (short, for people), ``validate`` (a list of complaints), ``specificity`` (0 to 1, how much it says).
Module functions named for what they assert compare two values: each gives a score from 0 to 1 and a reason.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Protocol, runtime_checkable

from tocsin.errors import DataError

KINDS = {
    "event_type/1": "tocsin.model.kinds.event_type:EventType",
    "when/1": "tocsin.model.kinds.when:When",
    "where/1": "tocsin.model.kinds.where:Where",
    "toll/1": "tocsin.model.kinds.casualties:Toll",
    "no_casualties/1": "tocsin.model.kinds.casualties:NoCasualties",
    "weapon/1": "tocsin.model.kinds.weapon:Weapon",
    "munition/1": "tocsin.model.kinds.weapon:Munition",
    "target/1": "tocsin.model.kinds.target:Target",
    "damage/1": "tocsin.model.kinds.target:Damage",
    "responsibility/1": "tocsin.model.kinds.responsibility:Responsibility",
}
"""Name and version of each kind -> the class that reads it. A kind's schema only grows within a version."""


@runtime_checkable
class Value(Protocol):
    """What a statement can assert."""

    def to_json(self) -> dict[str, Any]:
        """Give the canonical JSON object, with ``kind``."""
        ...

    def show(self) -> str:
        """Say the value in a few words."""
        ...

    def validate(self) -> list[str]:
        """List what is wrong with the value; empty when it is sound."""
        ...

    @property
    def specificity(self) -> float:
        """Say how much the value says, 0 (nothing) to 1."""
        ...


def value_from_json(row: dict[str, Any]) -> Value:
    """Read a value of any kind back from JSON.

    Raises:
        DataError: E501, no such kind or version.
    """
    path = KINDS.get(row.get("kind", ""))
    if path is None:
        raise DataError("E501", "no such kind of value", value=row.get("kind"), hint=f"Known: {', '.join(KINDS)}.")
    module, name = path.split(":")
    value: Value = getattr(import_module(module), name).from_json(row)
    return value
