""" "Make a book …", the cover and saved pictures, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMenu, QMessageBox

from storyapp import paths
from storyapp.export.choices import (
    EPUB,
    KINDS,
    MARKDOWN,
    NO_PICTURE,
    PDF,
    PICTURES,
    PRINT,
    WORD,
    BookChoices,
    cover_scene,
)
from storyapp.export.making import make_book
from storyapp.story.edits import with_settings
from storyapp.story.model import Illustration, Story
from storyapp.story.request import Progress
from storyapp.story.store import StoryFile
from storyapp.ui.book.book_dialog import BookDialog
from storyapp.ui.book.page_view import PageView
from storyapp.ui.main_window import MainWindow
from storyapp.ui.session import Session
from storyapp.ui.theme import apply_theme
from storyapp.ui.window.files import free_folder

from .conftest import MakeDesk, idle, painted, two_scenes

pytestmark = pytest.mark.gui


@pytest.fixture
def illustrated(desk: MainWindow, qtbot: Any) -> MainWindow:
    """A desk whose two scenes have pictures, and which writes real files."""
    for scene in ("a", "b"):
        painted(desk, qtbot, scene)

    def compose(picture: Illustration, side: int) -> Image.Image:
        return Image.new("RGB", (side // 8, side // 8), "#487")

    def export(story: Story, path: Path) -> Iterator[Progress[Path]]:
        return make_book(story, path, paths.resources(), compose)

    desk.files.export = export
    return desk


@pytest.fixture
def save_as(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str], Path]:
    """Answers the next question for a name, or for a folder."""

    def answer(name: str) -> Path:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / name) if name else "", ""))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
        return tmp_path / name

    return answer


def button_of(dialog: BookDialog, kind: str) -> QAbstractButton:
    return dialog.form.kinds.button(KINDS.index(kind))


def drawn(dialog: BookDialog, qtbot: Any) -> BookDialog:
    qtbot.waitUntil(lambda: dialog._preview.count > 0 and dialog.previewer._future is None, timeout=20_000)
    return dialog


def settings(desk: MainWindow) -> BookChoices:
    return BookChoices.of(desk.session.story.settings)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (PDF, "My book 1.2.pdf"),
        (PRINT, "print.pdf"),
        (EPUB, "book.epub"),
        (WORD, "book.docx"),
        (MARKDOWN, "book.md"),
        (PICTURES, "Kite pictures"),
    ],
)
def test_every_kind_is_made_and_told_with_two_buttons(
    illustrated: MainWindow, qtbot: Any, save_as: Any, monkeypatch: pytest.MonkeyPatch, kind: str, name: str
) -> None:
    target = save_as(name)
    if kind == PDF:
        save_as("My book 1.2")
    illustrated.actions_.export.trigger()
    dialog = illustrated.findChild(BookDialog)
    qtbot.mouseClick(button_of(dialog, kind), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(illustrated.written.isVisible, timeout=20_000)
    assert target.exists() and illustrated.findChild(BookDialog) is None
    assert str(target) in illustrated.written.words.text() and settings(illustrated).book == kind
    assert target.is_dir() or " (" in illustrated.written.words.text()  # how large it is
    opened: list[Path] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())) or True)
    qtbot.mouseClick(illustrated.written.open_, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(illustrated.written.folder, Qt.MouseButton.LeftButton)
    assert opened == [target, target.parent]
    qtbot.keyClick(illustrated.written.close_, Qt.Key.Key_Space)
    assert not illustrated.written.isVisible()


def test_what_cannot_be_opened_says_where_it_is(
    desk: MainWindow, qtbot: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _: False)
    desk.written.tell(tmp_path / "kite.epub", "Written.")
    qtbot.mouseClick(desk.written.open_, Qt.MouseButton.LeftButton)
    assert "kite.epub" in desk.notice.text() and desk.notice.isVisible()


def test_the_first_pages_are_shown_and_a_sentence_says_what_will_be_made(illustrated: MainWindow, qtbot: Any) -> None:
    dialog = drawn(illustrated.dialogs.book(), qtbot)
    qtbot.waitUntil(lambda: "MB" in dialog.told.text() or "kB" in dialog.told.text(), timeout=20_000)
    assert dialog.told.text().startswith("4 pages, 21.6 × 21.6 cm, about ")
    names = [dialog.pages.item(row).text() for row in range(dialog.pages.count())]
    assert names == ["Cover", "Page 1", "Page 2", "At the end"]
    assert all(not dialog.pages.item(row).icon().isNull() for row in range(4))
    before = dialog.pages.item(0).icon().pixmap(60, 60).toImage()
    dialog.form.dedication.setPlainText("For Ada")
    dialog.form.page.setCurrentIndex(dialog.form.page.findData("a5"))
    qtbot.waitUntil(lambda: dialog._preview.count == 5 and dialog.pages.count() == 5, timeout=20_000)
    assert "5 pages, 21 × 14.8 cm" in dialog.told.text() and dialog.pages.item(1).text() == "Dedication"
    assert dialog.pages.item(0).icon().pixmap(60, 60).toImage() != before
    qtbot.mouseClick(button_of(dialog, PICTURES), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    qtbot.waitUntil(lambda: dialog.told.text().startswith("2 pictures, 1536 pixels"), timeout=20_000)
    assert not dialog.form.pages_box.isVisible() and dialog.form.files_box.isVisible() and not dialog.pages.isVisible()
    dialog.close()


def test_a_page_is_seen_large_and_the_keys_turn_the_pages(illustrated: MainWindow, qtbot: Any) -> None:
    dialog = drawn(illustrated.dialogs.book(), qtbot)
    dialog.pages.setFocus()
    dialog.pages.setCurrentRow(1)
    small = dialog._preview.pages[1]
    qtbot.keyClick(dialog.pages, Qt.Key.Key_Return)
    (view,) = dialog.findChildren(PageView)
    assert view.isVisible() and view.told.text() == "Page 1" and view.page.image.size() == small.size()
    qtbot.waitUntil(lambda: view.page.image.width() > 2 * small.width(), timeout=20_000)  # it gets sharp
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.told.text() == "Cover" and not view.before.isEnabled()
    for _ in range(9):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.told.text() == "At the end" and not view.next.isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog.findChildren(PageView))
    assert dialog.isVisible()


def test_choices_are_one_step_that_the_next_book_begins_with(illustrated: MainWindow, qtbot: Any) -> None:
    before = illustrated.session.story
    dialog = illustrated.dialogs.book()
    dialog.form.page.setCurrentIndex(dialog.form.page.findData("a4"))
    dialog.form.type.setCurrentIndex(dialog.form.type.findData("large"))
    for check in (dialog.form.numbers, dialog.form.cover_page):
        qtbot.keyClick(check, Qt.Key.Key_Space)
    assert not dialog.covers.isVisible()
    qtbot.keyClicks(dialog.form.dedication, "For Ada")
    assert illustrated.session.story is before  # nothing is changed by looking
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    wanted = BookChoices(page="a4", type="large", numbers=False, cover_page=False, dedication="For Ada")
    assert settings(illustrated) == wanted
    again = illustrated.dialogs.book()
    assert again.value == wanted
    again.close()
    assert illustrated.session.undo_name == "Choose how the book looks"
    illustrated.undo()
    assert illustrated.session.story is before


def test_leaving_without_a_change_is_no_step(illustrated: MainWindow) -> None:
    before = illustrated.session.story, illustrated.session.undo_name
    illustrated.dialogs.book().close()
    assert (illustrated.session.story, illustrated.session.undo_name) == before


def test_kinds_are_chosen_by_keys(illustrated: MainWindow, qtbot: Any) -> None:
    dialog = illustrated.dialogs.book()
    first = button_of(dialog, PDF)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow, timeout=10_000)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert dialog.value.book == PRINT and dialog.form.marks.isVisible()
    qtbot.keyClick(dialog.form.marks, Qt.Key.Key_Space)
    assert dialog.value.marks
    dialog.close()


def test_without_a_name_the_dialog_stays_and_nothing_is_made(illustrated: MainWindow, qtbot: Any, save_as: Any) -> None:
    save_as("")
    dialog = illustrated.dialogs.book()
    qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    assert dialog.isVisible() and not illustrated.queue.jobs
    dialog.close()


def test_an_empty_story_says_so_and_makes_nothing(make_desk: Any, qtbot: Any) -> None:
    dialog = make_desk(Story("s")).dialogs.book()
    qtbot.waitUntil(lambda: not dialog.make.isEnabled(), timeout=20_000)
    assert "no words and no pictures yet" in dialog.told.text()
    dialog.close()


def test_missing_pictures_are_painted_before(desk: MainWindow, qtbot: Any, save_as: Any) -> None:
    painted(desk, qtbot)
    made: list[Story] = []

    def export(story: Story, path: Path) -> Iterator[Progress[Path]]:
        made.append(story)
        path.touch()
        yield Progress(1, 1, result=path)

    desk.files.export = export
    save_as("book.pdf")
    dialog = desk.dialogs.book()
    assert dialog.paint.isVisible() and dialog.paint.isChecked()
    qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(desk.written.isVisible, timeout=20_000)
    assert made[0].scene("b").illustration is not None
    assert not desk.pages.todo() and not desk.dialogs.book().paint.isVisible()
    desk.findChild(BookDialog).close()


def test_pictures_that_are_painted_before_are_counted(desk: MainWindow, qtbot: Any) -> None:
    desk.actions_.export.trigger()
    dialog = desk.findChild(BookDialog)
    qtbot.mouseClick(button_of(dialog, "pictures"), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert dialog.paint.isChecked()
    qtbot.waitUntil(lambda: dialog.told.text().startswith("2 pictures"), timeout=20_000)
    dialog.paint.setChecked(False)
    assert dialog.told.text().startswith("0 pictures")
    dialog.close()


def test_pictures_are_left_as_they_are_if_that_is_wanted(desk: MainWindow, qtbot: Any, save_as: Any) -> None:
    save_as("book.pdf")
    dialog = desk.dialogs.book()
    qtbot.keyClick(dialog.paint, Qt.Key.Key_Space)
    qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(desk.written.isVisible, timeout=20_000)
    assert all(scene.illustration is None for scene in desk.session.story.scenes)
    assert not desk.engine.painted  # no portraits either


def test_pictures_that_are_finished_meanwhile_are_followed_and_not_painted_twice(
    desk: MainWindow, qtbot: Any, save_as: Any
) -> None:
    desk.engine.delay = 0.05
    qtbot.mouseClick(desk.cards["a"].illustrate, Qt.MouseButton.LeftButton)
    dialog = desk.dialogs.book()
    assert "1 picture is being painted now" in dialog.painting.text() and dialog.painting.isVisible()
    assert dialog.to_paint == ["b"] and dialog.covers.count() == 1
    qtbot.waitUntil(lambda: dialog.covers.count() == 2, timeout=10_000)
    qtbot.waitUntil(lambda: not dialog.painting.isVisible(), timeout=10_000)
    assert dialog.paint.text() == "Paint the missing or old picture first"
    drawn(dialog, qtbot)
    qtbot.waitUntil(lambda: dialog._preview.pictures == 1, timeout=10_000)
    desk.pictures.illustrate(["b"])
    qtbot.waitUntil(lambda: dialog.covers.count() == 3 and not dialog.paint.isVisible(), timeout=10_000)
    save_as("book.pdf")
    desk.files.export = lambda story, path: iter((Progress(1, 1, result=path),))
    qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    idle(desk, qtbot)
    assert len(desk.engine.requests) == 2


def test_a_cover_that_was_chosen_stays_while_others_come(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot, "b")
    dialog = desk.dialogs.book()
    dialog.covers.choose(NO_PICTURE)
    desk.pictures.illustrate(["a"])
    qtbot.waitUntil(lambda: dialog.covers.count() == 3, timeout=10_000)
    assert dialog.covers.cover() == NO_PICTURE == dialog.value.cover
    dialog.close()


# the cover ---------------------------------------------------------------------------------------


def test_the_cover_is_chosen_among_small_pictures(illustrated: MainWindow, qtbot: Any) -> None:
    dialog = drawn(illustrated.dialogs.book(), qtbot)
    covers = dialog.covers
    assert [covers.item(row).text() for row in range(3)] == ["Only the title", "One", "Two"] and covers.cover() == "a"
    qtbot.waitUntil(lambda: all(not covers.item(row).icon().isNull() for row in range(3)), timeout=20_000)
    assert dialog.value.cover == ""
    qtbot.keyClick(covers, Qt.Key.Key_Right)
    assert dialog.value.cover == "b"
    place = covers.visualItemRect(covers.item(0)).center()
    qtbot.mouseClick(covers.viewport(), Qt.MouseButton.LeftButton, pos=place)
    dialog.close()
    assert settings(illustrated).cover == NO_PICTURE and cover_scene(illustrated.session.story) is None


def test_the_picture_of_the_cover_need_not_be_there_twice(illustrated: MainWindow, qtbot: Any) -> None:
    dialog = drawn(illustrated.dialogs.book(), qtbot)
    inside = dialog.form.cover_inside
    assert inside.isVisible() and inside.isChecked()
    before = dialog.pages.item(1).icon().pixmap(60, 60).toImage()
    qtbot.keyClick(inside, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: dialog.pages.item(1).icon().pixmap(60, 60).toImage() != before, timeout=20_000)
    dialog.covers.choose(NO_PICTURE)
    assert not inside.isVisible()
    dialog.close()
    assert not settings(illustrated).cover_inside


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_names_under_the_covers_have_room(desk: MainWindow, qtbot: Any, qapp: Any, scale: int) -> None:
    desk.session.apply("", lambda story: replace(story, scenes=(replace(story.scenes[0], title="The mouse"),)))
    painted(desk, qtbot)
    apply_theme(qapp, False, scale)
    try:
        dialog = desk.dialogs.book()
        item = dialog.covers.item(1)
        assert (
            dialog.covers.fontMetrics().horizontalAdvance(item.text()) < dialog.covers.visualItemRect(item).width() - 8
        )
        dialog.close()
    finally:
        apply_theme(qapp, False, 100)


def entry(menu: QMenu, words: str) -> Any:
    return next(one for one in menu.actions() if one.text() == words)


def test_a_picture_becomes_the_cover_from_its_menu(illustrated: MainWindow, qtbot: Any) -> None:
    entry(illustrated.cards["b"].stage.menu(), "Use as cover").trigger()
    assert cover_scene(illustrated.session.story) is illustrated.session.story.scene("b")
    assert "on the cover" in illustrated.notice.text()
    illustrated.undo()
    assert settings(illustrated).cover == "" and not illustrated.notice.isVisible()
    illustrated.pages.open("b")
    entry(illustrated.picture_editor.menu(), "Use as cover").trigger()
    assert settings(illustrated).cover == "b"
    illustrated.pages.close_picture()
    illustrated.scenes.choose("a")
    entry(picture_menu(illustrated), "Use as cover").trigger()
    assert settings(illustrated).cover == "a"


def picture_menu(desk: MainWindow) -> QMenu:
    return next(one.menu() for one in desk.menuBar().actions() if one.text() == "&Picture")


def test_a_scene_without_a_picture_is_no_cover(desk: MainWindow) -> None:
    menu = desk.cards["a"].stage.menu()
    assert "Use as cover" not in [one.text() for one in menu.actions()]
    desk.pages.use_as_cover()
    assert "no picture yet" in desk.notice.text() and settings(desk).cover == ""


# one picture -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "file", "kind"), [("fox", "fox.png", "PNG"), ("fox.jpg", "fox.jpg", "JPEG")])
def test_a_picture_is_saved_at_a_size(
    illustrated: MainWindow, qtbot: Any, save_as: Any, tmp_path: Path, name: str, file: str, kind: str
) -> None:
    save_as(name)
    menu = illustrated.cards["a"].stage.menu()
    sizes = entry(menu, "Save this picture").menu()
    assert [one.text()[:5] for one in sizes.actions()] == ["Small", "Middl", "Large"]
    illustrated.store._cels.clear()  # what is not at hand is decoded
    sizes.actions()[0].trigger()
    qtbot.waitUntil(illustrated.written.isVisible, timeout=20_000)
    with Image.open(tmp_path / file) as image:
        assert image.size == (1024, 1024) and image.format == kind
        assert len(image.convert("RGB").resize((8, 8)).getcolors() or []) > 3


def test_a_scene_without_a_picture_has_none_to_save(desk: MainWindow) -> None:
    desk.pages.save_current(1024)
    assert "no picture yet" in desk.notice.text() and not desk.queue.jobs


def test_pictures_never_go_into_a_folder_that_is_there(tmp_path: Path) -> None:
    assert free_folder(tmp_path, "Kite 1.2") == tmp_path / "Kite 1.2"
    (tmp_path / "Kite 1.2").mkdir()
    (tmp_path / "Kite 1.2 2").mkdir()
    assert free_folder(tmp_path, "Kite 1.2") == tmp_path / "Kite 1.2 3"


def test_a_story_that_may_not_be_written_keeps_no_choices_but_follows_them(
    make_desk: MakeDesk, qtbot: Any, save_as: Any, tmp_path: Path
) -> None:
    StoryFile.create(tmp_path / "kite.story", two_scenes()).close()
    file = StoryFile.open(tmp_path / "kite.story", read_only=True)
    desk = make_desk(Session(file.story, file))
    desk.dialogs.unsaved = lambda _: QMessageBox.StandardButton.Discard
    made: list[Story] = []

    def export(story: Story, path: Path) -> Iterator[Progress[Path]]:
        made.append(story)
        yield Progress(1, 1, result=path)

    desk.files.export = export
    save_as("book.pdf")
    dialog = desk.dialogs.book()
    qtbot.mouseClick(button_of(dialog, PRINT), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    dialog.paint.setChecked(False)
    qtbot.mouseClick(dialog.make, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(desk.written.isVisible, timeout=20_000)
    assert (
        BookChoices.of(made[0].settings).book == PRINT and desk.session.undo_name is None and not desk.session.unsaved
    )


def test_choices_are_in_the_file(tmp_path: Path) -> None:
    choices = BookChoices(book=EPUB, dedication="For Ada", cover="b")
    story = two_scenes()
    StoryFile.create(tmp_path / "kite.story", with_settings(story, choices.into(story.settings))).close()
    with StoryFile.open(tmp_path / "kite.story", read_only=True) as file:
        assert BookChoices.of(file.story.settings) == choices
