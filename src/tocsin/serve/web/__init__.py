"""The pages: a list of incidents and a dossier for each, written by the server, complete without JavaScript.

``make_app`` and ``make_app_for`` are loaded on first use: the web framework costs half a second that no other command
should pay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tocsin.serve.web.app import make_app, make_app_for

__all__ = ["make_app", "make_app_for"]


def __getattr__(name: str) -> Any:
    """Load the application's makers on first use."""
    if name in __all__:
        from tocsin.serve.web import app  # noqa: PLC0415 - loaded on first use

        return getattr(app, name)
    raise AttributeError(name)
