"""Other hands, pens and scanners, and `norm28`, for a whole batch at once, in torch, so that a graphics card can do them.

Sums are in floating point here: an image may differ from what `norm28` makes by a grey level, which training does not
mind. What is measured or calibrated always goes through `scanned` and `norm28`.
"""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np
import torch
from torch.nn import functional

from .augment import BODY, CANVAS, MOST_STRETCH
from .norm28 import BODY as NORM_BODY
from .norm28 import EDGE, SIDE

_REACH = 5
"""Pixels to each side that the pen's blur looks at; its widest sigma is 1.7."""


def canvas_of(ink: np.ndarray) -> tuple[np.ndarray, tuple[int, int]]:
    """The ink map in the middle of a canvas, its longest side BODY; and the height and width it has there, px."""
    height, width = ink.shape
    scale = BODY / max(height, width)
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    body = cv2.resize(ink, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    canvas = np.zeros((CANVAS, CANVAS), np.uint8)
    top, left = (CANVAS - size[1]) // 2, (CANVAS - size[0]) // 2
    canvas[top : top + size[1], left : left + size[0]] = body
    return canvas, (size[1], size[0])


def augmented(canvases: torch.Tensor, bodies: torch.Tensor) -> torch.Tensor:
    """N x CANVAS x CANVAS, 0 to 255, and N x 2 (height, width, px) to bent, thickened, degraded canvases."""
    image = _pen(_warped(canvases.float(), bodies.float()))
    image = _coarse(image)
    image = _blocky(image)
    chance = torch.rand(len(image), 1, 1, device=image.device)
    level = 80 + 90 * torch.rand_like(chance)
    image = torch.where(chance < 0.3, (image > level).float() * 255, image)
    return _broken(_framed(image))


def _warped(image: torch.Tensor, bodies: torch.Tensor) -> torch.Tensor:
    n, device = len(image), image.device
    normal = torch.randn(n, 3, device=device)
    angle, shear, wide = 0.10 * normal[:, 0], 0.14 * normal[:, 1], torch.exp(0.13 * normal[:, 2])
    stretched = torch.rand(n, device=device) < 0.12
    fill = torch.clamp(BODY / bodies, max=MOST_STRETCH)
    down = torch.where(stretched, fill[:, 0], torch.ones_like(wide))
    across = torch.where(stretched, fill[:, 1], torch.ones_like(wide)) * wide
    cos, sin = torch.cos(angle), torch.sin(angle)
    forward = torch.stack(
        [torch.stack([cos * across, (cos * shear - sin) * down], 1), torch.stack([sin * across, (sin * shear + cos) * down], 1)], 1
    )
    back = torch.linalg.inv(forward)
    bend = functional.interpolate(
        torch.randn(n, 2, 5, 5, device=device), (CANVAS, CANVAS), mode="bicubic", align_corners=False
    )
    at = torch.arange(CANVAS, device=device, dtype=torch.float32) - (CANVAS - 1) / 2
    x = at[None, None, :] + bend[:, 0]
    y = at[None, :, None] + bend[:, 1]
    half = (CANVAS - 1) / 2
    map_x = (back[:, 0, 0, None, None] * x + back[:, 0, 1, None, None] * y) / half
    map_y = (back[:, 1, 0, None, None] * x + back[:, 1, 1, None, None] * y) / half
    grid = torch.stack([map_x, map_y], 3)
    return functional.grid_sample(image[:, None], grid, mode="bilinear", padding_mode="zeros", align_corners=True)[:, 0]


def _blurred(image: torch.Tensor, sigma: torch.Tensor) -> torch.Tensor:
    taps = torch.arange(-_REACH, _REACH + 1, device=image.device, dtype=torch.float32)
    weights = torch.exp(-(taps[None] ** 2) / (2 * sigma[:, None] ** 2))
    weights = weights / weights.sum(1, keepdim=True)
    for dim in (1, 2):
        padded = functional.pad(image, (_REACH, _REACH, 0, 0) if dim == 2 else (0, 0, _REACH, _REACH))
        parts = [weights[:, k, None, None] * padded.narrow(dim, k, CANVAS) for k in range(2 * _REACH + 1)]
        image = torch.stack(parts).sum(0)
    return image


def _pen(image: torch.Tensor) -> torch.Tensor:
    """Thicker or thinner, sharper or softer strokes."""
    draw = torch.rand(3, len(image), device=image.device)
    blurred = _blurred(image, 0.6 + 1.1 * draw[0])
    peak = blurred.amax((1, 2)).clamp(min=1)
    middle = (0.3 + 0.32 * draw[1]) * peak
    steep = torch.maximum(1.5 + 3.5 * draw[2], 135 / middle)
    return ((blurred - middle[:, None, None]) * steep[:, None, None] + 128).clamp(0, 255)


@lru_cache(maxsize=None)
def _coarse_tables() -> torch.Tensor:
    """A shrink to 18 ... 31 px and back as one matrix each; the last changes nothing."""
    eye = np.eye(CANVAS, dtype=np.float32)
    tables = []
    for side in range(18, 32):
        small = cv2.resize(eye, (CANVAS, side), interpolation=cv2.INTER_AREA)
        tables.append(cv2.resize(small, (CANVAS, CANVAS), interpolation=cv2.INTER_LINEAR))
    return torch.from_numpy(np.stack([*tables, eye]))


def _coarse(image: torch.Tensor) -> torch.Tensor:
    tables = _coarse_tables().to(image.device)
    n = len(image)
    which = torch.randint(len(tables) - 1, (n,), device=image.device)
    which = torch.where(torch.rand(n, device=image.device) < 0.15, which, torch.full_like(which, len(tables) - 1))
    m = tables[which]
    return m @ image @ m.transpose(1, 2)


_LUMINANCE = [
    [16, 11, 10, 16, 24, 40, 51, 61],
    [12, 12, 14, 19, 26, 58, 60, 55],
    [14, 13, 16, 24, 40, 57, 69, 56],
    [14, 17, 22, 29, 51, 87, 80, 62],
    [18, 22, 37, 56, 68, 109, 103, 77],
    [24, 35, 55, 64, 81, 104, 113, 92],
    [49, 64, 78, 87, 103, 121, 120, 101],
    [72, 92, 95, 98, 112, 100, 103, 99],
]
"""Quantisation of luminance in ITU-T T.81, table K.1."""


def _blocky(image: torch.Tensor) -> torch.Tensor:
    """JPEG of quality 15 to 50, without its entropy coding."""
    n, device = len(image), image.device
    chosen = torch.rand(n, device=device) < 0.06
    k = torch.arange(8, device=device, dtype=torch.float32)
    cosine = torch.cos((2 * k[None, :] + 1) * k[:, None] * torch.pi / 16) * 0.5
    cosine[0] *= 0.5**0.5
    quality = 15 + 35 * torch.rand(n, 1, 1, 1, 1, device=device)
    table = torch.tensor(_LUMINANCE, device=device, dtype=torch.float32) * (50 / quality)
    side = CANVAS // 8
    blocks = (image - 128).reshape(n, side, 8, side, 8).permute(0, 1, 3, 2, 4)
    kept = torch.round(cosine @ blocks @ cosine.T / table) * table
    decoded = (cosine.T @ kept @ cosine).permute(0, 1, 3, 2, 4).reshape(n, CANVAS, CANVAS) + 128
    decoded = torch.where(decoded > 40, decoded, torch.zeros_like(decoded)).clamp(0, 255)
    return torch.where(chosen[:, None, None], decoded, image)


def _framed(image: torch.Tensor) -> torch.Tensor:
    """A short piece of a cell's frame that was not removed, a little outside the character."""
    n, device = len(image), image.device
    at, start = torch.randint(6, 11, (n, 1), device=device), torch.randint(8, 36, (n, 1), device=device)
    end = start + torch.randint(4, 14, (n, 1), device=device)
    side, pixel = torch.randint(4, (n, 1), device=device), torch.arange(CANVAS, device=device)[None]
    line = torch.where(side % 2 == 0, at, CANVAS - 1 - at)
    on, along = pixel == line, (pixel >= start) & (pixel < end)
    rows, columns = torch.where(side < 2, on, along), torch.where(side < 2, along, on)
    drawn = rows[:, :, None] & columns[:, None, :] & (torch.rand(n, 1, 1, device=device) < 0.05)
    value = 120 + 135 * torch.rand(n, 1, 1, device=device)
    return torch.where(drawn, value.expand_as(image), image)


def _broken(image: torch.Tensor) -> torch.Tensor:
    """A thin line of white, as a printed frame leaves that was taken out, or a failing pen."""
    n, device = len(image), image.device
    at, pixel = torch.randint(14, 42, (n, 1), device=device), torch.arange(CANVAS, device=device)[None]
    line = (pixel == at) | (pixel == at + 1)
    across = torch.rand(n, 1, 1, device=device) < 0.5
    gap = torch.where(across, line[:, :, None].expand_as(image), line[:, None, :].expand_as(image))
    return torch.where(gap & (torch.rand(n, 1, 1, device=device) < 0.04), torch.zeros_like(image), image)


def normalised28(canvas: torch.Tensor) -> torch.Tensor:
    """N x CANVAS x CANVAS, 0 to 255, to N x 1 x 28 x 28, 0 to 1, as `norm28` brings them to size and place."""
    strong = canvas >= EDGE
    up, down = _box(strong, 2)
    left, right = _box(strong, 1)
    longest = torch.maximum(down - up, right - left).clamp(min=1)
    rows, columns = _triangle(up, down, longest), _triangle(left, right, longest)
    body = torch.floor(rows @ canvas.float() @ columns.transpose(1, 2) + 0.5)
    body = torch.floor(body * 255 / body.amax((1, 2), keepdim=True).clamp(min=1))
    return _centred(body, _size(down - up, longest), _size(right - left, longest))[:, None] / 255


def _box(strong: torch.Tensor, over: int) -> tuple[torch.Tensor, torch.Tensor]:
    some = strong.any(over).float()
    first = some.argmax(1)
    return first, CANVAS - some.flip(1).argmax(1)


def _size(length: torch.Tensor, longest: torch.Tensor) -> torch.Tensor:
    return ((2 * NORM_BODY * length + longest) // (2 * longest)).clamp(min=1)


def _triangle(first: torch.Tensor, end: torch.Tensor, longest: torch.Tensor) -> torch.Tensor:
    """N x BODY x CANVAS weights of a triangle filter over [first, end); rows past the target's size are zero."""
    size = _size(end - first, longest)[:, None, None].float()
    t = torch.arange(NORM_BODY, device=first.device, dtype=torch.float32)[None, :, None]
    s = torch.arange(CANVAS, device=first.device, dtype=torch.float32)[None, None, :]
    begin, stop = first[:, None, None].float(), end[:, None, None].float()
    scale = (stop - begin).clamp(min=1) / size
    reach = scale.clamp(min=1)
    weight = (1 - (s - begin - ((t + 0.5) * scale - 0.5)).abs() / reach).clamp(min=0)
    weight = weight * (s >= begin) * (s < stop) * (t < size)
    return weight / weight.sum(2, keepdim=True).clamp(min=1e-6)


def _centred(body: torch.Tensor, height: torch.Tensor, width: torch.Tensor) -> torch.Tensor:
    mass = body.sum((1, 2)).clamp(min=1)
    k = torch.arange(NORM_BODY, device=body.device, dtype=torch.float32)
    left = torch.floor(14 - (body.sum(1) * k).sum(1) / mass).clamp(min=0)
    top = torch.floor(14 - (body.sum(2) * k).sum(1) / mass).clamp(min=0)
    left, top = torch.minimum(left, SIDE - width.float()), torch.minimum(top, SIDE - height.float())
    side = torch.arange(SIDE, device=body.device, dtype=torch.float32)
    rows = (side[None, :, None] == k[None, None, :] + top[:, None, None]).float()
    columns = (side[None, :, None] == k[None, None, :] + left[:, None, None]).float()
    return rows @ body @ columns.transpose(1, 2)
