"""Who and what is in a picture, front first: chosen by a click, hidden by the eye, kept by the lock, ordered by a drag."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QMenu, QTreeWidget, QTreeWidgetItem, QWidget

from storyapp.story import edits
from storyapp.story.model import Illustration, Story
from storyapp.story.plan import BACKDROP, Placement

from ..icons import picture_icon
from ..languages import cel_name, concept_name
from ..painting.pictures import PictureStore
from ..words import filled

NAME, EYE, LOCK = range(3)
ICON = 30  # pixels
_ID = Qt.ItemDataRole.UserRole
_ON, _OFF = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class LayerList(QTreeWidget):
    """One row a cel, the backdrop last; signals tell what a hand did."""

    chosen = Signal(object)  # cel id, or None for the backdrop
    hidden = Signal(str, bool)
    locked = Signal(str, bool)
    ordered = Signal(list)  # cel ids, front first
    removed = Signal(str)
    shifted = Signal(str, int)  # by how many layers nearer

    def __init__(self, store: PictureStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self._filling = False
        self.setAccessibleName(self.tr("Characters and things in the picture, front first"))
        self.setToolTip(self.tr("Drag to reorder; H hides, L locks, Delete removes."))
        self.setHeaderLabels([self.tr("Front first"), self.tr("Seen"), self.tr("Lock")])
        self.setRootIsDecorated(False)
        self.setIconSize(QSize(ICON, ICON))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setMinimumHeight(150)
        self.setObjectName("layers")
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for column in (EYE, LOCK):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.currentItemChanged.connect(lambda item, _: self._choose(item))
        self.itemChanged.connect(self._changed)

    def fill(self, picture: Illustration, story: Story, selected: str | None) -> None:
        """Show the layers of a picture."""
        self._filling = True
        self.clear()
        plans = {one.id: one for one in picture.plan.cels}
        for placement in edits.layers(picture):
            cel = plans.get(placement.cel)
            if cel is not None:
                pose = concept_name(self.store.vocabulary, cel.attributes.get("pose", ""))
                name = cel_name(self.store.vocabulary, story, cel)
                self._row(placement, f"{name} – {pose}" if pose else name, picture, selected)
        if picture.shown(BACKDROP) is not None:
            ground = QTreeWidgetItem(
                [filled(self.tr("Place: %1"), concept_name(self.store.vocabulary, picture.plan.setting or ""))]
            )
            ground.setData(NAME, _ID, BACKDROP)
            ground.setIcon(NAME, self._icon(picture, BACKDROP))
            ground.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.addTopLevelItem(ground)
            if selected is None:
                self.setCurrentItem(ground)
        self._filling = False

    def _row(self, placement: Placement, label: str, picture: Illustration, selected: str | None) -> None:
        item = QTreeWidgetItem([label])
        item.setData(NAME, _ID, placement.cel)
        item.setIcon(NAME, self._icon(picture, placement.cel))
        item.setCheckState(EYE, _OFF if placement.hidden else _ON)
        item.setCheckState(LOCK, _ON if placement.locked else _OFF)
        item.setToolTip(EYE, self.tr("Seen in the picture"))
        item.setToolTip(LOCK, self.tr("Locked: not moved, removed or painted again"))
        item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDropEnabled)
        self.addTopLevelItem(item)
        if placement.cel == selected:
            self.setCurrentItem(item)

    def _icon(self, picture: Illustration, cel: str) -> QIcon:
        plan = next((one for one in picture.plan.cels if one.id == cel), None)
        return picture_icon(self.store.small(picture.chosen.get(cel, ""), ICON, plan))

    def row_of(self, cel: str) -> QTreeWidgetItem | None:
        """The row of a cel."""
        rows = (self.topLevelItem(index) for index in range(self.topLevelItemCount()))
        return next((one for one in rows if one is not None and one.data(NAME, _ID) == cel), None)

    def ids(self) -> list[str]:
        """The cels as they lie in the list, the backdrop left out."""
        rows = (self.topLevelItem(index) for index in range(self.topLevelItemCount()))
        found = [str(one.data(NAME, _ID)) for one in rows if one is not None]
        return [one for one in found if one != BACKDROP]

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        if item is not None and not self._filling:
            cel = item.data(NAME, _ID)
            self._later(self.chosen, None if cel == BACKDROP else cel)

    def _changed(self, item: QTreeWidgetItem, column: int) -> None:
        if self._filling or column == NAME:
            return
        signal = self.hidden if column == EYE else self.locked
        on = item.checkState(column) == _ON
        self._later(signal, item.data(NAME, _ID), not on if column == EYE else on)

    def _later(self, signal: Any, *given: object) -> None:
        """Tell once the tree is done with the row: whoever hears it fills the list anew."""
        QTimer.singleShot(0, self, lambda: signal.emit(*given))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        cel = item.data(NAME, _ID) if item is not None else BACKDROP
        columns = {Qt.Key.Key_H: EYE, Qt.Key.Key_L: LOCK}
        if item is None or cel == BACKDROP:
            super().keyPressEvent(event)
        elif event.key() in columns and not event.modifiers():
            self._turn(cel, columns[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._later(self.removed, cel)
        else:
            super().keyPressEvent(event)

    def _turn(self, cel: str, column: int) -> None:
        """Check a box of a row, or uncheck it."""
        item = self.row_of(cel)
        if item is not None:
            item.setCheckState(column, _OFF if item.checkState(column) == _ON else _ON)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        item = self.itemAt(self.viewport().mapFromGlobal(event.globalPos())) if by_mouse else self.currentItem()
        menu = self.menu_of(item.data(NAME, _ID)) if item is not None else None
        if menu is not None:
            menu.exec(event.globalPos())
            menu.deleteLater()

    def menu_of(self, cel: str) -> QMenu | None:
        """What can be done with a layer; None for the backdrop, which lies where it lies."""
        item, order = self.row_of(cel), self.ids()
        if item is None or cel == BACKDROP:
            return None
        menu, place = QMenu(self), order.index(cel)
        free = item.checkState(LOCK) == _OFF
        for column, words in ((EYE, self.tr("Seen")), (LOCK, self.tr("Lock"))):
            action = menu.addAction(words, partial(self._turn, cel, column))
            action.setCheckable(True)
            action.setChecked(item.checkState(column) == _ON)
        menu.addSeparator()
        up = menu.addAction(self.tr("Forward"), partial(self.shifted.emit, cel, 1))
        up.setEnabled(free and place > 0)
        down = menu.addAction(self.tr("Back"), partial(self.shifted.emit, cel, -1))
        down.setEnabled(free and place < len(order) - 1)
        menu.addSeparator()
        menu.addAction(self.tr("Remove"), partial(self.removed.emit, cel)).setEnabled(free)
        return menu

    def dropEvent(self, event: QDropEvent) -> None:
        super().dropEvent(event)
        self._later(self.ordered, self.ids())
