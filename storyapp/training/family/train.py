"""Trains one member for a budget of processor time, so that other load on the machine does not matter."""

from __future__ import annotations

import math
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn

from storyapp.engine.quantizer import perplexity
from storyapp.story.request import Progress

from ..data import DrawingBatch, draw_batch, shown
from ..losses import attention, picture_loss
from ..state import Log, load_state, save_state
from .adversary import FeaturePyramid, PatchDiscriminator, bounded_weight
from .config import FamilyConfig
from .net import FamilyNet

SIZES = {"figure": 128, "backdrop": 128, "thing": 128}  # pixels


@dataclass(frozen=True)
class FamilyTraining:
    """One run, the same for every member. Shares are of the budget, which does not include rendering drawings."""

    minutes: float = 10.0  # of processor time
    figures: int = 4
    backdrops: int = 2
    things: int = 2
    learning_rate: float = 1.5e-3
    warm_up: float = 0.02
    continuous: float = 0.05  # vectors pass unquantized until then
    discriminator_from: float = 0.6  # it begins to learn …
    adversarial_from: float = 0.7  # … and here the decoder begins to hear it
    seed: int = 3
    save_every: int = 100


class Member(nn.Module):
    """The networks of a member, and the spent seconds of its budget."""

    spent: Tensor

    def __init__(self, config: FamilyConfig) -> None:
        super().__init__()
        self.net = FamilyNet(config)
        self.discriminator = PatchDiscriminator() if config.adversarial else None
        self.pyramid = FeaturePyramid()
        self.register_buffer("spent", torch.zeros((), dtype=torch.float64))


def load_member(config: FamilyConfig, folder: Path, name: str) -> FamilyNet:
    """The network of a trained member, in evaluation mode."""
    member = Member(config)
    load_state(folder / f"{name}.safetensors", member)
    return member.net.eval()


def train_member(name: str, config: FamilyConfig, run: FamilyTraining, folder: Path) -> Iterator[Progress[Path]]:
    """Train the member `name`, resuming from its checkpoint in `folder`, which is the result. Yields once per step."""
    torch.manual_seed(run.seed)
    member = Member(config).to(memory_format=torch.channels_last).train()  # type: ignore[call-overload]
    optimizer = torch.optim.AdamW(member.parameters(), lr=run.learning_rate, betas=(0.9, 0.95), weight_decay=1e-4)
    path, log = folder / f"{name}.safetensors", Log(folder / f"{name}.jsonl")
    step, budget = load_state(path, member, [optimizer]), run.minutes * 60
    while float(member.spent) < budget:
        share = float(member.spent) / budget
        batches = draw_step(run, step)
        began = time.process_time()
        for group in optimizer.param_groups:
            group["lr"] = rate(share, run)
        member.net.pass_unquantized(share < run.continuous)
        optimizer.zero_grad(set_to_none=True)
        parts = backward(member, batches, run, share, torch.Generator().manual_seed(run.seed * 1_000_000 + step))
        torch.nn.utils.clip_grad_norm_(member.net.parameters(), 1.0)
        optimizer.step()
        member.spent += time.process_time() - began
        step += 1
        if step % 10 == 1:
            log.write(step=step, spent=round(float(member.spent), 1), **parts)
        if step % run.save_every == 0:
            save_state(path, member, [optimizer], step)
        yield Progress(min(int(member.spent), int(budget)), int(budget), f"{name}, loss {parts['loss']:.3f}")
    save_state(path, member, [optimizer], step)
    yield Progress(int(budget), int(budget), f"{name} trained", result=path)


def draw_step(run: FamilyTraining, step: int) -> list[DrawingBatch]:
    """The drawings of one step, the same for every member."""
    rng = random.Random(f"{run.seed}-{step}")
    counts = {"figure": run.figures, "backdrop": run.backdrops, "thing": run.things}
    return [draw_batch(frame, count, rng, SIZES) for frame, count in counts.items() if count]


def rate(share: float, run: FamilyTraining) -> float:
    """Linear warm-up, then cosine to a hundredth."""
    warm = min(1.0, (share + 0.1 * run.warm_up) / run.warm_up)
    return run.learning_rate * warm * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1.0, share))))


def backward(
    member: Member, batches: list[DrawingBatch], run: FamilyTraining, share: float, generator: torch.Generator
) -> dict[str, float]:
    """Compute the gradients of one step, of the discriminator too once it is on; returns losses for the log."""
    config = member.net.config
    picture = shown(torch.cat([batch.pictures for batch in batches])).contiguous(memory_format=torch.channels_last)
    faces = torch.cat([batch.faces for batch in batches])
    with torch.autocast("cpu", dtype=torch.bfloat16):
        latents = member.net.encode(picture, generator)
        painted = member.net.decode(latents)
    paper = torch.rand((len(picture), 3, 1, 1), generator=generator)
    loss = picture_loss(painted, picture, attention(picture, faces), paper)
    parts = {"picture": float(loss.detach()), "bits": latents.bits}
    if config.perceptual:
        features = config.perceptual * member.pyramid(painted, picture)
        parts["features"] = float(features.detach())
        loss = loss + features
    total = loss + latents.loss
    judge = member.discriminator
    if judge is not None and share >= run.adversarial_from:
        judge.requires_grad_(False)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            adversarial = -judge(painted).mean()
        judge.requires_grad_(True)
        weight = bounded_weight(loss, adversarial, member.net.last.weight, config.adversarial)
        parts.update(adversarial=float(adversarial.detach()), weight=float(weight))
        total = total + weight * adversarial
    total.backward()
    if judge is not None and share >= run.discriminator_from:
        with torch.autocast("cpu", dtype=torch.bfloat16):
            judged = judge.loss(picture, painted)
        judged.backward()
        parts["discriminator"] = float(judged.detach())
    for index, codes in enumerate(latents.codes):
        parts[f"perplexity_{index}"] = perplexity(codes, member.net.codes)
    return {"loss": float(total.detach()), **parts}
