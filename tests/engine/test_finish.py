"""What becomes of the pixels that the decoder gives."""

from __future__ import annotations

import torch

from storyapp.engine.finish import to_picture, without_crumbs


def test_a_crumb_beside_a_figure_is_taken_away_and_a_drop_of_sweat_stays() -> None:
    alpha = torch.zeros(100, 100)
    alpha[20:80, 20:80] = 0.7  # 3,600 pixels
    alpha[2:6, 2:6] = 0.7  # 16: less than half a percent
    alpha[2:8, 40:46] = 0.7  # 36: one percent
    kept = without_crumbs(alpha)
    assert not kept[2:6, 2:6].any()
    assert kept[2:8, 40:46].all() and kept[20:80, 20:80].all()
    assert without_crumbs(torch.zeros(4, 4)).all()


def test_crumbs_are_taken_from_figures_alone() -> None:
    shown = torch.ones(4, 64, 64)  # premultiplied over white
    shown[3] = 0
    for rows, columns in ((slice(16, 56), slice(16, 56)), (slice(4, 6), slice(4, 6))):
        shown[3, rows, columns] = 1
        shown[:3, rows, columns] = 0.2
    figure, thing = (
        torch.frombuffer(bytearray(to_picture(shown, frame).data), dtype=torch.uint8).view(128, 128, 4)
        for frame in ("figure", "thing")
    )
    assert figure[:14, :14, 3].max() == 0 and thing[:14, :14, 3].max() > 200
    assert torch.equal(figure[30:, 30:], thing[30:, 30:])
