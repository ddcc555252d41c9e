"""The field a scene is written in: as high as its words, with faces, smart quotes, spelling and clean pasting."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
    QValidator,
)
from PySide6.QtWidgets import QLineEdit, QMenu, QPlainTextEdit, QWidget

from storyapp.story.emphasis import toggled
from storyapp.story.model import one_line
from storyapp.story.words import RIGHT_TO_LEFT, language_of_script

from .drops import files_in
from .highlighter import Highlighter
from .spelling import WORD, Speller
from .typography import clean, typed

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
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.installEventFilter(OneHistory(self))
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
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
        lines = max(self.least_lines, round(self.document().size().height()))
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + 18)

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
        return (language_of_script(self.toPlainText()) or self._language) in RIGHT_TO_LEFT

    # typing --------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
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
        """Make the selection bold (`**`) or italic (`*`), or plain again; without one the word at the cursor."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        text = self.toPlainText()
        start, end = (characters(text, one) for one in (cursor.selectionStart(), cursor.selectionEnd()))
        new, start, end = toggled(text, start, end, mark)
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


def words_of(source: QMimeData) -> str:
    """What is pasted, as clean words; bold and italic of other programs become marks."""
    if not source.hasHtml():
        return clean(source.text())
    document = QTextDocument()
    document.setHtml(source.html())
    lines = []
    block = document.begin()
    while block.isValid():
        parts = []
        fragments = block.begin()
        while not fragments.atEnd():
            fragment = fragments.fragment()
            heading = block.blockFormat().headingLevel() > 0
            face = fragment.charFormat()
            bold = face.fontWeight() >= QFont.Weight.DemiBold and not heading
            parts.append(_marked(clean_line(fragment.text()), bold, face.fontItalic()))
            fragments += 1
        lines.append("".join(parts).strip())
        block = block.next()
    return clean("\n\n".join(line for line in lines if line))


def clean_line(text: str) -> str:
    """A stretch of words whose spaces at both ends count."""
    words = clean(text).strip()
    if not words:
        return " " if text else ""
    return (" " if text[:1].isspace() else "") + words + (" " if text[-1:].isspace() else "")


def _marked(words: str, bold: bool, italic: bool) -> str:
    inner = words.strip()
    if not inner or "\n" in inner or not (bold or italic):
        return words
    mark = "*" * (2 * bold + italic)
    left, right = words[: len(words) - len(words.lstrip())], words[len(words.rstrip()) :]
    return f"{left}{mark}{inner}{mark}{right}"


def units(text: str, index: int) -> int:
    """Where a character is in Qt's count, in which an emoji is two."""
    return len(text[:index].encode("utf-16-le", "surrogatepass")) // 2


def characters(text: str, units_: int) -> int:
    """The other way round: Qt's count → index of the character."""
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units_].decode("utf-16-le", "ignore"))
