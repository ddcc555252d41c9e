"""The picture in the story: characters and things in it can be selected, dragged, resized and mirrored."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from storyapp.export.choices import is_blank
from storyapp.stage.compose import Composer, pick
from storyapp.story.edits import aspect_of
from storyapp.story.holding import carried
from storyapp.story.model import Illustration
from storyapp.story.phrases import phrases_said
from storyapp.story.plan import Placement

from ..painting.composing import Composed, Composing, same_cels
from ..painting.pictures import PictureStore, to_qimage
from ..writing.by_hand import ByHand
from .hands import Hands
from .picture_saving import offer_saving

SIDE = 640  # pixels at which the picture is composed on the screen
TALLEST = 620  # pixels on the screen, in the story
EMPTY = 120  # pixels, the height without a picture


class StageView(QWidget):
    """Shows one illustration; what a finished gesture means is told by `hands` and the signals here."""

    cel_chosen = Signal(object)  # cel id, or None for the backdrop
    opened = Signal()  # asked to be shown large
    cover_asked = Signal()
    save_asked = Signal(int)  # pixels of the longer side of a file

    def __init__(self, store: PictureStore, side: int = SIDE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.store, self.side = store, side
        self.illustration: Illustration | None = None
        self.selected: str | None = None
        self._image = QImage()
        self._composer: Composer | None = None
        self._composed: Illustration | None = None  # what `_composer` was made for
        self._dragged: Placement | None = None
        self._grabbed = QPointF()
        self.hands = Hands(lambda: (self.illustration, self.selected), store, self)
        self._composing = Composing(store, self)
        self._composing.ready.connect(self._take)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Picture of the scene"))
        self.setToolTip(self.tr("Click somebody, then drag; double-click or Enter opens the picture large"))
        self.setMinimumHeight(EMPTY)
        self.by_hand = ByHand(self)
        self.busy = False  # whether a picture is being painted, or waits for its turn

    def show_illustration(self, illustration: Illustration | None) -> None:
        """Show a picture whose cels are at hand, or nothing."""
        self.illustration = illustration
        self._dragged = None
        told = "; ".join(phrases_said(illustration.plan)) if illustration else ""
        self.setAccessibleDescription(told)  # what is to be seen, for who cannot see it
        if illustration is None or is_blank(illustration):
            self._composing.cancel()
            self._composer, self._composed, self._image = None, None, QImage()
            self.update()
            return
        if self.selected not in {one.cel for one in illustration.placements}:
            self.selected = None
        if self._composer is not None and self._composed is not None and same_cels(self._composed, illustration):
            self._composing.cancel()
            self._recompose()
        else:
            self._composer = None
            self._composing.ask(illustration, self.side)

    def _take(self, composed: Composed) -> None:
        self._composer, self._composed = composed.composer, composed.illustration
        if self.illustration is composed.illustration:
            self._image = composed.image
            self.update()
        else:
            self._recompose()

    def show_preview(self, image: QImage) -> None:
        """Show how a picture forms."""
        self._composing.cancel()
        self._composer = None
        self._image = image
        self.update()

    @property
    def image(self) -> QImage:
        """What is shown."""
        return self._image

    def placement(self, cel: str | None) -> Placement | None:
        """Where a cel is, as it is dragged now."""
        return next((one for one in self._placements() if one.cel == cel), None)

    def _placements(self) -> list[Placement]:
        if self.illustration is None:
            return []
        return list(carried(self.illustration, self._dragged) if self._dragged else self.illustration.placements)

    def _recompose(self) -> None:
        if self._composer is not None:
            self._image = to_qimage(self._composer.compose(self._placements(), finish=self._dragged is None))
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return min(round(width / self._aspect()), TALLEST)

    def _aspect(self) -> float:
        return aspect_of(self.illustration) if self.illustration else 1.0

    def resizeEvent(self, event: object) -> None:
        self.setFixedHeight(self.heightForWidth(self.width()) if self._has_picture() else self._height_of_words())
        self.by_hand.setGeometry(self.rect())

    def _has_picture(self) -> bool:
        """Whether there is something to see, now or in a moment."""
        return not self._image.isNull() or (self.illustration is not None and not is_blank(self.illustration))

    def _height_of_words(self) -> int:
        if self.by_hand.isHidden():
            return EMPTY
        return max(EMPTY, self.by_hand.heightForWidth(self.width()))

    def picture_rect(self) -> QRectF:
        """Where the picture is in the widget."""
        aspect = self._aspect()
        width = min(float(self.width()), self.height() * aspect)
        height = width / aspect
        return QRectF((self.width() - width) / 2, (self.height() - height) / 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = self.picture_rect()
        if self._image.isNull():
            focus = QPen(self.palette().highlight().color(), 2)
            painter.setPen(focus if self.hasFocus() else QPen(self.palette().mid().color(), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 8, 8)
            painter.setPen(self.palette().text().color())
            silent = self.illustration is not None or not self.by_hand.isHidden()
            words = (
                self.tr("Its picture is being painted …") if self.busy else self.tr("No picture yet – press Illustrate")
            )
            words = "" if silent else words
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
            return
        painter.drawImage(rect, self._image)
        placement = self.placement(self.selected)
        if placement is not None and self.hasFocus():
            self._draw_frame(painter, rect, placement)
        elif self.hasFocus():
            painter.setPen(QPen(self.palette().highlight().color(), 3))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    @staticmethod
    def _draw_frame(painter: QPainter, rect: QRectF, placement: Placement) -> None:
        box = placement.box
        left, top = rect.x() + box.x * rect.width(), rect.y() + box.y * rect.height()
        frame = QRectF(left, top, box.width * rect.width(), box.height * rect.height())
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
        free = [one for one in self.illustration.placements if not one.locked]
        self.selected = pick(free, self.store.images(self.illustration), x, y)
        self._dragged = None
        self._grabbed = QPointF(x, y)
        self.cel_chosen.emit(self.selected)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        origin = self.illustration.placement(self.selected) if self.illustration else None
        if origin is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        x, y = self._fraction(event.position())
        self._dragged = self.hands.moved(origin, x - self._grabbed.x(), y - self._grabbed.y())
        self._recompose()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragged is not None:
            placement, self._dragged = self._dragged, None
            self.hands.placed.emit(self.tr("Move %1"), placement, False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.illustration is not None:
            self.opened.emit()

    def select(self, cel: str | None) -> None:
        """Choose a cel, as by a click."""
        self.selected = cel
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.illustration is not None:
            self.opened.emit()
        elif event.key() == Qt.Key.Key_N and self.illustration is not None:
            self.select(self.hands.next_cel(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1))
            self.cel_chosen.emit(self.selected)
        elif not self.hands.press(event.key(), event.modifiers()):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu().exec(event.globalPos())

    def menu(self) -> QMenu:
        """The commonest actions on who is selected."""
        menu = QMenu(self)
        placement = self.placement(self.selected)
        if placement is not None:
            menu.addAction(self.tr("Paint again"), lambda: self.hands.redo_asked.emit(placement.cel))
            menu.addAction(self.tr("Mirror"), self.hands.mirror)
            menu.addAction(self.tr("Remove"), lambda: self.hands.removed.emit(placement.cel))
            menu.addSeparator()
        menu.addAction(self.tr("Open the picture"), self.opened.emit)
        if self.illustration is not None:
            offer_saving(menu, self.save_asked.emit, self.cover_asked.emit)
        return menu
