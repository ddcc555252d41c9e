"""Labels that show the words of a person, however long a word is."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

LONGEST_WORD = 24  # letters after which a line may break within a word
_BREAK = "\u200b"  # takes no room, and a line may end there


class WrappedLabel(QLabel):
    """Lines as wide as there is room; a long word breaks instead of making everything around it wider."""

    def __init__(self, text: str = "", parent: QWidget | None = None, **properties: Any) -> None:
        super().__init__(parent, wordWrap=True, **properties)
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show a text that may hold words of a person."""
        super().setText(re.sub(rf"(\S{{{LONGEST_WORD}}})(?=\S)", rf"\1{_BREAK}", text))
