"""Brings every character to the form the network knows: 28 x 28, largest side 20, centre of mass in the middle.

org.paperbridge.read.ink.Norm28 is the same, and a test compares the two pixel by pixel. Weights are rounded to
1/4096 and all sums are whole numbers (doubles hold them exactly), so the order of additions does not matter.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np

SIDE = 28
BODY = 20
ONE = 4096
EDGE = 64
"""Ink value from which a pixel counts for the bounding box."""


def norm28(ink: np.ndarray) -> np.ndarray | None:
    """Ink map of any size to 28 x 28; None when there is no ink."""
    strong = ink >= EDGE
    rows, columns = np.flatnonzero(strong.any(axis=1)), np.flatnonzero(strong.any(axis=0))
    if rows.size == 0:
        return None
    box = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1].astype(np.float64)
    height, width = box.shape
    longest = max(height, width)
    new_height = max(1, (2 * BODY * height + longest) // (2 * longest))
    new_width = max(1, (2 * BODY * width + longest) // (2 * longest))
    across = np.floor((box @ resampling(width, new_width).T + ONE // 2) / ONE)
    body = np.floor((resampling(height, new_height) @ across + ONE // 2) / ONE)
    body = np.clip(body, 0, 255).astype(np.int64)
    body = body * 255 // max(1, int(body.max()))
    return _centred(body)


@lru_cache(maxsize=None)
def resampling(source: int, target: int) -> np.ndarray:
    """Triangle filter, widened when shrinking; every row of weights sums to ONE."""
    scale = float(source) / float(target)
    reach = max(scale, 1.0)
    weights = np.zeros((target, source), np.int64)
    for t in range(target):
        centre = (t + 0.5) * scale - 0.5
        first, last = max(0, int(np.ceil(centre - reach))), min(source - 1, int(np.floor(centre + reach)))
        raw = [max(0.0, 1.0 - abs(s - centre) / reach) for s in range(first, last + 1)]
        total = 0.0
        for value in raw:
            total += value
        whole = [int(np.floor(value * ONE / total + 0.5)) for value in raw]
        whole[whole.index(max(whole))] += ONE - sum(whole)
        weights[t, first : last + 1] = whole
    return weights.astype(np.float64)


def _centred(body: np.ndarray) -> np.ndarray:
    height, width = body.shape
    mass = int(body.sum())
    across = int((body.sum(axis=0) * np.arange(width)).sum())
    down = int((body.sum(axis=1) * np.arange(height)).sum())
    left = min(max(_to_middle(across, mass), 0), SIDE - width)
    top = min(max(_to_middle(down, mass), 0), SIDE - height)
    out = np.zeros((SIDE, SIDE), np.uint8)
    out[top : top + height, left : left + width] = body
    return out


def _to_middle(moment: int, mass: int) -> int:
    """Offset that brings the centre of mass nearest to 13.5: floor(13.5 - moment / mass + 0.5)."""
    return (14 * mass - moment) // mass
