"""The cast of a scene: who is only named, and names that are too long."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from storyapp.story.model import Character, Scene, Story
from storyapp.ui.main_window import MainWindow

from .conftest import MakeDesk, painted

pytestmark = pytest.mark.gui


def test_who_is_named_and_not_in_the_picture_is_dim(make_desk: MakeDesk, qtbot: Any) -> None:
    scenes = (Scene("a", "One", "Pip cooked. Bruno slept in the bed."), Scene("b", "Two", "Pip in the garden."))
    cast = (Character("pip", "Pip", concept="fox"), Character("bruno", "Bruno", concept="bear"))
    desk = make_desk(Story("s", "Kite", scenes=scenes, characters=cast))
    painted(desk, qtbot)
    chips = desk.cards["a"].cast
    assert not chips.chips["pip"].property("missing")
    picture = desk.session.story.scene("a").illustration
    assert picture is not None
    alone = replace(
        picture, plan=replace(picture.plan, cels=tuple(one for one in picture.plan.cels if one.who != "pip"))
    )
    desk.session.apply("", lambda story: story.with_scene(story.scene("a").with_illustration(alone)))
    assert chips.chips["pip"].property("missing") and "not in this picture" in chips.chips["pip"].toolTip()
    assert not chips.chips["bruno"].property("missing")
    cards = desk.characters.cards
    assert '"a"' not in cards["pip"].scenes.text() and '"b"' in cards["pip"].scenes.text()
    assert '"a"' in cards["bruno"].scenes.text()


def test_a_long_name_does_not_widen_the_column(desk: MainWindow, qtbot: Any) -> None:
    name = "Sir Bartholomew Archibald Featherstonehaugh-Cholmondeley the Third of Little Puddington " * 2
    name = name.strip()
    desk.session.apply("", lambda story: story.with_character(replace(story.character("pip"), name=name)))
    scene = replace(desk.session.story.scene("a"), cast=("pip",))
    desk.session.apply("", lambda story: story.with_scene(scene))
    painted(desk, qtbot)
    chip = desk.cards["a"].cast.chips["pip"]
    assert "…" in chip.text() and chip.toolTip().startswith(name) and chip.accessibleName() == name
    qtbot.waitUntil(lambda: desk.view.widget().width() <= desk.view.viewport().width(), timeout=8000)
    shown = [*desk.cards["a"].cast.chips.values(), *desk.cards["a"].chips.chips.values()]
    assert all(one.sizeHint().width() <= 300 for one in shown)
    assert any(one.toolTip().startswith(name) for one in desk.cards["a"].chips.chips.values())
