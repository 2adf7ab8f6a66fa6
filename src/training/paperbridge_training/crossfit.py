"""What networks of the shipped kind make of handwriting that none of them saw: the ground calibration stands on.

For each of five folds a network and its teachers learn all but the European and photographed characters of that fold,
and read the fold they were kept from. Semeion is cut into blocks, because neighbours in it are by the same people;
photographed characters name no writer and are cut by hash. The split "report" takes no part. Every character is read as
it is and as other sheets and scanners would have shown it.

    python3 -m paperbridge_training.crossfit learn DATA FONTS NETS [FOLD...]
    python3 -m paperbridge_training.crossfit read DATA NETS OUT.npz

The first puts fold-0.pt to fold-4.pt into the folder NETS, the second reads every fold with the networks kept from it.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from .augment import scanned
from .fonts import read_fonts
from .measure import masked_logits
from .net import CharacterNet
from .sources import CALIBRATE, REPORT, TRAIN, Sample, read_all
from .train import SEED, learn

FOLDS = 5
COPIES = 4
SEMEION_BLOCK = 50
LOCAL = ("semeion", "isolated-digit", "isolated-upper")
"""Sources that are read out of fold; the rest only trains."""



def learn_folds(data: Path, fonts: Path, nets: Path, folds: Sequence[int]) -> None:
    local, other = _parts(data)
    other = other + read_fonts(fonts)
    for fold in folds:
        held_out = [s for s in local if _fold(s) == fold]
        net, teachers = learn(other + [s for s in local if _fold(s) != fold], held_out, SEED + fold)
        torch.save({"net": net.state_dict(), "teachers": [t.state_dict() for t in teachers]}, nets / f"fold-{fold}.pt")


def read_folds(data: Path, nets: Path, out: Path) -> None:
    local, _ = _parts(data)
    parts = []
    for fold in range(FOLDS):
        net = CharacterNet()
        net.load_state_dict(torch.load(nets / f"fold-{fold}.pt", map_location="cpu")["net"])
        held_out = [s for s in local if _fold(s) == fold]
        shown = [*held_out, *_copies(held_out, fold)]
        logits, labels = masked_logits(net, shown)
        parts.append((logits, labels, shown, len(held_out)))
    _save(out, parts)


def _parts(data: Path) -> tuple[list[Sample], list[Sample]]:
    everything = read_all(data)
    local = [s for s in everything if s.source in LOCAL and s.split != REPORT]
    return local, [s for s in everything if s.source not in LOCAL and s.split == TRAIN]


def _fold(sample: Sample) -> int:
    key = f"semeion-{int(sample.name) // SEMEION_BLOCK}" if sample.source == "semeion" else f"{sample.source}-{sample.name}"
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % FOLDS


def _copies(samples: Sequence[Sample], fold: int) -> list[Sample]:
    random = np.random.default_rng(SEED + 100 + fold)
    return [replace(s, ink=scanned(s.ink, random)) for s in samples for _ in range(COPIES)]


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
    if sys.argv[1] == "learn":
        learn_folds(*(Path(a) for a in sys.argv[2:5]), [int(a) for a in sys.argv[5:]] or range(FOLDS))
    else:
        read_folds(*(Path(a) for a in sys.argv[2:5]))
