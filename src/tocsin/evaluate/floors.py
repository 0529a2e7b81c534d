"""Hold the ground gained: floors per yardstick and field, tied to the digest of the data they were measured on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypedDict

from tocsin.errors import DataError, UsageError

SLACK = 0.0005  # half of the last digit shown: rounding alone never fails a build


class Change(TypedDict):
    """Record one change of floors: why, when (YYYY-MM-DD), and [before, after] of each field."""

    why: str
    date: str
    changed: dict[str, list[float | None]]


class Floor(TypedDict):
    """Hold one yardstick's floors."""

    gold_sha256: str
    floors: dict[str, float]
    history: list[Change]


Floors = dict[str, Floor]


def load_floors(path: Path) -> Floors:
    """Load a floors file; one that is not there holds no floors.

    Raises:
        DataError: the file is not what `save_floors` writes (E583).
    """
    if not path.exists():
        return {}
    try:
        found: Any = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise DataError(
            "E583", f"not JSON: {error}", place=path.name, hint="Restore it from version control."
        ) from error
    keys = set(Floor.__required_keys__)
    if not isinstance(found, dict) or not all(isinstance(row, dict) and keys <= row.keys() for row in found.values()):
        raise DataError("E583", "not a floors file", place=path.name, hint="Restore it from version control.")
    floors: Floors = found
    return floors


def save_floors(path: Path, floors: Floors) -> None:
    """Write a floors file, yardsticks and fields in name order."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(floors, indent=2, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


def check_floors(floors: Floors, yardstick: str, sha256: str, values: Mapping[str, float]) -> list[str]:
    """List what is wrong, in sentences that say the next step; an empty list means that every floor holds."""
    floor = floors.get(yardstick)
    if floor is None:
        return [f"no floors for {yardstick}: set them with --write-floors"]
    if floor["gold_sha256"] != sha256:
        return [
            f"the data of {yardstick} changed (sha256 {sha256[:12]}…, floors were measured on"
            f" {floor['gold_sha256'][:12]}…): use the old data, or set new floors with --write-floors --why '…'"
        ]
    problems = []
    for field, least in sorted(floor["floors"].items()):
        value = values.get(field)
        if value is None:
            problems.append(f"{field}: not measured, floor {least:.4f}")
        elif round(least - value, 6) > SLACK:
            problems.append(
                f"{field}: {value:.4f} is below its floor {least:.4f}: look with --errors, mend it,"
                " or lower the floor with --write-floors --why '…'"
            )
    return problems


def set_floors(
    floors: Floors, yardstick: str, sha256: str, values: Mapping[str, float], *, today: str, why: str | None = None
) -> tuple[Floors, list[str]]:
    """Raise a yardstick's floors to what was measured; lower them only where ``why`` says the reason.

    Gives the new floors and the fields left above what was measured because no reason was given.

    Raises:
        UsageError: the data changed and no reason was given (E281).
    """
    old = floors.get(yardstick)
    if old and old["gold_sha256"] != sha256 and not why:
        hint = "Say why with --why: all its floors start anew."
        raise UsageError("E281", "these floors were measured on other data", value=yardstick, hint=hint)
    before = old["floors"] if old and old["gold_sha256"] == sha256 else {}
    after, kept = _raised(before, values, lower=bool(why))
    changed = {
        field: [before.get(field), after.get(field)]
        for field in sorted(before.keys() | after.keys())
        if before.get(field) != after.get(field)
    }
    history = list(old["history"]) if old else []
    if changed:
        history.append(Change(why=why or "raised to what was measured", date=today, changed=changed))
    return {**floors, yardstick: Floor(gold_sha256=sha256, floors=after, history=history)}, kept


def _raised(
    before: Mapping[str, float], values: Mapping[str, float], *, lower: bool
) -> tuple[dict[str, float], list[str]]:
    after = {field: round(value, 4) for field, value in values.items()}
    if lower:
        return after, []
    kept = [field for field, least in before.items() if after.get(field, 0.0) < least]
    return {**after, **{field: before[field] for field in kept}}, kept
