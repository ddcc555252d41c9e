"""The foot of a scene: who is in it, and beside or below them the buttons."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStyle, QWidget

SPACING = 8


class SceneFoot(QWidget):
    """Cast and buttons in one line; where that is too narrow for a line of the cast, the buttons go below."""

    def __init__(self, cast: QWidget, buttons: Sequence[QWidget]) -> None:
        super().__init__()
        self.cast, self.buttons = cast, QWidget()
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, 0, 0, 0)
        for button in buttons:
            row.addWidget(button)
        cast.setParent(self)
        self.buttons.setParent(self)

    def _parts(self, width: int) -> tuple[QRect, QRect]:
        """Where cast and buttons are, from left to right."""
        size = self.buttons.sizeHint()
        beside = width - size.width() - SPACING
        if self.cast.isHidden():
            return QRect(), QRect(width - size.width(), 0, size.width(), size.height())
        if beside >= 2 * size.width():
            height = self.cast.heightForWidth(beside)
            buttons = QRect(beside + SPACING, max(0, height - size.height()), size.width(), size.height())
            return QRect(0, 0, beside, height), buttons
        height = self.cast.heightForWidth(width)
        return QRect(0, 0, width, height), QRect(width - size.width(), height + SPACING, size.width(), size.height())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(part.bottom() for part in self._parts(width)) + 1

    def minimumSizeHint(self) -> QSize:
        widest = max(one.minimumSizeHint().width() for one in (self.cast, self.buttons))
        return QSize(widest, self.buttons.sizeHint().height())

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a chip came or went
            self.updateGeometry()
            self._place()
        return super().event(event)

    def _place(self) -> None:
        for one, rect in zip((self.cast, self.buttons), self._parts(self.width()), strict=True):
            one.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), rect))
