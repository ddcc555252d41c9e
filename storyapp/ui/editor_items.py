"""What lies over the picture in the editor: the frame of a cel with its handles, and the region to repaint."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPathItem, QGraphicsRectItem

from storyapp.story.codes import Cell
from storyapp.story.plan import Box, Placement

HANDLE = 13  # pixels on the screen
_INK, _PAPER = QColor(138, 75, 47), QColor(255, 253, 248)
_CURSORS = {
    (False, False): Qt.CursorShape.SizeFDiagCursor,
    (True, True): Qt.CursorShape.SizeFDiagCursor,
    (True, False): Qt.CursorShape.SizeBDiagCursor,
    (False, True): Qt.CursorShape.SizeBDiagCursor,
}


class Handle(QGraphicsRectItem):
    """One corner of a frame; as large at any zoom."""

    def __init__(self, right: bool, bottom: bool, parent: QGraphicsItem) -> None:
        super().__init__(-HANDLE / 2, -HANDLE / 2, HANDLE, HANDLE, parent)
        self.right, self.bottom = right, bottom
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setBrush(QBrush(_PAPER))
        self.setPen(QPen(_INK, 2))
        self.setCursor(_CURSORS[(right, bottom)])


class CelItem(QGraphicsRectItem):
    """The frame of one cel; its handles show while it is selected and not locked."""

    def __init__(self, placement: Placement, name: str) -> None:
        super().__init__()
        self.placement = placement
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIsSelectable)
        self.setToolTip(name)
        self.handles = [Handle(right, bottom, self) for right in (False, True) for bottom in (False, True)]
        self.setBrush(QBrush(Qt.BrushStyle.NoBrush))
        self.mark(False)

    def place(self, placement: Placement, size: tuple[float, float]) -> None:
        """Stand somewhere, in a picture of `size`."""
        self.placement = placement
        rect = box_rect(placement.box, size)
        self.setRect(rect)
        self.setZValue(1 + placement.depth)
        for handle in self.handles:
            x = rect.right() if handle.right else rect.left()
            handle.setPos(QPointF(x, rect.bottom() if handle.bottom else rect.top()))

    def mark(self, selected: bool) -> None:
        """Show frame and handles, or nothing."""
        pen = QPen(_INK, 2, Qt.PenStyle.DashLine if self.placement.locked else Qt.PenStyle.SolidLine)
        pen.setCosmetic(True)
        self.setPen(pen if selected else QPen(Qt.PenStyle.NoPen))
        for handle in self.handles:
            handle.setVisible(selected and not self.placement.locked)


class RegionItem(QGraphicsPathItem):
    """The cells of a cel that are marked to be painted again."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(50)
        self.setBrush(QBrush(QColor(214, 90, 40, 110)))
        pen = QPen(QColor(255, 255, 255, 150), 1)
        pen.setCosmetic(True)
        self.setPen(pen)

    def show_cells(
        self, cells: Iterable[Cell], grid: tuple[int, int], box: Box, flip: bool, size: tuple[float, float]
    ) -> None:
        """Mark cells of a `grid` (rows, columns) that lies in `box`, mirrored if `flip`."""
        frame, path = box_rect(box, size), QPainterPath()
        high, wide = frame.height() / grid[0], frame.width() / grid[1]
        for row, column in cells:
            place = grid[1] - 1 - column if flip else column
            path.addRect(QRectF(frame.x() + place * wide, frame.y() + row * high, wide, high))
        self.setPath(path.simplified())


def box_rect(box: Box, size: tuple[float, float]) -> QRectF:
    """A box of fractions as a rectangle in a picture of `size`."""
    return QRectF(box.x * size[0], box.y * size[1], box.width * size[0], box.height * size[1])
