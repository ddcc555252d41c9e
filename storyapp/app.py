"""Wires the desk: story file, worker, engine, window. It and the command line alone know both ui and engine."""

from __future__ import annotations

import functools
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from storyapp import paths
from storyapp.export.making import make_book
from storyapp.export.stored import composer
from storyapp.jobs.queue import JobQueue
from storyapp.lazy_engine import LazyIllustrator
from storyapp.stage.looks import looks_reader
from storyapp.stage.styles import load_styles
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.backups import FOLDER, newest_good
from storyapp.story.errors import DamagedStoryError, NotAStoryError, StoryAppError
from storyapp.story.loading import load_story
from storyapp.story.model import Scene, Story, new_id
from storyapp.story.request import Progress
from storyapp.story.text_files import read_text
from storyapp.ui.first_page.home import Home, RecentStories
from storyapp.ui.first_page.import_preview import ImportPreview
from storyapp.ui.first_page.opening import (
    discard_blank,
    new_session,
    open_session,
    restored,
    sample_stories,
    untitled_folder,
)
from storyapp.ui.languages import Translations
from storyapp.ui.main_window import MainWindow
from storyapp.ui.preferences import Preferences, PreferenceStore
from storyapp.ui.session import Session
from storyapp.ui.theme import apply_theme, load_fonts
from storyapp.ui.words import sentence


def make_engine() -> LazyIllustrator:
    """The engine of the bundled model, for all windows; nothing of it is loaded yet."""
    return LazyIllustrator(_vocabulary(paths.vocabulary()), _styles(paths.resources() / "styles"))


def make_window(
    session: Session, illustrator: LazyIllustrator, preferences: PreferenceStore | None = None
) -> MainWindow:
    """The window on a session, with an engine behind it."""
    vocabulary, styles = _vocabulary(paths.vocabulary()), _styles(paths.resources() / "styles")
    compose = composer(lambda variant: illustrator.picture_of(variant), vocabulary, styles)

    def export(story: Story, path: Path) -> Iterator[Progress[Path]]:
        return make_book(story, path, paths.resources(), compose)

    return MainWindow(
        session,
        JobQueue(),
        illustrator,  # type: ignore[arg-type]
        vocabulary,
        styles,
        looks_reader(vocabulary),
        export,
        preferences,
        paths.cache(),
    )


# Read once for all windows.
_vocabulary = functools.cache(Vocabulary.load)
_styles = functools.cache(load_styles)


