"""The place of one scene in the column: its card, or empty room about as high."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QMoveEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from storyapp.story.model import Scene

from .scene_card import SceneCard

EMPTY_CARD = 300  # pixels of a card besides its words, guessed
LETTERS = 70  # in a line, guessed
LINE = 24  # pixels, guessed


class Slot(QWidget):
    """The room of one scene in the column, with or without its card."""

    moved = Signal(int)  # from where it was in the column

    def __init__(self, scene: Scene) -> None:
        super().__init__()
        self.scene_id = scene.id
        self.card: SceneCard | None = None
        self._placed = False  # whether the column has given it a place
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setFixedHeight(guessed_height(scene))

    def take(self, card: SceneCard) -> None:
        """Show the card."""
        self.card = card
        self.setMinimumHeight(0)
        self.setMaximumHeight(16_777_215)
        self._layout.addWidget(card)

    def give_up(self) -> None:
        """Be empty room of the same height."""
        if self.card is not None:
            self.setFixedHeight(self.height())
            self._layout.removeWidget(self.card)
            self.card.hide()
            self.card.deleteLater()
            self.card = None

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        if self._placed and event.pos().y() != event.oldPos().y():
            self.moved.emit(event.oldPos().y())
        self._placed = True


def guessed_height(scene: Scene) -> int:
    """About how high a scene's card is."""
    lines = sum(len(line) // LETTERS + 1 for line in scene.text.split("\n"))
    picture = 0 if scene.illustration is None else 500
    return EMPTY_CARD + picture + max(3, lines) * LINE
