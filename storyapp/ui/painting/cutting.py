"""A rectangle of a picture cut out: the one who fills it, without the rest, or else the picture itself."""

from __future__ import annotations

from PIL import Image, ImageOps

from storyapp.stage.pixels import from_image
from storyapp.story import edits
from storyapp.story.model import Illustration
from storyapp.story.plan import Box, Placement
from storyapp.story.request import Picture

from .pictures import PictureStore

SIDE = 1024  # pixels of the composed picture that is cut where nobody stands
SMALLEST = 16  # pixels of a cutting's side


def cut_out(picture: Illustration, store: PictureStore, box: Box) -> Picture | None:
    """What a rectangle of the picture shows, None if it is too small."""
    images = store.images(picture)
    there = [one for one in edits.layers(picture) if not one.hidden and one.cel in images]
    best = max(there, key=lambda one: _shared(one.box, box), default=None)
    if best is not None and _shared(best.box, box) > 0.15 * box.width * box.height:
        return _usable(_of_cel(images[best.cel], best, box))
    whole = store.composer(picture, SIDE)().compose(())
    left, top = round(box.x * whole.width), round(box.y * whole.height)
    right, bottom = round((box.x + box.width) * whole.width), round(box.bottom * whole.height)
    return _usable(whole.crop((left, top, right, bottom)).convert("RGBA"))


def _of_cel(image: Image.Image, placement: Placement, box: Box) -> Image.Image:
    frame, cel = placement.box, image.convert("RGBA")
    if placement.mirrored:
        cel = ImageOps.mirror(cel)

    def pixel(value: float, start: float, length: float, pixels: int) -> int:
        return round(min(max((value - start) / length, 0.0), 1.0) * pixels)

    return cel.crop(
        (
            pixel(box.x, frame.x, frame.width, cel.width),
            pixel(box.y, frame.y, frame.height, cel.height),
            pixel(box.x + box.width, frame.x, frame.width, cel.width),
            pixel(box.bottom, frame.y, frame.height, cel.height),
        )
    )


def _usable(image: Image.Image) -> Picture | None:
    return from_image(image) if min(image.size) >= SMALLEST else None


def _shared(one: Box, other: Box) -> float:
    width = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    height = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0.0, width) * max(0.0, height)
