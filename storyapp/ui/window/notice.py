"""What is told in passing, and what is told as long as it is so."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from ..widgets.announcing import announce
from ..widgets.labels import WrappedLabel
from ..words import sentence

TOLD_FOR = 12_000  # milliseconds that a notice stays


class Notice(WrappedLabel):
    """Hidden while there is nothing to tell; never wider than its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent, objectName="notice", visible=False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._lasting = ""
        self._timer = QTimer(self, singleShot=True, interval=TOLD_FOR)
        self._timer.timeout.connect(self._show_lasting)

    def say(self, words: str) -> None:
        """Tell something for a while."""
        self._timer.start()
        self.setText(sentence(words))
        self.show()
        announce(self, sentence(words))

    def take_back(self, words: str) -> None:
        """What was told in passing is not so any more, as after Undo."""
        if self._timer.isActive() and self.text() == sentence(words):
            self._timer.stop()
            self._show_lasting()

    def keep(self, words: str) -> None:
        """Tell something until it is no longer so: until called with no words."""
        before, self._lasting = self._lasting, sentence(words) if words else ""
        if self._lasting != before:
            announce(self, self._lasting)
        if words or not self._timer.isActive():  # what is told in passing may stay its time
            self._timer.stop()
            self._show_lasting()

    def _show_lasting(self) -> None:
        self.setText(self._lasting)
        self.setVisible(bool(self._lasting))
