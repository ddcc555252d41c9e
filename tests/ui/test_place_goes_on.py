"""A place that is corrected by a chip, and the scenes that go on there."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from storyapp.story.model import Scene, Story
from storyapp.ui.main_window import MainWindow

from .conftest import MakeDesk, idle

pytestmark = pytest.mark.gui


@pytest.fixture
def walk(make_desk: MakeDesk, qtbot: Any) -> MainWindow:
    texts = "A fox in the forest.", "The fox and a bear.", "The fox in the kitchen.", "The bear and the fox."
    scenes = tuple(Scene("abcd"[row], text=text) for row, text in enumerate(texts))
    desk = make_desk(Story("s", scenes=scenes))
    desk.pages.illustrate_all()
    idle(desk, qtbot)
    return desk


def places(desk: MainWindow) -> list[tuple[str | None, str]]:
    plans = [one.illustration.plan for one in desk.session.story.scenes if one.illustration]
    return [(one.setting, one.time) for one in plans]


def choose(desk: MainWindow, qtbot: Any, scene: str, field: str, words: str) -> None:
    """Choose in the menu of a chip."""
    menu = desk.cards[scene].chips.chips[field].menu()
    menu.aboutToShow.emit()
    entry = next(one for one in menu.actions() if one.text().startswith(words))
    entry.trigger()
    idle(desk, qtbot)


def test_pictures_that_are_painted_stay_until_it_is_wanted(walk: MainWindow, qtbot: Any) -> None:
    before = [one.illustration for one in walk.session.story.scenes]
    choose(walk, qtbot, "a", "setting", "beach")
    assert [one.illustration for one in walk.session.story.scenes][1:] == before[1:]
    assert "(2) stay as they are" in walk.notice.text()
    choose(walk, qtbot, "a", "setting", "Also in the scenes that go on here (2)")
    assert [one[0] for one in places(walk)] == ["beach", "beach", "kitchen", "kitchen"]
    chip = walk.cards["b"].chips.chips["setting"]
    assert "•" in chip.text() and "earlier scene" in chip.toolTip()
    menu = walk.cards["a"].chips.chips["setting"].menu()
    menu.aboutToShow.emit()
    assert not any("go on here" in one.text() for one in menu.actions())
    walk.undo()
    assert [one[0] for one in places(walk)] == ["beach", "forest", "kitchen", "kitchen"]


def test_scenes_that_are_painted_later_follow_unless_they_name_their_own_place(walk: MainWindow, qtbot: Any) -> None:
    choose(walk, qtbot, "a", "time", "night")
    walk.pictures.illustrate(["b"])
    idle(walk, qtbot)
    walk.pictures.illustrate(["c", "d"])
    idle(walk, qtbot)
    assert places(walk) == [("forest", "night"), ("forest", "night"), ("kitchen", "day"), ("kitchen", "day")]
    assert "earlier scene" in walk.cards["b"].chips.chips["time"].toolTip()
    qtbot.keyClick(walk.cards["b"].stage, Qt.Key.Key_N)  # the card is whole


def test_the_place_of_all_scenes_that_go_on_here_is_one_step(make_desk: MakeDesk, qtbot: Any) -> None:
    texts = "A fox in the forest.", "The fox and a bear.", "The bear and the fox."
    desk = make_desk(Story("s", scenes=tuple(Scene("abc"[row], text=text) for row, text in enumerate(texts))))
    desk.pages.illustrate_all()
    idle(desk, qtbot)
    choose(desk, qtbot, "a", "setting", "beach")
    choose(desk, qtbot, "a", "setting", "Also in the scenes that go on here (2, 3)")
    assert [one[0] for one in places(desk)] == ["beach", "beach", "beach"]
    desk.undo()
    assert [one[0] for one in places(desk)] == ["beach", "forest", "forest"]
