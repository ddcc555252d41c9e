"""Training drawings as tensors, rendered on the fly: nothing is stored, and no picture is seen twice."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import IterableDataset

from .world import drawing


@dataclass
class DrawingBatch:
    """Flat drawings of one frame: `pictures` (n, 4, size, size) uint8 straight RGBA, `faces` (n, 4) in fractions."""

    frame: str
    pictures: Tensor
    faces: Tensor
    specs: Sequence[drawing.Spec] = ()


def shown(pixels: Tensor) -> Tensor:
    """uint8 straight RGBA (batch, 4, …) → the network's input: float colour over white and alpha, in 0 … 1."""
    values = pixels.float() / 255
    alpha = values[:, 3:]
    return torch.cat([values[:, :3] * alpha + (1 - alpha), alpha], dim=1)


def to_tensor(pictures: list[NDArray[np.uint8]]) -> Tensor:
    """Pictures (height, width, 4) as one uint8 tensor (batch, 4, height, width)."""
    return torch.from_numpy(np.stack(pictures)).permute(0, 3, 1, 2).contiguous()


def as_input(one: drawing.Drawing) -> Tensor:
    """A drawing of the coded size as the network's input (1, 4, size, size), channels last."""
    return shown(to_tensor([one.pixels])).contiguous(memory_format=torch.channels_last)


def draw_batch(
    frame: str,
    count: int,
    rng: random.Random,
    sizes: Mapping[str, int] = drawing.CODED_SIZE,
    practised: float = 0.0,
) -> DrawingBatch:
    """`count` random training drawings of `frame`, `sizes[frame]` pixels a side.

    The share `practised` of them is restricted to the views and poses that the painter is trained on.
    """
    specs = [drawing.sample(frame, rng) for _ in range(count)]
    specs = [drawing.practised(spec, rng) if practised and rng.random() < practised else spec for spec in specs]
    drawn = [drawing.draw(spec, sizes) for spec in specs]
    faces = torch.tensor([one.face for one in drawn])
    return DrawingBatch(frame, to_tensor([one.pixels for one in drawn]), faces, specs)


class DrawingStream(IterableDataset[list[DrawingBatch]]):
    """Endless lists of one DrawingBatch per frame; step n is the same in every run with the same seed."""

    def __init__(self, counts: dict[str, int], seed: str, start: int = 0, practised: float = 0.0) -> None:
        self.counts = counts
        self.practised = practised
        self.seed = seed
        self.start = start

    def __iter__(self) -> Iterator[list[DrawingBatch]]:
        info = torch.utils.data.get_worker_info()
        worker, workers = (info.id, info.num_workers) if info else (0, 1)
        step = self.start + worker
        while True:
            rng = random.Random(f"{self.seed}-{step}")
            yield [
                draw_batch(frame, count, rng, practised=self.practised) for frame, count in self.counts.items() if count
            ]
            step += workers
