"""The tagger as trained: a BERT encoder, a tag layer over every token, and small heads over the pieces found.

Every matrix of the heads is plain (linear, GELU, linear), so that the shipped reader runs them with numpy alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn

from tocsin.extract.tagger import labels
from tocsin.extract.tagger.geometry import DISTANCES, windows

PIECE = 192  # width of a piece's vector
LINK = 96  # hidden width of a link's score


@dataclass
class Scores:
    """Outputs for one report: tag logits (tokens, pieces, 3), relevance logit, and the token vectors."""

    tags: Tensor
    relevance: Tensor
    hidden: Tensor


class Network(nn.Module):
    """Encoder with heads."""

    def __init__(self, encoder: nn.Module, width: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.tags = nn.Linear(width, len(labels.PIECES) * labels.TAGS)
        self.relevance = nn.Linear(2 * width, 1)
        self.piece = nn.ModuleDict({"of_" + name: nn.Linear(3 * width, PIECE) for name in labels.PIECES})
        self.facet = nn.ModuleDict(
            {"of_" + name: nn.Linear(PIECE, len(classes)) for name, (_, classes) in labels.FACETS.items()}
        )
        extra = len(DISTANCES) + 5
        self.link = nn.ModuleDict({"of_" + name: nn.Linear(3 * PIECE + extra, LINK) for name in labels.LINKS})
        self.score = nn.ModuleDict({"of_" + name: nn.Linear(LINK, 1) for name in labels.LINKS})
        self.act = nn.GELU(approximate="tanh")

    def read(self, reports: list[list[int]]) -> list[Scores]:
        """Encode whole reports: overlapping windows, each token taken from the window in which it lies most central."""
        cut = [windows(len(ids)) for ids in reports]
        rows = [(n, w) for n, ws in enumerate(cut) for w in ws]
        longest = max(w.end - w.start for _, w in rows) + 2
        ids = torch.zeros(len(rows), longest, dtype=torch.long)
        mask = torch.zeros(len(rows), longest, dtype=torch.long)
        for r, (n, w) in enumerate(rows):
            line = [101, *reports[n][w.start : w.end], 102]
            ids[r, : len(line)] = torch.tensor(line)
            mask[r, : len(line)] = 1
        states = self.encoder(input_ids=ids, attention_mask=mask).last_hidden_state
        parts: list[list[Tensor]] = [[] for _ in reports]
        for r, (n, w) in enumerate(rows):
            parts[n].append(states[r, 1 + w.keep_from - w.start : 1 + w.keep_to - w.start])
        found = []
        for n in range(len(reports)):
            hidden = torch.cat(parts[n])
            tags = self.tags(self.drop(hidden)).view(len(hidden), len(labels.PIECES), labels.TAGS)
            pooled = torch.cat([hidden.mean(0), hidden.max(0).values])
            found.append(Scores(tags, self.relevance(self.drop(pooled)).squeeze(-1), hidden))
        return found

    def pieces(self, hidden: Tensor, spans: list[tuple[str, int, int]]) -> Tensor:
        """Give a vector for each piece: ``(pieces, PIECE)``."""
        out = []
        for label, first, last in spans:
            inside = hidden[first : last + 1]
            out.append(
                self.act(self.piece["of_" + label](self.drop(torch.cat([inside[0], inside[-1], inside.mean(0)]))))
            )
        return torch.stack(out)

    def links(self, name: str, left: Tensor, right: Tensor, extra: Tensor) -> Tensor:
        """Score pairs: logits ``(pairs,)``."""
        both = torch.cat([left, right, left * right, extra], dim=-1)
        return self.score["of_" + name](self.act(self.link["of_" + name](self.drop(both)))).squeeze(-1)
