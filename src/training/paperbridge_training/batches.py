"""One epoch of training: how often each source is drawn, and each drawn image augmented anew."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from .augment import augment
from .classes import CHARACTERS, DIGITS, REJECT
from .masks import DIGITS_ONLY, EVERYTHING, LETTERS_ONLY
from .negatives import negative
from .norm28 import SIDE, norm28
from .sources import Sample

PER_EPOCH = {
    "mnist": 26000,
    "semeion": 6600,
    "isolated-digit": 5600,
    "isolated-upper": 13000,
    "isolated-lower": 1500,
    "font": 8000,
    "negative": 4500,
}
UNMASKED = 0.15
"""Share of samples trained against every class rather than their own alphabet."""

NO_DIGIT = "AHKMNRWX"
"""Capitals that look like no digit; sometimes shown as "not one character" of the digits."""


class Epoch:
    def __init__(self, samples: Sequence[Sample], seed: int, per_epoch: Mapping[str, int] = PER_EPOCH) -> None:
        self._per_epoch = per_epoch
        self._by_source: dict[str, list[Sample]] = {}
        for sample in samples:
            self._by_source.setdefault(sample.source, []).append(sample)
        self._inks = [s.ink for s in samples if s.source != "mnist"] + [
            s.ink for s in self._by_source["mnist"][:2000]
        ]
        self._random = np.random.default_rng(seed)

    def steps(self, size: int) -> int:
        return sum(self._per_epoch.values()) // size

    def batches(self, size: int) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
        """Images N x 1 x 28 x 28 in 0..1, labels, masks."""
        plan = self._plan()
        for start in range(0, self.steps(size) * size, size):
            drawn = [self._draw(sample) for sample in plan[start : start + size]]
            images = np.stack([d[0] for d in drawn]).astype(np.float32)[:, None] / 255
            yield images, np.array([d[1] for d in drawn]), np.stack([d[2] for d in drawn])

    def _plan(self) -> list[Sample | None]:
        plan: list[Sample | None] = []
        for source, times in self._per_epoch.items():
            if source == "negative":
                plan += [None] * times
                continue
            pool = self._by_source[source]
            rounds = -(-times // len(pool))
            order = np.concatenate([self._random.permutation(len(pool)) for _ in range(rounds)])[:times]
            plan += [pool[i] for i in order]
        return [plan[i] for i in self._random.permutation(len(plan))]

    def _draw(self, sample: Sample | None) -> tuple[np.ndarray, int, np.ndarray]:
        while True:
            label, mask = self._target(sample)
            if sample is None:
                canvas = negative(self._inks, mask is not DIGITS_ONLY, self._random)
            else:
                canvas = augment(sample.ink, self._random)
            image = norm28(canvas)
            if image is not None:
                return image, label, mask

    def _target(self, sample: Sample | None) -> tuple[int, np.ndarray]:
        chance = self._random.random()
        if sample is None:
            return REJECT, DIGITS_ONLY if chance < 0.5 else LETTERS_ONLY if chance < 0.8 else EVERYTHING
        if chance < UNMASKED:
            return sample.label, EVERYTHING
        character = CHARACTERS[sample.label]
        if character in DIGITS:
            return sample.label, DIGITS_ONLY
        if character in NO_DIGIT and chance > 0.9:
            return REJECT, DIGITS_ONLY
        return sample.label, LETTERS_ONLY


def normalised(samples: Sequence[Sample]) -> tuple[np.ndarray, np.ndarray]:
    """Held-out samples as the reader sees them: no augmentation."""
    images = [norm28(s.ink) for s in samples]
    blank = np.zeros((SIDE, SIDE), np.uint8)
    stacked = np.stack([blank if i is None else i for i in images]).astype(np.float32)[:, None] / 255
    return stacked, np.array([s.label for s in samples])
