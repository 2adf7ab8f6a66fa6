"""Accuracy of a network per held-out source."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from .batches import normalised
from .masks import DIGITS_ONLY, LETTERS_ONLY
from .net import CharacterNet
from .sources import Sample


def alphabet_of(source: str) -> np.ndarray:
    return LETTERS_ONLY if source in ("isolated-upper", "isolated-lower") else DIGITS_ONLY


@torch.no_grad()
def masked_logits(
    net: CharacterNet, samples: Sequence[Sample], mask: np.ndarray | None = None
) -> tuple[np.ndarray, np.ndarray]:
    """Logits under `mask`, or under each sample's own alphabet."""
    images, labels = normalised(samples)
    net.eval()
    parts = [net(torch.from_numpy(images[i : i + 256])).numpy() for i in range(0, len(images), 256)]
    masks = np.stack([alphabet_of(s.source) if mask is None else mask for s in samples])
    return np.concatenate(parts) + masks, labels


def accuracies(net: CharacterNet, samples: Sequence[Sample]) -> str:
    words = []
    for source in sorted({s.source for s in samples}):
        of_source = [s for s in samples if s.source == source]
        logits, labels = masked_logits(net, of_source)
        right = int((logits.argmax(1) == labels).sum())
        words.append(f"{source} {right}/{len(labels)} {100 * right / len(labels):.2f} %")
    return ", ".join(words)
