"""Menus of a right click: on a portrait, a scene of the list, a layer; and what a right click leaves alone."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from storyapp.story.plan import BACKDROP
from storyapp.ui.characters.portrait_strip import PortraitStrip
from storyapp.ui.main_window import MainWindow
from storyapp.ui.picture.layers import LOCK

from .conftest import idle, painted, place
from .test_fields import menu_at

pytestmark = pytest.mark.gui
Buttons = Qt.MouseButton


def four_portraits(desk: MainWindow, qtbot: Any) -> PortraitStrip:
    desk.characters.portrait_asked.emit("pip", 4)
    idle(desk, qtbot)
    return desk.characters.cards["pip"].portraits


def test_a_right_click_on_a_portrait_chooses_nothing(desk: MainWindow, qtbot: Any) -> None:
    strip = four_portraits(desk, qtbot)
    other = strip.visualItemRect(strip.item(1)).center()
    qtbot.mouseClick(strip.viewport(), Buttons.RightButton, pos=other)
    assert menu_at(strip.viewport(), other) == ["Follow this portrait too", "Remove this portrait"]
    assert strip.currentRow() == 0


def test_space_chooses_a_portrait(desk: MainWindow, qtbot: Any) -> None:
    strip = four_portraits(desk, qtbot)
    strip.setCurrentRow(2)
    qtbot.keyClick(strip, Qt.Key.Key_Space)
    pip = desk.session.story.character("pip")
    assert pip.chosen == pip.portraits[2].id and strip.currentRow() == 2


def test_the_large_portrait_has_a_menu(desk: MainWindow, qtbot: Any) -> None:
    card = desk.characters.cards["pip"]
    assert menu_at(card.portrait) == ["Paint portrait", "Paint four to choose from", "From a picture file …"]
    four_portraits(desk, qtbot)
    menu = card.portrait_menu()
    assert menu.actions()[-1].text() == "Remove this portrait"
    lock = menu.actions()[-2]
    assert lock.text() == "Locked" and lock.isChecked()
    lock.trigger()
    assert not desk.session.story.character("pip").locked


def test_a_scene_in_the_list_has_a_menu(desk: MainWindow, qtbot: Any) -> None:
    assert desk.scenes.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
    actions = {one.text(): one for one in desk.scenes.actions()}
    names = ("Illustrate scene", "Rename scene", "Duplicate scene", "Split scene here", "Delete scene")
    assert set(names) <= set(actions)
    desk.scenes.setCurrentRow(1)
    actions["Rename scene"].trigger()
    assert desk.cards["b"].title.selectedText() == "Two"
    actions["Duplicate scene"].trigger()
    assert [one.title for one in desk.session.story.scenes] == ["One", "Two", "Two"]


def test_a_layer_has_a_menu(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    desk.tabs.setCurrentWidget(desk.picture_panel)
    layers = desk.picture_panel.cast.layers
    front, back = layers.ids()
    menu = layers.menu_of(front)
    assert menu is not None and layers.menu_of(BACKDROP) is None and layers.row_of(BACKDROP) is not None
    seen, lock, _, up, down, *_ = menu.actions()
    assert not up.isEnabled() and down.isEnabled() and seen.isChecked() and not lock.isChecked()
    down.trigger()
    assert layers.ids() == [back, front]
    lock.trigger()
    qtbot.waitUntil(lambda: place(desk, front).locked, timeout=8000)
    menu = layers.menu_of(front)
    assert menu is not None and not menu.actions()[-1].isEnabled()
    item = layers.row_of(front)
    assert item is not None and item.checkState(LOCK) == Qt.CheckState.Checked
    menu.actions()[0].trigger()
    qtbot.waitUntil(lambda: place(desk, front).hidden, timeout=8000)
    menu = layers.menu_of(back)
    assert menu is not None
    menu.actions()[-1].trigger()
    assert layers.ids() == [front]


def test_the_language_that_is_ticked_is_the_one_of_the_story_also_after_undo(desk: MainWindow) -> None:
    def ticked() -> list[str]:
        return [one.data() for one in desk.actions_.story_language.actions() if one.isChecked()]

    assert ticked() == ["en"]
    next(one for one in desk.actions_.story_language.actions() if one.data() == "zh").trigger()
    assert desk.session.story.language == "zh" and ticked() == ["zh"]
    desk.undo()
    assert desk.session.story.language == "en" and ticked() == ["en"]
