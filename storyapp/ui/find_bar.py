"""Find and replace over the whole story."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from storyapp.story.edits import replace_words
from storyapp.story.model import Scene, Story

from .editor import units
from .flow import Flow
from .session import Session
from .story_view import StoryView

FIELDS = ("title", "synopsis", "text")


@dataclass(frozen=True)
class Hit:
    """One place in the story where the words are."""

    scene_id: str
    field: str
    start: int
    end: int


class FindBar(QWidget):
    """Looks through headings, synopses and words in their order, from the last hit on, and around at the end."""

    def __init__(self, session: Session, view: StoryView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.view = session, view
        self.words = QLineEdit(placeholderText=self.tr("Find"), clearButtonEnabled=True)
        self.words.setAccessibleName(self.tr("Find"))
        self.by = QLineEdit(placeholderText=self.tr("Replace by"))
        self.by.setAccessibleName(self.tr("Replace by"))
        self.case = QCheckBox(self.tr("Match case"))
        self.before = QPushButton(self.tr("Back"))
        self.next = QPushButton(self.tr("Next"))
        self.replace = QPushButton(self.tr("Replace"))
        self.replace_all = QPushButton(self.tr("Replace all"))
        self.told = QLabel(objectName="quiet")
        self.done = QPushButton(self.tr("Close"))
        self._lay_out()
        self.words.returnPressed.connect(self.find_next)
        self.by.returnPressed.connect(self.replace_one)
        self.words.textChanged.connect(lambda _: self._count())
        self.case.toggled.connect(lambda _: self._count())
        self.before.clicked.connect(self.find_before)
        self.next.clicked.connect(self.find_next)
        self.replace.clicked.connect(self.replace_one)
        self.replace_all.clicked.connect(self.replace_everywhere)
        self.done.clicked.connect(self.hide)
        self._last: Hit | None = None
        self.hide()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        for row in (
            (self.words, self.before, self.next, self.case),
            (self.by, self.replace, self.replace_all, self.done, self.told),
        ):
            line = QWidget()
            flow = Flow(line)  # large type in a narrow window needs more lines
            for widget in row:
                flow.addWidget(widget)
            layout.addWidget(line)

    def open(self) -> None:
        """Show the bar, ready to type into; what is selected in a scene is looked for."""
        focus = self.window().focusWidget()
        selected = focus.textCursor().selectedText() if hasattr(focus, "textCursor") else ""
        if selected and "\u2029" not in selected:
            self.words.setText(selected)
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self._count()

    def hits(self) -> list[Hit]:
        """Every place of the words, in the order of the story."""
        words = self.words.text()
        if not words:
            return []
        pattern = re.compile(re.escape(words), 0 if self.case.isChecked() else re.IGNORECASE)
        return [
            Hit(scene.id, field, *match.span())
            for scene in self.session.story.scenes
            for field in FIELDS
            for match in pattern.finditer(getattr(scene, field))
        ]

    def _count(self) -> None:
        self._last = None
        self.told.setText(self.tr("%1 found").replace("%1", str(len(self.hits()))) if self.words.text() else "")

    def find_next(self) -> bool:
        """Select the next hit; False if there is none."""
        return self._find(1)

    def find_before(self) -> bool:
        """Select the hit before; False if there is none."""
        return self._find(-1)

    def _find(self, by: int) -> bool:
        hits = self.hits()
        if not hits:
            return False
        if self._last in hits:
            place = (hits.index(self._last) + by) % len(hits)
        else:
            place = self._place_behind_last(hits) if by > 0 else len(hits) - 1
        self._last = hits[place]
        self._select(self._last)
        told = self.tr("%1 of %2").replace("%1", str(place + 1)).replace("%2", str(len(hits)))
        self.told.setText(told)
        return True

    def _place_behind_last(self, hits: list[Hit]) -> int:
        """Where to go on when the last hit is gone, as after replacing it."""
        if self._last is None:
            return 0
        order = {scene.id: index for index, scene in enumerate(self.session.story.scenes)}

        def key(hit: Hit) -> tuple[int, int, int]:
            return order.get(hit.scene_id, 0), FIELDS.index(hit.field), hit.start

        return next((index for index, one in enumerate(hits) if key(one) >= key(self._last)), 0)

    def _select(self, hit: Hit) -> None:
        card = self.view.reveal(hit.scene_id)
        if hit.field == "text":
            text = card.words.toPlainText()
            cursor = card.words.textCursor()
            cursor.setPosition(units(text, hit.start))
            cursor.setPosition(units(text, hit.end), QTextCursor.MoveMode.KeepAnchor)
            card.words.setTextCursor(cursor)
            self.view.reveal_field(hit.scene_id)
        else:
            line = card.title if hit.field == "title" else card.synopsis
            line.setSelection(
                units(line.text(), hit.start), units(line.text(), hit.end) - units(line.text(), hit.start)
            )

    def replace_one(self) -> None:
        """Replace the hit that is selected, and go to the next one."""
        hit, by = self._last, self.by.text()
        if hit is None or hit not in self.hits():
            self.find_next()
            return

        def change(story: Story) -> Story:
            scene: Scene = story.scene(hit.scene_id)
            words = getattr(scene, hit.field)
            changed = words[: hit.start] + by + words[hit.end :]
            return story.with_scene(replace(scene, **{hit.field: changed}))  # type: ignore[arg-type]

        self.session.apply(self.tr("Replace words"), change)
        self._last = replace(hit, start=hit.start + len(by), end=hit.start + len(by))
        if not self.find_next():
            self.told.setText(self.tr("%1 found").replace("%1", "0"))

    def replace_everywhere(self) -> None:
        """Replace every hit as one step."""
        words, by, case = self.words.text(), self.by.text(), self.case.isChecked()
        _, count = replace_words(self.session.story, words, by, case)
        self.session.apply(self.tr("Replace words"), lambda story: replace_words(story, words, by, case)[0])
        self.told.setText(self.tr("%1 replaced").replace("%1", str(count)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
