"""Find mentions of attacks and their particulars, as statements with spans."""

from __future__ import annotations

from tocsin.extract.blend import extract_reading

__all__ = ["extract_reading"]
