"""The looks of a character as buttons with menus."""

from __future__ import annotations

import json
from typing import Any

import pytest

from storyapp import paths
from storyapp.stage.vocabulary import Vocabulary
from storyapp.ui.characters.looks_row import LooksRow
from storyapp.ui.characters.tone_names import TONES, tone_names


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
    assert choices(row, "skin") == ["any colour", "pale", "light", "tan", "bronze", "brown", "dark"]
    assert all(not one.icon().isNull() for one in row.buttons["skin"].menu().actions()[1:])
    assert row.buttons["skin"].accessibleName() == "Colour of the skin or fur: brown"
    assert choices(row, "hair")[1:] == ["black", "dark brown", "light brown", "ginger", "blond", "dark red"]
    assert choices(row, "build") == ["any build", "slim", "medium", "round"]
    with qtbot.waitSignal(row.chosen) as chosen:
        row.buttons["build"].menu().actions()[3].trigger()
    assert chosen.args == ["build", "2"]
    row.fill({"build": "2"}, "girl")
    assert row.buttons["build"].text() == "round ▾"


def test_every_tone_of_every_kind_has_a_name_of_its_own(vocabulary: Vocabulary) -> None:
    chinese = json.loads((paths.resources() / "translations" / "words_zh.json").read_text(encoding="utf-8"))[TONES]
    for kind in vocabulary.names("kinds"):
        for look in ("skin", "hair"):
            names = tone_names(vocabulary, kind, look)
            assert len(names) == len(getattr(vocabulary.kind(kind), look)) == len(set(names)), (kind, look)
            assert set(names) <= chinese.keys() and len({chinese[one] for one in names}) == len(names), (kind, look)


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
