"""The picture large, on a QGraphicsView: everybody in it can be taken by mouse, touchpad and keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsRectItem, QGraphicsScene, QGraphicsView, QWidget

from storyapp.stage.compose import pick, within
from storyapp.story import edits
from storyapp.story.codes import Cell
from storyapp.story.model import Illustration
from storyapp.story.plan import BACKDROP, Box, CelPlan, Placement

from .composing import Composed, Composing, same_cels
from .editor_items import CelItem, Handle, RegionItem
from .gestures import ARROWS, mirrored, moved, resized, stretched
from .pictures import PictureStore, size_of, to_qimage

UNITS = 1000.0  # the longer side of the picture in the graphics scene
SIDE, QUICK = 1024, 512  # pixels at which it is composed at rest, and while somebody is dragged
EDGE = 14.0  # units around the picture, for the handles
_ZOOMS = (0.2, 8.0)


class Tool(Enum):
    """What the pointer does."""

    SELECT = "select"
    REGION = "region"
    CUT = "cut"


class EditorView(QGraphicsView):
    """Shows one illustration large; one signal a finished gesture, the story is changed by who hears it."""

    placed = Signal(str, object, bool)  # what was done to %1, Placement, by a key that repeats
    removed = Signal(str)
    redo_asked = Signal(str)
    cel_chosen = Signal(object)  # cel id, or None for the backdrop
    region_changed = Signal()
    cut = Signal(object)  # Box
    left = Signal()  # asked to go back
    menu_asked = Signal(object)  # global position

    def __init__(self, store: PictureStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.illustration: Illustration | None = None
        self.selected: str | None = None
        self.tool = Tool.SELECT
        self.brush = 0.06  # radius in fractions of the picture's height
        self.region: set[Cell] = set()
        self.naming: Callable[[CelPlan], str] = lambda cel: cel.concept
        self.items_: dict[str, CelItem] = {}
        self._origin: Placement | None = None
        self._dragged: Placement | None = None
        self._handle: Handle | None = None
        self._grabbed = QPointF()
        self._fitted = True
        self._best: Composed | None = None
        self._quick: Composed | None = None
        self._composing, self._quickly = Composing(store, self), Composing(store, self)
        self._composing.ready.connect(self._take)
        self._quickly.ready.connect(self._take_quick)
        self._build()

    def _build(self) -> None:
        self.canvas = QGraphicsScene(self)
        self.setScene(self.canvas)
        self._pixmap = QGraphicsPixmapItem()
        self._pixmap.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self._region = RegionItem()
        self._band = QGraphicsRectItem()
        pen = QPen(QColor(138, 75, 47), 2, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        self._band.setPen(pen)
        self._band.setZValue(60)
        for item in (self._pixmap, self._region, self._band):
            self.canvas.addItem(item)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setAccessibleName(self.tr("Picture editor"))
        self.setToolTip("")
        self.setObjectName("desk")
        self._show_bars(False)
        self.setFrameShape(QGraphicsView.Shape.NoFrame)

    # showing -------------------------------------------------------------------------------------

    @property
    def size_units(self) -> tuple[float, float]:
        """Width and height of the picture in the graphics scene."""
        width, height = size_of(self.illustration, int(UNITS)) if self.illustration else (UNITS, UNITS)
        return float(width), float(height)

    def show_illustration(self, illustration: Illustration) -> None:
        """Show a picture whose cels are at hand."""
        old, self.illustration = self.illustration, illustration
        self._dragged = None
        if old is None or edits.aspect_of(old) != edits.aspect_of(illustration):
            self.canvas.setSceneRect(QRectF(0, 0, *self.size_units).adjusted(-EDGE, -EDGE, EDGE, EDGE))
            self.fit()
        if self.selected not in {one.cel for one in illustration.placements}:
            self.selected = None
        self._fill_items()
        self._show_region()
        if self._best is not None and same_cels(self._best.illustration, illustration):
            self._composing.again(self._best, illustration)
        else:
            self._best = self._quick = None
            self._quickly.ask(illustration, QUICK)
            self._composing.ask(illustration, SIDE)

    def _fill_items(self) -> None:
        assert self.illustration is not None
        for item in self.items_.values():
            self.canvas.removeItem(item)
        self.items_ = {}
        for placement in self.illustration.placements:
            plan = next((one for one in self.illustration.plan.cels if one.id == placement.cel), None)
            item = CelItem(placement, self.naming(plan) if plan else placement.cel)
            item.place(placement, self.size_units)
            item.mark(placement.cel == self.selected)
            item.setVisible(not placement.hidden)
            self.canvas.addItem(item)
            self.items_[placement.cel] = item

    def _take(self, composed: Composed) -> None:
        self._best = composed
        if self._dragged is None:
            self._show(composed.image)

    def _take_quick(self, composed: Composed) -> None:
        self._quick = composed
        if self._best is None:
            self._show(composed.image)

    def _show(self, image: QImage) -> None:
        self._pixmap.setPixmap(QPixmap.fromImage(image))
        self._pixmap.setScale(self.size_units[0] / max(1, image.width()))

    def show_preview(self, image: QImage) -> None:
        """Show how a picture forms."""
        self._show(image)

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
            for name, item in self.items_.items():
                item.mark(name == cel)

    def use(self, tool: Tool) -> None:
        """Take a tool in hand."""
        self.tool = tool
        self.clear_region()
        shapes = {Tool.SELECT: Qt.CursorShape.ArrowCursor, Tool.CUT: Qt.CursorShape.CrossCursor}
        self.viewport().setCursor(shapes.get(tool, Qt.CursorShape.PointingHandCursor))

    # by mouse ------------------------------------------------------------------------------------

    def fraction(self, point: QPointF) -> tuple[float, float]:
        """A point of the viewport in fractions of the picture."""
        at = self.mapToScene(point.toPoint())
        width, height = self.size_units
        return at.x() / width, at.y() / height

    def point_of(self, x: float, y: float) -> QPointF:
        """The other way round."""
        width, height = self.size_units
        return QPointF(self.mapFromScene(QPointF(x * width, y * height)))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.illustration is None or event.button() != Qt.MouseButton.LeftButton:
            return
        x, y = self.fraction(event.position())
        self._grabbed = QPointF(x, y)
        if self.tool is Tool.REGION:
            self.paint_region(x, y)
        elif self.tool is Tool.SELECT:
            self._take_hold(event, x, y)

    def _take_hold(self, event: QMouseEvent, x: float, y: float) -> None:
        assert self.illustration is not None
        touched = self.itemAt(event.position().toPoint())
        self._handle = touched if isinstance(touched, Handle) else None
        if self._handle is None:
            free = [one for one in self.illustration.placements if not one.locked]
            cel = pick(free, self.store.images(self.illustration), x, y)
            self.select(cel)
            self.cel_chosen.emit(cel)
        self._origin = self.placement(self.selected)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton or self.illustration is None:
            super().mouseMoveEvent(event)
            return
        x, y = self.fraction(event.position())
        if self.tool is Tool.REGION:
            self.paint_region(x, y)
        elif self.tool is Tool.CUT:
            self._band.setRect(self._band_rect(x, y))
        elif self._origin is not None and not self._origin.locked:
            dx, dy = x - self._grabbed.x(), y - self._grabbed.y()
            handle = self._handle
            dragged = (
                stretched(self._origin, handle.right, handle.bottom, dx, dy) if handle else moved(self._origin, dx, dy)
            )
            self._drag(dragged)

    def _drag(self, placement: Placement) -> None:
        self._dragged = placement
        self.items_[placement.cel].place(placement, self.size_units)
        assert self.illustration is not None
        quick = self._quick or self._best
        if quick is not None:
            places = [placement if one.cel == placement.cel else one for one in self.illustration.placements]
            self._show(to_qimage(quick.composer.compose(places, finish=False)))

    def _band_rect(self, x: float, y: float) -> QRectF:
        width, height = self.size_units
        one = QPointF(self._grabbed.x() * width, self._grabbed.y() * height)
        return QRectF(one, QPointF(x * width, y * height)).normalized()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.tool is Tool.CUT and self.illustration is not None:
            rect = self._band_rect(*self.fraction(event.position())) & QRectF(0, 0, *self.size_units)
            self._band.setRect(QRectF())
            width, height = self.size_units
            if rect.width() > 20 and rect.height() > 20:
                self.cut.emit(Box(rect.x() / width, rect.y() / height, rect.width() / width, rect.height() / height))
        elif self._dragged is not None:
            placement, what = self._dragged, self.tr("Resize %1") if self._handle else self.tr("Move %1")
            self._dragged = None
            self.placed.emit(what, placement, False)
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
        self.menu_asked.emit(event.globalPos())

    # the region ----------------------------------------------------------------------------------

    def _ground(self) -> tuple[Placement, tuple[int, int]] | None:
        """Where the chosen cel's grid lies, and its rows and columns; the backdrop fills the picture."""
        if self.illustration is None:
            return None
        shown = self.illustration.shown(self.selected or BACKDROP)
        if shown is None or shown.codes is None:
            return None
        placement = self.placement(self.selected) or Placement(BACKDROP, Box(0, 0, 1, 1))
        return placement, (shown.codes.rows, shown.codes.columns)

    def paint_region(self, x: float, y: float) -> None:
        """Mark the cells of the chosen cel under the brush."""
        ground = self._ground()
        if ground is None:
            return
        placement, (rows, columns) = ground
        u, v = within(placement, x, y)
        reach = self.brush / placement.box.height
        touched = {
            (row, column)
            for row in range(rows)
            for column in range(columns)
            if ((row + 0.5) / rows - v) ** 2 + ((column + 0.5) / columns - u) ** 2 <= (reach + 0.5 / rows) ** 2
        }
        if not touched <= self.region:
            self.region |= touched
            self._show_region()
            self.region_changed.emit()

    def clear_region(self) -> None:
        """Forget what was marked."""
        if self.region:
            self.region = set()
            self._show_region()
            self.region_changed.emit()

    def _show_region(self) -> None:
        ground = self._ground()
        if ground is not None:
            placement, grid = ground
            self._region.show_cells(self.region, grid, placement.box, placement.mirrored, self.size_units)

    # by keys -------------------------------------------------------------------------------------

    def placement(self, cel: str | None) -> Placement | None:
        """Where a cel is in the story."""
        placements = self.illustration.placements if self.illustration else ()
        return next((one for one in placements if one.cel == cel), None)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from cel to cel, front to back, and then on to the next control."""
        order = [one.cel for one in edits.layers(self.illustration)] if self.illustration else []
        row = order.index(self.selected) if self.selected in order else (-1 if forward else len(order))
        row += 1 if forward else -1
        if not 0 <= row < len(order):
            return super().focusNextPrevChild(forward)
        self.select(order[row])
        self.cel_chosen.emit(order[row])
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            if self.tool is not Tool.SELECT or self.region:
                self.use(Tool.SELECT)
                self.region_changed.emit()
            else:
                self.left.emit()
            return
        placement = self.placement(self.selected)
        if placement is None or not self._change(key, event.modifiers(), placement):
            event.ignore()

    def _change(self, key: Qt.Key, modifiers: Qt.KeyboardModifier, placement: Placement) -> bool:
        if modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        if key == Qt.Key.Key_L:
            self.set_locked(not placement.locked)
        elif key == Qt.Key.Key_H:
            self.set_hidden(not placement.hidden)
        elif placement.locked:
            return False
        elif key in ARROWS:
            far = 5 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1
            self.placed.emit(self.tr("Move %1"), moved(placement, ARROWS[key][0] * far, ARROWS[key][1] * far), True)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.placed.emit(self.tr("Enlarge %1"), resized(placement, 1.06), True)
        elif key == Qt.Key.Key_Minus:
            self.placed.emit(self.tr("Shrink %1"), resized(placement, 1 / 1.06), True)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.shift(1 if key == Qt.Key.Key_PageUp else -1)
        else:
            return self._act(key, placement)
        return True

    def _act(self, key: Qt.Key, placement: Placement) -> bool:
        if key == Qt.Key.Key_M:
            self.mirror()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit(placement.cel)
        elif key == Qt.Key.Key_R:
            self.redo_asked.emit(placement.cel)
        else:
            return False
        return True

    # what buttons and keys share -----------------------------------------------------------------

    def mirror(self) -> None:
        """Turn the chosen cel round."""
        placement = self.placement(self.selected)
        if placement is not None:
            self.placed.emit(self.tr("Mirror %1"), mirrored(placement), False)

    def shift(self, by: int) -> None:
        """Bring the chosen cel nearer or farther, past one other."""
        changed = edits.shifted_layer(self.illustration, self.selected or "", by) if self.illustration else None
        if changed is not None:
            self.placed.emit(self.tr("Bring %1 forward") if by > 0 else self.tr("Send %1 back"), changed, False)

    def set_locked(self, locked: bool) -> None:
        """Keep hands off the chosen cel, or not."""
        self._flag(self.tr("Lock %1") if locked else self.tr("Unlock %1"), locked=locked)

    def set_hidden(self, hidden: bool) -> None:
        """Hide the chosen cel, or show it."""
        self._flag(self.tr("Hide %1") if hidden else self.tr("Show %1"), hidden=hidden)

    def _flag(self, what: str, **flag: bool) -> None:
        placement = self.placement(self.selected)
        if placement is not None:
            self.placed.emit(what, replace(placement, pinned=True, **flag), False)  # type: ignore[arg-type]
