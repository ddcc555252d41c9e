"""The desk for everybody: by keyboard, by ear, from right to left, with little contrast to spare, without motion."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMenuBar,
    QTabBar,
    QToolButton,
    QWidget,
)

import storyapp
from storyapp import paths
from storyapp.ui.first_page.home import Home, RecentStories
from storyapp.ui.first_page.import_preview import ImportPreview
from storyapp.ui.languages import Translations
from storyapp.ui.main_window import MainWindow
from storyapp.ui.preferences import SCALES
from storyapp.ui.theme import DARK, LIGHT, Palette, apply_theme

from .conftest import MakeDesk, painted, two_scenes

pytestmark = pytest.mark.gui


def operable(root: QWidget) -> list[QWidget]:
    """Everything in a window that is seen and can have the focus."""
    inner = (QAbstractScrollArea,)  # viewports and scroll bars belong to their areas
    found = []
    for one in root.findChildren(QWidget):
        if not one.isVisibleTo(root) or one.focusPolicy() == Qt.FocusPolicy.NoFocus or not one.isEnabled():
            continue
        if one.focusProxy() is not None:
            continue
        if isinstance(one.parent(), inner) and one.objectName().startswith("qt_"):
            continue
        found.append(one)
    return found


def name_of(widget: QWidget) -> str:
    """What a screen reader says."""
    text = widget.text() if isinstance(widget, (QAbstractButton, QLabel)) else ""
    text = widget.title() if isinstance(widget, QGroupBox) else text
    return widget.accessibleName() or text or (widget.toolTip() if isinstance(widget, QAbstractButton) else "")


def windows(desk: MainWindow) -> list[QWidget]:
    """The desk and every dialog of its menus."""
    desk.find_bar.open()
    dialogs = desk.dialogs
    return [
        desk,
        dialogs.help(),
        dialogs.about(),
        dialogs.versions(),
        dialogs.book(),
        desk.pages.search(),
        desk.style_panel.comparison(),
    ]


def test_everything_that_can_be_used_has_a_name(desk: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    painted(desk, qtbot)
    desk.picture_panel.select("fox")
    home = Home(RecentStories(tmp_path / "recent.json"), [tmp_path / "kite.md"])
    preview = ImportPreview("# Kite\n\n## One\n\nRain.\n\n## Two\n\nSun.")
    for one in (home, preview):
        qtbot.addWidget(one)
    named = 0
    for root in (*windows(desk), home, preview):
        for tab in range(desk.tabs.count()) if root is desk else (0,):
            desk.tabs.setCurrentIndex(tab)
            for one in operable(root):
                if isinstance(one, (QTabBar, QMenuBar)):
                    continue  # their tabs and menus have names
                assert name_of(one), (type(root).__name__, type(one).__name__, one.objectName(), one.parent())
                named += 1
        if isinstance(root, QDialog):
            root.close()
    assert named > 80


def test_tab_reaches_everything_and_comes_around(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot)
    desk.activateWindow()
    desk.column.title.setFocus()
    seen: set[QWidget] = set()
    for _ in range(300):
        focus = desk.focusWidget()
        if focus in seen and focus is desk.column.title:
            break
        seen.add(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    wanted = {one for one in operable(desk) if one.focusPolicy() & Qt.FocusPolicy.TabFocus}
    groups = {id(one.group()): one for one in seen if isinstance(one, QAbstractButton) and one.group() is not None}
    missing = [one for one in wanted - seen if not (isinstance(one, QAbstractButton) and id(one.group()) in groups)]
    assert [(type(one).__name__, one.objectName(), name_of(one)) for one in missing] == []
    assert desk.column.title in seen and desk.cards["b"].words in seen


def test_the_focus_is_seen(dressed: QApplication, desk: MainWindow, qtbot: Any) -> None:
    desk.activateWindow()
    qtbot.waitUntil(desk.isActiveWindow, timeout=10_000)
    painted(desk, qtbot)
    seen = 0
    for one in operable(desk):
        if isinstance(one, QTabBar):
            continue
        desk.column.author.setFocus() if one is not desk.column.author else desk.column.title.setFocus()
        if isinstance(one, QAbstractItemView):
            continue  # the chosen row and the border show it
        one.setFocus(Qt.FocusReason.TabFocusReason)
        if desk.focusWidget() is not one:
            continue
        with_focus = one.grab().toImage()
        desk.column.title.setFocus() if one is not desk.column.title else desk.column.author.setFocus()
        assert one.grab().toImage() != with_focus, (type(one).__name__, one.objectName(), name_of(one))
        seen += 1
    assert seen > 10


def contrast(one: str, other: str) -> float:
    """As WCAG 2 defines it."""

    def light(colour: str) -> float:
        parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lights = sorted((light(one), light(other)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_every_text_can_be_read(colours: Palette) -> None:
    for ground in (colours.paper, colours.desk):
        for words in (colours.text, colours.quiet, colours.warn, colours.accent):
            assert contrast(words, ground) >= 4.5
    assert contrast(colours.on_accent, colours.accent) >= 4.5


@pytest.mark.parametrize("dark", [False, True])
def test_hints_in_empty_fields_can_be_read(dressed: QApplication, qtbot: Any, dark: bool) -> None:
    apply_theme(dressed, dark)
    line = QLineEdit(placeholderText="Find")
    qtbot.addWidget(line)
    line.ensurePolished()
    hint, colours = line.palette().placeholderText().color(), DARK if dark else LIGHT
    assert hint.alpha() == 255 and contrast(hint.name(), colours.paper) >= 4.5


def test_nothing_moves_by_itself(dressed: QApplication) -> None:
    for effect in (Qt.UIEffect.UI_AnimateMenu, Qt.UIEffect.UI_AnimateCombo, Qt.UIEffect.UI_AnimateTooltip):
        assert not dressed.isEffectEnabled(effect)
    code = "\n".join(one.read_text(encoding="utf-8") for one in (Path(storyapp.__file__).parent / "ui").rglob("*.py"))
    assert not re.search(r"Q\w*Animation\b|QMovie|QTimeLine", code)


def test_from_right_to_left_the_desk_is_mirrored(qapp: QApplication, make_desk: MakeDesk, qtbot: Any) -> None:
    translations = Translations(paths.resources() / "translations")
    translations.use(qapp, "ar")
    try:
        desk = make_desk(two_scenes())
        painted(desk, qtbot)
        place = {one: one.mapTo(desk, QPoint(0, 0)).x() for one in (desk.scenes, desk.view, desk.tabs)}
        assert place[desk.tabs] < place[desk.view] < place[desk.scenes]
        bar = desk.view.verticalScrollBar()
        assert bar.mapTo(desk.view, QPoint(0, 0)).x() < desk.view.width() // 2
        chips = list(desk.cards["a"].chips.chips.values())
        qtbot.waitUntil(lambda: chips[0].x() > chips[1].x(), timeout=10_000)
        rect = desk.scenes.visualRect(desk.scenes.model().index(1, 0))
        qtbot.mouseClick(desk.scenes.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
        assert desk.current_scene() == "b"
        desk.resize(800, 700)
        qtbot.waitUntil(lambda: bool(desk.tabifiedDockWidgets(desk.arrangement.studio_dock)), timeout=10_000)
    finally:
        translations.use(qapp, "en")


@pytest.mark.parametrize("scale", (SCALES[0], SCALES[-1]))
def test_no_word_on_a_button_is_cut_off(dressed: QApplication, make_desk: MakeDesk, qtbot: Any, scale: int) -> None:
    apply_theme(dressed, dark=False, scale=scale)
    desk = make_desk(two_scenes())
    desk.preferences.change(scale=scale)
    desk.resize(1024, 700)
    painted(desk, qtbot)
    for tab in range(desk.tabs.count()):
        desk.tabs.setCurrentIndex(tab)
        for one in desk.findChildren(QAbstractButton):
            if one.isVisible() and one.text() and not _is_icon(one):
                widest = max(map(QFontMetrics(one.font()).horizontalAdvance, one.text().split("\n")))
                assert one.width() >= widest, (one.text(), one.width(), widest)
        for label in desk.findChildren(QLabel):
            if label.isVisible() and label.text() and not label.wordWrap() and "<" not in label.text():
                assert label.width() >= QFontMetrics(label.font()).horizontalAdvance(label.text()) - 1, label.text()


def _is_icon(button: QAbstractButton) -> bool:
    only = Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(button, QToolButton) and not button.icon().isNull() and button.toolButtonStyle() == only


def drop(target: QWidget, path: Path) -> bool:
    """Drag a file over a widget and let it go; whether it was taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, none)
    QApplication.sendEvent(target, enter)
    if enter.isAccepted():
        event = QDropEvent(QPointF(5, 5), copy, data, left, none, QEvent.Type.Drop)
        QApplication.sendEvent(target, event)
    return enter.isAccepted()


