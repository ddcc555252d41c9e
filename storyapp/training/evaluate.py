"""Evaluation of the tokenizer on held-out drawings: reconstruction metrics, and what evaluators recognise afterwards."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean
from typing import Any

import numpy as np
import torch
from torch import Tensor

from storyapp.engine.finish import to_picture
from storyapp.engine.quantizer import perplexity
from storyapp.engine.vqvae import VQVAE
from storyapp.stage.filters import apply_style
from storyapp.stage.pixels import to_image
from storyapp.story.codes import FRAMES
from storyapp.story.request import Progress

from .data import as_input
from .judges import Evaluator, answers, correct
from .metrics import Tally, crop, edge_error, intersection_over_union, psnr, ssim
from .reach import measured_reach, reach
from .world import concepts, drawing

VISIBLE = 1 / 255  # least difference of a pixel that can be seen

Row = dict[str, float]


@torch.no_grad()
def evaluate_tokenizer(
    model: VQVAE, count: int, evaluators: Mapping[str, Evaluator] | None = None, seed: int = 4242
) -> Iterator[Progress[dict[str, Any]]]:
    """Reconstruction of `count` held-out drawings: one row per frame, and one per frame and style.

    Rows of a frame have PSNR inside the alpha, alpha IoU, SSIM, edge error and PSNR of the face crop, from both levels of
    codes and from the top alone. Rows of a style compare the decoded top, post-processed and styled, with the full-size
    drawing. With `evaluators`, also their accuracy on the render and on both reconstructions. Of each level also the
    share of codes used, their perplexity, and how many pixels beyond its cell a code can change, and is seen to change.
    """
    rows: dict[str, list[Row]] = defaultdict(list)
    used: dict[str, list[Tensor]] = defaultdict(list)
    rng, named = random.Random(seed), Tally()
    for index in range(count):
        frame = FRAMES[index % len(FRAMES)]
        spec = drawing.sample(frame, rng, test=frame != "thing")
        target = as_input(flat := drawing.draw(spec, drawing.CODED_SIZE))
        top, bottom = model.quantize(target)
        both, alone = (model.decode(top.codes, codes, frame).clamp(0, 1) for codes in (bottom.codes, None))
        row = {**_compare(both, target, flat.face), **_compare(alone, target, flat.face, "top_only_")}
        rows[frame].append(row)
        used["top"].append(top.codes.flatten(0, 2))
        used["bottom"].append(bottom.codes.flatten(0, 2))
        style = concepts.STYLES[index // len(FRAMES) % len(concepts.STYLES)]
        rows[f"{frame}/{style}"].append({"top_only_psnr": _styled_psnr(alone[0], drawing.draw(spec), style)})
        if evaluators:
            right = answers(frame, spec)
            for source, picture in (("render", target), ("both_levels", both), ("top_only", alone)):
                named.add_all(correct(evaluators[frame], picture, right), frame, source)
        if index % 10 == 0:
            yield Progress(index, count, "evaluating the tokenizer")
    result: dict[str, Any] = {"drawings": count, "rows": {name: _mean(each) for name, each in sorted(rows.items())}}
    for level, size in (("top", model.config.top.size), ("bottom", model.config.bottom.size)):
        codes_used = torch.cat(used[level])
        result[f"{level}_codes_used"] = [len(column.unique()) / size for column in codes_used.t()]
        result[f"{level}_reach"] = getattr(reach(model.config), level)
        result[f"{level}_reach_seen"] = measured_reach(model, level, least=VISIBLE)
        result[f"{level}_perplexity"] = [round(perplexity(column, size), 1) for column in codes_used.t()]
    result["accuracy"] = named.to_json()
    yield Progress(count, count, "done", result=result)


def _compare(painted: Tensor, target: Tensor, face: tuple[float, float, float, float], prefix: str = "") -> Row:
    """Metrics of one reconstruction (1, 4, size, size) against its target."""
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
    """PSNR inside the alpha of a decoded cel, post-processed and styled, against the styled full-size drawing."""
    shown_cel = np.array(to_image(to_picture(painted, full.frame)).convert("RGBA"))
    shown_cel[..., 3] = full.pixels[..., 3]  # compare colours where the drawing is opaque
    one, other = (
        torch.from_numpy(apply_style(pixels, style)).permute(2, 0, 1)[None].float() / 255
        for pixels in (shown_cel, full.pixels)
    )
    return psnr(one[:, :3], other[:, :3], other[:, 3:])


def _mean(rows: Sequence[Row]) -> Row:
    names = rows[0].keys() if rows else ()
    return {**{name: round(fmean(row[name] for row in rows), 3) for name in names}, "count": len(rows)}
