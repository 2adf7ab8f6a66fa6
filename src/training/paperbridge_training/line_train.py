"""Trains the line network.

    python3 -m paperbridge_training.line_train DATA FONTS WORDS OUT.pt [STEPS] [SECONDS]

An OUT.pt that is there already is trained further. WORDS is a list of French words, one a line, such as Debian's package wfrench installs; it only says what to draw.
"""

from __future__ import annotations

import math
import sys
import time
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from .ink import ink_map
from .line_alphabet import encoded
from .line_crop import HEIGHT
from .line_draw import Hands, bent
from .line_evaluate import error_rates
from .line_net import COLUMN_PX, LineNet
from .line_sources import Line, read_lines
from .line_text import Writer
from .sources import REPORT, TRAIN
from .train import follow

SEED = 20261127
BATCH = 128
STEPS = 3800
PEAK_RATE = 1.5e-3
WARM_UP = 0.1
AVERAGE = 0.999
REAL = {"prescription": 0.30, "french": 0.22}
"""Share of real lines of each set; the others are drawn."""

MOST_WIDTH = 800
TOGETHER = 16
"""Batches made at once and sorted by width, so that little of a batch is padding."""

DRUGS = Path(__file__).parents[3] / "src/main/resources/lexicons/drugs.txt"

Made = tuple[torch.Tensor, torch.Tensor, torch.Tensor, torch.Tensor]


class Lines(IterableDataset):
    def __init__(self, real: Sequence[Line], fonts: Path, words: Path) -> None:
        self._real = {s: [(ink_map(np.ascontiguousarray(r.grey)), r.text) for r in real if r.source == s and r.text] for s in REAL}
        self._hands = Hands(sorted(chain(fonts.glob("*.woff"), fonts.glob("*.ttf"), fonts.glob("*.otf"))))
        self._words = words.read_text(encoding="utf-8").split()
        self._names = DRUGS.read_text(encoding="utf-8").split("\n") + [r.text for r in real if r.source == "prescription"]

    def __iter__(self) -> Iterator[Made]:
        """Images N x 1 x 48 x W in 0..255, their widths in columns, all labels in a row, the number of each."""
        info = get_worker_info()
        random = np.random.default_rng([SEED, info.id if info else 0])
        writer = Writer([n for n in self._names if n], self._words, [t for _, t in self._real["french"]], random)
        while True:
            made = sorted((self._line(writer, random) for _ in range(BATCH * TOGETHER)), key=lambda m: m[0].shape[1])
            for n in random.permutation(TOGETHER):
                yield _batch(made[n * BATCH : (n + 1) * BATCH])

    def _line(self, writer: Writer, random: np.random.Generator) -> tuple[np.ndarray, str]:
        while True:
            ink, text = self._any(writer, random)
            if ink is None:
                continue
            image = bent(ink, random)
            columns = image.shape[1] // COLUMN_PX
            double = sum(a == b for a, b in zip(text, text[1:]))
            if image.shape[1] <= MOST_WIDTH and columns >= len(text) + double + 1:
                return image, text

    def _any(self, writer: Writer, random: np.random.Generator) -> tuple[np.ndarray | None, str]:
        chance = random.random()
        for source, share in REAL.items():
            if chance < share:
                return self._real[source][int(random.integers(len(self._real[source])))]
            chance -= share
        text = writer.text()
        return self._hands.write(text, random), text


def _batch(made: Sequence[tuple[np.ndarray, str]]) -> Made:
    width = -(-max(m[0].shape[1] for m in made) // 16) * 16
    images = np.zeros((len(made), 1, HEIGHT, width), np.uint8)
    for n, (image, _) in enumerate(made):
        images[n, 0, :, : image.shape[1]] = image
    codes = [encoded(text) for _, text in made]
    return (
        torch.from_numpy(images),
        torch.tensor([m[0].shape[1] // COLUMN_PX for m in made]),
        torch.tensor(list(chain.from_iterable(codes))),
        torch.tensor([len(c) for c in codes]),
    )


def main(data: Path, fonts: Path, words: Path, out: Path, steps: int, seconds: float, workers: int) -> None:
    torch.manual_seed(SEED)
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    real = read_lines(data)
    made = DataLoader(Lines([r for r in real if r.split == TRAIN], fonts, words), batch_size=None, num_workers=workers)
    report = [r for r in real if r.split == REPORT]
    net = LineNet().to(device).train()
    if out.exists():
        net.load_state_dict(torch.load(out, map_location=device))
    average = LineNet().to(device).eval()
    average.load_state_dict(net.state_dict())
    optimiser = torch.optim.AdamW(net.parameters(), lr=PEAK_RATE, weight_decay=1e-2)
    print(f"{sum(p.numel() for p in net.parameters())} parameters, {len(report)} lines held out, on {device}", flush=True)
    started, done, part = time.time(), 0, 0.0
    for images, columns, labels, lengths in made:
        done += 1
        part = max(done / steps, (time.time() - started) / seconds)
        for group in optimiser.param_groups:
            group["lr"] = PEAK_RATE * min(part / WARM_UP, 0.5 + 0.5 * math.cos(math.pi * min(1, (part - WARM_UP) / (1 - WARM_UP))))
        logs = net(images.to(device).float() / 255)
        loss = functional.ctc_loss(logs.transpose(0, 1), labels.to(device), columns.to(device), lengths.to(device), zero_infinity=True)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimiser.step()
        follow(average, net, min(AVERAGE, done / (done + 10)))
        if done % 1000 == 0 or part >= 1:
            print(f"step {done} of {steps} loss {loss.item():.3f} {time.time() - started:.0f} s", flush=True)
        if done % 4000 == 0 or part >= 1:
            torch.save(average.state_dict(), out)
            print(error_rates(average, report, device), flush=True)
        if part >= 1:
            break


if __name__ == "__main__":
    given = sys.argv[1:]
    main(*(Path(a) for a in given[:4]), int(given[4]) if len(given) > 4 else STEPS, float(given[5]) if len(given) > 5 else math.inf,
         int(given[6]) if len(given) > 6 else 0)
