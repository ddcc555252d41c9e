"""The list of scenes and the column: dragging, copying, synopses, long stories."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from storyapp.story.model import Scene, Story
from storyapp.story.store import StoryFile
from storyapp.ui.main_window import MainWindow
from storyapp.ui.painting.thumbnails import Thumbnails, key_of
from storyapp.ui.preferences import PreferenceStore
from storyapp.ui.session import SAVE_AFTER, Session
from storyapp.ui.writing.scene_list import SceneList
from storyapp.ui.writing.scene_rows import ROW
from storyapp.ui.writing.story_view import AT_ONCE, KEPT

from .conftest import MakeDesk, painted

pytestmark = pytest.mark.gui


def drag(qtbot: Any, scenes: SceneList, start: QPoint, end: QPoint) -> None:
    """Press, move in steps, let go."""
    viewport, left = scenes.viewport(), Qt.MouseButton.LeftButton
    qtbot.mousePress(viewport, left, pos=start)
    for share in (0.3, 0.7, 1.0):
        point = QPointF(start + (end - start) * share)
        event = QMouseEvent(
            QEvent.Type.MouseMove, point, viewport.mapToGlobal(point), left, left, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(viewport, event)
    qtbot.mouseRelease(viewport, left, pos=end)


def row_rect(scenes: SceneList, row: int) -> Any:
    return scenes.visualRect(scenes.model().index(row, 0))


def test_a_scene_is_dragged_to_another_place_as_one_step(desk: MainWindow, qtbot: Any) -> None:
    first, second = row_rect(desk.scenes, 0), row_rect(desk.scenes, 1)
    drag(qtbot, desk.scenes, first.center(), QPoint(second.center().x(), second.bottom() - 2))
    assert [one.id for one in desk.session.story.scenes] == ["b", "a"]
    assert desk.session.undo_name == "Reorder scenes"
    assert list(desk.cards) == ["b", "a"]
    desk.undo()
    assert [one.id for one in desk.session.story.scenes] == ["a", "b"]


def test_escape_lets_go_of_a_dragged_scene(desk: MainWindow, qtbot: Any) -> None:
    rect = row_rect(desk.scenes, 0)
    qtbot.mousePress(desk.scenes.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    point = QPointF(rect.center() + QPoint(0, 90))
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        point,
        desk.scenes.viewport().mapToGlobal(point),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(desk.scenes.viewport(), event)
    assert desk.scenes.gap is not None
    qtbot.keyClick(desk.scenes, Qt.Key.Key_Escape)
    assert desk.scenes.gap is None
    assert [one.id for one in desk.session.story.scenes] == ["a", "b"]


def test_a_scene_is_duplicated_with_its_words(desk: MainWindow) -> None:
    desk.scenes.setCurrentRow(0)
    desk.steps.duplicate()
    assert [one.text for one in desk.session.story.scenes][:2] == ["A fox and a bear in the forest."] * 2
    assert len({one.id for one in desk.session.story.scenes}) == 3
    assert desk.session.undo_name == "Duplicate scene"


def test_a_synopsis_is_written_and_shown_in_the_list(desk: MainWindow, qtbot: Any) -> None:
    card = desk.cards["a"]
    assert not card.synopsis.isVisible()
    desk.scenes.setCurrentRow(0)
    desk.steps.write_synopsis()
    qtbot.keyClicks(card.synopsis, "They meet.")
    assert desk.session.story.scene("a").synopsis == "They meet."
    assert desk.scenes.item(0).data(ROW).line == "They meet."
    desk.steps.merge()
    assert desk.session.story.scene("a").synopsis == "They meet."
    desk.undo()
    desk.undo()
    assert desk.session.story.scene("a").synopsis == ""


def test_the_list_shows_a_small_picture(desk: MainWindow, qtbot: Any) -> None:
    picture = painted(desk, qtbot)
    qtbot.waitUntil(lambda: desk.thumbnails.get(picture) is not None, timeout=8000)
    row = desk.scenes.item(0).data(ROW)
    assert row.picture is picture


@pytest.mark.parametrize("place", ["broken", "forbidden"])
def test_a_small_picture_is_shown_though_the_cache_is_of_no_use(
    desk: MainWindow, qtbot: Any, tmp_path: Path, place: str
) -> None:
    picture, folder = painted(desk, qtbot), tmp_path / "small"
    if place == "broken":  # as a program leaves it that is killed while it writes
        folder.mkdir()
        (folder / f"{key_of(picture)}.png").write_bytes(b"\x89PNG\r\n")
    else:
        folder.write_text("no folder")
    small = Thumbnails(desk.store, folder, desk)
    qtbot.waitUntil(lambda: small.get(picture) is not None, timeout=8000)
    small.close()
    shown = small.get(picture)
    assert shown is not None and not shown.isNull()


def test_the_next_scene_is_reached_by_keys(desk: MainWindow, qtbot: Any) -> None:
    desk.activateWindow()
    desk.cards["a"].words.setFocus()
    qtbot.keyClick(desk.cards["a"].words, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert desk.current_scene() == "b"
    assert desk.cards["b"].words.hasFocus()
    qtbot.keyClick(desk.cards["b"].words, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert desk.current_scene() == "a"


def test_words_are_counted(desk: MainWindow, qtbot: Any) -> None:
    qtbot.waitUntil(lambda: "8 in this scene" in desk.job_bar.words.text(), timeout=3000)
    assert "12 words, 1 min. read aloud" in desk.job_bar.words.text()


# long stories ------------------------------------------------------------------------------------


@pytest.fixture
def long_desk(make_desk: MakeDesk) -> MainWindow:
    text = "The fox ran over the hill and the wind sang. " * 30
    story = Story("s", "Long", scenes=tuple(Scene(f"s{i}", f"Scene {i}", text) for i in range(80)))
    plain = PreferenceStore()
    plain.change(spelling=False)
    return make_desk(story, plain)


def settle(qtbot: Any, desk: MainWindow) -> None:
    qtbot.waitUntil(lambda: not desk.view._soon.isActive(), timeout=30000)


def test_of_a_long_story_only_what_is_near_is_made(long_desk: MainWindow, qtbot: Any) -> None:
    settle(qtbot, long_desk)
    assert AT_ONCE <= len(long_desk.cards) < 12
    bar = long_desk.view.verticalScrollBar()
    for step in range(1, 40):
        bar.setValue(bar.maximum() * step // 40)
        settle(qtbot, long_desk)
    assert len(long_desk.cards) <= KEPT + 4


def test_scrolling_up_does_not_move_what_is_read(long_desk: MainWindow, qtbot: Any) -> None:
    settle(qtbot, long_desk)
    card = long_desk.view.reveal("s50")
    settle(qtbot, long_desk)
    before = card.mapTo(long_desk.view.viewport(), QPoint(0, 0)).y()
    long_desk.view.verticalScrollBar().setValue(long_desk.view.verticalScrollBar().value() - 100)
    settle(qtbot, long_desk)
    assert card.mapTo(long_desk.view.viewport(), QPoint(0, 0)).y() == pytest.approx(before + 100, abs=3)


def test_a_far_scene_is_found_chosen_and_written_in(long_desk: MainWindow, qtbot: Any) -> None:
    long_desk.scenes.setCurrentRow(70)
    settle(qtbot, long_desk)
    card = long_desk.cards["s70"]
    top = card.mapTo(long_desk.view.viewport(), QPoint(0, 0)).y()
    assert -5 <= top < long_desk.view.viewport().height()
    qtbot.keyClicks(card.words, "Then")
    assert long_desk.session.story.scene("s70").text.endswith("Then")


def test_undo_shows_where_it_took_something_back(long_desk: MainWindow, qtbot: Any) -> None:
    qtbot.keyClicks(long_desk.view.card("s75").words, "x")
    long_desk.view.verticalScrollBar().setValue(0)
    long_desk.undo()
    top = long_desk.cards["s75"].mapTo(long_desk.view.viewport(), QPoint(0, 0)).y()
    assert -5 <= top < long_desk.view.viewport().height()


def test_a_scene_being_written_is_never_given_up(long_desk: MainWindow, qtbot: Any) -> None:
    card = long_desk.view.reveal("s10")
    card.words.setFocus()
    for row in range(20, 80, 2):
        long_desk.view.reveal(f"s{row}")
        settle(qtbot, long_desk)
    assert long_desk.cards["s10"] is card


def test_every_key_is_on_disk_within_a_second(make_desk: MakeDesk, qtbot: Any, tmp_path: Path) -> None:
    story = Story("s", scenes=(Scene("a"),))
    path = tmp_path / "a.story"
    session = Session(story, StoryFile.create(path, story))
    window = make_desk(session)
    assert SAVE_AFTER < 1000
    saves: list[str] = []  # a slow machine may save between two keys
    session.saved.connect(lambda: saves.append(StoryFile.open(path, read_only=True).story.scene("a").text))
    qtbot.keyClicks(window.cards["a"].words, "Once")
    qtbot.waitUntil(lambda: saves[-1:] == ["Once"], timeout=20_000)
    window.close()


def test_large_type_puts_list_and_studio_in_one_place(desk: MainWindow, qtbot: Any) -> None:
    assert not desk.tabifiedDockWidgets(desk.arrangement.studio_dock)
    desk.resize(1024, 700)
    desk.preferences.change(scale=200)
    assert desk.tabifiedDockWidgets(desk.arrangement.studio_dock) == [desk.arrangement.list_dock]
    assert desk.tabs.minimumWidth() == 510
    desk.preferences.change(scale=100)
    assert not desk.tabifiedDockWidgets(desk.arrangement.studio_dock)


@pytest.mark.parametrize("writing", [False, True])
def test_a_deleted_scene_leaves_its_neighbour_chosen_and_comes_back_chosen(
    make_desk: MakeDesk, qtbot: Any, writing: bool
) -> None:
    desk = make_desk(Story("s", "Kite", scenes=tuple(Scene(key, key, f"Words of {key}.") for key in "abcd")))
    desk.activateWindow()
    for key, neighbour in (("c", "d"), ("d", "c")):
        desk.scenes.choose(key)
        (desk.cards[key].words if writing else desk.scenes).setFocus()
        desk.actions_.delete.trigger()
        QApplication.processEvents()
        assert desk.current_scene() == neighbour
        desk.undo()
        QApplication.processEvents()
        assert desk.current_scene() == key
    desk.actions_.delete.trigger()
    desk.actions_.delete.trigger()
    assert [one.id for one in desk.session.story.scenes] == ["a", "b"] and desk.current_scene() == "b"
