"""What was pasted is a whole story: one click makes its scenes of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from storyapp.story.foreign_texts import scenes_in
from storyapp.story.model import Story

from ..widgets.announcing import announce
from ..widgets.offer import Offer
from ..words import filled


class ScenesOffer(Offer):
    """Hidden until words of many scenes are pasted, and again once they are others."""

    offered = Signal()
    scenes_asked = Signal(object)  # Story whose scenes take the place of the scene

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""  # of the field
        self._story: Story | None = None  # what they would become
        self.leave = QPushButton(self.tr("Leave"), toolTip=self.tr("Leave all of it in one scene"))
        self.make = QPushButton()
        self.leave.clicked.connect(self.hide)
        self.make.clicked.connect(self._make)
        self.add_buttons(self.leave, self.make)

    def look_at(self, pasted: str, words: str) -> None:
        """Offer the scenes of what was `pasted`, headings marked, as long as the field has the same `words`."""
        self._story, self._words = scenes_in(pasted), words
        if self._story is not None:
            count = len(self._story.scenes)
            self.asked.setText(filled(self.tr("This looks like a story of %1 scenes."), count))
            self.make.setText(filled(self.tr("Make %1 scenes"), count))
            announce(self, self.asked.text())
        self.setVisible(self._story is not None)
        if self._story is not None:
            self.offered.emit()

    def follow(self, words: str) -> None:
        """Offer nothing any more if the words are others by now."""
        if words != self._words:
            self.hide()

    def _make(self) -> None:
        self.hide()
        self.scenes_asked.emit(self._story)
