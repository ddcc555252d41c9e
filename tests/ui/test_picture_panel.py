"""The picture panel: chips, layers, variants, and what each of them does to the picture."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from storyapp.ui.main_window import MainWindow
from storyapp.ui.picture.layers import EYE

from .conftest import idle, painted, picture

pytestmark = pytest.mark.gui


def choose(chip: QComboBox, value: str) -> None:
    index = chip.findData(value)
    assert index >= 0
    chip.setCurrentIndex(index)
    chip.activated.emit(index)


def test_the_panel_says_what_to_do_while_there_is_no_picture(desk: MainWindow) -> None:
    desk.tabs.setCurrentWidget(desk.picture_panel)
    assert desk.picture_panel.empty.isVisible()
    assert not desk.picture_panel.cast.isVisible()


def test_the_chips_show_the_plan(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    panel = desk.picture_panel
    assert panel.place.setting.currentData() == "forest"
    assert set(panel.cast.layers.ids()) == {"fox", "bear"}


def test_a_corrected_place_repaints_the_backdrop_alone_and_stays(desk: MainWindow, qtbot: Any) -> None:
    before = painted(desk, qtbot)
    choose(desk.picture_panel.place.setting, "beach")
    idle(desk, qtbot)
    after = picture(desk)
    assert after.plan.setting == "beach"
    assert after.chosen["backdrop"] != before.chosen["backdrop"]
    assert after.chosen["fox"] == before.chosen["fox"]
    assert after.placements == before.placements
    desk.cards["a"].words.setPlainText("A fox and a bear in the garden.")
    again = painted(desk, qtbot)
    assert again.plan.setting == "beach"
    assert again.chosen["backdrop"] != after.chosen["backdrop"]


def test_a_corrected_pose_repaints_that_cel_alone(desk: MainWindow, qtbot: Any) -> None:
    before = painted(desk, qtbot)
    desk.picture_panel.select("fox")
    choose(desk.picture_panel.doing.pose, "dancing")
    idle(desk, qtbot)
    after = picture(desk)
    assert after.plan.cel("fox").attributes["pose"] == "dancing"
    assert "pose" in after.plan.cel("fox").corrected
    assert after.chosen["fox"] != before.chosen["fox"]
    assert after.chosen["bear"] == before.chosen["bear"]
    desk.undo_action.trigger()
    assert picture(desk).chosen == before.chosen


def test_a_click_on_a_variant_shows_it(desk: MainWindow, qtbot: Any) -> None:
    before = painted(desk, qtbot)
    panel = desk.picture_panel
    panel.select("fox")
    desk.tabs.setCurrentWidget(panel)
    qtbot.mouseClick(panel.cast.again, Qt.MouseButton.LeftButton)
    idle(desk, qtbot)
    assert panel.variants.strip.count() == 2
    first = panel.variants.strip.item(0)
    panel.variants.strip.scrollToItem(first)
    rect = panel.variants.strip.visualItemRect(first)
    qtbot.mouseClick(panel.variants.strip.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert picture(desk).chosen["fox"] == before.chosen["fox"]
    assert len(picture(desk).variants) == len(before.variants) + 1


def test_vary_keeps_most_cells(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    desk.picture_panel.select("fox")
    qtbot.mouseClick(desk.picture_panel.cast.vary, Qt.MouseButton.LeftButton)
    idle(desk, qtbot)
    lock = desk.engine.painted[-1].lock  # type: ignore[attr-defined]
    assert 0.5 < len(lock.cells) / len(lock.grid.cells()) < 0.8


def test_hiding_mirroring_and_order_are_steps_without_painting(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    asked = len(desk.engine.requests)  # type: ignore[attr-defined]
    panel = desk.picture_panel
    panel.select("fox")
    qtbot.mouseClick(panel.cast.mirror, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(panel.cast.back, Qt.MouseButton.LeftButton)
    row = panel.cast.layers.row_of("fox")
    assert row is not None
    row.setCheckState(EYE, Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: desk.session.undo_name == "Hide fox", timeout=2000)
    fox = picture(desk).placement("fox")
    assert fox.hidden and fox.pinned
    assert len(desk.engine.requests) == asked  # type: ignore[attr-defined]
    for _ in range(3):
        desk.undo_action.trigger()
    fox = picture(desk).placement("fox")
    assert not fox.hidden and not fox.pinned


def test_somebody_of_the_cast_can_be_put_into_the_picture(desk: MainWindow, qtbot: Any) -> None:
    before = painted(desk, qtbot)
    pip = next(action for action in desk.picture_panel.cast.add_menu().actions() if action.text() == "Pip")
    pip.trigger()
    idle(desk, qtbot)
    after = picture(desk)
    assert len(after.placements) == len(before.placements) + 1
    assert [one for one in after.placements if one.cel in before.chosen] == list(before.placements)
    assert any(cel.who == "pip" for cel in after.plan.cels)


def test_removing_somebody_leaves_the_rest(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    desk.picture_panel.select("bear")
    qtbot.mouseClick(desk.picture_panel.cast.remove, Qt.MouseButton.LeftButton)
    assert [cel.id for cel in picture(desk).plan.cels] == ["fox"]


def test_a_locked_place_goes_with_the_request(desk: MainWindow, qtbot: Any) -> None:
    first = painted(desk, qtbot, "a")
    painted(desk, qtbot, "b")
    desk.scenes.setCurrentRow(1)
    choose(desk.picture_panel.place.same_place, "a")
    idle(desk, qtbot)
    assert desk.session.story.scene("b").place == "a"
    backdrop = first.shown("backdrop")
    assert backdrop is not None
    assert desk.engine.painted[-1].portraits == (backdrop.codes,)  # type: ignore[attr-defined]


def test_the_seed_of_the_advanced_fold_is_used(desk: MainWindow, qtbot: Any) -> None:
    desk.picture_panel.advanced.seed.setValue(77)
    desk.picture_panel.advanced.steps.setValue(6)
    painted(desk, qtbot)
    request = desk.engine.requests[-1]  # type: ignore[attr-defined]
    assert (request.seed, request.options.steps) == (77, 6)


def test_a_click_in_the_picture_opens_the_panel_on_that_cel(desk: MainWindow, qtbot: Any) -> None:
    found = painted(desk, qtbot)
    box = found.placement("bear").box
    stage = desk.cards["a"].stage
    rect = stage.picture_rect()
    point = rect.topLeft().toPoint()
    point.setX(round(rect.x() + (box.x + box.width / 2) * rect.width()))
    point.setY(round(rect.y() + (box.y + box.height * 0.6) * rect.height()))
    qtbot.mouseClick(stage, Qt.MouseButton.LeftButton, pos=point)
    assert desk.tabs.currentWidget() is desk.picture_panel
    assert desk.picture_panel.cel == "bear"
