"""Names of files: none is cut, none replaced without a question; and what goes on after "Save as"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QMessageBox

from storyapp.app import Desk
from storyapp.export.choices import EPUB, MARKDOWN, PDF, PRINT, WORD
from storyapp.story.model import Scene, Story
from storyapp.story.request import Progress
from storyapp.story.store import StoryFile
from storyapp.ui.first_page.home import Home, RecentStories
from storyapp.ui.languages import Translations
from storyapp.ui.main_window import MainWindow
from storyapp.ui.preferences import PreferenceStore
from storyapp.ui.window.files import Files, file_name_of, with_ending

from .conftest import painted

pytestmark = pytest.mark.gui
Kinds = QMessageBox.StandardButton


class Dialogs:
    """Answers the desk's questions: names are typed and questions answered in the order given here."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: list[str] = []
        self.answers: list[QMessageBox.StandardButton] = []
        self.offered: list[str] = []
        self.asked: list[str] = []

    def name(self, parent: Any, title: str, offered: str, kinds: str) -> tuple[str, str]:
        self.offered.append(Path(offered).name)
        return (str(self.folder / self.names.pop(0)) if self.names else "", "")

    def answer(self, parent: Any, title: str, words: str) -> QMessageBox.StandardButton:
        self.asked.append(words)
        return self.answers.pop(0)


@pytest.fixture
def dialogs(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Dialogs:
    found = Dialogs(tmp_path)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", found.name)
    monkeypatch.setattr(QMessageBox, "question", found.answer)
    return found


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Fox/Bear: is it?", "Fox-Bear is it"),
        ('a\\b*c"d<e>f|g', "a-b c d e f-g"),
        ("My book 1.2", "My book 1.2"),
        ("月亮：面包房", "月亮：面包房"),
        ("The end...", "The end"),
        ("../..", ""),
        ("???", ""),
        ("a" * 300, "a" * 80),
    ],
)
def test_a_title_becomes_a_name_that_every_system_takes(title: str, name: str) -> None:
    assert file_name_of(title) == name


def test_an_ending_is_added_and_nothing_is_cut() -> None:
    assert with_ending(Path("/a/My book 1.2"), ".story") == Path("/a/My book 1.2.story")
    assert with_ending(Path("/a/My book.STORY"), ".story") == Path("/a/My book.STORY")
    assert with_ending(Path("/a.b/c"), ".pdf") == Path("/a.b/c.pdf")


def test_a_book_of_that_name_is_replaced_only_if_that_is_wanted(
    filed: MainWindow, dialogs: Dialogs, qtbot: Any, tmp_path: Path
) -> None:
    other = tmp_path / "other.story"
    StoryFile.create(other, Story("o", "Other", scenes=(Scene("x"),))).close()
    before = other.read_bytes()
    dialogs.names, dialogs.answers = ["other", "My book 1.2"], [Kinds.No]
    filed.files.ask_save_as()
    qtbot.waitUntil(lambda: (tmp_path / "My book 1.2.story").exists() and not filed.queue.jobs, timeout=8000)
    assert "other.story" in dialogs.asked[0] and other.read_bytes() == before
    assert dialogs.offered == ["Kite.story", "other.story"]
    assert not (tmp_path / "My book 1.story").exists()
    dialogs.names, dialogs.answers = ["other"], [Kinds.Yes]
    filed.files.ask_save_as()
    qtbot.waitUntil(lambda: filed.session.file.path == other, timeout=8000)
    assert filed.session.file.story.title == "Kite"


@pytest.mark.parametrize("kind", [PDF, PRINT, EPUB, WORD, MARKDOWN])
def test_an_export_replaces_no_file_without_a_question(
    filed: MainWindow, dialogs: Dialogs, qtbot: Any, tmp_path: Path, kind: str
) -> None:
    ending = {EPUB: ".epub", WORD: ".docx", MARKDOWN: ".md"}.get(kind, ".pdf")
    (tmp_path / f"book{ending}").write_text("old")
    filed.session.apply("", lambda story: replace(story, title="Fox/Bear: is it?"))
    dialogs.names, dialogs.answers = ["book"], [Kinds.No]
    assert not filed.files.make(kind) and not filed.queue.jobs
    assert len(dialogs.asked) == 1 and (tmp_path / f"book{ending}").read_text() == "old"
    assert dialogs.offered[0] == f"Fox-Bear is it{ending}"
    dialogs.names, dialogs.answers = ["book"], [Kinds.Yes]
    assert filed.files.make(kind)
    qtbot.waitUntil(lambda: (tmp_path / f"book{ending}").read_text() != "old" and not filed.queue.jobs, timeout=8000)


