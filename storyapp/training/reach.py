"""The receptive field of the decoder: how far beyond its own cell a changed code can change the picture.

`reach` computes it from the sizes of the network, `measured_reach` measures it; beyond it not one bit changes.
"""

from __future__ import annotations

from typing import NamedTuple

import torch

from storyapp.engine.vqvae import TOP_CELL, VQVAE, VQVAEConfig
from storyapp.story.codes import FRAMES

_BOTTOM_CELL = TOP_CELL // 2
_FINE_CELL = TOP_CELL // 4  # pixels of a cell of the decoder's last map


class Reach(NamedTuple):
    """Pixels beyond each side of a changed top or bottom cell."""

    top: int
    bottom: int


def reach(config: VQVAEConfig) -> Reach:
    """The reach of a decoder of these sizes: each 3×3 convolution adds one cell of its map."""
    deep, middle, fine = config.decoder_blocks
    after = _BOTTOM_CELL * 2 * middle + _FINE_CELL * (2 * fine + 1)  # what both levels go through
    return Reach(TOP_CELL * (1 + 2 * deep) + after, _BOTTOM_CELL + after)


@torch.no_grad()
def measured_reach(model: VQVAE, level: str = "top", least: float = 0.0, seed: int = 0) -> int:
    """Pixels beyond the sides of a changed cell at which the picture still differs by more than `least` (of 1).

    Random codes are decoded twice, with one cell in the middle changed; the picture is large enough for any reach.
    """
    config, generator = model.config, torch.Generator().manual_seed(seed)
    cells = 2 * (-(-reach(config).top // TOP_CELL) + 1)
    top = torch.randint(config.top.size, (1, cells, cells, config.top.depth), generator=generator)
    bottom = torch.randint(config.bottom.size, (1, 2 * cells, 2 * cells, config.bottom.depth), generator=generator)
    changed = {"top": top.clone(), "bottom": bottom.clone()}
    at, side = (cells // 2, TOP_CELL) if level == "top" else (cells, _BOTTOM_CELL)
    size = (config.top if level == "top" else config.bottom).size
    changed[level][0, at, at] = (changed[level][0, at, at] + size // 2) % size
    before, after = (
        model.decode(one["top"], one["bottom"], FRAMES[0]) for one in ({"top": top, "bottom": bottom}, changed)
    )
    differs = ((before - after).abs() > least).any(1)[0]
    rows, columns = (torch.nonzero(differs.any(axis)).flatten() for axis in (1, 0))
    if not len(rows):
        return 0
    start, end = at * side, (at + 1) * side - 1
    return max(int(line) for span in (rows, columns) for line in (start - span[0], span[-1] - end))
