"""A thing gets a colour by its chip or in the panel: at once, undoable, and it stays."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QMenu

from storyapp import paths
from storyapp.stage.tint import TONES
from storyapp.story.plan import CelPlan
from storyapp.ui.languages import Translations, cel_name
from storyapp.ui.main_window import MainWindow
from storyapp.ui.painting.pictures import PictureStore
from storyapp.ui.painting.thumbnails import key_of

from .conftest import idle, painted, picture

pytestmark = pytest.mark.gui


@pytest.fixture
def ballooned(desk: MainWindow, qtbot: Any) -> MainWindow:
    """A desk whose first picture has a balloon in it, which is chosen."""
    painted(desk, qtbot)
    desk.tabs.setCurrentWidget(desk.picture_panel)
    desk.pictures.steps.add("a", "thing", "balloon")
    idle(desk, qtbot)
    desk.picture_panel.select("balloon")
    return desk


def colour(desk: MainWindow) -> str | None:
    return picture(desk).plan.cel("balloon").attributes.get("colour")


def menu_of(desk: MainWindow) -> QMenu:
    """The colours in the menu of the balloon's chip."""
    chip = desk.cards["a"].chips.chips["balloon"]
    chip.menu().aboutToShow.emit()
    return next(one.menu() for one in chip.menu().actions() if one.text() == "Colour")  # type: ignore[return-value]


def choose(desk: MainWindow, words: str) -> None:
    next(one for one in menu_of(desk).actions() if one.text() == words).trigger()


def test_a_chip_gives_a_colour_at_once_and_says_it(ballooned: MainWindow) -> None:
    before, painted_before = picture(ballooned), len(ballooned.engine.painted)  # type: ignore[attr-defined]
    choose(ballooned, "red")
    assert colour(ballooned) == "red"
    assert picture(ballooned).chosen == before.chosen and picture(ballooned).placements == before.placements
    assert len(ballooned.engine.painted) == painted_before  # type: ignore[attr-defined]  # nothing is painted
    chip = ballooned.cards["a"].chips.chips["balloon"]
    assert chip.accessibleName() == "red balloon" and "•" in chip.text()
    assert [one.text() for one in menu_of(ballooned).actions() if one.isChecked()] == ["red"]
    row = ballooned.picture_panel.cast.layers.row_of("balloon")
    assert row is not None and row.text(0) == "red balloon"
    assert not menu_of(ballooned).actions()[1].icon().isNull()


def test_it_is_undone_and_taken_back(ballooned: MainWindow) -> None:
    choose(ballooned, "red")
    choose(ballooned, "gold")
    assert colour(ballooned) == "gold"
    ballooned.session.undo()
    assert colour(ballooned) == "red"
    choose(ballooned, "as it is painted")
    assert colour(ballooned) is None and "colour" in picture(ballooned).plan.cel("balloon").corrected
    ballooned.session.undo()
    ballooned.session.undo()
    assert colour(ballooned) is None and "colour" not in picture(ballooned).plan.cel("balloon").corrected


def test_the_panel_shows_and_changes_it(ballooned: MainWindow) -> None:
    box = ballooned.picture_panel.doing.colour
    assert box.isEnabled() and box.accessibleName() == "Colour" and box.currentText() == "as it is painted"
    index = box.findData("blue")
    box.setCurrentIndex(index)
    box.activated.emit(index)
    assert colour(ballooned) == "blue" and ballooned.picture_panel.doing.colour.currentData() == "blue"
    ballooned.picture_panel.select("fox")
    assert not ballooned.picture_panel.doing.colour.isEnabled()  # clothes and fur have their own


def test_it_stays_when_it_is_painted_again_and_in_another_style(ballooned: MainWindow, qtbot: Any) -> None:
    choose(ballooned, "red")
    ballooned.pictures.steps.redo("a", "balloon")
    idle(ballooned, qtbot)
    assert colour(ballooned) == "red"
    qtbot.mouseClick(ballooned.style_panel.buttons["ink"], Qt.MouseButton.LeftButton)
    assert colour(ballooned) == "red" and picture(ballooned).style == "ink"
    painted(ballooned, qtbot)
    assert colour(ballooned) == "red"


def test_a_small_picture_shows_the_colour(ballooned: MainWindow) -> None:
    before = key_of(picture(ballooned))
    assert key_of(picture(ballooned)) == before
    choose(ballooned, "red")
    assert key_of(picture(ballooned)) != before
    ballooned.undo()
    assert key_of(picture(ballooned)) == before


def test_a_locked_thing_keeps_its_colour(ballooned: MainWindow) -> None:
    ballooned.pictures.steps.change_placement("a", "Lock %1", "balloon", locked=True)
    choose(ballooned, "red")
    assert colour(ballooned) is None


def test_the_picture_and_the_small_pictures_show_it(ballooned: MainWindow) -> None:
    store: PictureStore = ballooned.pictures.steps.work.store

    def middle() -> Any:
        shown = store.composer(picture(ballooned), 256)().compose(
            [one for one in picture(ballooned).placements if one.cel == "balloon"], finish=False
        )
        place = next(one.box for one in picture(ballooned).placements if one.cel == "balloon")
        x, y = int(256 * (place.x + place.width / 2)), int(256 * (place.y + 0.7 * place.height))
        return np.asarray(shown)[y, x].astype(int)

    def small() -> str:
        plan = picture(ballooned).plan.cel("balloon")
        image = store.small(picture(ballooned).chosen["balloon"], 30, plan).toImage()
        return image.pixelColor(30, 40).name()

    for one in ("red", "blue"):
        choose(ballooned, one)
        wanted = [int(TONES[one][i : i + 2], 16) for i in (1, 3, 5)]
        assert np.abs(middle() - wanted).max() < 45, one
        assert (
            np.abs([int(small()[i : i + 2], 16) - level for i, level in zip((1, 3, 5), wanted, strict=True)]).max() < 45
        )


def test_every_colour_has_a_chinese_name(qapp: QApplication, vocabulary: Any, ballooned: MainWindow) -> None:
    translations = Translations(paths.resources() / "translations")
    translations.use(qapp, "zh")
    try:
        story = ballooned.session.story
        names = [cel_name(vocabulary, story, CelPlan("b", "thing", "balloon", attributes={"colour": c})) for c in TONES]
        assert names[0] == "红色的气球" and len(set(names)) == len(TONES)
        assert all(not name.isascii() and name.endswith("色的气球") for name in names)
    finally:
        translations.use(qapp, "en")
        QLocale.setDefault(QLocale.c())


def test_words_to_paint_it_from_tell_its_colour(ballooned: MainWindow, qtbot: Any) -> None:
    ballooned.pages.open("a")
    editor = ballooned.picture_editor
    editor.select("balloon")

    def write(words: str) -> None:
        editor.words.selectAll()
        qtbot.keyClick(editor.words, Qt.Key.Key_Delete)
        qtbot.keyClicks(editor.words, words)
        qtbot.mouseClick(editor.paint, Qt.MouseButton.LeftButton)
        idle(ballooned, qtbot)

    write("golden balloon")
    assert colour(ballooned) == "gold"
    shown = picture(ballooned).shown("balloon")
    assert shown is not None and shown.phrase == "balloon" and editor.words.text() == "gold balloon"
    write("gold balloon")
    assert colour(ballooned) == "gold"
    write("yellow")  # alone it is of the balloon
    shown = picture(ballooned).shown("balloon")
    assert colour(ballooned) == "yellow" and shown is not None and shown.phrase == "balloon"
    write("balloon")
    assert colour(ballooned) is None and editor.words.text() == "balloon"
