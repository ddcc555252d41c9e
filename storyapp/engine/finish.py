"""Post-processing of decoder output: twice the size, flat areas, sharp edges, smooth outlines, no stray specks."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from torch import Tensor

from storyapp.story.request import Picture

from .vqvae import premultiplied

FLATTEN = 30  # colour difference (of 255) up to which neighbouring pixels are averaged
EDGE = 5  # pixels of the enlarged picture within which a soft edge becomes a step
SURE, RIM = 0.8, 7  # alpha from which a pixel keeps its colour; size of the window that others take theirs from
SMOOTH = 0.8  # sigma in pixels of the blur that antialiases edges
OUTLINE, STEEP = 1.5, 5.0  # sigma in pixels of the blur that smooths outlines, and the gain that sharpens them again
SPECKS = 5  # pixels of the median filter that removes specks and dents from sharpened edges
FAINT = 0.3  # alpha up to which a pixel does not count towards the area of a component
SPECK = 0.006  # share of a figure's area below which a separate component is an artefact; a drop of sweat is larger


def enlarged(colour: Any) -> Any:
    """uint8 colour (height, width, 3) at twice the size, with flat areas and sharp edges."""
    for _ in range(2):  # nearly equal neighbours are meant to be one colour
        colour = cv2.bilateralFilter(colour, 7, FLATTEN, 4)
    rising = cv2.resize(rises_with_brightness(colour), None, fx=2, fy=2, interpolation=cv2.INTER_LINEAR) >= 0
    large: Any = cv2.resize(colour, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    for _ in range(2):
        large = cv2.medianBlur(steepened(large, rising), SPECKS)
    return np.ascontiguousarray(cv2.GaussianBlur(large, (0, 0), SMOOTH))


def outlined(alpha: Any) -> Any:
    """Alpha (height, width), float32 in 0 … 1, at twice the size, with a smooth outline one pixel wide and no halo."""
    large = cv2.resize(alpha, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    return np.clip((cv2.GaussianBlur(large, (0, 0), OUTLINE) - 0.5) * STEEP + 0.5, 0, 1)


def filled(colour: Any, alpha: Any) -> Any:
    """Premultiplied colour and alpha (0 … 1, float32) → straight colour; edge pixels take the colour of the inside.

    The own colour of a half-transparent pixel is imprecise and would show as a rim.
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


def rises_with_brightness(colour: Any) -> Any:
    """Covariance of each channel with the brightness around a pixel, (height, width, 3): negative where it falls."""
    pixels, around = colour.astype(np.float32), (EDGE, EDGE)
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)[..., None]
    return cv2.blur(pixels * grey, around) - cv2.blur(pixels, around) * cv2.blur(grey, around)[..., None]


def steepened(pixels: Any, rising: Any) -> Any:
    """Toggle mapping (Kramer and Bruckner 1975) of colour (height, width, 3), uint8: blurred edges become steps.

    A pixel becomes the lighter or the darker side of its neighbourhood, whichever is nearer to it. All channels take the
    same side, by `rising` (height, width, 3), or edges would get false colours.
    """
    around = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (EDGE, EDGE))
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    lighter = cv2.subtract(cv2.dilate(grey, around), grey) < cv2.subtract(grey, cv2.erode(grey, around))
    return np.where(lighter[..., None] == rising, cv2.dilate(pixels, around), cv2.erode(pixels, around))


def without_specks(alpha: Any) -> Any:
    """True where `alpha` (height, width, 0 … 255) is kept, False in tiny components that touch nothing else."""
    count, labels = cv2.connectedComponents((alpha > 0).astype(np.uint8))
    areas = np.bincount(labels[alpha > FAINT * 255], minlength=count)
    kept = areas >= SPECK * areas.sum()
    kept[0] = True
    return kept[labels]


def to_picture(shown: Tensor, frame: str) -> Picture:
    """Decoder output (4, height, width: colour over white, alpha) → straight RGBA, a backdrop RGB, at twice the size."""
    if frame == "backdrop":
        pixels = enlarged(_bytes(shown[:3]))
    else:
        premultiplied_colour, alpha = (one[0].permute(1, 2, 0).cpu().numpy() for one in premultiplied(shown[None]))
        straight = np.clip(filled(premultiplied_colour, alpha[..., 0]) * 255, 0, 255).round().astype(np.uint8)
        solid = outlined(alpha[..., 0])
        if frame == "figure":
            solid = solid * without_specks(solid * 255)
        pixels = np.dstack([enlarged(straight), (solid * 255).round().astype(np.uint8)])
    return Picture(pixels.shape[1], pixels.shape[0], "RGB" if frame == "backdrop" else "RGBA", pixels.tobytes())
