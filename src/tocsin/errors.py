"""The exception tree: every error has a stable code, the offending value, its place and the next step.

::

    TocsinError
    ├── InputError          a report or a file that cannot be read          (E1xx)
    ├── UsageError          a flag, setting, column or name that is wrong   (E2xx)
    ├── LedgerError         the store refuses, is damaged or is too new     (E3xx)
    ├── NotFoundError       an id or a part nobody knows                    (E4xx)
    └── DataError           a shipped or user-given table that is malformed (E5xx)

Codes are listed in ``docs/errors.md`` and never change their meaning.
"""

from __future__ import annotations

from typing import Any


class TocsinError(Exception):
    """Report a failure a user can act on.

    Args:
        code: stable code such as ``"E101"``.
        message: what is wrong, in one sentence.
        value: the offending value, shortened for display.
        place: where it is: a file, a line, a column, a flag.
        hint: the next step.
    """

    def __init__(self, code: str, message: str, *, value: Any = None, place: str | None = None, hint: str = "") -> None:
        self.code = code
        self.message = message
        self.value = value
        self.place = place
        self.hint = hint
        super().__init__(str(self))

    def __str__(self) -> str:
        """Show the error on one line, as the command line prints it."""
        where = f" [{self.place}]" if self.place else ""
        what = f" (got {shorten(self.value)})" if self.value is not None else ""
        step = f" {self.hint}" if self.hint else ""
        return f"{self.code}{where}: {self.message}{what}{step}"

    def as_dict(self) -> dict[str, Any]:
        """Give the error as the JSON object used in ``failed`` lists."""
        return {
            "code": self.code,
            "message": self.message,
            "value": None if self.value is None else shorten(self.value),
            "place": self.place,
            "hint": self.hint,
        }


class InputError(TocsinError):
    """A report or a file cannot be read."""


class UsageError(TocsinError):
    """A flag, setting, column or name is wrong."""


class LedgerError(TocsinError):
    """The ledger refuses, is damaged or is too new."""


class NotFoundError(TocsinError):
    """Nobody knows this id or part."""


class DataError(TocsinError):
    """A shipped or user-given table is malformed."""


def shorten(value: Any, limit: int = 60) -> str:
    """Show a value in at most ``limit`` characters."""
    text = repr(value)
    return text if len(text) <= limit else text[: limit - 1] + "…"
