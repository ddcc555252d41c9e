"""Somebody or something more in a picture: kinds by a menu, things by their names."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from storyapp.ui.main_window import MainWindow
from storyapp.ui.picture.thing_picker import ThingPicker

from .conftest import idle, painted, picture

pytestmark = pytest.mark.gui


def shown(picker: ThingPicker) -> list[str]:
    rows = (picker.found.item(row) for row in range(picker.found.count()))
    return [one.text() for one in rows if not one.isHidden()]


@pytest.fixture
def picker(desk: MainWindow, qtbot: Any) -> Any:
    painted(desk, qtbot)
    desk.chosen.choose("a")
    menu = desk.picture_panel.cast.add_menu()
    next(one for one in menu.actions() if one.text() == "A thing …").trigger()
    found = desk.findChild(ThingPicker)
    assert found is not None and found.isVisible()
    return found


def test_a_thing_is_found_by_typing_and_added_by_enter(desk: MainWindow, picker: ThingPicker, qtbot: Any) -> None:
    assert len(shown(picker)) > 300
    qtbot.keyClicks(picker.words, "kite")
    assert shown(picker)[0] == "kite" and picker.found.currentItem().text() == "kite"
    qtbot.keyClick(picker.words, Qt.Key.Key_Return)
    idle(desk, qtbot)
    assert "kite" in {one.concept for one in picture(desk).plan.cels}
    assert desk.picture_panel.cel == "kite"


def test_arrows_walk_through_the_list_and_an_unknown_thing_is_said(
    desk: MainWindow, picker: ThingPicker, qtbot: Any
) -> None:
    before = picture(desk)
    qtbot.keyClicks(picker.words, "bal")
    first = picker.found.currentItem().text()
    assert first.startswith("bal") and len(shown(picker)) > 1
    qtbot.keyClick(picker.words, Qt.Key.Key_Down)
    second = picker.found.currentItem().text()
    assert second != first and second in shown(picker)
    qtbot.keyClicks(picker.words, "zzz")
    assert not shown(picker) and picker.told.isVisible()
    qtbot.keyClick(picker.words, Qt.Key.Key_Return)
    assert picker.isVisible()
    qtbot.keyClick(picker.words, Qt.Key.Key_Escape)
    idle(desk, qtbot)
    assert picture(desk) is before


def test_kinds_are_in_a_menu(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    menu = desk.picture_panel.cast.add_menu()
    others = next(one.menu() for one in menu.actions() if one.text() == "Somebody else")
    assert {"bear", "robot"} <= {one.text() for one in others.actions()}  # type: ignore[attr-defined]
