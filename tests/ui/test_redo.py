"""What a job brings does not take away what can be brought back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

from storyapp.ui.main_window import MainWindow

from .conftest import painted

pytestmark = pytest.mark.gui


def test_a_picture_that_arrives_after_undo_leaves_redo_and_is_there_after_it(desk: MainWindow, qtbot: Any) -> None:
    words = desk.cards["b"].words
    words.setFocus()
    qtbot.keyClicks(words, " It rained.")
    desk.undo()
    painted(desk, qtbot, "a")
    assert desk.session.redo_name == "Typing"
    desk.redo()
    story = desk.session.story
    assert story.scene("b").text.endswith(" It rained.")
    assert story.scene("a").illustration is not None
    desk.undo()
    desk.undo()
    assert desk.session.undo_name is None or desk.session.story.scene("a").illustration is None
    desk.redo()
    desk.redo()
    assert desk.session.story == story


def test_a_picture_of_a_scene_that_redo_deletes_does_no_harm(desk: MainWindow, qtbot: Any) -> None:
    desk.scenes.setCurrentRow(0)
    desk.steps.delete()
    desk.undo()
    painted(desk, qtbot, "a")
    desk.redo()
    assert [one.id for one in desk.session.story.scenes] == ["b"]
    desk.undo()
    assert desk.session.story.scene("a").illustration is not None


def test_a_step_of_ones_own_still_goes_another_way(desk: MainWindow, qtbot: Any) -> None:
    desk.session.apply("One", lambda story: replace(story, title="One"))
    desk.undo()
    qtbot.keyClick(desk.cards["b"].words, Qt.Key.Key_X)
    assert desk.session.redo_name is None
