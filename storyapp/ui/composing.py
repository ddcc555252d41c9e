"""Pictures composed on a thread of their own: styles are filters, and the window must not wait for them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from storyapp.stage.compose import Composer
from storyapp.story.model import Illustration

from .pictures import PictureStore, to_qimage

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
    """Composes for one place in the window; of several wishes only the last one is told as `ready`."""

    ready = Signal(object)  # Composed
    _made = Signal(int, object)

    def __init__(self, store: PictureStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self._number = 0
        self._future: Future[Any] | None = None
        self._made.connect(self._tell)

    def ask(self, illustration: Illustration, side: int) -> None:
        """Compose a picture whose cels are at hand, at `side` pixels."""
        self.cancel()
        number, composer = self._number, self.store.composer(illustration, side)
        self._future = _pool.submit(self._work, number, lambda: _composed(illustration, side, composer))

    def again(self, composed: Composed, illustration: Illustration) -> None:
        """Compose with the composer there is: somebody only stands elsewhere."""
        self.cancel()
        number = self._number
        self._future = _pool.submit(self._work, number, lambda: _recomposed(composed, illustration))

    def cancel(self) -> None:
        """Forget what was asked for."""
        self._number += 1
        if self._future is not None:
            self._future.cancel()
            self._future = None

    def _work(self, number: int, make: Callable[[], Composed]) -> None:
        try:
            made = make()
        except Exception:
            logger.exception("a picture could not be composed")
            return
        try:
            self._made.emit(number, made)
        except RuntimeError:
            logger.debug("who asked for a picture is gone")

    def _tell(self, number: int, composed: Composed) -> None:
        if number == self._number:
            self._future = None
            self.ready.emit(composed)


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
