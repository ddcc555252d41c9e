"""Titles of stories that are not open, read on a thread: a disk may be slow, or asleep."""

from __future__ import annotations

import logging
from collections.abc import Iterable
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
    """What a shelf says of a story: its title, or the first words of a draft without one, and when it was changed."""

    title: str
    author: str
    changed: date


class Titles(QObject):
    """Reads titles of files and tells each as soon as it is known."""

    told = Signal(object, object)  # Path, Told; nothing is told of a file that cannot be read

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        # The thread touches nothing of Qt's objects, which may be gone before it is through: a timer looks.
        self._asked: list[tuple[Path, Future[Told | None]]] = []
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="titles")
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self._look)

    def ask(self, paths: Iterable[Path]) -> None:
        """Read the titles of these files, and no more those asked for before."""
        for _, before in self._asked:
            before.cancel()
        self._asked = [(path, self._pool.submit(_title, path)) for path in paths]
        self._timer.start()

    def _look(self) -> None:
        done = [one for one in self._asked if one[1].done()]
        self._asked = [one for one in self._asked if not one[1].done()]
        if not self._asked:
            self._timer.stop()
        for path, told in done:
            if told.result() is not None:
                self.told.emit(path, told.result())


def first_heading(path: Path) -> str:
    """The title in the first line of a Markdown file; empty if it has none, or cannot be read."""
    try:
        with path.open(encoding="utf-8") as lines:
            first = lines.readline()
    except OSError:
        return ""  # it is told when it is opened
    return first[1:].strip() if first.startswith("# ") else ""


def is_draft(path: Path) -> bool:
    """Whether a file has a name that the program chose."""
    return path.stem.startswith(DRAFT)


def _title(path: Path) -> Told | None:
    try:
        title, author = read_title(path, or_words=is_draft(path))
        return Told(title, author, date.fromtimestamp(path.stat().st_mtime))
    except (StoryAppError, OSError) as error:
        logger.info("no title: %s", error)  # it is told when the story is opened
        return None
