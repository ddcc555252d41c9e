"""The first page, templates, imports with a preview, the tour, about, languages and preferences."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox

from storyapp import paths
from storyapp.app import Desk
from storyapp.story.errors import InputError, StoryFileError
from storyapp.story.foreign_texts import BLANK, CHAPTERS, HEADINGS
from storyapp.story.model import Scene, Story
from storyapp.story.store import StoryFile
from storyapp.ui.first_page.home import Home, RecentStories
from storyapp.ui.first_page.import_preview import ImportPreview
from storyapp.ui.first_page.opening import new_session
from storyapp.ui.first_page.shelf import COVER, plain_cover
from storyapp.ui.first_page.templates import templates
from storyapp.ui.languages import Translations, concept_name
from storyapp.ui.main_window import MainWindow
from storyapp.ui.painting.thumbnails import cover_file, keep_cover
from storyapp.ui.preferences import PreferenceStore

from .conftest import painted
from .hands import LEFT

pytestmark = pytest.mark.gui


@pytest.fixture
def translations(qapp: QApplication) -> Iterator[Translations]:
    found = Translations(paths.resources() / "translations")
    yield found
    found.use(qapp, "en")
    QLocale.setDefault(QLocale.c())


def test_a_template_begins_a_story(qtbot: Any, tmp_path: Path) -> None:
    home = Home(RecentStories(tmp_path / "recent.json"), [])
    qtbot.addWidget(home)
    home.show()
    assert home.empty.isVisible()
    with qtbot.waitSignal(home.template_asked) as asked:
        qtbot.mouseClick(home.begun[2], LEFT)
    story = asked.args[0].make()
    assert len(story.scenes) == 6 and all(one.synopsis for one in story.scenes)
    assert [len(one.scenes) for one in templates()] == [9, 5, 6]


def test_enter_begins_a_story(qtbot: Any, tmp_path: Path) -> None:
    home = Home(RecentStories(tmp_path / "recent.json"), [])
    qtbot.addWidget(home)
    home.show()
    for button, asked in ((home.new, home.new_asked), (home.begun[0], home.template_asked)):
        button.setFocus()
        with qtbot.waitSignal(asked):
            qtbot.keyClick(button, Qt.Key.Key_Return)


def test_a_story_shows_its_cover(desk: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    path = tmp_path / "kite.story"
    StoryFile.create(path, Story("s", scenes=(Scene("a"),))).close()
    assert keep_cover(desk.store, painted(desk, qtbot), cover_file(tmp_path, path))
    recent = RecentStories(tmp_path / "recent.json")
    recent.add(path)
    home = Home(recent, [], tmp_path)
    qtbot.addWidget(home)
    assert shown(home) == plain_cover("kite").toImage()
    with qtbot.waitSignal(home.titles.told):
        home.show()
    assert home.stories.item(0).text() == "kite"  # it has no title
    assert shown(home) not in (QImage(), plain_cover("kite").toImage())


def shown(home: Home) -> QImage:
    return home.stories.item(0).icon().pixmap(COVER).toImage()


def test_a_draft_without_a_title_is_called_by_its_first_words_and_none_is_lost_from_sight(
    qtbot: Any, tmp_path: Path
) -> None:
    recent = RecentStories(tmp_path / "recent.json")
    for child in range(25):
        path = tmp_path / f"untitled-{child}.story"
        StoryFile.create(path, Story("s", scenes=(Scene("a"), Scene("b", text=f"Child {child}. *A fox* ran.")))).close()
        recent.add(path)
    home = Home(recent, [])
    qtbot.addWidget(home)
    qtbot.waitUntil(lambda: home.stories.item(24).text() == "Child 0. A fox ran.", timeout=8000)
    assert [home.stories.item(row).text() for row in range(2)] == ["Child 24. A fox ran.", "Child 23. A fox ran."]
    assert home.stories.count() == 25


def test_an_import_is_shown_before_it_happens(qtbot: Any) -> None:
    dialog = ImportPreview("# One\n\nA fox.\n\nA bear.\n\n# Two\n\nThe end.")
    qtbot.addWidget(dialog)
    dialog.show()
    assert [dialog.scenes.item(row).text() for row in range(2)] == ["1. One\nA fox. A bear.", "2. Two\nThe end."]
    dialog.buttons[BLANK].click()
    assert dialog.scenes.count() == 5
    dialog.buttons[HEADINGS].click()
    qtbot.mouseClick(dialog.make, LEFT)
    assert dialog.story is not None and [one.title for one in dialog.story.scenes] == ["One", "Two"]


def test_chapters_are_offered_and_chosen(qtbot: Any) -> None:
    dialog = ImportPreview("The Fox Book\n\nChapter 1: The Fox\n\nOnce a fox ran.\n\nChapter 2\n\nThen a bear came.\n")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.buttons[CHAPTERS].isChecked() and dialog.buttons[CHAPTERS].text() == "At chapter lines"
    qtbot.mouseClick(dialog.make, LEFT)
    assert dialog.story is not None and dialog.story.title == "The Fox Book"
    assert [(one.title, one.text) for one in dialog.story.scenes] == [
        ("Chapter 1: The Fox", "Once a fox ran."),
        ("Chapter 2", "Then a bear came."),
    ]


def test_a_file_is_read_on_a_thread_and_may_be_given_up(qtbot: Any) -> None:
    go_on, threads = threading.Event(), []

    def read() -> str:
        threads.append(threading.current_thread())
        go_on.wait(10)
        return "# One\n\nA fox.\n\n# Two\n\nThe end."

    first, second = ImportPreview(read), ImportPreview(read)
    for dialog in (first, second):
        qtbot.addWidget(dialog)
        dialog.show()
        assert dialog.busy.isVisible() and not dialog.make.isEnabled() and "Reading" in dialog.told.text()
    qtbot.mouseClick(first.box.button(QDialogButtonBox.StandardButton.Cancel), LEFT)
    assert first.result() == QDialog.DialogCode.Rejected and not first.isVisible()
    go_on.set()
    qtbot.waitUntil(second.make.isEnabled, timeout=5000)
    assert threading.main_thread() not in threads and second.scenes.count() == 2 and not second.busy.isVisible()
    assert first.story is None and first.scenes.count() == 0


@pytest.mark.parametrize("error", [InputError("There is no file /a b/c.md; check the name."), RuntimeError("odd")])
def test_what_cannot_be_read_is_told_in_the_preview(qtbot: Any, error: Exception) -> None:
    def read() -> str:
        raise error

    dialog = ImportPreview(read)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: "Reading" not in dialog.told.text(), timeout=5000)
    assert str(error) in dialog.told.text() and not dialog.make.isEnabled() and not dialog.question.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_an_imported_story_knows_its_language(qtbot: Any) -> None:
    dialog = ImportPreview("小狐狸在森林里跑。\n\n熊睡着了。")
    qtbot.addWidget(dialog)
    assert dialog.story is not None and dialog.story.language == "zh" and len(dialog.story.scenes) == 2


def test_the_tour_goes_through_the_desk(desk: MainWindow, qtbot: Any) -> None:
    tour = desk.dialogs.tour()
    assert desk.preferences.value.toured
    headings = []
    for _ in range(5):
        assert tour.rect().contains(tour.note.geometry())
        headings.append(tour.heading.text())
        qtbot.mouseClick(tour.next, LEFT)
    assert len(set(headings)) == 5
    assert not tour.isVisible()


def test_escape_ends_the_tour(desk: MainWindow, qtbot: Any) -> None:
    tour = desk.dialogs.tour()
    qtbot.keyClick(tour, Qt.Key.Key_Right)
    assert tour.step == 1
    qtbot.keyClick(tour, Qt.Key.Key_Escape)
    assert not tour.isVisible()


def test_about_tells_versions_and_model(desk: MainWindow) -> None:
    dialog = desk.dialogs.about()
    assert "torch" in dialog.facts.text() and "fake" in dialog.facts.text()
    assert dialog.card.toPlainText()
    dialog.close()


def test_preferences_are_kept_and_survive_a_broken_file(tmp_path: Path) -> None:
    file = tmp_path / "preferences.json"
    store = PreferenceStore(file)
    store.change(scale=150, words=("Zorbi",), theme="dark")
    assert PreferenceStore(file).value == store.value
    file.write_text('{"scale": 3, "words": "no", "spelling": 1}')
    assert PreferenceStore(file).value == PreferenceStore().value
    file.write_text("{ not json")
    assert PreferenceStore(file).value == PreferenceStore().value


def test_the_program_speaks_chinese(
    qapp: QApplication, translations: Translations, vocabulary: Any, tmp_path: Path, qtbot: Any
) -> None:
    translations.use(qapp, "zh")
    home = Home(RecentStories(tmp_path / "recent.json"), [])
    qtbot.addWidget(home)
    assert home.new.text() == "新故事"
    assert templates()[0].name == "绘本"
    assert concept_name(vocabulary, "forest") == vocabulary.entries["settings"]["forest"].zh != ""
    translations.use(qapp, "en")
    assert concept_name(vocabulary, "forest") == "forest"


def test_arabic_turns_the_desk_round(qapp: QApplication, translations: Translations) -> None:
    translations.use(qapp, "ar")
    assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
    translations.use(qapp, "zh")
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_the_language_is_switched_while_a_story_is_open(
    qapp: QApplication, qtbot: Any, tmp_path: Path, monkeypatch: Any, translations: Translations
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    preferences = PreferenceStore()
    preferences.change(toured=True, spelling=False)
    desk = Desk(qapp, preferences, translations)
    desk.new()
    window = desk.windows[0]
    qtbot.keyClicks(window.cards[window.session.story.scenes[0].id].words, "Once")
    preferences.change(language="zh")
    again = desk.windows[0]
    assert again is not window
    assert again.column.more.text() == "新场景"
    assert again.session.story.scenes[0].text == "Once"
    again.undo()
    assert again.session.story.scenes[0].text == ""
    again.close()
    assert desk.windows == []
    desk.home.deleteLater()


def test_a_story_in_a_language_that_is_not_read_is_told_so(desk: MainWindow, qtbot: Any) -> None:
    desk.cards["a"].words.setPlainText("خبز سمسم الثعلب الصغير والدب الخبز في الغابة.")
    desk.cards["b"].words.setPlainText("حملا الخبز إلى الشاطئ.")
    qtbot.waitUntil(desk.column.language_note.isVisible, timeout=8000)
    assert "العربية" in desk.column.language_note.text()
    assert desk.speller.language == "ar" and not desk.speller.ready


def test_a_chinese_story_is_read_and_nothing_is_told(desk: MainWindow, qtbot: Any) -> None:
    desk.cards["a"].words.setPlainText("小狐狸和熊在森林里烤面包,月亮很圆。")
    desk.cards["b"].words.setPlainText("他们把面包送到海边。")
    qtbot.waitUntil(lambda: desk.speller.language == "zh", timeout=8000)
    assert not desk.column.language_note.isVisible()


def test_only_the_words_are_left_and_escape_brings_all_back(desk: MainWindow, qtbot: Any) -> None:
    desk.actions_.calm.trigger()
    assert not desk.menuBar().isVisible() and not desk.cards["a"].stage.isVisible()
    qtbot.keyClick(desk, Qt.Key.Key_Escape)
    assert desk.menuBar().isVisible() and desk.cards["a"].stage.isVisible()


def test_a_list_of_recent_stories_survives_paths_that_cannot_be_asked_for(qtbot: Any, tmp_path: Path) -> None:
    """A drive that is gone, and a name whose letters are of an old encoding."""
    old = tmp_path / "M\udcfchle.story"
    StoryFile.create(old, Story("s", scenes=(Scene("a"),))).close()
    recent = RecentStories(tmp_path / "recent.json")
    recent.file.write_text(json.dumps([f"{tmp_path}/{'x' * 300}.story"]))
    recent.add(old)
    assert recent.paths() == [old]
    home = Home(recent, [], tmp_path)
    qtbot.addWidget(home)
    assert home.stories.count() == 1


def test_a_broken_cover_is_a_plain_one(qtbot: Any, tmp_path: Path) -> None:
    recent = RecentStories(tmp_path / "recent.json")
    StoryFile.create(tmp_path / "kite.story", Story("s", "Kites", scenes=(Scene("a"),))).close()
    recent.add(tmp_path / "kite.story")
    cover_file(tmp_path, tmp_path / "kite.story").write_bytes(b"\x89PNG\r\n")
    home = Home(recent, [], tmp_path)
    qtbot.addWidget(home)
    with qtbot.waitSignal(home.titles.told):
        home.show()
    assert home.stories.item(0).text() == "Kites"
    assert shown(home) == plain_cover("kite").toImage()


def test_where_no_draft_can_be_written_that_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(StoryFileError):
        new_session()
