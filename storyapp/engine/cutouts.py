"""Imported pictures: removes the background, and fits the subject into a cel's frame."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps

from storyapp.stage.bodies import BASELINE
from storyapp.story.errors import PictureError

Pixels = NDArray[Any]  # uint8; OpenCV's stubs promise no dtype

FRAME_PIXELS = {"backdrop": 256, "figure": 256, "thing": 128}
MARGIN = {"figure": 14 / 512, "thing": 10 / 256}
_WORKING = 640  # pixels of the longer side for removing the background


def cut_out(image: Image.Image) -> Image.Image:
    """The subject as RGBA: by its own alpha if there is one, else with plain paper or the background removed."""
    image = image.convert("RGBA")
    image.thumbnail((_WORKING, _WORKING), Image.Resampling.LANCZOS)
    pixels = np.array(image)
    if (pixels[..., 3] < 128).mean() > 0.02:
        return image
    border = np.concatenate([pixels[0], pixels[-1], pixels[:, 0], pixels[:, -1]])[:, :3].astype(np.int16)
    paper = np.median(border, axis=0)
    plain = (np.abs(border - paper).max(1) < 28).mean() > 0.9
    alpha = _without_paper(pixels, paper) if plain else _without_background(pixels)
    if not 0.01 < (alpha > 127).mean() < 0.99:
        return image
    pixels[..., 3] = alpha
    return Image.fromarray(pixels)


def _without_paper(pixels: Pixels, paper: NDArray[np.float64]) -> Pixels:
    # Only paper connected to the border is removed; white eyes and shirts inside a drawing stay.
    distance = np.abs(pixels[..., :3].astype(np.int16) - paper).max(-1)
    like_paper = (distance < 32).astype(np.uint8)
    padded = np.pad(like_paper, 1, constant_values=1)
    cv2.floodFill(padded, None, (0, 0), 2)
    outside = padded[1:-1, 1:-1] == 2
    return cv2.GaussianBlur(np.where(outside, 0, 255).astype(np.uint8), (3, 3), 0)


def _without_background(pixels: Pixels) -> Pixels:
    height, width = pixels.shape[:2]
    inset_x, inset_y = max(1, width // 25), max(1, height // 25)
    mask = np.zeros((height, width), np.uint8)
    box = (inset_x, inset_y, width - 2 * inset_x, height - 2 * inset_y)
    cv2.setRNGSeed(0)
    cv2.grabCut(
        np.ascontiguousarray(pixels[..., 2::-1]),
        mask,
        box,
        np.zeros((1, 65)),
        np.zeros((1, 65)),
        4,
        cv2.GC_INIT_WITH_RECT,
    )
    subject = np.isin(mask, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8) * 255
    return cv2.GaussianBlur(subject, (5, 5), 0)


def fit(image: Image.Image, frame: str, size: int) -> Image.Image:
    """The subject scaled to fill a frame of `size`×`size` pixels, standing on its baseline; a backdrop is cropped.

    Raises:
        PictureError: if the picture is empty.
    """
    if frame == "backdrop":
        return ImageOps.fit(image.convert("RGB"), (size, size), Image.Resampling.LANCZOS).convert("RGBA")
    box = image.getchannel("A").point(lambda value: 255 if value > 25 else 0).getbbox()
    if box is None:
        raise PictureError("The picture is empty; use one that shows somebody.")
    subject = image.crop(box)
    room = size * (1 - 2 * MARGIN[frame])
    tallest = size * (BASELINE - MARGIN[frame])
    scale = min(room / subject.width, tallest / subject.height)
    new_size = (max(1, round(subject.width * scale)), max(1, round(subject.height * scale)))
    # Premultiplied while it is scaled, so that transparent colours do not bleed into the edge.
    scaled = subject.convert("RGBa").resize(new_size, Image.Resampling.LANCZOS).convert("RGBA")
    cel = Image.new("RGBA", (size, size))
    cel.paste(scaled, ((size - scaled.width) // 2, round(size * BASELINE) - scaled.height))
    return cel


def difference_inside(one: Image.Image, other: Image.Image) -> float:
    """Mean absolute difference (0 … 1) of two RGBA cels of one size, composed over grey, where either has alpha."""
    first, second = (np.asarray(image.convert("RGBA"), np.float32) / 255 for image in (one, other))
    alphas = [image[..., 3:] for image in (first, second)]
    over_grey = [
        image[..., :3] * alpha + 0.5 * (1 - alpha) for image, alpha in zip((first, second), alphas, strict=True)
    ]
    where = np.maximum(*alphas)[..., 0] > 0.1
    return float(np.abs(over_grey[0] - over_grey[1])[where].mean()) if where.any() else 1.0
