"""What a job brings does not take away what can be brought back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt

from storyapp.ui.main_window import MainWindow

from .conftest import idle, painted

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
    assert desk.session.story.scene("a").illustration is None
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


def test_the_picture_of_a_scene_that_was_deleted_meanwhile_comes_back_with_it(desk: MainWindow, qtbot: Any) -> None:
    desk.engine.delay = 0.2  # type: ignore[attr-defined]
    desk.scenes.setCurrentRow(0)
    desk.pages.illustrate_scene()
    qtbot.waitUntil(lambda: bool(desk.engine.requests))  # type: ignore[attr-defined]
    desk.steps.delete()
    idle(desk, qtbot)
    assert desk.session.undo_name == "Delete scene"
    desk.undo()
    assert desk.session.story.scene("a").illustration is not None


def test_the_picture_of_a_scene_whose_making_was_undone_comes_back_with_it(desk: MainWindow, qtbot: Any) -> None:
    desk.engine.delay = 0.2  # type: ignore[attr-defined]
    desk.steps.add()
    new = str(desk.current_scene())
    qtbot.keyClicks(desk.focusWidget(), "A fox sat.")
    desk.pages.illustrate_scene()
    qtbot.waitUntil(lambda: bool(desk.engine.requests))  # type: ignore[attr-defined]
    while desk.session.undo_name:
        desk.undo()
    idle(desk, qtbot)
    while desk.session.redo_name:
        desk.redo()
    assert desk.session.story.scene(new).illustration is not None


def test_own_words_for_somebody_whom_redo_would_not_have(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot, "a")
    steps = desk.pictures.steps
    new = steps.add("a", "thing", "kite")
    idle(desk, qtbot)
    steps.remove("a", new)
    desk.undo()
    desk.undo()
    desk.redo()  # there is the kite, and it would be removed by the next one
    before = desk.session.story.scene("a").illustration
    steps.redo("a", new, "a blue kite")
    idle(desk, qtbot)
    after = desk.session.story.scene("a").illustration
    assert before is not None and after is not None and after.chosen[new] != before.chosen[new]
    desk.redo()
    after = desk.session.story.scene("a").illustration
    assert after is not None and all(one.id != new for one in after.plan.cels)


def test_a_thing_that_is_taken_away_while_it_is_painted_again(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot, "a")
    steps = desk.pictures.steps
    new = steps.add("a", "thing", "kite")
    idle(desk, qtbot)
    desk.engine.delay = 0.2  # type: ignore[attr-defined]
    steps.redo("a", new, "a blue kite")
    qtbot.wait(50)
    desk.undo()
    idle(desk, qtbot)
    assert not desk.view.window().notice.isVisible()  # type: ignore[attr-defined]
    desk.redo()
    picture = desk.session.story.scene("a").illustration
    assert picture is not None and len(picture.offered(new)) == 2


def test_a_scene_that_is_deleted_while_it_waits_is_not_painted_and_nothing_is_told(
    desk: MainWindow, qtbot: Any
) -> None:
    desk.engine.delay = 0.2  # type: ignore[attr-defined]
    desk.pages.illustrate_all()
    desk.scenes.setCurrentRow(1)
    desk.steps.delete()
    idle(desk, qtbot)
    assert desk.session.story.scene("a").illustration is not None
    assert desk.notice.isHidden() and len(desk.engine.requests) == 1  # type: ignore[attr-defined]


def test_a_portrait_of_somebody_who_is_taken_out_while_it_waits(desk: MainWindow, qtbot: Any) -> None:
    desk.engine.delay = 0.2  # type: ignore[attr-defined]
    desk.pages.illustrate_all()
    desk.work.paint_portrait("pip")
    desk.session.apply("Take out", lambda story: replace(story, characters=()))
    idle(desk, qtbot)
    assert desk.notice.isHidden() and not desk.session.story.characters
