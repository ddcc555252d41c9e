"""The first page: a new story or one begun, a sample, or one of the last ones with its cover."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeySequence, QPainter, QPixmap, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..icons import icon, picture_icon
from ..painting.thumbnails import cover_file
from ..widgets.scrolling import fill_with
from ..window.drops import FileDrops
from .templates import Template, templates
from .titles import Titles, is_draft

MOST_RECENT = 60  # a class and its drafts
COVER = QSize(150, 150)
_GROUNDS = ("#8a5a3c", "#3f6f6a", "#6a5a8c", "#8c6a2f", "#4d6b8a", "#8a4b5f")
_PATH = Qt.ItemDataRole.UserRole


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
        self._write([path, *(one for one in self.paths() if one != path)][:MOST_RECENT])

    def drop(self, path: Path) -> None:
        """Forget a file; it stays where it is."""
        self._write([one for one in self.paths() if one != path.absolute()])

    def _write(self, paths: Sequence[Path]) -> None:
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self.file.write_text(json.dumps([str(one) for one in paths]), encoding="utf-8")
        except OSError:
            return  # as above


class Home(QWidget):
    """Says what the person wants to open; who shows it opens it."""

    new_asked = Signal()
    template_asked = Signal(object)  # Template
    open_asked = Signal(object)  # Path of a .story file
    import_asked = Signal(object)  # Path of a text
    sample_asked = Signal(object)  # Path of a Markdown file

    def __init__(
        self,
        recent: RecentStories,
        samples: Sequence[Path],
        covers: Path | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("storyapp")
        self.resize(920, 720)
        self.recent, self.covers = recent, covers
        self.titles = Titles(self)
        self.titles.told.connect(self._name)
        self.new = QPushButton(self.tr("New story"), objectName="primary")
        self.open = QPushButton(self.tr("Open …"))
        self.read = QPushButton(self.tr("Import text …"))
        self.begun = [self._template_button(one) for one in templates()]
        self.samples = self._list(self.tr("Sample stories"))
        self.stories = self._list(self.tr("Recent stories"))
        self.empty = QLabel(
            self.tr("Nothing yet. Stories that you write appear here with their covers."), objectName="quiet"
        )
        self.empty.setWordWrap(True)
        for path in samples:
            self._add(self.samples, path, path.stem.replace("-", " ").capitalize(), plain_cover(path.stem))
        self._lay_out()
        self.refresh()
        self.new.clicked.connect(self.new_asked)
        self.open.clicked.connect(self._ask)
        self.read.clicked.connect(self._ask_import)
        for pages, asked in ((self.samples, self.sample_asked), (self.stories, self.open_asked)):
            pages.itemActivated.connect(lambda item, tell=asked: tell.emit(item.data(_PATH)))
            pages.itemClicked.connect(lambda item, tell=asked: tell.emit(item.data(_PATH)))
        drops = FileDrops(self)
        drops.story_dropped.connect(self.open_asked)
        drops.text_dropped.connect(self.import_asked)
        QShortcut(QKeySequence.StandardKey.New, self, self.new_asked)
        QShortcut(QKeySequence.StandardKey.Open, self, self._ask)

    def _lay_out(self) -> None:
        buttons, begun = QHBoxLayout(), QHBoxLayout()
        for button in (self.new, self.open, self.read):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in self.begun:
            begun.addWidget(button, 1)
        inside = QFrame(objectName="column")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(40, 28, 40, 28)
        layout.setSpacing(12)
        layout.addWidget(QLabel(self.tr("What shall we tell today?"), objectName="hero", wordWrap=True))
        layout.addLayout(buttons)
        layout.addWidget(QLabel(self.tr("Or begin with a plan"), objectName="heading"))
        layout.addLayout(begun)
        layout.addWidget(QLabel(self.tr("Recent stories"), objectName="heading"))
        layout.addWidget(self.empty)
        layout.addWidget(self.stories)
        layout.addWidget(QLabel(self.tr("Samples to play with"), objectName="heading"))
        layout.addWidget(self.samples)
        layout.addStretch(1)
        fill_with(self, inside)

    def _template_button(self, template: Template) -> QPushButton:
        button = QPushButton(objectName="style")
        button.setAccessibleName(template.name)
        button.setAccessibleDescription(template.about)
        name, about = QLabel(template.name, objectName="heading"), QLabel(template.about, objectName="quiet")
        about.setWordWrap(True)
        layout = QVBoxLayout(button)
        layout.setContentsMargins(14, 12, 14, 12)
        for label in (name, about):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)
        layout.addStretch(1)
        button.clicked.connect(lambda: self.template_asked.emit(template))
        return button

    @staticmethod
    def _list(name: str) -> QListWidget:
        found = QListWidget(objectName="shelf")
        found.setAccessibleName(name)
        found.setViewMode(QListView.ViewMode.IconMode)
        found.setMovement(QListView.Movement.Static)
        found.setFlow(QListView.Flow.LeftToRight)
        found.setWrapping(False)
        found.setWordWrap(True)
        found.setTextElideMode(Qt.TextElideMode.ElideNone)
        found.setIconSize(COVER)
        found.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        lines = found.fontMetrics().lineSpacing()
        found.setGridSize(COVER + QSize(22, 2 * lines + 36))
        found.setFixedHeight(COVER.height() + 2 * lines + 64)
        return found

    def _add(self, target: QListWidget, path: Path, words: str, cover: QPixmap) -> None:
        item = QListWidgetItem(picture_icon(cover), words)
        item.setData(_PATH, path)
        item.setToolTip(str(path))
        target.addItem(item)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = max(120, (self.width() - 110) // len(self.begun))
        heights = [layout.totalHeightForWidth(width) for one in self.begun if (layout := one.layout()) is not None]
        for button in self.begun:
            button.setFixedHeight(max(heights))

    def refresh(self) -> None:
        """Read the list of recent stories again."""
        self.stories.clear()
        paths = self.recent.paths()
        for path in paths:
            file = cover_file(self.covers, path) if self.covers else None
            cover = QPixmap(str(file)) if file is not None and file.is_file() else plain_cover(path.stem)
            # The name of the file until its title is read.
            name = self.tr("Untitled") if is_draft(path) else path.stem
            self._add(self.stories, path, name, cover)
        self.titles.ask(paths)
        there = self.stories.count() > 0
        self.stories.setVisible(there)
        self.empty.setVisible(not there)

    def _name(self, path: Path, title: str) -> None:
        for row in range(self.stories.count()):
            if self.stories.item(row).data(_PATH) == path:
                two_lines = 2 * COVER.width() - 30
                words = self.stories.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, two_lines)
                self.stories.item(row).setText(words)

    def _ask(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Open a story"), "", self.tr("Stories (*.story)"))
        if chosen:
            self.open_asked.emit(Path(chosen))

    def _ask_import(self) -> None:
        kinds = self.tr("Texts (*.md *.markdown *.txt *.docx *.odt)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Import text"), "", kinds)
        if chosen:
            self.import_asked.emit(Path(chosen))


def plain_cover(words: str) -> QPixmap:
    """A cover for a story without a picture: a colour of its own and a book."""
    cover = QPixmap(COVER)
    cover.fill(QColor(_GROUNDS[sum(words.encode()) % len(_GROUNDS)]))
    painter = QPainter(cover)
    white = QColor(255, 255, 255, 210)
    icon("book", white).paint(painter, 45, 45, 60, 60)
    painter.end()
    return cover
