"""The six styles, as filters over flat cels: colours and shading change, no shape does.

Cels are painted flat; a style is a function of their pixels, applied at the size of the finished picture. So a
line is as thick on a mouse as on an elephant and crisp in print, and a book changes its style at once while
every code stays. Grain, paper and cut-out shadows come later, over the whole picture.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

# OpenCV's stubs promise no dtype, so none is named here.
Pixels = NDArray[Any]  # uint8, (height, width, 4) straight RGBA, or (height, width, 3) RGB
Plane = NDArray[Any]  # float32

_INK = np.array([52, 44, 58], np.float32)
_PAPER = np.array([252, 247, 236], np.float32)
_EDGE_STRENGTH = np.clip((np.arange(256, dtype=np.float32) - 24) / 72, 0, 1)


def apply_style(flat: Pixels, style: str, side: int | None = None) -> Pixels:
    """The flat picture in `style`, alpha unchanged; `side` is the short side of the picture it will be part of.

    Raises:
        KeyError: if there is no such style.
    """
    paint = _PAINTERS[style]
    side = side or min(flat.shape[:2])
    alpha = np.ascontiguousarray(flat[..., 3]) if flat.shape[-1] == 4 else np.full(flat.shape[:2], 255, np.uint8)
    colour = np.ascontiguousarray(flat[..., :3])
    if flat.shape[-1] == 4:
        # Paper under what is transparent, so that filters see no dark fringe.
        colour = cv2.add(colour, cv2.merge([np.where(alpha == 0, 255, 0).astype(np.uint8)] * 3))
    painted = colour if style == "cartoon" else cv2.convertScaleAbs(np.clip(paint(colour, alpha, side), 0, 255))
    return np.dstack([painted, alpha]) if flat.shape[-1] == 4 else painted


def _scaled(side: int, at_512: float) -> int:
    """A length given for a 512-pixel picture, in pixels of one of that side (at least 1)."""
    return max(1, round(at_512 * side / 512))


def _edges(colour: Pixels, alpha: Pixels, side: int, width: float) -> Plane:
    """Where colours meet (0 … 1), as lines about `width` pixels wide (of 512)."""
    kernel = np.ones((_scaled(side, width) | 1,) * 2, np.uint8)
    layers = cv2.morphologyEx(cv2.merge([*cv2.split(colour), alpha]), cv2.MORPH_GRADIENT, kernel)
    red, green, blue, cover = cv2.split(layers)
    strongest = cv2.max(cv2.max(red, green), cv2.max(blue, cover))
    return _EDGE_STRENGTH[strongest]


def _relief(colour: Pixels, alpha: Pixels, side: int, radius: float) -> tuple[Plane, Plane]:
    """Each flat area blown up like a pillow: slopes to the right and downwards."""
    lines = (_edges(colour, alpha, side, 3) > 0.3).astype(np.uint8)
    reach = _scaled(side, radius)
    distance = cv2.distanceTransform(1 - lines, cv2.DIST_L2, 3)
    height = np.sqrt(np.clip(distance / reach, 0, 1))
    height = cv2.GaussianBlur(height, (0, 0), max(1.0, reach / 5))
    slope_x = cv2.Sobel(height, cv2.CV_32F, 1, 0) * reach / 8
    slope_y = cv2.Sobel(height, cv2.CV_32F, 0, 1) * reach / 8
    return slope_x, slope_y


def _grey(colour: Pixels) -> Plane:
    return cv2.cvtColor(colour, cv2.COLOR_RGB2GRAY).astype(np.float32)


def _saturate(colour: Pixels, amount: float) -> Plane:
    grey = cv2.cvtColor(cv2.cvtColor(colour, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
    return cv2.addWeighted(colour, amount, grey, 1 - amount, 0, dtype=cv2.CV_32F)


def _three(plane: Plane) -> Plane:
    return cv2.merge([plane, plane, plane])


@functools.lru_cache(maxsize=32)
def _wash(shape: tuple[int, int], cells: int, seed: int) -> Plane:
    """A smooth random field (−1 … 1), the same for every picture of one shape."""
    small = np.random.default_rng(seed).uniform(-1, 1, (cells, cells)).astype(np.float32)
    return cv2.resize(small, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)


def _cartoon(colour: Pixels, alpha: Pixels, side: int) -> Plane:
    return colour.astype(np.float32)


def _watercolour(colour: Pixels, alpha: Pixels, side: int) -> Plane:
    pale = 0.74 * _saturate(colour, 1.12) + 0.26 * 255
    pigment = _three(1 + 0.10 * _wash(alpha.shape, 7, 3) + 0.05 * _wash(alpha.shape, 19, 5))
    washed = 255 - (255 - pale) * pigment
    rim = cv2.GaussianBlur(_edges(colour, alpha, side, 5), (0, 0), max(0.6, side / 300))
    return washed * _three(1 - 0.28 * rim)


def _clay(colour: Pixels, alpha: Pixels, side: int) -> Plane:
    slope_x, slope_y = _relief(colour, alpha, side, 34)
    light = np.clip(0.55 * slope_y + 0.35 * slope_x, -0.8, 0.8)
    lifted = np.maximum(light, 0)
    shaded = _saturate(colour, 0.92) * _three(1 + 0.42 * np.minimum(light, 0) + 0.10 * lifted)
    return shaded + (255 - shaded) * _three(0.55 * lifted * lifted)


def _ink(colour: Pixels, alpha: Pixels, side: int) -> Plane:
    # A light wash whatever the colour, so that the lines stay readable on dark clothes and at night.
    tone = _three(0.42 + 0.58 * _grey(colour) / 255) * _PAPER
    filled = 0.6 * tone + 0.4 * _saturate(colour, 0.5)
    line = _three(_edges(colour, alpha, side, 3) * (0.35 + 0.65 * (_grey(colour) / 255)))
    return filled + (_INK - filled) * line


def _crayon(colour: Pixels, alpha: Pixels, side: int) -> Plane:
    strong = _saturate(colour, 1.25)
    waxy = strong + (255 - strong) * _three(0.14 + 0.07 * _strokes(alpha.shape, side))
    line = cv2.GaussianBlur(_edges(colour, alpha, side, 6), (0, 0), max(0.6, side / 380))
    return waxy + (strong * 0.62 - waxy) * _three(line)


@functools.lru_cache(maxsize=8)
def _strokes(shape: tuple[int, int], side: int) -> Plane:
    rows, columns = np.indices(shape, dtype=np.float32)
    period = _scaled(side, 15)
    return np.sin((columns + rows * 0.6) * (2 * np.pi / period) + 3.0 * _wash(shape, 6, 11))


def _cutout(colour: Pixels, alpha: Pixels, side: int) -> Plane:
    paper = 0.9 * _saturate(colour, 0.82) + 0.1 * _PAPER
    grey = cv2.GaussianBlur(_grey(colour), (0, 0), max(0.6, side / 260))
    shift = _scaled(side, 7)
    lower, upper = np.roll(grey, -shift, 0), np.roll(grey, shift, 0)
    shade = np.clip((upper - grey) / 90, 0, 1)  # lies under the sheet above it
    lift = np.clip((grey - upper) / 120, 0, 1) * np.clip((grey - lower + 60) / 60, 0, 1)
    shaded = paper * _three(1 - 0.4 * shade)
    return shaded + (255 - paper) * _three(0.22 * lift)


_PAINTERS: dict[str, Callable[[Pixels, Pixels, int], Plane]] = {
    "cartoon": _cartoon,
    "watercolour": _watercolour,
    "clay": _clay,
    "ink": _ink,
    "crayon": _crayon,
    "cutout": _cutout,
}
