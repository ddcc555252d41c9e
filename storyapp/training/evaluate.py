"""Figures of the shipped tokenizer and prior on held-out drawings and phrases, beside their baselines."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import fmean
from typing import Any

import torch
from torch import Tensor

from storyapp.engine.painter import Painter, to_grid
from storyapp.engine.quantizer import perplexity
from storyapp.engine.vqvae import FRAMES, VQVAE
from storyapp.story.codes import CodeGrid
from storyapp.story.plan import phrase_of_backdrop, phrase_of_figure
from storyapp.story.request import CelRequest, Options, Progress

from .data import half_size, shown, to_tensor
from .evaluators import Evaluator, answers
from .metrics import crop, intersection_over_union, psnr, wilson
from .world import concepts, drawing
from .world.spec import BackdropSpec, FigureSpec

Row = dict[str, float]


@torch.no_grad()
def evaluate_tokenizer(model: VQVAE, count: int, seed: int = 4242) -> Iterator[Progress[dict[str, Any]]]:
    """Reconstruction of `count` held-out drawings, a row a frame and a style.

    Each row: PSNR inside the alpha with both levels and with the top alone, alpha IoU, PSNR of face crops.
    """
    rows: dict[str, list[Row]] = defaultdict(list)
    used: dict[str, list[Tensor]] = defaultdict(list)
    agreements = []
    rng = random.Random(seed)
    for index in range(count):
        frame = FRAMES[index % len(FRAMES)]
        spec = drawing.sample(frame, rng, test=frame != "thing")
        styles = drawing.style_pair(rng)
        one = drawing.draw(spec)
        codes = []
        for style in styles:
            row, top, bottom = _reconstruct(model, one, style)
            rows[f"{frame}/{style}"].append(row)
            used["top"].append(top[..., 0].flatten())
            used["bottom"].append(bottom.flatten())
            codes.append(top)
        agreements.append(float((codes[0] == codes[1]).all(-1).float().mean()))
        if index % 10 == 0:
            yield Progress(index, count, "evaluating the tokenizer")
    result: dict[str, Any] = {"drawings": count, "rows": {name: _mean(each) for name, each in sorted(rows.items())}}
    for frame in FRAMES:
        together = [row for name, each in rows.items() if name.startswith(frame) for row in each]
        result["rows"][f"{frame}/all"] = _mean(together)
    result["top_agreement_between_styles"] = fmean(agreements)
    for level, size in (("top", model.config.top.size), ("bottom", model.config.bottom.size)):
        codes_used = torch.cat(used[level])
        result[f"{level}_codes_used"] = len(codes_used.unique()) / size
        result[f"{level}_perplexity"] = perplexity(codes_used, size)
    yield Progress(count, count, "done", result=result)


def _reconstruct(model: VQVAE, one: drawing.Drawing, style: str) -> tuple[Row, Tensor, Tensor]:
    target = shown(to_tensor([one.styled(style)]))
    top, bottom = model.quantize(half_size(target).contiguous(memory_format=torch.channels_last))
    style_index = torch.tensor([concepts.STYLES.index(style)])
    frame = torch.tensor([FRAMES.index(one.frame)])
    inside = target[:, 3:]
    row: Row = {}
    for name, bottom_codes in (("", bottom.codes), ("top_only_", None)):
        painted = model.decode(top.codes, bottom_codes, style_index, frame).clamp(0, 1)
        row[f"{name}psnr"] = psnr(painted[:, :3], target[:, :3], inside)
        row[f"{name}iou"] = intersection_over_union(painted[0, 3], target[0, 3])
        if one.face != drawing.NO_FACE:
            row[f"{name}face_psnr"] = psnr(crop(painted[0, :3], one.face), crop(target[0, :3], one.face))
    return row, top.codes, bottom.codes


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
        style = rng.choice(concepts.STYLES)
        right = answers(frame, spec, style)
        real = shown(to_tensor([drawing.draw(spec).styled(style)]))
        for source, picture in _sources(painter, spec, frame, style, real, index, copied):
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
    painter: Painter, spec: drawing.Spec, frame: str, style: str, real: Tensor, seed: int, copied: list[float]
) -> Iterator[tuple[str, Tensor]]:
    """The same cel as render, as reconstruction, painted from words, and painted from a locked portrait."""
    yield "render", half_size(real)
    model = painter.tokenizer
    top, _ = model.quantize(half_size(real).contiguous(memory_format=torch.channels_last))
    yield "reconstruction", _decoded(model, top.codes, style, frame)
    yield "painted", _paint(painter, frame, phrase_of(spec, True), style, seed, ())[0]
    if isinstance(spec, FigureSpec):
        portrait = encode_portrait(painter, spec)
        picture, codes = _paint(painter, frame, phrase_of(spec, False), style, seed, (portrait,))
        copied.append(sum(codes.cell(cell) == portrait.cell(cell) for cell in codes.cells()) / len(codes.cells()))
        yield "locked", picture


def encode_portrait(painter: Painter, spec: FigureSpec) -> CodeGrid:
    """The codes of a character standing and facing the reader, as a portrait's are."""
    portrait = replace(spec, pose="standing", facing="front", expression="happy", sway=0.5)
    picture = half_size(shown(to_tensor([drawing.draw(portrait).styled("cartoon")])))
    top, _ = painter.tokenizer.quantize(picture.contiguous(memory_format=torch.channels_last))
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
    painter: Painter, frame: str, phrase: str, style: str, seed: int, portraits: tuple[CodeGrid, ...]
) -> tuple[Tensor, CodeGrid]:
    *_, last = painter.paint([CelRequest(frame, frame, phrase, style, seed, portraits, options=Options())])
    grid = last.grids[0]
    codes = torch.tensor(grid.top).view(1, grid.rows, grid.columns, grid.depth)
    return _decoded(painter.tokenizer, codes, style, frame), grid


def _decoded(model: VQVAE, codes: Tensor, style: str, frame: str) -> Tensor:
    shown_picture = model.decode(
        codes, None, torch.tensor([concepts.STYLES.index(style)]), torch.tensor([FRAMES.index(frame)])
    )
    return half_size(shown_picture).clamp(0, 1)


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
