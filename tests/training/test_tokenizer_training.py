"""Training of the tokenizer on real drawings, with a network too small to learn anything."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from storyapp.engine.checkpoint import load_weights, read_tensors
from storyapp.engine.quantizer import QuantizerConfig
from storyapp.engine.vqvae import VQVAE, VQVAEConfig
from storyapp.training.data import DrawingBatch, as_input, draw_batch, shown
from storyapp.training.state import scheduled
from storyapp.training.tokenizer import TokenizerTraining, batch_loss, train_tokenizer
from storyapp.training.world import drawing

SMALL = VQVAEConfig(
    stem=8, middle=8, deep=8, decoder_deep=8, decoder_middle=8, decoder_fine=8, decoder_blocks=(1, 1, 1),
    top=QuantizerConfig(size=16, depth=2), bottom=QuantizerConfig(size=16),
)  # fmt: skip
RUN = TokenizerTraining(steps=4, warm_up=1, continuous=1, figures=1, backdrops=1, things=0, save_every=2)


def run(settings: TokenizerTraining, folder: Path, stop_after: int | None = None) -> None:
    for progress in train_tokenizer(settings, folder, folder / "out", SMALL):
        if progress.step == stop_after:
            return


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    run(RUN, folder)
    return folder


def test_a_run_writes_weights_that_load_strictly_and_a_log(trained: Path) -> None:
    load_weights(trained / "out" / "tokenizer.safetensors", VQVAE(SMALL))
    lines = [json.loads(line) for line in (trained / "tokenizer.jsonl").read_text().splitlines()]
    assert lines[0]["step"] == 0
    assert {"loss", "norm", "figure", "backdrop", "seconds"} <= set(lines[0])


def test_a_run_that_was_stopped_goes_on_from_its_checkpoint(tmp_path: Path) -> None:
    run(RUN, tmp_path, stop_after=3)
    assert int(read_tensors(tmp_path / "tokenizer.safetensors")["step"]) == 2
    run(RUN, tmp_path)
    assert int(read_tensors(tmp_path / "tokenizer.safetensors")["step"]) == 4


def test_pictures_of_the_top_alone_keep_the_bottom_from_holding_shape() -> None:
    """A hierarchy inverts when the bottom is always there: what is decoded without it must teach it nothing."""

    def taught(top_only: float) -> float:
        torch.manual_seed(0)
        model = VQVAE(SMALL).train()
        for quantizer in (model.top_quantizer, model.bottom_quantizer):
            quantizer.continuous = True  # type: ignore[assignment]
        batch = DrawingBatch("figure", torch.randint(0, 255, (2, 4, 64, 64), dtype=torch.uint8), torch.zeros(2, 4))
        loss, _ = batch_loss(model, [batch], replace(RUN, top_only=top_only), torch.Generator().manual_seed(0))
        loss.backward()
        assert model.encoder.to_top.weight.grad is not None
        assert float(model.encoder.to_top.weight.grad.abs().sum()) > 0
        return float(model.encoder.to_bottom.weight.grad.abs().sum())  # type: ignore[union-attr]

    assert taught(1.0) == 0
    assert taught(0.0) > 0


def test_the_learning_rate_warms_up_and_falls() -> None:
    settings = replace(RUN, steps=1000, warm_up=100)
    rates = [
        scheduled(settings.learning_rate, step, settings.steps, settings.warm_up, floor=0.01)
        for step in range(0, 1000, 10)
    ]
    assert rates[0] < rates[5] < max(rates)
    assert rates[-1] < 0.05 * max(rates)


def test_a_share_of_the_drawings_is_in_the_usual_views() -> None:
    any_view = draw_batch("backdrop", 2, random.Random(3))
    usual = draw_batch("backdrop", 2, random.Random(3), practised=1.0)
    rng = random.Random(3)
    specs = [drawing.sample("backdrop", rng) for _ in range(2)]
    seen = []
    for spec in specs:
        rng.random()
        seen.append(as_input(drawing.draw(drawing.practised(spec, rng), drawing.CODED_SIZE)))
    assert torch.allclose(shown(usual.pictures), torch.cat(seen))
    assert not torch.equal(any_view.pictures, usual.pictures)
