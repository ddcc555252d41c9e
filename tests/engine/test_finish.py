"""What becomes of the pixels that the decoder gives."""

from __future__ import annotations

import cv2
import numpy as np
import torch

from storyapp.engine.finish import (
    SPECKS,
    enlarged,
    outlined,
    rises_with_brightness,
    steepened,
    to_picture,
    without_specks,
)


def test_a_crumb_beside_a_figure_is_taken_away_and_a_drop_of_sweat_stays() -> None:
    alpha = np.zeros((100, 100))
    alpha[20:80, 20:80] = 180  # 3,600 pixels
    alpha[2:6, 2:6] = 180  # 16: less than half a percent
    alpha[2:8, 40:46] = 180  # 36: one percent
    kept = without_specks(alpha)
    assert not kept[2:6, 2:6].any()
    assert kept[2:8, 40:46].all() and kept[20:80, 20:80].all()
    assert without_specks(np.zeros((4, 4))).all()


def test_crumbs_are_taken_from_figures_alone() -> None:
    shown = torch.ones(4, 64, 64)  # premultiplied over white
    shown[3] = 0
    for rows, columns in ((slice(16, 56), slice(16, 56)), (slice(4, 7), slice(4, 7))):
        shown[3, rows, columns] = 1
        shown[:3, rows, columns] = 0.2
    figure, thing = (
        torch.frombuffer(bytearray(to_picture(shown, frame).data), dtype=torch.uint8).view(128, 128, 4)
        for frame in ("figure", "thing")
    )
    assert figure[:15, :15, 3].max() == 0 and thing[:15, :15, 3].max() > 200
    assert torch.equal(figure[30:, 30:], thing[30:, 30:])


def test_a_blurred_edge_becomes_a_step_where_it_was() -> None:
    slope = np.clip((np.arange(40) - 17) * 60, 0, 255).astype(np.uint8)  # from 0 to 255 over five pixels
    pixels = np.repeat(np.repeat(slope[None, :, None], 12, 0), 3, 2)
    rising = rises_with_brightness(pixels) >= 0
    step = steepened(steepened(pixels, rising), rising)
    assert set(np.unique(step)) == {0, 255}
    assert (step[6, :, 0] > 127).argmax() == (slope > 127).argmax()


def test_a_step_has_the_colours_of_its_sides_and_no_other() -> None:
    one, other = np.array([200, 40, 60]), np.array([90, 220, 190])  # red falls where green and blue rise
    share = np.clip((np.arange(40) - np.array([[17], [18], [16]])) / 4, 0, 1).T[
        None, :, :
    ]  # each at a place of its own
    pixels = np.repeat((one + share * (other - one)).round().astype(np.uint8), 12, 0)
    rising = rises_with_brightness(pixels) >= 0
    step = pixels
    for _ in range(2):
        step = cv2.medianBlur(steepened(step, rising), SPECKS)
    assert {tuple(map(int, colour)) for colour in step[6]} == {tuple(one), tuple(other)}


def test_an_enlarged_picture_is_twice_as_large_and_flat_where_it_was() -> None:
    colour = np.full((32, 32, 3), 60, np.uint8)
    colour[:, 16:] = 190
    large = enlarged(colour)
    assert large.shape == (64, 64, 3)
    assert (large[:, :28] == 60).all() and (large[:, 36:] == 190).all()


def test_an_outline_loses_its_dents_and_its_veil_and_stays_where_it_was() -> None:
    alpha = np.full((32, 32), 0.1, np.float32)  # a veil all around
    alpha[:, :16] = 1
    dented = alpha.copy()
    dented[::4, 15] = 0.2
    smooth, even = outlined(dented), outlined(alpha)
    assert (even[:, 40:] == 0).all() and (even[:, :24] == 1).all()
    assert ((even > 0.5).sum(1) == 32).all()
    edges = (smooth > 0.5).sum(1)[8:-8]
    assert edges.max() - edges.min() <= 1
    ramp = ((even > 0.02) & (even < 0.98)).sum(1)
    assert ramp.max() <= 3


def test_the_rim_of_a_figure_has_the_colour_of_its_inside() -> None:
    shown = torch.ones(4, 64, 64)  # blue over white, its edge half covered and badly guessed
    shown[3] = 0
    shown[:, 16:48, 16:48] = torch.tensor([0.1, 0.2, 0.9, 1.0])[:, None, None]
    shown[:, 15, 16:48] = torch.tensor([0.9, 0.9, 0.9, 0.5])[:, None]
    pixels = torch.frombuffer(bytearray(to_picture(shown, "figure").data), dtype=torch.uint8).view(128, 128, 4)
    seen = pixels[pixels[..., 3] > 0][:, :3].float() / 255
    assert (seen - torch.tensor([0.1, 0.2, 0.9])).abs().max() < 0.05
