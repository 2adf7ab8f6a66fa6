"""The line network: convolutions down to one row, two layers that look both ways along it, one column a character."""

from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

from .line_alphabet import COUNT
from .net import Residual

WIDTHS = (48, 96, 160)
ALONG = 192
COLUMN_PX = 4
"""Pixels of the crop that one output column stands for."""


class LineNet(nn.Module):
    """N x 1 x 48 x W, 0 paper to 1 ink, to N x W/4 x COUNT log probabilities."""

    def __init__(self) -> None:
        super().__init__()
        first, second, third = WIDTHS
        self.body = nn.Sequential(
            nn.Conv2d(1, first, 5, stride=2, padding=2, bias=False),
            nn.BatchNorm2d(first),
            nn.ReLU(),
            Residual(first),
            _step(first, second, (2, 2)),
            Residual(second),
            Residual(second),
            _step(second, third, (2, 1)),
            Residual(third),
        )
        self.collapse = nn.Sequential(nn.Conv2d(third, 256, (6, 1), bias=False), nn.BatchNorm2d(256), nn.ReLU())
        self.drop = nn.Dropout(0.25)
        self.along = nn.LSTM(256, ALONG, num_layers=2, bidirectional=True, batch_first=True, dropout=0.25)
        self.head = nn.Linear(2 * ALONG, COUNT)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        columns = self.collapse(self.body(x)).squeeze(2).transpose(1, 2)
        read, _ = self.along(self.drop(columns))
        return functional.log_softmax(self.head(self.drop(read)).float(), 2)


def _step(inputs: int, outputs: int, stride: tuple[int, int]) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, 3, stride=stride, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU()
    )
