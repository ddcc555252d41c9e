"""The cursor while one writes: it stays on the screen, goes from field to field, and never lands in a title unasked."""

from __future__ import annotations

import time
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from storyapp.story.model import Scene, Story
from storyapp.ui.main_window import MainWindow
from storyapp.ui.writing.editor import WritingField

from .conftest import MakeDesk, idle

pytestmark = pytest.mark.gui
Keys, Held = Qt.Key, Qt.KeyboardModifier
LINES = "\n".join(f"Line {row} is short." for row in range(120))


@pytest.fixture
def three(make_desk: MakeDesk) -> MainWindow:
    desk = make_desk(Story("s", "Kite", scenes=tuple(Scene(one, one.upper(), f"Words of {one}.") for one in "abc")))
    desk.activateWindow()
    return desk


def cursor_is_seen(desk: MainWindow, field: WritingField) -> bool:
    view = desk.view.viewport()
    cursor = field.cursorRect()
    top, bottom = (field.viewport().mapTo(view, one).y() for one in (cursor.topLeft(), cursor.bottomLeft()))
    return top >= 0 and bottom < view.height()


def is_whole(field: WritingField) -> bool:
    """Whether the first and the last line are inside the field."""
    last = QTextCursor(field.document())
    last.movePosition(QTextCursor.MoveOperation.End)
    return field.verticalScrollBar().maximum() == 0 and field.cursorRect(last).bottom() < field.viewport().height()


def test_the_view_follows_what_is_typed(three: MainWindow, qtbot: Any) -> None:
    three.steps.add()
    field = three.focusWidget()
    assert isinstance(field, WritingField)
    for row in range(40):
        qtbot.keyClicks(field, f"{row}")
        qtbot.keyClick(field, Keys.Key_Return)
        if row % 8 == 7:
            qtbot.waitUntil(lambda: cursor_is_seen(three, field))
    assert is_whole(field)


def test_the_view_follows_the_ends_pages_arrows_and_what_is_pasted(three: MainWindow, qtbot: Any) -> None:
    field = three.cards["a"].words
    field.setFocus()
    QApplication.clipboard().setText(LINES)
    for key, held in (
        (Keys.Key_V, Held.ControlModifier),
        (Keys.Key_Home, Held.ControlModifier),
        (Keys.Key_PageDown, Held.NoModifier),
        (Keys.Key_PageDown, Held.NoModifier),
        (Keys.Key_Down, Held.NoModifier),
        (Keys.Key_End, Held.ControlModifier),
        (Keys.Key_PageUp, Held.NoModifier),
        (Keys.Key_Return, Held.NoModifier),
    ):
        QTest.keyClick(field, key, held)
        QTest.qWait(20)
        assert cursor_is_seen(three, field), key
        assert is_whole(field)


def test_a_page_is_what_is_seen(three: MainWindow, qtbot: Any) -> None:
    field = three.cards["a"].words
    field.setPlainText(LINES)
    field.setFocus()
    qtbot.keyClick(field, Keys.Key_PageDown)
    first = field.textCursor().blockNumber()
    assert 10 < first < 55
    qtbot.keyClick(field, Keys.Key_PageDown, Held.ShiftModifier)
    assert field.textCursor().selectedText().count("\u2029") > 10
    qtbot.keyClick(field, Keys.Key_PageUp)
    assert field.textCursor().blockNumber() == first


