"""What keys and mouse do, in a window that can stay open while one writes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHeaderView,
    QLineEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..widgets.sizes import fit_into_window


class HelpDialog(QDialog):
    """A list that can be searched."""

    def __init__(self, rows: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard and mouse"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search = QLineEdit(placeholderText=self.tr("Search"), clearButtonEnabled=True)
        self.search.setAccessibleName(self.tr("Search"))
        self.table = QTableWidget(0, 2)
        self.table.setAccessibleName(self.tr("Keyboard and mouse"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.show_rows(rows)
        self.search.textChanged.connect(self._filter)
        layout = QVBoxLayout(self)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        self.ensurePolished()
        line = self.fontMetrics().height()
        fit_into_window(self, 34 * line, 38 * line)

    @classmethod
    def shown_for(cls, parent: QWidget, actions: Sequence[QAction]) -> HelpDialog:
        """Show the shortcuts of a window's actions, and what the mouse does."""
        native = QKeySequence.SequenceFormat.NativeText
        dialog = cls([], parent)
        rows = [(one.text().replace("&", "").split(":")[0], one.shortcut().toString(native)) for one in actions]
        dialog.show_rows([*rows, *dialog.by_hand()])
        dialog.show()
        return dialog

    def show_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Show other rows."""
        self.table.setRowCount(len(rows))
        for row, cells in enumerate(rows):
            for column, words in enumerate(cells):
                self.table.setItem(row, column, QTableWidgetItem(words))

    def by_hand(self) -> list[tuple[str, str]]:
        """What the mouse and single keys do."""
        return [
            (self.tr("Put a scene somewhere else"), self.tr("drag it in the list")),
            (self.tr("Right words for a wrong one"), self.tr("right click on it")),
            (self.tr("Open a picture large"), self.tr("double click, or Enter")),
            (self.tr("Choose who stands next in a picture"), "N"),
            (self.tr("Move who is chosen in a picture"), self.tr("drag, or arrow keys")),
            (self.tr("Make larger, smaller"), "+  −"),
            (self.tr("Mirror"), "M"),
            (self.tr("Add somebody to the large picture"), "A"),
            (self.tr("Bring forward, send back"), self.tr("Page Up, Page Down")),
            (self.tr("Take out of the picture"), self.tr("Delete")),
        ]

    def _filter(self, words: str) -> None:
        for row in range(self.table.rowCount()):
            cells = (self.table.item(row, column) for column in range(2))
            told = " ".join(cell.text() for cell in cells if cell is not None)
            self.table.setRowHidden(row, words.lower() not in told.lower())
