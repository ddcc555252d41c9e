"""The portraits of somebody side by side; a click chooses the one that counts, a menu says which others do too."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QWidget

from storyapp.story.model import MOST_FOLLOWED, Character

from ..icons import icon, picture_icon
from ..painting.pictures import PictureStore
from ..words import filled

SIDE = 60  # pixels


class PortraitStrip(QListWidget):
    """One small picture a portrait; hidden while there is nothing to choose."""

    picked = Signal(str)  # variant id
    removed = Signal(str)  # variant id
    followed = Signal(str, bool)  # variant id, and whether a lock follows it besides the chosen one

    def __init__(self, store: PictureStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self._shown: object = None
        self._character: Character | None = None
        self.setAccessibleName(self.tr("Portraits to choose from"))
        self.setToolTip(
            self.tr(
                "Click: the portrait that is shown. Right-click: follow one more, from another side, or remove one."
            )
        )
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setWrapping(False)
        self.setMovement(QListWidget.Movement.Static)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setFixedHeight(SIDE + 26)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.itemClicked.connect(self._pick)
        self.itemActivated.connect(self._pick)
        self.customContextMenuRequested.connect(self._offer)

    def fill(self, character: Character) -> None:
        """Show the portraits of somebody, the chosen one marked, and a lock on others that are followed."""
        self._character = character
        self.setVisible(len(character.portraits) > 1)
        locked = [one.id for one in character.followed[1:]]
        shown = [(one.id, self.store.cel(one.id) is not None, one.id in locked) for one in character.portraits]
        if shown != self._shown:
            self._shown = shown
            self.clear()
            for one in character.portraits:
                item = QListWidgetItem(picture_icon(self._picture(one.id, one.id in locked)), "")
                item.setData(Qt.ItemDataRole.UserRole, one.id)
                self.addItem(item)
        for row, one in enumerate(character.portraits):
            item = self.item(row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._told(character, row, one.id in locked))
            if one.id == character.chosen:
                self.setCurrentRow(row)

    def _told(self, character: Character, row: int, followed: bool) -> str:
        """What a screen reader says of a portrait."""
        parts = [filled(self.tr("Portrait %1 of %2"), row + 1, len(character.portraits))]
        if character.portraits[row].id == character.chosen:
            parts.append(self.tr("shown"))
        if followed:
            parts.append(self.tr("followed too"))
        return ", ".join(parts)

    def menu_of(self, variant: str) -> QMenu:
        """What can be done with one portrait."""
        menu, character = QMenu(self), self._character
        if character is not None and character.locked and variant != character.chosen:
            locked = any(one.id == variant for one in character.followed)
            follow = QAction(self.tr("Follow this portrait too"), menu, checkable=True, checked=locked)
            follow.setEnabled(locked or len(character.followed) < MOST_FOLLOWED)
            follow.triggered.connect(lambda on: self.followed.emit(variant, on))
            menu.addAction(follow)
        menu.addAction(self.tr("Remove this portrait"), lambda: self.removed.emit(variant))
        return menu

    def _picture(self, variant: str, locked: bool) -> QPixmap:
        picture = self.store.small(variant, SIDE)
        if locked and not picture.isNull():
            picture = QPixmap(picture)
            painter = QPainter(picture)
            painter.drawPixmap(0, 0, icon("lock", self.palette().link().color()).pixmap(SIDE // 3, SIDE // 3))
            painter.end()
        return picture

    def _pick(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.data(Qt.ItemDataRole.UserRole))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:  # a right click asks for the menu and chooses nothing
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() == Qt.Key.Key_Space and item is not None:
            self._pick(item)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and item is not None:
            self.removed.emit(item.data(Qt.ItemDataRole.UserRole))
        else:
            super().keyPressEvent(event)

    def _offer(self, position: QPoint) -> None:
        item = self.itemAt(position) or self.currentItem()
        if item is not None:
            menu = self.menu_of(item.data(Qt.ItemDataRole.UserRole))
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.exec(self.viewport().mapToGlobal(position))
