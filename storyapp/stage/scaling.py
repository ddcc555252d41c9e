"""Boxes in pixels, and of what is far larger than the picture only the part that is seen."""

from __future__ import annotations

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from storyapp.story.plan import Box

Size = tuple[int, int]
Part = tuple[int, int, int, int]  # x0, y0, x1, y1
LONGEST_SHADOW = 1600  # pixels, beyond which a shadow is enlarged from a smaller one


def pixels(box: Box, size: Size) -> tuple[int, int, int, int]:
    """Left, top, width and height of a box in pixels."""
    return (
        round(box.x * size[0]),
        round(box.y * size[1]),
        max(2, round(box.width * size[0])),
        max(2, round(box.height * size[1])),
    )


def seen(left: int, top: int, width: int, height: int, size: Size, around: int = 0) -> Part:
    """The part of something of `width` and `height` at a place that lies in a picture of `size`."""
    return (
        max(0, -around - left),
        max(0, -around - top),
        min(width, size[0] + around - left),
        min(height, size[1] + around - top),
    )


def enlarged(image: Image.Image, size: Size, part: Part) -> Image.Image:
    """A part of what the image would be if it were scaled to `size`."""
    if part == (0, 0, *size):
        return image.resize(size, Image.Resampling.BICUBIC, reducing_gap=2.0)
    wide, high = image.width / size[0], image.height / size[1]
    source = (part[0] * wide, part[1] * high, min(part[2] * wide, image.width), min(part[3] * high, image.height))
    return image.resize((part[2] - part[0], part[3] - part[1]), Image.Resampling.BICUBIC, box=source)


def soft_ellipse(width: int, height: int) -> Image.Image:
    """A soft ellipse in a frame of that size, or in a smaller one of that shape where that would be very large."""
    less = min(1.0, LONGEST_SHADOW / max(width, height))
    width, height = max(4, round(width * less)), max(3, round(height * less))
    shade = Image.new("L", (width, height))
    ImageDraw.Draw(shade).ellipse((width * 0.12, height * 0.16, width * 0.88, height * 0.84), fill=255)
    return shade.filter(ImageFilter.GaussianBlur(height * 0.16))


def paste(picture: Image.Image, cel: Image.Image, left: int, top: int) -> None:
    """Lay a premultiplied (RGBa) cel over an RGB picture, cut at its edges."""
    area = (max(0, left), max(0, top), min(picture.width, left + cel.width), min(picture.height, top + cel.height))
    if area[0] >= area[2] or area[1] >= area[3]:
        return
    part = cel.crop((area[0] - left, area[1] - top, area[2] - left, area[3] - top))
    red, green, blue, alpha = part.split()
    keep = ImageChops.invert(alpha)
    under = picture.crop(area)
    kept = ImageChops.multiply(under, Image.merge("RGB", (keep, keep, keep)))
    picture.paste(ImageChops.add(kept, Image.merge("RGB", (red, green, blue))), area[:2])
