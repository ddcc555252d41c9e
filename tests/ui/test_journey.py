"""The whole way through the real window with the shipped model: a new story by clicks and keys, and a PDF of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from storyapp.app import Desk, open_desk
from storyapp.story.model import Illustration, Story
from storyapp.story.plan import Placement
from storyapp.ui.book.book_dialog import BookDialog
from storyapp.ui.main_window import MainWindow
from storyapp.ui.picture.stage_view import StageView
from storyapp.ui.writing.scene_card import SceneCard

from .hands import LEFT

pytestmark = [pytest.mark.gui, pytest.mark.slow]
PATIENCE = 240_000  # milliseconds; a machine may be busy with something else


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path))
    desk = open_desk(qapp)
    desk.preferences.value = replace(desk.preferences.value, toured=True, spelling=False)
    yield desk
    for window in list(desk.windows):
        window.queue.shutdown()
        window.close()
    desk.home.close()
    qapp.setStyleSheet("")


class Person:
    """Somebody at the mouse and the keys of one window."""

    def __init__(self, qtbot: Any, window: MainWindow) -> None:
        self.qtbot, self.window = qtbot, window

    @property
    def story(self) -> Story:
        return self.window.session.story

    @property
    def pictures(self) -> list[Illustration]:
        return [scene.illustration for scene in self.story.scenes if scene.illustration]

    def card(self, index: int) -> SceneCard:
        return self.window.cards[self.story.scenes[index].id]

    def stage(self) -> StageView:
        """The picture of the first scene, scrolled into view."""
        return self.window.view.reveal(self.story.scenes[0].id).stage

    def click(self, widget: QWidget | None) -> None:
        assert widget is not None
        self.qtbot.waitUntil(lambda: widget.isVisible() and widget.isEnabled(), timeout=PATIENCE)
        self.qtbot.mouseClick(widget, LEFT)

    def press(self, action: QAction) -> None:
        """A button of the bar."""
        self.click(self.window.actions_.bar.widgetForAction(action))

    def tab(self, panel: QWidget) -> None:
        tabs = self.window.tabs
        bar = tabs.tabBar()
        self.qtbot.mouseClick(bar, LEFT, pos=bar.tabRect(tabs.indexOf(panel)).center())

    def type(self, field: QWidget, words: str) -> None:
        field.setFocus()
        if hasattr(field, "selectAll"):
            field.selectAll()
        self.qtbot.keyClicks(field, words)

    def wait(self, done: Callable[[], bool]) -> None:
        """Until the jobs are over and something is so."""
        self.qtbot.waitUntil(lambda: not self.window.queue.jobs and done(), timeout=PATIENCE)

    def drag(self, widget: QWidget, start: QPointF, by: QPointF) -> None:
        self.qtbot.mousePress(widget, LEFT, pos=start.toPoint())
        for share in (0.5, 1.0):
            point = start + by * share
            where = widget.mapToGlobal(point)
            event = QMouseEvent(QEvent.Type.MouseMove, point, where, LEFT, LEFT, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(widget, event)
        self.qtbot.mouseRelease(widget, LEFT, pos=(start + by).toPoint())


def test_from_a_new_story_to_a_book(program: Desk, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program.show_home()
    qtbot.mouseClick(program.home.new, LEFT)
    window = program.windows[-1]
    window.resize(1280, 1000)
    person = Person(qtbot, window)

    write_two_scenes(person)
    hero = make_a_hero(person)
    paint_both_scenes(person, hero)
    move_the_hero(person, hero)
    paint_the_hero_again(person, hero)
    choose_another_style(person)
    target = tmp_path / "kite.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    print_a_book(person, target)


def write_two_scenes(person: Person) -> None:
    person.type(person.window.column.title, "The Kite")
    person.type(person.card(0).words, "Pip ran across the beach with a kite.")
    person.press(person.window.actions_.add)
    person.type(person.card(1).words, "Then he slept in the bedroom at night.")


def make_a_hero(person: Person) -> str:
    """Described, painted, unlocked and locked again; the id."""
    panel = person.window.characters
    person.tab(panel)
    person.click(panel.add)
    hero = person.story.characters[0].id
    card = panel.cards[hero]
    person.type(card.name, "Pip")
    person.type(card.description, "a fox in a red shirt and blue trousers")
    assert list(person.card(1).cast.chips) == [hero]  # by his pronoun
    person.click(card.paint)
    person.wait(lambda: person.story.characters[0].locked)
    person.click(card.lock)
    assert not person.story.characters[0].locked
    person.click(card.lock)
    assert person.story.characters[0].lock is not None
    return hero


def paint_both_scenes(person: Person, hero: str) -> None:
    portrait = person.story.characters[0].portrait
    person.press(person.window.actions_.all)
    person.wait(lambda: all(scene.illustration for scene in person.story.scenes))
    assert [picture.plan.setting for picture in person.pictures] == ["beach", "bedroom"]
    assert person.pictures[0].shows(hero)
    assert person.story.characters[0].portrait == portrait


def move_the_hero(person: Person, hero: str) -> None:
    """Dragged to the right in the picture; nothing is painted."""
    painted, stage = person.pictures[0], person.stage()
    person.qtbot.waitUntil(
        lambda: not stage.image.isNull() and stage.illustration is person.pictures[0], timeout=PATIENCE
    )
    box, rect = placement_of(hero, painted).box, stage.picture_rect()
    body = QPointF(
        rect.x() + (box.x + box.width / 2) * rect.width(), rect.y() + (box.y + box.height * 0.6) * rect.height()
    )
    person.drag(stage, body, QPointF(0.1 * rect.width(), 0))
    assert placement_of(hero, person.pictures[0]).box.x == pytest.approx(box.x + 0.1, abs=0.02)
    assert person.pictures[0].variants == painted.variants
    assert person.window.session.undo_name == "Move Pip"


def paint_the_hero_again(person: Person, hero: str) -> None:
    """One cel, by key; all others, and where it stands, are as before."""
    before = person.pictures[0]
    fox = placement_of(hero, before).cel
    person.qtbot.keyClick(person.stage(), Qt.Key.Key_R)
    person.wait(lambda: person.pictures[0].chosen[fox] != before.chosen[fox])
    after = person.pictures[0]
    assert {**after.chosen, fox: ""} == {**before.chosen, fox: ""}
    assert placement_of(hero, after) == placement_of(hero, before)


def choose_another_style(person: Person) -> None:
    """The whole book, at once."""
    before = person.pictures[0]
    person.tab(person.window.style_panel)
    person.click(person.window.style_panel.buttons["watercolour"])
    after = person.pictures[0]
    assert {picture.style for picture in person.pictures} == {"watercolour"}
    assert (after.variants, after.placements) == (before.variants, before.placements)


def print_a_book(person: Person, target: Path) -> None:
    person.press(person.window.actions_.export)
    person.click(person.window.findChild(BookDialog).make)
    person.wait(target.exists)
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(target)]
    assert "The Kite" in pages[0]
    assert any("slept in the bedroom" in " ".join(page.split()) for page in pages)


def placement_of(hero: str, picture: Illustration) -> Placement:
    found = picture.placement(next(cel.id for cel in picture.plan.cels if cel.who == hero))
    assert found is not None
    return found