class Desk:
    """The open windows: the first page, and one window a story."""

    def __init__(self, app: QApplication, preferences: PreferenceStore, translations: Translations) -> None:
        self.app, self.preferences, self.translations = app, preferences, translations
        self.recent = RecentStories(paths.user_data() / "recent.json")
        self.windows: list[MainWindow] = []
        self.illustrator = make_engine()
        self._chosen = preferences.value
        self.home = self._make_home()
        preferences.changed.connect(self._take_preferences)

    def _make_home(self) -> Home:
        samples = sample_stories(paths.resources() / "stories", self.translations.language)
        home = Home(self.recent, samples, paths.cache() / "covers")
        home.new_asked.connect(self.new)
        home.template_asked.connect(lambda template: self._try(lambda: new_session(template.make())))
        home.open_asked.connect(self.open)
        home.import_asked.connect(self.read)
        home.sample_asked.connect(self.sample)
        return home

    def new(self) -> None:
        """Begin a story in the language of the program."""
        language = self.translations.language
        self._try(lambda: new_session(Story(new_id(), language=language, scenes=(Scene(new_id()),))))

    def open(self, path: Path) -> None:
        """Open a .story file, or come back to its window."""
        for window in self.windows:
            file = window.session.file
            if file is not None and file.path.resolve() == path.resolve():
                window.raise_()
                window.activateWindow()
                return
        try:
            self.show(open_session(path))
        except (DamagedStoryError, NotAStoryError) as error:
            self._offer_backup(path, error)
        except StoryAppError as error:
            self._warn(error)

    def _offer_backup(self, path: Path, error: StoryAppError) -> None:
        """A story that cannot be read has its newest good version put in its place, if that is wanted."""
        backup = newest_good(path.parent / FOLDER, path)
        if backup is None:
            self._warn(error)
            return
        words = QCoreApplication.translate(
            "Desk", "Put this earlier version in its place? The damaged file is kept beside it."
        )
        answer = QMessageBox.question(self._front(), "storyapp", f"{sentence(str(error))}\n\n{words}")
        if answer == QMessageBox.StandardButton.Yes:
            self._try(lambda: restored(backup, path))

    def sample(self, path: Path) -> None:
        """Make a story of one of the samples."""
        self._try(lambda: new_session(load_story(path)))

    def read(self, path: Path) -> None:
        """Show what a text or Markdown file would become, and make it a story if that is wanted."""
        preview = ImportPreview(lambda: read_text(path), self._front())
        if preview.exec() and preview.story is not None:
            story = preview.story
            self._try(lambda: new_session(story if story.title else replace(story, title=path.stem)))

    def _front(self) -> QWidget:
        active = self.app.activeWindow()
        return active or (self.windows[-1] if self.windows else self.home)

    def _warn(self, error: StoryAppError) -> None:
        QMessageBox.warning(self._front(), "storyapp", sentence(str(error)))

    def _try(self, make: Callable[[], Session]) -> None:
        try:
            self.show(make())
        except StoryAppError as error:
            self._warn(error)

    def show(self, session: Session) -> MainWindow:
        """Open a window on a story."""
        window = make_window(session, self.illustrator, self.preferences)
        window.new_asked.connect(self.new)
        window.open_asked.connect(self.open)
        window.import_asked.connect(self.read)
        window.home_asked.connect(self.show_home)
        window.quit_asked.connect(self.app.closeAllWindows)
        window.moved.connect(self._moved)
        window.closed.connect(lambda: self._closed(window))
        self.windows.append(window)
        if session.file is not None:
            self.recent.add(session.file.path)
            if session.read_only:
                window.say(session.file.notice)
        self.home.hide()
        window.show()
        if not self.preferences.value.toured:
            QTimer.singleShot(0, window, window.dialogs.tour)
        return window

    def show_home(self) -> None:
        """Show the first page."""
        self.home.refresh()
        self.home.show()
        self.home.raise_()

    def _moved(self, before: Path | None, path: Path) -> None:
        """A story goes on under another name: a draft without one is not shown beside it any more."""
        self.recent.add(path)
        if before is not None and before.parent == untitled_folder():
            self.recent.drop(before)
        if self.home.isVisible():
            self.home.refresh()

    def _closed(self, window: MainWindow) -> None:
        if window in self.windows:
            self.windows.remove(window)
        if not window.handed_over and (blank := discard_blank(window.session)) is not None:
            self.recent.drop(blank)
        window.deleteLater()

    def _take_preferences(self, value: Preferences) -> None:
        before, self._chosen = self._chosen, value
        if (before.theme, before.scale) != (value.theme, value.scale):
            dress(self.app, value)
        if before.language != value.language:
            self.translations.use(self.app, value.language)
            for window in list(self.windows):
                self._make_again(window)
        if (before.language, before.scale) != (value.language, value.scale):
            shown, old = self.home.isVisible(), self.home
            self.home = self._make_home()
            if shown:
                self.home.show()
            old.hide()
            old.deleteLater()

    def _make_again(self, window: MainWindow) -> None:
        """The same story in a window of another language; what is being painted is painted first."""
        if window.queue.jobs:
            translate = QCoreApplication.translate
            window.say(translate("MainWindow", "The language changes as soon as the pictures in work are done."))
            QTimer.singleShot(500, window, lambda: self._make_again(window))
            return
        geometry, scene = window.geometry(), window.current_scene()
        session = window.hand_over()
        again = self.show(session)
        again.setGeometry(geometry)
        again.scenes.choose(scene)


def dress(app: QApplication, value: Preferences) -> None:
    """Theme and size of type as they were chosen."""
    apply_theme(app, None if value.theme == "system" else value.theme == "dark", value.scale)


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
    desk = open_desk(app)
    if file is None:
        desk.show_home()
    else:
        try:
            desk.show(open_session(file))
        except StoryAppError as error:
            print(error, file=sys.stderr)
            return 1
    return app.exec()


def open_desk(app: QApplication) -> Desk:
    """Fonts, theme, language, and the desk; nothing is shown yet."""
    app.setApplicationName("storyapp")
    preferences = PreferenceStore(paths.user_data() / "preferences.json", app)
    load_fonts(paths.resources() / "fonts")
    translations = Translations(paths.resources() / "translations")
    translations.use(app, preferences.value.language)
    dress(app, preferences.value)
    app.styleHints().colorSchemeChanged.connect(lambda: dress(app, preferences.value))
    return Desk(app, preferences, translations)
