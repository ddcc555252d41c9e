"""The picture as a page of its own: by mouse, by keys, by words."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from storyapp.story.codes import CodeLock
from storyapp.story.plan import BACKDROP, Box
from storyapp.ui.main_window import MainWindow
from storyapp.ui.picture.adding import AddMenu
from storyapp.ui.picture.editor_view import EditorView, Tool

from .conftest import idle, painted, picture, place
from .hands import LEFT, body, drag

pytestmark = pytest.mark.gui


@pytest.fixture
def editor(desk: MainWindow, qtbot: Any) -> Any:
    painted(desk, qtbot)
    desk.pages.open("a")
    assert desk.picture_editor.isVisible()
    return desk.picture_editor


def test_a_double_click_opens_the_picture_and_escape_goes_back(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    qtbot.mouseDClick(desk.cards["a"].stage, LEFT)
    assert desk.picture_editor.isVisible()
    assert desk.tabs.currentWidget() is desk.picture_panel
    qtbot.keyClick(desk.picture_editor.view, Qt.Key.Key_Escape)
    assert not desk.picture_editor.isVisible()


def test_enter_opens_it_and_the_button_goes_back(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    qtbot.keyClick(desk.cards["a"].stage, Qt.Key.Key_Return)
    assert desk.picture_editor.isVisible()
    qtbot.mouseClick(desk.picture_editor.back, LEFT)
    assert not desk.picture_editor.isVisible()


def test_a_drag_moves_somebody_in_one_step(desk: MainWindow, editor: Any, qtbot: Any) -> None:
    before = place(desk, "fox")
    x, y = body(before)
    drag(qtbot, editor.view, (x, y), (x + 0.1, y))
    after = place(desk, "fox")
    assert after.box.x == pytest.approx(before.box.x + 0.1, abs=0.01)
    assert desk.session.undo_name == "Move fox"
    desk.undo_action.trigger()
    assert place(desk, "fox") == before


def test_a_drag_at_a_handle_resizes_and_the_other_corner_stays(desk: MainWindow, editor: Any, qtbot: Any) -> None:
    editor.select("fox")
    box = place(desk, "fox").box
    drag(qtbot, editor.view, (box.x, box.y), (box.x + 0.08, box.y + 0.08))
    after = place(desk, "fox").box
    assert after.width < box.width
    assert after.width / after.height == pytest.approx(box.width / box.height)
    assert after.bottom == pytest.approx(box.bottom)
    assert desk.session.undo_name == "Resize fox"


@pytest.mark.parametrize(
    ("key", "name"),
    [
        (Qt.Key.Key_Left, "Move fox"),
        (Qt.Key.Key_Plus, "Enlarge fox"),
        (Qt.Key.Key_Minus, "Shrink fox"),
        (Qt.Key.Key_M, "Mirror fox"),
        (Qt.Key.Key_PageDown, "Send fox back"),
        (Qt.Key.Key_H, "Hide fox"),
        (Qt.Key.Key_L, "Lock fox"),
        (Qt.Key.Key_Delete, "Remove fox"),
    ],
)
def test_keys_are_steps_with_names(desk: MainWindow, editor: Any, qtbot: Any, key: Any, name: str) -> None:
    asked = len(desk.engine.painted)  # type: ignore[attr-defined]
    before = picture(desk)
    editor.select("fox")
    qtbot.keyClick(editor.view, key)
    assert desk.session.undo_name == name
    assert len(desk.engine.painted) == asked  # type: ignore[attr-defined]
    desk.undo_action.trigger()
    assert picture(desk) == before


def test_who_is_locked_cannot_be_dragged_removed_or_painted_again(desk: MainWindow, editor: Any, qtbot: Any) -> None:
    editor.select("fox")
    qtbot.keyClick(editor.view, Qt.Key.Key_L)
    locked = picture(desk)
    x, y = body(place(desk, "fox"))
    drag(qtbot, editor.view, (x, y), (x + 0.1, y))
    editor.select("fox")
    qtbot.keyClick(editor.view, Qt.Key.Key_Delete)
    qtbot.keyClick(editor.view, Qt.Key.Key_R)
    assert not editor.paint.isEnabled()
    idle(desk, qtbot)
    assert picture(desk) == locked


def test_a_locked_layer_is_kept_when_the_scene_is_painted_again(desk: MainWindow, editor: Any, qtbot: Any) -> None:
    editor.select("fox")
    qtbot.keyClick(editor.view, Qt.Key.Key_L)
    before = picture(desk)
    desk.work.illustrate(["a"])
    idle(desk, qtbot)
    after = picture(desk)
    assert after.id != before.id
    assert after.chosen["fox"] == before.chosen["fox"]
    assert after.chosen["bear"] != before.chosen["bear"]
    assert place(desk, "fox").locked


def test_tab_goes_from_one_to_the_next(desk: MainWindow, editor: Any, qtbot: Any) -> None:
    qtbot.keyClick(editor.view, Qt.Key.Key_Tab)
    first = editor.view.selected
    qtbot.keyClick(editor.view, Qt.Key.Key_Tab)
    assert {first, editor.view.selected} == {"fox", "bear"}
    assert desk.picture_panel.cel == editor.view.selected


def test_new_words_repaint_that_cel_alone(desk: MainWindow, editor: Any, qtbot: Any) -> None:
    before = picture(desk)
    editor.select("bear")
    assert editor.words.text() == "bear, nothing worn, standing"
    editor.words.selectAll()
    qtbot.keyClicks(editor.words, "bear, scarlet shirt, twirling")  # in the painter's own words: red, dancing
    qtbot.mouseClick(editor.paint, LEFT)
    idle(desk, qtbot)
    after = picture(desk)
    shown = after.shown("bear")
    assert shown is not None and shown.phrase == "bear, red shirt, dancing"
    assert after.chosen["fox"] == before.chosen["fox"]
    assert len(after.variants) == len(before.variants) + 1


def test_own_words_for_the_place_stay_when_the_scene_is_painted_again(
    desk: MainWindow, editor: Any, qtbot: Any
) -> None:
    editor.select(BACKDROP)
    editor.words.selectAll()
    qtbot.keyClicks(editor.words, "beach, at night, snow")
    qtbot.mouseClick(editor.paint, LEFT)
    idle(desk, qtbot)
    for _ in range(2):
        plan = picture(desk).plan
        assert (plan.setting, plan.time, plan.weather) == ("beach", "night", "snow")
        desk.work.illustrate(["a"])
        idle(desk, qtbot)


def test_own_words_are_shown_and_understood_in_chinese(desk: MainWindow, editor: Any, qtbot: Any) -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("zh"))
    try:
        editor.select(BACKDROP)
        assert editor.words.text().startswith("森林")
        editor.words.setText("夜晚的海滩，下雪")
        qtbot.mouseClick(editor.paint, LEFT)
        idle(desk, qtbot)
        plan = picture(desk).plan
        assert (plan.setting, plan.time, plan.weather) == ("beach", "night", "snow")
        editor.select("bear")
        qtbot.mouseClick(editor.paint, LEFT)  # nothing was changed: the same words again
        idle(desk, qtbot)
        assert len({one.phrase for one in picture(desk).variants if one.cel == "bear"}) == 1
    finally:
        QLocale.setDefault(before)


def test_own_words_stay_when_the_scene_is_painted_again(desk: MainWindow, editor: Any, qtbot: Any) -> None:
    def phrase() -> str:
        idle(desk, qtbot)
        shown = picture(desk).shown("bear")
        assert shown is not None
        return shown.phrase

    def write(words: str) -> None:
        editor.words.selectAll()
        qtbot.keyClick(editor.words, Qt.Key.Key_Delete)
        qtbot.keyClicks(editor.words, words)
        qtbot.mouseClick(editor.paint, LEFT)

    editor.select("bear")
    write("bear, red shirt, dancing")
    assert phrase() == "bear, red shirt, dancing"
    desk.work.illustrate(["a"])
    assert phrase() == "bear, red shirt, dancing"
    qtbot.keyClick(editor.view, Qt.Key.Key_R)
    assert phrase() == "bear, red shirt, dancing"
    chip = editor.chips.chips["bear"]
    assert "•" in chip.text()
    chip.menu().aboutToShow.emit()
    next(one for one in chip.menu().actions() if one.text() == "As the words say, next time").trigger()
    desk.work.illustrate(["a"])
    assert phrase() == "bear, nothing worn, standing"
    write("bear, red shirt, dancing")
    assert phrase() == "bear, red shirt, dancing"
    write("")  # an empty line is another way back
    assert phrase().startswith("bear, ") and "dancing" not in phrase()
    assert not picture(desk).plan.cel("bear").corrected
    write("bear, red shirt, dancing")
    desk.pictures.steps.correct_cel("a", "bear", "pose", "waving")  # a chip set later counts, too
    assert "waving" in phrase()
    desk.work.illustrate(["a"])
    assert "waving" in phrase() and "red" not in phrase()


def test_words_that_say_what_the_plan_says_are_no_correction(desk: MainWindow, editor: Any, qtbot: Any) -> None:
    editor.select("bear")
    qtbot.mouseClick(editor.paint, LEFT)
    idle(desk, qtbot)
    assert not picture(desk).plan.cel("bear").corrected


def test_a_painted_region_alone_is_painted_again(desk: MainWindow, editor: Any, qtbot: Any) -> None:
    editor.select("fox")
    editor.tools.region.trigger()
    x, y = body(place(desk, "fox"))
    drag(qtbot, editor.view, (x, y), (x + 0.02, y))
    marked = editor.view.region
    assert 0 < len(marked) < 128
    assert editor.paint.text() == "Paint the region"
    qtbot.mouseClick(editor.paint, LEFT)
    idle(desk, qtbot)
    lock: CodeLock = desk.engine.painted[-1].lock  # type: ignore[attr-defined]
    assert frozenset(lock.grid.cells()) - lock.cells == marked
    assert desk.session.undo_name == "Repaint part of fox"
    assert not editor.view.region


def test_escape_first_puts_the_tool_away(desk: MainWindow, editor: Any, qtbot: Any) -> None:
    editor.tools.region.trigger()
    qtbot.keyClick(editor.view, Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert editor.view.tool is Tool.SELECT and editor.tools.select.isChecked()


def test_a_rectangle_becomes_a_portrait(desk: MainWindow, editor: Any, qtbot: Any) -> None:
    before = desk.session.story.character("pip")
    box, cut = place(desk, "bear").box, []
    editor.view.cut.connect(cut.append)
    editor._ask_whose = lambda _: None  # the menu would wait for a hand
    editor.tools.cut.trigger()
    drag(qtbot, editor.view, (box.x + 0.02, box.y + 0.02), (box.x + box.width - 0.02, box.bottom - 0.02))
    assert isinstance(cut[0], Box)
    editor.whose_menu(cut[0]).actions()[-1].trigger()
    qtbot.waitUntil(lambda: len(desk.session.story.character("pip").portraits) > len(before.portraits), timeout=8000)
    after = desk.session.story.character("pip")
    assert after.locked and after.chosen == after.portraits[-1].id
    assert desk.session.undo_name == "Cut portrait from a scene"


def test_a_figure_is_taken_as_portrait_with_the_same_codes(desk: MainWindow, editor: Any) -> None:
    desk.pictures.steps.take_portrait("a", "fox", "pip")
    portrait, shown = desk.session.story.character("pip").portrait, picture(desk).shown("fox")
    assert portrait is not None and shown is not None and portrait.codes == shown.codes
    assert desk.store.cel(portrait.id) is not None


def test_landscape_extends_the_place_and_square_brings_it_back(desk: MainWindow, editor: Any, qtbot: Any) -> None:
    before = picture(desk)
    landscape, square = editor.tools.shape.actions()[1], editor.tools.shape.actions()[0]
    landscape.trigger()
    idle(desk, qtbot)
    wide = picture(desk).shown("backdrop")
    assert wide is not None and wide.codes is not None and (wide.codes.rows, wide.codes.columns) == (16, 24)
    old, new = before.placement("fox"), place(desk, "fox")
    assert new.box.width == pytest.approx(old.box.width * 2 / 3)
    assert editor.view.canvas.size_units == (1000, 667)
    square.trigger()
    back = place(desk, "fox").box
    assert (back.x, back.y, back.width) == pytest.approx((old.box.x, old.box.y, old.box.width))


def test_an_extended_place_keeps_its_shape_whatever_is_painted(desk: MainWindow, editor: Any, qtbot: Any) -> None:
    def shape() -> tuple[int, int]:
        shown = picture(desk).shown("backdrop")
        assert shown is not None and shown.codes is not None
        return shown.codes.rows, shown.codes.columns

    editor.tools.shape.actions()[1].trigger()
    idle(desk, qtbot)
    where = place(desk, "fox")
    editor.select("backdrop")
    qtbot.mouseClick(editor.paint, LEFT)
    idle(desk, qtbot)
    assert shape() == (16, 24)
    assert place(desk, "fox").box.x == pytest.approx(where.box.x)
    desk.pictures.steps.correct_place("a", "time", "night")
    idle(desk, qtbot)
    assert shape() == (16, 24)
    qtbot.keyClick(editor.view, Qt.Key.Key_B)
    drag(qtbot, editor.view, (0.1, 0.2), (0.9, 0.25))
    assert {column for _, column in editor.view.region} >= {3, 20}
    qtbot.mouseClick(editor.paint, LEFT)
    idle(desk, qtbot)
    assert desk.session.undo_name == "Repaint part of the place"
    assert shape() == (16, 24)
    locks = [one.lock for one in desk.engine.painted if one.lock]  # type: ignore[attr-defined]
    assert locks and {(lock.grid.rows, lock.grid.columns) for lock in locks} == {(16, 16)}
    qtbot.keyClick(editor.view, Qt.Key.Key_Escape)
    old = picture(desk)
    desk.work.illustrate(["a"])
    idle(desk, qtbot)
    assert picture(desk).id != old.id
    assert shape() == (16, 24)
    assert place(desk, "fox").box.x == pytest.approx(where.box.x)


def test_the_chips_below_correct_the_plan(desk: MainWindow, editor: Any, qtbot: Any) -> None:
    chip = editor.chips.chips["time"]
    chip.menu().aboutToShow.emit()
    next(one for one in chip.menu().actions() if one.text() == "night").trigger()
    idle(desk, qtbot)
    assert picture(desk).plan.time == "night"
    assert "time" in picture(desk).plan.corrected
    assert "•" in editor.chips.chips["time"].text()


def test_somebody_is_added_by_key(desk: MainWindow, editor: Any, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[AddMenu] = []
    monkeypatch.setattr(AddMenu, "exec", lambda menu, _: asked.append(menu))  # it would wait for a hand
    qtbot.keyClick(editor.view, Qt.Key.Key_A)
    assert len(asked) == 1
    next(one for one in asked[0].actions() if one.text() == "Pip").trigger()
    idle(desk, qtbot)
    assert "pip" in {cel.who for cel in picture(desk).plan.cels}
    assert "Add" in [one.text() for one in editor.menu().actions()]


def test_the_arrows_turn_to_the_next_picture(desk: MainWindow, editor: Any, qtbot: Any) -> None:
    assert not editor.after.isEnabled()
    desk.work.illustrate(["b"])
    idle(desk, qtbot)
    qtbot.mouseClick(editor.after, LEFT)
    assert editor.scene_id == "b"
    assert desk.current_scene() == "b"


def right_click(view: EditorView, x: float, y: float, by: Any = QContextMenuEvent.Reason.Mouse) -> None:
    point = view.point_of(x, y).toPoint()
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(by, point, view.viewport().mapToGlobal(point)))


def test_a_right_click_is_for_who_is_under_the_pointer(desk: MainWindow, editor: Any) -> None:
    asked: list[set[str]] = []
    editor.view.menu_asked.disconnect()
    editor.view.menu_asked.connect(lambda _: asked.append({one.text() for one in editor.menu().actions()}))
    editor.select("bear")
    right_click(editor.view, *body(place(desk, "fox")))
    assert editor.cel == "fox" and desk.picture_panel.cel == "fox"
    editor.view.hands.set_locked(True)
    editor.select("bear")
    right_click(editor.view, *body(place(desk, "fox")))
    assert editor.cel == "fox" and "Unlock" in asked[-1]
    right_click(editor.view, 0.5, 0.02)
    assert editor.cel == "backdrop"
    assert {"Remove", "Hide", "Lock"} <= asked[0] and not {"Remove", "Hide", "Lock", "Unlock"} & asked[-1]


def test_the_key_of_the_menu_is_for_who_is_chosen(desk: MainWindow, editor: Any) -> None:
    editor.view.menu_asked.disconnect()
    editor.select("bear")
    right_click(editor.view, *body(place(desk, "fox")), QContextMenuEvent.Reason.Keyboard)
    assert editor.cel == "bear"


def test_looking_for_words_goes_back_to_the_story(desk: MainWindow, editor: Any, qtbot: Any) -> None:
    find, following = (one for one in desk.actions() if one.text() in ("Find and replace", "Find next"))
    find.trigger()
    assert not editor.isVisible() and desk.find_bar.isVisible() and desk.find_bar.words.hasFocus()
    desk.find_bar.words.setText("garden")
    desk.pages.open("a")
    following.trigger()
    assert not editor.isVisible() and desk.cards["b"].words.textCursor().selectedText() == "garden"


def test_keys_choose_who_stands_next_in_the_large_picture_too(desk: MainWindow, editor: Any, qtbot: Any) -> None:
    chosen = []
    for _ in range(3):
        qtbot.keyClick(editor.view, Qt.Key.Key_N)
        chosen.append(editor.view.selected)
    qtbot.keyClick(editor.view, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert set(chosen[:2]) == {"fox", "bear"} and chosen[2] is None and editor.view.selected == chosen[1]
