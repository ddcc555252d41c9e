"""What a text would become, shown before it happens."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from storyapp.story.foreign_texts import BLANK, BREAKS, CHAPTERS, HEADINGS, ITEMS, WHOLE
from storyapp.story.model import Story
from storyapp.story.text_facts import count_words

from ..widgets.sizes import fit_into_window
from ..words import sentence
from .import_reading import ImportReading, Readout, read_out


class ImportPreview(QDialog):
    """Shows the scenes, lets choose how they are cut; `story` is what is wanted after `exec`."""

    def __init__(self, given: str | Callable[[], str], parent: QWidget | None = None) -> None:
        """Of a text, or of what is called on a thread to read one."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import text"))
        self.story: Story | None = None
        self._stories: Mapping[str, Story | str] = {}
        self.told = QLabel(wordWrap=True)
        self.scenes = QListWidget()
        self.scenes.setAccessibleName(self.tr("Scenes"))
        self.scenes.setWordWrap(True)
        self.scenes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.buttons: dict[str, QRadioButton] = {}
        self.group = QButtonGroup(self)
        self.busy = QProgressBar(minimum=0, maximum=0, textVisible=False)
        self.busy.setAccessibleName(self.tr("Reading the text"))
        self.question = QLabel(self.tr("Where does a new scene begin?"), objectName="heading")
        self.box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.make = self.box.addButton(self.tr("Make a story"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.make.setObjectName("primary")
        self.make.setEnabled(False)
        self.box.accepted.connect(self.accept)
        self.box.rejected.connect(self.reject)
        self._ways = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.addWidget(self.question)
        layout.addLayout(self._ways)
        for widget in (self.told, self.busy, self.scenes, self.box):
            layout.addWidget(widget)
        fit_into_window(self, 560, 600)
        self.reading: ImportReading | None = None
        if isinstance(given, str):
            self._take(read_out(given))
        else:
            self.question.hide()
            self.told.setText(self.tr("Reading the text …"))
            self.reading = ImportReading(given, self)
            self.reading.ready.connect(self._take)

    def _take(self, readout: Readout) -> None:
        """Offer the ways in which the text can be cut."""
        self.busy.hide()
        self.question.setVisible(not readout.failure)
        if readout.failure:
            self.scenes.hide()
            self.told.setText(sentence(readout.failure))
            self.make.hide()
            self.box.setStandardButtons(QDialogButtonBox.StandardButton.Close)
            return
        self._stories = readout.stories
        names = {
            HEADINGS: self.tr("At every heading"),
            CHAPTERS: self.tr("At chapter lines"),
            BREAKS: self.tr("At lines of dashes or stars"),
            ITEMS: self.tr("At every number or bullet"),
            BLANK: self.tr("At every blank line"),
            WHOLE: self.tr("Nowhere: all of it is one scene"),
        }
        for way in self._stories:
            button = QRadioButton(names[way])
            button.toggled.connect(lambda on, chosen=way: self._show(chosen) if on else None)
            self.group.addButton(button)
            self.buttons[way] = button
            self._ways.addWidget(button)
        next(iter(self.buttons.values())).setChecked(True)

    def done(self, result: int) -> None:
        if self.reading is not None:
            self.reading.stop()
        super().done(result)

    def _show(self, way: str) -> None:
        self.scenes.clear()
        story = self._stories[way]
        if isinstance(story, str):
            self.story = None
            self.told.setText(sentence(story))
            self.make.setEnabled(False)
            return
        self.story = story
        self.make.setEnabled(True)
        self._tell(story)
        for number, scene in enumerate(story.scenes, start=1):
            words = " ".join(scene.text[:400].split())
            short = words[:150] + ("…" if len(words) > 150 or len(scene.text) > 400 else "")
            self.scenes.addItem(f"{number}. {scene.title}\n{short}" if scene.title else f"{number}. {short}")

    def _tell(self, story: Story) -> None:
        words = sum(count_words(one.text) for one in story.scenes)
        told = self.tr("%1: %2 scenes, %3 words, %4 characters")
        values = (story.title or self.tr("Untitled"), len(story.scenes), f"{words:,}", len(story.characters))
        for place, value in enumerate(values, start=1):
            told = told.replace(f"%{place}", str(value))
        self.told.setText(told)
