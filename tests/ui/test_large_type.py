"""Dialogs and panels in the theme, at the usual size and at twice that: nothing is cut, no room is empty."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QToolButton,
)

from storyapp.ui.first_page.import_preview import ImportPreview
from storyapp.ui.main_window import MainWindow
from storyapp.ui.theme import apply_theme

from .conftest import idle

pytestmark = pytest.mark.gui


@pytest.fixture
def large(dressed: QApplication) -> QApplication:
    """The program at twice the usual size of type."""
    apply_theme(dressed, dark=False, scale=200)
    return dressed


@pytest.fixture
def dark(dressed: QApplication) -> QApplication:
    """The program in its dark theme."""
    apply_theme(dressed, dark=True)
    return dressed


def test_help_shows_every_word(large: QApplication, desk: MainWindow, qtbot: Any) -> None:
    table = desk.dialogs.help().table
    qtbot.wait(50)
    for row in range(table.rowCount()):
        item = table.item(row, 0)
        assert item is not None
        width, high = table.columnWidth(0) - 8, table.rowHeight(row)
        needed = table.fontMetrics().boundingRect(0, 0, width, 10_000, 0x1000, item.text())  # words wrap
        assert needed.width() <= width and needed.height() <= high, item.text()


def test_about_shows_all_facts_and_lines_of_the_card(large: QApplication, desk: MainWindow, qtbot: Any) -> None:
    desk.resize(1024, 700)
    dialog = desk.dialogs.about()
    qtbot.wait(50)
    assert dialog.facts.height() >= dialog.facts.heightForWidth(dialog.facts.width())
    assert dialog.card.height() >= 8 * dialog.fontMetrics().height()


def test_no_version_scrolls_sideways(large: QApplication, filed: MainWindow, qtbot: Any) -> None:
    filed.versions.keep_now()
    dialog = filed.dialogs.versions()
    qtbot.waitUntil(lambda: "scenes" in dialog.list.item(0).text(), timeout=20_000)
    assert not dialog.list.horizontalScrollBar().isVisible()
    assert dialog.list.visualItemRect(dialog.list.item(0)).width() <= dialog.list.viewport().width()


def test_there_is_no_empty_room_below_the_last_card(dark: QApplication, desk: MainWindow, qtbot: Any) -> None:
    desk.characters.add_character()
    desk.characters.portrait_asked.emit("pip", 4)
    idle(desk, qtbot)
    scroll = desk.characters.findChild(QScrollArea)
    assert isinstance(scroll, QScrollArea)
    last = list(desk.characters.cards.values())[-1]
    qtbot.waitUntil(lambda: scroll.widget().height() - last.geometry().bottom() < 30, timeout=8000)


def test_radio_buttons_are_seen_in_the_dark(dark: QApplication, qtbot: Any) -> None:
    dialog = ImportPreview("# A\n\n## One\n\nfoo\n\n## Two\n\nbar")
    qtbot.addWidget(dialog)
    dialog.show()
    button: QAbstractButton = list(dialog.buttons.values())[1]
    option = QStyleOptionButton()
    option.initFrom(button)
    ring = button.style().subElementRect(QStyle.SubElement.SE_RadioButtonIndicator, option, button)
    image = button.grab().toImage()
    lights = [image.pixelColor(x, ring.center().y()).lightness() for x in range(ring.left(), ring.right() + 1)]
    assert max(lights) > 130 and min(lights) < 60


def test_the_file_dialog_has_its_icons(dark: QApplication, qtbot: Any, tmp_path: Path) -> None:
    dialog = QFileDialog(None, "", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    for name in ("toParentButton", "newFolderButton", "listModeButton", "detailModeButton"):
        button = dialog.findChild(QToolButton, name)
        assert isinstance(button, QToolButton)
        image = button.grab().toImage()
        inside = range(6, image.width() - 6)
        lights = [image.pixelColor(x, y).lightness() for x in inside for y in range(6, image.height() - 6)]
        assert max(lights) - min(lights) > 60, name
