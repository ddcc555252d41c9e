"""The six styles, as filters over flat cels: colours and shading change, no shape does.

Cels are painted flat; a style is a function of their pixels, applied at the size of the finished picture. So a
line is as thick on a mouse as on an elephant and crisp in print, and a book changes its style at once while
every code stays. Paper and cut-out shadows come later, over the whole picture. What is small and dark on a cel, the
eyes and the mouth above all, is kept out of strokes and washes, so that faces stay clear.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np

from .marks import (
    Colours,
    Flat,
    Pixels,
    Plane,
    crisp,
    deepened,
    edges,
    hatching,
    mixed,
    moved,
    relief,
    rim,
    saturated,
    texture,
)

_INK = np.array([34, 28, 44], np.float32)
_PAPER = np.array([253, 250, 243], np.float32)
_WHITE = np.array([255, 255, 255], np.float32)


def apply_style(flat: Pixels, style: str, side: int | None = None) -> Pixels:
    """The flat picture in `style`, alpha unchanged; `side` is the short side of the picture it will be part of.

    Raises:
        KeyError: if there is no such style.
    """
    paint = _PAINTERS[style]
    painted = cv2.convertScaleAbs(np.maximum(paint(Flat.of(flat, side)), 0))
    return np.dstack([painted, flat[..., 3]]) if flat.shape[-1] == 4 else painted


def _cartoon(flat: Flat) -> Colours:
    """Flat colours: who acts has a thin dark outline and light from above, and stands before a paler backdrop."""
    sharp = crisp(flat, 3).astype(np.float32)
    if not flat.is_cel:
        return mixed(sharp, _WHITE, flat.grey * np.float32(0.13 / 255))
    lit = sharp * (1 + 0.24 * _turned(flat, -5, -9) - 0.2 * _turned(flat, 5, 9))[..., None]
    return mixed(lit, 0.38 * sharp, flat.blurred(rim(flat, 2), 0.5))


def _turned(flat: Flat, right: float, down: float) -> Plane:
    """How much a cel is turned towards one side at its edge (0 … 1), in a soft band."""
    unit = min(flat.side / 512, min(flat.alpha.shape) / 220)  # on a small cel, no half of a face
    behind = cv2.GaussianBlur(moved(flat.alpha, -round(right * unit), -round(down * unit)), (0, 0), max(0.4, 4 * unit))
    return 1 - behind.astype(np.float32) / 255


def _watercolour(flat: Flat) -> Colours:
    """Transparent washes: pigment takes away light, pools at edges, runs where it was wet, and leaves paper free."""
    shown = flat.colour.astype(np.float32)
    wet = np.clip(texture(flat, 30, seed=3), -2, 2)
    if not flat.is_cel:
        shown = mixed(shown, flat.blurred(shown, 6), np.clip(0.8 * wet, 0, 1))
    pooled = flat.blurred(edges(flat, 4), 0.9) * np.clip(0.75 + 0.4 * texture(flat, 9, seed=5), 0, 1.3)
    grained = np.clip(texture(flat, 3, seed=6), -2, 2)
    dense = 0.74 + (0.06 if flat.is_cel else 0.08) * wet + 0.025 * grained + 0.42 * pooled
    dense = 1 + (np.clip(dense, 0.25, 1.6) - 1) * flat.clear
    washed = deepened(saturated(shown, 1.2), dense) * (_PAPER / 255)
    if flat.is_cel:
        washed = mixed(washed, _WHITE, 0.7 * flat.blurred(rim(flat, 1.2), 0.5))
    return washed


def _clay(flat: Flat) -> Colours:
    """Rolled and pressed shapes in soft light; a backdrop is a board with only its edges rounded."""
    slope_x, slope_y = relief(flat, 30 if flat.is_cel else 9)
    dents = np.clip(texture(flat, 7, seed=9), -2, 2)
    prints = texture(flat, 7, 0.9, 35, seed=10)
    light = (0.6 if flat.is_cel else 0.3) * (0.85 * slope_y + 0.5 * slope_x)
    light = np.clip(light, -0.8, 0.8) * (0.4 + 0.6 * flat.clear) + 0.025 * dents + 0.008 * prints
    lifted = np.maximum(light, 0)
    hollow = np.minimum(light, 0)
    shaded = deepened(saturated(crisp(flat, 3), 1.06), 1 - 1.1 * hollow) * (1 + 0.3 * hollow + 0.12 * lifted)[..., None]
    return mixed(shaded, _WHITE, np.clip(0.25 * lifted + 0.7 * lifted * lifted, 0, 1))


def _ink(flat: Flat) -> Colours:
    """Dark pen lines of changing weight over light washes on bright paper, and hatching in the shade."""
    strong = np.clip(saturated(flat.colour, 1.5), 0, 255)
    thin = 0.66 if flat.is_cel else 0.52
    washed = mixed(_PAPER * (1 - thin + thin / 255 * strong), strong, 0.8 * flat.marks)
    weight = np.clip(0.5 + 0.35 * texture(flat, 14, seed=12), 0, 1)
    if flat.is_cel:
        shade = _turned(flat, 16, 16) * flat.clear
    else:
        shade = np.clip((135 - flat.grey.astype(np.float32)) / 150 + 0.16 * texture(flat, 24, seed=13), 0, 0.8)
    pen = np.clip((hatching(flat, 8) - 1.15 + 0.9 * shade + 0.25 * weight) * 2.5, 0, 1) * np.minimum(1, 3 * shade)
    pen = pen * (0.42 * min(1, (flat.side / 480) ** 2))  # too fine on a small picture, it would be grey waves
    light, heavy = edges(flat, 2), edges(flat, 4)
    line = np.clip((light + (heavy - light) * weight - 0.3) * 1.8, 0, 1) * flat.clear
    if flat.is_cel:
        line = np.maximum(line, np.clip(1.6 * flat.blurred(rim(flat, 1.2, 1.6), 0.5) - 0.2, 0, 1))
    return mixed(washed, _INK, np.maximum(np.maximum(pen, 0.92 * line), flat.black))


def _crayon(flat: Flat) -> Colours:
    """Waxy strokes that leave paper free, and a thick outline that wobbles."""
    strong = np.clip(saturated(flat.colour, 1.2), 0, 255)
    patch = np.clip(0.5 + 0.9 * texture(flat, 34, seed=13), 0, 1)
    one, other = texture(flat, 8, 1.3, -18, seed=14), texture(flat, 8, 1.3, -44, seed=20)
    strokes = 0.8 * (other + (one - other) * patch) + 0.8 * texture(flat, 0.8, seed=15)
    light = 0.3 + 0.7 * flat.grey.astype(np.float32) / 255
    gaps = np.clip((strokes - 0.25) * 0.55, 0, 1) * flat.clear
    thick = 1 - 0.2 * np.clip(strokes, -2, 0) * flat.clear
    waxy = mixed(255 - (255 - strong) * thick[..., None], _PAPER, (0.6 if flat.is_cel else 0.5) * gaps * light)
    broken = np.clip(1.15 - 0.35 * np.maximum(strokes, 0), 0, 1)
    line = flat.blurred(edges(flat, 5), 0.8) * flat.clear
    if flat.is_cel:
        line = np.maximum(line, flat.blurred(rim(flat, 3.5), 0.8))
    line = 0.9 * np.clip(_wobbled(flat, line), 0, 1) * broken
    return mixed(waxy, 0.4 * strong, np.maximum(line, flat.black))


def _wobbled(flat: Flat, plane: Plane) -> Plane:
    """A plane moved by up to some pixels to and fro, as by an unsteady hand."""
    reach = np.float32(1.6 * flat.side / 512)
    across, down = reach * texture(flat, 10, seed=16), reach * texture(flat, 10, seed=17)
    return cv2.remap(plane, across, down, cv2.INTER_LINEAR | cv2.WARP_RELATIVE_MAP, borderMode=cv2.BORDER_REPLICATE)


def _cutout(flat: Flat) -> Colours:
    """Sheets of coloured paper: the smaller lies on the larger, with a light cut edge and a shadow below."""
    even = cv2.medianBlur(flat.colour, min(7, flat.length(5) | 1))
    sheets = crisp(replace(flat, colour=even), 5)
    around = cv2.blur(sheets, (flat.length(70),) * 2)
    above = cv2.cvtColor(cv2.absdiff(sheets, around), cv2.COLOR_RGB2GRAY).astype(np.float32)
    shift = flat.length(5)
    other = cv2.cvtColor(cv2.absdiff(sheets, moved(sheets, shift, shift)), cv2.COLOR_RGB2GRAY).astype(np.float32)
    cast = np.clip((moved(above, shift, shift) - above) / 12, 0, 1) * np.clip((other - 8) / 16, 0, 1)
    shade = flat.blurred(cast, 1.2) * cv2.erode(flat.clear, flat.kernel(0.05))
    cut = flat.blurred(edges(flat, 2, sheets), 0.4) * np.clip((above - flat.blurred(above, 3)) / 16, 0, 1)
    cut = 0.6 * cut * flat.clear
    if flat.is_cel:
        cut = np.maximum(cut, 0.9 * flat.blurred(rim(flat, 3), 0.4))
    fibre = 0.014 * texture(flat, 0.7, seed=18) + 0.012 * np.clip(texture(flat, 4, 0.5, 25, seed=19), -1, 3)
    paper = 0.95 * saturated(sheets, 1.08) + 0.05 * _PAPER
    return mixed(paper * ((1 - 0.4 * shade) * (1 + fibre))[..., None], _WHITE, cut)


_PAINTERS: dict[str, Callable[[Flat], Colours]] = {
    "cartoon": _cartoon,
    "watercolour": _watercolour,
    "clay": _clay,
    "ink": _ink,
    "crayon": _crayon,
    "cutout": _cutout,
}
