"""A long heading says that there is more of it."""

from __future__ import annotations

from typing import Any

import pytest
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


def test_a_long_title_ends_in_an_ellipsis_and_its_tooltip_has_it_whole(line: TitleLine) -> None:
    line.setText(LONG)
    assert line.shown_words().endswith("…") and LONG.startswith(line.shown_words()[:-1])
    assert line.toolTip() == LONG and line.text() == LONG


def test_a_title_that_fits_is_as_it_is(line: TitleLine) -> None:
    line.setText("The Kite")
    assert line.shown_words() == "The Kite" and line.toolTip() == ""


def test_with_more_room_it_is_whole_again(line: TitleLine) -> None:
    line.setText(LONG)
    line.resize(4000, 40)
    assert line.shown_words() == LONG and line.toolTip() == ""


def test_it_looks_otherwise_only_while_nobody_writes(line: TitleLine, qtbot: Any) -> None:
    other = QPushButton()
    qtbot.addWidget(other)
    line.setText(LONG)
    line.setCursorPosition(0)
    line.activateWindow()
    other.show()
    other.activateWindow()
    other.setFocus()
    qtbot.waitUntil(lambda: not line.hasFocus())
    resting = line.grab().toImage()
    line.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    assert line.grab().toImage() != resting


def test_from_right_to_left_the_first_words_are_at_the_right(line: TitleLine) -> None:
    line.setText("الثعلب الصغير " * 20)
    image = line.grab().toImage()
    ground = image.pixelColor(200, 1)

    def inked(left: int, right: int) -> bool:
        return any(image.pixelColor(x, y) != ground for x in range(left, right) for y in range(image.height()))

    assert line.shown_words().endswith("…") and inked(image.width() - 40, image.width() - 4)


def test_headings_and_title_of_the_desk_do_so(desk: MainWindow) -> None:
    assert isinstance(desk.column.title, TitleLine) and isinstance(desk.cards["a"].title, TitleLine)
    assert desk.cards["a"].title.accessibleName() == "Scene heading"
