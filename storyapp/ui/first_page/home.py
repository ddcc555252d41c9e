"""The first page: a new story or one begun, a sample, or one of the last ones with its cover."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from storyapp.whole_files import replacing

from ..painting.thumbnails import cover_file
from ..widgets.labels import WrappedLabel
from ..widgets.scrolling import fill_with
from ..window.drops import FileDrops
from ..window.tab_order import press_focused
from .shelf import Shelf
from .templates import Template, templates
from .titles import Titles, Told, is_draft

MOST_RECENT = 60  # a class and its drafts


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
        return [one for one in found if os.path.isfile(one)]  # Path.is_file raises where a drive is locked

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
            with replacing(self.file) as beside:
                beside.write_text(json.dumps([str(one) for one in paths]), encoding="utf-8")
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
        self.titles, self.sample_titles = Titles(self), Titles(self)
        self.new = QPushButton(self.tr("New story"), objectName="primary")
        self.open = QPushButton(self.tr("Open …"))
        self.read = QPushButton(self.tr("Import text …"))
        self.begun = [self._template_button(one) for one in templates()]
        self.samples = Shelf(self.tr("Sample stories"))
        self.stories = Shelf(self.tr("Recent stories"), droppable=True)
        self.empty = QLabel(
            self.tr("Nothing yet. Stories that you write appear here with their covers."), objectName="quiet"
        )
        self.empty.setWordWrap(True)
        for path in samples:
            self.samples.add(path, path.stem)
        self._lay_out()
        self.refresh()
        self.new.clicked.connect(self.new_asked)
        self.open.clicked.connect(self._ask)
        self.read.clicked.connect(self._ask_import)
        self.samples.chosen.connect(self.sample_asked)
        self.stories.chosen.connect(self.open_asked)
        self.stories.drop_asked.connect(self._drop)
        self.titles.told.connect(self._tell)
        self.sample_titles.told.connect(self._tell_sample)
        self.sample_titles.ask({path: path.with_suffix(".jpg") for path in samples})
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
        about = self.tr(
            "Write a story in scenes. Its pictures are painted here, on your computer, and nothing leaves it."
        )
        inside = QFrame(objectName="column")
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(40, 28, 40, 28)
        layout.setSpacing(12)
        layout.addWidget(QLabel(self.tr("What shall we tell today?"), objectName="hero", wordWrap=True))
        layout.addWidget(WrappedLabel(about, objectName="quiet"))
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not press_focused(self, event):
            super().keyPressEvent(event)

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
            # The name of the file until its title is read.
            self.stories.add(path, self.tr("Untitled") if is_draft(path) else path.stem)
        self.titles.ask({path: cover_file(self.covers, path) if self.covers else None for path in paths})
        there = self.stories.count() > 0
        self.stories.setVisible(there)
        self.empty.setVisible(not there)

    def _tell(self, path: Path, told: Told) -> None:
        """Name a story on the shelf, and say below whose it is and of when: a class has many of one title."""
        self.stories.show_cover(path, told.cover)
        if told.changed is not None:
            day = QLocale().toString(told.changed, QLocale.FormatType.ShortFormat)  # type: ignore[call-overload]
            self.stories.name(path, told.title, told.author, day)

    def _tell_sample(self, path: Path, told: Told) -> None:
        self.samples.show_cover(path, told.cover)
        self.samples.name(path, told.title)

    def _drop(self, path: Path) -> None:
        """Show a story no more; its file stays where it is."""
        self.recent.drop(path)
        self.refresh()

    def _ask(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Open a story"), "", self.tr("Stories (*.story)"))
        if chosen:
            self.open_asked.emit(Path(chosen))

    def _ask_import(self) -> None:
        kinds = self.tr("Texts (*.md *.markdown *.txt *.docx *.odt)")
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Import text"), "", kinds)
        if chosen:
            self.import_asked.emit(Path(chosen))
