"""Sets temperature and accept thresholds on held-out handwriting that trained nothing and is reported nowhere.

Digits are calibrated on the European and photographed digits (Semeion and isolated), not on MNIST, because a threshold
set on MNIST promises too much abroad. Every calibration image is used as it is and in four degraded copies.

    python3 -m paperbridge_training.calibrate DATA MODEL.pt OUT.json
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from .augment import augment
from .classes import REJECT
from .measure import masked_logits
from .net import CharacterNet
from .sources import CALIBRATE, Sample, read_all

SEED = 7
COPIES = 4
WANTED_ERROR = 0.002
"""Share of wrong among accepted characters that a threshold may show on the degraded calibration images."""

ALPHABETS = {
    "digits": ("semeion", "isolated-digit"),
    "letters": ("isolated-upper",),
}


def main(data: Path, model: Path, out: Path) -> None:
    net = load(model)
    samples = [s for s in read_all(data) if s.split == CALIBRATE]
    result = {
        alphabet: _calibrate(net, [s for s in samples if s.source in sources], sources)
        for alphabet, sources in ALPHABETS.items()
    }
    letters, digits = result["letters"], result["digits"]
    result["alphanumeric"] = {
        "temperature": max(letters["temperature"], digits["temperature"]),
        "acceptFrom": max(letters["acceptFrom"], digits["acceptFrom"]),
        "setBy": "the stricter of digits and letters",
    }
    out.write_text(json.dumps(result, indent=2) + "\n", encoding="utf-8")
    print(out.read_text(encoding="utf-8"))


def load(model: Path) -> CharacterNet:
    net = CharacterNet()
    net.load_state_dict(torch.load(model))
    return net.eval()


def _calibrate(net: CharacterNet, samples: list[Sample], sources: tuple[str, ...]) -> dict[str, object]:
    random = np.random.default_rng(SEED)
    copies = [replace(s, ink=augment(s.ink, random)) for s in samples for _ in range(COPIES)]
    logits, labels = masked_logits(net, [*samples, *copies])
    temperature = fit_temperature(logits, labels)
    probabilities = softmax(logits / temperature)
    accept, accepted, wrong = _threshold(probabilities, labels)
    plain = slice(0, len(samples))
    right = probabilities[plain].argmax(1) == labels[plain]
    return {
        "temperature": round(temperature, 4),
        "acceptFrom": accept,
        "setBy": " and ".join(sources) + ", split calibrate",
        "images": len(samples),
        "degradedCopies": len(copies),
        "accuracyUndegraded": round(float(right.mean()), 4),
        "accepted": accepted,
        "wrongAmongAccepted": wrong,
    }


def fit_temperature(logits: np.ndarray, labels: np.ndarray) -> float:
    grid = np.exp(np.linspace(np.log(0.5), np.log(4), 200))
    losses = [-np.log(softmax(logits / t)[np.arange(len(labels)), labels] + 1e-12).mean() for t in grid]
    return float(grid[int(np.argmin(losses))])


def softmax(logits: np.ndarray) -> np.ndarray:
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return raised / raised.sum(axis=1, keepdims=True)


def _threshold(probabilities: np.ndarray, labels: np.ndarray) -> tuple[float, int, int]:
    """Lowest threshold of a coarse grid from which on the wanted error holds."""
    top, best = probabilities.max(1), probabilities.argmax(1)
    chosen = (0.9999, 0, 0)
    for threshold in [0.9999, 0.9995, 0.999, 0.998, 0.997, 0.995, 0.99, 0.985, 0.98, 0.97, 0.96, 0.95, 0.93, 0.9]:
        accepted = (top >= threshold) & (best != REJECT)
        wrong = int((accepted & (best != labels)).sum())
        if wrong > WANTED_ERROR * accepted.sum():
            break
        chosen = (threshold, int(accepted.sum()), wrong)
    return chosen


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
