"""The card of a scene: who is there, and what to do when the picture is older than its words."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QMenu

from storyapp.ui.main_window import MainWindow

from .conftest import idle, painted, picture
from .hands import LEFT

pytestmark = pytest.mark.gui


def choose(menu: QMenu, words: str) -> None:
    next(one for one in menu.actions() if one.text() == words).trigger()


def write(desk: MainWindow, qtbot: Any, scene: str, words: str) -> None:
    field = desk.view.card(scene).words
    field.selectAll()
    qtbot.keyClicks(field, words)


def test_everybody_of_a_scene_has_a_chip_and_is_taken_out_by_it(desk: MainWindow) -> None:
    chips = desk.cards["b"].cast
    assert [one.text() for one in chips.chips.values()] == ["Pip"]
    choose(chips.chips["pip"].menu(), "Is not in this scene")
    assert desk.session.story.scene("b").cast == ()
    assert not chips.chips
    choose(chips.add.menu(), "Pip")
    assert desk.session.story.scene("b").cast == ("pip",)
    choose(chips.add.menu(), "As the words say")
    assert desk.session.story.scene("b").cast is None
    for _ in range(3):
        assert desk.session.undo_name == "Choose cast"
        desk.undo_action.trigger()


def test_somebody_of_the_cast_who_is_not_named_is_added_and_painted(desk: MainWindow, qtbot: Any) -> None:
    assert not desk.cards["a"].cast.chips
    choose(desk.cards["a"].cast.add.menu(), "Pip")
    assert "pip" in {cel.who for cel in painted(desk, qtbot).plan.cels}


def test_a_pronoun_carries_the_cast_over_and_a_hand_overrules_it(desk: MainWindow, qtbot: Any) -> None:
    write(desk, qtbot, "a", "Pip ran.")
    write(desk, qtbot, "b", "Then he slept.")
    assert list(desk.cards["b"].cast.chips) == ["pip"]
    choose(desk.cards["a"].cast.chips["pip"].menu(), "Is not in this scene")
    assert not desk.cards["b"].cast.chips
    choose(desk.cards["b"].cast.add.menu(), "Pip")
    assert list(desk.cards["b"].cast.chips) == ["pip"]


def test_a_chip_tells_how_much_of_the_portrait_came_back_and_selects_the_figure(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot, "b")
    chip = desk.cards["b"].cast.chips["pip"]
    assert chip.text().startswith("Pip ") and chip.text().endswith("%")
    choose(chip.menu(), "Select in the picture")
    assert desk.cards["b"].stage.selected == "pip"
    assert desk.picture_panel.cel == "pip"


def test_an_old_picture_is_marked_and_refreshed_by_one_click(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    bar = desk.cards["a"].stale
    assert not bar.isVisible()
    write(desk, qtbot, "a", "A bear in the garden.")
    assert bar.isVisible() and not bar.all.isVisible()
    qtbot.mouseClick(bar.refresh, LEFT)
    assert desk.cards["a"].cancel.isVisible()
    idle(desk, qtbot)
    assert not bar.isVisible()
    assert picture(desk).plan.setting == "garden"


def test_one_click_refreshes_every_old_picture(desk: MainWindow, qtbot: Any) -> None:
    for scene in ("a", "b"):
        painted(desk, qtbot, scene)
    for scene in ("a", "b"):
        write(desk, qtbot, scene, "A bear in the garden.")
    bars = [desk.view.card(scene).stale for scene in ("a", "b")]
    assert [bar.all.text() for bar in bars] == ["Refresh all 2"] * 2
    qtbot.mouseClick(bars[0].all, LEFT)
    idle(desk, qtbot)
    assert not any(one.stale for one in desk.session.story.scenes)
    assert not any(bar.isVisible() for bar in bars)


def test_the_mark_goes_when_the_words_are_as_they_were(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    qtbot.keyClicks(desk.cards["a"].words, "x")
    assert desk.cards["a"].stale.isVisible()
    desk.undo_action.trigger()
    assert not desk.cards["a"].stale.isVisible()
