"""What the line network can write, in output order after "nothing". The Java reader gets the same list as a file."""

from __future__ import annotations

CHARACTERS = (
    " 0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
    "ÀÂÇÈÉÊËÎÏÔÙÛÜŒàâçèéêëîïôùûüœ"
    "-.,/%'+()°:;!?&=µ*\""
)
COUNT = len(CHARACTERS) + 1
"""Output 0 is "nothing", as connectionist temporal classification needs it (Graves et al., 2006)."""

_SAME = str.maketrans({"’": "'", "ſ": "s", "_": " ", "<": " ", ">": " ", "^": " ", "[": "(", "]": ")", "€": " ", "×": "x"})


def writable(text: str) -> str:
    """The text in the characters of the network; what it does not know is left out."""
    kept = "".join(c for c in text.translate(_SAME) if c in CHARACTERS)
    return " ".join(kept.split())


def encoded(text: str) -> list[int]:
    return [CHARACTERS.index(c) + 1 for c in text]
