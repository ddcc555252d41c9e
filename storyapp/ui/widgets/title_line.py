"""A line of words that tells where it is longer than its place."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame, QStylePainter, QWidget

from .fields import is_right_to_left

_MARGIN = 2  # pixels that Qt leaves beside the words of a line


class TitleLine(QLineEdit):
    """Ends in an ellipsis where there is more, while nobody writes in it; the whole is in its tooltip."""

    def __init__(self, object_name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, objectName=object_name, placeholderText=placeholder)
        self.setAccessibleName(placeholder)
        self.textChanged.connect(lambda _: self._tell())

    def shown_words(self) -> str:
        """The words as they are seen while nobody writes."""
        room = self._room().width()
        if self.fontMetrics().horizontalAdvance(self.text()) <= room:
            return self.text()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def _room(self) -> QRect:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self)
        return inside.adjusted(_MARGIN, 0, -_MARGIN, 0)

    def _tell(self) -> None:
        self.setToolTip(self.text() if self.shown_words() != self.text() else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        words = self.shown_words()
        if self.hasFocus() or words == self.text():
            super().paintEvent(event)
            return
        option, painter = QStyleOptionFrame(), QStylePainter(self)
        self.initStyleOption(option)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        right = is_right_to_left(words)
        painter.setLayoutDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LeftToRight)
        painter.setPen(self.palette().text().color())
        painter.drawText(self._room(), Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()
