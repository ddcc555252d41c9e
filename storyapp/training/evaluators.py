"""Small classifiers that judge flat pictures: what is drawn, doing what, where.

They are trained on renders and on what the tokenizer gives back of them, and never used to train, choose or rank
what the painter makes. Each frame has one network with one head an attribute; that of figures finds the face
first and looks at it once more from nearby, for an expression is a few pixels of the whole.
"""

from __future__ import annotations

import random
from collections.abc import Generator, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from storyapp.engine.checkpoint import load_weights, save_weights
from storyapp.engine.vqvae import VQVAE
from storyapp.story.codes import FRAMES
from storyapp.story.request import Progress

from .data import shown, to_tensor
from .loop import Loop
from .world import concepts, drawing
from .world.backdrops import UNWEATHERED
from .world.spec import STEPS

INPUT = 128  # pixels of a side that the whole is looked at with
FACE_INPUT = 64  # … and the face
FACE_MARGIN = 1.15  # how much more than the face box is looked at
FAINT = ("skin", "hair", "hair_style", "build", "accessory_colour")  # hard to see, and needed for `identities` alone
HIDDEN = -100  # the answer where a drawing does not show an attribute; nobody is asked for it

Answers = dict[str, Tensor]


WHO = ("skin", "hair", "hair_style", "top_colour", "bottom_colour", "accessory", "accessory_colour", "build")


def labels_of(frame: str) -> dict[str, tuple[object, ...]]:
    """The attributes judged in a frame, each with its values; WHO are those that tell figures of one kind apart."""
    if frame == "figure":
        return {
            "kind": concepts.KINDS,
            "top_colour": concepts.COLOURS,
            "bottom_colour": concepts.COLOURS,
            "accessory": ("none", *concepts.ACCESSORIES),
            "pose": concepts.POSES,
            "expression": concepts.EXPRESSIONS,
            "facing": concepts.FACINGS,
            "skin": tuple(range(6)),
            "hair": tuple(range(6)),
            "hair_style": tuple(range(3)),
            "accessory_colour": concepts.COLOURS,
            "build": STEPS,
        }
    if frame == "backdrop":
        return {"setting": concepts.SETTINGS, "time": concepts.TIMES, "weather": concepts.WEATHERS}
    return {"concept": drawing.thing_names()}


def answers(frame: str, spec: Any) -> dict[str, int]:
    """The index of the right value of each attribute, or HIDDEN."""
    values = asdict(spec)
    hidden = set()
    if frame == "figure" and values["accessory"] is None:
        values["accessory"] = "none"
        hidden.add("accessory_colour")
    if frame == "backdrop" and values["setting"] in UNWEATHERED:
        hidden.add("weather")
    return {
        name: HIDDEN if name in hidden else choices.index(values[name]) for name, choices in labels_of(frame).items()
    }


