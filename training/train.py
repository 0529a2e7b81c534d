"""Train the tagger on annotated reports.

    python training/train.py --encoder DIR --data FILE… [--dev FILE…] --out DIR [--epochs 16] [--seed 1]

Writes ``log.jsonl`` (one line an epoch), ``last.pt`` after every epoch and ``done`` at the end.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from pathlib import Path

import torch
from examples import Example, Piece, load_examples
from network import Network
from torch import Tensor, nn
from torch.nn import functional
from transformers import BertConfig, BertModel

from tocsin.extract.tagger import labels
from tocsin.extract.tagger.decode import find_pieces
from tocsin.extract.tagger.geometry import pair_features
from tocsin.extract.tagger.wordpiece import WordPieces

BUDGET = 2048  # tokens a step, about a second of two cores
WEIGHTS = {"tags": 6.0, "links": 0.5, "facets": 2.0, "relevance": 0.3}
EXTRA = 12  # pieces found but not annotated that join a report
HEADS = 1e-3  # learning rate of the heads
WARM = 0.04  # share of the run in which the rates rise


def main() -> None:
    """Train and write the weights."""
    args = _arguments()
    random.seed(args.seed)
    torch.manual_seed(args.seed)
    torch.set_num_threads(args.threads)
    out: Path = args.out
    out.mkdir(parents=True, exist_ok=True)
    wordpieces = WordPieces(args.encoder / "vocab.txt")
    breaks = wordpieces.id_of(".")
    network = load_network(args.encoder)
    if args.start:
        network.load_state_dict(torch.load(args.start, weights_only=True))
    optimizer = _optimizer(network, args.rate)
    began = time.time()
    for epoch in range(args.epochs):
        train = load_examples(args.data, wordpieces)  # anew: the files may have grown
        sums: dict[str, float] = {}
        network.train()
        batches = make_batches(train)
        for n, batch in enumerate(batches):
            set_rates(optimizer, args.rate, (epoch + n / len(batches)) / args.epochs)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                losses = step_losses(network, batch, breaks, noisy=epoch >= args.noisy_from)
            loss = sum(WEIGHTS[k] * v for k, v in losses.items())
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            for k, v in losses.items():
                sums[k] = sums.get(k, 0.0) + float(v.detach()) / len(batches)
        line = {"epoch": epoch, "seconds": round(time.time() - began), **{k: round(v, 4) for k, v in sums.items()}}
        with (out / "log.jsonl").open("a") as log:
            log.write(json.dumps(line) + "\n")
        torch.save(network.state_dict(), out / "last.pt")
    (out / "done").touch()


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--encoder", type=Path, required=True, help="folder of all-MiniLM-L6-v2")
    parser.add_argument("--data", type=Path, nargs="+", required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="weights to start from")
    parser.add_argument("--epochs", type=int, default=24)
    parser.add_argument("--noisy-from", type=int, default=4, help="epoch from which pieces found join those annotated")
    parser.add_argument("--rate", type=float, default=1.5e-4, help="learning rate of the encoder")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def load_network(folder: Path, attention: str = "sdpa") -> Network:
    """Load the pretrained encoder under fresh heads; ``eager`` attention is what the export needs."""
    config = BertConfig.from_pretrained(folder)
    encoder = BertModel.from_pretrained(folder, attn_implementation=attention, add_pooling_layer=False)
    return Network(encoder, config.hidden_size)


def _optimizer(network: Network, rate: float) -> torch.optim.Optimizer:
    encoder = list(network.encoder.parameters())
    heads = [p for n, p in network.named_parameters() if not n.startswith("encoder.")]
    groups = [{"params": encoder, "lr": rate}, {"params": heads, "lr": HEADS}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def set_rates(optimizer: torch.optim.Optimizer, rate: float, done: float) -> None:
    """Warm up over the first twentieth of the run, then fall along a cosine."""
    shape = done / WARM if done < WARM else 0.5 * (1 + math.cos(math.pi * (done - WARM) / (1 - WARM)))
    for group, full in zip(optimizer.param_groups, (rate, HEADS), strict=True):
        group["lr"] = full * max(shape, 0.01)


def make_batches(train: list[Example]) -> list[list[Example]]:
    """Group reports of like length, up to the budget of tokens a step; in random order."""
    ordered = sorted(train, key=lambda e: len(e.ids) + random.random() * 40)
    batches: list[list[Example]] = [[]]
    tokens = 0
    for example in ordered:
        if batches[-1] and tokens + len(example.ids) > BUDGET:
            batches.append([])
            tokens = 0
        batches[-1].append(example)
        tokens += len(example.ids)
    random.shuffle(batches)
    return batches


def step_losses(network: Network, batch: list[Example], stop: int, *, noisy: bool) -> dict[str, Tensor]:
    """Compute the losses of one batch."""
    scores = network.read([e.ids for e in batch])
    tags, links, facets, relevance = [], [], [], []
    for example, score in zip(batch, scores, strict=True):
        tags.append(tag_loss(score.tags, example))
        truth = torch.tensor(float(example.relevant))
        relevance.append(functional.binary_cross_entropy_with_logits(score.relevance, truth))
        pieces, gold = _with_found(example, score.tags, noisy=noisy)
        if not pieces:
            continue
        vectors = network.pieces(score.hidden, [(p.label, p.first, p.last) for p in pieces])
        facets += _facet_losses(network, pieces, vectors)
        links += _link_losses(network, example, pieces, gold, vectors, stop)
    zero = torch.zeros(())
    weight = sum(len(e.ids) for e in batch)
    return {
        "tags": sum(t * len(e.ids) for t, e in zip(tags, batch, strict=True)) / weight,
        "relevance": torch.stack(relevance).mean(),
        "facets": torch.stack(facets).mean() if facets else zero,
        "links": torch.cat(links).sum() / max(1, len(batch)) / 4 if links else zero,
    }


def tag_loss(logits: Tensor, example: Example) -> Tensor:
    """Cross-entropy of the tags, summed over the kinds of piece, mean over tokens; repeats left out."""
    goal = torch.zeros(logits.shape[:2], dtype=torch.long)
    weight = torch.ones(logits.shape[:2])
    for label, first, last in example.muted:
        weight[first : last + 1, labels.PIECES.index(label)] = 0
    for piece in sorted(example.pieces, key=lambda p: p.first - p.last):
        column = labels.PIECES.index(piece.label)
        goal[piece.first : piece.last + 1, column] = 2
        goal[piece.first, column] = 1
        weight[piece.first : piece.last + 1, column] = 1
    loss = functional.cross_entropy(logits.reshape(-1, labels.TAGS), goal.reshape(-1), reduction="none")
    return (loss.view(goal.shape) * weight).sum() / len(example.ids)


def _with_found(example: Example, logits: Tensor, *, noisy: bool) -> tuple[list[Piece], list[int]]:
    """Give annotated pieces, and in the noisy phase the pieces found too; ``gold`` maps each to its annotated one."""
    pieces, gold = list(example.pieces), list(range(len(example.pieces)))
    if not noisy:
        return pieces, gold
    probabilities = logits.detach().float().softmax(-1).numpy()
    strays = find_pieces(probabilities, 0.35)
    random.shuffle(strays)
    for found in strays:
        same = [
            n
            for n, p in enumerate(example.pieces)
            if p.label == found.label and p.first <= found.last and found.first <= p.last
        ]
        if not same:
            if len(pieces) >= len(example.pieces) + EXTRA:
                continue  # an untrained network finds pieces everywhere
            pieces.append(Piece(found.label, found.first, found.last))
            gold.append(-1)
        elif (found.first, found.last) != (pieces[same[0]].first, pieces[same[0]].last) and random.random() < 0.5:
            kept = pieces[same[0]]
            pieces[same[0]] = Piece(found.label, found.first, found.last, kept.classes)
    return pieces, gold


def _facet_losses(network: Network, pieces: list[Piece], vectors: Tensor) -> list[Tensor]:
    losses = []
    for facet in labels.FACETS:
        having = [(n, p.classes[facet]) for n, p in enumerate(pieces) if facet in p.classes]
        if having:
            logits = network.facet["of_" + facet](network.drop(vectors[[n for n, _ in having]]))
            goals = torch.tensor([c for _, c in having])
            losses.append(functional.cross_entropy(logits, goals))
    return losses


def _link_losses(
    network: Network, example: Example, pieces: list[Piece], gold: list[int], vectors: Tensor, stop: int
) -> list[Tensor]:
    breaks = [0, *(n + 1 for n, i in enumerate(example.ids) if i == stop)]
    losses = []
    for name, (sources, goal) in labels.LINKS.items():
        left = [n for n, p in enumerate(pieces) if p.label in sources.split()]
        right = [n for n, p in enumerate(pieces) if p.label == goal]
        if not left or not right:
            continue
        spans = [(p.first, p.last) for p in pieces]
        extra = torch.from_numpy(pair_features([spans[n] for n in left], [spans[n] for n in right], breaks))
        pairs = [(a, b) for a in left for b in right]
        a, b = torch.tensor(pairs).T
        logits = network.links(name, vectors[a], vectors[b], extra)
        truth = torch.tensor([float((name, gold[x], gold[y]) in example.links) for x, y in pairs])
        losses.append(functional.binary_cross_entropy_with_logits(logits, truth, reduction="none"))
    return losses


if __name__ == "__main__":
    main()
