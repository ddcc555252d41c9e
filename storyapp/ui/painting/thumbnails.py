"""Small pictures of scenes, composed on a thread, kept in memory and in the cache folder."""

from __future__ import annotations

import hashlib
import logging
import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPixmap

from storyapp.export.choices import cover_scene
from storyapp.stage.compose import Composer
from storyapp.story.model import Illustration, Story
from storyapp.whole_files import replacing

from .pictures import PictureStore, to_qimage

logger = logging.getLogger(__name__)
SIDE = 128  # pixels
LOOK_EVERY = 20  # milliseconds
COVER = 360


def key_of(picture: Illustration) -> str:
    """A name that changes whenever the picture looks different."""
    plan = picture.plan
    cels = [(one.id, one.concept, sorted(one.attributes.items()), one.relation) for one in plan.cels]
    seen = (plan.setting, plan.time, plan.weather, cels, sorted(picture.chosen.items()), picture.placements)
    told = repr((picture.id, *seen, picture.style))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:24]


class Thumbnails(QObject):
    """Small pictures by `key_of`; what is not there is made when it can be, and `ready` tells of it."""

    ready = Signal()

    def __init__(self, store: PictureStore, folder: Path | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store, self.folder = store, folder
        self._pixmaps: dict[str, QPixmap] = {}
        # The thread touches nothing of Qt's objects, which may be gone before it is through: a timer looks.
        self._asked: dict[str, Future[QImage]] = {}
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="thumbnail")

    def get(self, picture: Illustration) -> QPixmap | None:
        """The small picture, or None while it is not there."""
        key = key_of(picture)
        if key in self._pixmaps:
            return self._pixmaps[key]
        stored = self._file(key)
        if stored is not None and not (kept := QPixmap(str(stored))).isNull():
            self._pixmaps[key] = kept
            return kept
        if key not in self._asked and not self.store.missing(picture):
            self._asked[key] = self._pool.submit(_compose, picture, self.store.composer(picture, SIDE), stored)
            self._timer.start()
        return None

    def close(self) -> None:
        """Make no more."""
        self._timer.stop()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _file(self, key: str) -> Path | None:
        return None if self.folder is None else self.folder / f"{key}.png"

    def _look(self) -> None:
        done = [key for key, future in self._asked.items() if future.done()]
        for key in done:
            future = self._asked[key]
            if error := future.exception():
                # It stays among those asked for, so that it is not tried again and again.
                logger.error("a small picture could not be made", exc_info=error)
                continue
            self._pixmaps[key] = QPixmap.fromImage(future.result())
            del self._asked[key]
        if not any(not future.done() for future in self._asked.values()):
            self._timer.stop()
        if done:
            self.ready.emit()


def _compose(picture: Illustration, composer: Callable[[], Composer], file: Path | None) -> QImage:
    image = to_qimage(composer().compose(picture.placements))
    if file is not None:
        _keep(image, file)
    return image


def _keep(image: QImage, file: Path) -> bool:
    """Write a small picture to the cache; False if that cannot be done, as it can be composed again.

    Qt opens no file, as this may be a thread: told of an error it would wait for the translators of the program.
    """
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with replacing(file) as beside:
            beside.write_bytes(written.data())
    except OSError as error:
        logger.info("a small picture is not kept: %s", error)
        return False
    return True


def cover_file(folder: Path, story: Path) -> Path:
    """Where the cover of a story file is kept for the first page."""
    return folder / f"{hashlib.sha256(os.fsencode(story.absolute())).hexdigest()[:24]}.png"


def keep_cover(store: PictureStore, picture: Illustration, file: Path) -> bool:
    """Write the cover of a story; False if the picture is not at hand or the file cannot be written."""
    if store.missing(picture):
        return False
    image = to_qimage(store.composer(picture, COVER)().compose(picture.placements))
    return _keep(image, file)


def keep_story_cover(store: PictureStore, story: Story, path: Path, folder: Path) -> None:
    """Keep the picture of a story's cover for the first page, if it has one."""
    scene = cover_scene(story)
    if scene is not None and scene.illustration is not None:
        keep_cover(store, scene.illustration, cover_file(folder, path))
