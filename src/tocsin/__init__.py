"""Tocsin: a sourced ledger of armed attacks, read from published reports.

>>> import tocsin
>>> read = tocsin.load()

``load`` makes a reader, ``open`` opens a ledger; nothing is imported before one of them is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tocsin.ledger import open_ledger as open  # noqa: A004 - `tocsin.open` reads as it should
    from tocsin.pipeline import load

    __version__: str

__all__ = ["__version__", "load", "open"]


def __getattr__(name: str) -> Any:
    """Give ``load``, ``open`` and ``__version__`` on first use."""
    if name == "load":
        from tocsin.pipeline import load  # noqa: PLC0415 - on first use

        return load
    if name == "open":
        from tocsin.ledger import open_ledger  # noqa: PLC0415 - on first use

        return open_ledger
    if name == "__version__":
        from importlib.metadata import version  # noqa: PLC0415 - on first use

        return version("tocsin")
    message = f"module 'tocsin' has no attribute {name!r}"
    raise AttributeError(message)
