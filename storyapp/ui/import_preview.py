"""What a text would become, shown before it happens."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from storyapp.story.errors import EmptyStoryError
from storyapp.story.foreign_texts import BLANK, BREAKS, CHAPTERS, HEADINGS, WHOLE, story_of, ways
from storyapp.story.model import Story
from storyapp.story.text_facts import count_words

from .words import sentence


class ImportPreview(QDialog):
    """Shows the scenes, lets choose how they are cut; `story` is what is wanted after `exec`."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import text"))
        self.text = text
        self.story: Story | None = None
        self.told = QLabel(wordWrap=True)
        self.scenes = QListWidget()
        self.scenes.setAccessibleName(self.tr("Scenes"))
        self.scenes.setWordWrap(True)
        self.scenes.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.buttons: dict[str, QRadioButton] = {}
        self.group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(self.tr("Where does a new scene begin?"), objectName="heading"))
        names = {
            HEADINGS: self.tr("At every heading"),
            CHAPTERS: self.tr("At chapter lines"),
            BREAKS: self.tr("At lines of dashes or stars"),
            BLANK: self.tr("At every blank line"),
            WHOLE: self.tr("Nowhere: all of it is one scene"),
        }
        for way in ways(text):
            button = QRadioButton(names[way])
            button.toggled.connect(lambda on, chosen=way: self._show(chosen) if on else None)
            self.group.addButton(button)
            self.buttons[way] = button
            layout.addWidget(button)
        self.box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.make = self.box.addButton(self.tr("Make a story"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.make.setObjectName("primary")
        self.box.accepted.connect(self.accept)
        self.box.rejected.connect(self.reject)
        for widget in (self.told, self.scenes, self.box):
            layout.addWidget(widget)
        self.resize(560, 600)
        next(iter(self.buttons.values())).setChecked(True)

    def _show(self, way: str) -> None:
        self.scenes.clear()
        try:
            self.story = story_of(self.text, way)
        except EmptyStoryError as error:
            self.story = None
            self.told.setText(sentence(str(error)))
            self.make.setEnabled(False)
            return
        self.make.setEnabled(True)
        self._tell(self.story)
        for number, scene in enumerate(self.story.scenes, start=1):
            words = " ".join(scene.text.split())
            short = words[:150] + ("…" if len(words) > 150 else "")
            self.scenes.addItem(f"{number}. {scene.title}\n{short}" if scene.title else f"{number}. {short}")

    def _tell(self, story: Story) -> None:
        words = sum(count_words(one.text) for one in story.scenes)
        told = self.tr("%1: %2 scenes, %3 words, %4 characters")
        values = (story.title or self.tr("Untitled"), len(story.scenes), f"{words:,}", len(story.characters))
        for place, value in enumerate(values, start=1):
            told = told.replace(f"%{place}", str(value))
        self.told.setText(told)
