"""The field a scene is written in: faces, smart quotes, spelling and clean pasting."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QMenu, QWidget

from storyapp.story.emphasis import toggled, toggled_at
from storyapp.story.text_facts import RIGHT_TO_LEFT, language_of_script

from ..widgets.fields import GrowingText, characters, units
from ..words import filled
from .highlighter import Highlighter
from .pasting import words_of
from .spelling import WORD, Speller
from .typography import typed

TELLING = 4000  # letters that tell the side of a scene: it is asked at every key


class WritingField(GrowingText):
    """The words of a scene."""

    learn_asked = Signal(str)  # a word for the personal dictionary
    pasted_alone = Signal(str)  # all the words that there are now, with marks of headings

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

    def insertFromMimeData(self, source: QMimeData) -> None:
        words = words_of(source)
        self.textCursor().insertText(words)
        self.ensureCursorVisible()
        if words.strip() == self.toPlainText().strip():
            self.pasted_alone.emit(words_of(source, headings=True))

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
        learn = menu.addAction(filled(self.tr("Add “%1” to my dictionary"), wrong))
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
