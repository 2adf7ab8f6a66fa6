"""Reads the sets of real handwritten lines. A hand, as far as the set tells, is either learned from or held out.

    python3 -m paperbridge_training.line_sources DATA OUT

writes what was held out, for measuring.
"""

from __future__ import annotations

import hashlib
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from .line_alphabet import writable
from .sources import REPORT, TRAIN, word_images

SQUASHED = 2.2
"""The prescription words were stored as squares; this stretch gives them back their shape."""

NEIGHBOURS = 40
"""Prescription words numbered together are likely by one hand, so blocks of so many are kept together."""


@dataclass(frozen=True)
class Line:
    source: str
    name: str
    text: str
    split: str
    grey: np.ndarray


def read_lines(folder: Path) -> list[Line]:
    return [*french(folder), *prescriptions(folder)]


def french(folder: Path) -> list[Line]:
    """Wills of French soldiers, 1898 to 1918; the part of a name before the last underscore is one document's hand."""
    return [
        Line("french", name, writable(text), _split(name.rsplit("_", 1)[0]), grey)
        for name, text, grey in word_images(folder)
    ]


def prescriptions(folder: Path) -> list[Line]:
    lines = []
    with zipfile.ZipFile(folder / "prescription-words-train.zip") as archive:
        for row in archive.read("words.tsv").decode("utf-8").splitlines():
            name, text = row.split("\t", 1)
            grey = cv2.imdecode(np.frombuffer(archive.read(f"words/{name}"), np.uint8), cv2.IMREAD_GRAYSCALE)
            wide = cv2.resize(grey, (round(grey.shape[1] * SQUASHED), grey.shape[0]), interpolation=cv2.INTER_CUBIC)
            number = int("".join(c for c in name if c.isdigit()))
            lines.append(Line("prescription", name, writable(text), _split(f"rx-{number // NEIGHBOURS}"), wide))
    return lines


def _split(hand: str) -> str:
    return REPORT if int(hashlib.sha256(hand.encode()).hexdigest(), 16) % 8 == 0 else TRAIN


def main(folder: Path, out: Path) -> None:
    """Writes the held-out lines as files for `paperbridge bench lines`: OUT/SET/lines.tsv and its images."""
    for source in ("french", "prescription"):
        (out / source).mkdir(parents=True, exist_ok=True)
        held_out = [r for r in read_lines(folder) if r.split == REPORT and r.source == source and r.text]
        for line in held_out:
            cv2.imwrite(str(out / source / f"{Path(line.name).stem}.png"), line.grey)
        table = "".join(f"{Path(r.name).stem}.png\t{r.text}\n" for r in held_out)
        (out / source / "lines.tsv").write_text(table, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
