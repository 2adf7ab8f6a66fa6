"""Character error rate on lines of hands that were held out, without any word list."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from .line_alphabet import CHARACTERS
from .line_crop import line_crop
from .line_net import LineNet
from .line_sources import Line


@torch.no_grad()
def error_rates(net: LineNet, lines: Sequence[Line], device: torch.device) -> str:
    net.eval()
    words = []
    for source in sorted({r.source for r in lines}):
        of_source = [r for r in lines if r.source == source and r.text]
        wrong, exact = 0, 0
        for line in of_source:
            read = best_text(net(torch.from_numpy(line_crop(line.grey)[None, None].astype(np.float32) / 255).to(device))[0].cpu().numpy())
            wrong += distance(read, line.text)
            exact += read.lower() == line.text.lower()
        written = sum(len(r.text) for r in of_source)
        words.append(f"{source} {len(of_source)} lines, character error rate {100 * wrong / written:.1f} %, exact {100 * exact / len(of_source):.1f} %")
    return ", ".join(words)


def best_text(logs: np.ndarray) -> str:
    best = logs.argmax(1)
    kept = [b for a, b in zip([0, *best[:-1]], best) if b and a != b]
    return "".join(CHARACTERS[b - 1] for b in kept).strip()


def distance(a: str, b: str) -> int:
    """Levenshtein."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a):
        last, row[0] = row[0], i + 1
        for j, y in enumerate(b):
            last, row[j + 1] = row[j + 1], min(row[j + 1] + 1, row[j] + 1, last + (x != y))
    return row[-1]

