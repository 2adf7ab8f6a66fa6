"""What to write for the line network to learn from: drugs and doses, French and English, numbers, and nonsense.

Nonsense matters: a network that saw only real words would read every stroke as one of them.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .line_alphabet import writable

MOST_CHARACTERS = 46
_UNITS = ("mg", "g", "µg", "mL", "UI", "mmol", "cp", "gel", "amp", "%", "mg/mL", "mg/kg", "L/min")
_HOW = ("matin", "midi", "soir", "coucher", "x 3/j", "x2/j", "1-0-1", "1/0/1", "si besoin", "IV", "PO", "SC", "IM",
        "toutes les 6 h", "/ 8 h", "per os", "once daily", "twice a day", "at night", "tab", "cap", "inj", "syrup")
_BEGIN = ("acé", "amo", "ator", "bis", "car", "cef", "cla", "clo", "co", "dex", "dia", "do", "énal", "éry", "flu", "furo",
          "gli", "hép", "ib", "lé", "lor", "méto", "mor", "na", "om", "para", "phé", "pré", "ra", "ris", "spi", "tra", "val", "zo")
_MIDDLE = ("bu", "ca", "ci", "di", "fé", "lo", "ma", "mé", "na", "ni", "po", "pra", "ra", "ri", "ro", "ta", "ti", "xi", "za")
_END = ("azole", "cilline", "cycline", "dipine", "done", "floxacine", "ine", "lol", "mab", "mide", "mycine", "nib", "oxaban",
        "parine", "pam", "pril", "profène", "sartan", "statine", "tidine", "tine", "um", "zépam", "ol", "ex", "in", "il", "an")


class Writer:
    """Draws texts; `names` are drug names as people write them, `french` whole lines."""

    def __init__(self, names: Sequence[str], words: Sequence[str], french: Sequence[str], random: np.random.Generator) -> None:
        self._names, self._words, self._french, self._random = names, words, french, random

    def text(self) -> str:
        while True:
            text = writable(self._cased(self._any()))[:MOST_CHARACTERS].strip()
            if text:
                return text

    def _any(self) -> str:
        kind = self._random.random()
        if kind < 0.34:
            return self._drug()
        if kind < 0.58:
            return self._phrase(self._words, 1, 5)
        if kind < 0.72:
            return self._slice(self._pick(self._french).split())
        if kind < 0.84:
            return self._number()
        return " ".join(self._nonsense() for _ in range(self._count(1, 3)))

    def _drug(self) -> str:
        name = self._pick(self._names) if self._random.random() < 0.7 else self._invented()
        chance = self._random.random()
        if chance < 0.45:
            return name
        dose = f"{self._amount()}{self._pick(('', ' '))}{self._pick(_UNITS)}"
        return f"{name} {dose}" if chance < 0.75 else f"{name} {dose} {self._pick(_HOW)}" if chance < 0.9 else f"{dose} {self._pick(_HOW)}"

    def _invented(self) -> str:
        middle = "".join(self._pick(_MIDDLE) for _ in range(self._count(0, 2)))
        return self._pick(_BEGIN) + middle + self._pick(_END)

    def _phrase(self, words: Sequence[str], least: int, most: int) -> str:
        picked = [self._pick(words) for _ in range(self._count(least, most))]
        if self._random.random() < 0.4:
            picked[0] = picked[0][:1].upper() + picked[0][1:]
        text = picked[0]
        for word in picked[1:]:
            text += self._pick((" ", " ", " ", " ", ", ", ". ", "-", "'", " : ", "; ", " (")) + word
        return text + self._pick(("", "", "", ".", ",", "!", "?", ")", " :"))

    def _slice(self, words: Sequence[str]) -> str:
        length = self._count(1, 9)
        first = self._count(0, max(0, len(words) - length))
        return " ".join(words[first : first + length])

    def _amount(self) -> str:
        chance = self._random.random()
        if chance < 0.5:
            return str(self._pick((1, 2, 5, 10, 20, 25, 40, 50, 75, 80, 100, 150, 200, 250, 400, 500, 750, 850, 1000)))
        return str(self._count(1, 999)) if chance < 0.75 else f"{self._count(0, 20)}{self._pick((',', '.'))}{self._count(0, 99)}"

    def _number(self) -> str:
        r = self._count
        forms = (
            lambda: f"{r(1, 31):02d}/{r(1, 12):02d}/{r(1930, 2030)}",
            lambda: f"{r(1, 31)}.{r(1, 12)}.{r(0, 99):02d}",
            lambda: f"{r(0, 23)}h{r(0, 59):02d}",
            lambda: f"{r(0, 23):02d}:{r(0, 59):02d}",
            lambda: f"{self._amount()} {self._pick(_UNITS)}",
            lambda: f"{r(80, 220)}/{r(40, 120)}",
            lambda: "".join(str(r(0, 9)) for _ in range(r(3, 11))),
            lambda: f"{r(34, 41)},{r(0, 9)} °C",
            lambda: " ".join(f"{r(0, 99):02d}" for _ in range(5)),
        )
        return self._pick(forms)()

    def _nonsense(self) -> str:
        letters = "abcdefghijklmnopqrstuvwxyzéèàçêôùeeeaaiiinnrrsstt" if self._random.random() < 0.8 else "0123456789ABCDEFGHJKLMNPRSTUVXZ-./"
        return "".join(self._pick(letters) for _ in range(self._count(1, 11)))

    def _cased(self, text: str) -> str:
        chance = self._random.random()
        return text.upper() if chance < 0.2 else text.lower() if chance < 0.3 else text.title() if chance < 0.36 else text

    def _pick(self, of):
        return of[int(self._random.integers(len(of)))]

    def _count(self, least: int, most: int) -> int:
        return int(self._random.integers(least, most + 1))
