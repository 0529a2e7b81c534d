"""Bytes become text, or a coded error says why not."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest

from tocsin.errors import InputError, TocsinError
from tocsin.ingest.decode import check_encoding, decode_text, read_bytes, read_text

WORDS = "Rockets hit “Kirkuk” – كركوك"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_is_read_with_and_without_a_mark(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(WORDS.encode(encoding))
    assert read_text(path) == WORDS


@pytest.mark.parametrize("mark", [b"\xff\xfe", b"\xfe\xff"])
def test_utf_16_of_either_byte_order_is_read(mark: bytes) -> None:
    name = "utf-16-le" if mark == b"\xff\xfe" else "utf-16-be"
    assert decode_text(mark + WORDS.encode(name), place="a") == WORDS


def test_another_encoding_is_read_when_it_is_named() -> None:
    data = "attentat à Gao".encode("cp1252")
    assert decode_text(data, place="a", encoding="cp1252") == "attentat à Gao"
    with pytest.raises(InputError, match=r"E103 \[a\].*byte 9.*--encoding"):
        decode_text(data, place="a")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "E104"),
        (b" \n\t", "E104"),
        (b"\xef\xbb\xbf", "E104"),
        (b"%PDF-1.7 ...", "E101"),
        (b"PK\x03\x04....", "E101"),
        (b"text\x00more", "E101"),
        (b"\xff\xfe\x00", "E103"),
        (b"caf\xe9", "E103"),
    ],
)
def test_what_is_no_text_is_refused_with_its_code(tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_text(path)
    assert caught.value.code == code
    assert caught.value.place == str(path)
    assert caught.value.hint


def test_a_file_of_fifty_megabytes_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)  # zero bytes: had it been read, it would be refused as binary
    start = time.perf_counter()
    with pytest.raises(InputError) as caught:
        read_text(path)
    assert caught.value.code == "E102"
    assert time.perf_counter() - start < 0.05


def test_a_stream_without_an_end_is_read_to_the_limit_only(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = io.BytesIO(b"a" * 1000)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(stream))
    with pytest.raises(InputError, match=r"E102 \[standard input\]"):
        read_bytes(None, max_bytes=10)
    assert stream.tell() <= 11 or not stream.closed


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13"])
def test_an_encoding_must_be_one_of_text(name: str) -> None:
    with pytest.raises(TocsinError, match="E205"):
        check_encoding(name)


def test_missing_files_and_folders_have_their_codes(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="E105"):
        read_text(tmp_path / "none.txt")
    with pytest.raises(InputError, match="E108"):
        read_text(tmp_path)
