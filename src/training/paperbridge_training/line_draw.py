"""Draws a text as a hand could have written it, and bends real lines into ones another pen or scanner could have made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
from fontTools.ttLib import TTFont
from PIL import Image, ImageDraw, ImageFont

from .line_crop import tight

TALL = 72
"""Height at which lines are bent, before the crop is taken, px."""


class Hands:
    """Handwriting fonts and the characters each of them has."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = [(str(f), frozenset(TTFont(f)["cmap"].getBestCmap())) for f in files]
        self._open: dict[tuple[str, int], ImageFont.FreeTypeFont] = {}

    def write(self, text: str, random: np.random.Generator) -> np.ndarray | None:
        """Ink map, or None when the hand drawn does not know a character."""
        file, known = self._files[int(random.integers(len(self._files)))]
        if any(ord(c) not in known for c in text if c != " "):
            return None
        font = self._font(file, int(random.integers(36, 64)))
        pieces = text.split(" ") if random.random() < 0.5 else [text]
        gap = font.getlength(" ") * float(random.uniform(0.7, 2.0))
        spread = float(random.uniform(0, 0.12)) * font.size if random.random() < 0.25 else 0.0
        width = int(font.getlength(text) + gap * len(pieces) + spread * len(text) + 80)
        image = Image.new("L", (width, 3 * font.size), 0)
        draw, x = ImageDraw.Draw(image), 30.0
        for piece in pieces:
            y = font.size * (0.7 + float(random.normal(0, 0.05)))
            for part in piece if spread else [piece]:
                draw.text((x, y + (float(random.normal(0, 0.02)) * font.size if spread else 0)), part, font=font, fill=255)
                x += font.getlength(part) + spread
            x += gap
        return _cut(np.asarray(image))

    def _font(self, file: str, size: int) -> ImageFont.FreeTypeFont:
        if (file, size) not in self._open:
            self._open[file, size] = ImageFont.truetype(file, size)
        return self._open[file, size]


def bent(ink: np.ndarray, random: np.random.Generator) -> np.ndarray:
    """Ink map of a line to another of it, cropped as the reader crops."""
    scale = TALL / max(1, ink.shape[0])
    line = cv2.resize(ink, (max(8, round(ink.shape[1] * scale * np.exp(random.normal(0, 0.13)))), TALL), interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    line = cv2.copyMakeBorder(line, 16, 16, 24, 24, cv2.BORDER_CONSTANT, value=0)
    line = _pen(_warped(line, random), random)
    draw = random.random(6)
    if draw[0] < 0.25:
        factor = float(random.uniform(0.3, 0.7))
        small = cv2.resize(line, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
        line = cv2.resize(small, (line.shape[1], line.shape[0]), interpolation=cv2.INTER_LINEAR)
    if draw[1] < 0.15:
        _, data = cv2.imencode(".jpg", line, [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(15, 60))])
        line = cv2.imdecode(data, cv2.IMREAD_GRAYSCALE)
    if draw[2] < 0.25:
        line = np.where(line > random.integers(70, 180), 255, 0).astype(np.uint8)
    if draw[3] < 0.15:
        _rule(line, random)
    if draw[4] < 0.1:
        line = np.clip(line + random.normal(0, 12, line.shape), 0, 255).astype(np.uint8)
    return tight(line)


def _warped(line: np.ndarray, random: np.random.Generator) -> np.ndarray:
    height, width = line.shape
    slant, turn = random.normal(0, 0.22), random.normal(0, 0.015)
    knots = max(3, width // 40)
    bend = random.normal(0, 2.0, (4, knots, 2)).astype(np.float32)
    bend = cv2.resize(bend, (width, height), interpolation=cv2.INTER_CUBIC)
    y, x = np.mgrid[0:height, 0:width].astype(np.float32)
    map_x = x + slant * (y - height / 2) + bend[..., 0]
    map_y = y + turn * (x - width / 2) + bend[..., 1]
    return cv2.remap(line, map_x.astype(np.float32), map_y.astype(np.float32), cv2.INTER_LINEAR)


def _pen(line: np.ndarray, random: np.random.Generator) -> np.ndarray:
    blurred = cv2.GaussianBlur(line, (0, 0), random.uniform(0.5, 1.8)).astype(np.float32)
    peak = max(1.0, float(blurred.max()))
    middle = random.uniform(0.22, 0.6) * peak
    steep = max(random.uniform(1.5, 5.0), 135 / middle)
    return np.clip((blurred - middle) * steep + 128, 0, 255).astype(np.uint8)


def _rule(line: np.ndarray, random: np.random.Generator) -> None:
    """What is left of the guide line the writing stands on."""
    y, start = int(random.integers(line.shape[0] // 2, line.shape[0] - 14)), int(random.integers(0, line.shape[1] // 2))
    value, thick, step = int(random.integers(60, 255)), int(random.integers(1, 4)), int(random.choice([1, 1, 6, 9]))
    end = int(random.integers(start + 8, line.shape[1] + 9))
    row = line[y : y + thick, start:end:step]
    row[:] = np.maximum(row, value)


def _cut(ink: np.ndarray) -> np.ndarray | None:
    rows, columns = np.flatnonzero(ink.max(1)), np.flatnonzero(ink.max(0))
    if rows.size < 6 or columns.size < 3:
        return None
    return ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]

