"""Small pictures of scenes, composed on a thread, kept in memory and in the cache folder."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPixmap

from storyapp.stage.compose import Composer
from storyapp.story.model import Illustration

from .pictures import PictureStore, to_qimage

logger = logging.getLogger(__name__)
SIDE = 128  # pixels
COVER = 360


def key_of(picture: Illustration) -> str:
    """A name that changes whenever the picture looks different."""
    told = repr((picture.id, sorted(picture.chosen.items()), picture.placements, picture.style))
    return hashlib.sha256(told.encode()).hexdigest()[:24]


class Thumbnails(QObject):
    """Small pictures by `key_of`; what is not there is made when it can be, and `ready` tells of it."""

    ready = Signal()
    _made = Signal(str, object)

    def __init__(self, store: PictureStore, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store, self.folder = store, folder
        self._pixmaps: dict[str, QPixmap] = {}
        self._asked: set[str] = set()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="thumbnail")
        self._made.connect(self._take)

    def get(self, picture: Illustration) -> QPixmap | None:
        """The small picture, or None while it is not there."""
        key = key_of(picture)
        if key in self._pixmaps:
            return self._pixmaps[key]
        stored = self._file(key)
        if stored is not None and stored.is_file():
            self._pixmaps[key] = QPixmap(str(stored))
            return self._pixmaps[key]
        if key not in self._asked and not self.store.missing(picture):
            self._asked.add(key)
            composer = self.store.composer(picture, SIDE)
            self._pool.submit(self._compose, key, picture, composer)
        return None

    def close(self) -> None:
        """Make no more."""
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _file(self, key: str) -> Path | None:
        return None if self.folder is None else self.folder / f"{key}.png"

    def _compose(self, key: str, picture: Illustration, composer: Callable[[], Composer] | Composer) -> None:
        try:
            image = to_qimage(_made(composer).compose(picture.placements))
            self._keep(image, self._file(key))
            self._made.emit(key, image)
        except Exception:
            logger.exception("a small picture could not be made")

    @staticmethod
    def _keep(image: QImage, file: Path | None) -> None:
        if file is not None:
            file.parent.mkdir(parents=True, exist_ok=True)
            image.save(str(file))

    def _take(self, key: str, image: QImage) -> None:
        self._asked.discard(key)
        self._pixmaps[key] = QPixmap.fromImage(image)
        self.ready.emit()


def cover_file(folder: Path, story: Path) -> Path:
    """Where the cover of a story file is kept for the first page."""
    return folder / f"{hashlib.sha256(str(story.absolute()).encode()).hexdigest()[:24]}.png"


def keep_cover(store: PictureStore, picture: Illustration, file: Path) -> bool:
    """Write the cover of a story, if the picture is at hand; False if not."""
    if store.missing(picture):
        return False
    image = to_qimage(_made(store.composer(picture, COVER)).compose(picture.placements))
    file.parent.mkdir(parents=True, exist_ok=True)
    return image.save(str(file))


def _made(composer: Callable[[], Composer] | Composer) -> Composer:
    return composer() if callable(composer) else composer
