"""Variants, layers, styles, cast and search: what the studio does to the whole story."""

from __future__ import annotations

import time
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from storyapp.story.codes import CodeGrid
from storyapp.story.errors import DeviceError
from storyapp.story.model import Character, Scene, Story
from storyapp.ui.main_window import MainWindow
from storyapp.ui.picture.compare import CompareDialog
from storyapp.ui.picture.layers import LOCK

from .conftest import MakeDesk, idle, painted, picture, place
from .hands import LEFT

pytestmark = pytest.mark.gui


def four_foxes(desk: MainWindow, qtbot: Any) -> Any:
    painted(desk, qtbot)
    desk.tabs.setCurrentWidget(desk.picture_panel)
    desk.picture_panel.select("fox")
    desk.picture_panel.cast.distance.setValue(50)
    desk.picture_panel.cast.vary_four.trigger()
    idle(desk, qtbot)
    return desk.picture_panel.variants


def test_four_variations_are_one_step(desk: MainWindow, qtbot: Any) -> None:
    strip = four_foxes(desk, qtbot)
    assert strip.strip.count() == 5
    desk.undo_action.trigger()
    assert strip.strip.count() == 1


def test_a_variant_is_pinned_deleted_and_brought_back(desk: MainWindow, qtbot: Any) -> None:
    strip = four_foxes(desk, qtbot)
    last = strip.strip.item(4).data(256)
    strip.strip.setCurrentRow(4)
    qtbot.mouseClick(strip.pin, LEFT)
    assert strip.strip.item(0).data(256) == last
    assert "★" in strip.strip.item(0).text()
    strip.strip.setCurrentRow(0)
    qtbot.keyClick(strip.strip, Qt.Key.Key_Delete)
    assert strip.strip.count() == 4
    assert any(one.id == last for one in picture(desk).variants)
    assert picture(desk).chosen["fox"] != last
    qtbot.mouseClick(strip.back, LEFT)
    assert strip.strip.count() == 5
    for name in ("Bring variants back", "Delete variant", "Pin variant"):
        assert desk.session.undo_name == name
        desk.undo_action.trigger()


