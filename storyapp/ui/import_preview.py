"""What a text would become, shown before it happens."""

from __future__ import annotations

import re
from dataclasses import replace

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
from storyapp.story.markdown import story_from_markdown
from storyapp.story.model import Scene, Story, new_id
from storyapp.story.words import count_words, language_of_script

from .words import sentence

HEADINGS, BLANK, BREAKS, WHOLE = "headings", "blank", "breaks", "whole"
_BREAK = re.compile(r"^\s*(?:-{3,}|\*{3,}|\* \* \*|_{3,}|#)\s*$", re.MULTILINE)


def ways(text: str) -> list[str]:
    """How a text can be cut into scenes; the likeliest first."""
    found = [HEADINGS] if re.search(r"^##?\s", text, re.MULTILINE) else []
    found += [BREAKS] if _BREAK.search(text) else []
    found += [BLANK] if re.search(r"\S\s*\n\s*\n\s*\S", text) else []
    return [*found, WHOLE]


def story_of(text: str, way: str) -> Story:
    """The story that a text becomes.

    Raises:
        EmptyStoryError: if it has no words.
    """
    if way == HEADINGS:
        story = story_from_markdown(_headings_of_one_level(text))
    else:
        plain = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        parts = [plain] if way == WHOLE else (_BREAK.split(plain) if way == BREAKS else re.split(r"\n\s*\n", plain))
        scenes = tuple(Scene(new_id(), text=part.strip()) for part in parts if part.strip())
        if not scenes:
            raise EmptyStoryError("This text has no words.")
        story = Story(new_id(), scenes=scenes)
    language = language_of_script(" ".join(one.text[:400] for one in story.scenes[:5]))
    return replace(story, language=language or story.language)


def _headings_of_one_level(text: str) -> str:
    """Texts whose scenes have `# ` headings get `## ` ones; the first of them stays the title if it stands alone."""
    if re.search(r"^##\s", text, re.MULTILINE) or len(re.findall(r"^#\s", text, re.MULTILINE)) < 2:
        return text
    return re.sub(r"^#(?=\s)", "##", text, flags=re.MULTILINE)


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
