"""Titles and covers of stories that are not open, read on a thread: a disk may be slow, or asleep."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from storyapp.story.errors import StoryAppError
from storyapp.story.story_files import read_title

logger = logging.getLogger(__name__)
LOOK_EVERY = 20  # milliseconds
DRAFT = "untitled-"  # how the program names a story that was never saved under a name


@dataclass(frozen=True)
class Told:
    """What a shelf shows of a story: its title, or the first words of a draft without one, its cover, and its last day.

    What cannot be read is empty or None; it is told when the story is opened.
    """

    title: str = ""
    author: str = ""
    changed: date | None = None
    cover: bytes = b""  # the picture file


class Titles(QObject):
    """Reads titles and covers of files and tells each as soon as it is known."""

    told = Signal(object, object)  # Path, Told

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # The thread touches nothing of Qt's objects, which may be gone before it is through: a timer looks.
        self._asked: list[tuple[Path, Future[Told]]] = []
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="titles")
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self._look)

    def ask(self, covers: Mapping[Path, Path | None]) -> None:
        """Read what is known of these stories, each with the file of its cover, and no more those asked for before."""
        for _, before in self._asked:
            before.cancel()
        self._asked = [(path, self._pool.submit(_told, path, cover)) for path, cover in covers.items()]
        self._timer.start()

    def _look(self) -> None:
        done = [one for one in self._asked if one[1].done()]
        self._asked = [one for one in self._asked if not one[1].done()]
        if not self._asked:
            self._timer.stop()
        for path, told in done:
            self.told.emit(path, told.result())


def is_draft(path: Path) -> bool:
    """Whether a file has a name that the program chose."""
    return path.stem.startswith(DRAFT)


def _told(path: Path, cover: Path | None) -> Told:
    shown = _read(cover)  # Qt opens no file here: told of an error it would wait for the translators of the program
    try:
        if path.suffix == ".story":
            title, author = read_title(path, or_words=is_draft(path))
        else:
            title, author = _first_heading(path), ""
        return Told(title, author, date.fromtimestamp(path.stat().st_mtime), shown)
    except (StoryAppError, OSError, ValueError) as error:
        logger.info("no title: %s", error)
        return Told(cover=shown)


def _read(cover: Path | None) -> bytes:
    try:
        return cover.read_bytes() if cover is not None else b""
    except (OSError, ValueError):
        return b""


def _first_heading(path: Path) -> str:
    """The title in the first line of a Markdown file, or nothing."""
    with path.open(encoding="utf-8") as lines:
        first = lines.readline()
    return first[1:].strip() if first.startswith("# ") else ""
