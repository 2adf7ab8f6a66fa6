"""Writes the line network as ONNX: input "images" N x 1 x 48 x W in 0..1, output "logs" N x W/4 x COUNT log probabilities.

    python3 -m paperbridge_training.line_export MODEL.pt OUT.onnx OUT.txt

Weights are stored with 16 bits, which halves the file, and widened when it is loaded. OUT.txt gets the characters of the
columns after the first, which means "nothing".
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from .line_alphabet import CHARACTERS
from .line_crop import HEIGHT
from .line_net import LineNet

OPSET = 13
LEAST_STORED_HALF = 1024
"""Numbers in a tensor from which it pays to store it with 16 bits."""


def main(model: Path, out: Path, characters: Path) -> None:
    net = LineNet()
    net.load_state_dict(torch.load(model, map_location="cpu"))
    torch.onnx.export(
        net.eval(),
        torch.zeros(2, 1, HEIGHT, 64),
        str(out),
        opset_version=OPSET,
        input_names=["images"],
        output_names=["logs"],
        dynamic_axes={"images": {0: "n", 3: "width"}, "logs": {0: "n", 1: "columns"}},
    )
    onnx.save(_halved(onnx.load(str(out))), str(out))
    characters.write_text(CHARACTERS + "\n", encoding="utf-8")


def _halved(model: onnx.ModelProto) -> onnx.ModelProto:
    graph, kept, casts = model.graph, [], []
    for tensor in graph.initializer:
        values = numpy_helper.to_array(tensor)
        if tensor.data_type == TensorProto.FLOAT and values.size >= LEAST_STORED_HALF:
            stored = tensor.name + "_16"
            kept.append(numpy_helper.from_array(values.astype(np.float16), stored))
            casts.append(helper.make_node("Cast", [stored], [tensor.name], to=TensorProto.FLOAT))
        else:
            kept.append(tensor)
    nodes = list(graph.node)
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend(kept)
    graph.node.extend(casts + nodes)
    onnx.checker.check_model(model)
    return model


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
