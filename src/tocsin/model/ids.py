"""Make ids that are hashes of meaning, so that a second run is a set union."""

from __future__ import annotations

import hashlib
import json
from typing import Any

ID_LENGTH = 20
"""Hex digits kept: 80 bits, so a billion statements collide with probability below 1e-6."""


def canonical_json(value: Any) -> str:
    """Write a JSON value the one way that hashes agree on: sorted keys, no spaces, no ASCII escapes."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def hash_meaning(prefix: str, *parts: Any) -> str:
    """Hash JSON-able parts to a short id such as ``"st-0f3c…"``.

    Args:
        prefix: two or three letters naming the noun (``rp``, ``mn``, ``st``, ``jd``, ``in``).
        parts: JSON-able, order matters.
    """
    digest = hashlib.sha256(canonical_json(list(parts)).encode()).hexdigest()
    return f"{prefix}-{digest[:ID_LENGTH]}"
