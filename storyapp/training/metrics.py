"""Metrics of pictures and of counted answers."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional


def psnr(one: Tensor, other: Tensor, where: Tensor | None = None) -> float:
    """Peak signal-to-noise ratio in dB of pictures in 0 … 1, over the pixels of `where` (broadcast, 0 … 1)."""
    error = (one - other).square()
    if where is None:
        mean = float(error.mean())
    else:
        weight = where.expand_as(error)
        mean = float((error * weight).sum() / weight.sum().clamp(min=1))
    return 10 * math.log10(1 / max(mean, 1e-10))


def intersection_over_union(one: Tensor, other: Tensor) -> float:
    """IoU of two alpha masks, thresholded at 0.5; 1 if both are empty."""
    first, second = one > 0.5, other > 0.5
    union = (first | second).sum()
    return float((first & second).sum() / union) if union else 1.0


def crop(picture: Tensor, box: tuple[float, float, float, float]) -> Tensor:
    """The part of `picture` (channels, height, width) inside a box (x0, y0, x1, y1) in fractions."""
    height, width = picture.shape[-2:]
    x0, y0, x1, y1 = box
    return picture[..., round(y0 * height) : round(y1 * height), round(x0 * width) : round(x1 * width)]


def wilson(right: int, count: int, z: float = 1.96) -> tuple[float, float]:
    """The Wilson score interval of `right` out of `count`; the default `z` is for 95%."""
    if not count:
        return 0.0, 1.0
    share = right / count
    centre = share + z * z / (2 * count)
    spread = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count))
    scale = 1 + z * z / count
    return (centre - spread) / scale, (centre + spread) / scale


def accuracy(answers: Sequence[bool]) -> dict[str, Any]:
    """The share of right answers, with its 95% Wilson interval and their count."""
    right, count = sum(answers), len(answers)
    interval = [round(edge, 3) for edge in wilson(right, count)]
    return {"accuracy": round(right / max(1, count), 3), "interval": interval, "count": count}


class Tally:
    """Right and wrong answers, counted by a path of names such as frame, source and attribute."""

    def __init__(self) -> None:
        self._hits: dict[tuple[str, ...], list[bool]] = defaultdict(list)

    def add(self, *path: str, right: bool) -> None:
        """Count one answer."""
        self._hits[path].append(right)

    def add_all(self, right: Mapping[str, bool], *path: str) -> None:
        """Count answers by name, each as the last part of its path."""
        for name, good in right.items():
            self.add(*path, name, right=good)

    def share(self, *path: str) -> float | None:
        """The share of right answers; None where there are none."""
        hits = self._hits.get(path)
        return sum(hits) / len(hits) if hits else None

    def to_json(self) -> dict[str, Any]:
        """The `accuracy` of each path, in nested dictionaries."""
        nested: dict[str, Any] = {}
        for path, hits in self._hits.items():
            place = nested
            for name in path[:-1]:
                place = place.setdefault(name, {})
            place[path[-1]] = accuracy(hits)
        return nested


def edge_band(alpha: Tensor, pixels: int = 4) -> Tensor:
    """The band of `pixels` width along the edge of alpha (batch, 1, height, width), as 0 or 1."""
    solid = (alpha > 0.5).float()
    grown = functional.max_pool2d(solid, 2 * (pixels // 2) + 1, 1, pixels // 2)
    shrunk = -functional.max_pool2d(-solid, 2 * (pixels // 2) + 1, 1, pixels // 2)
    return grown - shrunk


def edge_error(painted: Tensor, target: Tensor) -> float:
    """Mean luminance error (of 255) in the 4-pixel band along the edge, over black and over white paper.

    Both are (batch, 4, height, width): colour over white, then alpha. 0 where there is no edge.
    """
    band = edge_band(target[:, 3:])
    if not band.any():
        return 0.0
    weights = torch.tensor([0.299, 0.587, 0.114])[:, None, None]
    errors = []
    for paper in (0.0, 1.0):
        one, other = (picture[:, :3] - (1 - picture[:, 3:]) * (1 - paper) for picture in (painted, target))
        error = ((one - other) * weights).sum(1, keepdim=True).abs()
        errors.append(float((error * band).sum() / band.sum()))
    return 255 * sum(errors) / len(errors)


def ssim(one: Tensor, other: Tensor, window: int = 8) -> float:
    """Structural similarity (Wang et al. 2004) of pictures (batch, channels, height, width), uniform windows."""
    means = [functional.avg_pool2d(picture, window, 1) for picture in (one, other)]
    variances = [
        functional.avg_pool2d(picture.square(), window, 1) - mean.square()
        for picture, mean in zip((one, other), means, strict=True)
    ]
    covariance = functional.avg_pool2d(one * other, window, 1) - means[0] * means[1]
    c1, c2 = 0.01**2, 0.03**2
    similar = (2 * means[0] * means[1] + c1) * (2 * covariance + c2)
    scale = (means[0].square() + means[1].square() + c1) * (variances[0] + variances[1] + c2)
    return float((similar / scale).mean())


def sharpness(painted: Tensor, target: Tensor) -> float:
    """Gradient energy relative to the target: 1 is as sharp, less is blurred.

    Both are (batch, channels, height, width). It is the ratio of the root mean squares of neighbour differences, so that
    a few steep edges count for more than faint noise.
    """
    energy = [
        (picture.diff(dim=-1).square().mean() + picture.diff(dim=-2).square().mean()).sqrt()
        for picture in (painted, target)
    ]
    return float(energy[0] / energy[1].clamp(min=1e-6))
