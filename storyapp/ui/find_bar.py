"""Find and replace over the whole story."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from storyapp.story.edits import replace_words

from .scene_card import SceneCard
from .session import Session


class FindBar(QWidget):
    """Looks through the scenes in their order, from the last hit on, and around at the end."""

    def __init__(
        self,
        session: Session,
        cards: Mapping[str, SceneCard],
        reveal: Callable[[SceneCard], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session, self.cards, self._reveal = session, cards, reveal
        self.words = QLineEdit(placeholderText=self.tr("Find"), clearButtonEnabled=True)
        self.words.setAccessibleName(self.tr("Find"))
        self.by = QLineEdit(placeholderText=self.tr("Replace by"))
        self.by.setAccessibleName(self.tr("Replace by"))
        self.case = QCheckBox(self.tr("Match case"))
        self.next = QPushButton(self.tr("Next"))
        self.replace_all = QPushButton(self.tr("Replace all"))
        self.told = QLabel(objectName="quiet")
        self.done = QPushButton(self.tr("Close"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        for widget in (self.words, self.by, self.case, self.next, self.replace_all, self.told, self.done):
            layout.addWidget(widget)
        self.words.returnPressed.connect(self.find_next)
        self.words.textChanged.connect(lambda _: self._count())
        self.case.toggled.connect(lambda _: self._count())
        self.next.clicked.connect(self.find_next)
        self.replace_all.clicked.connect(self.replace_everywhere)
        self.done.clicked.connect(self.hide)
        self._last: tuple[str, int] | None = None
        self.hide()

    def open(self) -> None:
        """Show the bar, ready to type into."""
        self.show()
        self.words.setFocus()
        self.words.selectAll()

    def _count(self) -> None:
        self._last = None
        words = self.words.text()
        texts = (scene.title + "\n" + scene.text for scene in self.session.story.scenes)
        count = sum(text.count(words) if self.case.isChecked() else text.lower().count(words.lower()) for text in texts)
        self.told.setText(self.tr("%1 found").replace("%1", str(count)) if words else "")

    def find_next(self) -> bool:
        """Select the next hit in a scene's words; False if there is none."""
        words = self.words.text()
        order = [one.id for one in self.session.story.scenes if one.id in self.cards]
        if not words or not order:
            return False
        flags = QTextDocument.FindFlag.FindCaseSensitively if self.case.isChecked() else QTextDocument.FindFlag(0)
        start = order.index(self._last[0]) if self._last and self._last[0] in order else 0
        for turn in range(len(order) + 1):
            card = self.cards[order[(start + turn) % len(order)]]
            place = self._last[1] if turn == 0 and self._last else 0
            found = card.words.document().find(words, place, flags)
            if not found.isNull():
                self._last = (card.scene_id, found.selectionEnd())
                card.words.setTextCursor(QTextCursor(found))
                self._reveal(card)
                return True
        return False

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
