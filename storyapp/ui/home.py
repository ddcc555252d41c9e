"""The first page: a new story, a sample, or one of the last ones."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

MOST_RECENT = 12


class RecentStories:
    """The files opened last, newest first, remembered in a small JSON file."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def paths(self) -> list[Path]:
        """Those that still exist."""
        try:
            values = json.loads(self.file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []  # a list of shortcuts is never worth an error
        found = [Path(one) for one in values if isinstance(one, str)] if isinstance(values, list) else []
        return [one for one in found if one.is_file()]

    def add(self, path: Path) -> None:
        """Put a file first."""
        path = path.absolute()
        paths = [path, *(one for one in self.paths() if one != path)][:MOST_RECENT]
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.write_text(json.dumps([str(one) for one in paths]), encoding="utf-8")
        except OSError:
            return  # as above


class Home(QWidget):
    """Says what the person wants to open; who shows it opens it."""

    new_asked = Signal()
    open_asked = Signal(object)  # Path of a .story file
    sample_asked = Signal(object)  # Path of a Markdown file

    def __init__(self, recent: RecentStories, samples: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("storyapp")
        self.resize(760, 560)
        self.recent = recent
        heading = QLabel(self.tr("What shall we tell today?"), objectName="sceneTitle")
        self.new = QPushButton(self.tr("New story"), objectName="primary")
        self.open = QPushButton(self.tr("Open …"))
        self.samples = self._list(self.tr("Sample stories"))
        self.stories = self._list(self.tr("Recent stories"))
        for path in samples:
            self._add(self.samples, path, path.stem.replace("-", " ").capitalize())
        self.refresh()
        buttons = QHBoxLayout()
        buttons.addWidget(self.new)
        buttons.addWidget(self.open)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(40, 32, 40, 32)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addLayout(buttons)
        for title, widget in (
            (self.tr("Recent stories"), self.stories),
            (self.tr("Samples to play with"), self.samples),
        ):
            layout.addWidget(QLabel(title, objectName="quiet"))
            layout.addWidget(widget, 1)
        self.new.clicked.connect(self.new_asked)
        self.open.clicked.connect(self._ask)
        self.samples.itemActivated.connect(lambda item: self.sample_asked.emit(item.data(Qt.ItemDataRole.UserRole)))
        self.stories.itemActivated.connect(lambda item: self.open_asked.emit(item.data(Qt.ItemDataRole.UserRole)))
        QShortcut(QKeySequence.StandardKey.New, self, self.new_asked)
        QShortcut(QKeySequence.StandardKey.Open, self, self._ask)

    @staticmethod
    def _list(name: str) -> QListWidget:
        found = QListWidget()
        found.setAccessibleName(name)
        return found

    @staticmethod
    def _add(target: QListWidget, path: Path, words: str) -> None:
        item = QListWidgetItem(words)
        item.setData(Qt.ItemDataRole.UserRole, path)
        item.setToolTip(str(path))
        target.addItem(item)

    def refresh(self) -> None:
        """Read the list of recent stories again."""
        self.stories.clear()
        for path in self.recent.paths():
            self._add(self.stories, path, path.stem)
        if not self.stories.count():
            self.stories.addItem(self.tr("Stories that you open appear here."))
            self.stories.item(0).setFlags(Qt.ItemFlag.NoItemFlags)

    def _ask(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Open a story"), "", self.tr("Stories (*.story)"))
        if chosen:
            self.open_asked.emit(Path(chosen))
