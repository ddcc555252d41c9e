"""A text is read, and cut into scenes in every way, on a thread: files may be large, or on a stick or a network."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from storyapp.story.errors import EmptyStoryError, StoryAppError
from storyapp.story.foreign_texts import story_of, ways
from storyapp.story.model import Story

LOOK_EVERY = 20  # milliseconds
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Readout:
    """What a text would become in each way, the likeliest first: a story, or why there is none; or why nothing was read."""

    stories: Mapping[str, Story | str] = field(default_factory=dict)
    failure: str = ""


def read_out(text: str) -> Readout:
    """The stories that a text could become."""
    return Readout({way: _story(text, way) for way in ways(text)})


def _story(text: str, way: str) -> Story | str:
    try:
        return story_of(text, way)
    except EmptyStoryError as error:
        return str(error)


class ImportReading(QObject):
    """The thread touches nothing of Qt's objects: whoever asked may be gone before it is through; a timer looks."""

    ready = Signal(object)  # Readout

    def __init__(self, read: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: list[Readout] = []
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        threading.Thread(target=_read, args=(read, self._found), daemon=True, name="import").start()

    def stop(self) -> None:
        """Forget what is being read."""
        self._timer.stop()

    def _look(self) -> None:
        if self._found:
            self._timer.stop()
            self.ready.emit(self._found[0])


def _read(read: Callable[[], str], found: list[Readout]) -> None:
    try:
        found.append(read_out(read()))
    except StoryAppError as error:
        found.append(Readout(failure=str(error)))
    except Exception as error:
        logger.exception("a text could not be read")
        found.append(Readout(failure=f"The text could not be read ({error or type(error).__name__})."))
