"""Wordpieces, against the reference implementation (tokenizers 0.23.3) with the vocabulary of the shipped encoder."""

import json
from pathlib import Path

import pytest

from tocsin.extract.tagger.network import FOLDER
from tocsin.extract.tagger.wordpiece import WordPieces

REFERENCE = json.loads((Path(__file__).parent / "wordpieces.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def wordpieces():
    return WordPieces(FOLDER / "vocab.txt")


@pytest.mark.parametrize("row", REFERENCE, ids=[row["text"][:20] for row in REFERENCE])
def test_ids_and_offsets_are_those_of_the_reference(wordpieces, row):
    ids, offsets = wordpieces.cut(row["text"])
    assert ids == row["ids"]
    assert [list(o) for o in offsets] == row["offsets"]


def test_an_empty_text_has_no_pieces(wordpieces):
    assert wordpieces.cut(" \n ") == ([], [])
