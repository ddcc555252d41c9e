"""Figures of the shipped tokenizer and prior on held-out drawings and phrases, beside their baselines."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import fmean
from typing import Any

import numpy as np
import torch
from torch import Tensor

from storyapp.engine.painter import Painter, to_grid, to_picture
from storyapp.engine.quantizer import perplexity
from storyapp.engine.vqvae import FRAMES, VQVAE
from storyapp.stage.filters import apply_style
from storyapp.stage.pixels import to_image
from storyapp.story.codes import CodeGrid
from storyapp.story.plan import phrase_of_backdrop, phrase_of_figure
from storyapp.story.request import CelRequest, Options, Progress

from .data import as_input
from .evaluators import Evaluator, answers
from .metrics import crop, edge_error, intersection_over_union, psnr, ssim, wilson
from .world import concepts, drawing
from .world.spec import BackdropSpec, FigureSpec

Row = dict[str, float]


@torch.no_grad()
def evaluate_tokenizer(model: VQVAE, count: int, seed: int = 4242) -> Iterator[Progress[dict[str, Any]]]:
    """Reconstruction of `count` held-out drawings, a row a frame flat as it is coded, and a row a frame and a style.

    Flat rows have PSNR inside the alpha, alpha IoU, SSIM, error along the edge and PSNR of face crops, with both
    levels and with the top alone. Styled rows compare at full size what the program shows of the top alone.
    """
    rows: dict[str, list[Row]] = defaultdict(list)
    used: dict[str, list[Tensor]] = defaultdict(list)
    rng = random.Random(seed)
    for index in range(count):
        frame = FRAMES[index % len(FRAMES)]
        spec = drawing.sample(frame, rng, test=frame != "thing")
        target = as_input(flat := drawing.draw(spec, drawing.CODED_SIZE))
        top, bottom = model.quantize(target)
        frames = torch.tensor([FRAMES.index(frame)])
        both, alone = (model.decode(top.codes, codes, frames).clamp(0, 1) for codes in (bottom.codes, None))
        row = {**_compare(both, target, flat.face), **_compare(alone, target, flat.face, "top_only_")}
        rows[frame].append(row)
        used["top"].append(top.codes.flatten(0, 2))
        used["bottom"].append(bottom.codes.flatten(0, 2))
        style = concepts.STYLES[index // len(FRAMES) % len(concepts.STYLES)]
        rows[f"{frame}/{style}"].append({"top_only_psnr": _styled_psnr(alone[0], drawing.draw(spec), style)})
        if index % 10 == 0:
            yield Progress(index, count, "evaluating the tokenizer")
    result: dict[str, Any] = {"drawings": count, "rows": {name: _mean(each) for name, each in sorted(rows.items())}}
    for level, size in (("top", model.config.top.size), ("bottom", model.config.bottom.size)):
        codes_used = torch.cat(used[level])
        result[f"{level}_codes_used"] = [len(column.unique()) / size for column in codes_used.t()]
        result[f"{level}_perplexity"] = [round(perplexity(column, size), 1) for column in codes_used.t()]
    yield Progress(count, count, "done", result=result)


def _compare(painted: Tensor, target: Tensor, face: tuple[float, float, float, float], prefix: str = "") -> Row:
    """Figures of one reconstruction (1, 4, size, size) beside its target."""
    row = {
        "psnr": psnr(painted[:, :3], target[:, :3], target[:, 3:]),
        "iou": intersection_over_union(painted[0, 3], target[0, 3]),
        "ssim": ssim(painted[:, :3], target[:, :3]),
        "edge_error": edge_error(painted, target),
    }
    if face != drawing.NO_FACE:
        row["face_psnr"] = psnr(crop(painted[0, :3], face), crop(target[0, :3], face))
    return {prefix + name: value for name, value in row.items()}


def _styled_psnr(painted: Tensor, full: drawing.Drawing, style: str) -> float:
    """PSNR inside the alpha of a decoded cel, enlarged and in a style, beside the full-size drawing in that style."""
    shown_cel = np.array(to_image(to_picture(painted, full.frame)).convert("RGBA"))
    shown_cel[..., 3] = full.pixels[..., 3]  # colours are compared where the drawing is
    one, other = (
        torch.from_numpy(apply_style(pixels, style)).permute(2, 0, 1)[None].float() / 255
        for pixels in (shown_cel, full.pixels)
    )
    return psnr(one[:, :3], other[:, :3], other[:, 3:])


def _mean(rows: Sequence[Row]) -> Row:
    names = rows[0].keys() if rows else ()
    return {**{name: round(fmean(row[name] for row in rows), 3) for name in names}, "count": len(rows)}


def evaluate_prior(
    painter: Painter, evaluators: dict[str, Evaluator], count: int, seed: int = 777
) -> Iterator[Progress[dict[str, Any]]]:
    """What the evaluators see in painted cels of held-out combinations, beside renders and reconstructions."""
    rng = random.Random(seed)
    tally: dict[str, dict[str, dict[str, list[bool]]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    copied: list[float] = []
    for index in range(count):
        frame = ("figure", "figure", "figure", "backdrop", "thing")[index % 5]
        spec = drawing.sample(frame, rng, test=frame != "thing")
        right = answers(frame, spec)
        real = as_input(drawing.draw(spec, drawing.CODED_SIZE))
        for source, picture in _sources(painter, spec, frame, real, index, copied):
            logits = evaluators[frame](picture)
            for name, answer in right.items():
                tally[frame][source][name].append(int(logits[name].argmax()) == answer)
        if index % 5 == 0:
            yield Progress(index, count, "evaluating the painter")
    result: dict[str, Any] = {"cels": count, "accuracy": _accuracies(tally)}
    result["portrait_cells_copied"] = round(fmean(copied), 3) if copied else None
    yield Progress(count, count, "done", result=result)


@torch.no_grad()
def _sources(
    painter: Painter, spec: drawing.Spec, frame: str, real: Tensor, seed: int, copied: list[float]
) -> Iterator[tuple[str, Tensor]]:
    """The same cel as render, as reconstruction, painted from words, and painted from a locked portrait."""
    yield "render", real
    top, _ = painter.tokenizer.quantize(real)
    yield "reconstruction", _decoded(painter.tokenizer, top.codes, frame)
    yield "painted", _paint(painter, frame, phrase_of(spec, True), seed, ())[0]
    if isinstance(spec, FigureSpec):
        portrait = encode_portrait(painter, spec)
        picture, codes = _paint(painter, frame, phrase_of(spec, False), seed, (portrait,))
        copied.append(sum(codes.cell(cell) == portrait.cell(cell) for cell in codes.cells()) / len(codes.cells()))
        yield "locked", picture


def encode_portrait(painter: Painter, spec: FigureSpec) -> CodeGrid:
    """The codes of a character standing and facing the reader, as a portrait's are."""
    portrait = replace(spec, pose="standing", facing="front", expression="happy", sway=0.5)
    top, _ = painter.tokenizer.quantize(as_input(drawing.draw(portrait, drawing.CODED_SIZE)))
    return to_grid(top.codes[0], "figure")


