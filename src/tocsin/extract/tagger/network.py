"""The trained tagger at run time: an int8 encoder (ONNX) and small heads in numpy. Heavy libraries load on first use.

The files are made by ``training/export.py``; their arithmetic is that of ``training/network.py``.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from tocsin.extract.tagger import labels
from tocsin.extract.tagger.geometry import pair_features, windows
from tocsin.extract.tagger.wordpiece import WordPieces

if TYPE_CHECKING:
    from collections.abc import Sequence

Array = NDArray[np.float32]

FOLDER = Path(__file__).resolve().parents[2] / "data" / "tagger"
BATCH = 16  # windows in one pass


@dataclass(frozen=True, slots=True)
class Encoded:
    """One report through the encoder: its wordpieces and, for each of them, a vector and the tag probabilities."""

    ids: tuple[int, ...]
    offsets: tuple[tuple[int, int], ...]
    hidden: Array
    tags: Array
    relevance: float


@dataclass
class TaggerNetwork:
    """Holds the files of one trained tagger. Safe to share between threads once loaded."""

    folder: Path = FOLDER
    threads: int = 1

    @cached_property
    def _session(self) -> Any:
        import onnxruntime  # noqa: PLC0415 - 50 ms and 60 MB, loaded on first use

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = self.threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        return onnxruntime.InferenceSession(
            str(self.folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )

    @cached_property
    def _wordpieces(self) -> WordPieces:
        return WordPieces(self.folder / "vocab.txt")

    @cached_property
    def _heads(self) -> dict[str, Array]:
        with np.load(self.folder / "heads.npz") as stored:
            return {name: stored[name].astype(np.float32) for name in stored.files}

    def encode(self, text: str) -> Encoded:
        """Run one report through the encoder; a report of any length is read whole."""
        ids, offsets = self._wordpieces.cut(text)
        if not ids:
            none = np.zeros((0, len(labels.PIECES), labels.TAGS), np.float32)
            return Encoded((), (), np.zeros((0, 1), np.float32), none, 0.0)
        hidden = self._run(ids)
        logits = _linear(self._heads, "tags", hidden).reshape(len(ids), len(labels.PIECES), labels.TAGS)
        pooled = np.concatenate([hidden.mean(0), hidden.max(0)])
        relevance = float(_sigmoid(_linear(self._heads, "relevance", pooled))[0])
        return Encoded(tuple(ids), tuple(offsets), hidden, _softmax(logits), relevance)

    def encode_only(self, text: str) -> Array:
        """Run a text through the encoder and nothing else: what a benchmark compares a whole reading with."""
        ids, _ = self._wordpieces.cut(text)
        return self._run(ids)

    def _run(self, ids: list[int]) -> Array:
        cut = windows(len(ids))
        parts = []
        for at in range(0, len(cut), BATCH):
            some = cut[at : at + BATCH]
            longest = max(w.end - w.start for w in some) + 2
            rows = np.zeros((len(some), longest), np.int64)
            mask = np.zeros((len(some), longest), np.int64)
            for r, w in enumerate(some):
                line = [101, *ids[w.start : w.end], 102]
                rows[r, : len(line)] = line
                mask[r, : len(line)] = 1
            states = self._session.run(None, {"input_ids": rows, "attention_mask": mask})[0]
            parts += [states[r, 1 + w.keep_from - w.start : 1 + w.keep_to - w.start] for r, w in enumerate(some)]
        return np.concatenate(parts)

    def vectors(self, encoded: Encoded, spans: Sequence[tuple[str, int, int]]) -> Array:
        """Give a vector for each piece (label, first token, last token): ``(pieces, width)``."""
        out = []
        for label, first, last in spans:
            inside = encoded.hidden[first : last + 1]
            whole = np.concatenate([inside[0], inside[-1], inside.mean(0)])
            out.append(_gelu(_linear(self._heads, f"piece.of_{label}", whole)))
        return np.stack(out) if out else np.zeros((0, 1), np.float32)

    def classes(self, facet: str, vectors: Array) -> Array:
        """Give the probabilities of a facet's classes: ``(pieces, classes)``."""
        return _softmax(_linear(self._heads, f"facet.of_{facet}", vectors))

    def links(
        self, name: str, left: Array, right: Array, spans: Sequence[tuple[int, int]], goals: Sequence[tuple[int, int]],
        breaks: list[int],
    ) -> Array:  # fmt: skip
        """Give the probability of a link from each piece on the left to each on the right: ``(left, right)``."""
        weight, bias = self._heads[f"link.of_{name}.weight"], self._heads[f"link.of_{name}.bias"]
        width = left.shape[1]
        extra = pair_features(list(spans), list(goals), breaks) @ weight[:, 3 * width :].T
        # what depends on one piece alone is worked out once a piece, not once a pair
        hidden = (left @ weight[:, :width].T)[:, None] + (right @ weight[:, width : 2 * width].T)[None] + bias
        hidden += ((left[:, None] * right[None]).reshape(-1, width) @ weight[:, 2 * width : 3 * width].T).reshape(
            hidden.shape
        )
        hidden += extra.reshape(hidden.shape)
        return _sigmoid(_linear(self._heads, f"score.of_{name}", _gelu(hidden)))[:, :, 0]

    @cached_property
    def stop(self) -> int:
        """Give the wordpiece that ends a sentence."""
        return self._wordpieces.id_of(".")


def _linear(heads: dict[str, Array], name: str, x: Array) -> Array:
    out: Array = x @ heads[f"{name}.weight"].T + heads[f"{name}.bias"]
    return out


def _softmax(x: Array) -> Array:
    raised = np.exp(x - x.max(axis=-1, keepdims=True))
    out: Array = raised / raised.sum(axis=-1, keepdims=True)
    return out


def _sigmoid(x: Array) -> Array:
    out: Array = np.float32(1.0) / (np.float32(1.0) + np.exp(-np.clip(x, -30, 30)))
    return out


def _gelu(x: Array) -> Array:
    out: Array = np.float32(0.5) * x * (1 + np.tanh(np.float32(0.7978845608) * (x + np.float32(0.044715) * x * x * x)))
    return out
