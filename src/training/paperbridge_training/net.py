"""A small residual network. Widths are multiples of 16, which the CPU kernels like."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

from .classes import COUNT

SHIPPED = (16, 32, 64)
"""Widths at 28, 14 and 7 px of the network that reads in hospitals."""

TEACHER = (32, 64, 128)
"""Widths of the networks it learns from: four times the work, so they stay here."""


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

    def __init__(self, widths: tuple[int, int, int] = SHIPPED) -> None:
        super().__init__()
        wide, half, quarter = widths
        self.body = nn.Sequential(
            nn.Conv2d(1, wide, 3, padding=1, bias=False),
            nn.BatchNorm2d(wide),
            nn.ReLU(),
            _narrow(wide, half),
            Residual(half),
            Residual(half),
            _narrow(half, quarter),
            Residual(quarter),
        )
        self.pool = nn.AvgPool2d(3, stride=2)
        self.drop = nn.Dropout(0.2)
        self.head = nn.Linear(quarter * 9, COUNT)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.drop(torch.flatten(self.pool(self.body(x)), 1)))
