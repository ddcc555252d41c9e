"""Small classifiers that judge flat pictures: what is drawn, doing what, where.

They are trained on renders, half of them through the tokenizer, and never used to train or rank the
generator. Each frame has one network with one head an attribute.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from storyapp.engine.checkpoint import load_weights, save_weights
from storyapp.engine.vqvae import FRAMES, VQVAE
from storyapp.story.request import Progress

from .data import shown, to_tensor
from .state import Log
from .world import concepts, drawing

INPUT = 128  # pixels of a side


def labels_of(frame: str) -> dict[str, tuple[str, ...]]:
    """The attributes judged in a frame, each with its values."""
    if frame == "figure":
        return {
            "kind": concepts.KINDS,
            "top_colour": concepts.COLOURS,
            "bottom_colour": concepts.COLOURS,
            "accessory": ("none", *concepts.ACCESSORIES),
            "pose": concepts.POSES,
            "expression": concepts.EXPRESSIONS,
            "facing": concepts.FACINGS,
        }
    if frame == "backdrop":
        return {"setting": concepts.SETTINGS, "time": concepts.TIMES, "weather": concepts.WEATHERS}
    return {"concept": drawing.thing_names()}


class Evaluator(nn.Module):
    """A small convolutional network with one linear head an attribute."""

    def __init__(self, frame: str, width: int = 48) -> None:
        super().__init__()
        self.labels = labels_of(frame)
        sizes = (width, width * 2, width * 3, width * 4)
        layers: list[nn.Module] = []
        before = 4 * 4  # RGBA after unshuffling 2×2 pixels
        for size in sizes:
            layers += [nn.Conv2d(before, size, 3, padding=1), nn.BatchNorm2d(size), nn.ReLU(), nn.MaxPool2d(2)]
            before = size
        self.body = nn.Sequential(*layers)
        self.hidden = nn.Linear(before * 16, 256)
        self.heads = nn.ModuleDict({name: nn.Linear(256, len(values)) for name, values in self.labels.items()})

    def forward(self, picture: Tensor) -> dict[str, Tensor]:
        """Logits of each attribute of `picture` (batch, 4, any, any): colour over white and alpha, 0 … 1."""
        small = functional.interpolate(picture, (INPUT, INPUT), mode="area")
        x = self.body(functional.pixel_unshuffle(small * 2 - 1, 2)).flatten(1)
        x = functional.relu(self.hidden(x))
        return {name: head(x) for name, head in self.heads.items()}


def answers(frame: str, spec: Any) -> dict[str, int]:
    """The index of the right value of each attribute."""
    values = asdict(spec)
    if frame == "figure":
        values["accessory"] = values["accessory"] or "none"
    return {name: choices.index(values[name]) for name, choices in labels_of(frame).items()}


class LabelledDrawings(IterableDataset[tuple[Tensor, dict[str, Tensor]]]):
    """Endless batches of drawings with their answers; `test` takes held-out combinations."""

    def __init__(self, frame: str, batch: int, seed: int, test: bool = False) -> None:
        self.frame, self.batch, self.seed, self.test = frame, batch, seed, test

    def __iter__(self) -> Iterator[tuple[Tensor, dict[str, Tensor]]]:
        info = get_worker_info()
        step, workers = (info.id, info.num_workers) if info else (0, 1)
        while True:
            rng = random.Random(f"{self.seed}-{self.frame}-{self.test}-{step}")
            pictures, right = [], []
            for _ in range(self.batch):
                spec = drawing.sample(self.frame, rng, self.test)
                pictures.append(drawing.draw(spec, drawing.CODED_SIZE).pixels)
                right.append(answers(self.frame, spec))
            yield to_tensor(pictures), {name: torch.tensor([one[name] for one in right]) for name in right[0]}
            step += workers


@dataclass(frozen=True)
class EvaluatorTraining:
    """One run: `steps` batches a frame."""

    steps: int = 400
    batch: int = 32
    learning_rate: float = 2e-3
    seed: int = 77
    workers: int = 1


def train_evaluators(run: EvaluatorTraining, tokenizer: VQVAE, folder: Path, target: Path) -> Iterator[Progress[Path]]:
    """Train one evaluator a frame into `target`, logging in `folder`; half of each batch goes through the tokenizer."""
    log = Log(folder / "evaluators.jsonl")
    for index, frame in enumerate(FRAMES):
        torch.manual_seed(run.seed)
        model = Evaluator(frame).train()
        optimizer = torch.optim.AdamW(model.parameters(), lr=run.learning_rate, weight_decay=0.02)
        schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, run.learning_rate, run.steps)
        batches = iter(
            DataLoader(LabelledDrawings(frame, run.batch, run.seed), batch_size=None, num_workers=run.workers)
        )
        for step in range(run.steps):
            pixels, right = next(batches)
            pictures = through_tokenizer(tokenizer, pixels, frame)
            logits = model(pictures)
            loss = torch.stack([functional.cross_entropy(logits[name], right[name]) for name in right]).mean()
            optimizer.zero_grad(set_to_none=True)
            loss.backward()
            optimizer.step()
            schedule.step()
            if step % 20 == 0:
                log.write(frame=frame, step=step, loss=float(loss.detach()))
            yield Progress(index * run.steps + step, len(FRAMES) * run.steps, f"evaluator of {frame}s")
        save_weights(target / f"{frame}.safetensors", model)
    yield Progress(1, 1, "evaluators trained", result=target)


@torch.no_grad()
def through_tokenizer(tokenizer: VQVAE, pixels: Tensor, frame: str) -> Tensor:
    """What the net shows of drawings (batch, 4, size, size) uint8: the first half decoded from its own codes."""
    pictures = shown(pixels)
    half = len(pictures) // 2
    with torch.autocast("cpu", dtype=torch.bfloat16):
        top, _ = tokenizer.quantize(pictures[:half].contiguous(memory_format=torch.channels_last))
        decoded = tokenizer.decode(top.codes, None, torch.full((half,), FRAMES.index(frame)))
    return torch.cat([decoded.float().clamp(0, 1), pictures[half:]])


def load_evaluator(folder: Path, frame: str) -> Evaluator:
    """A trained evaluator.

    Raises:
        ModelMissingError: if it was not trained yet.
    """
    model = Evaluator(frame)
    load_weights(folder / f"{frame}.safetensors", model)
    return model.eval()