def test_the_real_dialog_takes_a_name_without_an_ending(filed: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    other = tmp_path / "other.story"
    StoryFile.create(other, Story("o", "Other", scenes=(Scene("x"),))).close()
    before, asked = other.read_bytes(), []

    def type_name() -> None:
        dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog))
        QTimer.singleShot(300, refuse)
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(tmp_path / "other"))
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save).click()

    def refuse() -> None:
        box = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox))
        asked.append(box.text())
        QTimer.singleShot(300, leave)
        box.button(Kinds.No).click()

    def leave() -> None:
        next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog)).reject()

    QTimer.singleShot(300, type_name)
    filed.files.ask_save_as()
    assert "other.story" in asked[0] and other.read_bytes() == before and not filed.queue.jobs


def test_undo_goes_on_after_save_as_in_the_same_window(filed: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    painted(filed, qtbot)
    qtbot.keyClicks(filed.cards["a"].words, "Wind. ")
    filed.undo()
    names = filed.session.undo_name, filed.session.redo_name
    assert None not in names
    with qtbot.waitSignal(filed.moved, timeout=8000) as moved:
        filed.files.save_as(tmp_path / "new.story")
    assert moved.args == [tmp_path / "kite.story", tmp_path / "new.story"]
    assert filed.isVisible() and "new" in filed.notice.text()
    assert (filed.session.undo_name, filed.session.redo_name) == names and not filed.session.unsaved
    filed.redo()
    qtbot.waitUntil(lambda: not filed.session.unsaved, timeout=8000)
    with StoryFile.open(tmp_path / "new.story", read_only=True) as new:
        assert new.story == filed.session.story and "Wind." in new.story.scene("a").text
    with StoryFile.open(tmp_path / "kite.story", read_only=True) as old:
        assert "Wind." not in old.story.scene("a").text and old.story.scene("a").illustration is not None

    def is_free() -> bool:
        with StoryFile.open(tmp_path / "kite.story") as opened:
            return not opened.read_only

    qtbot.waitUntil(is_free, timeout=8000)
    filed.undo()
    filed.undo()
    assert filed.session.story.scene("a").illustration is None


def test_what_is_written_while_it_is_saved_as_is_in_the_new_file(filed: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    with qtbot.waitSignal(filed.moved, timeout=8000):
        filed.files.save_as(tmp_path / "new.story")
        qtbot.keyClicks(filed.cards["a"].words, "Wind. ")
    qtbot.waitUntil(lambda: not filed.session.unsaved, timeout=8000)
    with StoryFile.open(tmp_path / "new.story", read_only=True) as new:
        assert "Wind." in new.story.scene("a").text


def test_a_draft_that_got_a_name_is_one_book_on_the_first_page_and_has_its_title(
    qapp: QApplication, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    preferences = PreferenceStore()
    preferences.change(toured=True, spelling=False)
    desk = Desk(qapp, preferences, Translations(tmp_path))
    desk.new()
    (window,) = desk.windows
    draft = window.session.file.path
    window.session.apply("", lambda story: replace(story, title="My Fox"))
    assert window.session.save_now()
    shelf = desk.home.stories
    desk.show_home()
    qtbot.waitUntil(lambda: shelf.item(0).text() == "My Fox", timeout=8000)
    with qtbot.waitSignal(window.moved, timeout=8000):
        window.files.save_as(tmp_path / "fox-2.story")
    qtbot.waitUntil(lambda: shelf.item(0).text() == "My Fox", timeout=8000)
    assert shelf.count() == 1 and desk.recent.paths() == [tmp_path / "fox-2.story"] and draft.exists()
    assert desk.windows == [window] and not window.session.unnamed
    window.close()
    desk.home.close()
    desk.home.deleteLater()


def test_the_first_page_names_files_that_have_no_title_or_cannot_be_read(qtbot: Any, tmp_path: Path) -> None:
    recent = RecentStories(tmp_path / "recent.json")
    for name in ("My Fox", "untitled-1"):
        StoryFile.create(tmp_path / f"{name}.story", Story("s", scenes=(Scene("a"),))).close()
        recent.add(tmp_path / f"{name}.story")
    (tmp_path / "Broken One.story").write_text("no story")
    recent.add(tmp_path / "Broken One.story")
    home = Home(recent, [])
    qtbot.addWidget(home)
    qtbot.waitUntil(lambda: not home.titles._asked, timeout=8000)
    assert [home.stories.item(row).text() for row in range(3)] == ["Broken One", "Untitled", "My Fox"]


def test_what_came_out_otherwise_is_told_with_the_export(desk: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    def export(story: Story, path: Path) -> Iterator[Progress[Path]]:
        yield Progress(1, 1, result=path, notice="No font on this computer can print these letters: 𠮷.")

    files = Files(desk.work, desk.queue, export, desk)
    with qtbot.waitSignal(files.written, timeout=8000) as told:
        files.export_to(tmp_path / "kite.pdf")
    assert told.args[0] == tmp_path / "kite.pdf"
    assert told.args[1].startswith("Written: ") and "these letters: 𠮷" in told.args[1]
