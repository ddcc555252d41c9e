"""The six styles, as filters over the flat drawing: colours and shading change, no shape does.

Every drawing of the world is made flat once; a style is a function of its pixels. So the same subject in two
styles has the same alpha and the same layout to the pixel, which the tokenizer's swap loss needs. Grain,
paper and cut-out shadows are not here: the compositor adds them at full resolution.
"""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]  # (height, width, 4) straight RGBA, or (height, width, 3) RGB
Plane = NDArray[np.float32]

_INK = np.array([52, 44, 58], np.float32)
_PAPER = np.array([252, 247, 236], np.float32)


def apply_style(flat: Pixels, style: str) -> Pixels:
    """The flat drawing in `style`, alpha unchanged.

    Raises:
        KeyError: if there is no such style.
    """
    paint = _PAINTERS[style]
    colour = flat[..., :3].astype(np.float32)
    if flat.shape[-1] == 4:
        # Colour under the soft edge is filled in from the inside, so filters see no dark fringe.
        colour = _bleed(colour, flat[..., 3])
        painted = np.clip(paint(colour, flat[..., 3]), 0, 255).astype(np.uint8)
        return np.dstack([painted, flat[..., 3]])
    opaque = np.full(flat.shape[:2], 255, np.uint8)
    return np.clip(paint(colour, opaque), 0, 255).astype(np.uint8)


def _bleed(colour: Plane, alpha: Pixels) -> Plane:
    weight = (alpha >= 250).astype(np.float32)
    reach = _scaled(alpha, 9) | 1
    spread = cv2.blur(colour * weight[..., None], (reach, reach))
    share = cv2.blur(weight, (reach, reach))
    outside = weight < 0.5
    filled = spread[outside] / np.maximum(share[outside], 1e-3)[:, None]
    colour = colour.copy()
    colour[outside] = np.where(share[outside][:, None] > 1e-3, filled, colour[outside])
    return colour


def _scaled(picture: Pixels, at_512: float) -> int:
    """A length given for a 512-pixel picture, in pixels of this one (at least 1)."""
    return max(1, round(at_512 * min(picture.shape[:2]) / 512))


def _edges(colour: Plane, alpha: Pixels, width: float) -> Plane:
    """Where colours meet (0 … 1), as lines about `width` pixels wide (of 512)."""
    layers = np.dstack([colour, alpha.astype(np.float32)])
    kernel = np.ones((_scaled(alpha, width) | 1,) * 2, np.uint8)
    gradient = cv2.morphologyEx(layers, cv2.MORPH_GRADIENT, kernel).max(-1)
    return np.clip((gradient - 24) / 72, 0, 1)


def _relief(colour: Plane, alpha: Pixels, radius: float) -> tuple[Plane, Plane]:
    """Each flat area blown up like a pillow: slopes to the right and downwards."""
    lines = (_edges(colour, alpha, 3) > 0.3).astype(np.uint8)
    reach = _scaled(alpha, radius)
    distance = cv2.distanceTransform(1 - lines, cv2.DIST_L2, 3)
    height = np.sqrt(np.clip(distance / reach, 0, 1))
    height = cv2.GaussianBlur(height, (0, 0), max(1.0, reach / 5))
    slope_x = cv2.Sobel(height, cv2.CV_32F, 1, 0) * reach / 8
    slope_y = cv2.Sobel(height, cv2.CV_32F, 0, 1) * reach / 8
    return slope_x, slope_y


def _saturate(colour: Plane, amount: float) -> Plane:
    grey = colour @ np.array([0.299, 0.587, 0.114], np.float32)
    return grey[..., None] + (colour - grey[..., None]) * amount


def _wash(shape: tuple[int, int], cells: int, seed: int) -> Plane:
    """A smooth random field (−1 … 1), the same for every picture of one shape."""
    small = np.random.default_rng(seed).uniform(-1, 1, (cells, cells)).astype(np.float32)
    return cv2.resize(small, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)


def _cartoon(colour: Plane, alpha: Pixels) -> Plane:
    return colour


def _watercolour(colour: Plane, alpha: Pixels) -> Plane:
    soft = cv2.GaussianBlur(colour, (0, 0), max(0.6, min(alpha.shape) / 340))
    pale = 255 - (255 - _saturate(soft, 1.05)) * 0.72
    pigment = 1 + 0.10 * _wash(alpha.shape, 7, 3) + 0.05 * _wash(alpha.shape, 19, 5)
    washed = 255 - (255 - pale) * pigment[..., None]
    rim = cv2.GaussianBlur(_edges(colour, alpha, 5), (0, 0), max(0.6, min(alpha.shape) / 300))
    return washed * (1 - 0.26 * rim[..., None])


def _clay(colour: Plane, alpha: Pixels) -> Plane:
    slope_x, slope_y = _relief(colour, alpha, 34)
    light = np.clip(0.55 * slope_y + 0.35 * slope_x, -0.8, 0.8)
    shaded = _saturate(colour, 0.92) * (1 + 0.42 * np.minimum(light, 0) + 0.10 * np.maximum(light, 0))[..., None]
    shine = np.clip(light, 0, 1) ** 2
    return shaded + (255 - shaded) * (0.55 * shine)[..., None]


def _ink(colour: Plane, alpha: Pixels) -> Plane:
    grey = colour @ np.array([0.299, 0.587, 0.114], np.float32)
    tint = _saturate(colour, 0.45)
    tone = _PAPER * (0.45 + 0.55 * grey[..., None] / 255)
    filled = 0.55 * tone + 0.45 * tint
    line = _edges(colour, alpha, 6)[..., None]
    return filled * (1 - line) + _INK * line


def _crayon(colour: Plane, alpha: Pixels) -> Plane:
    strong = _saturate(colour, 1.25)
    rows, columns = np.indices(alpha.shape, dtype=np.float32)
    period = _scaled(alpha, 46)
    strokes = np.sin((columns + rows * 0.6) * (2 * np.pi / period) + 2.0 * _wash(alpha.shape, 6, 11))
    waxy = strong + (255 - strong) * (0.16 + 0.12 * strokes)[..., None]
    line = cv2.GaussianBlur(_edges(colour, alpha, 9), (0, 0), max(0.6, min(alpha.shape) / 380))[..., None]
    return waxy * (1 - line) + (strong * 0.62) * line


def _cutout(colour: Plane, alpha: Pixels) -> Plane:
    paper = 0.9 * _saturate(colour, 0.82) + 0.1 * _PAPER
    layers = cv2.GaussianBlur(np.dstack([paper, alpha.astype(np.float32)]), (0, 0), max(0.6, min(alpha.shape) / 260))
    shift = _scaled(alpha, 5)
    grey = layers[..., :3].mean(-1) * (layers[..., 3] / 255)
    lower = np.roll(grey, -shift, 0)
    upper = np.roll(grey, shift, 0)
    shade = np.clip((upper - grey) / 90, 0, 1)  # lies under the sheet above it
    lift = np.clip((grey - upper) / 120, 0, 1) * np.clip((grey - lower + 60) / 60, 0, 1)
    return paper * (1 - 0.28 * shade[..., None]) + (255 - paper) * (0.22 * lift[..., None])


_PAINTERS: dict[str, Callable[[Plane, Pixels], Plane]] = {
    "cartoon": _cartoon,
    "watercolour": _watercolour,
    "clay": _clay,
    "ink": _ink,
    "crayon": _crayon,
    "cutout": _cutout,
}
