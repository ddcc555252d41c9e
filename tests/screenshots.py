"""Renders every part of the program to be looked at: `python -m tests.screenshots FOLDER [--fake] [--scenes 8]`.

Three sizes, light and dark, in English, Chinese and Arabic (from right to left), with pictures by the bundled model;
`--fake` paints them by the illustrator of the tests, in a moment.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from storyapp import paths
from storyapp.app import dress
from storyapp.jobs.queue import JobQueue
from storyapp.stage.looks import looks_reader
from storyapp.stage.styles import load_styles
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.book import illustrate_story
from storyapp.story.markdown import story_from_markdown
from storyapp.story.model import Story
from storyapp.story.plan import BACKDROP
from storyapp.story.request import Progress
from storyapp.ui.first_page.home import Home, RecentStories
from storyapp.ui.first_page.import_preview import ImportPreview
from storyapp.ui.first_page.opening import sample_stories
from storyapp.ui.languages import Translations
from storyapp.ui.main_window import MainWindow
from storyapp.ui.preferences import Preferences, PreferenceStore
from storyapp.ui.session import Session
from storyapp.ui.theme import load_fonts
from tests.fakes import FakeIllustrator

SIZES = ((1024, 700), (1280, 860), (1680, 1050))
SAMPLE = paths.resources() / "stories" / "the-lighthouse-kite.md"
STORIES = {
    "zh": "# 月亮面包房\n\n## 第一夜\n\n小狐狸和熊在森林里烤面包。\n月亮很圆,星星也来了。\n\n## 第二天\n\n他们把面包送到海边。\n",
    "ar": "# مخبز القمر\n\n## الليلة الأولى\n\nخبز الثعلب الصغير والدب الخبز في الغابة.\n\n## اليوم الثاني\n\nحملا الخبز إلى الشاطئ.\n",
}


class Camera:
    """Makes windows and takes their pictures."""

    def __init__(self, app: QApplication, folder: Path, illustrator: Any, vocabulary: Vocabulary) -> None:
        self.app, self.folder, self.illustrator, self.vocabulary = app, folder, illustrator, vocabulary
        self.styles = load_styles(paths.resources() / "styles")

    def window(self, story: Story, preferences: Preferences) -> MainWindow:
        """A window as the program makes it."""

        def export(story: Story, path: Path) -> Iterator[Progress[Path]]:
            yield Progress(1, 1, result=path)

        store = PreferenceStore()
        store.value = preferences
        return MainWindow(
            Session(story),
            JobQueue(),
            self.illustrator,
            self.vocabulary,
            self.styles,
            looks_reader(self.vocabulary),
            export,
            store,
        )

    def rest(self, window: MainWindow | None = None, seconds: float = 0.6) -> None:
        """Let windows finish what they do."""
        until = time.monotonic() + seconds
        while time.monotonic() < until or (window is not None and window.queue.jobs):
            self.app.processEvents()
            time.sleep(0.005)

    def take(self, widget: QWidget, name: str) -> None:
        """One picture."""
        widget.grab().save(str(self.folder / f"{name}.png"))

    def desk(self, story: Story, name: str, preferences: Preferences) -> None:
        """Every tab at the middle size, the first one at all sizes."""
        window = self.window(story, preferences)
        for tab in range(window.tabs.count()):
            for width, height in SIZES if tab == 0 else SIZES[1:2]:
                window.resize(width, height)
                window.show()
                window.tabs.setCurrentIndex(tab)
                self.rest(window)
                card = window.cards[story.scenes[0].id]
                if tab == 2 and card.stage.illustration is not None and card.stage.illustration.plan.cels:
                    window.picture_panel.select(card.stage.illustration.plan.cels[0].id)
                window.view.verticalScrollBar().setValue(0 if width == SIZES[0][0] else 230)
                self.rest(window, 0.4)
                self.take(window, f"desk-{name}-tab{tab}-{width}")
        window.resize(*SIZES[0])
        self.others(window, name)
        self.studio(window, story, name)
        window.close()

    def studio(self, window: MainWindow, story: Story, name: str) -> None:
        """The large picture at all sizes with a region marked, an old picture, and the dialogs of the studio."""
        scene = next((one for one in story.scenes if one.illustration and one.illustration.plan.cels), None)
        if scene is None or scene.illustration is None:
            return
        window.pages.open(scene.id)
        view, tools = window.picture_editor.view, window.picture_editor.tools
        for width, height in SIZES:
            window.resize(width, height)
            self.rest(window)
            self.take(window, f"editor-{name}-{width}")
        tools.region.trigger()
        centre = view.point_of(0.5, 0.6).toPoint()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=centre)
        self.rest(window, 0.2)
        self.take(window, f"editor-region-{name}")
        window.pages.close_picture()
        dialogs: dict[str, QWidget] = {"style-compare": window.style_panel.comparison(), "book": window.dialogs.book()}
        if story.characters:
            dialogs["recast"] = window.pages.recast(story.characters[0].id)
        variant = scene.illustration.shown(BACKDROP)
        if variant is not None:
            window.picture_panel.show_scene(scene.id)
            dialogs["compare"] = window.picture_panel.comparison(variant.id)
        for what, dialog in dialogs.items():
            dialog.show()
            self.rest(window)
            self.take(dialog, f"{what}-{name}")
            dialog.close()
        window.session.apply("", lambda now: now.with_scene(replace(now.scene(scene.id), text=f"{scene.text} More.")))
        window.tabs.setCurrentIndex(0)
        window.view.reveal(scene.id)
        self.rest(window, 0.3)
        self.take(window, f"stale-{name}")

    def others(self, window: MainWindow, name: str) -> None:
        """Find bar, only the words, tour, help, about."""
        window.find_bar.open()
        self.rest(window, 0.2)
        self.take(window, f"find-{name}")
        window.find_bar.hide()
        tour = window.dialogs.tour()
        self.rest(window, 0.2)
        self.take(window, f"tour-{name}")
        tour.end()
        for dialog, what in ((window.dialogs.help(), "help"), (window.dialogs.about(), "about")):
            self.rest(window, 0.2)
            self.take(dialog, f"{what}-{name}")
            dialog.close()
        window.actions_.calm.trigger()
        self.rest(window, 0.3)
        self.take(window, f"calm-{name}")
        window.arrangement.leave_calm()

    def home(self, name: str, recent: RecentStories, covers: Path) -> None:
        """The first page with and without stories."""
        samples = sample_stories(paths.resources() / "stories", name.partition("-")[0])
        for what, shelf in (("", recent), ("-empty", RecentStories(covers / "none.json"))):
            home = Home(shelf, samples, covers)
            home.show()
            self.rest(seconds=0.2)
            self.take(home, f"home{what}-{name}")
            home.close()

    def preview(self, name: str) -> None:
        """What a text would become."""
        dialog = ImportPreview(SAMPLE.read_text(encoding="utf-8"))
        dialog.show()
        self.rest(seconds=0.2)
        self.take(dialog, f"import-{name}")
        dialog.close()


def story_with_pictures(text: str, scenes: int, illustrator: Any, look: Any) -> Story:
    """The first scenes of a story, illustrated."""
    story = story_from_markdown(text)
    story = replace(story, scenes=story.scenes[:scenes])
    *_, last = illustrate_story(story, illustrator, look)
    assert last.result is not None
    return last.result


def main() -> None:
    """Write the pictures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--fake", action="store_true")
    parser.add_argument("--scenes", type=int, default=8)
    parser.add_argument("--languages", default="en,zh,ar")
    parser.add_argument("--themes", default="light,dark")
    parser.add_argument("--scale", type=int, default=100)
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication([])
    load_fonts(paths.resources() / "fonts")
    vocabulary = Vocabulary.load(paths.vocabulary())
    if given.fake:
        illustrator: Any = FakeIllustrator(vocabulary)
    else:
        from storyapp.commands.common import make_illustrator

        illustrator = make_illustrator()
    camera = Camera(app, given.folder, illustrator, vocabulary)
    translations = Translations(paths.resources() / "translations")
    for language in given.languages.split(","):
        text = STORIES.get(language) or SAMPLE.read_text(encoding="utf-8")
        story = story_with_pictures(text, given.scenes, illustrator, looks_reader(vocabulary))
        translations.use(app, language)
        for theme in given.themes.split(","):
            preferences = Preferences(language, theme, given.scale, toured=True)
            dress(app, preferences)
            name = f"{language}-{theme}" + (f"-{given.scale}" if given.scale != 100 else "")
            camera.desk(story, name, preferences)
            camera.preview(name)
            with tempfile.TemporaryDirectory() as scratch:
                shelf = RecentStories(Path(scratch) / "recent.json")
                for title in ("the-kite-of-pip", "untitled-1", "a-very-long-title-of-a-story-about-a-bear"):
                    (Path(scratch) / f"{title}.story").touch()
                    shelf.add(Path(scratch) / f"{title}.story")
                camera.home(name, shelf, Path(scratch))


if __name__ == "__main__":
    main()
