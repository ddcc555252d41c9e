"""Trains the evaluators (judges.py) on renders and on their reconstructions by the tokenizer.

They are never used to train, choose or rank what the painter makes.
"""

from __future__ import annotations

import random
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from storyapp.engine.checkpoint import save_weights
from storyapp.engine.vqvae import VQVAE
from storyapp.story.codes import FRAMES
from storyapp.story.request import Progress

from .data import shown, to_tensor
from .judges import HIDDEN, Answers, Evaluator, answers, as_centre, load_evaluator
from .loop import Loop
from .world import drawing

FAINT = ("skin", "hair", "hair_style", "build", "accessory_colour")  # hard to see, and needed for `identities` alone


@dataclass
class LabelledBatch:
    """Network inputs (n, 4, size, size), face boxes (n, 4) in fractions, and the right answers (n,) by attribute."""

    pictures: Tensor
    faces: Tensor
    right: Answers

    def at(self, indices: Tensor) -> LabelledBatch:
        """The items at `indices`, with pictures as float32."""
        right = {name: values[indices] for name, values in self.right.items()}
        return LabelledBatch(self.pictures[indices].float(), self.faces[indices], right)


def concatenated(batches: Sequence[LabelledBatch]) -> LabelledBatch:
    """Several batches as one."""
    right = {name: torch.cat([one.right[name] for one in batches]) for name in batches[0].right}
    pictures, faces = (torch.cat([getattr(one, name) for one in batches]) for name in ("pictures", "faces"))
    return LabelledBatch(pictures, faces, right)


def draw_labelled(frame: str, count: int, rng: random.Random, test: bool = False) -> LabelledBatch:
    """`count` renders of the coded size with their answers; `test` takes held-out combinations."""
    specs = [drawing.sample(frame, rng, test and frame != "thing") for _ in range(count)]
    drawn = [drawing.draw(spec, drawing.CODED_SIZE) for spec in specs]
    each = [answers(frame, spec) for spec in specs]
    right = {name: torch.tensor([one[name] for one in each]) for name in each[0]}
    return LabelledBatch(
        shown(to_tensor([one.pixels for one in drawn])), torch.tensor([one.face for one in drawn]), right
    )


class LabelledDrawings(IterableDataset[LabelledBatch]):
    """Endless batches of renders; batch n is the same in every run with the same seed."""

    def __init__(self, frame: str, batch: int, seed: int) -> None:
        self.frame, self.batch, self.seed = frame, batch, seed

    def __iter__(self) -> Iterator[LabelledBatch]:
        info = get_worker_info()
        step, workers = (info.id, info.num_workers) if info else (0, 1)
        while True:
            yield draw_labelled(self.frame, self.batch, random.Random(f"{self.seed}-{self.frame}-{step}"))
            step += workers


@dataclass(frozen=True)
class EvaluatorTraining:
    """One run: `steps` for figures, and the share `others` of them for each other frame."""

    steps: int = 3000
    others: float = 0.3
    renders: int = 24  # a step, new ones
    reconstructions: int = 8  # a step, out of `pool` made beforehand
    pool: int = 400
    learning_rate: float = 3e-3
    warm_up: int = 200
    seed: int = 77
    save_every: int = 200
    workers: int = 0


def train_evaluators(run: EvaluatorTraining, tokenizer: VQVAE, folder: Path, target: Path) -> Iterator[Progress[Path]]:
    """Train one evaluator per frame into `target`, resuming from `folder`; a first run starts from those in `target`."""
    steps = {frame: run.steps if frame == "figure" else max(1, round(run.steps * run.others)) for frame in FRAMES}
    done = 0
    for frame in FRAMES:
        known = target / f"{frame}.safetensors"
        model = load_evaluator(target, frame) if known.is_file() else Evaluator(frame)
        for progress in _train_one(model, frame, replace(run, steps=steps[frame]), tokenizer, folder):
            if progress.result is not None:
                save_weights(target / f"{frame}.safetensors", progress.result)
            yield Progress(done + progress.step, sum(steps.values()), progress.what)
        done += steps[frame]
    yield Progress(done, done, "evaluators trained", result=target)


