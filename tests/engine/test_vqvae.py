"""The two-level VQ-VAE on a tiny random model."""

import json
from dataclasses import asdict

import pytest
import torch

from storyapp.engine.quantizer import QuantizerConfig
from storyapp.engine.vqvae import VQVAE, VQVAEConfig, premultiplied


def tiny() -> VQVAE:
    torch.manual_seed(0)
    config = VQVAEConfig(
        8, 8, 8, 1, 8, 8, 8, (1, 1, 1), top=QuantizerConfig(size=16, depth=2), bottom=QuantizerConfig(size=16)
    )
    model = VQVAE(config)
    with torch.no_grad():
        model.train().quantize(torch.rand(2, 4, 64, 64))
    return model.eval()


FIGURE = "figure"


@pytest.mark.parametrize(("height", "width"), [(256, 256), (128, 128), (256, 384)])
def test_shapes_of_every_frame(height: int, width: int) -> None:
    model = tiny()
    top, bottom = model.quantize(torch.rand(1, 4, height, width))
    assert top.codes.shape == (1, height // 16, width // 16, 2)
    assert bottom.codes.shape == (1, height // 8, width // 8, 1)
    assert model.decode(top.codes, bottom.codes, FIGURE).shape == (1, 4, height, width)


def test_the_top_alone_gives_a_picture_and_the_bottom_adds_to_it() -> None:
    model = tiny()
    torch.nn.init.normal_(model.decoder(FIGURE).no_bottom)
    top, bottom = model.quantize(torch.rand(1, 4, 64, 64))
    alone = model.decode(top.codes, None, FIGURE)
    assert alone.shape == (1, 4, 64, 64)
    assert not torch.equal(alone, model.decode(top.codes, bottom.codes, FIGURE))


def test_the_frame_is_told_to_the_decoder() -> None:
    model = tiny()
    for block in model.decoder(FIGURE).fine:
        torch.nn.init.normal_(block.second.weight)
    top, _ = model.quantize(torch.rand(1, 4, 64, 64))
    assert not torch.equal(model.decode(top.codes, None, FIGURE), model.decode(top.codes, None, "thing"))


def test_equal_codes_give_equal_pictures_alone_and_in_evaluation() -> None:
    model = tiny()
    codes = model.quantize(torch.rand(1, 4, 64, 64))[0].codes
    assert torch.equal(model.decode(codes, None, FIGURE), model.decode(codes, None, FIGURE))


def test_premultiplied_colour_stays_within_alpha() -> None:
    colour, alpha = premultiplied(torch.randn(2, 4, 8, 8) * 2)
    assert float(colour.min()) >= 0
    assert bool((colour <= alpha + 1e-6).all())


def test_premultiplied_inverts_the_colour_over_white() -> None:
    straight, alpha = torch.rand(1, 3, 4, 4), torch.rand(1, 1, 4, 4)
    colour, _ = premultiplied(torch.cat([straight * alpha + 1 - alpha, alpha], dim=1))
    torch.testing.assert_close(colour, straight * alpha)


def test_the_norm_bounds_what_the_codes_see() -> None:
    """Without it the scale of the encoder's output grew without bound and its gradient died."""
    model = tiny()
    small, _ = model.encoder(torch.rand(1, 4, 64, 64))
    with torch.no_grad():
        for parameter in model.encoder.to_deep.parameters():
            parameter.mul_(1000)
    large, _ = model.encoder(torch.rand(1, 4, 64, 64))
    assert float(large.detach().abs().mean()) < 10 * float(small.detach().abs().mean())


def test_config_round_trip_and_unknown_names() -> None:
    config = tiny().config
    values = json.loads(json.dumps(asdict(config)))
    assert VQVAEConfig.from_json(values) == config
    with pytest.raises(TypeError, match="colour"):
        VQVAEConfig.from_json({**values, "colour": 1})
