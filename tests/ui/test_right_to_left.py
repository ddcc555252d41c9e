"""Stories that are read from the right, in a program of another direction."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt

from storyapp.story.model import Character, Scene, Story
from storyapp.ui.main_window import MainWindow

from .conftest import MakeDesk

pytestmark = pytest.mark.gui


@pytest.fixture
def desk_of_two_directions(make_desk: MakeDesk) -> MainWindow:
    scenes = Scene("a", "Fox", "It ran."), Scene("b", "הארנב", "רץ."), Scene("c", "الثعلب", "جرى.")
    fox = Character("k", "ثعلوب", description="ثعلب", concept="fox")
    return make_desk(Story("s", scenes=scenes, characters=(fox,)))


def ink(desk: MainWindow, row: int) -> QRect:
    """Where the words of a row are, in the list; the chosen row has another ground."""
    scenes = desk.scenes
    rect = scenes.visualItemRect(scenes.item(row))
    side = rect.height()
    rect = rect.adjusted(side + 4, 8, -8, -8)
    image = scenes.viewport().grab(rect).toImage()
    ground = image.pixelColor(image.width() // 2, image.height() - 1)
    columns = [
        x
        for x in range(image.width())
        if any(abs(image.pixelColor(x, y).lightness() - ground.lightness()) > 60 for y in range(image.height()))
    ]
    return QRect(columns[0], 0, columns[-1] - columns[0], 1).translated(0, image.width() - columns[-1])


def test_rows_of_the_list_begin_on_the_side_from_which_they_are_read(desk_of_two_directions: MainWindow) -> None:
    desk = desk_of_two_directions
    desk.scenes.setCurrentRow(-1)
    desk.scenes.clearSelection()
    for row, right in ((0, False), (1, True), (2, True)):
        words = ink(desk, row)
        assert (words.top() < words.left()) == right, row  # the room at the right is the smaller one


def test_looks_are_described_from_the_side_from_which_they_are_read(
    desk_of_two_directions: MainWindow, qtbot: Any
) -> None:
    field = desk_of_two_directions.characters.cards["k"].description
    assert field.document().defaultTextOption().alignment() == Qt.AlignmentFlag.AlignRight
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "a fox")
    assert field.document().defaultTextOption().alignment() == Qt.AlignmentFlag.AlignLeft
