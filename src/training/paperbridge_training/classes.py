"""The classes of the network, in output order. The Java reader uses the same order."""

DIGITS = "0123456789"
CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
CHARACTERS = DIGITS + CAPITALS
REJECT = len(CHARACTERS)
"""Index of "not one character": scribble, struck out, two characters, dash, speck, remains of a frame."""
COUNT = len(CHARACTERS) + 1
