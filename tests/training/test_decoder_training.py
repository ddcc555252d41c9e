"""Training of the decoder alone, on codes that a tiny prior paints and on the drawings' own."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from storyapp.engine.checkpoint import load_weights, read_config, read_tensors
from storyapp.engine.text import TextEncoder
from storyapp.engine.transformer import LatentTransformer, TransformerConfig
from storyapp.engine.vqvae import load_tokenizer
from storyapp.story.codes import FRAMES
from storyapp.training.data import draw_batch
from storyapp.training.decoder import DecoderTraining, Paints, decoder_loss, train_decoder, with_own_decoders
from storyapp.training.world import drawing
from tests.models import CODES, write_tiny_model

RUN = DecoderTraining(steps=2, warm_up=1, figures=1, backdrops=1, things=1, practised=1.0, save_every=1)


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="module")
def paints(models: Path) -> Paints:
    prior = LatentTransformer(TransformerConfig.from_json(read_config(models / "prior.json")))
    load_weights(models / "prior.safetensors", prior)
    return Paints(prior, TextEncoder())


def test_it_changes_nothing_but_the_decoder_and_goes_on_from_its_checkpoint(models: Path, tmp_path: Path) -> None:
    before = read_tensors(models / "tokenizer.safetensors")
    for progress in train_decoder(RUN, tmp_path, models):
        if progress.step == 1:
            break
    assert int(read_tensors(tmp_path / "decoder.safetensors")["step"]) == 1
    list(train_decoder(RUN, tmp_path, models))
    assert int(read_tensors(tmp_path / "decoder.safetensors")["step"]) == 2
    after = read_tensors(models / "tokenizer.safetensors")
    assert all(torch.equal(before[name], after[name]) for name in before if not name.startswith("decoders."))
    parts = {name.split(".", 2)[2] for name in after if name.startswith("decoders.")}
    changed = [{part for part in parts if _differs(before, after, frame, part)} for frame in range(3)]
    assert all(changed)
    assert read_config(models / "tokenizer.json")["decoder_each"] is True


def _differs(before: dict[str, torch.Tensor], after: dict[str, torch.Tensor], frame: int, part: str) -> bool:
    return not torch.equal(before[f"decoders.0.{part}"], after[f"decoders.{frame}.{part}"])


def test_frames_that_are_not_drawn_keep_their_decoder(models: Path, tmp_path: Path) -> None:
    before = with_own_decoders(load_tokenizer(models))
    list(train_decoder(replace(RUN, figures=0, backdrops=0), tmp_path, models))
    after = load_tokenizer(models)
    for frame in FRAMES:
        same = [
            torch.equal(one, other)
            for one, other in zip(before.decoder(frame).parameters(), after.decoder(frame).parameters(), strict=True)
        ]
        assert all(same) is (frame != "thing")


def test_the_prior_paints_each_drawing_by_its_own_words(paints: Paints) -> None:
    batch = draw_batch("figure", 3, random.Random(2), practised=1.0)
    codes = paints.codes("figure", batch.specs)
    assert codes.shape == (3, 16, 16, 2)
    assert 0 <= int(codes.min()) <= int(codes.max()) < CODES
    assert not torch.equal(codes[0], codes[1])
    assert torch.equal(codes[1:2], paints.codes("figure", batch.specs[1:2]))


@pytest.mark.parametrize("frame", ["figure", "backdrop", "thing"])
def test_the_share_painted_decides_whose_codes_are_decoded(models: Path, paints: Paints, frame: str) -> None:
    model, batch = load_tokenizer(models), draw_batch(frame, 2, random.Random(4), practised=1.0)

    def loss(painted: float) -> float:
        run = DecoderTraining(painted=painted, top_only=1.0)
        return float(decoder_loss(model, batch, paints, run, torch.Generator().manual_seed(1)).detach())

    assert loss(0.0) == loss(0.0) != loss(1.0)


def test_only_the_usual_views_are_painted() -> None:
    batch = draw_batch("backdrop", 8, random.Random(6))
    usual = draw_batch("backdrop", 8, random.Random(6), practised=1.0)
    assert all(drawing.is_practised(spec) for spec in usual.specs)
    assert not all(drawing.is_practised(spec) for spec in batch.specs)
