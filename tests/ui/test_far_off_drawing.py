"""A drawing that the model cannot draw becomes a portrait as it is, and the person is told."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from storyapp.story.errors import PictureError
from storyapp.story.model import Variant
from storyapp.ui.main_window import MainWindow
from storyapp.ui.painting.portraits import TOO_FAR
from tests.fakes import grid_of

from .conftest import idle

pytestmark = pytest.mark.gui


@pytest.mark.parametrize("far", [True, False])
def test_a_far_off_drawing_is_used_as_drawn_and_said_to_be(
    desk: MainWindow, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, far: bool
) -> None:
    file = io.BytesIO()
    Image.new("RGBA", (512, 512), (10, 200, 30, 255)).save(file, "PNG")
    fake = desk.work.illustrator
    encode = fake.encode

    def measured(picture: Any, frame: str) -> Any:
        error = TOO_FAR + 0.01 if far else TOO_FAR - 0.01
        return replace(encode(picture, frame), error=error, drawing=file.getvalue())

    monkeypatch.setattr(fake, "encode", measured)
    told: list[str] = []
    desk.work.failed.connect(lambda _, words: told.append(words))
    Image.linear_gradient("L").save(tmp_path / "pip.png")
    desk.work.import_portrait("pip", tmp_path / "pip.png")
    qtbot.waitUntil(lambda: desk.session.story.character("pip").portrait is not None, timeout=8000)
    hero = desk.session.story.character("pip")
    assert hero.locked and hero.as_drawn == far
    assert hero.portrait.drawing == file.getvalue() and hero.portrait.is_hard_to_paint == far
    assert bool(told) == far
    assert all("as it was drawn" in words for words in told)


def test_poor_pictures_of_a_drawing_offer_three_ways_out(
    desk: MainWindow, qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing = io.BytesIO()
    Image.linear_gradient("L").save(drawing, "PNG")
    Image.linear_gradient("L").save(tmp_path / "pip.png")
    fake, shares = desk.work.illustrator, [0.9]
    encode, illustrate = fake.encode, fake.illustrate
    monkeypatch.setattr(fake, "encode", lambda *given: replace(encode(*given), drawing=drawing.getvalue()))
    monkeypatch.setattr(fake, "picture_of", lambda variant: fake.decode(variant.codes))

    def measured(request: Any) -> Any:
        for step in illustrate(request):
            if step.result is not None:
                picture = step.result.illustration
                alike = tuple(replace(one, likeness=shares[0]) for one in picture.variants)
                step = replace(step, result=replace(step.result, illustration=replace(picture, variants=alike)))
            yield step

    monkeypatch.setattr(fake, "illustrate", measured)
    desk.work.import_portrait("pip", tmp_path / "pip.png")
    idle(desk, qtbot)
    card = desk.characters.cards["pip"]

    def paint() -> None:
        desk.pictures.illustrate(["b"])
        idle(desk, qtbot)

    paint()
    assert not card.alike.isVisible()
    shares[0] = 0.26
    paint()
    assert card.alike.isVisible() and "not look much like your drawing" in card.alike.words.text()
    assert card.alike.as_drawn.isVisible() and card.alike.other.isVisible() and not card.alike.painted.isVisible()
    asked: list[bool] = []
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: asked.append(True) or ("", ""))
    qtbot.mouseClick(card.alike.other, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(card.alike.describe, Qt.MouseButton.LeftButton)
    assert asked == [True] and card.description.hasFocus()
    qtbot.mouseClick(card.alike.as_drawn, Qt.MouseButton.LeftButton)
    assert desk.session.story.character("pip").ready_made is not None and card.renew.isVisible()
    qtbot.mouseClick(card.renew, Qt.MouseButton.LeftButton)
    idle(desk, qtbot)
    assert desk.session.story.scene("b").illustration.shown("pip").drawing == drawing.getvalue()
    assert not card.renew.isVisible() and card.alike.painted.isVisible()
    qtbot.mouseClick(card.alike.painted, Qt.MouseButton.LeftButton)
    assert not desk.session.story.character("pip").as_drawn and card.renew.isVisible()


def test_a_damaged_drawing_keeps_no_other_picture_from_being_shown(
    desk: MainWindow, qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    decode = desk.work.illustrator.picture_of

    def picture_of(variant: Variant) -> Any:
        if variant.id == "torn":
            raise PictureError("This drawing is damaged.")
        return decode(variant)

    monkeypatch.setattr(desk.work.illustrator, "picture_of", picture_of)
    told: list[str] = []
    desk.work.failed.connect(lambda _, words: told.append(words))
    grid = grid_of("pip", "figure")
    variants = [Variant(key, "pip", "", "cartoon", 0, grid) for key in ("one", "torn", "two")]
    for _ in range(2):
        desk.work.decode_missing(variants)
        idle(desk, qtbot)
    assert [desk.store.cel(one.id) is not None for one in variants] == [True, False, True]
    assert told == ["This drawing is damaged."]
