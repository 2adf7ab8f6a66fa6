"""Brings a line to the form the network knows, as org.paperbridge.read.line.LineCrop does: its writing alone, 48 px high."""

from __future__ import annotations

import cv2
import numpy as np

from .ink import STROKE_LEVEL, ink_map

HEIGHT = 48
MOST_WIDTH = 1280
LEAST_WIDTH = 32


def line_crop(grey: np.ndarray) -> np.ndarray:
    """Grey crop, dark ink on light paper, to ink values 0 to 255."""
    return tight(ink_map(np.ascontiguousarray(grey)))


def tight(ink: np.ndarray) -> np.ndarray:
    height, width = ink.shape
    _, _, stats, _ = cv2.connectedComponentsWithStats((ink >= STROKE_LEVEL).astype(np.uint8), connectivity=8)
    left, top, w, h = stats[1:, 0], stats[1:, 1], stats[1:, 2], stats[1:, 3]
    rule = (w > 0.6 * width) & (h < 0.1 * height)
    speck = (h < 0.08 * height) & (w < 0.08 * height)
    kept = ~(rule | speck)
    if not kept.any():
        return np.zeros((HEIGHT, LEAST_WIDTH), np.uint8)
    x0, y0 = int(left[kept].min()), int(top[kept].min())
    x1, y1 = int((left + w)[kept].max()), int((top + h)[kept].max())
    margin = max(2, (y1 - y0) // 10)
    padded = cv2.copyMakeBorder(ink, margin, margin, margin, margin, cv2.BORDER_CONSTANT, value=0)
    part = padded[y0 : y1 + 2 * margin, x0 : x1 + 2 * margin]
    wide = int(np.clip(part.shape[1] * HEIGHT // part.shape[0], LEAST_WIDTH, MOST_WIDTH))
    shrinks = part.shape[0] > HEIGHT
    return cv2.resize(part, (wide, HEIGHT), interpolation=cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR)
