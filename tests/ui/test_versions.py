"""Earlier versions: kept while one writes, looked at, brought back whole, by scenes, and as copies."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QMessageBox

from storyapp import paths
from storyapp.app import Desk
from storyapp.story import edits
from storyapp.story.backups import make_backup, versions_of
from storyapp.story.errors import DamagedStoryError
from storyapp.story.store import StoryFile
from storyapp.story.story_files import read_story
from storyapp.ui.languages import Translations
from storyapp.ui.main_window import MainWindow
from storyapp.ui.preferences import PreferenceStore
from storyapp.ui.session import Session
from storyapp.ui.writing import versions

from .conftest import two_scenes
from .hands import LEFT

pytestmark = pytest.mark.gui


def texts_of_versions(path: Path) -> list[list[str]]:
    """The words of every version, newest first."""
    found = versions_of(path.parent / "Backups", path, "s")
    return [[scene.text for scene in read_story(one.path)[0].scenes] for one in found]


def write(desk: MainWindow, qtbot: Any, words: str, scene: str = "a") -> None:
    field = desk.cards[scene].words
    field.selectAll()
    qtbot.keyClicks(field, words)


def test_a_version_is_kept_soon_after_opening_and_after_a_while_of_writing(
    qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(versions, "FIRST", 1)
    monkeypatch.setattr(versions, "EVERY", 1)
    path = tmp_path / "kite.story"
    opened = StoryFile.create(path, two_scenes())
    session = Session(opened.story, opened)
    keeper = versions.Versions(session)
    qtbot.waitUntil(lambda: len(texts_of_versions(path)) == 1, timeout=20_000)
    session.apply("Typing", lambda story: edits.delete_scene(story, "b"))

    def kept_again() -> bool:
        keeper.keep_soon()
        return len(texts_of_versions(path)) == 2

    qtbot.waitUntil(kept_again, timeout=20_000)
    assert texts_of_versions(path)[0] == ["A fox and a bear in the forest."]
    keeper.stop()
    session.close()


def test_what_was_written_is_a_version_when_the_window_closes(filed: MainWindow, qtbot: Any) -> None:
    assert filed.session.file is not None
    path = filed.session.file.path
    write(filed, qtbot, "Wind.")
    filed.close()
    assert texts_of_versions(path)[0] == ["Wind.", "Pip in the garden."]


def test_a_version_is_brought_back_as_one_step_and_nothing_is_lost(filed: MainWindow, qtbot: Any) -> None:
    assert filed.session.file is not None
    path = filed.session.file.path
    filed.versions.keep_now()
    write(filed, qtbot, "Wind.")
    filed.actions_.delete.trigger()
    dialog = filed.dialogs.versions()
    assert dialog.list.count() == 1
    qtbot.waitUntil(lambda: "scenes" in dialog.list.item(0).text(), timeout=20_000)
    assert "12 words, 2 scenes" in dialog.list.item(0).text()
    qtbot.waitUntil(lambda: "Pip in the garden." in dialog.words.toPlainText(), timeout=20_000)
    qtbot.mouseClick(dialog.back, LEFT)
    assert [one.text for one in filed.session.story.scenes] == [one.text for one in two_scenes().scenes]
    assert filed.session.undo_name == "Earlier version"
    filed.undo()
    assert len(filed.session.story.scenes) == 1
    assert len(texts_of_versions(path)) == 2  # also what was there before it was brought back


def test_a_scene_that_is_gone_comes_back_alone(filed: MainWindow, qtbot: Any) -> None:
    filed.versions.keep_now()
    write(filed, qtbot, "Rain.", "b")
    filed.scenes.setCurrentRow(0)
    filed.actions_.delete.trigger()
    dialog = filed.dialogs.versions()
    told = "One scene has other words now; one is no more in the story."
    qtbot.waitUntil(lambda: told in dialog.note.text(), timeout=20_000)
    dialog.words.anchorClicked.emit(QUrl("a"))
    assert [one.text for one in filed.session.story.scenes] == ["A fox and a bear in the forest.", "Rain."]
    dialog.words.anchorClicked.emit(QUrl("b"))
    assert filed.session.story == two_scenes()
    assert dialog.note.text() == "These are the words of now."
    dialog.close()


def test_a_version_is_opened_as_a_copy(filed: MainWindow, qtbot: Any) -> None:
    filed.versions.keep_now()
    write(filed, qtbot, "Wind.")
    dialog = filed.dialogs.versions()
    qtbot.waitUntil(dialog.copy.isEnabled, timeout=20_000)
    with qtbot.waitSignal(filed.open_asked) as asked:
        qtbot.mouseClick(dialog.copy, LEFT)
    (copy,) = asked.args
    assert copy.name.startswith("kite (") and read_story(copy)[0] == two_scenes()
    assert filed.session.story.scenes[0].text == "Wind."


def test_without_a_version_the_dialog_says_when_there_will_be_one(filed: MainWindow, qtbot: Any) -> None:
    dialog = filed.dialogs.versions()
    assert dialog.list.count() == 0 and "every few minutes" in dialog.note.text()
    assert not dialog.back.isEnabled() and not dialog.copy.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not filed.findChildren(type(dialog)) or not dialog.isVisible()


def test_a_version_that_cannot_be_kept_is_told(filed: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> None:
        raise DamagedStoryError("The backup could not be read back and was removed; check the disk.")

    monkeypatch.setattr("storyapp.story.backups.make_backup", fail)
    filed.versions.keep_now()
    assert "check the disk" in filed.notice.text()


def test_a_damaged_story_is_replaced_by_its_newest_good_version_if_that_is_wanted(
    qapp: QApplication, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    path = tmp_path / "kite.story"
    with StoryFile.create(path, two_scenes()) as opened:
        make_backup(opened, tmp_path / "Backups")
    path.write_bytes(path.read_bytes()[:5000])
    asked: list[str] = []

    def answer(*given: Any) -> QMessageBox.StandardButton:
        asked.append(given[2])
        return QMessageBox.StandardButton.Yes if len(asked) > 1 else QMessageBox.StandardButton.No

    monkeypatch.setattr(QMessageBox, "question", answer)
    preferences = PreferenceStore()
    preferences.change(toured=True, spelling=False)
    desk = Desk(qapp, preferences, Translations(paths.resources() / "translations"))
    desk.open(path)
    assert desk.windows == [] and "newest good backup" in asked[0]
    desk.open(path)
    assert desk.windows[0].session.story == two_scenes()
    assert len(list(tmp_path.glob("kite (before *).story"))) == 1
    desk.windows[0].close()
    desk.home.deleteLater()


def test_no_version_is_read_where_the_window_lives(
    filed: MainWindow, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    filed.versions.keep_now()
    threads: list[threading.Thread] = []

    def read(version: Any) -> Any:
        threads.append(threading.current_thread())
        return read_story(version.path)[0]

    monkeypatch.setattr(filed.versions, "read", read)
    dialog = filed.dialogs.versions()
    assert not dialog.back.isEnabled() and not dialog.words.toPlainText()
    qtbot.waitUntil(dialog.back.isEnabled, timeout=20_000)
    assert "Pip in the garden." in dialog.words.toPlainText()
    assert threads and threading.main_thread() not in threads
