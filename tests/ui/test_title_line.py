"""A long title or heading is seen whole: it wraps, and stays one line of words."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QPushButton

from storyapp.ui.main_window import MainWindow
from storyapp.ui.widgets.title_line import TitleLine

pytestmark = pytest.mark.gui
LONG = "The Extraordinarily Long and Winding Story of Bartholomew the Bear Who Lost His Hat in Spring"


@pytest.fixture
def line(dressed: QApplication, qtbot: Any) -> TitleLine:
    found = TitleLine("storyTitle", "Title")
    qtbot.addWidget(found)
    found.resize(400, 40)
    found.show()
    return found


def test_a_long_title_wraps_and_a_short_one_takes_one_line(line: TitleLine) -> None:
    line.setText("The Kite")
    one = line.height()
    line.setText(LONG)
    assert line.height() > one + 2 * line.fontMetrics().lineSpacing()
    line.resize(4000, line.height())
    assert line.height() == one


def test_only_what_a_hand_writes_is_told(line: TitleLine, qtbot: Any) -> None:
    told: list[str] = []
    line.textEdited.connect(told.append)
    line.setText("Kit")
    line.setFocus()
    line.setSelection(3, 0)
    qtbot.keyClicks(line, "es")
    assert told == ["Kite", "Kites"]


def test_pasted_lines_become_one_and_the_cursor_stays_behind_them(line: TitleLine) -> None:
    told: list[str] = []
    line.setText("🦊 and friends")
    line.textEdited.connect(told.append)
    line.setSelection(2, 0)
    pasted = QMimeData()
    pasted.setText(" the\nfox ")
    line.insertFromMimeData(pasted)
    assert line.text() == told[-1] == "🦊 the fox and friends"
    assert line.textCursor().position() == len("xx the fox")  # an emoji counts two


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_return_leaves_it_and_breaks_no_line(line: TitleLine, qtbot: Any, modifier: Qt.KeyboardModifier) -> None:
    line.setText("Kite")
    with qtbot.waitSignals([line.returnPressed, line.editingFinished]):
        qtbot.keyClick(line, Qt.Key.Key_Return, modifier)
    assert line.text() == "Kite"


def test_leaving_it_ends_the_writing(line: TitleLine, qtbot: Any) -> None:
    other = QPushButton(line.parentWidget())
    qtbot.addWidget(other)
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    with qtbot.waitSignal(line.editingFinished):
        line.clearFocus()


def test_from_right_to_left_the_first_words_are_at_the_right(line: TitleLine) -> None:
    line.setText("الثعلب الصغير")
    image = line.grab().toImage()
    ground = image.pixelColor(200, 1)

    def inked(left: int, right: int) -> bool:
        return any(image.pixelColor(x, y) != ground for x in range(left, right) for y in range(image.height()))

    assert inked(image.width() - 40, image.width() - 8) and not inked(8, 100)


def test_title_author_and_headings_of_the_desk_do_so(desk: MainWindow, qtbot: Any) -> None:
    card = desk.cards["a"]
    for line in (desk.column.title, desk.column.author, card.title, card.synopsis):
        assert isinstance(line, TitleLine)
    assert card.title.accessibleName() == "Scene heading"
    before = card.title.height()
    card.title.setFocus()
    card.title.selectAll()
    qtbot.keyClicks(card.title, f"{LONG} {LONG}")
    assert card.title.height() > before and desk.session.story.scene("a").title == f"{LONG} {LONG}"
    desk.undo_action.trigger()
    assert card.title.text() == "One" and card.title.height() == before
