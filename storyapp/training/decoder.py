"""Trains the decoders alone, after the prior: codes stay what they are, pictures of painted ones come out right.

The tokenizer was trained with one decoder; here each frame gets its own, which begins as a copy. There are as many
drawings of things as there are things, and some thousands of places: a decoder that has nothing else to keep learns
their edges by heart.

A drawing of our world is told whole by its phrase and details, so there is one right picture for what the prior
paints. A decoder that has seen the prior's own codes beside their drawings mends what it gets wrong: a hand of the
wrong code beside an arm of the right one is still a hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor
from torch.utils.data import DataLoader

from storyapp.engine.checkpoint import save_net
from storyapp.engine.text import TextEncoder
from storyapp.engine.transformer import LONGEST_PHRASE, LatentTransformer, detail_values, load_prior
from storyapp.engine.vqvae import TOP_CELL, VQVAE, load_tokenizer
from storyapp.story.codes import FRAMES
from storyapp.story.phrases import attributes_said
from storyapp.story.request import Progress

from .data import DrawingBatch, DrawingStream, shown
from .loop import Loop
from .losses import attention, picture_loss
from .muon import KernelMuon
from .painted import details_told, phrase_of
from .parallel import Team
from .world import drawing

_SHARED = "decoders.0."  # where the one decoder of a young tokenizer is


@dataclass(frozen=True)
class DecoderTraining:
    """One run. `figures`, `backdrops` and `things` are the drawings that each process takes a step; none: left as it is."""

    steps: int = 4000
    warm_up: int = 50
    learning_rate: float = 2e-3
    figures: int = 2
    backdrops: int = 2
    things: int = 4
    practised: float = 0.9  # share of drawings in the views and poses that the painter paints
    painted: float = 0.4  # share of those that are decoded from codes as the prior paints them
    top_only: float = 0.85  # share of the other pictures decoded without bottom codes
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
        vectors = model.top_quantizer.lookup(top.codes)
        shows = model.decoder(batch.frame)(vectors, bottom.vectors, has_bottom, batch.frame)
    paper = torch.rand((count, 3, 1, 1), generator=generator)
    return picture_loss(shows, picture, attention(picture, batch.faces), paper, squared=False)


def with_own_decoders(model: VQVAE) -> VQVAE:
    """The tokenizer with a decoder for each frame; where there was one for all, they are copies of it."""
    if model.config.decoder_each:
        return model
    grown = VQVAE(replace(model.config, decoder_each=True))
    state = model.state_dict()
    one = {name.removeprefix(_SHARED): value for name, value in state.items() if name.startswith(_SHARED)}
    grown.load_state_dict({**grown.state_dict(), **state})
    for decoder in grown.decoders:
        decoder.load_state_dict(one)
    return grown.eval().to(memory_format=torch.channels_last)  # type: ignore[call-overload,no-any-return]


def make_optimizers(model: VQVAE, learning_rate: float) -> list[torch.optim.Optimizer]:
    """Muon for the kernels within, AdamW for what touches codes and pixels, and for vectors."""
    kernels = [weight for name, weight in model.decoders.named_parameters() if weight.ndim == 4 and _within(name)]
    known = {id(weight) for weight in kernels}
    others = [weight for weight in model.decoders.parameters() if id(weight) not in known]
    adam = torch.optim.AdamW(others, lr=learning_rate, betas=(0.9, 0.95), weight_decay=1e-4)
    return [KernelMuon(kernels, learning_rate), adam]


def _within(name: str) -> bool:
    return not any(part in name for part in ("sketch", "to_picture", "from_bottom"))


def train_decoder(run: DecoderTraining, folder: Path, models: Path) -> Iterator[Progress[Path]]:
    """Train the decoders of the tokenizer in `models` beside the prior there, or go on from the checkpoint in `folder`."""
    team = Team()
    generator = torch.Generator().manual_seed(run.seed * 1000 + team.index)
    model = with_own_decoders(load_tokenizer(models))
    paints = Paints(load_prior(models), TextEncoder())
    loop = Loop("decoder", folder, model, make_optimizers(model, run.learning_rate), run, team, floor=0.01)
    counts = {"figure": run.figures, "backdrop": run.backdrops, "thing": run.things}
    stream = DrawingStream(counts, f"{run.seed}-{team.index}", loop.start, run.practised)
    batches = iter(DataLoader(stream, batch_size=None, num_workers=run.workers))
    model.decoders.train()

    def backward(step: int) -> dict[str, float]:
        losses = {}
        for batch in next(batches):
            loss = decoder_loss(model, batch, paints, run, generator)
            (loss * (0.5 if batch.frame == "thing" else 1.0)).backward()
            losses[batch.frame] = float(loss.detach())
        return losses

    yield from loop.steps(backward)
    if team.first:
        save_net(models, "tokenizer", model, model.config)
    team.close()
    yield Progress(run.steps, run.steps, "decoder trained", result=models)
