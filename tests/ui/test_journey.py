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
from storyapp.story.model import Illustration
from storyapp.ui.book_dialog import BookDialog
from storyapp.ui.main_window import MainWindow

pytestmark = [pytest.mark.gui, pytest.mark.slow]
LEFT = Qt.MouseButton.LeftButton
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

    def picture() -> Illustration:
        found = window.session.story.scenes[0].illustration
        assert found is not None
        return found

    # a new story of two scenes
    person.type(window.column.title, "The Kite")
    first = window.cards[window.session.story.scenes[0].id]
    person.type(first.words, "Pip ran across the beach with a kite.")
    person.press(window.actions_.add)
    second = window.cards[window.session.story.scenes[1].id]
    person.type(second.words, "Then he slept in the bedroom at night.")

    # a hero, locked
    person.tab(window.characters)
    person.click(window.characters.add)
    hero = window.session.story.characters[0].id
    card = window.characters.cards[hero]
    person.type(card.name, "Pip")
    person.type(card.description, "a fox in a red shirt and blue trousers")
    assert list(second.cast.chips) == [hero]  # by his pronoun
    person.click(card.paint)
    person.wait(lambda: window.session.story.characters[0].locked)
    portrait = window.session.story.characters[0].portrait
    person.click(card.lock)
    assert not window.session.story.characters[0].locked
    person.click(card.lock)
    assert window.session.story.characters[0].lock is not None

    # pictures
    person.press(window.actions_.all)
    person.wait(lambda: all(one.illustration for one in window.session.story.scenes))
    painted = picture()
    fox = next(cel.id for cel in painted.plan.cels if cel.who == hero)
    assert {scene.illustration.plan.setting for scene in window.session.story.scenes if scene.illustration} == {
        "beach",
        "bedroom",
    }
    assert window.session.story.characters[0].portrait == portrait

    # somebody moved, nothing painted
    stage = window.view.reveal(first.scene_id).stage
    qtbot.waitUntil(lambda: not stage.image.isNull() and stage.illustration is picture(), timeout=PATIENCE)
    box, rect = next(one.box for one in painted.placements if one.cel == fox), stage.picture_rect()
    body = QPointF(
        rect.x() + (box.x + box.width / 2) * rect.width(), rect.y() + (box.y + box.height * 0.6) * rect.height()
    )
    person.drag(stage, body, QPointF(0.1 * rect.width(), 0))
    moved = next(one for one in picture().placements if one.cel == fox)
    assert moved.box.x == pytest.approx(box.x + 0.1, abs=0.02)
    assert picture().variants == painted.variants
    assert window.session.undo_name == "Move Pip"

    # one cel again, by key
    qtbot.keyClick(stage, Qt.Key.Key_R)
    person.wait(lambda: picture().chosen[fox] != painted.chosen[fox])
    assert {cel: one for cel, one in picture().chosen.items() if cel != fox} == {
        cel: one for cel, one in painted.chosen.items() if cel != fox
    }
    assert moved in picture().placements

    # the book in another style, at once
    before = picture()
    person.tab(window.style_panel)
    person.click(window.style_panel.buttons["watercolour"])
    assert {scene.illustration.style for scene in window.session.story.scenes if scene.illustration} == {"watercolour"}
    assert (picture().variants, picture().placements) == (before.variants, before.placements)

    # a book to print
    target = tmp_path / "kite.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    person.press(window.actions_.export)
    dialog = window.findChild(BookDialog)
    person.click(dialog.make)
    person.wait(target.exists)
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(target)]
    assert "The Kite" in pages[0]
    assert any("slept in the bedroom" in " ".join(page.split()) for page in pages)
