"""The portraits of somebody side by side; a click chooses the one that counts."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from storyapp.story.model import Character

from .pictures import PictureStore

SIDE = 60  # pixels


class PortraitStrip(QListWidget):
    """One small picture a portrait; hidden while there is nothing to choose."""

    picked = Signal(str)  # variant id

    def __init__(self, store: PictureStore, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.store = store
        self._shown: list[tuple[str, bool]] = []
        self.setAccessibleName(self.tr("Portraits to choose from"))
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setWrapping(False)
        self.setMovement(QListWidget.Movement.Static)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setFixedHeight(SIDE + 26)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._pick)
        self.itemActivated.connect(self._pick)

    def fill(self, character: Character) -> None:
        """Show the portraits of somebody, the chosen one marked."""
        self.setVisible(len(character.portraits) > 1)
        shown = [(one.id, self.store.cel(one.id) is not None) for one in character.portraits]
        if shown != self._shown:
            self._shown = shown
            self.clear()
            for one in character.portraits:
                item = QListWidgetItem(QIcon(self.store.small(one.id, SIDE)), "")
                item.setData(Qt.ItemDataRole.UserRole, one.id)
                self.addItem(item)
        for row, one in enumerate(character.portraits):
            if one.id == character.chosen:
                self.setCurrentRow(row)

    def _pick(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.data(Qt.ItemDataRole.UserRole))
