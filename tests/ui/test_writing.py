"""Finding, splitting, merging, choosing the cast, files and the first page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from storyapp.story.model import Scene, Story
from storyapp.story.store import StoryFile
from storyapp.ui.first_page.home import Home, RecentStories
from storyapp.ui.main_window import MainWindow
from storyapp.ui.widgets.fields import characters, units

from .conftest import painted

pytestmark = pytest.mark.gui


def test_find_selects_hit_after_hit_and_goes_around(desk: MainWindow, qtbot: Any) -> None:
    desk.find_bar.open()
    qtbot.keyClicks(desk.find_bar.words, "the")
    assert desk.find_bar.told.text() == "2 found"
    for scene in ("a", "b", "a"):
        qtbot.keyClick(desk.find_bar.words, Qt.Key.Key_Return)
        cursor = desk.cards[scene].words.textCursor()
        assert cursor.selectedText() == "the"


def test_replace_all_is_one_step(desk: MainWindow, qtbot: Any) -> None:
    desk.find_bar.open()
    desk.find_bar.words.setText("the")
    desk.find_bar.by.setText("a dark")
    qtbot.mouseClick(desk.find_bar.replace_all, Qt.MouseButton.LeftButton)
    assert [one.text for one in desk.session.story.scenes] == [
        "A fox and a bear in a dark forest.",
        "Pip in a dark garden.",
    ]
    desk.undo_action.trigger()
    assert desk.session.story.scene("b").text == "Pip in the garden."


def test_escape_closes_the_find_bar(desk: MainWindow, qtbot: Any) -> None:
    desk.find_bar.open()
    qtbot.keyClick(desk.find_bar.words, Qt.Key.Key_Escape)
    assert not desk.find_bar.isVisible()


def test_a_scene_is_split_at_the_cursor_behind_an_emoji_and_merged_again(desk: MainWindow, qtbot: Any) -> None:
    desk.scenes.setCurrentRow(0)
    words = desk.cards["a"].words
    words.setPlainText("A fox 🦊 ran. A bear slept.")
    cursor = words.textCursor()
    cursor.setPosition(units(words.toPlainText(), len("A fox 🦊 ran.")))
    words.setTextCursor(cursor)
    desk.steps.split()
    assert [one.text for one in desk.session.story.scenes][:2] == ["A fox 🦊 ran.", "A bear slept."]
    desk.scenes.setCurrentRow(0)
    desk.steps.merge()
    assert desk.session.story.scene("a").text == "A fox 🦊 ran.\n\nA bear slept."
    assert len(desk.session.story.scenes) == 2


def test_qt_counts_and_characters_agree() -> None:
    text = "a🦊b"
    assert [units(text, index) for index in range(4)] == [0, 1, 3, 4]
    assert [characters(text, units(text, index)) for index in range(4)] == [0, 1, 2, 3]


def test_only_the_words_hides_everything_else(desk: MainWindow) -> None:
    desk.actions_.calm.trigger()
    assert not desk.scenes.isVisible()
    assert not desk.tabs.isVisible()
    desk.actions_.calm.trigger()
    assert desk.scenes.isVisible()


def test_four_portraits_can_be_chosen_from(desk: MainWindow, qtbot: Any) -> None:
    card = desk.characters.cards["pip"]
    card.paint_four.trigger()
    qtbot.waitUntil(lambda: len(desk.session.story.character("pip").portraits) == 4, timeout=8000)
    hero = desk.session.story.character("pip")
    assert hero.locked and hero.chosen == hero.portraits[0].id
    card.portraits.itemClicked.emit(card.portraits.item(2))
    assert desk.session.story.character("pip").chosen == hero.portraits[2].id


def test_a_picture_file_becomes_the_portrait(desk: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    from PIL import Image

    Image.linear_gradient("L").save(tmp_path / "pip.png")
    desk.work.import_portrait("pip", tmp_path / "pip.png")
    qtbot.waitUntil(lambda: desk.session.story.character("pip").portrait is not None, timeout=8000)
    hero = desk.session.story.character("pip")
    assert hero.locked and not hero.as_drawn


def test_a_file_that_is_no_picture_is_told_in_words(desk: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    (tmp_path / "pip.png").write_text("not a picture")
    desk.work.import_portrait("pip", tmp_path / "pip.png")
    qtbot.waitUntil(lambda: desk.notice.isVisible(), timeout=8000)
    assert "PNG, JPEG or WebP" in desk.notice.text()
    assert desk.session.story.character("pip").portrait is None


def test_strength_and_other_names_are_steps(desk: MainWindow, qtbot: Any) -> None:
    card = desk.characters.cards["pip"]
    card.strength.setValue(150)
    assert desk.session.story.character("pip").strength == 1.5
    qtbot.keyClicks(card.aliases, "the little fox, Pippin")
    card.aliases.editingFinished.emit()
    assert desk.session.story.character("pip").aliases == ("the little fox", "Pippin")


def test_save_as_writes_a_copy_with_every_picture(
    desk: MainWindow, qtbot: Any, tmp_path: Path, monkeypatch: Any
) -> None:
    painted(desk, qtbot)
    path = tmp_path / "kite.story"
    with qtbot.waitSignal(desk.moved, timeout=5000) as moved:
        desk.files.save_as(path)
    assert moved.args == [None, path]
    with StoryFile.open(path, read_only=True) as opened:
        assert opened.story == desk.session.story


def test_recent_stories_forget_what_is_gone(tmp_path: Path) -> None:
    recent = RecentStories(tmp_path / "recent.json")
    kept, gone = tmp_path / "kept.story", tmp_path / "gone.story"
    for path in (kept, gone):
        StoryFile.create(path, Story("s", scenes=(Scene("a"),))).close()
        recent.add(path)
    assert recent.paths() == [gone, kept]
    gone.unlink()
    assert recent.paths() == [kept]
    recent.file.write_text("{ not json")
    assert recent.paths() == []


def test_the_first_page_opens_what_is_chosen(qtbot: Any, tmp_path: Path) -> None:
    story, sample = tmp_path / "kite.story", tmp_path / "sample.md"
    StoryFile.create(story, Story("s", scenes=(Scene("a"),))).close()
    recent = RecentStories(tmp_path / "recent.json")
    recent.add(story)
    home = Home(recent, [sample])
    qtbot.addWidget(home)
    home.show()
    with qtbot.waitSignal(home.open_asked) as asked:
        home.stories.itemActivated.emit(home.stories.item(0))
    assert asked.args == [story]
    with qtbot.waitSignal(home.sample_asked) as asked:
        home.samples.itemActivated.emit(home.samples.item(0))
    assert asked.args == [sample]
    with qtbot.waitSignal(home.new_asked):
        qtbot.mouseClick(home.new, Qt.MouseButton.LeftButton)


def test_help_lists_every_shortcut_and_can_be_searched(desk: MainWindow, qtbot: Any) -> None:
    table = (dialog := desk.dialogs.help()).table
    rows = {table.item(row, 0).text(): table.item(row, 1).text() for row in range(table.rowCount())}
    assert rows["Split scene here"] == "Ctrl+Shift+Return"
    assert rows["Find and replace"] == "Ctrl+F"
    qtbot.keyClicks(dialog.search, "find and")
    shown = [table.item(row, 0).text() for row in range(table.rowCount()) if not table.isRowHidden(row)]
    assert shown == ["Find and replace"]
    dialog.close()
