"""A thing found by typing a part of its name; arrows and Enter choose it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from storyapp.stage.vocabulary import Vocabulary

from ..languages import concept_name

_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class ThingPicker(QDialog):
    """All things that can be drawn, in a list that grows shorter with every letter."""

    picked = Signal(str)  # the thing's name in the vocabulary

    def __init__(self, vocabulary: Vocabulary, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Add a thing"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = QLineEdit(placeholderText=self.tr("Type: kite, ball, cake …"), clearButtonEnabled=True)
        self.words.setAccessibleName(self.tr("Name of the thing"))
        self.found = QListWidget()
        self.found.setAccessibleName(self.tr("Things that can be drawn"))
        self.told = QLabel(self.tr("No thing of that name can be drawn."), objectName="quiet", wordWrap=True)
        for entry in vocabulary.entries["things"].values():
            called = concept_name(vocabulary, entry.name, "things")
            item = QListWidgetItem(called)
            names = (called, entry.name, *entry.synonyms)
            item.setData(Qt.ItemDataRole.UserRole, (entry.name, tuple(one.lower() for one in names)))
            self.found.addItem(item)
        self.found.sortItems()
        layout = QVBoxLayout(self)
        layout.addWidget(self.words)
        layout.addWidget(self.told)
        layout.addWidget(self.found, 1)
        self.words.installEventFilter(self)
        self.words.textChanged.connect(self._look)
        self.words.returnPressed.connect(lambda: self._take(self.found.currentItem()))
        self.found.itemActivated.connect(self._take)
        self.found.itemClicked.connect(self._take)
        self.resize(280, 400)
        self._look("")

    def _look(self, words: str) -> None:
        """Show what has the words in one of its names, what begins with them chosen."""
        words, best = words.strip().lower(), (3, -1)
        for row in range(self.found.count()):
            item = self.found.item(row)
            names = item.data(Qt.ItemDataRole.UserRole)[1]
            item.setHidden(all(words not in name for name in names))
            if not item.isHidden():
                rank = 0 if words in names else 1 if any(name.startswith(words) for name in names) else 2
                best = min(best, (rank, row))
        self.told.setVisible(best[1] < 0)
        self.found.setCurrentRow(best[1])

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.picked.emit(item.data(Qt.ItemDataRole.UserRole)[0])
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows typed into the line walk through the list."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVES:
            QApplication.sendEvent(self.found, event)
            return True
        return super().eventFilter(watched, event)
