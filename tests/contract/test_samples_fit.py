"""What the real reader says of the sample reports fits the contract, and every span slices to the text beside it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import jsonschema

import tocsin
from tocsin.ingest.items import Item, Options, iterate_items
from tocsin.samples import sample_path
from tocsin.serve.report_json import reading_to_json

VALID = jsonschema.Draft202012Validator(
    json.loads(files("tocsin").joinpath("data/schemas/report.json").read_text(encoding="utf-8"))
)


def worded(node: Any) -> Iterator[dict[str, Any]]:
    """Walk over every object that has words and their place."""
    if isinstance(node, dict):
        if node.get("span") is not None and node.get("text") is not None:
            yield node
        node = list(node.values())
    if isinstance(node, list):
        for item in node:
            yield from worded(item)


def test_every_sample_is_read_as_the_contract_says() -> None:
    read = tocsin.load().read
    seen = 0
    for item in iterate_items([str(sample_path())], Options()):
        assert isinstance(item, Item)
        row = json.loads(json.dumps(reading_to_json(read(item.report))))
        VALID.validate(row)
        for one in worded(row):
            start, end = one["span"]
            assert item.report.text[start:end] == one["text"]
            seen += 1
    assert seen > 500


def test_a_second_reading_is_the_same() -> None:
    (first, *_) = iterate_items([str(sample_path())], Options())
    assert isinstance(first, Item)
    once, again = (reading_to_json(tocsin.load().read(first.report)) for _ in range(2))
    assert once == again
