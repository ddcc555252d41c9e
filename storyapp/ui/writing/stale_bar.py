"""A mark over a picture that is older than its text, with the cure beside it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ..words import filled


class StaleBar(QFrame):
    """Says that a picture is old; one click paints it again, one click all that are old."""

    refresh_asked = Signal()
    all_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stale")
        self.words = QLabel(self.tr("This picture is older than its text."), wordWrap=True)
        self.refresh = QPushButton(self.tr("Refresh"), toolTip=self.tr("Paint this picture after its words of now"))
        self.all = QPushButton(toolTip=self.tr("Paint every picture that is older than its text (F5)"))
        self.refresh.clicked.connect(self.refresh_asked)
        self.all.clicked.connect(self.all_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 6, 6, 6)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.refresh)
        layout.addWidget(self.all)

    def tell(self, stale: bool, count: int, busy: bool) -> None:
        """Show the mark if the picture is `stale`; `count` pictures of the story are."""
        self.setVisible(stale)
        self.refresh.setEnabled(not busy)
        self.all.setVisible(count > 1)
        self.all.setText(filled(self.tr("Refresh all %1"), count))