def test_files_are_dropped_on_the_desk_and_on_the_first_page(desk: MainWindow, qtbot: Any, tmp_path: Path) -> None:
    home = Home(RecentStories(tmp_path / "recent.json"), [])
    qtbot.addWidget(home)
    for window in (desk, home):
        for name, signal in (
            ("kite.md", window.import_asked),
            ("kite.docx", window.import_asked),  # to be told what can be done with it
            ("kite.story", window.open_asked),
        ):
            with qtbot.waitSignal(signal) as told:
                assert drop(window, tmp_path / name)
                assert (
                    not told.signal_triggered
                )  # the file manager waits until the drop is over, whatever is asked then
            assert told.args == [tmp_path / name]
        assert not drop(window, tmp_path / "kite.exe")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "kite.md"))])
    assert not desk.cards["a"].words.canInsertFromMimeData(data)  # so the window gets it


def test_a_picture_is_dropped_on_a_card_as_the_portrait_and_its_name_nowhere(
    desk: MainWindow, qtbot: Any, tmp_path: Path
) -> None:
    file, card, scene = tmp_path / "drawing.png", desk.characters.cards["pip"], desk.cards["a"]
    for part in (card, card.name, card.description.viewport()):
        with qtbot.waitSignal(card.import_asked) as told:
            assert drop(part, file)
        assert told.args == ["pip", file]
    qtbot.waitUntil(lambda: not desk.queue.jobs)  # there is no such file, which is told
    for part in (scene.words.viewport(), scene.title.viewport(), scene.stage, desk.column.title.viewport()):
        desk.notice.hide()
        assert drop(part, file)
        qtbot.waitUntil(lambda: desk.notice.text().startswith("Drop a picture on the card of a character"))
    story = desk.session.story
    assert (story.title, story.scene("a").text) == ("Kite", "A fox and a bear in the forest.")
    assert (story.character("pip").name, story.character("pip").description) == ("Pip", "")
