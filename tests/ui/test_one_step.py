"""What one click asks of many jobs is one step."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from storyapp.story.model import Story
from storyapp.ui.main_window import MainWindow

from .conftest import idle, painted

pytestmark = pytest.mark.gui


def pictured(story: Story) -> list[str]:
    return [one.id for one in story.scenes if one.illustration is not None]


def test_illustrate_all_is_one_step_with_the_portraits_it_painted(desk: MainWindow, qtbot: Any) -> None:
    desk.pages.illustrate_all()
    idle(desk, qtbot)
    after = desk.session.story
    assert pictured(after) == ["a", "b"] and after.character("pip").portrait is not None
    desk.undo()
    assert desk.session.undo_name is None
    assert pictured(desk.session.story) == [] and desk.session.story.character("pip").portrait is None
    desk.redo()
    assert desk.session.story == after


def test_what_is_typed_meanwhile_is_a_step_of_its_own_over_all_the_pictures(desk: MainWindow, qtbot: Any) -> None:
    desk.engine.delay = 0.1  # type: ignore[attr-defined]
    desk.pages.illustrate_all()
    qtbot.waitUntil(lambda: pictured(desk.session.story) == ["a"], timeout=8000)
    desk.session.apply("Title", lambda story: replace(story, title="Another"))
    idle(desk, qtbot)
    assert desk.session.undo_name == "Title"
    desk.undo()
    assert pictured(desk.session.story) == ["a", "b"] and desk.session.story.title == "Kite"
    desk.undo()
    assert pictured(desk.session.story) == [] and desk.session.undo_name is None


def test_pictures_that_arrive_after_their_step_was_taken_back_are_there_and_again_one_step(
    desk: MainWindow, qtbot: Any
) -> None:
    desk.engine.delay = 0.1  # type: ignore[attr-defined]
    desk.pages.illustrate_all()
    qtbot.waitUntil(lambda: pictured(desk.session.story) == ["a"], timeout=8000)
    desk.undo()
    idle(desk, qtbot)
    assert pictured(desk.session.story) == ["b"]
    desk.redo()
    assert pictured(desk.session.story) == ["a", "b"]


def test_two_pictures_asked_for_one_after_the_other_share_one_portrait(desk: MainWindow, qtbot: Any) -> None:
    desk.pictures.illustrate(["a"])
    desk.pictures.illustrate(["b"])
    idle(desk, qtbot)
    pip = desk.session.story.character("pip")
    assert pictured(desk.session.story) == ["a", "b"] and len(pip.portraits) == 1
    desk.work.paint_portrait("pip")  # who asks for another one gets it
    idle(desk, qtbot)
    assert len(desk.session.story.character("pip").portraits) == 2


def test_two_clicks_are_two_steps(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot, "a")
    painted(desk, qtbot, "b")
    desk.undo()
    assert pictured(desk.session.story) == ["a"]
    desk.undo()
    assert pictured(desk.session.story) == []


def test_somebody_painted_again_in_many_pictures_is_one_step(desk: MainWindow, qtbot: Any) -> None:
    desk.session.apply(
        "Write",
        lambda story: story.map_scenes(lambda one: replace(one, text="Pip the fox sat in the garden.")),
    )
    desk.pages.illustrate_all()
    idle(desk, qtbot)
    desk.work.paint_portrait("pip")
    idle(desk, qtbot)
    before = desk.session.story
    desk.pictures.renew("pip")
    idle(desk, qtbot)
    assert all(one is not two for one, two in zip(before.scenes, desk.session.story.scenes, strict=True))
    desk.undo()
    assert desk.session.story == before


def test_a_place_that_is_locked_and_painted_for_it_is_one_step(desk: MainWindow, qtbot: Any) -> None:
    desk.pages.illustrate_all()
    idle(desk, qtbot)
    before = desk.session.story
    desk.pictures.steps.lock_place("b", "a")
    idle(desk, qtbot)
    assert desk.session.undo_name == "Lock place" and desk.session.story.scene("b") != before.scene("b")
    desk.undo()
    assert desk.session.story == before
