"""How far one code reaches, and that nothing beyond it changes by a bit."""

from __future__ import annotations

import pytest
import torch

from storyapp.engine.quantizer import QuantizerConfig
from storyapp.engine.vqvae import VQVAE, VQVAEConfig
from storyapp.training.reach import measured_reach, reach


def lively(blocks: tuple[int, int, int]) -> VQVAE:
    """A tiny decoder in which every layer carries something on: nothing starts at zero."""
    torch.manual_seed(0)
    quantizer = QuantizerConfig(size=16, depth=2), QuantizerConfig(size=16)
    model = VQVAE(VQVAEConfig(4, 4, 4, 1, 4, 4, 4, blocks, *quantizer)).eval()
    with torch.no_grad():
        for one in model.parameters():
            if not one.any():
                one.normal_(std=0.3)
        for codes in (model.top_quantizer.codebooks, model.bottom_quantizer.codebooks):
            codes.normal_()  # type: ignore[operator]
    return model


@pytest.mark.parametrize("blocks", [(1, 1, 1), (2, 1, 0), (0, 2, 1)])
def test_what_is_measured_is_what_the_sizes_say(blocks: tuple[int, int, int]) -> None:
    model = lively(blocks)
    for level in ("top", "bottom"):
        assert measured_reach(model, level) == getattr(reach(model.config), level)


def test_a_change_that_cannot_be_seen_reaches_less_far() -> None:
    model = lively((1, 1, 1))
    assert measured_reach(model, "top", least=1 / 255) <= measured_reach(model, "top")
    assert measured_reach(model, "top", least=1e9) == 0
