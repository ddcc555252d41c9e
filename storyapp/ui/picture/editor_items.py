"""What lies over the picture in the editor: the frame of a cel with its handles, and the region to repaint."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsPathItem, QGraphicsRectItem

from storyapp.stage.compose import within
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
        self.cells: set[Cell] = set()
        self._placement = Placement("", Box(0, 0, 1, 1))
        self._grid: tuple[int, int] | None = None
        self._size = (1.0, 1.0)
        self.setZValue(50)
        self.setBrush(QBrush(QColor(214, 90, 40, 110)))
        pen = QPen(QColor(255, 255, 255, 150), 1)
        pen.setCosmetic(True)
        self.setPen(pen)

    def lie_on(self, placement: Placement, grid: tuple[int, int] | None, size: tuple[float, float]) -> None:
        """Say where the cel with its `grid` (rows, columns) stands, in a picture of `size`; None for no codes."""
        self._placement, self._grid, self._size = placement, grid, size
        self._draw()

    def paint_at(self, x: float, y: float, brush: float) -> bool:
        """Mark the cells within `brush` (of the picture's height) of a point; whether there are new ones."""
        if self._grid is None:
            return False
        (rows, columns), box = self._grid, self._placement.box
        u, v = within(self._placement, x, y)
        tall = box.height * self._size[1] / (box.width * self._size[0])  # of the frame; a backdrop may be wide
        reach = brush / box.height + 0.5 / rows
        touched = {
            (row, column)
            for row in range(rows)
            for column in range(columns)
            if ((row + 0.5) / rows - v) ** 2 + (((column + 0.5) / columns - u) / tall) ** 2 <= reach**2
        }
        if touched <= self.cells:
            return False
        self.cells |= touched
        self._draw()
        return True

    def clear(self) -> bool:
        """Forget what was marked; whether there was anything."""
        was, self.cells = bool(self.cells), set()
        self._draw()
        return was

    def _draw(self) -> None:
        path = QPainterPath()
        if self._grid is not None:
            rows, columns = self._grid
            frame = box_rect(self._placement.box, self._size)
            high, wide = frame.height() / rows, frame.width() / columns
            for row, column in self.cells:
                place = columns - 1 - column if self._placement.mirrored else column
                path.addRect(QRectF(frame.x() + place * wide, frame.y() + row * high, wide, high))
        self.setPath(path.simplified())


def box_rect(box: Box, size: tuple[float, float]) -> QRectF:
    """A box of fractions as a rectangle in a picture of `size`."""
    return QRectF(box.x * size[0], box.y * size[1], box.width * size[0], box.height * size[1])
