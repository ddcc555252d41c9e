"""Pictures composed on a thread of their own: styles are filters, and the window must not wait for them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from storyapp.stage.compose import Composer
from storyapp.story.model import Illustration

from .pictures import PictureStore, to_qimage

LOOK_EVERY = 12  # milliseconds
logger = logging.getLogger(__name__)
_pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="compose")


@dataclass(frozen=True)
class Composed:
    """A composed picture, and what composes it again while somebody is dragged."""

    illustration: Illustration
    side: int
    composer: Composer
    image: QImage


class Composing(QObject):
    """Composes for one place in the window; of several wishes only the last one is told as `ready`.

    The thread touches nothing of Qt's objects: whoever asked may be gone before it is through, so a timer
    looks for the result.
    """

    ready = Signal(object)  # Composed

    def __init__(self, store: PictureStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self._future: Future[Composed] | None = None
        self._timer = QTimer(self, interval=LOOK_EVERY)
        self._timer.timeout.connect(self._look)

    def ask(self, illustration: Illustration, side: int) -> None:
        """Compose a picture whose cels are at hand, at `side` pixels."""
        self._begin(partial(_composed, illustration, side, self.store.composer(illustration, side)))

    def again(self, composed: Composed, illustration: Illustration) -> None:
        """Compose with the composer there is: somebody only stands elsewhere."""
        self._begin(partial(_recomposed, composed, illustration))

    def _begin(self, make: Callable[[], Composed]) -> None:
        self.cancel()
        self._future = _pool.submit(make)
        self._timer.start()

    def cancel(self) -> None:
        """Forget what was asked for."""
        self._timer.stop()
        if self._future is not None:
            self._future.cancel()
            self._future = None

    def _look(self) -> None:
        future = self._future
        if future is None or not future.done():
            return
        self._timer.stop()
        self._future = None
        error = future.exception()
        if error is not None:
            logger.error("a picture could not be composed", exc_info=error)
        else:
            self.ready.emit(future.result())


class Samples(QObject):
    """One picture in several styles, each told as `ready`."""

    ready = Signal(object)  # Composed

    def __init__(self, store: PictureStore, side: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store, self.side = store, side
        self._composings: dict[str, Composing] = {}

    def ask(self, illustration: Illustration, styles: Sequence[str]) -> None:
        """Compose a picture in styles; what was asked before is forgotten."""
        for style in styles:
            if style not in self._composings:
                self._composings[style] = Composing(self.store, self)
                self._composings[style].ready.connect(self.ready)
            self._composings[style].ask(replace(illustration, style=style), self.side)


def _composed(illustration: Illustration, side: int, composer: Callable[[], Composer]) -> Composed:
    made = composer()
    return Composed(illustration, side, made, to_qimage(made.compose(illustration.placements)))


def _recomposed(composed: Composed, illustration: Illustration) -> Composed:
    image = to_qimage(composed.composer.compose(illustration.placements))
    return Composed(illustration, composed.side, composed.composer, image)


def same_cels(one: Illustration, other: Illustration) -> bool:
    """Whether two pictures differ at most in where everybody stands, so that one composer serves both."""
    return (one.plan, one.chosen, one.style) == (other.plan, other.chosen, other.style)
