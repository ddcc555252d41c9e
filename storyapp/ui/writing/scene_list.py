"""The scenes as a list, dragged into another order; how a row looks is in `scene_rows`."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from storyapp.story.emphasis import without_marks
from storyapp.story.model import Scene

from ..painting.thumbnails import Thumbnails
from .scene_rows import ROW, SceneDelegate, SceneRow

ID = Qt.ItemDataRole.UserRole
_ENDS = (QKeySequence.StandardKey.MoveToStartOfDocument, QKeySequence.StandardKey.MoveToEndOfDocument)


def _is_end(event: QKeyEvent) -> bool:
    """Whether a key leads to the first or the last row."""
    return any(event.matches(one) for one in _ENDS)  # type: ignore[attr-defined]


class SceneList(QListWidget):
    """Rows are dragged by the mouse; `moved` tells which scene comes to which place. Its actions are its menu."""

    moved = Signal(str, int)  # scene id, its new row

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__(objectName="scenes")
        self.setAccessibleName(self.tr("Scenes"))
        self.setItemDelegate(SceneDelegate(thumbnails, self))
        self.setMinimumWidth(150)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        thumbnails.ready.connect(self.viewport().update)
        self._rows: list[SceneRow] = []
        self._kept: dict[str, tuple[Scene, SceneRow]] = {}
        self._grabbed: int | None = None
        self._pressed_at = 0
        self.gap: int | None = None  # before which row a dragged scene would come

    def scene_id(self) -> str | None:
        """The chosen scene."""
        item = self.currentItem()
        return None if item is None else str(item.data(ID))

    def show_scenes(self, scenes: Sequence[Scene]) -> None:
        """Bring the list in line; the chosen scene stays chosen. No signal tells of it."""
        self.show_rows([self._row(one) for one in scenes])

    def _row(self, scene: Scene) -> SceneRow:
        """What is shown of a scene; kept, because a key changes one scene of hundreds."""
        known = self._kept.get(scene.id)
        if known is None or known[0] is not scene:
            known = self._kept[scene.id] = scene, self._new_row(scene)
        return known[1]

    def _new_row(self, scene: Scene) -> SceneRow:
        words = " ".join(without_marks(scene.text[:160]).split())
        title = scene.title or words or self.tr("Empty scene")
        line = scene.synopsis or (words if scene.title else "")
        return SceneRow(scene.id, title, line, scene.illustration, scene.stale)

    def show_rows(self, rows: Sequence[SceneRow]) -> None:
        """Show rows; only those that are others than before are filled."""
        if list(rows) == self._rows:
            return
        current, place, before = self.scene_id(), self.currentRow(), self._rows
        self._rows = list(rows)
        self.blockSignals(True)
        if [one.scene_id for one in before] == [one.scene_id for one in rows]:
            for index, (old, new) in enumerate(zip(before, rows, strict=True)):
                if old != new:
                    self._fill(self.item(index), new)
        else:
            self.clear()
            for row in rows:
                item = QListWidgetItem()
                self._fill(item, row)
                self.addItem(item)
            self._choose_again(current, place, {one.scene_id for one in before})
        if self.currentRow() < 0 and rows:
            self.setCurrentRow(0)
        self.blockSignals(False)
        self.viewport().update()

    def _fill(self, item: QListWidgetItem, row: SceneRow) -> None:
        item.setData(ID, row.scene_id)
        item.setData(ROW, row)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{row.title}. {row.line}")
        item.setToolTip(f"{row.title}\n{row.line}" if row.line else row.title)

    def _choose_again(self, current: str | None, place: int, before: set[str]) -> None:
        """The scene that came back or is new is chosen, else the one that was, else its neighbour."""
        new = [one.scene_id for one in self._rows if one.scene_id not in before] if before else []
        if not self.choose(new[0] if len(new) == 1 else current):
            self.setCurrentRow(min(place, self.count() - 1))

    def choose(self, scene_id: str | None) -> bool:
        """Make a scene the chosen one; False if it is not there."""
        for index, row in enumerate(self._rows):
            if row.scene_id == scene_id:
                self.setCurrentRow(index)
                return True
        return False

    # dragging ------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            index = self.indexAt(event.position().toPoint())
            self._grabbed = index.row() if index.isValid() else None
            self._pressed_at = round(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grabbed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        y = round(event.position().y())
        if self.gap is None and abs(y - self._pressed_at) < 8:
            return
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._scroll_along(y)
        self.gap = self._gap_at(y)
        self.viewport().update()

    def _scroll_along(self, y: int) -> None:
        bar = self.verticalScrollBar()
        if y < 20:
            bar.setValue(bar.value() - 20)
        elif y > self.viewport().height() - 20:
            bar.setValue(bar.value() + 20)

    def _gap_at(self, y: int) -> int:
        index = self.indexAt(QPoint(self.viewport().width() // 2, y))
        if not index.isValid():
            return 0 if y < 0 else self.count()
        return index.row() + (y > self.visualRect(index).center().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        grabbed, gap = self._grabbed, self.gap
        self._let_go()
        if grabbed is None or gap is None:
            super().mouseReleaseEvent(event)
            return
        row = gap - (gap > grabbed)
        if row != grabbed:
            self.moved.emit(str(self.item(grabbed).data(ID)), row)

    def _let_go(self) -> None:
        self._grabbed = self.gap = None
        self.unsetCursor()
        self.viewport().update()

    def event(self, event: QEvent) -> bool:
        """Here Ctrl+Home is the first scene, not the first page."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_end(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.gap is not None and event.key() == Qt.Key.Key_Escape:
            self._let_go()
        elif _is_end(event):
            self.setCurrentRow(0 if event.key() == Qt.Key.Key_Home else self.count() - 1)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.gap is None:
            return
        if self.gap < self.count():
            y = self.visualRect(self.model().index(self.gap, 0)).top()
        else:
            y = self.visualRect(self.model().index(self.count() - 1, 0)).bottom()
        painter = QPainter(self.viewport())
        painter.setPen(QPen(self.palette().highlight().color(), 3))
        painter.drawLine(6, y, self.viewport().width() - 6, y)
