"""A question below what it is about: it stands in nobody's way, and all may be left as it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from .labels import WrappedLabel


class Offer(QFrame):
    """Hidden until something is `asked`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName="stale", visible=False)
        self.asked = WrappedLabel()
        self.asked.setTextFormat(Qt.TextFormat.PlainText)

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Put the question with its answers below it, the usual one last."""
        row = QHBoxLayout()
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 6, 6)
        layout.addWidget(self.asked)
        layout.addLayout(row)
