"""Fields of words: as high as they are, on one line, from right to left, and without a history of their own."""

from __future__ import annotations

import math
import unicodedata

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor, QValidator
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget

from storyapp.story.model import one_line

ROOM = 18  # pixels above and below the words: frame, padding and margin of a field
_STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class OneLine(QValidator):
    """Keeps what is typed and pasted into a line on one line, the cursor where it is."""

    def validate(self, words: str, place: int) -> object:
        before, after = one_line(words), units(words, len(words)) - place
        return QValidator.State.Acceptable, before, max(0, units(before, len(before)) - after)


class OneHistory(QObject):
    """Lets Undo and Redo through to the window, and files that are dropped: a field of words has no use for them."""

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        if isinstance(field, QLineEdit):
            field.setValidator(OneLine(field))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QContextMenuEvent) and isinstance(watched, QLineEdit):
            menu = without_history(watched.createStandardContextMenu())
            menu.exec(event.globalPos())
            menu.deleteLater()
            return True
        if isinstance(event, QDropEvent) and isinstance(watched, QLineEdit) and has_files(event.mimeData()):
            event.ignore()
            return True
        ours = event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if ours and any(event.matches(key) for key in _STEPS):  # type: ignore[attr-defined]
            event.ignore()
            return True
        return False


def without_history(menu: QMenu) -> QMenu:
    """The usual menu of a field without its own Undo and Redo: they belong to the story."""
    for one in menu.actions():
        if one.objectName() in ("edit-undo", "edit-redo"):  # Qt's names
            menu.removeAction(one)
    return menu


def has_files(data: QMimeData) -> bool:
    """Whether files are dragged or pasted; their names are no words to insert."""
    return any(one.isLocalFile() for one in data.urls())


class GrowingText(QPlainTextEdit):
    """A text field as high as its words, and at least as `least_lines`."""

    least_lines = 3

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._growing = False
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.installEventFilter(OneHistory(self))
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.document().documentLayout().update.connect(self._grow)  # a line got higher
        self.document().contentsChanged.connect(self._align)  # also of words that are filled in silently

    def _align(self) -> None:
        """Begin lines at the right where the words are written from there."""
        right = self.is_right_to_left()
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        option = self.document().defaultTextOption()
        if option.alignment() != side:
            option.setAlignment(side)
            option.setTextDirection(Qt.LayoutDirection.RightToLeft if right else Qt.LayoutDirection.LayoutDirectionAuto)
            self.document().setDefaultTextOption(option)

    def is_right_to_left(self) -> bool:
        """Whether the words are written from right to left; the first letter tells."""
        return is_right_to_left(self.document().firstBlock().text())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not has_files(source) and super().canInsertFromMimeData(source)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.menu_at(self.cursorForPosition(event.pos()))
        menu.exec(event.globalPos())
        menu.deleteLater()

    def menu_at(self, cursor: QTextCursor) -> QMenu:
        """What is offered at a place in the words."""
        return without_history(self.createStandardContextMenu())

    def _grow(self) -> None:
        """Be as high as the lines are laid out: they are a little higher than the type alone, with emoji much."""
        if self._growing:
            return
        self._growing = True  # asking for the height of a paragraph lays it out, which tells of another size
        layout, block, height = self.document().documentLayout(), self.document().begin(), 0.0
        while block.isValid():
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        self._growing = False
        least = self.least_lines * self.fontMetrics().lineSpacing()
        self.setFixedHeight(max(least, math.ceil(height)) + ROOM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()


def is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left."""
    directions = (unicodedata.bidirectional(letter) for letter in text[:200])
    return next((one for one in directions if one in ("L", "R", "AL")), "L") != "L"


def units(text: str, index: int) -> int:
    """Where a character is in Qt's count, in which an emoji is two."""
    return len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, units_: int) -> int:
    """The other way round: Qt's count → index of the character."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units_].decode("utf-16-le", "ignore"))
