"""The picture large, on a QGraphicsView: everybody in it can be taken by mouse, touchpad and keys."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsView, QWidget

from storyapp.stage.compose import pick
from storyapp.story import edits
from storyapp.story.codes import Cell
from storyapp.story.model import Illustration
from storyapp.story.plan import Placement

from ..painting.pictures import PictureStore
from .editor_canvas import EditorCanvas
from .editor_items import Handle
from .hands import Hands

_ZOOMS = (0.2, 8.0)


class Tool(Enum):
    """What the pointer does."""

    SELECT = "select"
    REGION = "region"
    CUT = "cut"


class EditorView(QGraphicsView):
    """Shows one illustration large; what a finished gesture means is told by `hands` and the signals here."""

    cel_chosen = Signal(object)  # cel id, or None for the backdrop
    region_changed = Signal()
    cut = Signal(object)  # Box
    left = Signal()  # asked to go back
    menu_asked = Signal(object)  # global position

    def __init__(self, store: PictureStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.selected: str | None = None
        self.tool = Tool.SELECT
        self.brush = 0.06  # radius in fractions of the picture's height
        self.canvas = EditorCanvas(store, self)
        self.hands = Hands(lambda: (self.illustration, self.selected), store, self)
        self._origin: Placement | None = None
        self._handle: Handle | None = None
        self._grabbed = (0.0, 0.0)
        self._fitted = True
        self.setScene(self.canvas)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setAccessibleName(self.tr("Picture editor"))
        self.setObjectName("desk")
        self._show_bars(False)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)

    # showing -------------------------------------------------------------------------------------

    @property
    def illustration(self) -> Illustration | None:
        """What is shown."""
        return self.canvas.illustration

    def show_illustration(self, illustration: Illustration) -> None:
        """Show a picture whose cels are at hand."""
        if self.selected not in {one.cel for one in illustration.placements}:
            self.selected = None
        if self.canvas.show_illustration(illustration, self.selected):
            self.fit()

    def show_preview(self, image: QImage) -> None:
        """Show how a picture forms."""
        self.canvas.show_image(image)

    def fit(self) -> None:
        """Show the whole picture."""
        self._fitted = True
        self._show_bars(False)
        self.fitInView(self.canvas.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)

    def zoom(self, factor: float) -> None:
        """Nearer or farther."""
        wanted = self.transform().m11() * factor
        if _ZOOMS[0] <= wanted <= _ZOOMS[1]:
            self._fitted = False
            self._show_bars(True)
            self.scale(factor, factor)

    def _show_bars(self, shown: bool) -> None:
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if shown else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(policy)
        self.setVerticalScrollBarPolicy(policy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._fitted:
            self.fit()

    def select(self, cel: str | None) -> None:
        """Choose a cel, as by a click."""
        if cel != self.selected:
            self.selected = cel
            self.clear_region()
            self.canvas.show_region(cel)
            self.canvas.mark(cel)

    def _choose(self, cel: str | None) -> None:
        self.select(cel)
        self.cel_chosen.emit(cel)

    def use(self, tool: Tool) -> None:
        """Take a tool in hand."""
        self.tool = tool
        self.clear_region()
        shapes = {Tool.SELECT: Qt.CursorShape.ArrowCursor, Tool.CUT: Qt.CursorShape.CrossCursor}
        self.viewport().setCursor(shapes.get(tool, Qt.CursorShape.PointingHandCursor))

    # the region ----------------------------------------------------------------------------------

    @property
    def region(self) -> frozenset[Cell]:
        """The marked cells of the chosen cel."""
        return frozenset(self.canvas.region.cells)

    def _paint_region(self, x: float, y: float) -> None:
        if self.canvas.region.paint_at(x, y, self.brush):
            self.region_changed.emit()

    def clear_region(self) -> None:
        """Forget what was marked."""
        if self.canvas.region.clear():
            self.region_changed.emit()

    # by mouse ------------------------------------------------------------------------------------

    def fraction(self, point: QPointF) -> tuple[float, float]:
        """A point of the viewport in fractions of the picture."""
        return self.canvas.fraction(self.mapToScene(point.toPoint()))

    def point_of(self, x: float, y: float) -> QPointF:
        """The other way round."""
        return QPointF(self.mapFromScene(self.canvas.point(x, y)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.illustration is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self._grabbed = self.fraction(event.position())
        if self.tool is Tool.REGION:
            self._paint_region(*self._grabbed)
        elif self.tool is Tool.SELECT:
            self._take_hold(event, self.illustration)

    def _take_hold(self, event: QMouseEvent, illustration: Illustration) -> None:
        touched = self.itemAt(event.position().toPoint())
        self._handle = touched if isinstance(touched, Handle) else None
        if self._handle is None:
            free = [one for one in illustration.placements if not one.locked]
            self._choose(pick(free, self.store.images(illustration), *self._grabbed))
        self._origin = self.hands.placement()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton or self.illustration is None:
            super().mouseMoveEvent(event)
            return
        x, y = self.fraction(event.position())
        if self.tool is Tool.REGION:
            self._paint_region(x, y)
        elif self.tool is Tool.CUT:
            self.canvas.show_band(self._grabbed, (x, y))
        elif self._origin is not None and not self._origin.locked:
            self.canvas.drag(self._pulled(self._origin, x - self._grabbed[0], y - self._grabbed[1]))

    def _pulled(self, origin: Placement, dx: float, dy: float) -> Placement:
        handle, hands = self._handle, self.hands
        return hands.stretched(origin, handle.right, handle.bottom, dx, dy) if handle else hands.moved(origin, dx, dy)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.tool is Tool.CUT and self.illustration is not None:
            box = self.canvas.take_band()
            if box is not None:
                self.cut.emit(box)
        elif (placement := self.canvas.let_go()) is not None:
            self.hands.placed.emit(self.tr("Resize %1") if self._handle else self.tr("Move %1"), placement, False)
        self._origin = self._handle = None

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1.0015 ** event.angleDelta().y())
        else:
            super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
            self.zoom(1 + event.value())
            return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """By mouse the menu is for who is under the pointer, also if locked; by key for who is chosen."""
        by_mouse, picture = event.reason() == QContextMenuEvent.Reason.Mouse, self.illustration
        if by_mouse and picture is not None and not isinstance(self.itemAt(event.pos()), Handle):
            where = self.fraction(QPointF(event.pos()))
            self._choose(pick(picture.placements, self.store.images(picture), *where))
        self.menu_asked.emit(event.globalPos())

    # by keys -------------------------------------------------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from cel to cel, front to back, and then on to the next control."""
        order = [one.cel for one in edits.layers(self.illustration)] if self.illustration else []
        row = order.index(self.selected) if self.selected in order else (-1 if forward else len(order))
        row += 1 if forward else -1
        if not 0 <= row < len(order):
            return super().focusNextPrevChild(forward)
        self._choose(order[row])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_N:
            self._choose(self.hands.next_cel(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1))
        elif event.key() != Qt.Key.Key_Escape:
            if not self.hands.press(event.key(), event.modifiers()):
                event.ignore()
        elif self.tool is not Tool.SELECT or self.region:
            self.use(Tool.SELECT)
            self.region_changed.emit()
        else:
            self.left.emit()
