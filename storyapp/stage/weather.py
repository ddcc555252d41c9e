"""What lies over a picture: rain, snow and fog, behind who acts and in front, and the grain of the paper."""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

Plane = NDArray[np.float32]

NEAR = 0.7  # what is nearer falls in front of who acts


def fall(picture: Image.Image, weather: str, near: bool) -> Image.Image:
    """The picture with rain, snow or fog before it, that which is far away or that which is near; others change nothing.

    Who acts stands between both, so that faces are not covered.
    """
    if weather == "rain":
        picture.paste((214, 228, 244), (0, 0), _drops(picture.size, near))
    elif weather == "snow":
        picture.paste((255, 255, 255), (0, 0), _flakes(picture.size, near))
    elif weather == "fog":
        picture.paste((226, 230, 236), (0, 0), _mist(picture.size, near))
    return picture


def _places(near: bool, count: int, seed: int) -> NDArray[np.float64]:
    """Places in a picture (x, y) and how near they are (0 … 1), those far away or the fewer that are near."""
    places = np.random.default_rng(seed).uniform((0, -0.08, 0), (1.1, 1, 1), (count, 3))
    return places[(places[:, 2] > NEAR) == near]


@functools.lru_cache(maxsize=4)
def _drops(size: tuple[int, int], near: bool) -> Image.Image:
    veil = Image.new("L", size)
    draw = ImageDraw.Draw(veil)
    unit = size[1] / 512
    for x, y, close in _places(near, 190, 11):
        length = (10 + 26 * close * close) * unit
        start = (x * size[0], y * size[1])
        end = (start[0] - length * 0.28, start[1] + length)
        draw.line((*start, *end), fill=int(100 + 90 * close), width=max(1, round((1.4 + 1.1 * close) * unit)))
    return veil.filter(ImageFilter.GaussianBlur(0.5 * unit))


@functools.lru_cache(maxsize=4)
def _flakes(size: tuple[int, int], near: bool) -> Image.Image:
    veil = Image.new("L", size)
    draw = ImageDraw.Draw(veil)
    unit = size[1] / 512
    for x, y, close in _places(near, 210, 12):
        centre, reach = (x * size[0], y * size[1]), (1.3 + 3.7 * close**3) * unit
        box = (centre[0] - reach, centre[1] - reach, centre[0] + reach, centre[1] + reach)
        draw.ellipse(box, fill=int(150 + 80 * close))
    return veil.filter(ImageFilter.GaussianBlur(0.7 * unit))


@functools.lru_cache(maxsize=4)
def _mist(size: tuple[int, int], near: bool) -> Image.Image:
    rows = np.linspace(0, 1, size[1], dtype=np.float32)[:, None]
    band = np.exp(-(((rows - 0.62) / 0.22) ** 2)) * 110 + 30
    drift = _smooth(size, 6, 13) * 26
    if near:  # a low bank before the feet
        band, drift = np.exp(-(((rows - 0.97) / 0.13) ** 2)) * 120, drift * 0.3
    return Image.fromarray(np.clip(band + drift, 0, 255).astype(np.uint8))


def _smooth(size: tuple[int, int], cells: int, seed: int) -> Plane:
    """A smooth random field (−1 … 1) of (height, width)."""
    coarse = np.random.default_rng(seed).uniform(0, 255, (cells, cells)).astype(np.uint8)
    field = Image.fromarray(coarse).resize(size, Image.Resampling.BICUBIC)
    return np.asarray(field, np.float32) / 127.5 - 1


@functools.lru_cache(maxsize=8)
def _grain(size: tuple[int, int], kind: str) -> Plane:
    random = np.random.default_rng(21)
    noise = random.standard_normal((size[1], size[0])).astype(np.float32)
    image = Image.fromarray(np.clip(noise * 40 + 128, 0, 255).astype(np.uint8))
    radius = {"paper": 0.8, "granulation": 1.6, "wax": 1.1}.get(kind, 0.8) * max(1.0, size[1] / 768)
    soft = np.asarray(image.filter(ImageFilter.GaussianBlur(radius)), np.float32) - 128
    return soft / max(float(soft.std()), 1e-3)


def paper_grain(picture: Image.Image, kind: str, strength: float) -> Image.Image:
    """The picture on paper of that grain; `strength` 0 … 1."""
    if kind == "none" or strength <= 0:
        return picture
    pixels = np.asarray(picture, np.float32)
    field = _grain(picture.size, kind)[..., None]
    if kind in ("granulation", "wax"):  # of pigment, of which white paper has none
        field = field * (1.3 - 1.2 / 255 * pixels.mean(-1, keepdims=True))
    return Image.fromarray(np.clip(pixels + field * strength * 22, 0, 255).astype(np.uint8))
