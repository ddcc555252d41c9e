"""Trains the bottom phase on codes of drawings, and measures what it adds to the top alone."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

import torch
from torch import Tensor
from torch.nn import functional

from storyapp.engine.bottom import BottomConfig, BottomNet
from storyapp.engine.checkpoint import save_net
from storyapp.engine.vqvae import VQVAE, load_tokenizer
from storyapp.story.codes import FRAMES
from storyapp.story.request import Progress

from .data import DrawingStream, as_input, shown
from .loop import Loop
from .metrics import psnr
from .world import drawing


@dataclass(frozen=True)
class BottomTraining:
    """One run; `figures`, `backdrops` and `things` are batch sizes."""

    steps: int = 800
    warm_up: int = 50
    learning_rate: float = 2e-3
    figures: int = 4
    backdrops: int = 2
    things: int = 2
    seed: int = 1
    save_every: int = 100


def bottom_loss(
    net: BottomNet, top: Tensor, bottom: Tensor, frame: Tensor, weight: Tensor, generator: torch.Generator
) -> Tensor:
    """Weighted cross entropy over masked cells (a scalar); in half of the cels everything is masked.

    `top` (batch, rows, columns, depth), `bottom` and `weight` (batch, 2·rows, 2·columns), `frame` (batch,).
    """
    share = torch.rand((len(bottom), 1, 1), generator=generator) * 2
    masked = torch.rand(bottom.shape, generator=generator) < share
    logits = net(top, bottom, masked, frame)[masked]
    each = functional.cross_entropy(logits.float(), bottom[masked], reduction="none")
    return (each * weight[masked]).sum() / weight[masked].sum()


def train_bottom(run: BottomTraining, folder: Path, models: Path) -> Iterator[Progress[Path]]:
    """Train on codes of the tokenizer in `models`, resuming from `folder`; the weights are written to `models`."""
    tokenizer = load_tokenizer(models)
    config = tokenizer.config
    torch.manual_seed(run.seed)
    net = BottomNet(BottomConfig(top_codes=config.top.size, top_depth=config.top.depth, codes=config.bottom.size))
    optimizer = torch.optim.AdamW(net.parameters(), lr=run.learning_rate, weight_decay=0.01)
    loop = Loop("bottom", folder, net, [optimizer], run)
    generator = torch.Generator().manual_seed(run.seed)
    counts = {"figure": run.figures, "backdrop": run.backdrops, "thing": run.things}
    drawings = iter(DrawingStream(counts, f"bottom-{run.seed}", loop.start))

    def backward(step: int) -> dict[str, float]:
        losses = {}
        for batch in next(drawings):
            picture = shown(batch.pictures).contiguous(memory_format=torch.channels_last)
            frame = torch.full((len(picture),), FRAMES.index(batch.frame))
            with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
                top, bottom = tokenizer.quantize(picture)
            covered = functional.max_pool2d(picture[:, 3:], 8).squeeze(1) > 0.02
            with torch.autocast("cpu", dtype=torch.bfloat16):
                weight = torch.where(covered, 1.0, 0.1)
                loss = bottom_loss(net, top.codes, bottom.codes[..., 0], frame, weight, generator)
            loss.backward()
            losses[batch.frame] = float(loss.detach())
        return losses

    yield from loop.steps(backward)
    save_net(models, "bottom", net, net.config)
    yield Progress(run.steps, run.steps, "bottom trained", result=models)


@torch.no_grad()
def evaluate_bottom(tokenizer: VQVAE, net: BottomNet, count: int, seed: int = 31) -> Iterator[Progress[dict[str, Any]]]:
    """PSNR per frame of `count` held-out drawings with their own bottom codes, with painted ones, and with none."""
    rng, rows = random.Random(seed), dict[str, dict[str, list[float]]]()
    for index in range(count):
        frame = FRAMES[index % len(FRAMES)]
        target = as_input(drawing.draw(drawing.sample(frame, rng, test=frame != "thing"), drawing.CODED_SIZE))
        top, bottom = tokenizer.quantize(target)
        painted = net.paint(top.codes, torch.tensor([FRAMES.index(frame)]), [torch.Generator().manual_seed(index)], 0.0)
        for name, codes in (("own", bottom.codes), ("painted", painted), ("none", None)):
            picture = tokenizer.decode(top.codes, codes, frame).clamp(0, 1)
            found = psnr(picture[:, :3], target[:, :3], target[:, 3:])
            rows.setdefault(frame, {}).setdefault(name, []).append(found)
        yield Progress(index, count, "evaluating the bottom phase")
    result = {frame: {name: round(fmean(each), 2) for name, each in row.items()} for frame, row in rows.items()}
    yield Progress(count, count, "done", result={"drawings": count, "psnr": result})
