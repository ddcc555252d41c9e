"""Stories on the first page: all in sight, with pictures, and off the list when they are done with."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from storyapp import paths
from storyapp.story.loading import load_story
from storyapp.story.model import Scene, Story
from storyapp.story.store import StoryFile
from storyapp.ui.first_page.home import Home, RecentStories
from storyapp.ui.first_page.opening import sample_stories
from storyapp.ui.first_page.shelf import COVER, Shelf, plain_cover
from storyapp.ui.theme import apply_theme

from .hands import LEFT

pytestmark = pytest.mark.gui


def home_with(qtbot: Any, folder: Path, *names: str) -> Home:
    recent = RecentStories(folder / "recent.json")
    for name in names:
        (folder / f"{name}.story").touch()
        recent.add(folder / f"{name}.story")
    home = Home(recent, sorted((paths.resources() / "stories").glob("*.md")))
    qtbot.addWidget(home)
    home.show()
    return home


@pytest.mark.parametrize("width", [760, 1400])
def test_a_class_of_stories_stands_in_rows(dressed: QApplication, qtbot: Any, tmp_path: Path, width: int) -> None:
    home = home_with(qtbot, tmp_path, *(f"child-{number}" for number in range(25)))
    home.resize(width, 720)
    qtbot.wait(50)
    shelf = home.stories
    rects = [shelf.visualItemRect(shelf.item(row)) for row in range(25)]
    assert all(shelf.viewport().rect().contains(one) for one in rects)
    assert len({one.top() for one in rects}) == -(-25 // (shelf.viewport().width() // shelf.gridSize().width()))


def test_few_stories_take_one_row(dressed: QApplication, qtbot: Any, tmp_path: Path) -> None:
    home = home_with(qtbot, tmp_path, "kite")
    assert COVER.height() < home.stories.height() < 2 * COVER.height()


def test_a_click_opens_a_story_from_any_row(dressed: QApplication, qtbot: Any, tmp_path: Path) -> None:
    home = home_with(qtbot, tmp_path, *(f"child-{number}" for number in range(25)))
    qtbot.wait(50)
    place = home.stories.visualItemRect(home.stories.item(24)).center()
    with qtbot.waitSignal(home.open_asked) as asked:
        qtbot.mouseClick(home.stories.viewport(), LEFT, pos=place)
    assert asked.args == [tmp_path / "child-0.story"]


def test_a_story_leaves_the_list_and_stays_on_the_disk(qtbot: Any, tmp_path: Path) -> None:
    home = home_with(qtbot, tmp_path, "kite", "bear")
    next(one for one in home.stories.menu_of(tmp_path / "kite.story").actions() if "Remove" in one.text()).trigger()
    assert [home.stories.item(row).text() for row in range(home.stories.count())] == ["bear"]
    assert (tmp_path / "kite.story").exists() and home.recent.paths() == [tmp_path / "bear.story"]


def test_a_draft_and_a_sample_cannot_leave_it(qtbot: Any, tmp_path: Path) -> None:
    home = home_with(qtbot, tmp_path, "untitled-1")
    for shelf, path in ((home.stories, tmp_path / "untitled-1.story"), (home.samples, Path("sample.md"))):
        assert not any("Remove" in one.text() for one in shelf.menu_of(path).actions())


@pytest.mark.parametrize(
    ("language", "title"), [("en", "The Lighthouse Kite"), ("de", "The Lighthouse Kite"), ("zh", "小狐狸和红气球")]
)
def test_every_sample_shows_its_title_and_a_picture_of_its_story(
    qtbot: Any, tmp_path: Path, language: str, title: str
) -> None:
    samples = sample_stories(paths.resources() / "stories", language)
    home = Home(RecentStories(tmp_path / "recent.json"), samples)
    qtbot.addWidget(home)
    assert home.samples.count() == len(samples)
    with qtbot.waitSignals([home.sample_titles.told] * len(samples)):
        home.show()
    assert title in [home.samples.item(row).text() for row in range(len(samples))]
    for row, path in enumerate(samples):
        story = load_story(path)
        assert story.title == home.samples.item(row).text() and story.characters and story.author
        assert story.language == ("zh" if language == "zh" else "en")
        shown = home.samples.item(row).icon().pixmap(COVER).toImage()
        assert shown != plain_cover(path.stem).toImage()


def test_a_story_opens_with_enter(qtbot: Any) -> None:
    shelf = Shelf("Stories")
    qtbot.addWidget(shelf)
    shelf.add(Path("kite.story"), "Kite")
    shelf.show()
    shelf.setCurrentRow(0)
    with qtbot.waitSignal(shelf.chosen):
        qtbot.keyClick(shelf, Qt.Key.Key_Return)


@pytest.mark.parametrize("scale", [100, 150])
def test_a_long_title_is_cut_with_an_ellipsis_and_whole_in_its_tooltip(
    qapp: QApplication, qtbot: Any, tmp_path: Path, scale: int
) -> None:
    apply_theme(qapp, dark=False, scale=scale)
    home = home_with(qtbot, tmp_path, "kite")
    path, title = tmp_path / "kite.story", "The adventures of child number seven and of the dog that was called Bello"
    home.stories.name(path, title)
    item = home.stories.item(0)
    assert item.text().endswith("…") and title.startswith(item.text().replace("\n", " ")[:-1].rstrip())
    assert item.toolTip() == f"{title}\n{path}"
    home.stories.name(path, "Kite")
    assert item.text() == "Kite"
    qapp.setStyleSheet("")


def test_the_shelf_says_whose_a_story_is_and_of_when(dressed: QApplication, qtbot: Any, tmp_path: Path) -> None:
    recent = RecentStories(tmp_path / "recent.json")
    for author in ("Ada", "Ben", ""):
        path = tmp_path / f"kite-{author}.story"
        StoryFile.create(path, Story("s", "My story" if author else "", author, scenes=(Scene("a"),))).close()
        os.utime(path, (0, 86_400 * 365))
        recent.add(path)
    home = Home(recent, [])
    qtbot.addWidget(home)
    home.show()
    day = QLocale().toString(date(1971, 1, 1), QLocale.FormatType.ShortFormat)  # type: ignore[call-overload]
    qtbot.waitUntil(lambda: all(day in home.stories.item(row).toolTip() for row in range(3)), timeout=8000)
    told = [home.stories.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert told == [f"kite-, {day}", f"My story, Ben, {day}", f"My story, Ada, {day}"]
    before = home.stories.grab().toImage()
    home.stories.name(tmp_path / "kite-Ada.story", "My story", "Eve", day)
    assert home.stories.grab().toImage() != before  # it is seen, not only said
