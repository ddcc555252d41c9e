"""Comparison of all members on held-out drawings: a table of metrics, and a strip of pictures."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import fmean
from typing import Any

import torch
from PIL import Image
from torch import Tensor

from storyapp.engine.checkpoint import read_tensors
from storyapp.engine.quantizer import perplexity
from storyapp.engine.vqvae import premultiplied
from storyapp.stage.pixels import to_image
from storyapp.story.errors import InputError
from storyapp.story.request import Picture, Progress

from ..data import as_input
from ..metrics import intersection_over_union, psnr, sharpness, ssim
from ..world import drawing
from .config import FAMILY, FamilyConfig
from .net import FamilyNet
from .train import SIZES, FamilyTraining, load_member, train_member

HELD_OUT = 150  # drawings, a third a frame
SEED = 4242
TILE = 128  # pixels
GROUND = (150, 170, 160)
SHOWN = ("figure", "figure", "backdrop", "figure", "figure", "backdrop", "figure", "thing", "thing")
COLUMNS = {
    "member": "",
    "figure_psnr": "PSNR figures",
    "backdrop_psnr": "backdrops",
    "thing_psnr": "things",
    "alpha_iou": "alpha IoU",
    "ssim": "SSIM",
    "sharpness": "sharpness",
    "codes_used": "codes used",
    "perplexity": "perplexity",
    "bits": "bits a picture",
    "parameters": "parameters",
    "pictures": "pictures seen",
}


def train_family(
    run: FamilyTraining, folder: Path, only: str | None = None, family: Mapping[str, FamilyConfig] = FAMILY
) -> Iterator[Progress[dict[str, Any]]]:
    """Train the members that are not trained yet in `folder`, then write `results.json` and `family.png` there.

    The results are those of every trained member, also of earlier calls. Checkpoints of another budget are not
    mixed in: each budget has its folder.

    Raises:
        InputError: if `only` is no member.
    """
    if only is not None and only not in family:
        raise InputError(f"{only} is not in the family; choose one of {', '.join(family)}.")
    folder = folder / f"{run.minutes:g}-minutes"
    for name in [only] if only else family:
        for progress in train_member(name, family[name], run, folder):
            yield Progress(progress.step, progress.of, progress.what)
    trained = {name: config for name, config in family.items() if (folder / f"{name}.safetensors").is_file()}
    rows = []
    for index, (name, config) in enumerate(trained.items()):
        yield Progress(index, len(trained), f"measuring {name}")
        rows.append(measure(name, load_member(config, folder, name), run, folder))
    result = {"minutes": run.minutes, "held_out_drawings": HELD_OUT, "rows": rows}
    (folder / "results.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    picture_strip({name: load_member(config, folder, name) for name, config in trained.items()}).save(
        folder / "family.png"
    )
    yield Progress(1, 1, "compared", result=result)


@torch.no_grad()
def measure(name: str, net: FamilyNet, run: FamilyTraining, folder: Path, count: int = HELD_OUT) -> dict[str, Any]:
    """The row of a member: mean metrics over held-out drawings, each encoded alone."""
    rng, generator = random.Random(SEED), torch.Generator().manual_seed(SEED)
    figures: dict[str, list[float]] = defaultdict(list)
    used: dict[int, list[Tensor]] = defaultdict(list)
    for index in range(count):
        frame = tuple(SIZES)[index % len(SIZES)]
        target = as_input(drawing.draw(drawing.sample(frame, rng, test=frame != "thing"), SIZES))
        latents = net.encode(target, generator)
        painted = net.decode(latents).clamp(0, 1)
        figures[f"{frame}_psnr"].append(psnr(painted[:, :3], target[:, :3], target[:, 3:]))
        figures["ssim"].append(ssim(painted[:, :3], target[:, :3]))
        figures["sharpness"].append(sharpness(painted[:, :3], target[:, :3]))
        figures["bits"].append(latents.bits)
        if frame != "backdrop":
            figures["alpha_iou"].append(intersection_over_union(painted[0, 3], target[0, 3]))
        for level, codes in enumerate(latents.codes):
            used[level].append(codes.flatten())
    levels = [torch.cat(each) for each in used.values()]
    return {
        "member": name,
        **{key: round(fmean(values), 3) for key, values in figures.items()},
        "codes_used": [round(len(one.unique()) / net.codes, 3) for one in levels],
        "perplexity": [round(perplexity(one, net.codes)) for one in levels],
        "parameters": sum(one.numel() for one in net.parameters()),
        "pictures": steps_of(folder, name) * (run.figures + run.backdrops + run.things),
    }


def steps_of(folder: Path, name: str) -> int:
    """How many steps the member has been trained."""
    path = folder / f"{name}.safetensors"
    return int(read_tensors(path)["step"]) if path.is_file() else 0


def table(result: dict[str, Any]) -> str:
    """The rows as a Markdown table."""
    lines = [" | ".join(["", *COLUMNS.values(), ""]).strip(), "| --- " * len(COLUMNS) + "|"]
    lines += ["| " + " | ".join(_cell(row.get(key)) for key in COLUMNS) + " |" for row in result["rows"]]
    return "\n".join(lines)


def _cell(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(f"{100 * one:.0f}%" if isinstance(one, float) else str(one) for one in value) or "–"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        return f"{value:.3f}" if value < 2 else f"{value:,.1f}" if value < 100 else f"{value:,.0f}"
    return "–" if value is None else str(value)


@torch.no_grad()
def picture_strip(nets: Mapping[str, FamilyNet], frames: Sequence[str] = SHOWN) -> Image.Image:
    """Held-out drawings in the first row, below them what each member gives back, in the order of `nets`."""
    rng, generator = random.Random(SEED + 1), torch.Generator().manual_seed(SEED)
    sheet = Image.new("RGB", (len(frames) * TILE, (1 + len(nets)) * TILE), GROUND)
    for column, frame in enumerate(frames):
        target = as_input(drawing.draw(drawing.sample(frame, rng, test=frame != "thing"), SIZES))
        for row, picture in enumerate([target, *(net.decode(net.encode(target, generator)) for net in nets.values())]):
            tile = _tile(picture)
            sheet.paste(tile, (column * TILE, row * TILE), tile)
    return sheet


def _tile(picture: Tensor) -> Image.Image:
    colour, alpha = premultiplied(picture.clamp(0, 1))
    straight = torch.cat([colour / alpha.clamp(min=1 / 255), alpha], dim=1).clamp(0, 1)
    pixels = (straight[0] * 255).round().byte().permute(1, 2, 0).contiguous().numpy()
    return to_image(Picture(pixels.shape[1], pixels.shape[0], "RGBA", pixels.tobytes()))
