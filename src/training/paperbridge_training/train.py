"""Trains the character network.

    python3 -m paperbridge_training.train DATA FONTS OUT.pt [EPOCHS]
"""

from __future__ import annotations

import copy
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from torch.nn import functional

from .batches import Epoch
from .fonts import read_fonts
from .measure import accuracies
from .net import CharacterNet
from .sources import REPORT, TRAIN, read_all

SEED = 20261123
BATCH = 128
PEAK_RATE = 3e-3
WEIGHT_DECAY = 2e-3
AVERAGE = 0.998
"""Decay of the running average of the weights; the average is what ships."""


def train(data: Path, fonts: Path, out: Path, epochs: int) -> None:
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    everything = read_all(data)
    training = [s for s in everything if s.split == TRAIN] + read_fonts(fonts)
    report = [s for s in everything if s.split == REPORT]
    net = CharacterNet()
    print(f"{len(training)} training images, {sum(p.numel() for p in net.parameters())} parameters", flush=True)
    for n, average in enumerate(fit(net, Epoch(training, SEED), epochs, PEAK_RATE)):
        torch.save(average.state_dict(), out)
        print(f"epoch {n + 1}", accuracies(average, report), flush=True)


def fit(net: CharacterNet, epoch: Epoch, epochs: int, peak_rate: float) -> Iterator[CharacterNet]:
    """Trains `net` in place; gives the running average of its weights after each epoch."""
    average = copy.deepcopy(net).eval()
    optimiser = torch.optim.AdamW(net.parameters(), lr=peak_rate, weight_decay=WEIGHT_DECAY)
    steps = epochs * epoch.steps(BATCH)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimiser, peak_rate, total_steps=steps, pct_start=0.15)
    started, done = time.time(), 0
    for _ in range(epochs):
        for images, labels, masks in epoch.batches(BATCH):
            net.train()
            logits = net(torch.from_numpy(images)) + torch.from_numpy(masks)
            loss = functional.cross_entropy(logits, torch.from_numpy(labels))
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            rate.step()
            done += 1
            _follow(average, net, min(AVERAGE, done / (done + 10)))
            if done % 100 == 0:
                print(f"step {done}/{steps} loss {loss.item():.3f} {time.time() - started:.0f} s", flush=True)
        yield average


@torch.no_grad()
def _follow(average: torch.nn.Module, net: torch.nn.Module, decay: float) -> None:
    for mean, value in zip(average.state_dict().values(), net.state_dict().values()):
        if mean.dtype.is_floating_point:
            mean.mul_(decay).add_(value, alpha=1 - decay)
        else:
            mean.copy_(value)


if __name__ == "__main__":
    train(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) > 4 else 15)