def phrase_of(spec: drawing.Spec, with_looks: bool) -> str:
    """The program's phrase of a drawing."""
    if isinstance(spec, BackdropSpec):
        return phrase_of_backdrop(spec.setting, spec.time, spec.weather)
    if isinstance(spec, FigureSpec):
        names = ("top_colour", "bottom_colour", "accessory", "pose", "expression", "facing")
        said = {name: value for name in names if (value := getattr(spec, name))}
        if "accessory" in said:
            said["accessory_colour"] = spec.accessory_colour
        return phrase_of_figure(spec.kind, said, with_looks)
    return spec.concept


def _paint(
    painter: Painter, frame: str, phrase: str, seed: int, portraits: tuple[CodeGrid, ...]
) -> tuple[Tensor, CodeGrid]:
    *_, last = painter.paint([CelRequest(frame, frame, phrase, "cartoon", seed, portraits, options=Options())])
    grid = last.grids[0]
    codes = torch.tensor(grid.top).view(1, grid.rows, grid.columns, grid.depth)
    return _decoded(painter.tokenizer, codes, frame), grid


def _decoded(model: VQVAE, codes: Tensor, frame: str) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return model.decode(codes, None, torch.tensor([FRAMES.index(frame)])).float().clamp(0, 1)


def _accuracies(tally: dict[str, dict[str, dict[str, list[bool]]]]) -> dict[str, Any]:
    return {
        frame: {
            source: {
                name: {
                    "accuracy": round(fmean(hits), 3),
                    "interval": [round(edge, 3) for edge in wilson(sum(hits), len(hits))],
                    "count": len(hits),
                }
                for name, hits in names.items()
            }
            for source, names in sources.items()
        }
        for frame, sources in tally.items()
    }
