"""Two pictures one over the other under a slider, and marks where they differ."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QSlider, QVBoxLayout, QWidget

from storyapp.story.codes import Cell, CodeGrid, difference

from ..widgets.sizes import fit_into_window
from ..words import filled

SMALLEST = 420  # pixels


class Curtain(QWidget):
    """The first picture left of the line, the second right of it."""

    moved = Signal(float)  # 0 … 1

    def __init__(self, one: QImage, other: QImage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.one, self.other = one, other
        self.share = 0.5
        self.cells: frozenset[Cell] = frozenset()
        self.grid = (1, 1)
        self.setMinimumSize(SMALLEST, SMALLEST)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Both pictures, divided by a line"))

    def show_pictures(self, one: QImage, other: QImage) -> None:
        """Compare two others."""
        self.one, self.other = one, other
        self.update()

    def set_share(self, share: float) -> None:
        """Draw the line somewhere else."""
        self.share = min(max(share, 0.0), 1.0)
        self.update()

    def show_cells(self, cells: frozenset[Cell], grid: tuple[int, int]) -> None:
        """Mark cells of a grid of (rows, columns)."""
        self.cells, self.grid = cells, grid
        self.update()

    def picture_rect(self) -> QRectF:
        """Where the pictures are."""
        size = self.one.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        rect = self.picture_rect()
        line = rect.x() + self.share * rect.width()
        painter.fillRect(rect, self.palette().base())
        for image, left, right in ((self.one, rect.left(), line), (self.other, line, rect.right())):
            painter.setClipRect(QRectF(left, rect.top(), max(0.0, right - left), rect.height()))
            painter.drawImage(rect, image)
        painter.setClipping(False)
        high, wide = rect.height() / self.grid[0], rect.width() / self.grid[1]
        for row, column in self.cells:
            cell = QRectF(rect.x() + column * wide, rect.y() + row * high, wide, high)
            painter.fillRect(cell.adjusted(1, 1, -1, -1), QColor(214, 90, 40, 105))
        for pen in (QPen(QColor(255, 255, 255), 4), QPen(QColor(138, 75, 47), 2)):
            painter.setPen(pen)
            painter.drawLine(round(line), round(rect.top()), round(line), round(rect.bottom()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        rect = self.picture_rect()
        self.moved.emit(min(max((event.position().x() - rect.x()) / rect.width(), 0.0), 1.0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -0.05, Qt.Key.Key_Right: 0.05}
        if event.key() in steps:
            self.moved.emit(min(max(self.share + steps[Qt.Key(event.key())], 0.0), 1.0))
        else:
            super().keyPressEvent(event)


class CompareDialog(QDialog):
    """The curtain with its slider, and for codes of one shape what differs."""

    def __init__(
        self,
        one: QImage,
        other: QImage,
        names: tuple[str, str],
        codes: tuple[CodeGrid, CodeGrid] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Compare"))
        self.curtain = Curtain(one, other)
        self.slider = QSlider(Qt.Orientation.Horizontal, minimum=0, maximum=100, value=50)
        self.slider.setAccessibleName(self.tr("Where the line between the two is"))
        self.slider.setToolTip(self.tr("Drag here or in the picture, or use the arrow keys."))
        self.names = QLabel(f"{names[0]}  |  {names[1]}", alignment=Qt.AlignmentFlag.AlignCenter)
        self.marks = QCheckBox(self.tr("Mark where they differ"))
        self.told = QLabel(objectName="quiet", wordWrap=True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._cells, self._grid = _differences(codes)
        layout = QVBoxLayout(self)
        layout.addWidget(self.curtain, 1)
        for widget in (self.slider, self.names, self.marks, self.told, self.buttons):
            layout.addWidget(widget)
        self.marks.setVisible(bool(self._cells))
        self.told.setVisible(codes is not None)
        self.told.setText(self._words())
        self.slider.valueChanged.connect(lambda value: self.curtain.set_share(value / 100))
        self.curtain.moved.connect(lambda share: self.slider.setValue(round(100 * share)))
        self.marks.toggled.connect(self._mark)
        self.buttons.rejected.connect(self.reject)
        fit_into_window(self, 620, 760)

    def _words(self) -> str:
        if self._cells is None:
            return self.tr("The two have different shapes, so that where they differ cannot be marked.")
        count, cells = len(self._cells), self._grid[0] * self._grid[1]
        if count in (0, cells):
            return self.tr("The two differ everywhere.") if count else self.tr("The two are the same.")
        percent = min(99, max(1, round(100 * count / cells)))
        return filled(self.tr("The two differ in about %1 % of the area."), percent)

    def _mark(self, on: bool) -> None:
        self.curtain.show_cells(self._cells if on and self._cells else frozenset(), self._grid)


def _differences(codes: tuple[CodeGrid, CodeGrid] | None) -> tuple[frozenset[Cell] | None, tuple[int, int]]:
    if codes is None:
        return frozenset(), (1, 1)
    try:
        return difference(*codes), (codes[0].rows, codes[0].columns)
    except ValueError:
        return None, (1, 1)