def test_a_click_does_not_move_the_words_under_the_mouse(three: MainWindow, qtbot: Any) -> None:
    field = three.cards["a"].words
    field.setPlainText(LINES)
    field.setFocus()
    QTest.qWait(20)
    bar = three.view.verticalScrollBar()
    bar.setValue(0)
    place = field.viewport().mapFrom(three.view.viewport(), QPoint(200, three.view.viewport().height() - 30))
    qtbot.mousePress(field.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.qWait(20)
    assert bar.value() == 0
    qtbot.mouseRelease(field.viewport(), Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.parametrize(
    "words", [LINES, "Some words make a line that is broken. " * 200, "Emoji 🦊 and more.\n" * 30, "月亮面包房\n" * 40]
)
def test_long_scenes_show_all_of_their_lines(three: MainWindow, words: str) -> None:
    field = three.cards["a"].words
    field.setFocus()
    field.setPlainText(words)
    QTest.qWait(30)
    assert is_whole(field)
    three.resize(900, 700)
    QTest.qWait(30)
    assert is_whole(field)


def test_return_leads_from_title_and_heading_to_the_words(three: MainWindow, qtbot: Any) -> None:
    for line, scene in ((three.column.title, "a"), (three.column.author, "a"), (three.cards["b"].title, "b")):
        line.setFocus()
        qtbot.keyClick(line, Keys.Key_Return)
        assert three.focusWidget() is three.cards[scene].words
        assert three.current_scene() == scene


def test_down_and_up_lead_from_scene_to_scene(three: MainWindow, qtbot: Any) -> None:
    first, second = three.cards["a"].words, three.cards["b"].words
    first.setFocus()
    qtbot.keyClick(first, Keys.Key_Up)
    assert three.focusWidget() is first
    qtbot.keyClick(first, Keys.Key_Down)
    assert three.focusWidget() is second and second.textCursor().atStart() and three.current_scene() == "b"
    qtbot.keyClick(second, Keys.Key_Up)
    assert three.focusWidget() is first and first.textCursor().atEnd()
    qtbot.keyClick(first, Keys.Key_Down, Held.ShiftModifier)
    assert three.focusWidget() is first


def test_a_deleted_scene_leaves_the_cursor_in_the_one_behind_it(three: MainWindow, qtbot: Any) -> None:
    three.cards["b"].words.setFocus()
    QTest.keyClick(three.cards["b"].words, Keys.Key_Backspace, Held.ControlModifier | Held.ShiftModifier)
    assert three.focusWidget() is three.cards["c"].words and three.current_scene() == "c"
    three.undo()
    assert three.focusWidget() is three.cards["b"].words and three.current_scene() == "b"
    three.cards["c"].title.setFocus()
    three.steps.delete()
    assert three.focusWidget() is three.cards["b"].words and three.current_scene() == "b"
    qtbot.keyClicks(three.focusWidget(), "x")
    assert three.session.story.title == "Kite"


def test_deleting_all_scenes_leaves_no_field_to_overwrite(three: MainWindow, qtbot: Any) -> None:
    three.cards["a"].words.setFocus()
    for _ in range(3):
        three.steps.delete()
    qtbot.keyClicks(three.focusWidget(), "x")
    assert three.session.story.title == "Kite" and not three.session.story.scenes
    for _ in range(3):
        three.undo()
    assert len(three.session.story.scenes) == 3


def test_deleting_in_the_list_stays_in_the_list(three: MainWindow, qtbot: Any) -> None:
    three.scenes.setFocus()
    three.scenes.setCurrentRow(1)
    three.steps.delete()
    assert three.focusWidget() is three.scenes and three.current_scene() == "c"


def test_undoing_a_new_scene_goes_back_to_where_one_was(three: MainWindow, qtbot: Any) -> None:
    three.cards["b"].words.setFocus()
    three.steps.add()
    three.undo()
    assert three.focusWidget() is three.cards["b"].words


def test_merged_scenes_are_written_on_in(three: MainWindow, qtbot: Any) -> None:
    three.cards["b"].title.setFocus()
    three.scenes.setCurrentRow(0)
    three.steps.merge()
    assert three.focusWidget() is three.cards["a"].words
    assert three.session.story.scene("a").text == "Words of a.\n\nWords of b."


def test_control_home_in_the_list_is_the_first_scene(three: MainWindow, qtbot: Any) -> None:
    asked = []
    three.home_asked.connect(lambda: asked.append(1))
    three.scenes.setFocus()
    three.scenes.setCurrentRow(1)
    QTest.keyClick(three.scenes, Keys.Key_End, Held.ControlModifier)
    assert three.current_scene() == "c"
    QTest.keyClick(three.scenes, Keys.Key_Home, Held.ControlModifier)
    assert three.current_scene() == "a" and not asked


def test_bold_and_italic_are_for_the_words_that_are_written(three: MainWindow, qtbot: Any) -> None:
    before = three.session.story
    for field in (three.cards["a"].title, three.column.title, three.scenes):
        field.setFocus()
        QTest.keyClick(field, Keys.Key_B, Held.ControlModifier)
        QTest.keyClick(field, Keys.Key_I, Held.ControlModifier)
    assert three.session.story is before


def test_bold_is_switched_on_and_off_while_typing(three: MainWindow, qtbot: Any) -> None:
    three.steps.add()
    field = three.focusWidget()
    for words in ("", "bold", " more"):
        qtbot.keyClicks(field, words)
        if words != " more":
            QTest.keyClick(field, Keys.Key_B, Held.ControlModifier)
    assert field.toPlainText() == "**bold** more"
    qtbot.keyClicks(field, ".")
    QTest.keyClick(field, Keys.Key_I, Held.ControlModifier)
    assert field.toPlainText() == "**bold** more.**"
    QTest.keyClick(field, Keys.Key_I, Held.ControlModifier)
    assert field.toPlainText() == "**bold** more."


def test_the_length_is_told_in_right_words(three: MainWindow, make_desk: MakeDesk) -> None:
    for words, told in (
        ("", "no words yet"),
        ("Fox", "1 word, 1 min. read aloud"),
        ("A fox", "2 words, 1 min. read aloud"),
    ):
        desk = make_desk(Story("s", scenes=(Scene("a", text=words),)))
        desk.facts.tell_length()
        assert desk.job_bar.words.text() == told


def test_a_scene_of_thousands_of_paragraphs_is_whole_and_quick(make_desk: MakeDesk, qtbot: Any) -> None:
    paragraph = "Once upon a time a small fox ran through the dark forest with a kite and her friend. " * 6
    desk = make_desk(Story("s", scenes=(Scene("a", text="\n\n".join([paragraph] * 1200)),)))
    field = desk.cards["a"].words
    field.setFocus()
    QTest.keyClick(field, Keys.Key_End, Held.ControlModifier)
    qtbot.waitUntil(lambda: is_whole(field) and cursor_is_seen(desk, field))
    before = time.process_time()
    qtbot.keyClicks(field, "and so on ")
    assert time.process_time() - before < 1.5  # seconds for ten keys; it was more than three


def test_pictures_that_arrive_above_do_not_move_what_one_writes(make_desk: MakeDesk, qtbot: Any) -> None:
    scenes = tuple(Scene(f"s{row}", "", f"A fox sat. {row}") for row in range(5))
    desk = make_desk(Story("s", "Kite", scenes=scenes))
    desk.activateWindow()
    desk.chosen.go_to("s3")
    words = desk.view.card("s3").words
    words.setFocus()
    qtbot.wait(100)

    def place() -> int:
        return int(words.mapTo(desk.view.viewport(), QPoint(0, 0)).y())

    before, height = place(), desk.view.desk.height()
    desk.pictures.illustrate(["s0", "s1", "s2"])
    idle(desk, qtbot)
    qtbot.waitUntil(lambda: desk.view.desk.height() > height + 900)
    qtbot.wait(100)
    assert place() == before
    qtbot.keyClicks(words, "x")
    qtbot.wait(50)
    assert place() == before
