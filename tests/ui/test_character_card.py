"""The card of a character: room for its words, its lock, and what its menu offers."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QScrollArea

from storyapp import paths
from storyapp.story.model import Illustration, text_hash
from storyapp.story.plan import CelPlan, ScenePlan
from storyapp.ui.main_window import MainWindow
from storyapp.ui.theme import DARK, LIGHT, style_sheet

from .conftest import idle, painted
from .hands import LEFT

pytestmark = pytest.mark.gui


def words(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions()]


def test_the_description_grows_with_its_words(desk: MainWindow, qtbot: Any) -> None:
    field = desk.characters.cards["pip"].description
    before = field.height()
    qtbot.keyClicks(field, "a small fox in a red shirt with a green scarf and blue trousers " * 3)
    qtbot.waitUntil(lambda: field.height() > before, timeout=20_000)
    lines = field.document().size().height()
    assert field.viewport().height() >= lines * field.fontMetrics().lineSpacing()
    assert not field.verticalScrollBar().isVisible()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: field.height() == before, timeout=20_000)


@pytest.mark.parametrize("width", [1024, 1280])
def test_nothing_scrolls_sideways(desk: MainWindow, qtbot: Any, width: int) -> None:
    desk.resize(width, 700)
    card, scroll = desk.characters.cards["pip"], desk.characters.findChild(QScrollArea)
    assert scroll is not None
    qtbot.waitUntil(lambda: 0 < card.width() <= scroll.viewport().width(), timeout=20_000)
    assert not scroll.horizontalScrollBar().isVisible()
    assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width()


def test_the_lock_says_its_state_and_shows_how_close_pictures_follow(desk: MainWindow, qtbot: Any) -> None:
    card = desk.characters.cards["pip"]
    assert not card.closeness.isVisible()
    qtbot.mouseClick(card.paint, LEFT)
    idle(desk, qtbot)
    assert card.lock.text() == "Locked" and card.closeness.isVisible()
    qtbot.keyClick(card.strength, Qt.Key.Key_Right)
    assert desk.session.story.character("pip").strength == pytest.approx(1.1)
    qtbot.mouseClick(card.lock, LEFT)
    assert card.lock.text() == "Unlocked" and not card.closeness.isVisible()


def test_four_portraits_are_painted_and_another_one_is_chosen(desk: MainWindow, qtbot: Any) -> None:
    card = desk.characters.cards["pip"]
    card.paint_four.trigger()
    idle(desk, qtbot)
    assert card.portraits.count() == 4 and card.portraits.isVisible()
    item = card.portraits.item(2)
    qtbot.mouseClick(card.portraits.viewport(), LEFT, pos=card.portraits.visualItemRect(item).center())
    character = desk.session.story.character("pip")
    assert character.chosen == character.portraits[2].id
    assert desk.session.undo_name == "Choose portrait"


def test_a_lock_follows_up_to_three_portraits(desk: MainWindow, qtbot: Any) -> None:
    card, strip = desk.characters.cards["pip"], desk.characters.cards["pip"].portraits
    card.paint_four.trigger()
    idle(desk, qtbot)
    shown, *others = (one.id for one in desk.session.story.character("pip").portraits)
    assert words(strip.menu_of(shown)) == ["Remove this portrait"]  # it is followed as it is
    before = strip.item(1).icon().pixmap(60, 60).toImage()
    for portrait in others[:2]:
        strip.menu_of(portrait).actions()[0].trigger()
    character = desk.session.story.character("pip")
    assert [one.id for one in character.followed] == [shown, *others[:2]]
    assert strip.item(1).icon().pixmap(60, 60).toImage() != before
    third, second = strip.menu_of(others[2]), strip.menu_of(others[1])
    assert not third.actions()[0].isEnabled()
    assert second.actions()[0].isChecked()
    second.actions()[0].trigger()
    assert [one.id for one in desk.session.story.character("pip").followed] == [shown, others[0]]
    assert desk.session.undo_name == "Follow another portrait"
    qtbot.mouseClick(card.lock, LEFT)
    assert words(strip.menu_of(others[0])) == ["Remove this portrait"]


def test_four_to_choose_from_leave_the_locked_hero_until_one_is_chosen(desk: MainWindow, qtbot: Any) -> None:
    card = desk.characters.cards["pip"]
    qtbot.mouseClick(card.paint, LEFT)
    idle(desk, qtbot)
    first = desk.session.story.character("pip").portrait
    card.paint_four.trigger()
    idle(desk, qtbot)
    character = desk.session.story.character("pip")
    assert len(character.portraits) == 5 and character.portrait == first and character.locked
    qtbot.mouseClick(card.paint, LEFT)  # one alone is what is wanted
    idle(desk, qtbot)
    character = desk.session.story.character("pip")
    assert character.portrait == character.portraits[5]


def test_portraits_are_removed_and_brought_back(desk: MainWindow, qtbot: Any) -> None:
    card, strip = desk.characters.cards["pip"], desk.characters.cards["pip"].portraits
    card.paint_four.trigger()
    idle(desk, qtbot)
    before = desk.session.story.character("pip")
    strip.menu_of(before.portraits[2].id).actions()[-1].trigger()
    after = desk.session.story.character("pip")
    assert [one.id for one in after.portraits] == [before.portraits[row].id for row in (0, 1, 3)]
    assert after.chosen == before.chosen and strip.count() == 3
    qtbot.keyClick(strip, Qt.Key.Key_Delete)  # the one that is shown
    after = desk.session.story.character("pip")
    assert after.chosen == before.portraits[3].id and after.locked
    assert desk.session.undo_name == "Remove portrait"
    for _ in range(2):
        next(one for one in card.portrait_menu().actions() if one.text() == "Remove this portrait").trigger()
    after = desk.session.story.character("pip")
    assert not after.portraits and not after.locked and after.chosen is None
    assert card.portrait.text() == "no portrait" and not card.lock.isEnabled()
    for _ in range(4):
        desk.undo_action.trigger()
    assert desk.session.story.character("pip") == before


def test_a_screen_reader_tells_one_portrait_from_the_next(desk: MainWindow, qtbot: Any) -> None:
    card, strip = desk.characters.cards["pip"], desk.characters.cards["pip"].portraits
    card.paint_four.trigger()
    idle(desk, qtbot)

    def told() -> list[str]:
        return [strip.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(strip.count())]

    assert told() == ["Portrait 1 of 4, shown", "Portrait 2 of 4", "Portrait 3 of 4", "Portrait 4 of 4"]
    portraits = desk.session.story.character("pip").portraits
    strip.picked.emit(portraits[3].id)
    strip.followed.emit(portraits[1].id, True)
    assert told()[1:] == ["Portrait 2 of 4, followed too", "Portrait 3 of 4", "Portrait 4 of 4, shown"]


@pytest.mark.parametrize("picture", ["white", "nothing"])
def test_a_picture_with_nothing_on_it_is_no_portrait(
    desk: MainWindow, qtbot: Any, tmp_path: Path, picture: str
) -> None:
    file = tmp_path / "blank.png"
    {"white": Image.new("L", (400, 400), 255), "nothing": Image.new("RGBA", (400, 400))}[picture].save(file)
    desk.work.import_portrait("pip", file)
    idle(desk, qtbot)
    assert not desk.session.story.character("pip").portraits
    assert desk.notice.isVisible() and "nothing to be seen" in desk.notice.text()
    drawing = Image.new("L", (400, 400), 255)
    ImageDraw.Draw(drawing).line((40, 40, 300, 350), fill=120, width=3)  # a faint line of a pencil is enough
    drawing.save(file)
    desk.work.import_portrait("pip", file)
    idle(desk, qtbot)
    assert len(desk.session.story.character("pip").portraits) == 1


@pytest.mark.parametrize("colours", [LIGHT, DARK])
def test_the_style_sheet_knows_every_name_and_its_icons_are_there(qapp: QApplication, colours: Any) -> None:
    sheet = style_sheet(colours, 150)
    assert "@" not in sheet
    assert "pt(" not in sheet and "15.00pt" in sheet
    for name in ("down", "up", "check"):
        assert (paths.resources() / "icons" / f"{name}-{colours.theme}.svg").is_file()


def renamed(desk: MainWindow, qtbot: Any, name: str) -> Any:
    card = desk.characters.cards["pip"]
    card.name.setFocus()
    card.name.selectAll()
    qtbot.keyClicks(card.name, name)
    qtbot.keyClick(card.name, Qt.Key.Key_Return)
    return card


def test_a_new_name_is_offered_to_the_words(desk: MainWindow, qtbot: Any) -> None:
    picture = painted(desk, qtbot, "b")
    assert picture.shows("pip")
    before = desk.session.story.character("pip")
    card = renamed(desk, qtbot, "Pippa")
    assert card.renaming.isVisible() and "“Pip” to “Pippa”" in card.renaming.asked.text()
    assert desk.session.story.character("pip").names == ("Pippa", "Pip")
    qtbot.mouseClick(card.renaming.change, LEFT)
    assert desk.session.story.scene("b").text == "Pippa in the garden."
    assert not desk.session.story.scene("b").stale and not card.renaming.isVisible()
    assert desk.session.story.character("pip").names == ("Pippa",)
    desk.undo_action.trigger()  # the words, in one step
    assert desk.session.story.scene("b").text == "Pip in the garden."
    assert desk.session.story.character("pip").names == ("Pippa", "Pip")
    desk.undo_action.trigger()
    assert desk.session.story.character("pip") == before


def test_a_declined_name_stays_another_name_and_the_hero_is_still_found(desk: MainWindow, qtbot: Any) -> None:
    painted(desk, qtbot, "b")
    card = renamed(desk, qtbot, "Rosa")
    qtbot.mouseClick(card.renaming.leave, LEFT)
    assert not card.renaming.isVisible() and card.aliases.text() == "Pip"
    desk.work.illustrate(["b"])
    idle(desk, qtbot)
    picture = desk.session.story.scene("b").illustration
    assert [one.id for one in desk.engine.requests[-1].cast] == ["pip"]  # type: ignore[attr-defined]
    assert desk.engine.requests[-1].cast[0].names == ("Rosa", "Pip")  # type: ignore[attr-defined]
    assert picture is not None and "Pip" in card.aliases.text()


def test_the_name_of_before_taken_again_is_no_other_name(desk: MainWindow, qtbot: Any) -> None:
    card = renamed(desk, qtbot, "Rosa")
    qtbot.mouseClick(card.renaming.leave, LEFT)
    renamed(desk, qtbot, "Pip")
    assert desk.session.story.character("pip").names == ("Pip",)


def test_somebody_new_in_a_story_that_has_its_pictures(desk: MainWindow, qtbot: Any) -> None:
    hero = desk.session.story.character("pip")
    desk.session.apply("Nobody", lambda story: replace(story, characters=()))
    painted(desk, qtbot, "b")
    desk.session.apply("Pip", lambda story: story.with_character(hero))
    told = desk.characters.cards["pip"].scenes
    assert told.text().startswith("In no picture yet.") and '<a href="b">2</a>' in told.text()
    painted(desk, qtbot, "b")
    qtbot.waitUntil(lambda: told.text().startswith("In scenes"), timeout=8000)


def test_a_long_name_is_shown_from_its_first_letter_on(desk: MainWindow, qtbot: Any) -> None:
    desk.activateWindow()
    card = renamed(desk, qtbot, "Maximilian the Brave of Bremen")
    assert card.name.cursorPosition() > 0
    desk.cards["b"].words.setFocus()
    assert card.name.cursorPosition() == 0


def test_a_name_that_no_word_has_is_simply_changed(desk: MainWindow, qtbot: Any) -> None:
    desk.characters.add_character()
    other = next(key for key in desk.characters.cards if key != "pip")
    name = desk.characters.cards[other].name
    qtbot.keyClicks(desk.cards["a"].words, "Somebody sang. ")
    name.selectAll()
    qtbot.keyClicks(name, "Max")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert desk.characters.cards[other].renaming.isHidden()
    assert desk.session.story.character(other).names == ("Max",)


def test_two_of_one_name_are_told_apart_by_nobody_and_that_is_said(desk: MainWindow, qtbot: Any) -> None:
    desk.characters.add_character()
    other = next(key for key in desk.characters.cards if key != "pip")
    cards = desk.characters.cards
    assert cards["pip"].twice.isHidden()
    cards[other].name.selectAll()
    qtbot.keyClicks(cards[other].name, "pip")
    assert not cards["pip"].twice.isHidden() and not cards[other].twice.isHidden()
    assert "“pip”" in cards["pip"].twice.text()
    qtbot.keyClicks(cards[other].name, "kin")
    assert cards["pip"].twice.isHidden() and cards[other].twice.isHidden()


def test_looks_picked_by_hand_outlive_another_description(desk: MainWindow, qtbot: Any) -> None:
    card = desk.characters.cards["pip"]
    qtbot.keyClicks(card.description, "a fox in a red shirt with a scarf")
    card.looks.chosen.emit("top_colour", "blue")
    card.looks.chosen.emit("hair", "2")
    qtbot.keyClicks(card.description, ", quite small")
    looks = desk.session.story.character("pip").looks
    assert (looks["top_colour"], looks["hair"], looks["accessory"]) == ("blue", "2", "scarf")
    card.description.moveCursor(card.description.textCursor().MoveOperation.Start)
    qtbot.keyClicks(card.description, "today ")
    assert desk.session.story.character("pip").looks == looks
    card.description.selectAll()
    qtbot.keyClicks(card.description, "a fox")
    assert desk.session.story.character("pip").looks == {"hair": "2"}


def test_who_has_another_portrait_is_painted_again_where_the_earlier_one_is_shown(desk: MainWindow, qtbot: Any) -> None:
    card = desk.characters.cards["pip"]
    qtbot.mouseClick(card.paint, LEFT)
    idle(desk, qtbot)
    desk.work.illustrate(["b"])
    idle(desk, qtbot)
    assert not card.renew.isVisible()
    before = desk.session.story.scene("b").illustration
    desk.session.apply(
        "Dress", lambda story: story.with_character(replace(story.character("pip"), looks={"top_colour": "red"}))
    )
    qtbot.mouseClick(card.paint, LEFT)
    idle(desk, qtbot)
    qtbot.waitUntil(card.renew.isVisible, timeout=4000)
    qtbot.mouseClick(card.renew, LEFT)
    idle(desk, qtbot)
    after, pip = desk.session.story.scene("b").illustration, desk.session.story.character("pip")
    assert before is not None and after is not None and pip.lock is not None and not card.renew.isVisible()
    new = after.shown("pip")
    assert new is not None and new.portrait == pip.lock.grid.mark
    assert {cel for cel in after.chosen if after.chosen[cel] != before.chosen[cel]} == {"pip"}


def test_who_is_named_in_a_picture_is_kept_with_a_click(desk: MainWindow, qtbot: Any) -> None:
    story = desk.session.story
    assert not desk.characters.newcomers.isVisible()
    named = CelPlan("rufus", "figure", "bear", spans=((0, 5),))
    scene = replace(story.scene("b"), text="Rufus ran.")
    picture = Illustration("p", ScenePlan(cels=(named,)), (), (), {}, "cartoon", 1, text_hash(scene.text))
    desk.session.apply("Paint", lambda story: story.with_scene(scene.with_illustration(picture)))
    row = desk.characters.newcomers
    assert row.isVisible() and [one.text() for one in row.buttons] == ["Keep Rufus"]
    qtbot.mouseClick(row.buttons[0], LEFT)
    idle(desk, qtbot)
    (rufus,) = (one for one in desk.session.story.characters if one.name == "Rufus")
    assert rufus.concept == "bear" and rufus.locked and rufus.portrait is not None
    assert not row.isVisible() and "2" in desk.characters.cards[rufus.id].scenes.text()
    desk.undo_action.trigger()  # the portrait
    desk.undo_action.trigger()
    assert row.isVisible() and all(one.name != "Rufus" for one in desk.session.story.characters)
