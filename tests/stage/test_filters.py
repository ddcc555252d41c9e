"""The six styles as filters: colours change, shapes do not."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import numpy as np
import pytest

from storyapp.stage.filters import apply_style

STYLES = ("cartoon", "watercolour", "clay", "ink", "crayon", "cutout")


def cel(size: int = 128) -> Any:
    """A red square on a transparent frame with a blue disc in it."""
    rows, columns = np.indices((size, size))
    pixels = np.zeros((size, size, 4), np.uint8)
    quarter = size // 4
    pixels[quarter:-quarter, quarter:-quarter] = (210, 50, 40, 255)
    disc = (rows - size // 2) ** 2 + (columns - size // 2) ** 2 < (size // 8) ** 2
    pixels[disc] = (40, 60, 200, 255)
    return pixels


@pytest.mark.parametrize("style", STYLES)
def test_no_style_changes_the_shape(style: str) -> None:
    assert np.array_equal(apply_style(cel(), style)[..., 3], cel()[..., 3])


@pytest.mark.parametrize("style", STYLES)
def test_a_backdrop_stays_without_alpha(style: str) -> None:
    assert apply_style(cel()[..., :3], style).shape == (128, 128, 3)


def test_every_two_styles_differ_clearly() -> None:
    solid = cel()[..., 3] > 0
    for one, other in combinations(STYLES, 2):
        pictures = [apply_style(cel(), style)[..., :3][solid].astype(int) for style in (one, other)]
        assert np.abs(pictures[0] - pictures[1]).mean() > 4, (one, other)


def test_cartoon_keeps_the_flat_colours_and_adds_an_outline() -> None:
    painted = apply_style(cel(), "cartoon").astype(int)
    assert np.abs(painted[64, 64, :3] - (40, 60, 200)).max() < 6
    assert painted[64, 32, :3].mean() < 0.6 * cel()[64, 32, :3].mean()


def test_lines_follow_the_whole_picture_and_not_the_cel() -> None:
    """On a mouse and on an elephant of one picture the pen is the same."""

    def dark(side: int) -> int:
        inked = apply_style(cel(), "ink", side)
        grey, solid = inked[..., :3].mean(-1), inked[..., 3] > 0
        return int(((grey < 70) & solid).sum())

    assert dark(1024) > 1.5 * dark(512)


def face(size: int = 256, skin: tuple[int, int, int] = (246, 214, 190)) -> Any:
    """A head with two dark eyes, each with a glint."""
    rows, columns = np.indices((size, size))
    pixels = np.zeros((size, size, 4), np.uint8)
    pixels[(rows - 128) ** 2 + (columns - 128) ** 2 < 90**2] = (*skin, 255)
    for x in (104, 152):
        away = (rows - 120) ** 2 + (columns - x) ** 2
        pixels[away < 9**2] = (36, 30, 40, 255)
        pixels[(rows - 117) ** 2 + (columns - x - 3) ** 2 < 3**2] = (255, 255, 255, 255)
    return pixels


@pytest.mark.parametrize("style", STYLES)
def test_eyes_stay_dark_and_keep_their_glint_and_cheeks_stay_clean(style: str) -> None:
    painted = apply_style(face(), style, 512)[..., :3].astype(int)
    assert painted[125, 102].mean() < 90
    assert painted[117, 107].mean() > 180
    assert np.abs(painted[150:170, 118:138].mean((0, 1)) - (246, 214, 190)).max() < 40


@pytest.mark.parametrize("style", STYLES)
def test_eyes_are_seen_in_a_dark_face_too(style: str) -> None:
    painted = apply_style(face(skin=(120, 78, 56)), style, 512)[..., :3].astype(int)
    assert painted[125, 102].mean() < painted[155, 128].mean() - 25
    assert painted[117, 107].mean() > 150


@pytest.mark.parametrize("style", STYLES)
def test_nothing_comes_over_from_the_other_side_of_a_backdrop(style: str) -> None:
    sky = np.full((128, 128, 3), (120, 180, 230), np.uint8)
    other = sky.copy()
    other[96:, 96:] = (200, 40, 40)
    one, changed = (apply_style(pixels, style, 512)[:24, :24].astype(int) for pixels in (sky, other))
    assert np.abs(one - changed).max() <= 1


@pytest.mark.parametrize("style", STYLES)
def test_what_is_under_transparent_pixels_is_not_seen(style: str) -> None:
    dirty = cel()
    dirty[dirty[..., 3] == 0] = (0, 255, 0, 0)
    solid = cel()[..., 3] > 0
    assert np.array_equal(apply_style(dirty, style)[solid], apply_style(cel(), style)[solid])


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("shape", [(3, 5), (40, 700), (1300, 60)])
def test_a_style_covers_any_shape_without_a_seam(style: str, shape: tuple[int, int]) -> None:
    ground = np.full((*shape, 3), (90, 140, 200), np.uint8)
    painted = apply_style(ground, style, 512).astype(int)
    assert painted.shape == ground.shape
    if shape[1] > 512:
        across = np.abs(np.diff(painted, axis=1)).mean((0, 2))
        assert across[511] < 3 * across.mean() + 2


@pytest.mark.parametrize("style", STYLES)
def test_the_same_picture_is_painted_the_same(style: str) -> None:
    assert np.array_equal(apply_style(face(), style, 300), apply_style(face(), style, 300))


@pytest.mark.parametrize("time", ["bright", "dark"])
def test_ink_stays_on_bright_paper(time: str) -> None:
    ground = np.full((64, 64, 3), (20, 30, 90) if time == "dark" else (240, 220, 120), np.uint8)
    assert apply_style(ground, "ink", 512).mean() > 115


def test_a_plain_ground_has_no_clouds_of_clay() -> None:
    ground = np.full((256, 256, 3), (120, 180, 230), np.uint8)
    ground[100:140, 100:140] = (250, 250, 250)
    painted = apply_style(ground, "clay", 512).astype(int)
    assert np.abs(painted[60:80, 60:190].mean((0, 1)) - painted[200:220, 200:220].mean((0, 1))).max() < 4


def test_the_smaller_sheet_casts_its_shadow_down_to_the_right() -> None:
    ground = np.full((256, 256, 3), (230, 200, 120), np.uint8)
    ground[80:140, 80:140] = (60, 120, 60)
    painted = apply_style(ground, "cutout", 512).astype(int)
    plain = painted[20:40, 20:40].mean()
    assert painted[100:130, 142:144].mean() < plain - 20
    assert painted[100:130, 74:76].mean() > plain - 8


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(KeyError):
        apply_style(cel(), "oil")
