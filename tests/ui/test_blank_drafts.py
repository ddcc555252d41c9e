"""A story that was begun and left without a word is not kept; any other is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from storyapp.app import Desk, open_desk
from storyapp.story.model import Story
from storyapp.ui.first_page.opening import untitled_folder
from storyapp.ui.first_page.templates import templates
from storyapp.ui.main_window import MainWindow

pytestmark = pytest.mark.gui


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    desk = open_desk(qapp)
    desk.preferences.value = replace(desk.preferences.value, toured=True, spelling=False)
    yield desk
    for window in list(desk.windows):
        window.close()
    desk.home.close()
    qapp.setStyleSheet("")


def begun(program: Desk) -> MainWindow:
    program.new()
    return program.windows[-1]


def test_a_story_without_a_word_is_not_kept(program: Desk) -> None:
    begun(program).close()
    assert not list(untitled_folder().glob("**/*.story")) and program.recent.paths() == []


@pytest.mark.parametrize("what", ["word", "title", "taken back"])
def test_a_story_in_which_something_was_done_is_kept(program: Desk, qtbot: Any, what: str) -> None:
    window = begun(program)
    if what == "title":
        qtbot.keyClicks(window.column.title, "Kite")
    else:
        qtbot.keyClicks(window.cards[window.session.story.scenes[0].id].words, "A")
    if what == "taken back":
        window.undo()
    window.close()
    assert len(program.recent.paths()) == 1


def test_a_story_whose_words_are_in_an_earlier_version_is_kept(program: Desk, qtbot: Any) -> None:
    window = begun(program)
    qtbot.keyClicks(window.cards[window.session.story.scenes[0].id].words, "A")
    window.close()
    (path,) = program.recent.paths()
    for _ in range(2):  # emptied, and then opened and left once more
        program.open(path)
        window = program.windows[-1]
        window.session.apply("Empty", lambda story: story.map_scenes(lambda one: replace(one, text="")))
        window.close()
    assert program.recent.paths() == [path]


def test_a_plan_that_was_begun_with_is_kept(program: Desk) -> None:
    program.home.template_asked.emit(templates()[0])
    program.windows[-1].close()
    assert len(program.recent.paths()) == 1


def test_a_story_that_goes_on_in_another_language_is_not_deleted(program: Desk, qtbot: Any) -> None:
    window = begun(program)
    story: Story = window.session.story
    program.preferences.change(language="zh")
    qtbot.waitUntil(lambda: program.windows and program.windows[-1] is not window, timeout=8000)
    assert program.windows[-1].session.story is story and len(program.recent.paths()) == 1
    program.preferences.change(language="en")
