"""Trains the VQ-VAE on flat drawings, with bottom dropout, weighted faces and composition over random paper."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor
from torch.utils.data import DataLoader

from storyapp.engine.checkpoint import save_net
from storyapp.engine.quantizer import perplexity
from storyapp.engine.vqvae import VQVAE, VQVAEConfig
from storyapp.story.request import Progress

from .data import DrawingBatch, DrawingStream, shown
from .loop import Loop
from .losses import attention, picture_loss
from .parallel import Team


@dataclass(frozen=True)
class TokenizerTraining:
    """One run. `figures`, `backdrops` and `things` are the batch size of each process."""

    steps: int = 5000
    warm_up: int = 100
    continuous: int = 200  # steps at the start in which vectors pass unquantized
    learning_rate: float = 1.5e-3
    figures: int = 3
    backdrops: int = 1
    things: int = 2
    top_only: float = 0.8  # share of pictures decoded without bottom codes
    seed: int = 1
    save_every: int = 200
    workers: int = 0


def batch_loss(
    model: VQVAE, batches: list[DrawingBatch], run: TokenizerTraining, generator: torch.Generator
) -> tuple[Tensor, dict[str, float]]:
    """The loss of one step over all frames (a scalar), and its parts for the log."""
    pictures = [shown(batch.pictures) for batch in batches]
    with torch.autocast("cpu", dtype=torch.bfloat16):
        encoded = [model.encoder(picture.contiguous(memory_format=torch.channels_last)) for picture in pictures]
    # All frames are quantized as one list of vectors, so that code statistics and restarts see the whole mixture.
    top = model.top_quantizer(_as_list([top for top, _ in encoded]), generator)
    bottom = model.bottom_quantizer(_as_list([bottom for _, bottom in encoded]), generator)
    tops = _as_maps(top.vectors, [top for top, _ in encoded])
    bottoms = _as_maps(bottom.vectors, [bottom for _, bottom in encoded])
    loss = top.loss + bottom.loss
    parts = {"commitment": float(loss.detach())}
    for batch, picture, top_map, bottom_map in zip(batches, pictures, tops, bottoms, strict=True):
        count = len(picture)
        has_bottom = torch.rand(count, generator=generator) >= run.top_only
        with torch.autocast("cpu", dtype=torch.bfloat16):
            painted = model.decoder(batch.frame)(top_map, bottom_map, has_bottom, batch.frame)
        paper = torch.rand((count, 3, 1, 1), generator=generator)
        frame_loss = picture_loss(painted, picture, attention(picture, batch.faces), paper)
        parts[batch.frame] = float(frame_loss.detach())
        loss = loss + frame_loss * (0.5 if batch.frame == "thing" else 1.0)
    parts["top_perplexity"] = perplexity(top.codes[..., 0], model.config.top.size)
    parts["bottom_perplexity"] = perplexity(bottom.codes, model.config.bottom.size)
    return loss, parts


def _as_list(maps: list[Tensor]) -> Tensor:
    """Feature maps (batch, dim, rows, columns) of several sizes as one (1, dim, vectors, 1)."""
    return torch.cat([one.float().permute(1, 0, 2, 3).flatten(1) for one in maps], dim=1)[None, :, :, None]


def _as_maps(vectors: Tensor, like: list[Tensor]) -> list[Tensor]:
    """The inverse of `_as_list`, for maps of the shapes of `like`."""
    parts = vectors[0, :, :, 0].split([one[:, 0].numel() for one in like], dim=1)
    return [
        part.view(part.shape[0], one.shape[0], *one.shape[2:]).permute(1, 0, 2, 3)
        for part, one in zip(parts, like, strict=True)
    ]


def train_tokenizer(
    run: TokenizerTraining, folder: Path, out: Path | None = None, config: VQVAEConfig | None = None
) -> Iterator[Progress[Path]]:
    """Train, resuming from a checkpoint in `folder`; the weights are written to `out`.

    Yields a Progress per step; the result is the folder of the weights.
    """
    team = Team()
    generator = torch.Generator().manual_seed(run.seed * 1000 + team.index)
    torch.manual_seed(run.seed)
    model = VQVAE(config or VQVAEConfig()).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    optimizer = torch.optim.AdamW(model.parameters(), lr=run.learning_rate, betas=(0.9, 0.95), weight_decay=1e-4)
    loop = Loop("tokenizer", folder, model, [optimizer], run, team, floor=0.01)
    counts = {"figure": run.figures, "backdrop": run.backdrops, "thing": run.things}
    stream = DrawingStream(counts, f"{run.seed}-{team.index}", loop.start)
    batches = iter(
        DataLoader(stream, batch_size=None, num_workers=run.workers, prefetch_factor=4 if run.workers else None)
    )
    model.train()

    def backward(step: int) -> dict[str, float]:
        for quantizer in (model.top_quantizer, model.bottom_quantizer):
            quantizer.continuous = step < run.continuous  # type: ignore[assignment]
        loss, parts = batch_loss(model, next(batches), run, generator)
        loss.backward()
        return {"loss": float(loss.detach()), **parts}

    yield from loop.steps(backward)
    target = out or folder
    if out and team.first:
        save_net(target, "tokenizer", model, model.config)
    team.close()
    yield Progress(run.steps, run.steps, "tokenizer trained", result=target)
