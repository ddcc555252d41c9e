"""What a screen reader says of what is only to be seen: notices, a picture that is there, and where one is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtGui import QAccessible

from storyapp.ui.main_window import MainWindow

from .conftest import painted

pytestmark = pytest.mark.gui


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", lambda event: found.append(event.message()))
    return found


def test_a_notice_is_said(desk: MainWindow, said: list[str]) -> None:
    desk.say("Something happened.")
    assert said == [desk.notice.text()] == ["Something happened."]


def test_what_lasts_is_said_once_and_its_end_is_not(desk: MainWindow, said: list[str]) -> None:
    desk.notice.keep("It is not saved.")
    desk.notice.keep("It is not saved.")
    desk.notice.keep("")
    assert said == ["It is not saved."]


def test_a_picture_that_was_waited_for_is_told(desk: MainWindow, qtbot: Any, said: list[str]) -> None:
    painted(desk, qtbot, "a")
    qtbot.waitUntil(lambda: bool(said), timeout=8000)
    assert said == [desk.cards["a"].stage.accessibleDescription()] and "fox" in said[0]


def test_a_picture_of_another_scene_does_not_disturb(desk: MainWindow, qtbot: Any, said: list[str]) -> None:
    desk.chosen.go_to("b")
    painted(desk, qtbot, "a")
    qtbot.wait(100)
    assert said == []


def test_a_field_says_of_which_scene_it_is(desk: MainWindow) -> None:
    def told(key: str) -> str:
        return desk.cards[key].words.accessibleDescription()

    assert (told("a"), told("b")) == ("Scene 1 of 2", "Scene 2 of 2")
    desk.session.apply("Turn", lambda story: replace(story, scenes=story.scenes[::-1]))
    assert (told("a"), told("b")) == ("Scene 2 of 2", "Scene 1 of 2")
    assert desk.cards["a"].illustrate.accessibleDescription() == "Scene 2 of 2"
