"""The find bar: where writing goes on after it, which scene is the chosen one, whole words, and what it tells."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from storyapp.story.mentions import casts_of
from storyapp.story.model import Scene, Story
from storyapp.ui.main_window import MainWindow

from .conftest import MakeDesk, painted, two_scenes

pytestmark = pytest.mark.gui
Keys, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def desk(make_desk: MakeDesk) -> MainWindow:
    scenes = (Scene("a", "One", "He ran. Then he slept."), Scene("b", "Two", "The hen."), Scene("c", "Three", "Here."))
    desk = make_desk(Story("s", "He and she", scenes=scenes))
    desk.activateWindow()
    return desk


def find(desk: MainWindow, qtbot: Any, words: str, times: int = 1) -> None:
    desk.pages.open_find_bar()
    qtbot.keyClicks(desk.find_bar.words, words)
    for _ in range(times):
        qtbot.keyClick(desk.find_bar.words, Keys.Key_Return)


@pytest.mark.parametrize("close", ["escape", "button"])
def test_after_the_bar_one_writes_on_at_the_hit(desk: MainWindow, qtbot: Any, close: str) -> None:
    find(desk, qtbot, "hen", 2)
    if close == "escape":
        qtbot.keyClick(desk.find_bar.words, Keys.Key_Escape)
    else:
        qtbot.mouseClick(desk.find_bar.done, Qt.MouseButton.LeftButton)
    field = desk.focusWidget()
    assert field is desk.cards["b"].words and field.textCursor().selectedText() == "hen"
    qtbot.keyClicks(field, "fox")
    assert desk.session.story.scene("b").text == "The fox."
    assert desk.session.story.title == "He and she"


def test_after_the_bar_without_a_hit_one_writes_on_where_one_was(desk: MainWindow, qtbot: Any) -> None:
    desk.cards["c"].words.setFocus()
    find(desk, qtbot, "zebra")
    qtbot.keyClick(desk.find_bar.words, Keys.Key_Escape)
    assert desk.focusWidget() is desk.cards["c"].words


def test_the_scene_of_the_hit_is_the_chosen_one(desk: MainWindow, qtbot: Any) -> None:
    desk.chosen.go_to("c")
    find(desk, qtbot, "hen", 2)
    assert desk.current_scene() == "b"


@pytest.mark.parametrize("key", [Keys.Key_Backspace, Keys.Key_J, Keys.Key_Return])
def test_keys_that_change_scenes_do_nothing_while_one_looks_for_words(desk: MainWindow, qtbot: Any, key: Any) -> None:
    find(desk, qtbot, "ran")
    for field in (desk.find_bar.words, desk.find_bar.by, desk.find_bar.next):
        field.setFocus()
        QTest.keyClick(field, key, Held.ControlModifier | Held.ShiftModifier)
    assert [one.id for one in desk.session.story.scenes] == ["a", "b", "c"]


def test_whole_words_are_a_choice(desk: MainWindow, qtbot: Any) -> None:
    find(desk, qtbot, "he")
    assert desk.find_bar.told.text() == "1 of 8"
    qtbot.mouseClick(desk.find_bar.whole, Qt.MouseButton.LeftButton, pos=desk.find_bar.whole.rect().center())
    if not desk.find_bar.whole.isChecked():  # the middle is not the box in every style
        desk.find_bar.whole.click()
    assert desk.find_bar.told.text() == "3 found"
    qtbot.keyClicks(desk.find_bar.by, "she")
    qtbot.mouseClick(desk.find_bar.replace_all, Qt.MouseButton.LeftButton)
    story = desk.session.story
    assert story.title == "She and she" and story.scene("a").text == "She ran. Then she slept."
    assert story.scene("b").text == "The hen."


def test_a_hit_in_the_title_is_selected_and_replaced(desk: MainWindow, qtbot: Any) -> None:
    find(desk, qtbot, "and")
    assert desk.column.title.selectedText() == "and"
    desk.find_bar.by.setText("or")
    qtbot.mouseClick(desk.find_bar.replace, Qt.MouseButton.LeftButton)
    assert desk.session.story.title == "He or she"


def test_what_was_replaced_is_not_told_any_more_after_undo(desk: MainWindow, qtbot: Any) -> None:
    find(desk, qtbot, "hen")
    desk.find_bar.by.setText("fox")
    qtbot.mouseClick(desk.find_bar.replace_all, Qt.MouseButton.LeftButton)
    assert desk.find_bar.told.text() == "2 replaced"
    desk.undo()
    qtbot.waitUntil(lambda: desk.find_bar.told.text() == "2 found")


def test_find_next_opens_the_bar_or_goes_on_without_it(desk: MainWindow, qtbot: Any) -> None:
    desk.pages.find_next()
    assert desk.find_bar.isVisible()
    qtbot.keyClicks(desk.find_bar.words, "hen")
    qtbot.keyClick(desk.find_bar.words, Keys.Key_Escape)
    desk.pages.find_next()
    desk.pages.find_next()
    assert desk.focusWidget() is desk.cards["b"].words


def test_a_name_that_is_replaced_everywhere_is_the_name_of_its_character(make_desk: MakeDesk, qtbot: Any) -> None:
    desk = make_desk(two_scenes())
    painted(desk, qtbot, "b")
    before = desk.session.story
    find(desk, qtbot, "Pip")
    desk.find_bar.by.setText("Rosa")
    qtbot.mouseClick(desk.find_bar.replace_all, Qt.MouseButton.LeftButton)
    story = desk.session.story
    assert story.scene("b").text == "Rosa in the garden." and story.character("pip").names == ("Rosa",)
    assert casts_of(story)["b"] == ("pip",) and not story.scene("b").stale
    desk.undo()
    assert desk.session.story == before
