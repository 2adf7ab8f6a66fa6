"""Trains the character network: first large networks, then the small one that reads in hospitals learns from them.

    python3 -m paperbridge_training.train DATA FONTS OUT.pt

The large ones, `TEACHERS` of them, see the labels; the small one sees, for the same bent image, how sure they were
together (Hinton, Vinyals, Dean: Distilling the knowledge in a neural network, 2015). It runs on a graphics card where
there is one.
"""

from __future__ import annotations

import copy
import math
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch.nn import functional

from .batches import Batches
from .fonts import read_fonts
from .measure import accuracies
from .net import SHIPPED, TEACHER, CharacterNet
from .sources import REPORT, TRAIN, Sample, read_all

SEED = 20261123
BATCH = 1024
TEACHERS = 3
TEACHER_STEPS = 600
STEPS = 1900
WARM_UP = 0.15
"""Share of the steps in which the rate rises; then it falls along a cosine."""

PEAK_RATE = 4e-3
WEIGHT_DECAY = 1e-2
AVERAGE = 0.999
"""Decay of the running average of the weights; the average is what ships."""

FROM_LABELS = 0.3
"""Share of the small network's loss that comes from the label; the rest from its teachers."""


def main(data: Path, fonts: Path, out: Path) -> None:
    everything = read_all(data)
    training = [s for s in everything if s.split == TRAIN] + read_fonts(fonts)
    report = [s for s in everything if s.split == REPORT]
    net, teachers = learn(training, report, SEED)
    torch.save(net.state_dict(), out)
    for n, teacher in enumerate(teachers):
        torch.save(teacher.state_dict(), out.with_suffix(f".teacher{n}.pt"))


def learn(
    training: Sequence[Sample], shown: Sequence[Sample], seed: int, teacher_steps: int = TEACHER_STEPS, steps: int = STEPS,
    teachers: int = TEACHERS, seconds: float = math.inf,
) -> tuple[CharacterNet, list[CharacterNet]]:
    """The small network and its teachers, none of which saw `shown`; how they read it is printed on the way.

    The steps are cut short where `seconds` would not do: one part in six for a teacher, the rest for the small one.
    """
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.manual_seed(seed)
    batches = Batches(training, seed, device)
    print(f"{len(training)} training images on {device}", flush=True)
    taught: list[CharacterNet] = []
    for n in range(teachers):
        torch.manual_seed(seed + 1000 * (n + 1))
        teacher = fit(CharacterNet(TEACHER), batches, teacher_steps, (), seconds / 6)
        print(f"teacher {n}", accuracies(teacher, shown), flush=True)
        taught.append(teacher)
    torch.manual_seed(seed)
    net = fit(CharacterNet(SHIPPED), batches, steps, [t.to(device) for t in taught], seconds * (1 - teachers / 6))
    print("small", accuracies(net, shown), flush=True)
    return net, [t.cpu() for t in taught]


def fit(net: CharacterNet, batches: Batches, steps: int, teachers: Sequence[CharacterNet], seconds: float = math.inf) -> CharacterNet:
    """Trains `net`; gives the running average of its weights, on the CPU."""
    device = batches.device
    net = net.to(device).train()
    average = copy.deepcopy(net).eval()
    optimiser = torch.optim.AdamW(net.parameters(), lr=PEAK_RATE, weight_decay=WEIGHT_DECAY)
    started, done, part = time.time(), 0, 0.0
    half = device.type == "cuda"
    while part < 1:
        done += 1
        part = max(done / steps, (time.time() - started) / seconds)
        for group in optimiser.param_groups:
            group["lr"] = PEAK_RATE * min(part / WARM_UP, 0.5 + 0.5 * math.cos(math.pi * min(1, (part - WARM_UP) / (1 - WARM_UP))))
        images, labels, masks = batches.draw(BATCH)
        with torch.autocast(device.type, torch.bfloat16, enabled=half):
            logits = net(images)
            with torch.no_grad():
                advice = [t(images) for t in teachers]
        loss = _loss(logits.float() + masks, labels, [a.float() + masks for a in advice])
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        follow(average, net, min(AVERAGE, done / (done + 10)))
        if done % 1000 == 0:
            print(f"step {done} of {steps} loss {loss.item():.3f} {time.time() - started:.0f} s", flush=True)
    print(f"{done} steps in {time.time() - started:.0f} s", flush=True)
    return average.cpu()


def _loss(logits: torch.Tensor, labels: torch.Tensor, advice: Sequence[torch.Tensor]) -> torch.Tensor:
    from_labels = functional.cross_entropy(logits, labels)
    if not advice:
        return from_labels
    wanted = torch.stack([functional.softmax(a, 1) for a in advice]).mean(0)
    from_teachers = -(wanted * functional.log_softmax(logits, 1)).sum(1).mean()
    return FROM_LABELS * from_labels + (1 - FROM_LABELS) * from_teachers


@torch.no_grad()
def follow(average: torch.nn.Module, net: torch.nn.Module, decay: float) -> None:
    means, values = [], []
    for mean, value in zip(average.state_dict().values(), net.state_dict().values()):
        if mean.dtype.is_floating_point:
            means.append(mean), values.append(value)
        else:
            mean.copy_(value)
    torch._foreach_mul_(means, decay)
    torch._foreach_add_(means, values, alpha=1 - decay)


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
