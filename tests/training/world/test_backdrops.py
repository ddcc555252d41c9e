"""Backdrops: every setting draws in each light, from its spec alone, in every shape of picture."""

from __future__ import annotations

import numpy as np
import pytest

from storyapp.training.world.backdrops import WATER, lines, render_backdrop
from storyapp.training.world.concepts import INDOORS, SETTINGS, TIMES, WEATHERS
from storyapp.training.world.settings import DRAW
from storyapp.training.world.spec import BackdropSpec


def _pixels(spec: BackdropSpec, width: int = 96, height: int = 96) -> np.ndarray:
    return render_backdrop(spec, width, height)[0].astype(int)


def test_every_setting_has_its_function() -> None:
    assert set(DRAW) == set(SETTINGS)


@pytest.mark.parametrize("setting", SETTINGS)
def test_each_light_is_its_own_picture(setting: str) -> None:
    pictures = [_pixels(BackdropSpec(setting, time)) for time in TIMES]
    assert all(np.abs(a - b).mean() > 1 for i, a in enumerate(pictures) for b in pictures[:i])
    assert pictures[0].mean() > pictures[2].mean()


@pytest.mark.parametrize("setting", sorted(set(SETTINGS) - {"underwater", "space", "cave"}))
def test_each_weather_shows(setting: str) -> None:
    pictures = [_pixels(BackdropSpec(setting, "day", weather)) for weather in WEATHERS]
    assert all(np.abs(a - b).mean() > 0.1 for i, a in enumerate(pictures) for b in pictures[:i])


@pytest.mark.parametrize("setting", SETTINGS)
def test_layout_palette_and_camera_show(setting: str) -> None:
    plain = _pixels(BackdropSpec(setting))
    for other in (
        BackdropSpec(setting, layout=1),
        BackdropSpec(setting, layout=2),
        BackdropSpec(setting, hue=0.1),
        BackdropSpec(setting, camera=1.0),
    ):
        assert np.abs(plain - _pixels(other)).mean() > 0.5


@pytest.mark.parametrize("setting", SETTINGS)
def test_the_same_spec_is_the_same_picture(setting: str) -> None:
    spec = BackdropSpec(setting, "night", "cloudy", 0.3, 0.9, 12345)
    assert np.array_equal(_pixels(spec), _pixels(spec))


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize(("width", "height"), [(96, 96), (144, 96), (96, 144)])
def test_every_shape_of_picture_is_filled(setting: str, width: int, height: int) -> None:
    pixels = _pixels(BackdropSpec(setting, layout=3), width, height)
    assert pixels.shape == (height, width, 3)
    assert (pixels.max(axis=2) > 0).all()


@pytest.mark.parametrize("setting", SETTINGS)
def test_lines_lie_where_figures_can_stand(setting: str) -> None:
    found = {lines(BackdropSpec(setting, camera=camera / 10)).ground for camera in range(11)}
    assert len(found) == 3
    assert min(found) >= 0.56 and max(found) <= 0.68
    assert (lines(BackdropSpec(setting)).water is not None) == (setting in WATER)


def test_an_unknown_setting_is_named() -> None:
    with pytest.raises(ValueError, match="moon base"):
        render_backdrop(BackdropSpec("moon base"), 96, 96)


def test_weather_stays_outdoors() -> None:
    floors = [_pixels(BackdropSpec(INDOORS[0], "day", weather))[70:] for weather in WEATHERS]
    assert all(np.array_equal(floors[0], floor) for floor in floors)
