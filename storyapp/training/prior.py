"""Trains the latent Transformer by masked prediction: phrase, conditions and portraits → top codes."""

from __future__ import annotations

import math
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from storyapp.engine.checkpoint import read_tensors, save_net
from storyapp.engine.text import TextEncoder
from storyapp.engine.transformer import LONGEST_PHRASE, LatentTransformer, TransformerConfig
from storyapp.engine.vqvae import VQVAE, load_tokenizer
from storyapp.story.codes import FRAMES
from storyapp.story.request import Progress

from .codes import CodeTable, encode_families, encode_wide
from .loop import Loop
from .muon import KernelMuon
from .parallel import Team
from .prior_batches import (
    CELL_BLOCKS,
    CODE_HIDDEN,
    MAP_RATE,
    MAPS,
    PAIRS,
    SHIFTED,
    WIDE,
    WORDS,
    CelBatch,
    PriorTraining,
    Sampler,
)
from .windows import WINDOW_SIDE, encode_shifted, hang_windows


def random_mask(codes: Tensor, hide_all: float, generator: torch.Generator) -> Tensor:
    """The mask (batch, rows, columns) of a training step.

    In the share `hide_all` of the cels everything is masked, as in the first decoding step. In the others a random share
    with a cosine distribution is masked: in 2×2 units, or, in a quarter of the cels, cell by cell.
    """
    batch, rows, columns = codes.shape[:3]
    share = torch.cos(torch.rand(batch, generator=generator) * math.pi / 2)
    share[torch.rand(batch, generator=generator) < hide_all] = 1.0
    share = share[:, None, None]
    by_unit = torch.rand((batch, rows // 2, columns // 2), generator=generator) < share
    by_unit = by_unit.repeat_interleave(2, 1).repeat_interleave(2, 2)
    by_cell = torch.rand((batch, rows, columns), generator=generator) < share
    masked = torch.where(torch.rand((batch, 1, 1), generator=generator) < 0.25, by_cell, by_unit)
    masked[~masked.flatten(1).any(1)] = True
    return masked


def group_loss(
    model: LatentTransformer, encoder: TextEncoder, batch: CelBatch, run: PriorTraining, generator: torch.Generator
) -> Tensor:
    """Weighted cross entropy of all residual codes over the masked cells, with classifier-free dropout of the inputs."""
    count = len(batch.codes)
    text = encoder.encode(batch.phrases, LONGEST_PHRASE)
    chance = torch.rand((count, 2), generator=generator)
    both = torch.rand(count, generator=generator) < 0.05
    text_mask = text.mask & ~((chance[:, 0] < run.drop_text) | both)[:, None]
    has_portrait = batch.has_portrait
    if has_portrait is not None:
        has_portrait = has_portrait & ~((chance[:, 1] < run.drop_portrait) | both)[:, None]
    frame = torch.full((count,), FRAMES.index(batch.frame))
    masked = random_mask(batch.codes, run.hide_all, generator)
    if batch.windows is not None:
        masked = masked | (batch.windows > 0)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        details = torch.where(text_mask.any(1, keepdim=True), batch.details, 0)
        context = model.encode_context(
            text.states, text_mask, frame, batch.portraits, has_portrait, details, batch.windows
        )
        features = model.features(batch.codes, masked, context)[masked]
        target, weight = batch.codes[masked], batch.weights[masked]
        loss = features.new_zeros((), dtype=torch.float32)
        for level in range(model.config.depth):
            logits = model.logits(features, target[:, :level])
            each = functional.cross_entropy(
                logits, target[:, level], reduction="none", label_smoothing=run.label_smoothing
            )
            loss = loss + (each * weight).sum() / weight.sum()
    return loss / model.config.depth


def table_path(folder: Path, frame: str, process: int) -> Path:
    """The file of a process's encoded drawings of a frame."""
    return folder / f"codes-{frame}-{process}.safetensors"


def prepare_tables(run: PriorTraining, model: VQVAE, folder: Path, process: int) -> Iterator[Progress[Path]]:
    """Draw and encode the tables of this process that do not exist yet."""
    from .world.drawing import thing_names

    counts = {
        "figure": run.figure_families,
        "backdrop": run.backdrop_families,
        "thing": len(thing_names()),
    }
    seed = f"{run.seed}-{process}"
    for frame, count in counts.items():
        path = table_path(folder, frame, process)
        if not path.is_file():
            yield from encode_families(model, frame, count, seed, path, run.workers)
    if not table_path(folder, WIDE, process).is_file():
        yield from encode_wide(model, run.wide_places, seed, table_path(folder, WIDE, process))
    if not table_path(folder, SHIFTED, process).is_file():
        yield from encode_shifted(model, run.shifted_rooms, seed, table_path(folder, SHIFTED, process))


def make_optimizers(model: LatentTransformer, learning_rate: float) -> list[torch.optim.Optimizer]:
    """Muon for the matrices of the layers, AdamW for everything else.

    Muon (Jordan et al. 2024; Liu et al. 2025, arXiv 2502.16982) improved in 200 steps where AdamW, from the same weights,
    did not.
    """
    matrices = [weight for name, weight in model.named_parameters() if name.startswith("layers.") and weight.ndim == 2]
    kernels = [weight for weight in model.cell_blocks.parameters() if weight.ndim == 4]
    maps = [*model.maps.parameters(), *(model.windows.pictures.parameters() if model.windows else ())]
    known = {id(weight) for weight in (*matrices, *kernels, *maps)}
    others = [weight for weight in model.parameters() if id(weight) not in known]
    groups: list[dict[str, Any]] = [{"params": others}]
    if maps:
        groups.append({"params": maps, "lr": MAP_RATE * learning_rate})
    muons: list[torch.optim.Optimizer] = [KernelMuon(kernels, learning_rate)] if kernels else []
    return [
        *muons,
        torch.optim.Muon(matrices, lr=learning_rate, weight_decay=0.01, adjust_lr_fn="match_rms_adamw"),
        torch.optim.AdamW(groups, lr=learning_rate, betas=(0.9, 0.98), weight_decay=0.01),
    ]


def warm_start(model: LatentTransformer, models: Path) -> bool:
    """Load the tensors of the prior in `models` that still fit, if it has the same codebooks; returns whether it had.

    Embedding tables that have grown, as for a new kind of character, are trained from scratch.
    """
    path = models / "prior.safetensors"
    known = read_tensors(path) if path.is_file() else {}
    if "codebooks" not in known or not torch.equal(known["codebooks"].float(), model.codebooks):
        return False
    own = model.state_dict()
    fitting = {name: value for name, value in known.items() if name in own and own[name].shape == value.shape}
    model.load_state_dict(fitting, strict=False)
    return True


def train_prior(run: PriorTraining, folder: Path, models: Path) -> Iterator[Progress[Path]]:
    """Train on codes of the tokenizer in `models`, resuming from `folder`; the weights are written to `models`.

    A first run starts from the prior in `models` if that has the same codebooks.
    """
    tokenizer, team = load_tokenizer(models), Team()
    yield from prepare_tables(run, tokenizer, folder, team.index)
    team.wait()
    tables = {frame: CodeTable(table_path(folder, frame, team.index)) for frame in (*FRAMES, WIDE, SHIFTED)}
    torch.manual_seed(run.seed)
    generator = torch.Generator().manual_seed(run.seed * 1000 + team.index)
    top = tokenizer.config.top
    model = LatentTransformer(
        TransformerConfig(
            codes=top.size,
            depth=top.depth,
            code_dim=top.dim,
            words=WORDS,
            pairs=PAIRS,
            maps=MAPS,
            cell_blocks=CELL_BLOCKS,
            code_hidden=CODE_HIDDEN,
            window_side=WINDOW_SIDE,
        )
    )
    model.codebooks.copy_(tokenizer.top_quantizer.codebooks)  # type: ignore[arg-type]
    warm_start(model, models)
    hang_windows(model)
    loop = Loop("prior", folder, model, make_optimizers(model, run.learning_rate), run, team)
    encoder, sampler = TextEncoder(), Sampler(tables, run)
    model.train()

    def backward(step: int) -> dict[str, float]:
        losses = {}
        for batch in sampler.batches(random.Random(f"{run.seed}-{team.index}-{step}")):
            loss = group_loss(model, encoder, batch, run, generator)
            # Weighted by the share of cels in the group, so that every cel counts the same.
            (loss * len(batch.phrases) / _cels(run)).backward()
            losses[f"{batch.frame}{'+' if batch.portraits is not None else ''}"] = float(loss.detach())
        return losses

    yield from loop.steps(backward)
    if team.first:
        save_net(models, "prior", model, model.config)
    team.close()
    yield Progress(run.steps, run.steps, "prior trained", result=models)


def _cels(run: PriorTraining) -> int:
    return run.locked_figures + run.free_figures + run.backdrops + run.locked_backdrops + run.things
