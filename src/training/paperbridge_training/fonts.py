"""Characters drawn with open handwriting fonts (npm @fontsource, SIL OFL or Apache-2.0)."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from .classes import CAPITALS, CHARACTERS
from .sources import TRAIN, Sample

POINT = 64
NOT_FOR_CAPITALS = set(
    """alex-brush allison babylonica ballet beth-ellen bilbo birthstone borel calligraffitti cookie dawning-of-a-new-day
    estonia explora felipa grand-hotel great-vibes homemade-apple italianno kristi la-belle-aurore leckerli-one licorice
    marck-script meddon mr-de-haviland ms-madi oooh-baby pacifico parisienne pinyon-script playwrite-be-wal
    playwrite-fr-trad puppies-play qwigley rouge-script ruthie sacramento send-flowers tangerine vujahday-script
    water-brush whisper yellowtail""".split()
)
"""Their capitals are calligraphy nobody writes into a cell."""


def read_fonts(folder: Path) -> list[Sample]:
    samples = []
    for file in sorted(folder.glob("*-latin-400-normal.woff")):
        name = file.name.removesuffix("-latin-400-normal.woff")
        font = ImageFont.truetype(str(file), POINT)
        for label, character in enumerate(CHARACTERS):
            if character in CAPITALS and name in NOT_FOR_CAPITALS:
                continue
            ink = _draw(font, character)
            if ink is not None:
                samples.append(Sample("font", name, label, TRAIN, ink))
    return samples


def _draw(font: ImageFont.FreeTypeFont, character: str) -> np.ndarray | None:
    image = Image.new("L", (3 * POINT, 3 * POINT), 0)
    ImageDraw.Draw(image).text((POINT, POINT // 2), character, font=font, fill=255)
    ink = np.asarray(image)
    rows, columns = np.flatnonzero(ink.any(axis=1)), np.flatnonzero(ink.any(axis=0))
    if rows.size < 8:
        return None
    box = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    scale = 48 / max(box.shape)
    size = (max(1, round(box.shape[1] * scale)), max(1, round(box.shape[0] * scale)))
    return cv2.resize(box, size, interpolation=cv2.INTER_AREA)
