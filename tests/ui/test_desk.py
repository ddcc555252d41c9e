"""The desk by mouse and keys, with a fake engine behind it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QMessageBox

from storyapp.story.errors import DeviceError, ModelDamagedError, ModelMissingError, PictureError, StoryAppError
from storyapp.story.model import Character, Story, Variant
from storyapp.story.request import Picture
from storyapp.story.store import StoryFile
from storyapp.ui.main_window import MainWindow
from storyapp.ui.session import Session
from tests.fakes import FakeIllustrator, grid_of, picture_of

from .conftest import MakeDesk, idle, painted, two_scenes

pytestmark = pytest.mark.gui


def test_typing_is_one_undo_step(desk: MainWindow, qtbot: Any) -> None:
    words = desk.cards["b"].words
    words.setFocus()
    words.selectAll()
    qtbot.keyClicks(words, "The fox slept.")
    assert desk.session.story.scene("b").text == "The fox slept."
    assert desk.session.undo_name == "Typing"
    desk.undo_action.trigger()
    assert desk.session.story.scene("b").text == "Pip in the garden."
    assert words.toPlainText() == "Pip in the garden."
    desk.redo_action.trigger()
    assert words.toPlainText() == "The fox slept."


def test_what_is_pasted_is_a_step_of_its_own(desk: MainWindow, qtbot: Any) -> None:
    words = desk.cards["b"].words
    words.setFocus()
    words.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(words, " A")
    QApplication.clipboard().setText(" long paragraph, pasted.")
    qtbot.keyClick(words, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(words, " typo")

    def text() -> str:
        return desk.session.story.scene("b").text

    assert text() == "Pip in the garden. A long paragraph, pasted. typo"
    for before in ("Pip in the garden. A long paragraph, pasted.", "Pip in the garden. A", "Pip in the garden."):
        desk.undo_action.trigger()
        assert text() == before


def test_a_scene_is_illustrated_and_its_hero_gets_a_locked_portrait(desk: MainWindow, qtbot: Any) -> None:
    picture = painted(desk, qtbot)
    assert {cel.concept for cel in picture.plan.cels} == {"fox", "bear"}
    hero = desk.session.story.character("pip")
    assert hero.locked and hero.portrait is not None
    assert desk.characters.cards["pip"].lock.isChecked()


def test_illustrate_all_paints_every_scene(desk: MainWindow, qtbot: Any) -> None:
    desk.actions_.all.trigger()
    qtbot.waitUntil(lambda: all(one.illustration for one in desk.session.story.scenes), timeout=8000)


def test_illustrate_all_paints_what_is_missing_or_old_and_asks_before_it_paints_all_anew(
    desk: MainWindow, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    answer = QMessageBox.StandardButton.No

    def question(_: object, title: str, words: str, *more: object) -> QMessageBox.StandardButton:
        asked.append(words)
        return answer

    monkeypatch.setattr(QMessageBox, "question", question)
    first = painted(desk, qtbot)

    def pictures() -> list[Any]:
        idle(desk, qtbot)
        return [one.illustration for one in desk.session.story.scenes]

    desk.actions_.all.trigger()
    both = pictures()
    assert both[0] is first and both[1] is not None
    qtbot.keyClicks(desk.cards["b"].words, "More. ")
    desk.actions_.all.trigger()
    newer = pictures()
    assert newer[0] is first and newer[1].id != both[1].id and not asked
    desk.actions_.all.trigger()
    assert pictures() == newer and len(asked) == 1 and "anew" in asked[0]
    answer = QMessageBox.StandardButton.Yes
    desk.actions_.all.trigger()
    assert all(new.id != old.id for new, old in zip(pictures(), newer, strict=True))


def test_cancel_leaves_the_scene_without_a_picture(desk: MainWindow, qtbot: Any) -> None:
    desk.engine.delay = 0.2  # type: ignore[attr-defined]
    card = desk.cards["a"]
    qtbot.mouseClick(card.illustrate, Qt.MouseButton.LeftButton)
    desk.refresh()
    qtbot.waitUntil(lambda: card.cancel.isVisible(), timeout=4000)
    qtbot.mouseClick(card.cancel, Qt.MouseButton.LeftButton)
    idle(desk, qtbot)
    assert desk.session.story.scene("a").illustration is None
    assert card.illustrate.isEnabled()


def test_typing_while_a_picture_is_made_is_kept(desk: MainWindow, qtbot: Any) -> None:
    first = painted(desk, qtbot)
    desk.engine.delay = 0.1  # type: ignore[attr-defined]
    qtbot.mouseClick(desk.cards["a"].illustrate, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(desk.engine.requests) == 2, timeout=8000)  # type: ignore[attr-defined]
    qtbot.keyClicks(desk.cards["a"].words, "More. ")
    qtbot.waitUntil(lambda: desk.session.story.scene("a").illustration.id != first.id, timeout=8000)  # type: ignore[union-attr]
    scene = desk.session.story.scene("a")
    assert "More." in scene.text
    assert scene.stale
    assert desk.cards["a"].stale.isVisible()


def test_an_error_becomes_words_and_the_queue_lives_on(desk: MainWindow, qtbot: Any) -> None:
    desk.engine.failure = DeviceError("There is not enough memory to paint.")  # type: ignore[attr-defined]
    qtbot.mouseClick(desk.cards["a"].illustrate, Qt.MouseButton.LeftButton)
    idle(desk, qtbot)
    assert desk.notice.isVisible()
    assert "not enough memory" in desk.notice.text()
    desk.engine.failure = None  # type: ignore[attr-defined]
    painted(desk, qtbot)


def test_dragging_a_character_moves_it_in_one_step(desk: MainWindow, qtbot: Any) -> None:
    picture = painted(desk, qtbot)
    stage = desk.cards["a"].stage
    before = picture.placement("fox")
    rect = stage.picture_rect()

    def point(dx: float = 0.0) -> QPoint:
        x = rect.x() + (before.box.x + before.box.width / 2 + dx) * rect.width()
        return QPoint(round(x), round(rect.y() + (before.box.y + before.box.height * 0.6) * rect.height()))

    qtbot.mousePress(stage, Qt.MouseButton.LeftButton, pos=point())
    assert stage.selected == "fox"
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent

    for dx in (0.05, 0.1):
        left = Qt.MouseButton.LeftButton
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(point(dx)),
            stage.mapToGlobal(QPointF(point(dx))),
            left,
            left,
            Qt.KeyboardModifier(0),
        )
        stage.mouseMoveEvent(event)
    qtbot.mouseRelease(stage, Qt.MouseButton.LeftButton, pos=point(0.1))
    after = next(one for one in desk.session.story.scene("a").illustration.placements if one.cel == "fox")  # type: ignore[union-attr]
    assert after.box.x == pytest.approx(before.box.x + 0.1, abs=0.01)
    assert after.pinned
    desk.undo_action.trigger()
    undone = next(one for one in desk.session.story.scene("a").illustration.placements if one.cel == "fox")  # type: ignore[union-attr]
    assert undone == before


@pytest.mark.parametrize(
    ("key", "changed"),
    [
        (Qt.Key.Key_M, lambda old, new: new.mirrored != old.mirrored),
        (Qt.Key.Key_Plus, lambda old, new: new.box.height > old.box.height),
        (Qt.Key.Key_Right, lambda old, new: new.box.x > old.box.x),
        (Qt.Key.Key_PageDown, lambda old, new: new.depth < old.depth),
    ],
)
def test_keys_change_who_is_selected(desk: MainWindow, qtbot: Any, key: Any, changed: Any) -> None:
    picture = painted(desk, qtbot)
    stage = desk.cards["a"].stage
    stage.selected = "fox"
    old = picture.placement("fox")
    qtbot.keyClick(stage, key)
    new = next(one for one in desk.session.story.scene("a").illustration.placements if one.cel == "fox")  # type: ignore[union-attr]
    assert changed(old, new)


def test_keys_choose_who_stands_next_and_the_picture_says_what_it_shows(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    stage, told = desk.cards["a"].stage, []
    stage.cel_chosen.connect(told.append)
    for _ in range(3):
        qtbot.keyClick(stage, Qt.Key.Key_N)
    qtbot.keyClick(stage, Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    first, second = told[:2]
    assert {first, second} == {"fox", "bear"} and told[2:] == [None, second]
    assert stage.accessibleDescription() == "forest; fox; bear"


def test_delete_takes_somebody_out_of_the_picture(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    stage = desk.cards["a"].stage
    stage.selected = "bear"
    qtbot.keyClick(stage, Qt.Key.Key_Delete)
    picture = desk.session.story.scene("a").illustration
    assert picture is not None
    assert {one.cel for one in picture.placements} == {"fox"}


def test_redo_of_one_cel_keeps_the_others(desk: MainWindow, qtbot: Any) -> None:
    picture = painted(desk, qtbot)
    desk.pictures.steps.redo("a", "fox")
    idle(desk, qtbot)
    again = desk.session.story.scene("a").illustration
    assert again is not None
    assert again.chosen["bear"] == picture.chosen["bear"]
    assert again.chosen["fox"] != picture.chosen["fox"]
    assert len(again.variants) == len(picture.variants) + 1


def test_restyling_the_book_is_one_step_and_keeps_all_codes(desk: MainWindow, qtbot: Any) -> None:
    picture = painted(desk, qtbot)
    qtbot.mouseClick(desk.style_panel.buttons["ink"], Qt.MouseButton.LeftButton)
    restyled = desk.session.story.scene("a").illustration
    assert restyled is not None and restyled.style == "ink"
    for cel in picture.chosen:
        assert restyled.shown(cel).codes == picture.shown(cel).codes
    assert restyled.placements == picture.placements
    assert desk.session.undo_name == "Restyle the book"


def test_a_scene_may_have_its_own_style(desk: MainWindow, qtbot: Any) -> None:
    desk.scenes.setCurrentRow(1)
    desk.style_panel.alone.setChecked(True)
    qtbot.mouseClick(desk.style_panel.buttons["clay"], Qt.MouseButton.LeftButton)
    assert desk.session.story.scene("b").style == "clay"
    assert desk.session.story.style == "cartoon"


def test_characters_are_added_described_locked_and_removed(desk: MainWindow, qtbot: Any) -> None:
    qtbot.mouseClick(desk.characters.add, Qt.MouseButton.LeftButton)
    card = next(card for key, card in desk.characters.cards.items() if key != "pip")
    card.name.selectAll()
    qtbot.keyClicks(card.name, "Bo")
    qtbot.keyClicks(card.description, "a bear in a red shirt")
    character = desk.session.story.character(card.character_id)
    assert (character.name, character.concept, character.looks) == ("Bo", "bear", {"top_colour": "red"})
    assert not card.lock.isEnabled()
    qtbot.mouseClick(card.paint, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.session.story.character(card.character_id).locked, timeout=8000)
    qtbot.mouseClick(card.lock, Qt.MouseButton.LeftButton)
    assert not desk.session.story.character(card.character_id).locked
    card.remove.trigger()
    assert len(desk.session.story.characters) == 1


def test_a_character_whose_name_is_being_typed_can_be_taken_back(desk: MainWindow, qtbot: Any) -> None:
    qtbot.mouseClick(desk.characters.add, Qt.MouseButton.LeftButton)
    card = next(card for key, card in desk.characters.cards.items() if key != "pip")
    card.name.setFocus()
    qtbot.keyClicks(card.name, "Bo")
    desk.undo()
    desk.undo()
    qtbot.wait(50)
    assert [one.name for one in desk.session.story.characters] == ["Pip"]


def test_scenes_are_added_moved_and_deleted_by_keys(desk: MainWindow, qtbot: Any) -> None:
    desk.scenes.setCurrentRow(0)
    desk.actions_.add.trigger()
    assert [one.title for one in desk.session.story.scenes] == ["One", "", "Two"]
    desk.steps.move(1)
    assert [one.title for one in desk.session.story.scenes] == ["One", "Two", ""]
    chosen = desk.current_scene()
    desk.steps.delete()
    assert chosen not in [one.id for one in desk.session.story.scenes]
    assert len(desk.session.story.scenes) == 2
    desk.session.undo()
    assert len(desk.session.story.scenes) == 3


def test_export_is_a_job_that_says_where_the_file_is(desk: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    desk.files.export_to(tmp_path / "kite.pdf")
    qtbot.waitUntil(lambda: (tmp_path / "kite.pdf").exists() and desk.written.isVisible(), timeout=5000)
    assert "kite.pdf" in desk.written.words.text()


def test_closing_while_painting_asks_once(desk: MainWindow, qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.engine.delay = 0.3  # type: ignore[attr-defined]
    asked: list[str] = []

    def question(_: object, title: str, words: str, *more: object) -> QMessageBox.StandardButton:
        asked.append(words)
        return QMessageBox.StandardButton.No

    monkeypatch.setattr(QMessageBox, "question", question)
    qtbot.mouseClick(desk.cards["a"].illustrate, Qt.MouseButton.LeftButton)
    desk.close()
    assert len(asked) == 1 and desk.queue.jobs[0].title in asked[0]
    assert desk.isVisible()


def test_what_is_saved_is_in_the_file_itself(qtbot: Any, tmp_path: Path) -> None:
    path = tmp_path / "kite.story"
    session = Session(two_scenes(), StoryFile.create(path, two_scenes()))
    with qtbot.waitSignal(session.saved, timeout=4000):
        session.apply("Change title", lambda story: replace(story, title="Newest"))
    shutil.copy(path, tmp_path / "copy.story")  # as a person does who takes it home
    with StoryFile.open(tmp_path / "copy.story") as copy:
        assert copy.story.title == "Newest"
    session.close()


def test_every_change_is_on_disk_within_a_second_or_so(qtbot: Any, tmp_path: Path) -> None:
    path = tmp_path / "kite.story"
    session = Session(two_scenes(), StoryFile.create(path, two_scenes()))
    with qtbot.waitSignal(session.saved, timeout=3000):
        session.apply("Change title", lambda story: Story(**{**story.__dict__, "title": "Changed"}))
    session.close()
    with StoryFile.open(path, read_only=True) as opened:
        assert opened.story.title == "Changed"


@pytest.mark.parametrize("failure", [ModelMissingError("It is not there."), PictureError("It is damaged.")])
def test_without_the_model_pictures_show_as_they_were_painted(
    make_desk: Any, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: StoryAppError
) -> None:
    path = tmp_path / "kite.story"
    desk = make_desk(Session(two_scenes(), StoryFile.create(path, two_scenes())))
    picture = painted(desk, qtbot)
    seen = {one: desk.store.cel(one).tobytes() for one in picture.chosen.values()}
    desk.session.close()

    def missing(*_: object) -> None:
        raise failure

    monkeypatch.setattr(FakeIllustrator, "picture_of", missing)
    again = make_desk(Session((file := StoryFile.open(path)).story, file))
    stage = again.cards["a"].stage
    qtbot.waitUntil(lambda: stage.illustration is not None, timeout=8000)
    assert {one: again.store.cel(one).tobytes() for one in picture.chosen.values()} == seen
    again.session.apply("Write", lambda story: story.with_scene(replace(story.scene("a"), text="A fox.")))
    again.session.close()
    with StoryFile.open(path) as reopened:
        assert reopened.story.scene("a").text == "A fox."


def test_a_portrait_that_cannot_be_decoded_is_told_once_and_stops_no_other(
    make_desk: MakeDesk, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As of a story from another model: the portraits are asked for again with every key."""
    codes = grid_of("fox", "figure")
    portraits = tuple(Variant(name, "portrait", "fox", "cartoon", 1, codes) for name in ("alien", "ours"))
    story = replace(two_scenes(), characters=(Character("pip", "Pip", portraits=portraits, chosen="alien"),))

    def decoded(engine: FakeIllustrator, variant: Variant) -> Picture:
        if variant.id == "alien":
            raise ModelDamagedError("These codes were made by another model.")
        return picture_of(codes)

    monkeypatch.setattr(FakeIllustrator, "picture_of", decoded)
    told: list[str] = []
    desk = make_desk(story)
    desk.work.failed.connect(lambda scene, words: told.append(words))
    idle(desk, qtbot)
    for _ in range(3):
        qtbot.keyClicks(desk.cards["a"].words, "x")
        idle(desk, qtbot)
    assert told == ["These codes were made by another model."]
    assert desk.store.cel("ours") is not None
