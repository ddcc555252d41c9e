"""From what the decoder gives to a picture: enlarged, flat areas flat, edges steep, crumbs taken away."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from torch import Tensor

from storyapp.story.request import Picture

from .vqvae import premultiplied

FLATTEN = 30  # colour difference (of 255) up to which neighbours are drawn together
EDGE = 5  # pixels of the enlarged picture over which an edge is made one step
SURE, RIM = 0.8, 7  # alpha from which a pixel's colour is its own; pixels around that others take theirs from
SMOOTH = 0.8  # pixels of the blur that takes the stairs from edges
OUTLINE, STEEP = 1.5, 5.0  # pixels of the blur that takes the dents from outlines, and how much steeper they get again
SPECKS = 5  # pixels of the median that takes specks and dents from what is enlarged
FAINT = 0.3  # alpha up to which a pixel does not count towards an area
CRUMB = 0.006  # share of a figure's area below which what floats apart from it is a slip; a drop of sweat is more


def enlarged(colour: Any) -> Any:
    """uint8 colour (height, width, 3) at twice the size: flat areas flat, edges steps instead of slopes."""
    for _ in range(2):  # what differs little from its neighbours was meant to be one colour
        colour = cv2.bilateralFilter(colour, 7, FLATTEN, 4)
    large: Any = cv2.medianBlur(cv2.resize(colour, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC), SPECKS)
    for _ in range(2):
        large = steepened(large)
    return np.ascontiguousarray(cv2.GaussianBlur(large, (0, 0), SMOOTH))


def outlined(alpha: Any) -> Any:
    """Alpha (height, width), float32 in 0 … 1, at twice the size: a smooth outline, one pixel wide, and no veil around it."""
    large = cv2.resize(alpha, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    return np.clip((cv2.GaussianBlur(large, (0, 0), OUTLINE) - 0.5) * STEEP + 0.5, 0, 1)


def filled(colour: Any, alpha: Any) -> Any:
    """Premultiplied colour and alpha (0 … 1, float32) → straight colour, that of the inside carried over the edge.

    What a half transparent pixel has of its own is little and imprecise, and would show as a rim.
    """
    weight = alpha**4
    straight = colour / np.maximum(alpha, 1 / 255)[..., None]
    around = (
        cv2.blur(straight * weight[..., None], (RIM, RIM)) / np.maximum(cv2.blur(weight, (RIM, RIM)), 1e-6)[..., None]
    )
    return np.where((alpha < SURE)[..., None], around, straight)


def _bytes(picture: Tensor) -> Any:
    """(channels, height, width) in 0 … 1 → uint8 (height, width, channels)."""
    return np.ascontiguousarray((picture.clamp(0, 1) * 255).round().byte().permute(1, 2, 0).cpu().numpy())


def steepened(pixels: Any) -> Any:
    """Each channel (height, width, channels) becomes the brightest or the darkest around, whichever is nearer.

    The toggle mapping of Kramer and Bruckner (1975): a blurred edge between two flat areas becomes a step.
    """
    around = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (EDGE, EDGE))
    brightest, darkest = cv2.dilate(pixels, around), cv2.erode(pixels, around)
    return np.where(cv2.subtract(brightest, pixels) < cv2.subtract(pixels, darkest), brightest, darkest)


def without_crumbs(alpha: Any) -> Any:
    """1 where `alpha` (height, width) of 0 … 255 is to stay, 0 where something tiny floats apart from all else."""
    count, labels = cv2.connectedComponents((alpha > 0).astype(np.uint8))
    areas = np.bincount(labels[alpha > FAINT * 255], minlength=count)
    kept = areas >= CRUMB * areas.sum()
    kept[0] = True
    return kept[labels]


def to_picture(shown: Tensor, frame: str) -> Picture:
    """Net output (4, height, width) → straight RGBA, or RGB for a backdrop, of twice the size."""
    if frame == "backdrop":
        pixels = enlarged(_bytes(shown[:3]))
    else:
        premultiplied_colour, alpha = (one[0].permute(1, 2, 0).cpu().numpy() for one in premultiplied(shown[None]))
        straight = np.clip(filled(premultiplied_colour, alpha[..., 0]) * 255, 0, 255).round().astype(np.uint8)
        solid = outlined(alpha[..., 0])
        if frame == "figure":
            solid = solid * without_crumbs(solid * 255)
        pixels = np.dstack([enlarged(straight), (solid * 255).round().astype(np.uint8)])
    return Picture(pixels.shape[1], pixels.shape[0], "RGB" if frame == "backdrop" else "RGBA", pixels.tobytes())
