"""What lies on the editor's table: the composed picture, a frame for everybody in it, the marked region, the band."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPen, QPixmap
from PySide6.QtWidgets import QGraphicsPixmapItem, QGraphicsRectItem, QGraphicsScene

from storyapp.story.edits import aspect_of
from storyapp.story.holding import carried
from storyapp.story.model import Illustration
from storyapp.story.plan import BACKDROP, Box, CelPlan, Placement

from ..painting.composing import Composed, Composing, same_cels
from ..painting.pictures import PictureStore, size_of, to_qimage
from .editor_items import CelItem, RegionItem

UNITS = 1000.0  # the longer side of the picture on the canvas
SIDE, QUICK = 1024, 512  # pixels at which it is composed at rest, and while somebody is dragged
EDGE = 14.0  # units around the picture, for the handles
BAND = 20.0  # units, the least width and height of a rectangle that is meant


class EditorCanvas(QGraphicsScene):
    """Shows one illustration; composes it in the background, and at once while somebody is dragged."""

    def __init__(self, store: PictureStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self.illustration: Illustration | None = None
        self.naming: Callable[[CelPlan], str] = lambda cel: cel.concept
        self.frames: dict[str, CelItem] = {}
        self.dragged: Placement | None = None
        self._best: Composed | None = None
        self._quick: Composed | None = None
        self._composing, self._quickly = Composing(store, self), Composing(store, self)
        self._composing.ready.connect(self._take)
        self._quickly.ready.connect(self._take_quick)
        self._pixmap = QGraphicsPixmapItem()
        self._pixmap.setTransformationMode(Qt.TransformationMode.SmoothTransformation)
        self.region = RegionItem()
        self._band = QGraphicsRectItem()
        pen = QPen(QColor(138, 75, 47), 2, Qt.PenStyle.DashLine)
        pen.setCosmetic(True)
        self._band.setPen(pen)
        self._band.setZValue(60)
        for item in (self._pixmap, self.region, self._band):
            self.addItem(item)

    @property
    def size_units(self) -> tuple[float, float]:
        """Width and height of the picture on the canvas."""
        width, height = size_of(self.illustration, int(UNITS)) if self.illustration else (UNITS, UNITS)
        return float(width), float(height)

    def fraction(self, at: QPointF) -> tuple[float, float]:
        """A point of the canvas in fractions of the picture."""
        width, height = self.size_units
        return at.x() / width, at.y() / height

    def point(self, x: float, y: float) -> QPointF:
        """The other way round."""
        width, height = self.size_units
        return QPointF(x * width, y * height)

    # the picture ---------------------------------------------------------------------------------

    def show_illustration(self, illustration: Illustration, selected: str | None) -> bool:
        """Show a picture whose cels are at hand; whether it has another shape than the one before."""
        old, self.illustration = self.illustration, illustration
        self.dragged = None
        reshaped = old is None or aspect_of(old) != aspect_of(illustration)
        if reshaped:
            self.setSceneRect(QRectF(0, 0, *self.size_units).adjusted(-EDGE, -EDGE, EDGE, EDGE))
        self._fill_frames(illustration, selected)
        self.show_region(selected)
        if self._best is not None and same_cels(self._best.illustration, illustration):
            self._composing.again(self._best, illustration)
        else:
            self._best = self._quick = None
            self._quickly.ask(illustration, QUICK)
            self._composing.ask(illustration, SIDE)
        return reshaped

    def _fill_frames(self, illustration: Illustration, selected: str | None) -> None:
        for item in self.frames.values():
            self.removeItem(item)
        self.frames = {}
        plans = {one.id: one for one in illustration.plan.cels}
        for placement in illustration.placements:
            plan = plans.get(placement.cel)
            item = CelItem(placement, self.naming(plan) if plan else placement.cel)
            item.place(placement, self.size_units)
            item.mark(placement.cel == selected)
            item.setVisible(not placement.hidden)
            self.addItem(item)
            self.frames[placement.cel] = item

    def mark(self, selected: str | None) -> None:
        """Show frame and handles of a cel alone."""
        for name, item in self.frames.items():
            item.mark(name == selected)

    def _take(self, composed: Composed) -> None:
        self._best = composed
        if self.dragged is None:
            self.show_image(composed.image)

    def _take_quick(self, composed: Composed) -> None:
        self._quick = composed
        if self._best is None:
            self.show_image(composed.image)

    def show_image(self, image: QImage) -> None:
        """Show a picture as it is, over the whole canvas."""
        self._pixmap.setPixmap(QPixmap.fromImage(image))
        self._pixmap.setScale(self.size_units[0] / max(1, image.width()))

    def drag(self, placement: Placement) -> None:
        """Show somebody where a hand holds them now."""
        if self.illustration is None:
            return
        self.dragged = placement
        places = carried(self.illustration, placement)
        for one in places:
            self.frames[one.cel].place(one, self.size_units)
        quick = self._quick or self._best
        if quick is not None:
            self.show_image(to_qimage(quick.composer.compose(places, finish=False)))

    def let_go(self) -> Placement | None:
        """End a drag; where it ended, or None if there was none."""
        dragged, self.dragged = self.dragged, None
        return dragged

    # what is marked ------------------------------------------------------------------------------

    def show_region(self, selected: str | None) -> None:
        """Lay the marked region over the chosen cel's grid; the backdrop's fills the picture."""
        shown = self.illustration.shown(selected or BACKDROP) if self.illustration else None
        found = self.illustration.placement(selected) if self.illustration else None
        grid = (shown.codes.rows, shown.codes.columns) if shown and shown.codes else None
        self.region.lie_on(found or Placement(BACKDROP, Box(0, 0, 1, 1)), grid, self.size_units)

    def show_band(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        """Draw a rectangle between two points, in fractions of the picture."""
        self._band.setRect(QRectF(self.point(*start), self.point(*end)).normalized())

    def take_band(self) -> Box | None:
        """Put the rectangle away; what of the picture was in it, or None if it is too small to be meant."""
        width, height = self.size_units
        rect = self._band.rect() & QRectF(0, 0, width, height)
        self._band.setRect(QRectF())
        if rect.width() <= BAND or rect.height() <= BAND:
            return None
        return Box(rect.x() / width, rect.y() / height, rect.width() / width, rect.height() / height)
