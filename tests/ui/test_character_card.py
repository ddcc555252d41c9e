"""The card of a character: room for its words, its lock, and what its menu offers."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from storyapp import paths
from storyapp.ui.main_window import MainWindow
from storyapp.ui.theme import DARK, LIGHT, style_sheet

from .test_picture_editor import idle

pytestmark = pytest.mark.gui
LEFT = Qt.MouseButton.LeftButton


def test_the_description_grows_with_its_words(desk: MainWindow, qtbot: Any) -> None:
    field = desk.characters.cards["pip"].description
    before = field.height()
    qtbot.keyClicks(field, "a small fox in a red shirt with a green scarf and blue trousers " * 3)
    qtbot.waitUntil(lambda: field.height() > before, timeout=20_000)
    lines = field.document().size().height()
    assert field.viewport().height() >= lines * field.fontMetrics().lineSpacing()
    assert not field.verticalScrollBar().isVisible()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: field.height() == before, timeout=20_000)


@pytest.mark.parametrize("width", [1024, 1280])
def test_nothing_scrolls_sideways(desk: MainWindow, qtbot: Any, width: int) -> None:
    desk.resize(width, 700)
    card, scroll = desk.characters.cards["pip"], desk.characters.findChild(QScrollArea)
    assert scroll is not None
    qtbot.waitUntil(lambda: 0 < card.width() <= scroll.viewport().width(), timeout=20_000)
    assert not scroll.horizontalScrollBar().isVisible()
    assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width()


def test_the_lock_says_its_state_and_shows_how_close_pictures_follow(desk: MainWindow, qtbot: Any) -> None:
    card = desk.characters.cards["pip"]
    assert not card.closeness.isVisible()
    qtbot.mouseClick(card.paint, LEFT)
    idle(desk, qtbot)
    assert card.lock.text() == "Locked" and card.closeness.isVisible()
    qtbot.keyClick(card.strength, Qt.Key.Key_Right)
    assert desk.session.story.character("pip").strength == pytest.approx(1.1)
    qtbot.mouseClick(card.lock, LEFT)
    assert card.lock.text() == "Unlocked" and not card.closeness.isVisible()


def test_four_portraits_are_painted_and_another_one_is_chosen(desk: MainWindow, qtbot: Any) -> None:
    card = desk.characters.cards["pip"]
    card.paint_four.trigger()
    idle(desk, qtbot)
    assert card.portraits.count() == 4 and card.portraits.isVisible()
    item = card.portraits.item(2)
    qtbot.mouseClick(card.portraits.viewport(), LEFT, pos=card.portraits.visualItemRect(item).center())
    character = desk.session.story.character("pip")
    assert character.chosen == character.portraits[2].id
    assert desk.session.undo_name == "Choose portrait"


def test_a_lock_follows_up_to_three_portraits(desk: MainWindow, qtbot: Any) -> None:
    card, strip = desk.characters.cards["pip"], desk.characters.cards["pip"].portraits
    card.paint_four.trigger()
    idle(desk, qtbot)
    shown, *others = (one.id for one in desk.session.story.character("pip").portraits)
    assert strip.menu_of(shown) is None  # it is followed as it is
    before = strip.item(1).icon().pixmap(60, 60).toImage()
    for portrait in others[:2]:
        menu = strip.menu_of(portrait)
        assert menu is not None
        menu.actions()[0].trigger()
    character = desk.session.story.character("pip")
    assert [one.id for one in character.followed] == [shown, *others[:2]]
    assert strip.item(1).icon().pixmap(60, 60).toImage() != before
    third, second = strip.menu_of(others[2]), strip.menu_of(others[1])
    assert third is not None and not third.actions()[0].isEnabled()
    assert second is not None and second.actions()[0].isChecked()
    second.actions()[0].trigger()
    assert [one.id for one in desk.session.story.character("pip").followed] == [shown, others[0]]
    assert desk.session.undo_name == "Follow another portrait"
    qtbot.mouseClick(card.lock, LEFT)
    assert strip.menu_of(others[0]) is None


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_style_sheet_knows_every_name_and_its_icons_are_there(qapp: QApplication, colours: Any) -> None:
    sheet = style_sheet(colours, 150)
    assert "@" not in sheet
    assert "pt(" not in sheet and "15.00pt" in sheet
    for name in ("down", "up", "check"):
        assert (paths.resources() / "icons" / f"{name}-{colours.theme}.svg").is_file()
