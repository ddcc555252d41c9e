"""What lies in front of a finished picture: rain, snow and fog, and the grain of the paper."""

from __future__ import annotations

import functools

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

Plane = NDArray[np.float32]


def fall(picture: Image.Image, weather: str) -> Image.Image:
    """The picture with rain, snow or fog in front; other weathers change nothing."""
    if weather == "rain":
        veil = _drops(picture.size)
        picture.paste((214, 228, 244), (0, 0), veil)
    elif weather == "snow":
        picture.paste((255, 255, 255), (0, 0), _flakes(picture.size))
    elif weather == "fog":
        picture.paste((226, 230, 236), (0, 0), _mist(picture.size))
    return picture


@functools.lru_cache(maxsize=4)
def _drops(size: tuple[int, int]) -> Image.Image:
    random = np.random.default_rng(11)
    veil = Image.new("L", size)
    draw = ImageDraw.Draw(veil)
    unit = size[1] / 512
    for x, y, near in random.uniform((0, -0.08, 0), (1.1, 1, 1), (170, 3)):
        length = 10 + 26 * near * near  # a long, bright one is near
        start = (x * size[0], y * size[1])
        end = (start[0] - length * 0.28 * unit, start[1] + length * unit)
        draw.line((*start, *end), fill=int(100 + 90 * near), width=max(1, round((1.4 + 1.1 * near) * unit)))
    return veil.filter(ImageFilter.GaussianBlur(0.5 * unit))


@functools.lru_cache(maxsize=4)
def _flakes(size: tuple[int, int]) -> Image.Image:
    random = np.random.default_rng(12)
    veil = Image.new("L", size)
    draw = ImageDraw.Draw(veil)
    unit = size[1] / 512
    for x, y, near in random.uniform((0, 0, 0), (1, 1, 1), (190, 3)):
        centre, reach = (x * size[0], y * size[1]), (1.1 + 3.9 * near**3) * unit  # few are near, and large
        box = (centre[0] - reach, centre[1] - reach, centre[0] + reach, centre[1] + reach)
        draw.ellipse(box, fill=int(150 + 80 * near))
    return veil.filter(ImageFilter.GaussianBlur(0.7 * unit))


@functools.lru_cache(maxsize=4)
def _mist(size: tuple[int, int]) -> Image.Image:
    rows = np.linspace(0, 1, size[1], dtype=np.float32)[:, None]
    band = np.exp(-(((rows - 0.62) / 0.22) ** 2)) * 110 + 30
    drift = _smooth(size, 6, 13) * 26
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
    return Image.fromarray(np.clip(pixels + field * strength * 22, 0, 255).astype(np.uint8))