def test_two_variants_are_compared_by_slider_and_codes(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    desk.picture_panel.select("fox")
    desk.pictures.steps.redo("a", "fox", words="fox, running")
    idle(desk, qtbot)
    first = picture(desk).offered("fox")[0]
    image = desk.store._cels.pop(first.id)
    desk.picture_panel.variants.compared.emit(first.id)  # it is not decoded yet, so there is nothing to compare
    desk.store.keep_image(first.id, image)
    dialog = desk.picture_panel.comparison(first.id)
    assert dialog is not None
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.told.text().startswith("The two differ")
    dialog.marks.setChecked(True)
    assert len(dialog.curtain.cells) > 200
    dialog.slider.setValue(20)
    assert dialog.curtain.share == pytest.approx(0.2)
    rect = dialog.curtain.picture_rect()
    point = rect.topLeft().toPoint()
    point.setX(round(rect.x() + rect.width() * 0.75))
    qtbot.mouseClick(dialog.curtain, LEFT, pos=point)
    assert dialog.slider.value() == pytest.approx(75, abs=1)
    qtbot.keyClick(dialog.curtain, Qt.Key.Key_Left)
    assert dialog.slider.value() == pytest.approx(70, abs=1)


def test_layers_are_locked_by_key_and_ordered(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    layers = desk.picture_panel.cast.layers
    front = layers.ids()
    desk.picture_panel.select(front[0])
    qtbot.keyClick(layers, Qt.Key.Key_L)
    qtbot.waitUntil(lambda: place(desk, front[0]).locked, timeout=2000)
    row = layers.row_of(front[0])
    assert row is not None and row.checkState(LOCK) == Qt.CheckState.Checked
    assert not desk.picture_panel.cast.mirror.isEnabled()
    layers.ordered.emit(list(reversed(front)))
    assert layers.ids() == list(reversed(front))
    assert desk.session.undo_name == "Reorder layers"


def test_a_style_restyles_the_book_at_once_and_one_scene_keeps_its_own(desk: MainWindow, qtbot: Any) -> None:
    before = painted(desk, qtbot)
    painted(desk, qtbot, "b")
    panel, asked = desk.style_panel, len(desk.engine.requests)  # type: ignore[attr-defined]
    desk.tabs.setCurrentWidget(panel)
    desk.chosen.choose("b")
    panel.alone.setChecked(True)
    qtbot.mouseClick(panel.buttons["clay"], LEFT)
    panel.alone.setChecked(False)
    qtbot.mouseClick(panel.buttons["ink"], LEFT)
    assert (picture(desk).style, picture(desk, "b").style) == ("ink", "clay")
    assert picture(desk).variants == before.variants
    assert len(desk.engine.requests) == asked  # type: ignore[attr-defined]
    qtbot.mouseClick(panel.as_book, LEFT)
    assert picture(desk, "b").style == "ink"
    desk.undo_action.trigger()
    desk.undo_action.trigger()
    assert (picture(desk).style, picture(desk, "b").style) == ("cartoon", "clay")


def test_styles_show_samples_and_two_are_compared(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    desk.tabs.setCurrentWidget(desk.style_panel)
    qtbot.waitUntil(lambda: not any(one.icon().isNull() for one in desk.style_panel.buttons.values()), timeout=30_000)
    dialog = desk.style_panel.comparison()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.right.setCurrentIndex(dialog.right.findData("crayon"))
    qtbot.waitUntil(lambda: not dialog.curtain.other.isNull(), timeout=30_000)
    qtbot.mouseClick(dialog.take, LEFT)
    assert desk.session.story.style == "crayon"
    assert picture(desk).style == "crayon"


def test_a_colour_is_chosen_by_its_swatch(desk: MainWindow) -> None:
    button = desk.characters.cards["pip"].looks.buttons["top_colour"]
    button.menu().aboutToShow.emit()
    next(one for one in button.menu().actions() if one.text() == "blue").trigger()
    assert desk.session.story.character("pip").looks == {"top_colour": "blue"}
    assert desk.session.undo_name == "Change looks"


def test_a_card_tells_the_scenes_with_a_score_and_goes_there(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot, "b")
    told = desk.characters.cards["pip"].scenes
    assert ">2</a> (" in told.text() and "%)" in told.text()
    desk.chosen.choose("a")
    told.linkActivated.emit("b")
    assert desk.current_scene() == "b"


def test_somebody_is_replaced_in_the_story_after_a_look(desk: MainWindow, qtbot: Any) -> None:
    qtbot.mouseClick(desk.characters.add, LEFT)
    card = next(card for key, card in desk.characters.cards.items() if key != "pip")
    card.name.selectAll()
    qtbot.keyClicks(card.name, "Bo")
    painted(desk, qtbot, "b")
    before = desk.session.story
    dialog = desk.pages.recast("pip")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.by.setCurrentIndex(dialog.by.findData(card.character_id))
    dialog.words.setChecked(True)
    qtbot.mouseClick(dialog.attempt, LEFT)
    qtbot.waitUntil(dialog.keep.isEnabled, timeout=8000)
    assert desk.session.story is before
    qtbot.mouseClick(dialog.keep, LEFT)
    scene = desk.session.story.scene("b")
    assert scene.text == "Bo in the garden." and not scene.stale
    assert [cel.who for cel in picture(desk, "b").plan.cels if cel.who] == [card.character_id]
    assert desk.session.undo_name == "Replace Pip by Bo"
    desk.undo_action.trigger()
    assert desk.session.story is before


def test_nobody_is_recast_by_one_who_is_there_already(make_desk: MakeDesk, qtbot: Any) -> None:
    texts = {"a": "pip and bruno slept in the garden.", "b": "pip in the forest.", "c": "pip dreamt of Bruno."}
    scenes = tuple(Scene(key, key, text) for key, text in texts.items())
    cast = tuple(
        Character(key, key.title(), concept=kind) for key, kind in (("pip", "fox"), ("bruno", "bear"), ("zoe", "cat"))
    )
    desk = make_desk(Story("s", scenes=scenes, characters=cast))
    for key in texts:
        desk.view.card(key)
    desk.work.illustrate(list(texts))
    idle(desk, qtbot)
    dialog = desk.pages.recast("pip")
    qtbot.addWidget(dialog)
    dialog.show()
    assert len(dialog.roles()) == 3 and not dialog.twice.isVisible()
    dialog.by.setCurrentIndex(dialog.by.findData("bruno"))
    assert [one.scene for one in dialog.roles()] == ["b"]
    assert dialog.twice.isVisible() and "Bruno is in 2 of these scenes already" in dialog.twice.text()
    dialog.by.setCurrentIndex(dialog.by.findData("zoe"))
    assert len(dialog.roles()) == 3 and not dialog.twice.isVisible()


def test_two_that_are_compared_are_the_same_or_differ_in_plain_words(qtbot: Any) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)

    def told(*changed: int) -> tuple[str, bool]:
        first = tuple(range(100))
        codes = [
            CodeGrid("figure", 10, 10, 1, cells)
            for cells in (first, tuple(900 if one in changed else one for one in first))
        ]
        dialog = CompareDialog(image, image, ("one", "other"), (codes[0], codes[1]))
        qtbot.addWidget(dialog)
        return dialog.told.text(), not dialog.marks.isHidden()

    assert told() == ("The two are the same.", False)
    assert told(*range(25)) == ("The two differ in about 25 % of the area.", True)
    assert told(*range(100)) == ("The two differ everywhere.", True)


def test_a_screen_reader_tells_variants_apart(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    desk.picture_panel.select("fox")
    desk.pictures.steps.redo("a", "fox", words="fox, running")
    idle(desk, qtbot)
    strip = desk.picture_panel.variants.strip
    told = [strip.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(strip.count())]
    assert told[0].startswith("Variant 1 of 2, fox") and told[1] == "Variant 2 of 2, in the picture, fox, running"
    assert strip.item(1).toolTip().splitlines()[0] == "Painted from: fox, running"


def test_the_status_bar_says_in_plain_words_on_what_pictures_are_painted(desk: MainWindow, qtbot: Any) -> None:
    assert desk.job_bar.device.text() == "" and desk.job_bar.line.isHidden()
    desk.engine._loaded = True  # type: ignore[attr-defined]
    painted(desk, qtbot)
    assert desk.job_bar.device.text() == "paints on the processor" and not desk.job_bar.line.isHidden()


def test_pictures_are_found_by_words(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    painted(desk, qtbot, "b")
    dialog = desk.pages.search()
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.words, "a fox in the garden")
    qtbot.mouseClick(dialog.ask, LEFT)
    qtbot.waitUntil(lambda: dialog.found.count() == 2, timeout=8000)
    dialog.found.itemClicked.emit(dialog.found.item(0))
    assert desk.picture_editor.isVisible()


def test_all_stale_pictures_are_refreshed_together(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    painted(desk, qtbot, "b")
    for scene in ("a", "b"):
        card = desk.view.card(scene)
        card.words.moveCursor(card.words.textCursor().MoveOperation.End)
        qtbot.keyClicks(card.words, " More.")
    assert all(one.stale for one in desk.session.story.scenes)
    desk.pages.illustrate_stale()
    idle(desk, qtbot)
    assert not any(one.stale for one in desk.session.story.scenes)


def test_a_chip_under_the_picture_corrects_who_does_what_and_stays(desk: MainWindow, qtbot: Any) -> None:
    before = painted(desk, qtbot)
    chip = desk.cards["a"].chips.chips["bear"]
    chip.menu().aboutToShow.emit()
    poses = chip.menu().actions()[0].menu()
    next(one for one in poses.actions() if one.text() == "dancing").trigger()
    idle(desk, qtbot)
    assert picture(desk).plan.cel("bear").attributes["pose"] == "dancing"
    assert picture(desk).chosen["fox"] == before.chosen["fox"]
    assert desk.cards["a"].chips.chips["bear"].text() == "bear: dancing • ▾"
    desk.work.illustrate(["a"])
    idle(desk, qtbot)
    assert picture(desk).plan.cel("bear").attributes["pose"] == "dancing"


def test_a_chip_says_who_holds_a_thing_and_it_goes_along(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    desk.pictures.steps.add("a", "thing", "kite")
    idle(desk, qtbot)
    asked, before = len(desk.engine.painted), place(desk, "kite")  # type: ignore[attr-defined]
    chip = desk.cards["a"].chips.chips["kite"]
    chip.menu().aboutToShow.emit()
    where = next(one.menu() for one in chip.menu().actions() if one.text() == "Where")
    held = next(one.menu() for one in where.actions() if one.text() == "held by")
    next(one for one in held.actions() if one.text() == "fox").trigger()
    assert place(desk, "kite").box != before.box
    assert desk.session.undo_name == "Say where kite is"
    assert "held by fox" in desk.cards["a"].chips.chips["kite"].text()
    kite = place(desk, "kite").box
    stage = desk.cards["a"].stage
    stage.select("fox")
    qtbot.keyClick(stage, Qt.Key.Key_Right)
    assert place(desk, "kite").box.x == pytest.approx(kite.x + 0.01)
    assert len(desk.engine.painted) == asked  # type: ignore[attr-defined]
    desk.undo_action.trigger()
    desk.undo_action.trigger()
    assert place(desk, "kite") == before


def test_a_corrected_chip_may_follow_the_words_again(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    desk.pictures.steps.correct_place("a", "setting", "beach")
    idle(desk, qtbot)
    chip = desk.cards["a"].chips.chips["setting"]
    assert "•" in chip.text()
    chip.menu().aboutToShow.emit()
    chip.menu().actions()[-1].trigger()
    assert "•" not in desk.cards["a"].chips.chips["setting"].text()
    desk.work.illustrate(["a"])
    idle(desk, qtbot)
    assert picture(desk).plan.setting == "forest"


def test_a_try_that_fails_can_be_repeated(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot, "b")
    dialog = desk.pages.recast("pip")
    qtbot.addWidget(dialog)
    dialog.show()
    desk.engine.failure = DeviceError("There is not enough memory.")  # type: ignore[attr-defined]
    qtbot.mouseClick(dialog.attempt, LEFT)
    idle(desk, qtbot)
    assert dialog.attempt.isEnabled() and not dialog.keep.isEnabled() and dialog.told.text() == ""
    desk.engine.failure = None  # type: ignore[attr-defined]
    qtbot.mouseClick(dialog.attempt, LEFT)
    idle(desk, qtbot)
    assert dialog.keep.isEnabled()


def test_a_dialog_that_is_left_while_it_tries_stops_its_work(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot, "b")
    before = len(desk.engine.painted)  # type: ignore[attr-defined]
    dialog = desk.pages.recast("pip")
    dialog.show()
    desk.work.queue.submit("before it", lambda: (time.sleep(0.1), iter(()))[1])
    qtbot.mouseClick(dialog.attempt, LEFT)
    qtbot.mouseClick(dialog.leave, LEFT)
    qtbot.wait(10)  # it is deleted
    idle(desk, qtbot)
    qtbot.wait(50)
    assert len(desk.engine.painted) == before  # type: ignore[attr-defined]


def test_who_is_chosen_while_another_one_is_tried_is_not_painted_as_that_one(desk: MainWindow, qtbot: Any) -> None:
    desk.characters.add_character()
    painted(desk, qtbot, "b")
    dialog = desk.pages.recast("pip")
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.mouseClick(dialog.attempt, LEFT)
    dialog.by.setCurrentIndex(1)
    idle(desk, qtbot)
    assert dialog.painted == {} and not dialog.keep.isEnabled() and dialog.attempt.isEnabled()


def test_a_search_that_fails_says_why(desk: MainWindow, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise DeviceError("There is not enough memory.")

    painted(desk, qtbot)
    monkeypatch.setattr(desk.engine, "search", fail)  # type: ignore[attr-defined]
    dialog = desk.pages.search()
    qtbot.addWidget(dialog)
    dialog.words.setText("a fox")
    dialog.search()
    assert dialog.told.text() == "Looking …"
    idle(desk, qtbot)
    assert dialog.told.text() == "There is not enough memory."
