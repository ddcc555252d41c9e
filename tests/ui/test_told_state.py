"""What the desk tells at a glance: what can be pressed, what is saved, how large, which picture is another's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QApplication, QWidget

from storyapp.ui.main_window import MainWindow
from storyapp.ui.theme import LIGHT
from storyapp.ui.widgets.lines import two_lines
from storyapp.ui.window.written_bar import size_words

from .conftest import painted

pytestmark = pytest.mark.gui


def ground(widget: QWidget | None) -> QColor:
    assert widget is not None
    place = widget.mapTo(widget.window(), QPoint(6, widget.height() // 2))
    return widget.window().grab().toImage().pixelColor(place)


def test_a_button_that_does_nothing_now_has_no_ground_of_its_own(
    dressed: QApplication, desk: MainWindow, qtbot: Any
) -> None:
    bar, actions = desk.actions_.bar, desk.actions_
    assert ground(bar.widgetForAction(actions.undo)) == QColor(LIGHT.desk)
    desk.session.apply("Title", lambda story: replace(story, title="Another"))
    assert ground(bar.widgetForAction(actions.undo)) == QColor(LIGHT.paper)
    assert ground(bar.widgetForAction(actions.redo)) == QColor(LIGHT.desk)


def test_the_bar_below_says_that_all_is_saved(filed: MainWindow, qtbot: Any) -> None:
    told = filed.job_bar.saved
    assert told.isVisible() and told.text().startswith("saved")
    qtbot.keyClicks(filed.cards["a"].words, "Wind. ")
    assert told.text().startswith("saving …")
    qtbot.waitUntil(lambda: told.text().startswith("saved"), timeout=8000)


def test_nothing_is_said_of_a_story_without_a_file(desk: MainWindow) -> None:
    assert desk.job_bar.saved.isHidden()


@pytest.mark.parametrize(
    ("count", "told"), [(995_951, "996 kB"), (1_120_000, "1.1 MB"), (22_400_000, "22 MB"), (950, "950 bytes")]
)
def test_sizes_are_told_as_exactly_as_they_are_known(count: int, told: str) -> None:
    assert size_words(count) == told


def test_a_word_longer_than_the_list_is_cut_with_an_ellipsis(qapp: QApplication) -> None:
    long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    first, second = two_lines(f"{long} sat down.", QFont(), 150)
    assert first.startswith("Donau") and first.endswith("…") and second == "sat down."
    assert two_lines(long, QFont(), 150)[0].endswith("…")


def test_lines_that_fit_are_left_alone(qapp: QApplication) -> None:
    assert two_lines("A fox sat.", QFont(), 150) == ["A fox sat."]
    assert "…" not in two_lines("小狐狸和熊在森林里烤面包。", QFont(), 120)[0]


def test_the_card_of_somebody_new_names_the_pictures_that_show_another_of_that_name(
    desk: MainWindow, qtbot: Any
) -> None:
    hero = desk.session.story.character("pip")
    desk.session.apply("Nobody", lambda story: replace(story, characters=()))
    painted(desk, qtbot, "a")
    painted(desk, qtbot, "b")
    picture = desk.session.story.scene("a").illustration
    assert picture is not None
    cel = replace(picture.plan.cels[0], id="pip", who=None)
    early = replace(picture, plan=replace(picture.plan, cels=(cel,)))
    desk.session.apply(
        "Pip",
        lambda story: story.with_character(hero).with_scene(
            replace(story.scene("a"), text="Pip sat.", illustrations=(early,))
        ),
    )
    painted(desk, qtbot, "b")
    told = desk.characters.cards["pip"].scenes
    qtbot.waitUntil(lambda: told.text().startswith("In scenes"), timeout=8000)
    assert 'The pictures of scenes <a href="a">1</a> are from before this character' in told.text()


def test_a_picture_that_shows_nobody_of_a_name_is_not_asked_for_again(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot, "b")
    desk.session.apply("Missed", lambda story: story.with_scene(replace(story.scene("a"), text="The bear missed Pip.")))
    painted(desk, qtbot, "a")
    assert "before this character" not in desk.characters.cards["pip"].scenes.text()
