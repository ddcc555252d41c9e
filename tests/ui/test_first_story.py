"""What somebody meets who writes a first story: pictures in view, heroes kept, steps taken back where one looks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QColor, QFont, QFontMetrics, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from storyapp import app
from storyapp.story.model import Character, Scene, Story, Variant
from storyapp.ui.icons import picture_icon
from storyapp.ui.languages import Translations
from storyapp.ui.main_window import MainWindow
from storyapp.ui.preferences import PreferenceStore
from storyapp.ui.session import Session
from storyapp.ui.style.style_panel import wrapped
from storyapp.ui.widgets.lines import lines_of

from .conftest import MakeDesk, painted

pytestmark = pytest.mark.gui


def place_in(desk: MainWindow, scene: str) -> QRect:
    """Where the picture of a scene is, from the upper edge of what is seen of the story."""
    stage = desk.cards[scene].stage
    return QRect(stage.mapTo(desk.view.viewport(), QPoint(0, 0)), stage.size())


def test_a_first_picture_is_scrolled_into_view_and_the_words_stay(desk: MainWindow, qtbot: Any) -> None:
    desk.cards["a"].words.setFocus()
    painted(desk, qtbot)
    height = desk.view.viewport().height()
    qtbot.waitUntil(lambda: place_in(desk, "a").height() > 300 and place_in(desk, "a").bottom() < height)
    words = desk.cards["a"].words
    assert words.mapTo(desk.view.viewport(), words.cursorRect().topLeft()).y() >= 0


def test_the_picture_of_another_scene_leaves_the_view(desk: MainWindow, qtbot: Any) -> None:
    desk.scenes.choose("b")
    before = desk.view.verticalScrollBar().value()
    desk.work.illustrate(["a"])
    qtbot.waitUntil(lambda: desk.session.story.scene("a").illustration is not None and not desk.queue.jobs)
    revealed: list[str] = []
    desk.view.reveal_picture = revealed.append  # type: ignore[method-assign]
    desk.pictures.first_painted.emit("a")
    assert revealed == [] and desk.view.verticalScrollBar().value() >= before


def test_what_is_taken_back_elsewhere_is_the_chosen_scene(make_desk: MakeDesk) -> None:
    scenes = tuple(Scene(f"s{number}", text="Words.") for number in range(30))
    desk = make_desk(Story("s", scenes=scenes))
    desk.steps.edit_text("s20", "Other words.")
    desk.chosen.go_to("s0")
    desk.undo()
    assert desk.current_scene() == "s20" == desk.scenes.scene_id()


def test_a_new_character_is_seen_whole(make_desk: MakeDesk, qtbot: Any) -> None:
    cast = tuple(Character(f"c{number}", f"Hero {number}", concept="fox") for number in range(3))
    desk = make_desk(Story("s", scenes=(Scene("a"),), characters=cast))
    desk.characters.add_character()
    card = desk.characters.cards[desk.session.story.characters[-1].id]
    qtbot.waitUntil(lambda: card.visibleRegion().boundingRect().height() == card.height())


def test_nobody_is_a_fox_by_example_who_has_a_portrait(make_desk: MakeDesk) -> None:
    portrait = Variant("p", "lily", "girl", "ink", 1, None)
    lily = Character("x", "Lily", concept="girl", portraits=(portrait,), chosen="p")
    desk = make_desk(Story("s", scenes=(Scene("a"),), characters=(lily,)))
    assert "fox" not in desk.characters.cards["x"].description.placeholderText()
    desk.characters.add_character()
    new = desk.characters.cards[desk.session.story.characters[-1].id]
    assert "fox" in new.description.placeholderText()


def test_a_chosen_picture_has_its_own_colours(qapp: QApplication) -> None:
    picture = QPixmap(8, 8)
    picture.fill(QColor("red"))
    chosen = picture_icon(picture).pixmap(QSize(8, 8), QIcon.Mode.Selected).toImage()
    assert chosen.pixelColor(4, 4) == QColor("red")


@pytest.mark.parametrize(
    "words", ["有纹理的纸上淡淡的水彩,边缘较深,颜色柔和。" * 3, "Pale washes with darker edges on grained paper."]
)
def test_the_words_of_a_style_are_on_lines_that_fit(qapp: QApplication, words: str) -> None:
    font = QFont()
    name, *lines = wrapped("Watercolour", words, font).split("\n")
    assert name == "Watercolour" and len(lines) > 1
    assert "".join(lines).replace(" ", "") == words.replace(" ", "")
    assert all(QFontMetrics(font).horizontalAdvance(one) <= QFontMetrics(font).averageCharWidth() * 27 for one in lines)


def test_no_words_are_on_no_line_that_is_seen(qapp: QApplication) -> None:
    assert "".join(lines_of("", QFont(), 100)) == ""


def test_a_scene_without_a_heading_has_more_of_its_words_in_the_list(desk: MainWindow) -> None:
    text = "Lily and her dog Rusty played in the park, and Rusty chased a red ball into the bushes by the pond."
    desk.session.apply("", lambda story: story.with_scene(replace(story.scene("a"), title="", text=text)))
    assert text in desk.scenes.item(0).toolTip()
    desk.scenes.viewport().grab()  # it is painted


def test_all_windows_have_one_engine(
    qtbot: Any, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    desk = app.Desk(qapp, PreferenceStore(), Translations(tmp_path))
    windows = [desk.show(Session(Story(name, scenes=(Scene("a"),)))) for name in ("one", "two")]
    assert windows[0].work.illustrator is windows[1].work.illustrator
    for window in windows:
        window.close()
    desk.home.close()
