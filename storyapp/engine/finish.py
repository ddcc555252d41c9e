"""From what the decoder gives to a picture: enlarged, flat areas flat, edges steep, crumbs taken away."""

from __future__ import annotations

import cv2
import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from storyapp.story.request import Picture

from .vqvae import premultiplied

FLATTEN = 30  # colour difference (of 255) up to which neighbours are drawn together
SHARPEN = 0.8  # how much of what a blur takes away is added once more after enlarging
FAINT = 0.3  # alpha up to which a pixel does not count towards an area
CRUMB = 0.006  # share of a figure's area below which what floats apart from it is a slip; a drop of sweat is more


def enlarged(shown: Tensor) -> Tensor:
    """Net output (4, height, width) at twice the size: flat areas flattened, edges as steep as they were."""
    pixels = (shown.clamp(0, 1) * 255).round().byte().permute(1, 2, 0).cpu().numpy()
    colour = np.ascontiguousarray(pixels[..., :3])
    for _ in range(2):  # what differs little from its neighbours was meant to be one colour
        colour = cv2.bilateralFilter(colour, 7, FLATTEN, 4)
    flat = torch.from_numpy(np.dstack([colour, pixels[..., 3]])).permute(2, 0, 1).float() / 255
    large = functional.interpolate(flat[None], scale_factor=2, mode="bicubic")
    soft = functional.avg_pool2d(large, 5, 1, 2, count_include_pad=False)
    return (large + SHARPEN * (large - soft))[0].clamp(0, 1)


def without_crumbs(alpha: Tensor) -> Tensor:
    """1 where `alpha` (height, width) is to stay, 0 where something tiny floats apart from all else."""
    shown = alpha.cpu().numpy()
    count, labels = cv2.connectedComponents((shown > 0).astype(np.uint8))
    areas = np.bincount(labels[shown > FAINT], minlength=count)
    kept = areas >= CRUMB * areas.sum()
    kept[0] = True
    return torch.from_numpy(kept[labels]).to(alpha)


def to_picture(shown: Tensor, frame: str) -> Picture:
    """Net output (4, height, width) → straight RGBA, or RGB for a backdrop, of twice the size."""
    shown = enlarged(shown)
    if frame == "backdrop":
        pixels = (shown[:3].clamp(0, 1) * 255).round().byte()
    else:
        colour, alpha = premultiplied(shown[None])
        # A faint veil of alpha outside the figure would show as a grey box over dark backdrops.
        solid = ((alpha - 0.04) / 0.92).clamp(0, 1)
        if frame == "figure":
            solid = solid * without_crumbs(solid[0, 0])
        straight = (colour / alpha.clamp(min=1 / 255)).clamp(0, 1)
        pixels = (torch.cat([straight, solid], dim=1)[0] * 255).round().byte()
    array = pixels.permute(1, 2, 0).cpu().numpy()
    return Picture(
        array.shape[1], array.shape[0], "RGB" if frame == "backdrop" else "RGBA", np.ascontiguousarray(array).tobytes()
    )
