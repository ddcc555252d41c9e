"""The training data of the prior: drawings encoded once by the finished tokenizer and kept on disk."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, TypeVar

import torch
from torch import Tensor
from torch.nn import functional
from torch.utils.data import DataLoader, Dataset

from storyapp.engine.checkpoint import read_tensors, write_tensors
from storyapp.engine.vqvae import TOP_CELL, VQVAE
from storyapp.story.codes import SQUARE
from storyapp.story.plan import OUTFIT
from storyapp.story.request import Progress

from .data import shown, to_tensor
from .losses import in_faces
from .world import concepts, drawing
from .world.backdrops import render_backdrop
from .world.spec import BackdropSpec, FigureSpec, ThingSpec, sample_figure

# Loss weights of cells: empty ones, in faces (an expression is a few cells), and those of `telling_cells`.
EMPTY, FACE, TELLING = 0.2, 6.0, 3.0
Spec = TypeVar("Spec", FigureSpec, BackdropSpec)
FAMILY = 4  # drawings of one identity or place; the first is the portrait, the last of a figure wears another outfit


class Families(Dataset[tuple[Tensor, Tensor, Tensor, list[dict[str, Any]]]]):
    """Family i of a frame: one identity in several actions, or one view of a place in several lights and weathers."""

    def __init__(self, frame: str, count: int, seed: str) -> None:
        self.frame = frame
        self.count = count
        self.seed = seed

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, index: int) -> tuple[Tensor, Tensor, Tensor, list[dict[str, Any]]]:
        """Pictures (members, 4, size, size) uint8, face boxes (members, 4) in fractions, `telling_cells`, and specs."""
        rng = random.Random(f"{self.seed}-{self.frame}-{index}")
        specs = self.specs(index, rng)
        drawn = [drawing.draw(spec, drawing.CODED_SIZE) for spec in specs]
        faces = torch.tensor([one.face for one in drawn])
        telling = torch.stack([telling_cells(spec, one.pixels) for spec, one in zip(specs, drawn, strict=True)])
        return to_tensor([one.pixels for one in drawn]), faces, telling, [asdict(spec) for spec in specs]

    def specs(self, index: int, rng: random.Random) -> list[drawing.Spec]:
        """The members of one family, without held-out combinations."""
        if self.frame == "thing":
            names = drawing.thing_names()
            return [ThingSpec(names[index % len(names)])]
        first = drawing.practised(drawing.sample(self.frame, rng), rng)
        if isinstance(first, FigureSpec):
            portrait = replace(first, pose="standing", facing="front")
            same = [_not_held_out(lambda: _other_action(first, rng)) for _ in range(FAMILY - 2)]
            return [portrait, *same, _not_held_out(lambda: _other_outfit(_other_action(first, rng), rng))]
        assert isinstance(first, BackdropSpec)
        return [*in_other_lights(first, rng)]


def _other_action(spec: FigureSpec, rng: random.Random) -> FigureSpec:
    action = sample_figure(rng)
    return replace(spec, pose=action.pose, expression=action.expression, facing=action.facing)


def _other_outfit(spec: FigureSpec, rng: random.Random) -> FigureSpec:
    clothes = sample_figure(rng)
    return replace(spec, **{name: getattr(clothes, name) for name in OUTFIT})


def in_other_lights(spec: BackdropSpec, rng: random.Random) -> list[BackdropSpec]:
    """A place, and the same view of it at other times and in other weathers, without held-out combinations."""

    def other() -> BackdropSpec:
        return replace(spec, time=rng.choice(concepts.TIMES), weather=rng.choice(concepts.WEATHERS))

    return [spec, *(_not_held_out(other) for _ in range(FAMILY - 1))]


def _not_held_out(make: Callable[[], Spec]) -> Spec:
    """The first spec that `make` gives of a combination that is not held out."""
    while drawing.held_out(spec := make()):
        pass
    return spec


@torch.no_grad()
def encode_families(
    model: VQVAE, frame: str, count: int, seed: str, path: Path, workers: int = 0
) -> Iterator[Progress[Path]]:
    """Write top codes and cell weights of `count` families to `path` (.safetensors), and their specs beside it (.jsonl)."""
    model.eval()
    loader = DataLoader(Families(frame, count, seed), batch_size=None, num_workers=workers)
    codes, weights = [], []
    specs_path = path.with_suffix(".jsonl")
    path.parent.mkdir(parents=True, exist_ok=True)
    with specs_path.open("w", encoding="utf-8") as file:
        for index, (pictures, faces, telling, specs) in enumerate(loader):
            picture = shown(pictures)
            codes.append(top_codes(model, picture))
            weights.append(cell_weights(picture, faces, telling).to(torch.float16))
            file.write(json.dumps(specs) + "\n")
            if index % 20 == 0:
                yield Progress(index, count, f"encoding {frame}s")
    write_tensors(path, {"codes": torch.stack(codes), "weights": torch.stack(weights)})
    yield Progress(count, count, f"encoded {frame}s", result=path)


@torch.no_grad()
def encode_wide(model: VQVAE, count: int, seed: str, path: Path) -> Iterator[Progress[Path]]:
    """Write top codes of windows into `count` places that are drawn wide or tall, as extended backdrops are painted.

    A window has the size of a backdrop. From these the prior learns that a window beside a known one may have no sun.
    """
    model.eval()
    rng, codes, families = random.Random(f"{seed}-wide"), [], []
    for index in range(count):
        spec = drawing.practised(drawing.sample("backdrop", rng), rng)
        assert isinstance(spec, BackdropSpec)
        long, side = drawing.CODED_SIZE["backdrop"] * 3 // 2, drawing.CODED_SIZE["backdrop"]
        pixels = drawing.opaque(render_backdrop(spec, *((long, side) if index % 2 else (side, long)))[0])
        whole = top_codes(model, shown(to_tensor([pixels])))[0]
        windows = [whole[r : r + SQUARE, c : c + SQUARE] for r in range(0, 9, 4) for c in range(0, 9, 4)]
        codes.append(torch.stack([one for one in windows if one.shape[:2] == (SQUARE, SQUARE)]))
        families.append([spec] * len(codes[-1]))
        if index % 20 == 0:
            yield Progress(index, count, "encoding wide places")
    stacked = torch.stack(codes)
    write_table(path, families, codes=stacked, weights=torch.ones(stacked.shape[:-1], dtype=torch.float16))
    yield Progress(count, count, "encoded wide places", result=path)


def write_table(path: Path, families: Sequence[Sequence[drawing.Spec]], **tensors: Tensor) -> None:
    """Write the tensors of a `CodeTable` to `path` (.safetensors), and the specs of its families beside it (.jsonl)."""
    rows = [json.dumps([asdict(spec) for spec in family]) for family in families]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.with_suffix(".jsonl").write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
    write_tensors(path, tensors)


def top_codes(model: VQVAE, picture: Tensor) -> Tensor:
    """Top codes (batch, rows, columns, depth), int16, of the network's input (batch, 4, height, width)."""
    with torch.autocast("cpu", dtype=torch.bfloat16):
        top, _ = model.encoder(picture.contiguous(memory_format=torch.channels_last))
    return model.top_quantizer(top).codes.to(torch.int16)


