"""A small residual network. Widths are multiples of 16, which the CPU kernels like."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

from .classes import COUNT


class Residual(nn.Module):
    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.norm1 = nn.BatchNorm2d(width)
        self.second = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.norm2 = nn.BatchNorm2d(width)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = functional.relu(self.norm1(self.first(x)))
        return functional.relu(x + self.norm2(self.second(y)))


def _narrow(inputs: int, outputs: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, stride=2, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU()
    )


class CharacterNet(nn.Module):
    """N x 1 x 28 x 28, 0 paper to 1 ink, to N x 37 logits."""

    def __init__(self) -> None:
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv2d(1, 16, 3, padding=1, bias=False),
            nn.BatchNorm2d(16),
            nn.ReLU(),
            _narrow(16, 32),
            Residual(32),
            Residual(32),
            _narrow(32, 64),
            Residual(64),
        )
        self.pool = nn.AvgPool2d(3, stride=2)
        self.drop = nn.Dropout(0.2)
        self.head = nn.Linear(64 * 9, COUNT)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.drop(torch.flatten(self.pool(self.body(x)), 1)))
