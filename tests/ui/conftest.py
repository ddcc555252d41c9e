"""A desk with a fake engine behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from storyapp.jobs.queue import JobQueue
from storyapp.story.describe import looks_from_description
from storyapp.story.model import Character, Illustration, Scene, Story
from storyapp.story.plan import Placement
from storyapp.story.request import Progress
from storyapp.story.store import StoryFile
from storyapp.ui.main_window import MainWindow
from storyapp.ui.preferences import PreferenceStore
from storyapp.ui.session import Session
from storyapp.ui.theme import apply_theme
from tests.fakes import FakeIllustrator


def look(description: str) -> tuple[str | None, dict[str, str]]:
    return looks_from_description(description, {"fox": "fox", "bear": "bear"}, ("red", "blue"), ("scarf",))


def two_scenes() -> Story:
    scenes = (Scene("a", "One", "A fox and a bear in the forest."), Scene("b", "Two", "Pip in the garden."))
    return Story("s", "Kite", scenes=scenes, characters=(Character("pip", "Pip", concept="fox"),))


MakeDesk = Callable[..., MainWindow]


@pytest.fixture
def make_desk(qtbot: Any, vocabulary: Any, styles: Any) -> Iterator[MakeDesk]:
    """Makes desks on a story or a session, with a fake engine behind them; they are closed at the end."""
    made: list[MainWindow] = []

    def export(story: Story, path: Path) -> Iterator[Progress[Path]]:
        path.write_text(story.title)
        yield Progress(1, 1, result=path)

    def make(given: Story | Session, preferences: PreferenceStore | None = None) -> MainWindow:
        session = given if isinstance(given, Session) else Session(given)
        engine = FakeIllustrator(vocabulary)
        window = MainWindow(session, JobQueue(), engine, vocabulary, styles, look, export, preferences)
        window.engine = engine  # type: ignore[attr-defined]
        made.append(window)
        qtbot.addWidget(window)
        window.resize(1280, 860)
        window.show()
        return window

    yield make
    for window in made:
        window.queue.shutdown()
        window.versions.stop()


@pytest.fixture
def desk(make_desk: MakeDesk) -> MainWindow:
    """A desk on two scenes and one character, without a file."""
    return make_desk(two_scenes())


@pytest.fixture
def filed(make_desk: MakeDesk, tmp_path: Path) -> Iterator[MainWindow]:
    """A desk on a story in a file."""
    file = StoryFile.create(tmp_path / "kite.story", two_scenes())
    window = make_desk(Session(file.story, file))
    yield window
    window.versions.stop()
    window.session.close()


@pytest.fixture
def dressed(qapp: QApplication) -> Iterator[QApplication]:
    """The program in its theme; plain again at the end."""
    apply_theme(qapp, dark=False)
    yield qapp
    qapp.setStyleSheet("")


def painted(desk: MainWindow, qtbot: Any, scene: str = "a") -> Any:
    qtbot.mouseClick(desk.cards[scene].illustrate, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: desk.session.story.scene(scene).illustration is not None and not desk.queue.jobs, timeout=8000
    )
    return desk.session.story.scene(scene).illustration


def idle(desk: MainWindow, qtbot: Any) -> None:
    """Wait until all work is done."""
    qtbot.waitUntil(lambda: not desk.queue.jobs, timeout=10_000)


def picture(desk: MainWindow, scene: str = "a") -> Illustration:
    found = desk.session.story.scene(scene).illustration
    assert found is not None
    return found


def place(desk: MainWindow, cel: str) -> Placement:
    found = picture(desk).placement(cel)
    assert found is not None
    return found
