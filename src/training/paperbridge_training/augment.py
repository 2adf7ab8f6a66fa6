"""Turns one ink map into another that a different pen or scanner could have made; `warp` bends it as another hand would."""

from __future__ import annotations

import cv2
import numpy as np

CANVAS = 56
BODY = 36
MOST_STRETCH = 3.5
"""Some sets and some people fill the whole cell with a narrow digit."""

_grid_y, _grid_x = np.mgrid[0:CANVAS, 0:CANVAS].astype(np.float32) - (CANVAS - 1) / 2


def scanned(ink: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """The same character on another sheet and scanner: the hand stays, so no bend, stretch or slant of its own."""
    height, width = ink.shape
    scale = BODY / max(height, width)
    turn, size = np.degrees(random.normal(0, 0.03)), scale * np.exp(random.normal(0, 0.05))
    place = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), turn, size)
    place[:, 2] += (CANVAS - 1) / 2 - np.array([(width - 1) / 2, (height - 1) / 2])
    source = ink if scale > 0.7 else cv2.GaussianBlur(ink, (0, 0), 0.4 / scale)
    canvas = pen(cv2.warpAffine(source, place, (CANVAS, CANVAS), flags=cv2.INTER_LINEAR), random, (0.5, 1.1), (0.4, 0.6))
    draw = random.random(5)
    if draw[0] < 0.4:
        canvas = coarse(canvas, int(random.integers(24, 48)))
    if draw[1] < 0.3:
        canvas = jpeg(canvas, int(random.integers(30, 80)))
    if draw[2] < 0.3:
        canvas = np.where(canvas > random.integers(90, 160), 255, 0).astype(np.uint8)
    if draw[3] < 0.05:
        frame_remnant(canvas, random)
    if draw[4] < 0.04:
        break_stroke(canvas, random)
    return canvas


def warp(ink: np.ndarray, random: np.random.Generator, body: float = BODY) -> np.ndarray:
    """Rotation, shear, stretch and a smooth elastic bend in one resampling."""
    height, width = ink.shape
    scale = body / max(height, width)
    across, down = scale, scale
    if random.random() < 0.12:
        across, down = min(body / width, MOST_STRETCH * scale), min(body / height, MOST_STRETCH * scale)
    angle, shear, wide = random.normal(0, 0.10), random.normal(0, 0.14), np.exp(random.normal(0, 0.13))
    forward = (
        np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        @ np.array([[1, shear], [0, 1]])
        @ np.diag([across * wide, down])
    )
    back = np.linalg.inv(forward).astype(np.float32)
    bend = cv2.resize(
        random.normal(0, 1.0, (5, 5, 2)).astype(np.float32), (CANVAS, CANVAS), interpolation=cv2.INTER_CUBIC
    )
    x, y = _grid_x + bend[..., 0], _grid_y + bend[..., 1]
    map_x = back[0, 0] * x + back[0, 1] * y + (width - 1) / 2
    map_y = back[1, 0] * x + back[1, 1] * y + (height - 1) / 2
    source = ink if scale > 0.7 else cv2.GaussianBlur(ink, (0, 0), 0.4 / scale)
    return cv2.remap(source, map_x, map_y, cv2.INTER_LINEAR)


def pen(
    canvas: np.ndarray, random: np.random.Generator, blur: tuple[float, float] = (0.6, 1.7), level: tuple[float, float] = (0.3, 0.62)
) -> np.ndarray:
    """Thicker or thinner, sharper or softer strokes."""
    blurred = cv2.GaussianBlur(canvas, (0, 0), random.uniform(*blur)).astype(np.float32)
    peak = max(1.0, float(blurred.max()))
    middle = random.uniform(*level) * peak
    steep = max(random.uniform(1.5, 5.0), 135 / middle)
    return np.clip((blurred - middle) * steep + 128, 0, 255).astype(np.uint8)


def coarse(canvas: np.ndarray, side: int) -> np.ndarray:
    small = cv2.resize(canvas, (side, side), interpolation=cv2.INTER_AREA)
    return cv2.resize(small, (CANVAS, CANVAS), interpolation=cv2.INTER_LINEAR)


def jpeg(canvas: np.ndarray, quality: int) -> np.ndarray:
    _, data = cv2.imencode(".jpg", canvas, [cv2.IMWRITE_JPEG_QUALITY, quality])
    decoded = cv2.imdecode(data, cv2.IMREAD_GRAYSCALE)
    return np.where(decoded > 40, decoded, 0).astype(np.uint8)


def frame_remnant(canvas: np.ndarray, random: np.random.Generator) -> None:
    """A short piece of a cell's frame that was not removed, a little outside the character."""
    at, start, length = random.integers(6, 11), random.integers(8, 36), random.integers(4, 14)
    value, side = int(random.integers(120, 255)), random.integers(4)
    line = slice(start, min(CANVAS, start + length))
    if side == 0:
        canvas[at, line] = value
    elif side == 1:
        canvas[CANVAS - 1 - at, line] = value
    elif side == 2:
        canvas[line, at] = value
    else:
        canvas[line, CANVAS - 1 - at] = value


def break_stroke(canvas: np.ndarray, random: np.random.Generator) -> None:
    """A thin line of white, as a printed frame leaves that was taken out, or a failing pen."""
    at = random.integers(14, 42)
    if random.random() < 0.5:
        canvas[at : at + 2, :] = 0
    else:
        canvas[:, at : at + 2] = 0
