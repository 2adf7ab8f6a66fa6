"""Writes test-scans/handwriting: handwriting by real people that the shipped networks never trained on.

    python3 -m paperbridge_training.sample_sheet DATA OUT
"""

from __future__ import annotations

import sys
from pathlib import Path

import cv2
import numpy as np

from .classes import CHARACTERS
from .ink import ink_map
from .line_sources import french
from .sources import REPORT, TRAIN, Sample, read_all

CELL = 64
BODY = 54
PER_SOURCE = {"mnist": 26, "semeion": 20, "isolated-digit": 20, "isolated-upper": 20}
WORDS = 60
WORD_HEIGHT = 72


def main(data: Path, out: Path) -> None:
    (out / "characters").mkdir(parents=True, exist_ok=True)
    (out / "words").mkdir(exist_ok=True)
    held_out = [s for s in read_all(data) if s.split != TRAIN]
    rows = ["file\tcell\tlabel\tsource\tsplit"]
    for label, character in enumerate(CHARACTERS):
        chosen = _choose([s for s in held_out if s.label == label])
        name = f"characters/{character}.png"
        strip = np.hstack([_cell(s) for s in chosen])
        _write(out / name, strip, levels=16)
        rows += [f"{name}\t{n}\t{character}\t{s.source}\t{s.split}" for n, s in enumerate(chosen)]
    (out / "index.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    _words(data, out)


def _choose(samples: list[Sample]) -> list[Sample]:
    chosen = []
    for source, most in PER_SOURCE.items():
        chosen += sorted((s for s in samples if s.source == source), key=lambda s: s.name)[:most]
    return chosen


def _cell(sample: Sample) -> np.ndarray:
    ink = sample.ink
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    box = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    scale = BODY / max(box.shape)
    size = (max(1, round(box.shape[1] * scale)), max(1, round(box.shape[0] * scale)))
    shrink = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    body = cv2.resize(box, size, interpolation=shrink)
    if sample.source == "semeion":
        body = cv2.GaussianBlur(body, (0, 0), 1.2)
    cell = np.full((CELL, CELL), 255, np.uint8)
    top, left = (CELL - body.shape[0]) // 2, (CELL - body.shape[1]) // 2
    cell[top : top + body.shape[0], left : left + body.shape[1]] = 255 - body
    return cell


def _words(data: Path, out: Path) -> None:
    rows = ["file\ttext\tsource"]
    held_out = [(r.name, r.text, r.grey) for r in french(data) if r.split == REPORT]
    short = [w for w in held_out if 5 <= len(w[1]) <= 36 and w[2].shape[1] > 3 * w[2].shape[0]]
    cleaned = [(name, text, _on_white(grey)) for name, text, grey in short]
    legible = [w for w in cleaned if _is_one_line_of_ink(w[2])]
    for n, (name, text, image) in enumerate(legible[:: max(1, len(legible) // WORDS)][:WORDS]):
        file = f"words/{n + 1:02d}.png"
        _write(out / file, image, levels=8)
        rows.append(f"{file}\t{text}\tCREMMA-AN-TestamentsDePoilus/{Path(name).stem}")
    (out / "words.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


def _on_white(grey: np.ndarray) -> np.ndarray:
    width = max(1, round(grey.shape[1] * WORD_HEIGHT / grey.shape[0]))
    grey = cv2.resize(grey, (width, WORD_HEIGHT), interpolation=cv2.INTER_AREA)
    paper = cv2.GaussianBlur(cv2.dilate(grey, np.ones((15, 15), np.uint8)), (0, 0), 9)
    flat = np.clip(grey.astype(np.float64) * 245 / np.maximum(paper, 1), 0, 255).astype(np.uint8)
    return 255 - ink_map(flat)


def _is_one_line_of_ink(image: np.ndarray) -> bool:
    ink = image < 128
    return 0.03 < ink.mean() < 0.2 and ink.any(axis=0).mean() > 0.6 and ink[:3].mean() < 0.1 and ink[-3:].mean() < 0.1


def _write(path: Path, image: np.ndarray, levels: int) -> None:
    step = 255 / (levels - 1)
    reduced = (np.round(image / step) * step).astype(np.uint8)
    cv2.imwrite(str(path), reduced, [cv2.IMWRITE_PNG_COMPRESSION, 9])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
