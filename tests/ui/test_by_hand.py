"""A scene that is not understood: no blank picture, but words that help, and a picture that is set by hand."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from storyapp.export.choices import cover_scene
from storyapp.export.layout import lay_out
from storyapp.story.model import Scene, Story
from storyapp.ui.main_window import MainWindow

from .conftest import MakeDesk, idle

pytestmark = pytest.mark.gui


@pytest.fixture
def arabic(make_desk: MakeDesk, qtbot: Any) -> MainWindow:
    scenes = Scene("a", text="كان يا ما كان"), Scene("b", text="A fox in the forest.")
    desk = make_desk(Story("s", scenes=scenes))
    qtbot.mouseClick(desk.cards["a"].illustrate, Qt.MouseButton.LeftButton)
    idle(desk, qtbot)
    return desk


def test_there_is_no_blank_picture_but_what_to_do(arabic: MainWindow, qtbot: Any) -> None:
    card = arabic.cards["a"]
    assert arabic.session.story.scene("a").illustration is None and not arabic.engine.requests
    assert card.stage.by_hand.isVisible() and card.stage.by_hand.begin.isVisible()
    assert "not understood" in card.stage.by_hand.words.text() and "Scene 1" in arabic.notice.text()
    assert card.illustrate.isEnabled() and not card.chips.isVisible()
    assert card.stage.height() >= card.stage.by_hand.heightForWidth(card.stage.width())
    card.words.setPlainText("A fox in the forest.")
    qtbot.waitUntil(lambda: not card.stage.by_hand.isVisible(), timeout=2000)
    qtbot.mouseClick(card.illustrate, Qt.MouseButton.LeftButton)
    idle(arabic, qtbot)
    assert arabic.session.story.scene("a").illustration is not None and not card.stage.by_hand.isVisible()


def test_a_picture_is_set_by_hand(arabic: MainWindow, qtbot: Any) -> None:
    card = arabic.cards["a"]
    qtbot.mouseClick(card.stage.by_hand.begin, Qt.MouseButton.LeftButton)
    assert card.stage.by_hand.add.isVisible() and not card.stage.by_hand.begin.isVisible()
    assert card.chips.isVisible() and list(card.chips.chips) == ["setting", "time", "weather"]
    story = arabic.session.story
    assert lay_out(story).pages[0].picture is None and cover_scene(story) is None
    menu = card.chips.chips["setting"].menu()
    menu.aboutToShow.emit()
    next(one for one in menu.actions() if one.text() == "beach").trigger()
    idle(arabic, qtbot)
    qtbot.waitUntil(lambda: not card.stage.image.isNull(), timeout=5000)
    assert not card.stage.by_hand.isVisible() and cover_scene(arabic.session.story) is not None
    arabic.undo()
    qtbot.waitUntil(card.stage.by_hand.isVisible, timeout=2000)
    menu = arabic.pictures.add_menu(card)
    others = next(one.menu() for one in menu.actions() if one.menu() is not None)
    next(one for one in others.actions() if one.text() == "fox").trigger()
    idle(arabic, qtbot)
    plan = arabic.session.story.scene("a").illustration.plan
    assert [one.concept for one in plan.cels] == ["fox"] and not card.stage.by_hand.isVisible()


def test_a_picture_that_is_there_stays(make_desk: MakeDesk, qtbot: Any) -> None:
    desk = make_desk(Story("s", scenes=(Scene("a", text="A fox in the forest."),)))
    desk.pages.illustrate_all()
    idle(desk, qtbot)
    before = desk.session.story.scene("a").illustration
    desk.cards["a"].words.setPlainText("Lorem ipsum.")
    desk.pages.illustrate_all()
    idle(desk, qtbot)
    assert desk.session.story.scene("a").illustration is before and "not understood" in desk.notice.text()
    assert not desk.cards["a"].stage.by_hand.isVisible()


def test_a_scene_that_waits_for_its_picture_does_not_ask_for_illustrate(make_desk: MakeDesk, qtbot: Any) -> None:
    desk = make_desk(Story("s", scenes=(Scene("a", text="A fox in the forest."),)))
    stage = desk.cards["a"].stage
    desk.engine.delay = 0.1
    before = stage.grab().toImage()
    desk.pages.illustrate_all()
    assert stage.busy and stage.grab().toImage() != before
    idle(desk, qtbot)
    assert not stage.busy
