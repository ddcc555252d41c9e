"""One picture of the story as a file: asked for in menus, composed and written as a job."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from storyapp.export.choices import SIDES
from storyapp.export.images import write_picture
from storyapp.export.layout import describe
from storyapp.stage.compose import Composer, drawn_by_hand
from storyapp.stage.pixels import to_image
from storyapp.story.model import Illustration
from storyapp.story.plan import BACKDROP
from storyapp.story.request import Progress

from ..painting.illustrating import Illustrating
from ..painting.pictures import size_of
from ..words import filled


def offer_saving(menu: QMenu, save: Callable[[int], object], cover: Callable[[], object]) -> None:
    """Put "Use as cover" and "Save this picture", at three sizes, at the end of a picture's menu."""
    translate = QCoreApplication.translate
    menu.addSeparator()
    menu.addAction(translate("PictureSaving", "Use as cover"), lambda: cover())
    sizes = menu.addMenu(translate("PictureSaving", "Save this picture"))
    words = (
        translate("PictureSaving", "Small, to send (%1 pixels) …"),
        translate("PictureSaving", "Middle (%1 pixels) …"),
        translate("PictureSaving", "Large, to print (%1 pixels) …"),
    )
    for side, told in zip(SIDES, words, strict=True):
        sizes.addAction(filled(told, side), partial(save, side))


def save_picture(work: Illustrating, picture: Illustration, side: int, target: Path) -> Iterator[Progress[Path]]:
    """Compose a picture at a size and write it; for a job, on whose thread cels that are not at hand are decoded.

    Raises:
        ExportError: if the file cannot be written.
    """
    cels: dict[str, Image.Image] = {}
    shown = [one for cel in picture.chosen if (one := picture.shown(cel)) is not None]
    for step, one in enumerate(shown):
        yield Progress(step, len(shown) + 1)
        cels[one.cel] = work.store.cel(one.id) or to_image(work.picture_of(one))
    backdrop = cels.pop(BACKDROP, None)
    store = work.store
    style = store.styles.get(picture.style) or next(iter(store.styles.values()))
    size, by_hand = size_of(picture, side), drawn_by_hand(picture)
    composer = Composer(backdrop, cels, picture.plan, style, store.vocabulary, size, by_hand)
    write_picture(composer.compose(picture.placements), target, describe(picture.plan))
    yield Progress(len(shown) + 1, len(shown) + 1, result=target)
