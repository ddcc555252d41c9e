"""What a hand leaves on paper, as planes for the styles: lines where colours meet, grain, strokes, hatching, relief.

Lengths are given for a picture whose short side is 512 pixels. Textures are square tiles that wrap around, so one of
any size can be covered, and the same place of the same picture always has the same grain.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

# OpenCV's stubs promise no dtype, so none is named here.
Pixels = NDArray[Any]  # uint8, (height, width, 4) straight RGBA, or (height, width, 3) RGB
Plane = NDArray[Any]  # float32, (height, width)
Colours = NDArray[Any]  # float32, (height, width, 3)

_LARGEST_TILE = 1024  # pixels
# How sure a difference of levels is a line, and a dip in lightness a mark.
_EDGE_STRENGTH = np.clip((np.arange(256, dtype=np.float32) - 20) / 64, 0, 1)
_MARK_STRENGTH = np.clip((np.arange(256, dtype=np.float32) - 90) / 64, 0, 1)


@dataclass(frozen=True)
class Flat:
    """A flat cel or backdrop: RGB, alpha, and the short side of the picture that it is part of."""

    colour: Pixels
    alpha: Pixels
    side: int
    is_cel: bool

    @classmethod
    def of(cls, pixels: Pixels, side: int | None = None) -> Flat:
        """A cel from RGBA, its colours carried on to where it is hardly seen; a backdrop from RGB."""
        side = side or min(pixels.shape[:2])
        if pixels.shape[-1] == 3:
            return cls(np.ascontiguousarray(pixels), np.full(pixels.shape[:2], 255, np.uint8), side, False)
        colour, alpha = pixels[..., :3].copy(), np.ascontiguousarray(pixels[..., 3])
        reach = 2 * max(2, round(5 * side / 512)) + 1
        cover = alpha.astype(np.float32)
        around = cv2.blur(
            cv2.merge([*(cv2.multiply(cover, one, dtype=cv2.CV_32F) for one in cv2.split(colour)), cover]),
            (reach, reach),
        )
        faint = alpha < 200
        colour[faint] = 255
        rim = faint & (around[..., 3] > 0.5)
        colour[rim] = around[rim, :3] / around[rim, 3:] + 0.5
        return cls(colour, alpha, side, True)

    @functools.cached_property
    def grey(self) -> Plane:
        return cv2.cvtColor(self.colour, cv2.COLOR_RGB2GRAY)

    @functools.cached_property
    def marks(self) -> Plane:
        """Small dark marks on a cel, such as eyes, brows and a mouth (0 … 1); a backdrop has none."""
        return _MARK_STRENGTH[self._hat]

    @functools.cached_property
    def black(self) -> Plane:
        """The marks that are nearly black, as eyes are and a red mouth is not (0 … 1)."""
        return self.marks * np.clip((120 - self.colour.max(-1).astype(np.float32)) / 60, 0, 1)

    @functools.cached_property
    def clear(self) -> Plane:
        """0 on and closely around the marks, the glints of eyes among them, and 1 elsewhere."""
        whole = cv2.morphologyEx(self._hat, cv2.MORPH_CLOSE, self.kernel(0.04))
        around = cv2.dilate(cv2.dilate(whole, self.kernel(0.03)), np.ones((self.length(3) | 1,) * 2, np.uint8))
        return 1 - self.blurred(_MARK_STRENGTH[around], 0.6)

    @functools.cached_property
    def _hat(self) -> Pixels:
        if not self.is_cel:
            return np.zeros_like(self.alpha)
        shown = cv2.min(self.grey, self.alpha)
        around = cv2.morphologyEx(shown, cv2.MORPH_CLOSE, self.kernel(0.11))
        hat = cv2.subtract(around, shown)
        # As a share of what is around: eyes are as much darker than dark skin as than pale skin.
        return cv2.divide(cv2.threshold(hat, 25, 255, cv2.THRESH_TOZERO)[1], around, scale=255)

    def kernel(self, share: float) -> Pixels:
        """A square of so much of the cel, as large as what is part of it and grows with it."""
        return np.ones((max(3, round(share * min(self.alpha.shape))) | 1,) * 2, np.uint8)

    def length(self, at_512: float) -> int:
        """A length in pixels, at least 1."""
        return max(1, round(at_512 * self.side / 512))

    def blurred(self, plane: Any, radius: float) -> Any:
        return cv2.GaussianBlur(plane, (0, 0), max(0.4, radius * self.side / 512))


def edges(flat: Flat, width: float, colour: Pixels | None = None) -> Plane:
    """Where colours meet (0 … 1), as lines about `width` wide."""
    kernel = np.ones((flat.length(width) | 1,) * 2, np.uint8)
    shown = flat.colour if colour is None else colour
    layers = cv2.morphologyEx(cv2.merge([*cv2.split(shown), flat.alpha]), cv2.MORPH_GRADIENT, kernel)
    red, green, blue, cover = cv2.split(layers)
    return _EDGE_STRENGTH[cv2.max(cv2.max(red, green), cv2.max(blue, cover))]


def rim(flat: Flat, width: float, towards: float = 0) -> Plane:
    """The inner edge of a silhouette (0 … 1), wider by `towards` where it looks down to the right."""
    thin = flat.length(width)
    size = 2 * thin + 1 + (flat.length(towards) if towards else 0)
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (size, size))
    inner = cv2.erode(flat.alpha, kernel, anchor=(thin, thin))
    return cv2.subtract(flat.alpha, inner).astype(np.float32) / 255


def crisp(flat: Flat, width: float) -> Pixels:
    """The colours with soft edges made hard, but never beyond the lightest and darkest around."""
    kernel = np.ones((flat.length(width) | 1,) * 2, np.uint8)
    light, dark = cv2.dilate(flat.colour, kernel), cv2.erode(flat.colour, kernel)
    sharper = cv2.addWeighted(flat.colour, 3.2, flat.blurred(flat.colour, width / 2), -2.2, 0)
    return cv2.min(cv2.max(sharper, dark), light)


def relief(flat: Flat, radius: float) -> tuple[Plane, Plane]:
    """Each flat area blown up like a pillow, small marks aside: slopes to the right and downwards."""
    reach = flat.length(radius)
    shown = flat.colour
    if flat.is_cel:
        kernel = flat.kernel(0.11)
        shown = cv2.morphologyEx(cv2.morphologyEx(shown, cv2.MORPH_CLOSE, kernel), cv2.MORPH_OPEN, kernel)
    lines = (edges(flat, 3, shown) > 0.5).astype(np.uint8)
    distance = cv2.distanceTransform(1 - lines, cv2.DIST_L2, 3)
    height = np.sqrt(np.clip(distance / reach, 0, 1))
    height = cv2.GaussianBlur(height, (0, 0), max(1.0, reach / 5))
    return cv2.Sobel(height, cv2.CV_32F, 1, 0) * (reach / 8), cv2.Sobel(height, cv2.CV_32F, 0, 1) * (reach / 8)


def moved(plane: Any, right: int, down: int) -> Any:
    """A plane moved by so many pixels, its edges carried on."""
    padded = cv2.copyMakeBorder(plane, max(down, 0), max(-down, 0), max(right, 0), max(-right, 0), cv2.BORDER_REPLICATE)
    top, left = max(-down, 0), max(-right, 0)
    return padded[top : top + plane.shape[0], left : left + plane.shape[1]]


def saturated(colour: Any, amount: float) -> Colours:
    grey = cv2.cvtColor(cv2.cvtColor(colour, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
    return cv2.addWeighted(colour, amount, grey, 1 - amount, 0, dtype=cv2.CV_32F)


def deepened(colours: Colours, density: Plane) -> Colours:
    """Colours as pigment of that density makes them (1 as they are): white stays white, what is dark gets darker."""
    return 255 * cv2.exp(cv2.log(np.clip(colours, 8, 255) / 255) * density[..., None])


def mixed(colours: Colours, other: Any, part: Plane) -> Colours:
    """The colours with `part` (0 … 1) of others, or of one."""
    return colours + (other - colours) * part[..., None]


def texture(flat: Flat, along: float, across: float = 0, angle: float = 0, seed: int = 0) -> Plane:
    """Noise of mean 0 and deviation 1 over a flat; its spots are `along` × `across` large, turned by degrees."""
    return _laid(_noise(_step(flat.side), along, across or along, angle, seed), flat.alpha.shape)


def hatching(flat: Flat, period: float) -> Plane:
    """Nearly parallel pen lines as waves (−1 … 1) that rise to the right."""
    return _laid(_waves(_step(flat.side), period), flat.alpha.shape)


def _step(side: int) -> int:
    """The nearest of few sides: a window that is drawn larger needs no new textures for each of its sizes."""
    return max(4, round(2 ** (round(2 * math.log2(side)) / 2)))


def _laid(tile: Plane, shape: tuple[int, ...]) -> Plane:
    high, wide = -(-shape[0] // tile.shape[0]), -(-shape[1] // tile.shape[1])
    return (np.tile(tile, (high, wide)) if max(high, wide) > 1 else tile)[: shape[0], : shape[1]]


@functools.lru_cache(maxsize=24)
def _noise(side: int, along: float, across: float, angle: float, seed: int) -> Plane:
    """A tile of white noise, blurred in its spectrum, where everything wraps around."""
    tile = min(side, _LARGEST_TILE)
    spectrum = np.fft.rfft2(np.random.default_rng(seed).standard_normal((tile, tile), np.float32))
    down, right = np.fft.fftfreq(tile)[:, None], np.fft.rfftfreq(tile)[None]
    turn = np.radians(angle)
    one = (right * np.cos(turn) + down * np.sin(turn)) * along
    other = (down * np.cos(turn) - right * np.sin(turn)) * across
    spectrum = spectrum * np.exp(-2 * (np.pi * side / 512) ** 2 * (one**2 + other**2))
    spectrum[0, 0] = 0
    noise = np.fft.irfft2(spectrum, (tile, tile)).astype(np.float32)
    return noise / max(float(noise.std()), 1e-6)


@functools.lru_cache(maxsize=4)
def _waves(side: int, period: float) -> Plane:
    tile = min(side, _LARGEST_TILE)
    rows, columns = np.indices((tile, tile), dtype=np.float32)
    count = max(1, round(512 / period * tile / side))
    return np.sin((columns + rows) * np.float32(2 * np.pi * count / tile) + 1.1 * _noise(side, 22, 22, 0, 31))
