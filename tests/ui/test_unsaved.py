"""A story whose file is gone: it is told as long as it is so, and no word is lost without a question."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QMessageBox

from storyapp.story.request import Picture
from storyapp.story.store import StoryFile
from storyapp.ui.main_window import MainWindow
from storyapp.ui.session import Session
from storyapp.ui.window.notice import Notice

from .conftest import MakeDesk, idle, painted, two_scenes

pytestmark = pytest.mark.gui
Kinds = QMessageBox.StandardButton


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[QMessageBox.StandardButton]:
    """What is answered when the desk asks, in order; no more questions than that are asked."""
    given: list[QMessageBox.StandardButton] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: given.pop(0))
    return given


def lose_file(desk: MainWindow, qtbot: Any, folder: Path) -> None:
    """Move the file away, write, and wait until saving has failed."""
    (folder / "kite.story").rename(folder / "moved.story")
    qtbot.keyClicks(desk.cards["a"].words, "Wind. ")
    qtbot.waitUntil(lambda: "not saved" in desk.windowTitle(), timeout=8000)


def test_a_story_that_cannot_be_saved_says_so_for_as_long_as_it_is_so(
    filed: MainWindow, answers: Any, qtbot: Any, tmp_path: Path
) -> None:
    lose_file(filed, qtbot, tmp_path)
    filed.say("Something else.")
    filed.notice._timer.timeout.emit()  # its time is over
    assert filed.notice.isVisible() and "moved, replaced or deleted" in filed.notice.text()
    (tmp_path / "moved.story").rename(tmp_path / "kite.story")
    filed.files.save()
    qtbot.waitUntil(lambda: filed.notice.text().startswith("Saved."), timeout=8000)
    assert "not saved" not in filed.windowTitle()
    assert filed.close() and answers == []


def test_a_file_that_is_there_again_is_saved_to_without_being_asked(
    filed: MainWindow, answers: Any, qtbot: Any, tmp_path: Path
) -> None:
    filed.session._again.setInterval(200)
    lose_file(filed, qtbot, tmp_path)
    (tmp_path / "moved.story").rename(tmp_path / "kite.story")
    qtbot.waitUntil(lambda: "not saved" not in filed.windowTitle(), timeout=8000)
    assert not filed.session.unsaved and not filed.notice.isVisible()


def test_saving_by_hand_never_claims_what_is_not_so(filed: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    (tmp_path / "kite.story").unlink()
    filed.files.save()
    qtbot.waitUntil(lambda: "moved, replaced or deleted" in filed.notice.text(), timeout=8000)
    assert not filed.files._asked  # and nothing says "Saved." later


def test_a_picture_whose_save_failed_is_kept_by_the_next(filed: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    (tmp_path / "kite.story").rename(tmp_path / "moved.story")
    filed.session.keep_picture("v", Picture(4, 4, "RGBA", bytes(64)))
    with qtbot.waitSignal(filed.session.save_failed, timeout=8000):
        filed.session.save_soon()
    (tmp_path / "moved.story").rename(tmp_path / "kite.story")
    assert filed.session.save_now()
    assert filed.session.kept_picture("v") == Picture(4, 4, "RGBA", bytes(64))


def test_closing_asks_and_cancel_stays(filed: MainWindow, answers: Any, qtbot: Any, tmp_path: Path) -> None:
    lose_file(filed, qtbot, tmp_path)
    answers[:] = [Kinds.Cancel, Kinds.Discard]
    assert not filed.close() and filed.isVisible()
    assert filed.close() and answers == []


@pytest.mark.parametrize("deleted", [False, True])
def test_closing_saves_under_another_name(
    filed: MainWindow,
    answers: Any,
    qtbot: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    deleted: bool,
) -> None:
    painted(filed, qtbot)
    qtbot.waitSignal(filed.session.saved, timeout=8000).wait()
    lose_file(filed, qtbot, tmp_path)
    if deleted:
        (tmp_path / "moved.story").unlink()
    story, target = filed.session.story, tmp_path / "again.story"
    answers[:] = [Kinds.Save]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    with qtbot.waitSignal(filed.closed, timeout=8000), qtbot.assertNotEmitted(filed.open_asked):
        assert not filed.close()
    assert answers == []
    with StoryFile.open(target, read_only=True) as opened:
        assert opened.story == story and "Wind." in opened.story.scene("a").text


def test_who_chooses_no_name_stays(
    filed: MainWindow, answers: Any, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lose_file(filed, qtbot, tmp_path)
    answers[:] = [Kinds.Save, Kinds.Discard]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    assert not filed.close() and filed.isVisible()
    assert filed.close()


def test_words_written_into_a_story_open_for_reading_are_asked_for_and_copied(
    make_desk: MakeDesk, answers: Any, qtbot: Any, tmp_path: Path
) -> None:
    path, target = tmp_path / "kite.story", tmp_path / "copy.story"
    StoryFile.create(path, two_scenes()).close()
    file = StoryFile.open(path, read_only=True)
    desk = make_desk(Session(file.story, file))
    qtbot.keyClicks(desk.cards["a"].words, "Wind. ")
    assert "not saved" in desk.windowTitle()
    answers[:] = [Kinds.Cancel]
    assert not desk.close()
    with qtbot.waitSignal(desk.moved, timeout=8000):
        desk.files.save_as(target)
    assert not desk.session.read_only and "not saved" not in desk.windowTitle()
    with StoryFile.open(target, read_only=True) as opened:
        assert "Wind." in opened.story.scene("a").text
    idle(desk, qtbot)  # or it would be asked whether to stop the job
    assert desk.close() and answers == []


def test_the_question_names_the_reason(filed: MainWindow, qtbot: Any) -> None:
    asked: list[tuple[str, str, list[str]]] = []

    def look() -> None:
        box = filed.findChild(QMessageBox)
        assert isinstance(box, QMessageBox)
        asked.append((box.text(), box.informativeText(), [one.text() for one in box.buttons()]))
        box.button(Kinds.Cancel).click()

    QTimer.singleShot(0, look)
    assert filed.dialogs.unsaved("<b>The disk</b> is full.") == Kinds.Cancel
    words, reason, buttons = asked[0]
    assert "not saved" in words and reason == "<b>The disk</b> is full."
    assert {"Save as …", "Discard", "Cancel"} <= {one.replace("&", "") for one in buttons}


def test_a_notice_has_its_whole_time(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storyapp.ui.window.notice.TOLD_FOR", 400)
    notice = Notice()
    qtbot.addWidget(notice)
    notice.say("One.")
    qtbot.wait(250)
    notice.say("Two.")
    qtbot.wait(250)
    assert notice.isVisible() and notice.text() == "Two."
    qtbot.waitUntil(lambda: not notice.isVisible(), timeout=4000)


def test_a_notice_is_seen_wherever_one_is(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    desk.view.verticalScrollBar().setValue(desk.view.verticalScrollBar().maximum())
    desk.say("Told.")
    qtbot.waitUntil(lambda: not desk.notice.visibleRegion().isEmpty(), timeout=4000)
    desk.pages.open("a")
    assert desk.picture_editor.isVisible() and not desk.notice.visibleRegion().isEmpty()


def test_the_bar_below_says_that_it_could_not_be_saved(
    filed: MainWindow, answers: Any, qtbot: Any, tmp_path: Path
) -> None:
    lose_file(filed, qtbot, tmp_path)
    assert filed.job_bar.saved.text().startswith("not saved")
    answers[:] = [Kinds.Discard]


def test_a_story_open_for_reading_is_saved_until_it_is_changed(
    make_desk: MakeDesk, answers: Any, qtbot: Any, tmp_path: Path
) -> None:
    StoryFile.create(tmp_path / "kite.story", two_scenes()).close()
    file = StoryFile.open(tmp_path / "kite.story", read_only=True)
    desk = make_desk(Session(file.story, file))
    assert desk.job_bar.saved.text().startswith("saved")
    qtbot.keyClicks(desk.cards["a"].words, "Wind. ")
    assert desk.job_bar.saved.text().startswith("not saved")
    answers[:] = [Kinds.Discard]


def test_a_story_is_closed_though_its_cover_cannot_be_kept(filed: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    painted(filed, qtbot)
    filed.cache = tmp_path / "cache"
    filed.cache.write_text("no folder")
    with qtbot.waitSignal(filed.closed):
        assert filed.close()
    assert filed.session.file is not None and filed.session.file.closed
