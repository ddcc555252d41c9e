"""Cel pictures at hand, and pictures composed of them without the engine."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping

import cv2
import numpy as np
from PIL import Image
from PySide6.QtGui import QImage, QPixmap

from storyapp.stage.compose import Composer, drawn_by_hand, solid_box
from storyapp.stage.pixels import to_image
from storyapp.stage.tint import as_told
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.edits import aspect_of
from storyapp.story.model import Illustration, Style
from storyapp.story.plan import BACKDROP, COLOUR, Box, CelPlan
from storyapp.story.request import Picture

KEPT = 400  # cel pictures in memory


class PictureStore:
    """Decoded cels by variant id; what is missing must be decoded by a job first."""

    def __init__(self, vocabulary: Vocabulary, styles: Mapping[str, Style]) -> None:
        self.vocabulary, self.styles = vocabulary, styles
        self._cels: OrderedDict[str, Image.Image] = OrderedDict()
        self._small: OrderedDict[tuple[str, int, str], QPixmap] = OrderedDict()
        self._solid: tuple[str, Box] | None = None  # of the variant that was asked for last

    def keep(self, variant_id: str, picture: Picture) -> None:
        """Remember the picture of a variant."""
        self.keep_image(variant_id, to_image(picture))

    def keep_image(self, variant_id: str, image: Image.Image) -> None:
        """Remember the picture of a variant that is an image already."""
        self._cels[variant_id] = image
        self._cels.move_to_end(variant_id)
        while len(self._cels) > KEPT:
            self._cels.popitem(last=False)

    def small(self, variant_id: str, side: int, plan: CelPlan | None = None) -> QPixmap:
        """The picture of a variant in a square of `side` pixels, twice as fine; empty if it is not at hand.

        `plan` is what it shows, for the colour that is told of a thing.
        """
        key = (variant_id, side, plan.attributes.get(COLOUR, "") if plan else "")
        image = self.cel(variant_id)
        if key not in self._small:
            if image is None:
                return QPixmap()
            scaled = as_told(image, plan).resize((2 * side, 2 * side), Image.Resampling.LANCZOS, reducing_gap=2.0)
            self._small[key] = QPixmap.fromImage(to_qimage(scaled))
            self._small[key].setDevicePixelRatio(2)
        self._small.move_to_end(key)
        while len(self._small) > KEPT:
            self._small.popitem(last=False)
        return self._small[key]

    def cel(self, variant_id: str) -> Image.Image | None:
        """The picture of a variant, if it is at hand."""
        return self._cels.get(variant_id)

    def solid(self, variant_id: str) -> Box:
        """Where in its frame a variant is not transparent; the whole frame if it is not at hand."""
        if self._solid is None or self._solid[0] != variant_id:
            image = self.cel(variant_id)
            if image is None:
                return Box(0.0, 0.0, 1.0, 1.0)
            self._solid = (variant_id, solid_box(image))
        return self._solid[1]

    def missing(self, illustration: Illustration) -> list[str]:
        """Ids of the shown variants that must be decoded before the picture can be composed."""
        return [one for one in illustration.chosen.values() if one not in self._cels]

    def images(self, illustration: Illustration) -> dict[str, Image.Image]:
        """The shown cels by cel id, the backdrop among them."""
        return {cel: self._cels[one] for cel, one in illustration.chosen.items() if one in self._cels}

    def composer(self, illustration: Illustration, side: int) -> Callable[[], Composer]:
        """What makes the composer of a picture, its longer side `side` pixels; may be called on any thread."""
        images = self.images(illustration)
        backdrop = images.pop(BACKDROP, None)
        style = self.styles.get(illustration.style) or next(iter(self.styles.values()))
        size, by_hand = size_of(illustration, side), drawn_by_hand(illustration)
        return lambda: Composer(backdrop, images, illustration.plan, style, self.vocabulary, size, by_hand)


def size_of(illustration: Illustration, side: int) -> tuple[int, int]:
    """Width and height of a picture whose longer side is `side` pixels."""
    aspect = aspect_of(illustration)
    return (side, round(side / aspect)) if aspect >= 1 else (round(side * aspect), side)


def to_qimage(image: Image.Image) -> QImage:
    """A Pillow image as a QImage of its own memory, in the order of bytes that Qt paints fastest."""
    opaque = image.mode == "RGB"
    shown = np.asarray(image if opaque else image.convert("RGBA"))
    pixels = cv2.cvtColor(shown, cv2.COLOR_RGB2BGRA if opaque else cv2.COLOR_RGBA2BGRA)
    kind = QImage.Format.Format_RGB32 if opaque else QImage.Format.Format_ARGB32
    return QImage(pixels.data, image.width, image.height, pixels.strides[0], kind).copy()


def picture_to_qimage(picture: Picture) -> QImage:
    """An engine's picture as a QImage."""
    return to_qimage(to_image(picture))
