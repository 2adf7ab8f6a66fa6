"""Alphabets as rows added to the logits: 0 where a class is allowed, very low where not."""

from __future__ import annotations

import numpy as np

from .classes import CAPITALS, CHARACTERS, COUNT, DIGITS, REJECT

FORBIDDEN = -1e4


def mask(characters: str) -> np.ndarray:
    row = np.full(COUNT, FORBIDDEN, np.float32)
    row[[CHARACTERS.index(c) for c in characters] + [REJECT]] = 0
    return row


DIGITS_ONLY = mask(DIGITS)
LETTERS_ONLY = mask(CAPITALS)
EVERYTHING = mask(CHARACTERS)
