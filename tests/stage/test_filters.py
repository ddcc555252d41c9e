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


def test_cartoon_is_the_flat_painting_itself() -> None:
    solid = cel()[..., 3] > 0
    assert np.array_equal(apply_style(cel(), "cartoon")[solid], cel()[solid])


def test_lines_follow_the_whole_picture_and_not_the_cel() -> None:
    """On a mouse and on an elephant of one picture the pen is the same."""

    def dark(side: int) -> int:
        inked = apply_style(cel(), "ink", side)
        grey, solid = inked[..., :3].mean(-1), inked[..., 3] > 0
        return int(((grey < 0.85 * np.median(grey[solid])) & solid).sum())

    assert dark(1024) > 1.5 * dark(512)


def test_an_unknown_style_is_refused() -> None:
    with pytest.raises(KeyError):
        apply_style(cel(), "oil")
