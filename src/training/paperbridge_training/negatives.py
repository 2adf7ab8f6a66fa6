"""What may stand in a cell and is not one character: the network must say so instead of guessing."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import cv2
import numpy as np

from .augment import CANVAS, pen, warp

Draw = Callable[[Sequence[np.ndarray], np.random.Generator], np.ndarray]


def negative(inks: Sequence[np.ndarray], among_letters: bool, random: np.random.Generator) -> np.ndarray:
    """One canvas; `inks` lends characters to strike out or to pair. A lone cross is a letter, so not `among_letters`."""
    kinds: list[tuple[Draw, float]] = [
        (_scribble, 0.28),
        (_struck_out, 0.16),
        (_scribble_over if among_letters else _crossed_out, 0.14),
        (_two_characters, 0.27),
        (_specks, 0.10),
        (_dash, 0.05),
    ]
    kind = random.choice(len(kinds), p=[share for _, share in kinds])
    return pen(kinds[kind][0](inks, random), random)


def _any(inks: Sequence[np.ndarray], random: np.random.Generator) -> np.ndarray:
    return warp(inks[int(random.integers(len(inks)))], random)


def _scribble(_: Sequence[np.ndarray], random: np.random.Generator) -> np.ndarray:
    canvas = np.zeros((CANVAS, CANVAS), np.uint8)
    turns = int(random.integers(8, 18))
    if random.random() < 0.5:
        points = random.uniform(12, 44, (turns, 2))
    else:
        along = np.linspace(12, 44, turns)
        points = np.stack([along + random.normal(0, 2, turns), 28 + 15 * np.resize([1, -1], turns)], axis=1)
        points[:, 1] += random.normal(0, 3, turns)
        points = points if random.random() < 0.5 else points[:, ::-1]
    line = np.round(points * 4).astype(np.int32).reshape(-1, 1, 2)
    cv2.polylines(canvas, [line], False, 255, int(random.integers(2, 5)), cv2.LINE_AA, 2)
    return canvas


def _struck_out(inks: Sequence[np.ndarray], random: np.random.Generator) -> np.ndarray:
    canvas = _any(inks, random)
    pen_width = int(random.integers(2, 5))
    for at in random.choice([15, 20, 26, 31, 36, 41], size=int(random.integers(3, 6)), replace=False):
        _line(canvas, (7, int(at)), (49, int(at)), pen_width, random)
    return canvas


def _crossed_out(inks: Sequence[np.ndarray], random: np.random.Generator) -> np.ndarray:
    canvas = _any(inks, random)
    pen_width = int(random.integers(2, 5))
    _line(canvas, (9, 9), (47, 47), pen_width, random)
    _line(canvas, (47, 9), (9, 47), pen_width, random)
    return canvas


def _scribble_over(inks: Sequence[np.ndarray], random: np.random.Generator) -> np.ndarray:
    return np.maximum(_any(inks, random), _scribble(inks, random))


def _line(canvas: np.ndarray, a: tuple[int, int], b: tuple[int, int], width: int, random: np.random.Generator) -> None:
    ends = [tuple(int(v) for v in np.round((np.array(p) + random.normal(0, 2.5, 2)) * 4)) for p in (a, b)]
    cv2.line(canvas, ends[0], ends[1], 255, width, cv2.LINE_AA, 2)


def _two_characters(inks: Sequence[np.ndarray], random: np.random.Generator) -> np.ndarray:
    first, second = pen(_any(inks, random), random), pen(_any(inks, random), random)
    pair = np.zeros((CANVAS, 2 * CANVAS), np.uint8)
    apart = int(random.integers(22, 40))
    pair[:, :CANVAS] = first
    pair[:, apart : apart + CANVAS] = np.maximum(pair[:, apart : apart + CANVAS], second)
    return pair


def _specks(_: Sequence[np.ndarray], random: np.random.Generator) -> np.ndarray:
    canvas = np.zeros((CANVAS, CANVAS), np.uint8)
    for _n in range(int(random.integers(1, 5))):
        at = tuple(int(v) for v in random.integers(8, 48, 2))
        axes = tuple(int(v) for v in random.integers(1, 4, 2))
        cv2.ellipse(canvas, at, axes, float(random.integers(180)), 0, 360, 255, -1, cv2.LINE_AA)
    return canvas


def _dash(_: Sequence[np.ndarray], random: np.random.Generator) -> np.ndarray:
    canvas = np.zeros((CANVAS, CANVAS), np.uint8)
    _line(canvas, (12, 28), (44, 28), int(random.integers(2, 6)), random)
    return canvas
