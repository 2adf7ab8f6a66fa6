"""What networks of the shipped kind make of handwriting that none of them saw: the ground calibration stands on.

A base learns from MNIST, fonts and made-up ink alone. For each of five folds a copy of it learns the European and
photographed characters of the other four, and reads the fold it was kept from. Semeion is cut into blocks, because
neighbours in it are by the same people; photographed characters name no writer and are cut by hash. The split "report"
takes no part. Every character is read as it is and in degraded copies.

    python3 -m paperbridge_training.crossfit DATA FONTS OUT.npz [EPOCHS OF THE BASE]
"""

from __future__ import annotations

import copy
import hashlib
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from .augment import augment
from .batches import Epoch
from .fonts import read_fonts
from .measure import accuracies, masked_logits
from .net import CharacterNet
from .sources import CALIBRATE, REPORT, TRAIN, Sample, read_all
from .train import PEAK_RATE, SEED, fit

FOLDS = 5
COPIES = 4
SEMEION_BLOCK = 50
LOCAL = ("semeion", "isolated-digit", "isolated-upper")
"""Sources that are read out of fold; the rest only trains."""

BASE_EPOCH = {"mnist": 26000, "isolated-lower": 1500, "font": 12000, "negative": 4500}
FOLD_EPOCH = {
    "mnist": 8000,
    "semeion": 5000,
    "isolated-digit": 4500,
    "isolated-upper": 9000,
    "isolated-lower": 1000,
    "font": 3000,
    "negative": 3000,
}
FOLD_EPOCHS = 2
FOLD_RATE = 1.5e-3


def main(data: Path, fonts: Path, out: Path, epochs: int) -> None:
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    everything = read_all(data)
    local = [s for s in everything if s.source in LOCAL and s.split != REPORT]
    other = [s for s in everything if s.source not in LOCAL and s.split == TRAIN] + read_fonts(fonts)
    base = CharacterNet()
    for average in fit(base, Epoch(other, SEED, BASE_EPOCH), epochs, PEAK_RATE):
        print("base", accuracies(average, local), flush=True)
    parts: list[tuple[np.ndarray, np.ndarray, list[Sample], int]] = []
    for fold in range(FOLDS):
        held_out = [s for s in local if _fold(s) == fold]
        net = copy.deepcopy(average)
        seen = other + [s for s in local if _fold(s) != fold]
        for tuned in fit(net, Epoch(seen, SEED + fold, FOLD_EPOCH), FOLD_EPOCHS, FOLD_RATE):
            print(f"fold {fold}", accuracies(tuned, held_out), flush=True)
        shown = [*held_out, *_copies(held_out, fold)]
        logits, labels = masked_logits(tuned, shown)
        parts.append((logits, labels, shown, len(held_out)))
    _save(out, parts)


def _fold(sample: Sample) -> int:
    key = f"semeion-{int(sample.name) // SEMEION_BLOCK}" if sample.source == "semeion" else f"{sample.source}-{sample.name}"
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % FOLDS


def _copies(samples: Sequence[Sample], fold: int) -> list[Sample]:
    random = np.random.default_rng(SEED + 100 + fold)
    return [replace(s, ink=augment(s.ink, random)) for s in samples for _ in range(COPIES)]


def _save(out: Path, parts: list[tuple[np.ndarray, np.ndarray, list[Sample], int]]) -> None:
    """logits N x 37 under each sample's alphabet, labels, sources, names, and whether the image is undegraded."""
    np.savez_compressed(
        out,
        logits=np.concatenate([p[0] for p in parts]),
        labels=np.concatenate([p[1] for p in parts]),
        sources=np.array([s.source for p in parts for s in p[2]]),
        names=np.array([s.name for p in parts for s in p[2]]),
        plain=np.concatenate([np.arange(len(p[2])) < p[3] for p in parts]),
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else 6)
