"""Accuracy, coverage and silent errors on the report split, which set nothing.

    python3 -m paperbridge_training.evaluate DATA MODEL.pt CALIBRATION.json
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import numpy as np

from .calibrate import load, softmax, wrong_at
from .classes import CHARACTERS, REJECT
from .masks import DIGITS_ONLY, LETTERS_ONLY
from .measure import masked_logits
from .negatives import negative
from .net import CharacterNet
from .norm28 import norm28
from .sources import REPORT, Sample, read_all

NEGATIVES = 1000


def main(data: Path, model: Path, calibration: Path) -> None:
    net, settings = load(model), json.loads(calibration.read_text(encoding="utf-8"))
    report = [s for s in read_all(data) if s.split == REPORT]
    print("| set | images | right | accepted | wrong among accepted | called no character |")
    print("|---|---|---|---|---|---|")
    confusions: Counter[str] = Counter()
    for source in sorted({s.source for s in report}):
        of_source = [s for s in report if s.source == source]
        _row(net, settings, source, of_source, confusions)
    print("\nConfusions (written>read):", ", ".join(f"{pair} {n}" for pair, n in confusions.most_common(20)))
    _negatives(net, settings, report)


def _row(net: CharacterNet, settings: dict, source: str, samples: list[Sample], confusions: Counter[str]) -> None:
    alphabet = settings["letters" if source == "isolated-upper" else "digits"]
    logits, labels = masked_logits(net, samples)
    probabilities = softmax(logits / alphabet["temperature"])
    best, promised = probabilities.argmax(1), 1 - wrong_at(alphabet, probabilities)
    accepted = (promised >= alphabet["acceptFrom"]) & (best != REJECT)
    wrong = int((accepted & (best != labels)).sum())
    right, rejected = (best == labels).mean(), int((best == REJECT).sum())
    print(f"| {source} | {len(labels)} | {right:.2%} | {accepted.mean():.1%} | {wrong} | {rejected} |")
    names = CHARACTERS + "?"
    confusions.update(f"{names[a]}>{names[b]}" for a, b in zip(labels, best) if a != b)


def _negatives(net: CharacterNet, settings: dict, samples: list[Sample]) -> None:
    """Scribbles, struck-out and paired characters made from people's characters the network never saw."""
    random = np.random.default_rng(11)
    inks = [s.ink for s in samples]
    for name, mask in (("digits", DIGITS_ONLY), ("letters", LETTERS_ONLY)):
        canvases = [negative(inks, name == "letters", random) for _ in range(NEGATIVES)]
        shown = [Sample("negative", "", REJECT, REPORT, c) for c in canvases if norm28(c) is not None]
        logits, _ = masked_logits(net, shown, mask)
        probabilities = softmax(logits / settings[name]["temperature"])
        promised = 1 - wrong_at(settings[name], probabilities)
        taken = (probabilities.argmax(1) != REJECT) & (promised >= settings[name]["acceptFrom"])
        print(f"{name}: {int(taken.sum())} of {len(shown)} made-up non-characters accepted")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
