"""Picture files and plain pixels: what crosses between files, engine and desk."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from storyapp.story.errors import PictureError
from storyapp.story.request import Picture

SMALLEST, LARGEST = 16, 20_000  # pixels of a side
LARGEST_STORED = 4096  # pixels of a side of a picture that the program itself wrote
COARSE, FAINT = 64, 8  # pixels of a side, and the difference of levels in them that can be seen
LONGEST = 1280  # pixels of the longer side that are kept
# What Pillow raises for a file that is no picture.
_DAMAGE = (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError)


def read_picture_file(path: Path) -> Picture:
    """The picture in a file; raises PictureError if it cannot be read or is none."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PictureError(f"The picture {path} cannot be read ({error.strerror}); check the name.") from error
    try:
        return read_picture(data)
    except PictureError as error:
        raise PictureError(f"{path}: {error}") from error


def read_picture(data: bytes) -> Picture:
    """Any picture file as upright RGBA; of an animation the first frame, CMYK and 16 bits converted.

    Raises:
        PictureError: if it is not a picture, or too small or too large.
    """
    try:
        with Image.open(io.BytesIO(data)) as file:
            width, height = file.size
            if min(width, height) < SMALLEST:
                raise PictureError(
                    f"The picture is only {width}×{height} pixels; use one of at least {SMALLEST}×{SMALLEST}."
                )
            if max(width, height) >= LARGEST:
                raise PictureError(
                    f"The picture is {width}×{height} pixels; make it smaller than {LARGEST} on each side."
                )
            file.draft("RGB", (LONGEST, LONGEST))
            upright = _eight_bits(ImageOps.exif_transpose(file)).convert("RGBA")
    except _DAMAGE as error:
        raise PictureError("The file is not a picture that can be read; use a PNG, JPEG or WebP file.") from error
    upright.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    return Picture(upright.width, upright.height, "RGBA", upright.tobytes())


def _eight_bits(image: Image.Image) -> Image.Image:
    """A grey picture of 16 bits with 8: Pillow alone would make everything above a 256th of white white."""
    if not image.mode.startswith("I"):
        return image
    return Image.fromarray((np.asarray(image).clip(0, 65_535) // 257).astype(np.uint8))


def check_contrast(picture: Picture) -> None:
    """Refuse a picture on which there is nothing to be seen: one colour everywhere, or nothing at all.

    Raises:
        PictureError: if it is so.
    """
    small = to_image(picture).convert("RGBA").convert("RGBa").resize((COARSE, COARSE), Image.Resampling.BOX)
    channels = np.asarray(small).reshape(-1, 4)
    if (np.ptp(channels, axis=0) < FAINT).all():
        raise PictureError(
            "There is nothing to be seen in this picture: it has one colour everywhere; use another one."
        )


def to_image(picture: Picture) -> Image.Image:
    """A picture as a Pillow image."""
    return Image.frombytes(picture.mode, (picture.width, picture.height), picture.data)


def to_png(picture: Picture) -> bytes:
    """A picture as the bytes of a PNG file."""
    file = io.BytesIO()
    to_image(picture).save(file, "PNG", compress_level=3)
    return file.getvalue()


def from_png(data: bytes) -> Picture:
    """The picture in a PNG that the program stored, as it is.

    Raises:
        PictureError: if it is damaged or too large.
    """
    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as file:
            if max(file.size) > LARGEST_STORED:
                raise ValueError(f"{file.width}×{file.height} pixels")
            return from_image(file)
    except _DAMAGE as error:
        raise PictureError("A picture in the story file is damaged; paint it again, or import it again.") from error


def from_image(image: Image.Image) -> Picture:
    """A Pillow image as a picture."""
    converted = image if image.mode in ("RGB", "RGBA") else image.convert("RGBA")
    return Picture(converted.width, converted.height, converted.mode, converted.tobytes())