def cell_weights(picture: Tensor, faces: Tensor, telling: Tensor) -> Tensor:
    """The loss weight of each top cell (batch, rows, columns).

    `picture` (batch, 4, height, width) is the network's input, `faces` (batch, 4) are boxes in fractions, and `telling`
    (batch, rows, columns) are `telling_cells`.
    """
    covered = functional.max_pool2d(picture[:, 3:], 16).squeeze(1) > 0.02
    weights = torch.where(covered, torch.where(telling, TELLING, 1.0), EMPTY)
    return torch.where(covered & in_faces(faces, *covered.shape[1:]), FACE, weights)


def telling_cells(spec: drawing.Spec, pixels: drawing.Pixels) -> Tensor:
    """True for the few top cells (rows, columns) that show an accessory, or in a room the weather in its windows."""
    rows, columns = (side // TOP_CELL for side in pixels.shape[:2])
    other = _without_detail(spec)
    if other is None:
        return torch.zeros((rows, columns), dtype=torch.bool)
    plain = drawing.draw(other, drawing.CODED_SIZE).pixels
    differs = (shown(to_tensor([pixels])) - shown(to_tensor([plain]))).abs().amax(1) > 0.2
    return functional.avg_pool2d(differs.float(), TOP_CELL)[0] > 0.03


def _without_detail(spec: drawing.Spec) -> drawing.Spec | None:
    if isinstance(spec, FigureSpec) and spec.accessory:
        return replace(spec, accessory=None)
    if isinstance(spec, BackdropSpec) and spec.setting in concepts.INDOORS:
        return replace(spec, weather="rain" if spec.weather != "rain" else "clear")
    return None


class CodeTable:
    """Encoded families: `codes` (families, members, rows, columns, depth), `weights` without the depth, and specs.

    `windows` (families, rows, columns) are as in `Windows.where`, for rooms in views that no layout stands for.
    """

    def __init__(self, path: Path) -> None:
        tensors = read_tensors(path)
        self.codes = tensors["codes"].long()
        self.weights = tensors["weights"].float()
        self.windows = tensors.get("windows")
        with path.with_suffix(".jsonl").open(encoding="utf-8") as file:
            self.specs: list[list[dict[str, Any]]] = [json.loads(line) for line in file]

    def __len__(self) -> int:
        return len(self.specs)
