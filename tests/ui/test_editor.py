"""Typing, faces, smart quotes, pasting, spelling: by real keys and clicks."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont, QTextCharFormat
from PySide6.QtTest import QTest

from storyapp.story.model import Scene, Story
from storyapp.ui.main_window import MainWindow
from storyapp.ui.widgets.fields import is_right_to_left
from storyapp.ui.writing.editor import WritingField
from storyapp.ui.writing.pasting import words_of
from storyapp.ui.writing.spelling import Speller, load_dictionary, suggestions
from storyapp.ui.writing.typography import clean, typed

pytestmark = pytest.mark.gui
KNOWN = {"the", "fox", "ran", "friend", "find", "a", "don't"}


class SmallDictionary:
    """A dictionary of a few words."""

    def __contains__(self, word: str) -> bool:
        return word in KNOWN

    def edit_distance_1(self, word: str) -> list[str]:
        return ["friend", "find"] if word == "freind" else []

    def edit_distance_2(self, word: str) -> list[str]:
        return []

    def word_usage_frequency(self, word: str) -> float:
        return 1.0 if word == "friend" else 0.5


@pytest.fixture
def speller(qtbot: Any) -> Speller:
    speller = Speller(lambda language: SmallDictionary())
    with qtbot.waitSignal(speller._loaded):
        speller.use("en")
    return speller


@pytest.fixture
def field(qtbot: Any, speller: Speller) -> WritingField:
    field = WritingField(speller)
    qtbot.addWidget(field)
    field.resize(400, 100)
    field.show()
    field.setFocus()
    return field


def faces(field: WritingField) -> list[tuple[str, bool, bool, bool]]:
    """Words with bold, italic, wavy."""
    block, found = field.document().begin(), []
    for one in block.layout().formats():
        words = block.text()[one.start : one.start + one.length]
        wavy = one.format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
        found.append((words, one.format.fontWeight() == QFont.Weight.Bold, one.format.fontItalic(), wavy))
    return found


@pytest.mark.parametrize(
    ("before", "letter", "language", "change"),
    [
        ("", '"', "en", (0, "“")),
        ("“Run,", '"', "en", (0, "”")),
        ("He said ", '"', "de", (0, "„")),
        ("„Lauf", '"', "de", (0, "“")),
        ("don", "'", "en", (0, "’")),
        (" ", "'", "en", (0, "‘")),
        ("wait-", "-", "en", (1, "–")),
        ("wait–", "-", "en", (1, "—")),
        ("wait..", ".", "en", (2, "…")),
        ("wait", ".", "en", None),
        ("well", "-", "en", None),
    ],
)
def test_plain_characters_become_round_ones(before: str, letter: str, language: str, change: Any) -> None:
    assert typed(before, letter, language) == change


def test_quotes_are_round_while_typing_and_plain_if_that_is_wanted(field: WritingField, qtbot: Any) -> None:
    qtbot.keyClicks(field, '"Don\'t run--" she said...')
    assert field.toPlainText() == "“Don’t run–” she said…"
    field.selectAll()
    field.smart_quotes = False
    qtbot.keyClicks(field, '"a"...')
    assert field.toPlainText() == '"a"...'


def test_pasted_words_are_clean() -> None:
    assert clean("The\u00a0fox\u200b ran.\r\n\r\n\r\n\r\nIt \t was\u00ad late.  ") == "The fox ran.\n\nIt was late."


def test_pasting_from_word_keeps_bold_and_italic_alone(field: WritingField) -> None:
    source = QMimeData()
    source.setHtml(
        "<html><head><style>p{color:red}</style></head><body><h2>A heading</h2>"
        "<p style='font-family:Comic Sans MS'>The <b>brave</b> fox <i>really</i>&nbsp;ran.</p><p>It was late.</p></body></html>"
    )
    assert words_of(source) == "A heading\n\nThe **brave** fox *really* ran.\n\nIt was late."
    field.insertFromMimeData(source)
    assert "**brave**" in field.toPlainText()


def test_marks_show_as_faces(field: WritingField) -> None:
    field.setPlainText("a **fox** *ran*")
    assert ("fox", True, False, False) in faces(field)
    assert ("ran", False, True, False) in faces(field)


def test_ctrl_b_and_ctrl_i_in_the_story(desk: MainWindow, qtbot: Any) -> None:
    words = desk.cards["b"].words
    words.setFocus()
    cursor = words.textCursor()
    cursor.setPosition(1)
    words.setTextCursor(cursor)
    qtbot.keyClick(words, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert desk.session.story.scene("b").text == "**Pip** in the garden."
    qtbot.keyClick(words, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert desk.session.story.scene("b").text == "***Pip*** in the garden."
    qtbot.keyClick(words, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert desk.session.story.scene("b").text == "*Pip* in the garden."


def test_a_wrong_word_is_underlined_once_it_is_left(field: WritingField, qtbot: Any) -> None:
    qtbot.keyClicks(field, "the foxx")
    assert faces(field) == []
    qtbot.keyClicks(field, " ")
    assert faces(field) == [("foxx", False, False, True)]


def test_suggestions_replace_a_wrong_word(field: WritingField, qtbot: Any, speller: Speller) -> None:
    field.setPlainText("the freind ran")
    cursor = field.textCursor()
    cursor.setPosition(6)
    menu = field.menu_at(cursor)
    # Not waitSignal: the thread's signal reaches the wait and the menu one after the other.
    qtbot.waitUntil(lambda: "friend" in [one.text() for one in menu.actions()])
    right = next(one for one in menu.actions() if one.text() == "friend")
    right.trigger()
    assert field.toPlainText() == "the friend ran"
    assert faces(field) == []
    menu.deleteLater()


def test_a_word_is_learnt_and_names_are_right(field: WritingField, qtbot: Any, speller: Speller) -> None:
    field.setPlainText("Pippa ran")
    assert [one[0] for one in faces(field)] == ["Pippa"]
    cursor = field.textCursor()
    menu = field.menu_at(cursor)
    learn = next(one for one in menu.actions() if "dictionary" in one.text())
    with qtbot.waitSignal(field.learn_asked) as asked:
        learn.trigger()
    assert asked.args == ["Pippa"]
    speller.accept([], ["Pippa Fox"])
    assert faces(field) == []
    qtbot.waitUntil(lambda: not speller_busy(speller))
    menu.deleteLater()


def speller_busy(speller: Speller) -> bool:
    import threading

    return any("_suggest" in one.name for one in threading.enumerate())


def test_words_learnt_in_the_desk_are_kept(desk: MainWindow) -> None:
    desk.cards["a"].words.learn_asked.emit("Zorbi")
    assert desk.preferences.value.words == ("Zorbi",)


def test_the_bundled_dictionary_knows_english_and_helps() -> None:
    dictionary = load_dictionary("en")
    assert "lighthouse" in dictionary and "lighthous" not in dictionary
    assert "friend" in suggestions(dictionary, "freind")[:3]
    assert suggestions(dictionary, "Litle")[0] == "Little"


def test_undo_in_the_field_is_the_undo_of_the_story(desk: MainWindow, qtbot: Any) -> None:
    desk.activateWindow()
    words = desk.cards["b"].words
    words.setFocus()
    qtbot.keyClicks(words, " Now")
    assert desk.session.story.scene("b").text == "Pip in the garden. Now"
    assert desk.undo_action.text() == "Undo: Typing"
    QTest.keyClick(words, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.session.story.scene("b").text == "Pip in the garden."
    assert words.toPlainText() == "Pip in the garden."


def test_what_is_undone_leaves_the_cursor_near(desk: MainWindow, qtbot: Any) -> None:
    words = desk.cards["b"].words
    cursor = words.textCursor()
    cursor.setPosition(6)
    words.setTextCursor(cursor)
    qtbot.keyClicks(words, "sat ")
    desk.undo()
    assert words.textCursor().position() == 6


def test_a_new_look_of_the_words_is_no_step(desk: MainWindow) -> None:
    desk.speller.changed.emit()
    assert desk.session.undo_name is None


def test_arabic_words_begin_at_the_right(field: WritingField) -> None:
    field.setPlainText("«خبز الثعلب» fox")
    assert is_right_to_left(field.toPlainText())
    assert field.document().defaultTextOption().alignment() == Qt.AlignmentFlag.AlignRight
    field.setPlainText("12 foxes")
    assert field.document().defaultTextOption().alignment() == Qt.AlignmentFlag.AlignLeft


PASTED = "<h1>Our Trip</h1><p>by Class 2b</p><p>1. Ann ran.</p><ul><li>She won.</li></ul><p>2. Ben swam.</p><p>3. It rained.</p>"


def paste(field: WritingField, html: str = "", text: str = "") -> None:
    source = QMimeData()
    source.setText(text)
    if html:
        source.setHtml(html)
    field.insertFromMimeData(source)


def test_a_story_that_is_pasted_becomes_its_scenes_at_a_click(make_desk: Any, qtbot: Any) -> None:
    desk = make_desk(Story("s", scenes=(Scene("a"),)))
    desk.resize(1000, 560)
    card = desk.cards["a"]
    card.words.setFocus()
    paste(card.words, PASTED)
    assert card.offer.isVisible() and card.offer.make.text() == "Make 3 scenes"
    qtbot.wait(50)
    assert card.offer.make.visibleRegion().boundingRect() == card.offer.make.rect()
    qtbot.mouseClick(card.offer.make, Qt.MouseButton.LeftButton)
    story = desk.session.story
    assert (story.title, story.author) == ("Our Trip", "Class 2b")
    assert [one.text for one in story.scenes] == ["Ann ran.\n\nShe won.", "Ben swam.", "It rained."]
    assert not card.offer.isVisible() and desk.focusWidget() is card.words
    desk.undo_action.trigger()
    assert len(desk.session.story.scenes) == 1 and "3. It rained." in desk.session.story.scenes[0].text


def test_scenes_are_offered_only_for_a_story_that_stands_alone(make_desk: Any, qtbot: Any) -> None:
    card = make_desk(Story("s", scenes=(Scene("a"),))).cards["a"]
    card.words.setFocus()
    paste(card.words, text="Ann ran.\n\nBen swam.")
    assert not card.offer.isVisible()
    many = "Ann ran.\n\nBen swam.\n\nIt rained.\n\nThey slept."
    paste(card.words, text=many)
    assert not card.offer.isVisible()  # the scene has other words, too
    card.words.selectAll()
    paste(card.words, text=many)
    assert card.offer.isVisible()
    qtbot.keyClicks(card.words, " Well")
    assert not card.offer.isVisible()  # it is written on: a scene


def test_a_story_that_is_pasted_into_its_title_goes_into_the_first_scene(make_desk: Any) -> None:
    desk = make_desk(Story("s", scenes=(Scene("a"),)))
    title, card = desk.column.title, desk.cards["a"]
    title.setFocus()
    long = "\n\n".join(f"{number}. The children walked on through the dark wood." for number in range(1, 9))
    source = QMimeData()
    source.setText(long)
    title.insertFromMimeData(source)
    assert (title.text(), card.words.toPlainText()) == ("", long)
    assert card.offer.isVisible() and desk.focusWidget() is card.words
    title.insertFromMimeData(source)  # there is a story by now
    assert title.text().startswith("1. The children") and card.words.toPlainText() == long
