"""Fields of words: one line, one history, round quotes behind emoji, and the side where lines begin."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget

from storyapp.ui.main_window import MainWindow
from storyapp.ui.widgets.fields import OneHistory

pytestmark = pytest.mark.gui
Side = Qt.AlignmentFlag


def menu_at(widget: QWidget, place: QPoint | None = None) -> list[str]:
    """The words of the menu that a right click shows; it is closed again."""
    shown: list[str] = []

    def look() -> None:
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            shown.extend(one.text() for one in menu.actions())
            menu.close()

    timer = QTimer(interval=5)
    timer.timeout.connect(look)
    timer.start()
    place = place if place is not None else widget.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
    QApplication.sendEvent(widget, event)
    timer.stop()
    return shown


def test_lines_that_are_pasted_into_a_heading_or_title_become_one(desk: MainWindow) -> None:
    QApplication.clipboard().setText("One\nand\t two\u2028and  three")
    for line in (desk.cards["a"].title, desk.column.title, desk.characters.cards["pip"].name):
        line.selectAll()
        line.paste()
        assert line.text() == "One and two and three"
    story = desk.session.story
    assert {story.title, story.scene("a").title, story.character("pip").name} == {"One and two and three"}


def test_the_cursor_stays_where_a_second_space_is_typed(qtbot: Any) -> None:
    line = QLineEdit("🦊 One two")
    qtbot.addWidget(line)
    line.installEventFilter(OneHistory(line))
    line.setCursorPosition(7)
    qtbot.keyClicks(line, " x")
    assert line.text() == "🦊 One xtwo" and line.cursorPosition() == 8


def test_the_menu_of_a_field_has_no_history_of_its_own(desk: MainWindow) -> None:
    card = desk.cards["a"]
    pip = desk.characters.cards["pip"]
    fields = (card.title, card.synopsis, desk.column.title, desk.column.author, card.words, pip.description)
    for field in (pip.name, *(one.viewport() for one in fields)):
        shown = " ".join(menu_at(field)).replace("&", "")
        assert "Copy" in shown or "Select All" in shown
        assert "Undo" not in shown and "Redo" not in shown


def test_quotes_are_round_behind_emoji(desk: MainWindow, qtbot: Any) -> None:
    field = desk.cards["a"].words
    field.setPlainText("😀" * 10 + " He said ")
    field.moveCursor(field.textCursor().MoveOperation.End)
    qtbot.keyClicks(field, '"yes" and "no"...')
    assert field.toPlainText() == "😀" * 10 + " He said “yes” and “no”…"


def test_a_scene_begins_on_the_side_of_its_letters_or_of_its_story(desk: MainWindow) -> None:
    field = desk.cards["a"].words
    field.setPlainText("Pip and سمسم حملا الخبز إلى الشاطئ.")  # a Latin name first
    option = field.document().defaultTextOption()
    assert option.alignment() == Side.AlignRight and option.textDirection() == Qt.LayoutDirection.RightToLeft
    field.setPlainText("Pip and Bruno.")
    assert field.document().defaultTextOption().alignment() == Side.AlignLeft
    desk.column.choose_language("ar")
    assert field.document().defaultTextOption().alignment() == Side.AlignRight
    desk.session.apply("", lambda story: replace(story, language="en"))
    desk.column.dress_cards()
    assert field.document().defaultTextOption().textDirection() == Qt.LayoutDirection.LayoutDirectionAuto
