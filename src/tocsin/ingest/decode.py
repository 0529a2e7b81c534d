"""Turn bytes into text, or say exactly why not: too large, not text, unknown encoding, nothing in it."""

from __future__ import annotations

import codecs
import os
import sys
from pathlib import Path

from tocsin.errors import InputError, UsageError

MAX_BYTES = 20_000_000
"""Largest text read at once, in bytes; the setting ``max_bytes`` changes it."""

_BOMS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with UTF-16's
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"SQLite format 3\x00", "a database"),
    (b"\x7fELF", "a program"),
)
_HEAD = 8192


def read_text(path: Path | None, *, encoding: str | None = None, max_bytes: int = MAX_BYTES) -> str:
    """Read one text from a file, or from standard input where ``path`` is None.

    Raises:
        InputError: E101 binary, E102 too large, E103 undecodable, E104 empty, E105 missing, E108 unreadable.
        UsageError: E205, no such encoding.
    """
    place = "standard input" if path is None else str(path)
    text = decode_text(read_bytes(path, max_bytes=max_bytes), place=place, encoding=encoding)
    if not text.strip():
        raise InputError("E104", "the report is empty", place=place, hint="Give a text with at least one word.")
    return text


def read_bytes(path: Path | None, *, max_bytes: int = MAX_BYTES) -> bytes:
    """Read at most ``max_bytes`` bytes; a larger file is refused before it is read, a larger stream at the limit."""
    if path is None:
        data = sys.stdin.buffer.read(max_bytes + 1)
        refuse_size(len(data), "standard input", max_bytes)
        return data
    try:
        refuse_size(os.stat(path).st_size, str(path), max_bytes)  # noqa: PTH116 - one call, before the file is opened
        with path.open("rb") as stream:  # a device or a pipe tells no size: the read is bounded as well
            data = stream.read(max_bytes + 1)
    except OSError as error:
        raise explain_os_error(error, path) from error
    refuse_size(len(data), str(path), max_bytes)
    return data


def refuse_size(size: int, place: str, max_bytes: int) -> None:
    """Refuse what is larger than the limit.

    Raises:
        InputError: E102.
    """
    if size > max_bytes:
        raise InputError(
            "E102",
            f"the text is larger than {max_bytes:,} bytes",
            place=place,
            hint="Split it into one file a report, or raise the setting max_bytes (TOCSIN_MAX_BYTES).",
        )


def explain_os_error(error: OSError, path: Path) -> InputError:
    """Say what the system said, as a coded error: E105 where nothing is there, else E108."""
    if isinstance(error, FileNotFoundError):
        return InputError("E105", "no such file", place=str(path), hint="Check the path and the name.")
    if isinstance(error, IsADirectoryError):
        return InputError("E108", "a folder, not a file", place=str(path), hint="Give the files in it, or use ingest.")
    reason = (error.strerror or str(error)).lower()
    return InputError("E108", f"cannot be read: {reason}", place=str(path), hint="Check the permissions.")


def decode_text(data: bytes, *, place: str, encoding: str | None = None) -> str:
    """Decode UTF-8 with or without a mark, UTF-16 or UTF-32 with one, or the encoding that is named.

    Raises:
        InputError: E101 not text, E103 not decodable.
        UsageError: E205, no such encoding.
    """
    named = encoding or encoding_by_mark(data[:4])
    refuse_binary(data[:_HEAD], place, marked=named is not None)
    try:
        return data.decode(check_encoding(named or "utf-8"))
    except UnicodeDecodeError as error:
        raise InputError(
            "E103",
            f"the text is not {error.encoding.upper()} (byte {error.start:,})",
            place=place,
            hint="Name its encoding, for example --encoding cp1252 or --encoding cp1256.",
        ) from error


def encoding_by_mark(head: bytes) -> str | None:
    """Name the encoding that a byte-order mark announces; None where there is no mark."""
    return next((name for mark, name in _BOMS if head.startswith(mark)), None)


def check_encoding(name: str) -> str:
    """Give the name back if there is such a text encoding.

    Raises:
        UsageError: E205.
    """
    try:
        known = codecs.lookup(name)
    except LookupError as error:
        raise UsageError(
            "E205", "no such encoding", value=name, place="--encoding", hint="Examples: utf-8, cp1252, iso8859-6."
        ) from error
    if not getattr(known, "_is_text_encoding", True):
        raise UsageError("E205", "not an encoding of text", value=name, place="--encoding", hint="Try utf-8 or cp1252.")
    return name


def refuse_binary(head: bytes, place: str, *, marked: bool = False) -> None:
    """Refuse what is no text, by its first bytes; ``marked`` text may hold zero bytes (UTF-16).

    Raises:
        InputError: E101.
    """
    kind = next((name for magic, name in _MAGIC if head.startswith(magic)), None)
    if kind is None and not marked and b"\x00" in head:
        kind = "binary data"
    if kind is not None:
        hint = "Save its text as a plain text file first."
        raise InputError("E101", f"not a text: it looks like {kind}", place=place, hint=hint)
