"""Room: large type, narrow windows and long names cut nothing off and make no window wider."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea

from storyapp.story.plan import BACKDROP, NotDrawn
from storyapp.ui.main_window import MainWindow
from storyapp.ui.theme import apply_theme
from storyapp.ui.widgets.elided import ElidedButton
from storyapp.ui.window.job_bar import JobBar

from .conftest import MakeDesk, idle, painted, two_scenes
from .test_jobs import steps

pytestmark = pytest.mark.gui
LONG = "<h1>Big</h1> " + "a long way through the forest and over the hills " * 6


def large(app: QApplication, make_desk: MakeDesk, scale: int, *size: int) -> MainWindow:
    apply_theme(app, dark=False, scale=scale)
    desk = make_desk(two_scenes())
    desk.preferences.change(scale=scale, spelling=False)
    desk.resize(*size)
    return desk


def name_scene(desk: MainWindow, title: str) -> None:
    desk.session.apply("Name", lambda story: story.with_scene(replace(story.scene("a"), title=title)))


@pytest.mark.parametrize("scale", [100, 150, 175, 200])
def test_a_picture_leaves_the_window_as_it_is(
    dressed: QApplication, make_desk: MakeDesk, qtbot: Any, scale: int
) -> None:
    desk = large(dressed, make_desk, scale, 1024, 700)
    before = desk.size()
    painted(desk, qtbot)
    name_scene(desk, LONG)
    desk.pages.open("a")
    desk.say("“kite.story” was moved, replaced or deleted while it was open; save the story under another name.")
    qtbot.waitUntil(lambda: desk.picture_editor.view.illustration is not None, timeout=8000)
    qtbot.wait(50)
    assert desk.size() == before
    assert desk.picture_editor.title.textFormat() == Qt.TextFormat.PlainText
    assert desk.picture_editor.view.height() >= 100
    desk.pages.close_picture()
    qtbot.wait(50)
    assert desk.size() == before


@pytest.mark.parametrize("scale", [100, 200])
def test_story_and_studio_fit_their_places(dressed: QApplication, make_desk: MakeDesk, qtbot: Any, scale: int) -> None:
    desk = large(dressed, make_desk, scale, 1024 if scale > 100 else 1280, 700)
    painted(desk, qtbot)
    desk.arrangement.studio_dock.raise_()
    desk.tabs.setCurrentWidget(desk.picture_panel)
    desk.picture_panel.select("fox")
    desk.picture_panel.advanced.setChecked(True)
    areas = [desk.view, *desk.picture_panel.findChildren(QScrollArea)]
    for area in areas:
        qtbot.waitUntil(lambda area=area: area.widget().width() <= area.viewport().width(), timeout=4000)


def test_in_a_narrow_story_the_buttons_of_a_scene_go_below_its_cast(desk: MainWindow, qtbot: Any) -> None:
    foot = desk.cards["b"].cast.parentWidget()
    button = desk.cards["b"].illustrate
    desk.cards["b"].cast.show()
    wide, narrow = foot.heightForWidth(600), foot.heightForWidth(200)
    assert narrow >= wide + button.height()
    qtbot.waitUntil(lambda: foot.height() == foot.heightForWidth(foot.width()), timeout=4000)
    assert button.mapTo(foot, button.rect().bottomRight()).x() < foot.width()


def test_a_long_job_leaves_room_for_the_rest(dressed: QApplication, desk: MainWindow, qtbot: Any) -> None:
    before = desk.size()
    desk.queue.submit(LONG, lambda: steps(400))
    bar: JobBar = desk.job_bar
    qtbot.waitUntil(lambda: bar.title.isVisible(), timeout=8000)
    qtbot.wait(50)
    words, size, right = bar.title.text(), desk.size(), bar.cancel.geometry().right()
    desk.queue.cancel_all()
    idle(desk, qtbot)
    assert "forest" in words and size == before and right < bar.width()


def test_words_that_fit_are_whole(dressed: QApplication, qtbot: Any) -> None:
    button = ElidedButton("beach ▾", objectName="chip")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    whole = button.grab().toImage()
    button.resize(button.sizeHint().width() - 20, button.height())
    assert button.minimumSizeHint().width() < button.sizeHint().width()
    assert button.grab().toImage() != whole.copy(button.rect())


def test_the_bar_cannot_be_hidden_for_good(desk: MainWindow, qtbot: Any) -> None:
    assert desk.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu
    qtbot.mouseClick(desk.actions_.bar, Qt.MouseButton.RightButton)
    assert QApplication.activePopupWidget() is None and desk.actions_.bar.isVisible()


def test_one_long_word_makes_no_scene_wider_than_its_place(
    dressed: QApplication, make_desk: MakeDesk, qtbot: Any
) -> None:
    desk = large(dressed, make_desk, 100, 1024, 640)
    picture = painted(desk, qtbot)
    reason = f"The model has not learned to draw “{'Donaudampfschiff' * 12}”."
    told = replace(picture.plan, not_drawn=(NotDrawn("Pip", (0, 3), reason),))
    desk.session.apply(
        "Tell", lambda story: story.with_scene(story.scene("a").with_illustration(replace(picture, plan=told)))
    )
    label = desk.cards["a"].plan
    assert label.isVisible() and "Donaudampfschiff" in label.text()
    qtbot.wait(50)
    assert desk.view.widget().width() <= desk.view.viewport().width()
    assert label.height() >= 4 * label.fontMetrics().lineSpacing()  # the whole word is shown, in several lines


def test_who_is_clicked_in_a_narrow_window_is_shown_in_the_studio(
    dressed: QApplication, make_desk: MakeDesk, qtbot: Any
) -> None:
    desk = large(dressed, make_desk, 150, 1024, 640)
    painted(desk, qtbot)
    desk.arrangement.list_dock.raise_()
    desk.pictures.cel_chosen.emit("a", "fox")
    qtbot.waitUntil(lambda: not desk.picture_panel.visibleRegion().isEmpty(), timeout=4000)


def test_no_dialog_opens_larger_than_the_window(desk: MainWindow, qtbot: Any) -> None:
    picture = painted(desk, qtbot)
    desk.resize(1000, 560)
    desk.picture_panel.show_scene("a")
    variant = picture.shown(BACKDROP)
    assert variant is not None
    dialogs = (
        desk.style_panel.comparison(),
        desk.picture_panel.comparison(variant.id),
        desk.pages.recast("pip"),
        desk.dialogs.book(),
        desk.dialogs.help(),
        desk.dialogs.about(),
    )
    for dialog in dialogs:
        assert dialog.height() <= desk.height() and dialog.minimumSizeHint().height() <= desk.height(), dialog
        dialog.close()
