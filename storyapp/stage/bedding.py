"""Somebody in a bed: the blanket is over the body, and the head is on the pillow."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageFilter

BLANKET, BLANKET_TOP = 0.43, 0.485  # of a bed's frame: from where on, and how high, its blanket is
HILL = 0.22  # how far above that it may rise: no arm
_SHOWN = (0.62, 0.62)  # where in the frame its colour is taken
_SOLID = 70  # alpha
Rect = tuple[int, int, int, int]  # left, top, width, height


def tucked_in(
    picture: Image.Image, sleeper: tuple[Image.Image, int, int], bed: tuple[Image.Image, int, int], frame: Rect,
    mirrored: bool,
) -> Image.Image:  # fmt: skip
    """Lay the blanket of a bed over who sleeps in it; both are premultiplied cels with their upper left corners.

    What of the sleeper is beyond the blanket's edge becomes a hill in its colour. Returns the bed, of which only what
    lies before the sleeper is left above the mattress: the blanket.
    """
    (image, left, top), (cel, bed_left, bed_top) = sleeper, bed
    edge = frame[0] + round(frame[2] * (1 - BLANKET if mirrored else BLANKET))
    alpha = image.getchannel("a")
    part = (0, 0, min(max(0, edge - left), alpha.width), alpha.height)
    if not mirrored:
        part = (part[2], 0, alpha.width, alpha.height)
    if part[0] < part[2]:
        foot = max(alpha.height, round(frame[1] + BLANKET_TOP * frame[3]) - top)
        hill = Image.new("L", (alpha.width, foot))
        hill.paste(alpha.crop(part).point([255 * (level > _SOLID) for level in range(256)]), part[:2])
        highest = round(frame[1] + (BLANKET_TOP - HILL) * frame[3]) - top
        hill.paste(0, (0, 0, hill.width, min(max(0, highest), hill.height)))
        hill = Image.fromarray(np.maximum.accumulate(np.asarray(hill), axis=0))  # down to the bed
        hill = hill.filter(ImageFilter.GaussianBlur(max(0.6, frame[2] * 0.006)))
        x = 1 - _SHOWN[0] if mirrored else _SHOWN[0]
        at = (round(frame[0] + x * frame[2]) - bed_left, round(frame[1] + _SHOWN[1] * frame[3]) - bed_top)
        if 0 <= at[0] < cel.width and 0 <= at[1] < cel.height:
            colour = cel.getpixel(at)
            assert isinstance(colour, tuple)
            picture.paste(colour[:3], (left, top), hill)
    blanket = max(0, round(frame[1] + BLANKET_TOP * frame[3]) - bed_top)
    cut = min(max(0, edge - bed_left), cel.width)
    area = (0, blanket, cut, cel.height) if mirrored else (cut, blanket, cel.width, cel.height)
    front = Image.new(cel.mode, cel.size)
    if area[0] < area[2] and area[1] < area[3]:
        front.paste(cel.crop(area), area[:2])
    return front
