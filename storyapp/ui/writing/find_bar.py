"""Find and replace over the whole story."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from storyapp.story import edits
from storyapp.story.finding import FIELDS, Hit, Search, hits, replace_hit, replace_words
from storyapp.story.model import Story
from storyapp.story.renaming import with_name_replaced

from ..session import Session
from ..widgets.fields import units
from ..widgets.flow import Flow
from ..widgets.title_line import TitleLine
from ..words import filled
from .story_view import StoryView

COUNT_AFTER = 200  # milliseconds from a change of the story until the hits are counted again
# What a slip of the hand must not do to a scene while one types what to look for: delete, merge, split.
KEPT_OUT = tuple(QKeySequence(one) for one in ("Ctrl+Shift+Backspace", "Ctrl+Shift+J", "Ctrl+Shift+Return"))


class FindBar(QWidget):
    """Looks through title, headings, synopses and words in their order, from the last hit on, and around at the end."""

    found = Signal(str)  # the scene whose hit is shown

    def __init__(self, session: Session, view: StoryView, title: TitleLine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self.view, self.title = session, view, title
        self.words = QLineEdit(placeholderText=self.tr("Find"), clearButtonEnabled=True)
        self.words.setAccessibleName(self.tr("Find"))
        self.by = QLineEdit(placeholderText=self.tr("Replace by"))
        self.by.setAccessibleName(self.tr("Replace by"))
        self.case = QCheckBox(self.tr("Match case"))
        self.whole = QCheckBox(self.tr("Whole words"))
        self.before = QPushButton(self.tr("Back"))
        self.next = QPushButton(self.tr("Next"))
        self.replace = QPushButton(self.tr("Replace"))
        self.replace_all = QPushButton(self.tr("Replace all"))
        self.told = QLabel(objectName="quiet")
        self.done = QPushButton(self.tr("Close"))
        self._last: Hit | None = None
        self._came_from: QWidget | None = None  # what had the focus before the bar
        self._replacing = False
        self._again = QTimer(self, singleShot=True, interval=COUNT_AFTER)
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        for row in (
            (self.words, self.before, self.next, self.case, self.whole),
            (self.by, self.replace, self.replace_all, self.done, self.told),
        ):
            line = QWidget()
            flow = Flow(line)  # large type in a narrow window needs more lines
            for widget in row:
                flow.addWidget(widget)
            layout.addWidget(line)

    def _connect(self) -> None:
        self.words.returnPressed.connect(self.find_next)
        self.by.returnPressed.connect(self.replace_one)
        self.words.textChanged.connect(lambda _: self._look_anew())
        for box in (self.case, self.whole):
            box.toggled.connect(lambda _: self._look_anew())
        self.before.clicked.connect(self.find_before)
        self.next.clicked.connect(self.find_next)
        self.replace.clicked.connect(self.replace_one)
        self.replace_all.clicked.connect(self.replace_everywhere)
        self.done.clicked.connect(self.leave)
        self.session.changed.connect(lambda old, new: self._story_changed())
        self._again.timeout.connect(self._count)

    def open(self) -> None:
        """Show the bar, ready to type into; what is selected in a scene is looked for."""
        focus = self.window().focusWidget()
        selected = focus.textCursor().selectedText() if hasattr(focus, "textCursor") else ""
        if selected and "\u2029" not in selected:
            self.words.setText(selected)
        if focus is not None and not self.isAncestorOf(focus):
            self._came_from = focus
        self.show()
        self.words.setFocus()
        self.words.selectAll()
        self._look_anew()

    def leave(self) -> None:
        """Close the bar and write on: at the last hit, which stays selected, else where one came from."""
        self._again.stop()
        self._field_to_write_in().setFocus()
        self.hide()

    def _field_to_write_in(self) -> QWidget:
        if self._last is not None and (field := self._field(self._last)) is not None:
            return field
        if self._came_from is not None and isValid(self._came_from) and self._came_from.isVisible():
            return self._came_from
        first = self.view.first()
        return self.view if first is None else self.view.card(first).words

    def search(self) -> Search:
        """What is looked for."""
        return Search(self.words.text(), self.case.isChecked(), self.whole.isChecked())

    def hits(self) -> list[Hit]:
        """Every place of the words, in the order of the story."""
        return hits(self.session.story, self.search())

    def _look_anew(self) -> None:
        self._last = None
        self._count()

    def _count(self) -> None:
        self.told.setText(filled(self.tr("%1 found"), len(self.hits())) if self.words.text() else "")

    def _story_changed(self) -> None:
        """What was told of the story before is not true any more, as after Undo."""
        if self.isVisible() and not self._replacing:
            self._again.start()

    def find_next(self) -> bool:
        """Select the next hit; False if there is none."""
        return self._find(1)

    def find_before(self) -> bool:
        """Select the hit before; False if there is none."""
        return self._find(-1)

    def _find(self, by: int) -> bool:
        found = self.hits()
        if not found:
            return False
        if self._last in found:
            place = (found.index(self._last) + by) % len(found)
        else:
            place = self._place_behind_last(found) if by > 0 else len(found) - 1
        self._last = found[place]
        self._select(self._last)
        told = filled(self.tr("%1 of %2"), place + 1, len(found))
        self._again.stop()
        self.told.setText(told)
        return True

    def _place_behind_last(self, found: list[Hit]) -> int:
        """Where to go on when the last hit is gone, as after replacing it."""
        if self._last is None:
            return 0
        order = {scene.id: index for index, scene in enumerate(self.session.story.scenes)}

        def key(hit: Hit) -> tuple[int, int, int]:
            return order.get(hit.scene_id, -1), FIELDS.index(hit.field), hit.start

        return next((index for index, one in enumerate(found) if key(one) >= key(self._last)), 0)

    def _field(self, hit: Hit) -> QWidget | None:
        """Where a hit is shown; None if its scene is gone."""
        if not hit.scene_id:
            return self.title
        if edits.scene_of(self.session.story, hit.scene_id) is None:
            return None
        card = self.view.card(hit.scene_id)
        return {"title": card.title, "synopsis": card.synopsis, "text": card.words}[hit.field]

    def _select(self, hit: Hit) -> None:
        if hit.scene_id:
            self.view.reveal(hit.scene_id)
            self.found.emit(hit.scene_id)
        field = self._field(hit)
        if hit.field == "text":
            words = self.view.card(hit.scene_id).words
            text = words.toPlainText()
            cursor = words.textCursor()
            cursor.setPosition(units(text, hit.start))
            cursor.setPosition(units(text, hit.end), QTextCursor.MoveMode.KeepAnchor)
            words.setTextCursor(cursor)
            self.view.reveal_field(hit.scene_id)
        elif isinstance(field, TitleLine):
            start, end = units(field.text(), hit.start), units(field.text(), hit.end)
            field.setSelection(start, end - start)
            self.view.ensureWidgetVisible(field, 0)
        if not self.isVisible() and field is not None:
            field.setFocus()

    def replace_one(self) -> None:
        """Replace the hit that is selected, and go to the next one."""
        hit, search, by = self._last, self.search(), self.by.text()
        if hit is None or hit not in self.hits():
            self.find_next()
            return
        _, end = replace_hit(self.session.story, search, hit, by)
        self._apply(lambda story: replace_hit(story, search, hit, by)[0])
        self._last = Hit(hit.scene_id, hit.field, end, end)
        if not self.find_next():
            self.told.setText(filled(self.tr("%1 found"), "0"))

    def replace_everywhere(self) -> None:
        """Replace every hit as one step; a character who has the words for a name is called so, too."""
        search, by = self.search(), self.by.text()
        _, count = replace_words(self.session.story, search, by)

        def change(story: Story) -> Story:
            return with_name_replaced(story, replace_words(story, search, by)[0], search.words, by)

        self._apply(change)
        self.told.setText(filled(self.tr("%1 replaced"), count))

    def _apply(self, change: Callable[[Story], Story]) -> None:
        self._replacing = True
        self.session.apply(self.tr("Replace words"), change)
        self._replacing = False
        self._again.stop()

    def event(self, event: QEvent) -> bool:
        """Keep keys from the menu that would delete or join scenes while one looks for words."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            pressed = QKeySequence(event.keyCombination())
            if any(pressed == one for one in KEPT_OUT):
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)
