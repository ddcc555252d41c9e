"""The field a scene is written in: as high as its words, with faces, smart quotes, spelling and clean pasting."""

from __future__ import annotations

import math
import unicodedata

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextCursor,
    QValidator,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget

from storyapp.story.emphasis import toggled, toggled_at
from storyapp.story.model import one_line
from storyapp.story.words import RIGHT_TO_LEFT, language_of_script

from .drops import files_in
from .highlighter import Highlighter
from .pasting import words_of
from .spelling import WORD, Speller
from .typography import typed

ROOM = 18  # pixels above and below the words: frame, padding and margin of a field
TELLING = 4000  # letters that tell the side of a scene: it is asked at every key
_STEPS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class OneLine(QValidator):
    """Keeps what is typed and pasted into a line on one line, the cursor where it is."""

    def validate(self, words: str, place: int) -> object:
        before, after = one_line(words), units(words, len(words)) - place
        return QValidator.State.Acceptable, before, max(0, units(before, len(before)) - after)


class OneHistory(QObject):
    """Lets Undo and Redo through to the window: a field of words has no history of its own."""

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
        self.textChanged.connect(self._align)

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


class WritingField(GrowingText):
    """The words of a scene."""

    learn_asked = Signal(str)  # a word for the personal dictionary

    def __init__(self, speller: Speller | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.speller = speller
        self.smart_quotes = True
        self._language = "en"
        self.highlighter = Highlighter(self.document(), speller)
        self.cursorPositionChanged.connect(self._moved)
        self._block = 0
        self.held = False  # whether the mouse holds on to the words: they must not move under it
        if speller is not None:
            speller.changed.connect(self.highlighter.rehighlight)

    @property
    def language(self) -> str:
        """The language of the story."""
        return self._language

    @language.setter
    def language(self, language: str) -> None:
        self._language = language
        self._align()

    def is_right_to_left(self) -> bool:
        """Whether most letters are written from right to left, or the story is where they are Latin: as on paper."""
        return (language_of_script(self.toPlainText()[:TELLING]) or self._language) in RIGHT_TO_LEFT

    # typing --------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.held = True
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        self.held = bool(event.buttons()) and self.viewport().visibleRegion().contains(place)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        self.held = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.held = False
        letter = event.text()
        self.highlighter.writing = self.textCursor().position() + 1 if letter else -1
        if self.smart_quotes and letter in ('"', "'", "-", ".") and not self.isReadOnly():
            cursor = self.textCursor()
            start = cursor.selectionStart()
            block = self.document().findBlock(start)
            text = block.text()
            place = characters(text, start - block.position())
            before = text[max(0, place - 8) : place]
            change = typed(before, letter, self.language)
            if change is not None:
                self._put(cursor, start - change[0], change[1])
                return
        super().keyPressEvent(event)

    def _put(self, cursor: QTextCursor, start: int, words: str) -> None:
        end = cursor.selectionEnd()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words)
        self.setTextCursor(cursor)

    def _moved(self) -> None:
        """A word that was left is looked at again."""
        if self.speller is None or not self.speller.ready:
            return
        cursor = self.textCursor()
        if self.highlighter.writing not in (-1, cursor.position()):
            self.highlighter.writing = -1
            self.highlighter.rehighlightBlock(cursor.block())
        if self._block != cursor.blockNumber():
            left = self.document().findBlockByNumber(self._block)
            self._block = cursor.blockNumber()
            if left.isValid():
                self.highlighter.rehighlightBlock(left)

    def toggle_mark(self, mark: str) -> None:
        """Make the selection bold (`**`) or italic (`*`), or plain again; without one the word at the cursor.

        Where there is no word the marks are put around the cursor, and at the end of what is marked it steps out.
        """
        cursor, text = self.textCursor(), self.toPlainText()
        if cursor.selectedText().strip():
            start, end = (characters(text, one) for one in (cursor.selectionStart(), cursor.selectionEnd()))
            new, start, end = toggled(text, start, end, mark)
        else:
            place = characters(text, cursor.position())
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
            word = (characters(text, cursor.selectionStart()), characters(text, cursor.selectionEnd()))
            new, start = toggled_at(text, place, word, mark)
            end = start
        self.set_words(new)
        cursor = self.textCursor()
        cursor.setPosition(units(new, start))
        cursor.setPosition(units(new, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def set_words(self, words: str) -> None:
        """Show other words by changing only what differs, so that cursor and view stay where they are."""
        old = self.toPlainText()
        if old == words:
            return
        shorter = min(len(old), len(words))
        first = next((i for i in range(shorter) if old[i] != words[i]), shorter)
        most = shorter - first
        last = next((i for i in range(most) if old[-1 - i] != words[-1 - i]), most)
        cursor = QTextCursor(self.document())
        cursor.setPosition(units(old, first))
        cursor.setPosition(units(old, len(old) - last), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(words[first : len(words) - last])

    # pasting -------------------------------------------------------------------------------------

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return not files_in(source) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.textCursor().insertText(words_of(source))
        self.ensureCursorVisible()

    # spelling ------------------------------------------------------------------------------------

    def menu_at(self, cursor: QTextCursor) -> QMenu:
        """The usual menu, with suggestions above it where a word is wrong."""
        menu = super().menu_at(cursor)
        word = self._word_at(cursor)
        if word is not None and self.speller is not None and not self.speller.is_right(word.selectedText()):
            self._add_suggestions(menu, word, self.speller)
        return menu

    def _word_at(self, cursor: QTextCursor) -> QTextCursor | None:
        text, place = cursor.block().text(), cursor.positionInBlock()
        for match in WORD.finditer(text):
            start, end = units(text, match.start()), units(text, match.end())
            if start <= place <= end:
                word = QTextCursor(cursor.block())
                word.setPosition(cursor.block().position() + start)
                word.setPosition(cursor.block().position() + end, QTextCursor.MoveMode.KeepAnchor)
                return word
        return None

    def _add_suggestions(self, menu: QMenu, word: QTextCursor, speller: Speller) -> None:
        wrong = word.selectedText()
        first = menu.actions()[0]
        waiting = menu.addAction(self.tr("Looking for words …"))
        waiting.setEnabled(False)
        learn = menu.addAction(self.tr("Add “%1” to my dictionary").replace("%1", wrong))
        learn.triggered.connect(lambda: self.learn_asked.emit(wrong))
        line = menu.addSeparator()
        for action in (waiting, learn, line):
            menu.insertAction(first, action)

        def show(asked: str, found: list[str]) -> None:
            if asked != wrong:
                return
            waiting.setVisible(not found)
            waiting.setText(self.tr("No word is like it"))
            for one in found:
                action = menu.addAction(one)
                action.triggered.connect(lambda _=False, right=one: word.insertText(right))
                menu.insertAction(learn, action)

        link = speller.suggested.connect(show)
        menu.destroyed.connect(lambda: speller.suggested.disconnect(link))
        speller.suggest(wrong)


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
