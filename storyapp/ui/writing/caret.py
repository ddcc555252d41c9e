"""Keys that lead from one field of the story to the next: Return, the arrows, a page up and down."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor

from ..widgets.title_line import TitleLine
from .editor import WritingField
from .scene_card import SceneCard
from .story_view import StoryView

PAGE = 0.85  # of what is seen of the story
_Move = QTextCursor.MoveOperation
_Keys = QKeySequence.StandardKey
_PAGES = (
    *((_Keys.MoveToNextPage, 1, False), (_Keys.MoveToPreviousPage, -1, False)),
    *((_Keys.SelectNextPage, 1, True), (_Keys.SelectPreviousPage, -1, True)),
)
# Keys that show where the cursor is even if they cannot move it.
_SHOWING = (
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Delete, Qt.Key.Key_Backspace),
)


class Caret(QObject):
    """Takes the cursor from scene to scene as if the story were one text."""

    def __init__(self, view: StoryView, lines: tuple[TitleLine, ...]) -> None:
        super().__init__(view)
        self.view = view
        for line in lines:  # title and author
            line.returnPressed.connect(self._to_first)

    def join(self, card: SceneCard) -> None:
        """Lead to and from the fields of a new card."""
        card.words.installEventFilter(self)
        for line in (card.title, card.synopsis):
            line.returnPressed.connect(lambda: self.write_in(card.scene_id))

    def write_in(self, scene_id: str, move: QTextCursor.MoveOperation = _Move.NoMove) -> None:
        """Write on in a scene, where the cursor was in it or at one of its ends."""
        words = self.view.card(scene_id).words
        words.moveCursor(move)
        words.setFocus()
        self.view.follow(scene_id)

    def _to_first(self) -> None:
        first = self.view.first()
        if first is not None:
            self.write_in(first)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(watched, WritingField):
            return self._press(watched, event)
        return super().eventFilter(watched, event)

    def _press(self, words: WritingField, event: QKeyEvent) -> bool:
        here = self.view.scene_of(words)
        if here is not None and event.key() in _SHOWING:
            self.view.follow(here)
        for key, by, select in _PAGES:
            if event.matches(key):
                return self._turn_page(words, by, select)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        by = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        cursor = words.textCursor()
        return bool(by) and not cursor.movePosition(_Move.Down if by > 0 else _Move.Up) and self._leave(words, by)

    def _turn_page(self, words: WritingField, by: int, select: bool) -> bool:
        """As far as is seen: the field is as high as all of its words, so its own page would be the whole scene."""
        cursor, seen = words.textCursor(), words.cursorRect().center()
        there = words.cursorForPosition(seen + QPoint(0, round(by * PAGE * self.view.viewport().height())))
        if there.position() == cursor.position() and not select:
            self._leave(words, by)
            return True
        keep = QTextCursor.MoveMode.KeepAnchor if select else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(there.position(), keep)
        words.setTextCursor(cursor)
        return True

    def _leave(self, words: WritingField, by: int) -> bool:
        """Go on in the next scene or the one before; False if there is none."""
        here = self.view.scene_of(words)
        there = self.view.beside(here, by) if here is not None else None
        if there is None:
            return False
        self.write_in(there, _Move.Start if by > 0 else _Move.End)
        return True
