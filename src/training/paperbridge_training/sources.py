"""Reads the public sets of real handwriting. Every image comes back as an ink map: uint8, 0 paper, 255 full ink."""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np

from .classes import CHARACTERS
from .ink import ink_map, keep_character

TRAIN, CALIBRATE, REPORT = "train", "calibrate", "report"

SEMEION_FIRST_HELD_OUT = 600
"""Semeion is stored in blocks of about 200 images by the same group of people; the last block is held out whole."""

ISOLATED_HELD_OUT_PER_CLASS = 20
"""Of 60 files a class, those with the smallest SHA-256 of their bytes."""

MNIST_HELD_OUT = 5000
"""Of 60,000; those whose index hashes lowest."""

LOWER_LIKE_CAPITAL = "COSVWXZ"
"""Lower-case shapes that are the capital written small."""


@dataclass(frozen=True)
class Sample:
    source: str
    name: str
    label: int
    split: str
    ink: np.ndarray
    grey: np.ndarray | None = None
    """The crop as photographed, where the source has one."""


def read_all(folder: Path) -> list[Sample]:
    return [*mnist(folder), *semeion(folder), *isolated(folder)]


def mnist(folder: Path) -> list[Sample]:
    stored = np.load(folder / "mnist-train.npz")
    images, labels = stored["x"], stored["y"]
    order = sorted(range(len(labels)), key=lambda i: _digest(f"mnist-{i}".encode()))
    held_out = {i: CALIBRATE if n % 2 else REPORT for n, i in enumerate(order[:MNIST_HELD_OUT])}
    return [
        Sample("mnist", f"{i:05d}", int(labels[i]), held_out.get(i, TRAIN), images[i])
        for i in range(len(labels))
    ]


def semeion(folder: Path) -> list[Sample]:
    stored = np.load(folder / "semeion-half.npz")
    samples = []
    for i, (image, label) in enumerate(zip(stored["x"], stored["y"])):
        split = TRAIN if i < SEMEION_FIRST_HELD_OUT else (CALIBRATE if i % 2 else REPORT)
        samples.append(Sample("semeion", f"{i:04d}", int(label), split, image))
    return samples


def isolated(folder: Path) -> list[Sample]:
    samples = []
    with zipfile.ZipFile(folder / "isolated-characters-train.zip") as archive:
        by_class: dict[str, list[tuple[str, str, bytes]]] = {}
        for name in sorted(archive.namelist()):
            if name.endswith(".png"):
                data = archive.read(name)
                by_class.setdefault(name.rsplit("/", 1)[0], []).append((_digest(data), name, data))
        for kind, files in sorted(by_class.items()):
            for rank, (_, name, data) in enumerate(sorted(files)):
                sample = _isolated_sample(kind, rank, name, data)
                if sample is not None:
                    samples.append(sample)
    return samples


def _isolated_sample(kind: str, rank: int, name: str, data: bytes) -> Sample | None:
    group, letter = kind.split("/")[-2:]
    split = TRAIN
    if group == "lower":
        if letter.upper() not in LOWER_LIKE_CAPITAL:
            return None
    elif rank < ISOLATED_HELD_OUT_PER_CLASS:
        split = CALIBRATE if rank % 2 else REPORT
    grey = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_GRAYSCALE)
    ink = keep_character(ink_map(grey))
    return Sample(f"isolated-{group}", Path(name).stem, CHARACTERS.index(letter.upper()), split, ink, grey)


def word_images(folder: Path) -> list[tuple[str, str, np.ndarray]]:
    """(file name, transcription, grey image) of the French lines."""
    with zipfile.ZipFile(folder / "french-lines-train.zip") as archive:
        table = archive.read("lines.tsv").decode("utf-8")
        rows = [line.split("\t", 1) for line in table.splitlines() if "\t" in line]
        images = []
        for name, text in rows:
            data = io.BytesIO(archive.read(f"lines/{name}")).getvalue()
            images.append((name, text, cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_GRAYSCALE)))
    return images


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
