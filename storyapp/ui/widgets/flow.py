"""A layout that breaks its widgets into lines, as words of a text."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

LONGEST = 10  # lines of type, as wide as which a name on a chip may be


def name_on(chip: QWidget, name: str) -> str:
    """A name as a chip shows it: a long one ends in dots, so that no chip is wider than its place."""
    metrics = chip.fontMetrics()
    return metrics.elidedText(name, Qt.TextElideMode.ElideRight, LONGEST * metrics.height())


class Flow(QLayout):
    """From left to right (or right to left), then the next line."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 6) -> None:
        super().__init__(parent)
        self._found: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width; a column of cards asks for each of them again and again
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)

    def addItem(self, item: QLayoutItem) -> None:
        self._found.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._found)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._found[index] if 0 <= index < len(self._found) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._found):
            return None
        self.invalidate()
        return self._found.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._place(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._found:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, move: bool) -> int:
        lines: list[list[tuple[QLayoutItem, QSize]]] = [[]]
        x = 0
        for item in self._found:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(rect.width(), 1)))
            if lines[-1] and x + size.width() > rect.width():
                lines.append([])
                x = 0
            lines[-1].append((item, size))
            x += size.width() + self.spacing()
        y = 0
        for line in lines:
            height = max((size.height() for _, size in line), default=0)
            if move:
                self._place_line(line, QRect(rect.x(), rect.y() + y, rect.width(), height))
            y += height + self.spacing()
        return max(0, y - self.spacing())

    def _place_line(self, line: list[tuple[QLayoutItem, QSize]], rect: QRect) -> None:
        """One beside the other, in the middle of the line's height."""
        parent = self.parentWidget()
        backwards = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = 0
        for item, size in line:
            left = rect.width() - x - size.width() if backwards else x
            down = (rect.height() - size.height()) // 2
            item.setGeometry(QRect(QPoint(rect.x() + left, rect.y() + down), size))
            x += size.width() + self.spacing()