class Look(nn.Module):
    """Four convolutions of a square picture, each halving it: (batch, 4, size, size) → features, and their map."""

    def __init__(self, size: int, width: int, features: int) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        before = 4 * 4  # RGBA after unshuffling 2×2 pixels
        for channels in (width, 2 * width, 3 * width, 4 * width):
            pool = [nn.MaxPool2d(2)] if before > 16 else []
            layers += [*pool, nn.Conv2d(before, channels, 3, padding=1), nn.BatchNorm2d(channels), nn.ReLU()]
            before = channels
        self.body = nn.Sequential(*layers)
        self.out = nn.Linear(before * (size // 32) ** 2, features)

    def forward(self, picture: Tensor) -> tuple[Tensor, Tensor]:
        """Features (batch, features) and the map (batch, 4·width, size/16, size/16) that they are made of."""
        seen = self.body(functional.pixel_unshuffle(picture * 2 - 1, 2))
        return functional.relu(self.out(functional.max_pool2d(seen, 2).flatten(1))), seen


class Evaluator(nn.Module):
    """The judge of one frame: a look at the whole, for figures one at the face, and a linear head an attribute."""

    def __init__(self, frame: str, features: int = 128) -> None:
        super().__init__()
        self.labels = labels_of(frame)
        width = 32 if frame == "figure" else 24
        self.whole = Look(INPUT, width, features)
        self.face = Look(FACE_INPUT, width, features) if frame == "figure" else None
        self.find_face = nn.Conv2d(4 * width, 1, 1)
        self.face_size = nn.Linear(features, 1)
        together = 2 * features if self.face else features
        self.heads = nn.ModuleDict({name: nn.Linear(together, len(values)) for name, values in self.labels.items()})

    def forward(self, picture: Tensor) -> Answers:
        """Logits of each attribute of `picture` (batch, 4, 128·n, 128·n): colour over white and alpha, 0 … 1."""
        return self.judge(picture, None)[0]

    def judge(self, picture: Tensor, box: Tensor | None) -> tuple[Answers, Tensor]:
        """Logits, and where the face is thought to be (batch, 3): its centre and half its size, in fractions.

        `box` of that form says where to look instead.
        """
        features, seen = self.whole(functional.avg_pool2d(picture, picture.shape[-1] // INPUT))
        found = self._face_box(features, seen)
        if self.face is not None:
            close, _ = self.face(look_closer(picture, found.detach() if box is None else box))
            features = torch.cat([features, close], dim=1)
        return {name: head(features).float() for name, head in self.heads.items()}, found

    def _face_box(self, features: Tensor, seen: Tensor) -> Tensor:
        # The centre is the mean place, weighted by how much each cell looks like a face.
        share = self.find_face(seen).float().flatten(1).softmax(1).view(len(seen), *seen.shape[2:])
        places = (torch.arange(share.shape[1], device=seen.device) + 0.5) / share.shape[1]
        x, y = (share.sum(1) * places).sum(1), (share.sum(2) * places).sum(1)
        return torch.stack([x, y, self.face_size(features).float().sigmoid()[:, 0]], dim=1)


def look_closer(picture: Tensor, box: Tensor) -> Tensor:
    """The part of `picture` around `box` (batch, 3: centre x, y, half size in fractions), FACE_INPUT pixels a side."""
    zoom = box[:, 2] * 2 * FACE_MARGIN
    theta = torch.zeros((len(box), 2, 3), device=box.device)
    theta[:, 0, 0] = theta[:, 1, 1] = zoom
    theta[:, :, 2] = box[:, :2] * 2 - 1
    grid = functional.affine_grid(theta, [len(box), 4, FACE_INPUT, FACE_INPUT], align_corners=False)
    return functional.grid_sample(picture, grid, align_corners=False, padding_mode="border")


def as_centre(faces: Tensor) -> Tensor:
    """Face boxes (n, 4: x0, y0, x1, y1) as centre and half of the longer side (n, 3)."""
    half = torch.maximum(faces[:, 2] - faces[:, 0], faces[:, 3] - faces[:, 1]) / 2
    return torch.stack([(faces[:, 0] + faces[:, 2]) / 2, (faces[:, 1] + faces[:, 3]) / 2, half], dim=1)


@dataclass
class LabelledBatch:
    """Drawings (n, 4, size, size) as the net sees them, face boxes (n, 4) in fractions, and the right answers."""

    pictures: Tensor
    faces: Tensor
    right: Answers

    def at(self, places: Tensor) -> LabelledBatch:
        """Those of these places."""
        right = {name: values[places] for name, values in self.right.items()}
        return LabelledBatch(self.pictures[places], self.faces[places], right)


def joined(batches: Sequence[LabelledBatch]) -> LabelledBatch:
    """All of them as one batch."""
    right = {name: torch.cat([one.right[name] for one in batches]) for name in batches[0].right}
    pictures, faces = (torch.cat([getattr(one, name) for one in batches]) for name in ("pictures", "faces"))
    return LabelledBatch(pictures, faces, right)


def draw_labelled(frame: str, count: int, rng: random.Random, test: bool = False) -> LabelledBatch:
    """`count` renders of the coded size with their answers; `test` takes combinations kept from training."""
    specs = [drawing.sample(frame, rng, test and frame != "thing") for _ in range(count)]
    drawn = [drawing.draw(spec, drawing.CODED_SIZE) for spec in specs]
    each = [answers(frame, spec) for spec in specs]
    right = {name: torch.tensor([one[name] for one in each]) for name in each[0]}
    return LabelledBatch(
        shown(to_tensor([one.pixels for one in drawn])), torch.tensor([one.face for one in drawn]), right
    )


class LabelledDrawings(IterableDataset[LabelledBatch]):
    """Endless batches of renders; batch n is the same in every run of one seed."""

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
    """One run: steps for figures (`steps`), and that share of them for each of the other frames."""

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
    """Train one evaluator a frame into `target`, going on from `folder`; a first run begins with those of `target`."""
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
        loss, parts = judging_loss(model, moved(joined([next(batches), again]), generator), generator)
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
        top_alone = begun // 8 % 4 != 0  # what the program paints, most of the time
        pictures = through_tokenizer(tokenizer, batch.pictures, frame, top_alone)
        parts.append(LabelledBatch(pictures, batch.faces, batch.right))
        yield Progress(0, run.steps, f"reconstructing {frame}s")
    return joined(parts)


def moved(batch: LabelledBatch, generator: torch.Generator, most: float = 0.03) -> LabelledBatch:
    """All pictures moved by one small random offset, empty paper or more of the border coming in."""
    size = batch.pictures.shape[-1]
    x, y = ((torch.rand(2, generator=generator) * 2 - 1) * most * size).round().int().tolist()
    room = max(abs(x), abs(y), 1)
    padded = functional.pad(batch.pictures, (room,) * 4, mode="replicate")
    pictures = padded[..., room - y : room - y + size, room - x : room - x + size]
    shift = torch.tensor([x, y, x, y]) / size
    return LabelledBatch(pictures.contiguous(memory_format=torch.channels_last), batch.faces + shift, batch.right)


def judging_loss(model: Evaluator, batch: LabelledBatch, generator: torch.Generator) -> tuple[Tensor, dict[str, float]]:
    """Cross entropy of every attribute, and how far off the face is looked for; figures for the log."""
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
    """What the tokenizer gives back of `pictures` (batch, 4, size, size), from both levels or the top alone."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        top, bottom = tokenizer.quantize(pictures.contiguous(memory_format=torch.channels_last))
        frames = torch.full((len(pictures),), FRAMES.index(frame))
        decoded = tokenizer.decode(top.codes, None if top_alone else bottom.codes, frames)
    return decoded.float().clamp(0, 1)


def load_evaluators(folder: Path) -> dict[str, Evaluator]:
    """The trained evaluator of every frame.

    Raises:
        ModelMissingError: if they were not trained yet.
    """
    return {frame: load_evaluator(folder, frame) for frame in FRAMES}


def load_evaluator(folder: Path, frame: str) -> Evaluator:
    """A trained evaluator.

    Raises:
        ModelMissingError: if it was not trained yet.
    """
    model = Evaluator(frame)
    load_weights(folder / f"{frame}.safetensors", model)
    return model.eval()
