"""The picture in the story: characters and things in it can be selected, dragged, resized and mirrored."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from storyapp.stage.compose import Composer, pick
from storyapp.story.model import Illustration
from storyapp.story.plan import Box, Placement

from .pictures import PictureStore, to_qimage

SIDE = 512  # pixels at which the picture is composed on the screen
TALLEST = 620  # pixels on the screen, in the story
_ARROWS = {
    Qt.Key.Key_Left: (-0.01, 0.0),
    Qt.Key.Key_Right: (0.01, 0.0),
    Qt.Key.Key_Up: (0.0, -0.01),
    Qt.Key.Key_Down: (0.0, 0.01),
}


class StageView(QWidget):
    """Shows one illustration; `placed` and `removed` tell what a hand did, one signal a finished gesture."""

    placed = Signal(str, object)  # what was done, Placement
    removed = Signal(str)  # cel id
    redo_asked = Signal(str)  # cel id
    cel_chosen = Signal(object)  # cel id, or None for the backdrop

    opened = Signal()  # asked to be shown large

    def __init__(
        self, store: PictureStore, side: int = SIDE, tallest: int = TALLEST, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.store, self.side, self.tallest = store, side, tallest
        self.illustration: Illustration | None = None
        self.selected: str | None = None
        self._image = QImage()
        self._composer: Composer | None = None
        self._dragged: Placement | None = None
        self._grabbed = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        fixed = QSizePolicy.Policy.Fixed if tallest <= TALLEST else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, fixed)
        self.setAccessibleName("Picture of the scene")
        self.setToolTip("Click somebody, then drag, or use the arrow keys, + and −, M to mirror, Delete to remove")
        self.setMinimumHeight(120)

    def show_illustration(self, illustration: Illustration | None) -> None:
        """Show a picture whose cels are at hand, or nothing."""
        self.illustration = illustration
        self._composer = self.store.composer(illustration, self.side) if illustration else None
        if illustration and self.selected not in {one.cel for one in illustration.placements}:
            self.selected = None
        self._recompose()

    def show_preview(self, image: QImage) -> None:
        """Show how a picture forms."""
        self._image = image
        self.update()

    def placement(self, cel: str | None) -> Placement | None:
        """Where a cel is, as it is dragged now."""
        if self._dragged is not None and self._dragged.cel == cel:
            return self._dragged
        placements = self.illustration.placements if self.illustration else ()
        return next((one for one in placements if one.cel == cel), None)

    def _placements(self) -> list[Placement]:
        placements = self.illustration.placements if self.illustration else ()
        return [self._dragged if self._dragged and self._dragged.cel == one.cel else one for one in placements]

    def _recompose(self) -> None:
        if self._composer is None:
            self._image = QImage()
        else:
            self._image = to_qimage(self._composer.compose(self._placements(), finish=self._dragged is None))
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(width, self.tallest)

    def resizeEvent(self, event: object) -> None:
        if self.tallest <= TALLEST:  # in the story it is as high as its width asks for
            there = not self._image.isNull() or self.illustration is not None
            self.setFixedHeight(self.heightForWidth(self.width()) if there else 120)

    def picture_rect(self) -> QRectF:
        """Where the square picture is in the widget."""
        side = min(self.width(), self.height())
        return QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        rect = self.picture_rect()
        if self._image.isNull():
            painter.setPen(QPen(self.palette().mid().color(), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 8, 8)
            painter.setPen(self.palette().text().color())
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("No picture yet – press Illustrate"))
            return
        painter.drawImage(rect, self._image)
        placement = self.placement(self.selected)
        if placement is not None and self.hasFocus():
            box = placement.box
            frame = QRectF(
                rect.x() + box.x * rect.width(), rect.y() + box.y * rect.height(),
                box.width * rect.width(), box.height * rect.height(),
            )  # fmt: skip
            painter.setPen(QPen(QColor(255, 255, 255, 220), 4))
            painter.drawRoundedRect(frame, 8, 8)
            painter.setPen(QPen(QColor(138, 75, 47), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(frame, 8, 8)

    def _fraction(self, point: QPointF) -> tuple[float, float]:
        rect = self.picture_rect()
        return (point.x() - rect.x()) / rect.width(), (point.y() - rect.y()) / rect.height()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        if self.illustration is None:
            return
        x, y = self._fraction(event.position())
        self.selected = pick(self.illustration.placements, self.store.images(self.illustration), x, y)
        self._dragged = None
        self._grabbed = QPointF(x, y)
        self.cel_chosen.emit(self.selected)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        origin = next((p for p in self._origin() if p.cel == self.selected), None)
        if origin is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        x, y = self._fraction(event.position())
        self._dragged = moved(origin, x - self._grabbed.x(), y - self._grabbed.y())
        self._recompose()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            placement, self._dragged = self._dragged, None
            self.placed.emit(self.tr("Move %1").replace("%1", placement.cel), placement)

    def _origin(self) -> tuple[Placement, ...]:
        return self.illustration.placements if self.illustration else ()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.illustration is not None:
            self.opened.emit()

    def select(self, cel: str | None) -> None:
        """Choose a cel, as by a click."""
        self.selected = cel
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        placement = self.placement(self.selected)
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.illustration is not None:
            self.opened.emit()
        elif placement is None:
            super().keyPressEvent(event)
        elif key in _ARROWS:
            self.placed.emit(self.tr("Move %1").replace("%1", placement.cel), moved(placement, *_ARROWS[key]))
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.placed.emit(self.tr("Enlarge %1").replace("%1", placement.cel), resized(placement, 1.06))
        elif key == Qt.Key.Key_Minus:
            self.placed.emit(self.tr("Shrink %1").replace("%1", placement.cel), resized(placement, 1 / 1.06))
        elif key == Qt.Key.Key_M:
            self._mirror()
        elif key == Qt.Key.Key_PageUp:
            self._reorder(0.05)
        elif key == Qt.Key.Key_PageDown:
            self._reorder(-0.05)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(placement.cel)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        placement = self.placement(self.selected)
        if placement is None:
            return
        menu = QMenu(self)
        menu.addAction(self.tr("Paint again"), lambda: self.redo_asked.emit(placement.cel))
        menu.addAction(self.tr("Mirror"), self._mirror)
        menu.addAction(self.tr("Bring forward"), lambda: self._reorder(0.05))
        menu.addAction(self.tr("Send back"), lambda: self._reorder(-0.05))
        menu.addAction(self.tr("Remove"), lambda: self.removed.emit(placement.cel))
        menu.exec(event.globalPos())

    def _mirror(self) -> None:
        placement = self.placement(self.selected)
        if placement is not None:
            changed = replace(placement, mirrored=not placement.mirrored, pinned=True)
            self.placed.emit(self.tr("Mirror %1").replace("%1", placement.cel), changed)

    def _reorder(self, by: float) -> None:
        placement = self.placement(self.selected)
        if placement is not None:
            changed = replace(placement, depth=placement.depth + by, pinned=True)
            self.placed.emit(self.tr("Reorder %1").replace("%1", placement.cel), changed)


def moved(placement: Placement, dx: float, dy: float) -> Placement:
    """The placement somewhere else; who moves down comes nearer."""
    box = replace(placement.box, x=placement.box.x + dx, y=placement.box.y + dy)
    return replace(placement, box=box, depth=placement.depth + dy, pinned=True)


def resized(placement: Placement, factor: float) -> Placement:
    """The placement larger or smaller, its feet where they were."""
    box = placement.box
    width, height = box.width * factor, box.height * factor
    grown = Box(box.x - (width - box.width) / 2, box.bottom - height, width, height)
    return replace(placement, box=grown, pinned=True)
