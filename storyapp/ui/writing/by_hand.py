"""What stands in the place of a picture where the words were not understood: what can be done, and a button for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from storyapp.export.choices import is_blank
from storyapp.story.model import Scene, text_hash

from ..widgets.labels import WrappedLabel


class ByHand(QWidget):
    """Friendly words, and the way to set a picture by hand; hidden where there is a picture to see."""

    begin_asked = Signal()  # set the picture by hand
    add_asked = Signal()  # put somebody in

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = WrappedLabel()
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.begin = QPushButton(self.tr("Set the picture by hand"))
        self.add = QPushButton(self.tr("Put somebody in …"))
        self.begin.clicked.connect(self.begin_asked)
        self.add.clicked.connect(self.add_asked)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.addStretch(1)
        layout.addWidget(self.words)
        for button in (self.begin, self.add):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self.hide()

    def heightForWidth(self, width: int) -> int:
        return self._layout.totalHeightForWidth(width)

    def tell(self, scene: Scene, unread: str | None, busy: bool) -> None:
        """Say what to do in a scene; `unread` are the marks of words that were not understood."""
        picture = scene.illustration
        blank = picture is not None and is_blank(picture)
        lost = picture is None and unread == text_hash(scene.text)
        self.begin.setVisible(lost)
        self.add.setVisible(blank)
        if blank:
            self.words.setText(self.tr("Choose below where and when it is, and put in who is there."))
        elif lost:
            who = self.tr("These words were not understood, so there is no picture yet.")
            how = self.tr("Say who is there and where, in English or Chinese: “A fox ran through the forest.”")
            by_hand = self.tr("Or choose yourself what the picture shows.")
            self.words.setText(f"{who}\n{how}\n{by_hand}")
        self.setVisible((blank or lost) and not busy)
