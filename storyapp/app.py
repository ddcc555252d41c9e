"""Wires the desk: story file, worker, engine, window. It and the command line alone know both ui and engine."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QMessageBox

from storyapp import paths
from storyapp.jobs.queue import JobQueue
from storyapp.stage.styles import load_styles
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.describe import looks_from_description
from storyapp.story.errors import StoryAppError
from storyapp.story.model import Character, Scene, Story, Style, new_id
from storyapp.story.request import Progress
from storyapp.story.store import StoryFile
from storyapp.ui.home import Home, RecentStories
from storyapp.ui.main_window import MainWindow
from storyapp.ui.session import Session
from storyapp.ui.theme import apply_theme

if TYPE_CHECKING:
    from storyapp.engine.illustrator import StoryIllustrator


class LazyIllustrator:
    """The engine, imported on the worker thread with the first picture: the window must not wait for torch."""

    def __init__(self, vocabulary: Vocabulary, styles: Mapping[str, Style]) -> None:
        self._vocabulary, self._styles = vocabulary, styles
        self._engine: StoryIllustrator | None = None

    @property
    def engine(self) -> StoryIllustrator:
        """The real engine."""
        if self._engine is None:
            from storyapp.engine.illustrator import StoryIllustrator

            self._engine = StoryIllustrator(paths.model(), self._vocabulary, self._styles, cache=paths.cache())
        return self._engine

    def status(self) -> Any:
        """What is loaded; never imports anything."""
        from storyapp.story.request import EngineStatus

        return EngineStatus(loaded=False) if self._engine is None else self._engine.status()

    def __getattr__(self, name: str) -> Any:
        return getattr(self.engine, name)


def open_session(file: Path) -> Session:
    """The story of a file.

    Raises:
        StoryFileError: if it cannot be opened.
    """
    opened = StoryFile.open(file)
    return Session(opened.story, opened, unnamed=file.parent == untitled_folder())


def new_session(story: Story | None = None) -> Session:
    """A new story, kept in a file of the program's own from its first letter on.

    Raises:
        StoryFileError: if that cannot be written.
    """
    folder = untitled_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"untitled-{time.strftime('%Y%m%d-%H%M%S')}-{new_id()[:4]}.story"
    story = story or Story(new_id(), scenes=(Scene(new_id()),))
    return Session(story, StoryFile.create(path, story), unnamed=True)


def untitled_folder() -> Path:
    """Where stories are that were never saved under a name."""
    return paths.user_data() / "stories"


def make_window(session: Session) -> MainWindow:
    """The window on a session, with the bundled model behind it."""
    vocabulary = Vocabulary.load(paths.vocabulary())
    styles = load_styles(paths.resources() / "styles")
    illustrator = LazyIllustrator(vocabulary, styles)
    kinds = {word: name for word, (category, name) in vocabulary.words().items() if category == "kinds"}

    def look(description: str) -> tuple[str | None, dict[str, str]]:
        return looks_from_description(description, kinds, vocabulary.names("colours"), vocabulary.names("accessories"))

    def export(story: Story, path: Path) -> Iterator[Progress[Path]]:
        from storyapp.commands.books import to_pdf

        return to_pdf(story, illustrator.engine, path)

    return MainWindow(session, JobQueue(), illustrator, vocabulary, styles, look, export)  # type: ignore[arg-type]


class Desk:
    """The open windows: the first page, and one window a story."""

    def __init__(self) -> None:
        self.recent = RecentStories(paths.user_data() / "recent.json")
        self.windows: list[MainWindow] = []
        self.home = Home(self.recent, sorted((paths.resources() / "stories").glob("*.md")))
        self.home.new_asked.connect(lambda: self._try(new_session))
        self.home.open_asked.connect(self.open)
        self.home.sample_asked.connect(self.read)

    def open(self, path: Path) -> None:
        """Open a .story file, or come back to its window."""
        for window in self.windows:
            file = window.session.file
            if file is not None and file.path.resolve() == path.resolve():
                window.raise_()
                window.activateWindow()
                return
        self._try(lambda: open_session(path))

    def read(self, path: Path) -> None:
        """Make a new story of a text or Markdown file."""
        from storyapp.commands.books import load

        self._try(lambda: new_session(load(path)))

    def _try(self, make: Callable[[], Session]) -> None:
        try:
            self.show(make())
        except StoryAppError as error:
            QMessageBox.warning(self.windows[-1] if self.windows else self.home, "storyapp", str(error))

    def show(self, session: Session) -> None:
        """Open a window on a story."""
        window = make_window(session)
        window.new_asked.connect(lambda: self._try(new_session))
        window.open_asked.connect(self.open)
        window.import_asked.connect(self.read)
        window.home_asked.connect(self.show_home)
        window.closed.connect(lambda: self._closed(window))
        self.windows.append(window)
        if session.file is not None:
            self.recent.add(session.file.path)
            if session.read_only:
                window.say(session.file.notice)
        self.home.hide()
        window.show()

    def show_home(self) -> None:
        """Show the first page."""
        self.home.refresh()
        self.home.show()
        self.home.raise_()

    def _closed(self, window: MainWindow) -> None:
        self.windows.remove(window)
        window.deleteLater()


def has_screen() -> bool:
    """Whether Qt can show a window here; without one it would abort the process."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))


