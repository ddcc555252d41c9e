"""A drawing that the model cannot draw becomes a portrait as it is, and the person is told."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from storyapp.ui.main_window import MainWindow
from storyapp.ui.portraits import TOO_FAR

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
    assert (hero.portrait.drawing == file.getvalue()) == far
    assert bool(told) == far
    assert all("as it was drawn" in words for words in told)
