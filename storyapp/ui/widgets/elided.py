"""Words that may be longer than their place: one line, with an ellipsis where it is cut off."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

SHORTEST = 3  # letters that there is always room for


def _cut(words: str, metrics: QFontMetrics, room: int) -> str:
    """Words as they fit; those that a rounded width has room for stay whole."""
    if metrics.horizontalAdvance(words) <= room:
        return words
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)


class ElidedLabel(QLabel):
    """A line of plain text."""

    def __init__(self, words: str = "", parent: QWidget | None = None, objectName: str = "") -> None:
        super().__init__(words, parent, objectName=objectName)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        usual = super().minimumSizeHint()
        return QSize(min(usual.width(), self.fontMetrics().averageCharWidth() * SHORTEST), usual.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        inside = self.contentsRect()
        words = _cut(self.text(), self.fontMetrics(), inside.width())
        aligned = QStyle.visualAlignment(self.layoutDirection(), self.alignment()) | Qt.TextFlag.TextSingleLine
        role, painter = self.foregroundRole(), QPainter(self)
        self.style().drawItemText(painter, inside, int(aligned), self.palette(), self.isEnabled(), words, role)


class ElidedButton(QToolButton):
    """A button with words alone; it may be as narrow as its place."""

    def __init__(self, words: str = "", parent: QWidget | None = None, **properties: Any) -> None:
        super().__init__(parent, **properties)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(words)

    def _frame(self) -> int:
        """The width of what is around the words."""
        return self.sizeHint().width() - self.fontMetrics().horizontalAdvance(self.text())

    def minimumSizeHint(self) -> QSize:
        usual = super().minimumSizeHint()
        return QSize(
            min(usual.width(), self._frame() + self.fontMetrics().averageCharWidth() * SHORTEST), usual.height()
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = _cut(self.text(), self.fontMetrics(), self.width() - self._frame())  # type: ignore[attr-defined]
        QStylePainter(self).drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
