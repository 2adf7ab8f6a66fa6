"""Writes what Python makes of committed cells, so that a test can hold the Java reader to it.

    python3 -m paperbridge_training.agreement HANDWRITING MODEL.pt OUT

OUT gets agreement.png (the 28 x 28 images side by side) and agreement.tsv (file, cell, logits).
"""

from __future__ import annotations

import sys
from pathlib import Path

import cv2
import numpy as np
import torch

from .calibrate import load
from .ink import ink_map, keep_character
from .norm28 import norm28

CELL = 64
CELLS = (0, 7, 13)


@torch.no_grad()
def main(handwriting: Path, model: Path, out: Path) -> None:
    net = load(model)
    images, rows = [], []
    for file in sorted((handwriting / "characters").glob("*.png")):
        strip = cv2.imread(str(file), cv2.IMREAD_GRAYSCALE)
        for cell in CELLS:
            grey = strip[:, cell * CELL : (cell + 1) * CELL]
            image = norm28(keep_character(ink_map(np.ascontiguousarray(grey))))
            logits = net(torch.from_numpy(image[None, None].astype(np.float32) / 255))[0]
            images.append(image)
            rows.append(f"characters/{file.name}\t{cell}\t" + " ".join(f"{v:.4f}" for v in logits.tolist()))
    cv2.imwrite(str(out / "agreement.png"), np.hstack(images))
    (out / "agreement.tsv").write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]))
