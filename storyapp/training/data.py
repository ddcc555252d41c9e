"""Drawings as tensors, drawn while training runs: nothing is stored, and no picture is seen twice."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional
from torch.utils.data import IterableDataset

from .world import concepts, drawing


@dataclass
class PairBatch:
    """Drawings of one frame in two styles each: the first half in one, the second half in the other.

    `pictures` (2n, 4, size, size) uint8 straight RGBA, `styles` (2n,), `faces` (2n, 4).
    """

    frame: str
    pictures: Tensor
    styles: Tensor
    faces: Tensor

    def swapped(self) -> Tensor:
        """Indices (2n,) that put the partner of each drawing in its place."""
        half = len(self.pictures) // 2
        return torch.arange(2 * half).roll(half)


def shown(pixels: Tensor) -> Tensor:
    """uint8 straight RGBA (batch, 4, …) → float colour over white and alpha, in 0 … 1: what the net sees."""
    values = pixels.float() / 255
    alpha = values[:, 3:]
    return torch.cat([values[:, :3] * alpha + (1 - alpha), alpha], dim=1)


def half_size(picture: Tensor) -> Tensor:
    """The encoder's input: each 2×2 pixels averaged."""
    return functional.avg_pool2d(picture, 2)


def to_tensor(pictures: list[NDArray[np.uint8]]) -> Tensor:
    """Pictures (height, width, 4) as one uint8 tensor (batch, 4, height, width)."""
    return torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).contiguous()


def draw_pairs(frame: str, count: int, rng: random.Random) -> PairBatch:
    """`count` random training drawings of `frame`, each in two styles."""
    firsts, seconds, names, faces = [], [], [], []
    for _ in range(count):
        one = drawing.draw(drawing.sample(frame, rng))
        first, second = drawing.style_pair(rng)
        firsts.append(one.styled(first))
        seconds.append(one.styled(second))
        names.append((first, second))
        faces.append(one.face)
    order = [concepts.STYLES.index(name) for pair in zip(*names, strict=True) for name in pair]
    return PairBatch(frame, to_tensor(firsts + seconds), torch.tensor(order), torch.tensor(faces + faces))


class PairStream(IterableDataset[list[PairBatch]]):
    """Endless lists of one PairBatch a frame; step n is the same in every run of one seed."""

    def __init__(self, counts: dict[str, int], seed: int, start: int = 0) -> None:
        self.counts = counts
        self.seed = seed
        self.start = start

    def __iter__(self) -> Iterator[list[PairBatch]]:
        info = torch.utils.data.get_worker_info()
        worker, workers = (info.id, info.num_workers) if info else (0, 1)
        step = self.start + worker
        while True:
            rng = random.Random(f"{self.seed}-{step}")
            yield [draw_pairs(frame, count, rng) for frame, count in self.counts.items() if count]
            step += workers
