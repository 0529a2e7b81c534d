"""Typed settings: flags over environment over the project's file over the user's file over the defaults.

===============  ===================  ============================================
setting          environment          file
===============  ===================  ============================================
``db``           ``TOCSIN_DB``        ``tocsin.toml``: ``db = "my.db"``
===============  ===================  ============================================

and so on for every field of ``Settings``. The project's file is ``tocsin.toml`` in the working folder; the user's is
``tocsin/tocsin.toml`` under ``$XDG_CONFIG_HOME`` (``~/.config`` where that is not set).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from tocsin.errors import UsageError

PREFIX = "TOCSIN_"
FILE_NAME = "tocsin.toml"
RESERVED = frozenset({"TOCSIN_SHARED", "TOCSIN_CHROMIUM"})
"""Variables that speak to the tests and the makefile, not to a setting."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Hold every setting, with its default."""

    db: str = "tocsin.db"
    """Ledger that ``ingest``, ``list``, ``show``, ``export`` and ``serve`` use."""
    max_bytes: int = 20_000_000
    """Largest report read, in bytes."""
    encoding: str = ""
    """Encoding of text files; empty for UTF-8, or what a byte-order mark says."""
    reader: str = "both"
    """Which reader: ``both`` the trained tagger and the rules, or ``model`` or ``rules`` alone."""
    min_confidence: float = 0.0
    """Statements less sure than this, from 0 to 1, are left out."""
    places: str = ""
    """CSV file of places of your own; empty for the shipped ones alone."""
    lang: str = "en"
    """Language of reports that name none."""
    host: str = "127.0.0.1"
    """Address that ``serve`` binds."""
    port: int = 8001
    """Port that ``serve`` binds; 0 for any free one."""


def load_settings(
    flags: Mapping[str, Any] | None = None,
    *,
    environ: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Settings:
    """Gather the settings; a flag that is None was not given.

    Raises:
        UsageError: E203 an unknown setting, E206 a value of the wrong type or a file that is not TOML.
    """
    variables = os.environ if environ is None else environ
    settings = Settings()
    for path in (_user_file(variables), (folder or Path.cwd()) / FILE_NAME):
        settings = _apply(settings, _read_toml(path), str(path))
    named = {
        key.removeprefix(PREFIX).lower(): value
        for key, value in variables.items()
        if key.startswith(PREFIX) and key not in RESERVED
    }
    settings = _apply(settings, named, "the environment", prefix=PREFIX)
    return _apply(settings, {key: value for key, value in (flags or {}).items() if value is not None}, "flags")


def setting_names() -> tuple[str, ...]:
    """List the settings."""
    return tuple(item.name for item in fields(Settings))


def nearest(name: str, known: Iterable[str]) -> str:
    """Suggest the nearest valid name as a sentence; empty where none is near.

    >>> nearest("publised", ["published", "source"])
    "Did you mean 'published'?"
    """
    from difflib import get_close_matches  # noqa: PLC0415 - on the way out only

    found = get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"Did you mean {found[0]!r}?" if found else ""


def _apply(settings: Settings, values: Mapping[str, Any], place: str, *, prefix: str = "") -> Settings:
    names = setting_names()
    for name, value in values.items():
        if name not in names:
            shown = f"{prefix}{name.upper()}" if prefix else name
            known = [f"{prefix}{key.upper()}" if prefix else key for key in names]
            hint = nearest(shown, known) or f"Known settings: {', '.join(known)}."
            raise UsageError("E203", f"unknown setting {shown!r}", place=place, hint=hint)
        settings = replace(settings, **{name: _convert(name, value, getattr(settings, name), place)})
    return settings


def _convert(name: str, value: Any, present: Any, place: str) -> Any:
    """Give the value in its setting's type; words for a number are read from the environment only."""
    if isinstance(present, int):
        try:
            number = int(value) if isinstance(value, str | int) and not isinstance(value, bool) else None
        except ValueError:
            number = None
        if number is None or number < 0:
            hint = f"Write a whole number, such as {present}."
            raise UsageError("E206", f"the setting {name!r} takes a number", value=value, place=place, hint=hint)
        return number
    if isinstance(present, float):
        return _share(name, value, present, place)
    if not isinstance(value, str):
        raise UsageError(
            "E206", f"the setting {name!r} takes words", value=value, place=place, hint="Put it in quotes."
        )
    return value


def _share(name: str, value: Any, present: float, place: str) -> float:
    """Read a number from 0 to 1."""
    try:
        number = float(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else -1.0
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        hint = f"Write a number from 0 to 1, such as {present}."
        raise UsageError("E206", f"the setting {name!r} takes a number", value=value, place=place, hint=hint)
    return number


def _user_file(variables: Mapping[str, str]) -> Path:
    base = variables.get("XDG_CONFIG_HOME") or str(Path(variables.get("HOME", "~")).expanduser() / ".config")
    return Path(base) / "tocsin" / FILE_NAME


def _read_toml(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    import tomllib  # noqa: PLC0415 - most runs have no settings file

    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        hint = 'A settings file holds lines such as: db = "my.db"'
        raise UsageError("E206", f"not a settings file: {error}", place=str(path), hint=hint) from error
