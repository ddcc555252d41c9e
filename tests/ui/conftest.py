"""A desk with a fake engine behind it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from storyapp.jobs.queue import JobQueue
from storyapp.story.describe import looks_from_description
from storyapp.story.model import Character, Scene, Story
from storyapp.story.request import Progress
from storyapp.ui.main_window import MainWindow
from storyapp.ui.session import Session
from tests.fakes import FakeIllustrator


def look(description: str) -> tuple[str | None, dict[str, str]]:
    return looks_from_description(description, {"fox": "fox", "bear": "bear"}, ("red", "blue"), ("scarf",))


def two_scenes() -> Story:
    scenes = (Scene("a", "One", "A fox and a bear in the forest."), Scene("b", "Two", "Pip in the garden."))
    return Story("s", "Kite", scenes=scenes, characters=(Character("pip", "Pip", concept="fox"),))


@pytest.fixture
def desk(qtbot: Any, vocabulary: Any, styles: Any) -> Iterator[MainWindow]:
    engine = FakeIllustrator(vocabulary)

    def export(story: Story, path: Path) -> Iterator[Progress[Path]]:
        path.write_text(story.title)
        yield Progress(1, 1, result=path)

    window = MainWindow(Session(two_scenes()), JobQueue(), engine, vocabulary, styles, look, export)
    window.engine = engine  # type: ignore[attr-defined]
    qtbot.addWidget(window)
    window.resize(1280, 860)
    window.show()
    yield window
    window.queue.shutdown()


def painted(desk: MainWindow, qtbot: Any, scene: str = "a") -> Any:
    qtbot.mouseClick(desk.cards[scene].illustrate, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: desk.session.story.scene(scene).illustration is not None and not desk.queue.jobs, timeout=8000
    )
    return desk.session.story.scene(scene).illustration