def _train_one(
    model: Evaluator, frame: str, run: EvaluatorTraining, tokenizer: VQVAE, folder: Path
) -> Iterator[Progress[Evaluator]]:
    torch.manual_seed(run.seed)
    generator = torch.Generator().manual_seed(run.seed)
    pool = yield from _reconstruction_pool(frame, run, tokenizer)
    model = model.train().to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    optimizer = torch.optim.AdamW(model.parameters(), lr=run.learning_rate, weight_decay=0.02)
    batches = iter(DataLoader(LabelledDrawings(frame, run.renders, run.seed), batch_size=None, num_workers=run.workers))

    def backward(step: int) -> dict[str, float]:
        again = pool.at(torch.randint(len(pool.pictures), (run.reconstructions,), generator=generator))
        loss, parts = judging_loss(model, translated(concatenated([next(batches), again]), generator), generator)
        loss.backward()
        return parts

    yield from Loop(f"evaluator-{frame}", folder, model, [optimizer], run).steps(backward)
    yield Progress(run.steps, run.steps, f"evaluator of {frame}s", result=model)


def _reconstruction_pool(
    frame: str, run: EvaluatorTraining, tokenizer: VQVAE
) -> Generator[Progress[Evaluator], None, LabelledBatch]:
    rng, parts = random.Random(f"{run.seed}-{frame}-pool"), []
    for begun in range(0, run.pool, 8):
        batch = draw_labelled(frame, 8, rng)
        top_alone = begun // 8 % 4 != 0  # most, as the program decodes pictures
        pictures = through_tokenizer(tokenizer, batch.pictures, frame, top_alone)
        parts.append(LabelledBatch(pictures.half(), batch.faces, batch.right))
        yield Progress(0, run.steps, f"reconstructing {frame}s")
    return concatenated(parts)


def translated(batch: LabelledBatch, generator: torch.Generator, most: float = 0.03) -> LabelledBatch:
    """The batch shifted by one random offset of up to the share `most` of a side; border pixels are replicated."""
    size = batch.pictures.shape[-1]
    x, y = ((torch.rand(2, generator=generator) * 2 - 1) * most * size).round().int().tolist()
    room = max(abs(x), abs(y), 1)
    padded = functional.pad(batch.pictures, (room,) * 4, mode="replicate")
    pictures = padded[..., room - y : room - y + size, room - x : room - x + size]
    shift = torch.tensor([x, y, x, y]) / size
    return LabelledBatch(pictures.contiguous(memory_format=torch.channels_last), batch.faces + shift, batch.right)


def judging_loss(model: Evaluator, batch: LabelledBatch, generator: torch.Generator) -> tuple[Tensor, dict[str, float]]:
    """Cross entropy of every attribute plus L1 of the face box (a scalar), and its parts for the log."""
    box = as_centre(batch.faces)
    looked = box * (1 + 0.04 * torch.randn(box.shape, generator=generator))
    with torch.autocast("cpu", dtype=torch.bfloat16):
        logits, found = model.judge(batch.pictures, looked)
    each = {
        name: functional.cross_entropy(logits[name], right, ignore_index=HIDDEN, reduction="sum")
        / (right != HIDDEN).sum().clamp(min=1)
        for name, right in batch.right.items()
    }
    loss = torch.stack([one * (0.3 if name in FAINT else 1.0) for name, one in each.items()]).sum()
    parts = {name: float(one.detach()) for name, one in each.items()}
    if model.face is not None:
        off = functional.l1_loss(found, box)
        parts["face"] = float(off.detach())
        loss = loss + 20 * off
    return loss, parts


@torch.no_grad()
def through_tokenizer(tokenizer: VQVAE, pictures: Tensor, frame: str, top_alone: bool) -> Tensor:
    """The reconstruction of `pictures` (batch, 4, size, size), from both levels of codes or the top alone."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        top, bottom = tokenizer.quantize(pictures.contiguous(memory_format=torch.channels_last))
        decoded = tokenizer.decode(top.codes, None if top_alone else bottom.codes, frame)
    return decoded.float().clamp(0, 1)