def run_desk(file: Path | None) -> int:
    """Open the desk and stay until its last window is closed."""
    if not has_screen():
        print("There is no screen to show the desk on; start storyapp in a graphical session.", file=sys.stderr)
        return 1
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("storyapp")
    apply_theme(app)
    app.styleHints().colorSchemeChanged.connect(lambda: apply_theme(app))
    desk = Desk()
    if file is None:
        desk.show_home()
    else:
        try:
            desk.show(open_session(file))
        except StoryAppError as error:
            print(error, file=sys.stderr)
            return 1
    return app.exec()


def measure_desk(count: int, scenes: int = 300, words: int = 100_000) -> dict[str, Any]:
    """Milliseconds until a long story shows, until all of it is there, and of one typed key (p50, p95)."""
    if not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    app = QApplication.instance() or QApplication(sys.argv[:1])
    text = ("Pip the fox ran over the hill and the wind sang. " * (words // scenes // 11 + 1)).strip()
    cast = (Character(new_id(), "Pip", concept="fox"), Character(new_id(), "Nora", concept="woman"))
    story = Story(new_id(), "Bench", scenes=tuple(Scene(new_id(), f"Scene {i}", text) for i in range(scenes)))
    began = time.perf_counter()
    window = make_window(Session(replace(story, characters=cast)))
    window.show()
    app.processEvents()
    shown = time.perf_counter() - began
    while len(window.cards) < scenes:
        app.processEvents()
    filled = time.perf_counter() - began
    card, keys = window.cards[story.scenes[scenes // 2].id], []
    window.view.ensureWidgetVisible(card)
    for _ in range(count):
        began = time.perf_counter()
        card.words.insertPlainText("a")
        app.processEvents()
        keys.append(1000 * (time.perf_counter() - began))
    bar, steps = window.view.verticalScrollBar(), []
    for step in range(count):
        began = time.perf_counter()
        bar.setValue(bar.maximum() * step // count)
        app.processEvents()
        steps.append(1000 * (time.perf_counter() - began))
    window.close()
    return {
        "scenes": scenes,
        "words": sum(len(one.text.split()) for one in story.scenes),
        "window_ms": round(1000 * shown),
        "all_scenes_ms": round(1000 * filled),
        "key_p50_ms": _share(keys, 0.5),
        "key_p95_ms": _share(keys, 0.95),
        "scroll_p95_ms": _share(steps, 0.95),
        "scroll_max_ms": _share(steps, 1.0),
    }


def _share(values: list[float], share: float) -> float:
    return round(sorted(values)[min(len(values) - 1, int(share * len(values)))], 1)
