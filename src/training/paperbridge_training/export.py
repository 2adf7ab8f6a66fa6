"""Writes the network as ONNX: input "images" N x 1 x 28 x 28 in 0..1, output "logits" N x 37.

    python3 -m paperbridge_training.export MODEL.pt OUT.onnx
"""

from __future__ import annotations

import sys
from pathlib import Path

import torch

from .calibrate import load
from .norm28 import SIDE

OPSET = 13


def main(model: Path, out: Path) -> None:
    torch.onnx.export(
        load(model),
        torch.zeros(2, 1, SIDE, SIDE),
        str(out),
        opset_version=OPSET,
        input_names=["images"],
        output_names=["logits"],
        dynamic_axes={"images": {0: "n"}, "logits": {0: "n"}},
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
