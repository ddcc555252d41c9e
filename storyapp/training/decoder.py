"""Trains the decoder alone, after the prior: codes stay what they are, pictures of painted ones come out right.

A drawing of our world is told whole by its phrase and details, so there is one right picture for what the prior
paints. A decoder that has seen the prior's own codes beside their drawings mends what it gets wrong: a hand of the
wrong code beside an arm of the right one is still a hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.utils.data import DataLoader

from storyapp.engine.checkpoint import save_weights, write_config
from storyapp.engine.text import TextEncoder
from storyapp.engine.transformer import LONGEST_PHRASE, LatentTransformer, detail_values, load_prior
from storyapp.engine.vqvae import TOP_CELL, VQVAE, load_tokenizer
from storyapp.story.codes import FRAMES
from storyapp.story.phrases import attributes_said
from storyapp.story.request import Progress

from .data import DrawingBatch, DrawingStream, shown
from .loop import Loop
from .losses import attention, picture_loss
from .painted import details_told, phrase_of
from .parallel import Team
from .world import drawing


@dataclass(frozen=True)
class DecoderTraining:
    """One run. `figures`, `backdrops` and `things` are the drawings that each process takes a step."""

    steps: int = 4000
    warm_up: int = 50
    learning_rate: float = 8e-4
    figures: int = 2
    backdrops: int = 2
    things: int = 1
    practised: float = 0.85  # share of drawings in the views and poses that the painter paints
    painted: float = 0.6  # share of those that are decoded from codes as the prior paints them
    top_only: float = 0.8  # share of the other pictures decoded without bottom codes
    seed: int = 1
    save_every: int = 200
    workers: int = 0


class Paints:
    """The prior as it paints from words and details, all cells at once: with all told, more steps change little."""

    def __init__(self, prior: LatentTransformer, text: TextEncoder) -> None:
        self.prior = prior.eval()
        self.text = text

    @torch.no_grad()
    def codes(self, frame: str, specs: Sequence[drawing.Spec]) -> Tensor:
        """The likeliest top codes (specs, rows, columns, depth) of each drawing."""
        config, side = self.prior.config, drawing.CODED_SIZE[frame] // TOP_CELL
        phrases = [phrase_of(spec, True) for spec in specs]
        said = [attributes_said(phrase, frame, config.words) for phrase in phrases]
        details = detail_values([details_told(spec) for spec in specs], said, config.words)
        text = self.text.encode(phrases, LONGEST_PHRASE)
        hidden = torch.ones((len(specs), side, side), dtype=torch.bool)
        codes = torch.zeros((*hidden.shape, config.depth), dtype=torch.long)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            frames = torch.full((len(specs),), FRAMES.index(frame))
            context = self.prior.encode_context(text.states, text.mask, frames, None, None, details)
            features = self.prior.features(codes, hidden, context)
            for level in range(config.depth):
                codes[..., level] = self.prior.logits(features, codes[..., :level]).argmax(-1)
        return codes


def decoder_loss(
    model: VQVAE, batch: DrawingBatch, paints: Paints, run: DecoderTraining, generator: torch.Generator
) -> Tensor:
    """Loss of one frame's pictures, decoded from the prior's codes or from the drawings' own."""
    picture = shown(batch.pictures).contiguous(memory_format=torch.channels_last)
    count = len(picture)
    frame = torch.full((count,), FRAMES.index(batch.frame))
    chance = torch.rand((2, count), generator=generator)
    usual = torch.tensor([drawing.is_practised(spec) for spec in batch.specs])
    painted = (usual & (chance[0] < run.painted)).nonzero().flatten().tolist()
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        top, bottom = model.quantize(picture)
        if painted:
            top.codes[painted] = paints.codes(batch.frame, [batch.specs[index] for index in painted])
    has_bottom = chance[1] >= run.top_only
    has_bottom[painted] = False
    with torch.autocast("cpu", dtype=torch.bfloat16):
        shows = model.decoder(model.top_quantizer.lookup(top.codes), bottom.vectors, has_bottom, frame)
    paper = torch.rand((count, 3, 1, 1), generator=generator)
    return picture_loss(shows, picture, attention(picture, batch.faces), paper, squared=False)


def train_decoder(run: DecoderTraining, folder: Path, models: Path) -> Iterator[Progress[Path]]:
    """Train the decoder of the tokenizer in `models` beside the prior there, or go on from the checkpoint in `folder`."""
    team = Team()
    generator = torch.Generator().manual_seed(run.seed * 1000 + team.index)
    model = load_tokenizer(models)
    prior = load_prior(models)
    paints = Paints(prior, TextEncoder())
    weights = model.decoder.parameters()
    optimizer = torch.optim.AdamW(weights, lr=run.learning_rate, betas=(0.9, 0.95), weight_decay=1e-4)
    loop = Loop("decoder", folder, model, [optimizer], run, team, floor=0.01)
    counts = {"figure": run.figures, "backdrop": run.backdrops, "thing": run.things}
    stream = DrawingStream(counts, f"{run.seed}-{team.index}", loop.start, run.practised)
    batches = iter(DataLoader(stream, batch_size=None, num_workers=run.workers))
    model.decoder.train()

    def backward(step: int) -> dict[str, float]:
        losses = {}
        for batch in next(batches):
            loss = decoder_loss(model, batch, paints, run, generator)
            (loss * (0.5 if batch.frame == "thing" else 1.0)).backward()
            losses[batch.frame] = float(loss.detach())
        return losses

    yield from loop.steps(backward)
    if team.first:
        save_weights(models / "tokenizer.safetensors", model)
        write_config(models / "tokenizer.json", model.config.to_json())
    team.close()
    yield Progress(run.steps, run.steps, "decoder trained", result=models)
