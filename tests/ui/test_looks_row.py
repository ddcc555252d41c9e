"""The looks of a character as buttons with menus."""

from __future__ import annotations

from typing import Any

import pytest

from storyapp.stage.vocabulary import Vocabulary
from storyapp.ui.looks_row import LooksRow


@pytest.fixture
def row(qtbot: Any, vocabulary: Vocabulary) -> LooksRow:
    row = LooksRow(vocabulary)
    qtbot.addWidget(row)
    row.show()
    return row


def choices(row: LooksRow, look: str) -> list[str]:
    menu = row.buttons[look].menu()
    menu.aboutToShow.emit()
    return [one.text() for one in menu.actions()]


def test_skin_hair_and_build_are_chosen_by_tone(row: LooksRow, qtbot: Any) -> None:
    row.fill({"skin": "4"}, "girl")
    assert choices(row, "skin") == ["any colour", *(f"tone {number}" for number in range(1, 7))]
    assert choices(row, "build") == ["any build", "slim", "medium", "round"]
    with qtbot.waitSignal(row.chosen) as chosen:
        row.buttons["build"].menu().actions()[3].trigger()
    assert chosen.args == ["build", "2"]
    row.fill({"build": "2"}, "girl")
    assert row.buttons["build"].text() == "round ▾"


def test_each_kind_has_its_own_tones(row: LooksRow) -> None:
    row.fill({"skin": "0"}, "girl")
    girl = row.buttons["skin"].icon().pixmap(32).toImage().pixelColor(16, 16)
    row.fill({"skin": "0"}, "frog")
    frog = row.buttons["skin"].icon().pixmap(32).toImage().pixelColor(16, 16)
    assert frog.green() > frog.red() and girl.red() > girl.green()


def test_what_is_worn_has_a_colour_only_when_something_is(row: LooksRow) -> None:
    row.fill({}, "fox")
    assert row.buttons["accessory"].text() == "nothing worn ▾"
    assert not row.buttons["accessory_colour"].isVisible()
    row.fill({"accessory": "hat", "accessory_colour": "red"}, "fox")
    assert row.buttons["accessory_colour"].isVisible()
