"""Tab follows the page, and what it comes to is seen."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from storyapp.story.model import Scene, Story
from storyapp.ui.main_window import MainWindow

from .conftest import MakeDesk, idle, painted

pytestmark = pytest.mark.gui


def tabbed(desk: MainWindow, qtbot: Any, count: int, key: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """What has the focus, one after the other."""
    found = []
    for _ in range(count):
        qtbot.keyClick(desk.focusWidget(), key)
        focus = desk.focusWidget()
        assert focus is not None
        found.append(focus)
    return found


def test_tab_follows_the_page_then_comes_the_list_and_the_studio(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    qtbot.waitUntil(lambda: all(chip.isVisible() for chip in desk.cards["a"].chips.chips.values()), timeout=4000)
    desk.column.title.setFocus()
    one, two = desk.cards["a"], desk.cards["b"]
    found = tabbed(desk, qtbot, 40)
    page = [desk.column.author, one.title, one.words, one.stage, *one.chips.chips.values(), one.cast.add]
    page += [one.illustrate, two.title, two.words, two.stage, *two.cast.chips.values(), two.cast.add, two.illustrate]
    page += [desk.column.more, desk.scenes]
    found = [widget for widget in found if widget in page or desk.tabs.isAncestorOf(widget)]
    assert found[: len(page)] == page
    assert all(desk.tabs.isAncestorOf(widget) for widget in found[len(page) : len(page) + 5])


def test_back_is_the_same_way(desk: MainWindow, qtbot: Any) -> None:
    desk.column.title.setFocus()
    there = [desk.column.title, *tabbed(desk, qtbot, 12)]
    back = [there[-1], *tabbed(desk, qtbot, 12, Qt.Key.Key_Backtab)]
    assert back == there[::-1]


def test_tab_goes_through_a_long_story_and_everything_is_seen(make_desk: MakeDesk, qtbot: Any) -> None:
    scenes = tuple(Scene(f"s{row}", f"Scene {row}", "It rained.\n\n" * 6) for row in range(40))
    desk = make_desk(Story("long", "Long", scenes=scenes))
    desk.column.title.setFocus()
    headings: list[str] = []
    for _ in range(400):
        (focus,) = tabbed(desk, qtbot, 1)
        assert not focus.visibleRegion().isEmpty()
        headings += [key for key, card in desk.cards.items() if card.title is focus]
        if focus is desk.column.more:
            break
    assert headings == [one.id for one in scenes]
    (before,) = tabbed(desk, qtbot, 1, Qt.Key.Key_Backtab)
    assert desk.cards["s39"].isAncestorOf(before)


def test_what_tab_comes_to_is_scrolled_to(desk: MainWindow, qtbot: Any) -> None:
    desk.resize(1100, 420)
    painted(desk, qtbot)
    qtbot.wait(100)
    desk.column.title.setFocus()
    for _ in range(20):
        (focus,) = tabbed(desk, qtbot, 1)
        top = focus.mapTo(desk, focus.rect().topLeft()).y()
        assert not focus.visibleRegion().isEmpty() and top < desk.height()


def test_what_goes_from_under_the_focus_leaves_it_near_and_selects_no_words(desk: MainWindow, qtbot: Any) -> None:
    card, title = desk.characters.cards["pip"], desk.session.story.title
    card.paint_four.trigger()
    idle(desk, qtbot)
    card.portraits.setFocus()
    for _ in range(5):  # the strip goes with the last but one portrait, and the key is pressed once more
        qtbot.keyClick(desk.focusWidget(), Qt.Key.Key_Delete)
    assert len(desk.session.story.character("pip").portraits) == 1
    assert desk.session.story.title == title and card.isAncestorOf(desk.focusWidget())


def test_after_the_words_of_a_new_name_one_is_still_at_the_character(desk: MainWindow, qtbot: Any) -> None:
    card = desk.characters.cards["pip"]
    card.name.setFocus()
    card.name.selectAll()
    qtbot.keyClicks(card.name, "Tom")
    qtbot.keyClick(card.name, Qt.Key.Key_Return)
    card.renaming.change.setFocus()
    qtbot.keyClick(card.renaming.change, Qt.Key.Key_Space)
    assert desk.session.story.scene("b").text == "Tom in the garden."
    focus = desk.focusWidget()
    assert card.isAncestorOf(focus) and not desk.column.title.hasSelectedText()


def test_the_focus_goes_on_from_a_character_who_is_taken_out(desk: MainWindow, qtbot: Any) -> None:
    desk.characters.add_character()
    _, card = desk.characters.cards.values()
    qtbot.waitUntil(card.isVisible)
    card.description.setFocus()
    card.remove.trigger()
    qtbot.wait(20)
    focus = desk.focusWidget()
    assert focus is not None and focus.isVisible() and not desk.column.title.hasSelectedText()


def part_of(desk: MainWindow) -> str:
    """The part of the window that has the focus."""
    parts = {"page": desk.middle, "list": desk.arrangement.list_dock, "studio": desk.arrangement.studio_dock}
    return next(name for name, part in parts.items() if part.isAncestorOf(desk.focusWidget()))


@pytest.mark.parametrize("width", [1280, 700])  # list and studio beside one another, and one over the other
def test_f6_goes_through_the_parts_of_the_window_and_back_to_the_words(
    desk: MainWindow, qtbot: Any, width: int
) -> None:
    desk.resize(width, 860)
    words = desk.cards["b"].words
    words.setFocus()
    found = []
    for _ in range(3):
        qtbot.keyClick(desk.focusWidget(), Qt.Key.Key_F6)
        found.append(part_of(desk))
        assert not desk.focusWidget().visibleRegion().isEmpty()
    assert found == ["list", "studio", "page"] and desk.focusWidget() is words
    qtbot.keyClick(words, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert part_of(desk) == "studio"


def test_f6_leaves_out_what_is_hidden(desk: MainWindow, qtbot: Any) -> None:
    desk.actions_.list.trigger()
    desk.cards["a"].words.setFocus()
    qtbot.keyClick(desk.focusWidget(), Qt.Key.Key_F6)
    assert part_of(desk) == "studio"


def test_enter_presses_the_button_that_has_the_focus(desk: MainWindow, qtbot: Any) -> None:
    desk.characters.add.setFocus()
    qtbot.keyClick(desk.characters.add, Qt.Key.Key_Return)
    assert len(desk.session.story.characters) == 2
    words = desk.cards["a"].words
    words.setFocus()
    before = desk.session.story.scenes[0].text
    qtbot.keyClick(words, Qt.Key.Key_Return)
    assert words.toPlainText().count("\n") == before.count("\n") + 1 and len(desk.session.story.characters) == 2
