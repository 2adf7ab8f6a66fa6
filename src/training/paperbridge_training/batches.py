"""What training shows a network: how often each source is drawn, and each drawn image augmented anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import torch

from .batch_augment import augmented, canvas_of, normalised28
from .classes import CHARACTERS, DIGITS, REJECT
from .masks import DIGITS_ONLY, EVERYTHING, LETTERS_ONLY
from .negatives import negative
from .norm28 import SIDE, norm28
from .sources import Sample

SHARES = {
    "mnist": 0.36,
    "semeion": 0.11,
    "isolated-digit": 0.10,
    "isolated-upper": 0.19,
    "isolated-lower": 0.02,
    "font": 0.15,
    "negative": 0.07,
}
UNMASKED = 0.15
"""Share of samples trained against every class rather than their own alphabet."""

NO_DIGIT = "AHKMNRWX"
"""Capitals that look like no digit; sometimes shown as "not one character" of the digits."""

NEGATIVES = 12000
"""Made-up non-characters of each kind; they are bent anew whenever they are drawn."""


class Batches:
    """All samples on one device; draws are repeatable for a seed and a device."""

    def __init__(
        self, samples: Sequence[Sample], seed: int, device: torch.device, shares: Mapping[str, float] = SHARES,
        negatives: int = NEGATIVES,
    ) -> None:
        random = np.random.default_rng(seed)
        prepared = [canvas_of(s.ink) for s in samples]
        canvases, bodies = [c for c, _ in prepared], [b for _, b in prepared]
        labels, sources = [s.label for s in samples], [s.source for s in samples]
        among = [False] * len(samples)
        inks = [s.ink for s in samples if s.source not in ("mnist", "negative")]
        inks += [s.ink for s in samples if s.source == "mnist"][:2000]
        for among_letters in (False, True):
            for _ in range(negatives):
                canvas, body = canvas_of(_cut(negative(inks, among_letters, random)))
                canvases.append(canvas), bodies.append(body), labels.append(REJECT), sources.append("negative")
                among.append(among_letters)
        counts = {source: sources.count(source) for source in set(sources)}
        weights = [shares.get(source, 0) / counts[source] for source in sources]
        self.device, self._torch = device, torch.Generator(device).manual_seed(seed)
        self._canvases = torch.from_numpy(np.stack(canvases)).to(device)
        self._bodies = torch.tensor(bodies).to(device)
        self._labels = torch.tensor(labels).to(device)
        self._weights = torch.tensor(weights).to(device)
        self._letters = torch.tensor(among).to(device)
        self._masks = torch.from_numpy(np.stack([DIGITS_ONLY, LETTERS_ONLY, EVERYTHING])).to(device)
        self._digit = torch.tensor([c in DIGITS for c in CHARACTERS] + [False]).to(device)
        self._no_digit = torch.tensor([c in NO_DIGIT for c in CHARACTERS] + [False]).to(device)

    def draw(self, size: int) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Images N x 1 x 28 x 28 in 0..1, labels, masks to add to the logits."""
        drawn = torch.multinomial(self._weights, size, replacement=True, generator=self._torch)
        images = normalised28(augmented(self._canvases[drawn], self._bodies[drawn]))
        labels, masks = self._targets(drawn)
        return images, labels, masks

    def _targets(self, drawn: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        labels = self._labels[drawn]
        chance = torch.rand(len(drawn), device=self.device, generator=self._torch)
        made_up, everything = labels == REJECT, chance < UNMASKED
        as_no_digit = self._no_digit[labels] & (chance > 0.9)
        digits = self._digit[labels] | as_no_digit | (made_up & ~self._letters[drawn])
        mask = torch.where(everything & ~(made_up & ~self._letters[drawn]), 2, torch.where(digits, 0, 1))
        return torch.where(as_no_digit, torch.full_like(labels, REJECT), labels), self._masks[mask]


def _cut(canvas: np.ndarray) -> np.ndarray:
    rows, columns = np.flatnonzero(canvas.max(1)), np.flatnonzero(canvas.max(0))
    if rows.size == 0:
        return np.full((4, 4), 255, np.uint8)
    return canvas[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def normalised(samples: Sequence[Sample]) -> tuple[np.ndarray, np.ndarray]:
    """Held-out samples as the reader sees them: no augmentation."""
    images = [norm28(s.ink) for s in samples]
    blank = np.zeros((SIDE, SIDE), np.uint8)
    stacked = np.stack([blank if i is None else i for i in images]).astype(np.float32)[:, None] / 255
    return stacked, np.array([s.label for s in samples])
