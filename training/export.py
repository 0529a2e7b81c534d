"""Write a trained tagger as the files that the reader loads: an int8 ONNX encoder, heads in half precision, vocabulary.

python training/export.py --encoder DIR --weights FILE.pt --out src/tocsin/data/tagger
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from train import load_network


class _Encoder(nn.Module):
    """The encoder alone, with its last hidden state as its only output."""

    def __init__(self, encoder: nn.Module) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        """Encode."""
        found: Tensor = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        return found


def main() -> None:
    """Export."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    network = load_network(args.encoder, "eager")
    network.load_state_dict(torch.load(args.weights, weights_only=True))
    network.eval()
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "encoder.onnx"
        ids = torch.ones(2, 12, dtype=torch.long)
        torch.onnx.export(
            _Encoder(network.encoder),
            (ids, ids),
            str(whole),
            input_names=["input_ids", "attention_mask"],
            output_names=["hidden"],
            dynamic_axes={n: {0: "windows", 1: "tokens"} for n in ("input_ids", "attention_mask", "hidden")},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(whole, args.out / "encoder.onnx", per_channel=True, weight_type=QuantType.QInt8)
    heads = {
        name: tensor.numpy().astype(np.float16)
        for name, tensor in network.state_dict().items()
        if not name.startswith("encoder.")
    }
    np.savez_compressed(args.out / "heads.npz", **heads)
    shutil.copy(args.encoder / "vocab.txt", args.out / "vocab.txt")


if __name__ == "__main__":
    main()
