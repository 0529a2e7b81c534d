"""The table of named parts: ``name.vN`` and where it lives, loaded on first use.

A part is a plain callable. Ours stand in the table below; other people's are found through the entry-point group
``tocsin.parts``, whose names follow the same pattern. A change of a part's output makes a new ``.vN``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from tocsin.config import nearest
from tocsin.errors import DataError, NotFoundError

GROUP = "tocsin.parts"
PARTS: dict[str, str] = {
    "document.en.v1": "tocsin.read:read_document",
    "reading.en-rules.v1": "tocsin.extract:extract_reading",
    "resolved.en.v1": "tocsin.resolve.reading:resolve_reading",
    "gazetteer.shipped.v1": "tocsin.resolve.gazetteer:Gazetteer.load",
    "report-json.v1": "tocsin.serve.report_json:reading_to_json",
}
"""Name and version -> dotted path of the callable."""
_NAME = re.compile(r"[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)*\.v[1-9][0-9]*")


def part_names() -> tuple[str, ...]:
    """List every known part, ours first, then those of other packages."""
    return (*PARTS, *_others())


def load_part(name: str) -> Callable[..., Any]:
    """Import a part by its name.

    Raises:
        NotFoundError: E401, no part has this name.
        DataError: E510 a part that cannot be imported, E511 a name of another package that is taken or malformed.
    """
    path = PARTS.get(name)
    others = {} if path else _others()
    if path is None and name not in others:
        known = (*PARTS, *others)
        hint = nearest(name, known) or f"Known parts: {', '.join(known)}."
        raise NotFoundError("E401", "no such part", value=name, hint=hint)
    try:
        loaded: Callable[..., Any] = _import(path) if path else others[name].load()
    except (ImportError, AttributeError) as error:
        place = path or others[name].value
        hint = "Reinstall the package it comes from."
        raise DataError("E510", f"the part cannot be loaded: {error}", value=name, place=place, hint=hint) from error
    return loaded


def _import(path: str) -> Callable[..., Any]:
    module, _, name = path.partition(":")
    found: Any = import_module(module)
    for piece in name.split("."):
        found = getattr(found, piece)
    loaded: Callable[..., Any] = found
    return loaded


def _others() -> dict[str, EntryPoint]:
    """Find other packages' parts; a name that is taken or malformed is refused, never decided silently."""
    found: dict[str, EntryPoint] = {}
    for point in entry_points(group=GROUP):
        wrong = "taken" if point.name in PARTS or point.name in found else ""
        wrong = wrong or ("" if _NAME.fullmatch(point.name) else "not of the form name.v1")
        if wrong:
            hint = "Ask the package that brings it to rename it."
            raise DataError("E511", f"the part's name is {wrong}", value=point.name, place=point.value, hint=hint)
        found[point.name] = point
    return found
