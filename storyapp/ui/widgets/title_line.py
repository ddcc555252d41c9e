"""A title, heading or other short line of words, which wraps where it is longer than its place."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from storyapp.story.model import one_line

from .fields import GrowingText, units

LONGEST = 200  # letters of several lines that are pasted as one
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TitleLine(GrowingText):
    """One paragraph, as high as its words need; it has the signals of a QLineEdit. Return leaves it."""

    least_lines = 1
    textEdited = Signal(str)  # by hand, not by setText
    returnPressed = Signal()
    editingFinished = Signal()

    def __init__(self, object_name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(object_name)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._words = ""
        self.hand_on: Callable[[QMimeData], bool] = lambda _: (
            False
        )  # takes what is pasted and is too long; True if it did
        self.textChanged.connect(self._tell)

    def text(self) -> str:
        """The words."""
        return self.toPlainText()

    def setText(self, words: str) -> None:
        """Show these words, without telling; the cursor is at their end where somebody writes, else in front."""
        self._words = one_line(words)
        self.setPlainText(self._words)
        if self.hasFocus():
            self.moveCursor(QTextCursor.MoveOperation.End)

    def selectedText(self) -> str:
        """What is selected."""
        return self.textCursor().selectedText()

    def hasSelectedText(self) -> bool:
        """Whether anything is selected."""
        return self.textCursor().hasSelection()

    def setSelection(self, start: int, length: int) -> None:
        """Select a part, in Qt's count of letters."""
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _tell(self) -> None:
        words = self.toPlainText()
        if words == self._words:  # a change of how they look is told, too
            return
        self._words = one_line(words)
        if self._words != words:  # pasted or dropped lines
            behind = units(words, len(words)) - self.textCursor().position()
            self.setPlainText(self._words)
            self.setSelection(max(0, units(self._words, len(self._words)) - behind), 0)
        self.textEdited.emit(self._words)

    def insertFromMimeData(self, source: QMimeData) -> None:
        words = source.text().strip()
        if "\n" not in words or len(words) <= LONGEST or not self.hand_on(source):
            super().insertFromMimeData(source)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _RETURN:
            self.editingFinished.emit()
            self.returnPressed.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.editingFinished.emit()
