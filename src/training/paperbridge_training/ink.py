"""From a grey crop to an ink map, step for step as org.paperbridge.read.ink.InkMap does it.

Whole-number arithmetic only, so that Python and Java agree on every pixel.
"""

from __future__ import annotations

import cv2
import numpy as np

LEAST_CONTRAST = 18
"""Grey levels between paper and ink below which a crop counts as empty."""

STROKE_LEVEL = 96
"""Ink value from which a pixel belongs to a stroke when strokes are told apart."""

SPECK_SHARE = 24
"""A component smaller than the largest divided by this is a speck."""


def ink_map(grey: np.ndarray) -> np.ndarray:
    """Grey crop, dark ink on light paper, to ink values 0 to 255."""
    counts = np.bincount(grey.ravel(), minlength=256).tolist()
    threshold = otsu(counts)
    paper = _median(counts, threshold + 1, 256)
    dark = _median(counts, 0, threshold + 1)
    contrast = paper - dark
    if contrast < LEAST_CONTRAST:
        return np.zeros_like(grey)
    high = paper - contrast // 4
    low = paper - (3 * contrast) // 4
    value = (high - grey.astype(np.int64)) * 255 // (high - low)
    return np.clip(value, 0, 255).astype(np.uint8)


def otsu(counts: list[int]) -> int:
    """Level (inclusive) that parts dark from light with the largest variance between them."""
    total = sum(counts)
    everything = sum(level * n for level, n in enumerate(counts))
    best, best_level = -1.0, 0
    below, below_sum = 0, 0
    for level in range(255):
        below += counts[level]
        below_sum += level * counts[level]
        above = total - below
        if below == 0 or above == 0:
            continue
        gap = float(below_sum) / below - float(everything - below_sum) / above
        between = float(below) * float(above) * gap * gap
        if between > best:
            best, best_level = between, level
    return best_level


def keep_character(ink: np.ndarray) -> np.ndarray:
    """Removes specks and lines along the border; keeps soft edges of what stays."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats((ink >= STROKE_LEVEL).astype(np.uint8), connectivity=8)
    if count <= 1:
        return np.zeros_like(ink)
    height, width = ink.shape
    areas = stats[1:, cv2.CC_STAT_AREA]
    lines = [_lies_along_border(s, width, height) for s in stats[1:]]
    characters = [a for a, line in zip(areas, lines) if not line]
    if not characters:
        lines = [False] * len(lines)
        characters = list(areas)
    largest = max(characters)
    kept = np.zeros_like(ink)
    for i, (area, line) in enumerate(zip(areas, lines)):
        if not line and area * SPECK_SHARE >= largest:
            kept[labels == i + 1] = 1
    return np.where(cv2.dilate(kept, np.ones((3, 3), np.uint8)) > 0, ink, 0).astype(np.uint8)


def _lies_along_border(stat: np.ndarray, width: int, height: int) -> bool:
    left, top, w, h = (int(v) for v in stat[:4])
    right, bottom = left + w, top + h
    flat = w * 10 >= width * 7 and h * 8 <= height and (top <= 1 or bottom >= height - 1)
    upright = h * 10 >= height * 7 and w * 8 <= width and (left <= 1 or right >= width - 1)
    return flat or upright


def _median(counts: list[int], first: int, end: int) -> int:
    half = (sum(counts[first:end]) + 1) // 2
    seen = 0
    for level in range(first, end):
        seen += counts[level]
        if seen >= half and seen > 0:
            return level
    return min(first, 255)
