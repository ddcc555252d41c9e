"""What all evaluations of the painter share: painting and decoding cels, and the request for a given drawing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace

import torch
from torch import Tensor

from storyapp.engine.painter import Painter, to_grid
from storyapp.engine.vqvae import VQVAE
from storyapp.story.codes import CodeGrid
from storyapp.story.phrases import phrase_of_backdrop, phrase_of_figure
from storyapp.story.plan import STILL
from storyapp.story.request import CelRequest

from .data import as_input
from .prior_batches import details_of, figure_attributes
from .world import drawing
from .world.spec import BackdropSpec, FigureSpec


def paint(painter: Painter, requests: Sequence[CelRequest]) -> list[CodeGrid]:
    """The finished codes of all requests, in their order."""
    *_, last = painter.paint(requests)
    return [last.grids[index] for index in range(len(requests))]


def encode(model: VQVAE, picture: Tensor, frame: str) -> CodeGrid:
    """The top codes of `picture` (1, 4, size, size)."""
    top, _ = model.quantize(picture)
    return to_grid(top.codes[0], frame)


def encode_portrait(model: VQVAE, spec: FigureSpec, pose: str = "standing", facing: str = "front") -> CodeGrid:
    """The top codes of a character's portrait: standing and facing the reader, or in another pose and facing."""
    portrait = replace(spec, pose=pose, facing=facing, expression="happy", sway=0.5)
    return encode(model, as_input(drawing.draw(portrait, drawing.CODED_SIZE)), "figure")


@torch.no_grad()
def decoded(model: VQVAE, grid: CodeGrid) -> Tensor:
    """The decoded top codes of a cel (1, 4, size, size), in 0 … 1 and of the coded size."""
    codes = torch.tensor(grid.top).view(1, grid.rows, grid.columns, grid.depth)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        return model.decode(codes, None, grid.frame).float().clamp(0, 1)


def frame_of(spec: drawing.Spec) -> str:
    """The frame that a spec is drawn in."""
    return "figure" if isinstance(spec, FigureSpec) else "backdrop" if isinstance(spec, BackdropSpec) else "thing"


def phrase_of(spec: drawing.Spec, with_looks: bool) -> str:
    """The program's phrase of a drawing."""
    if isinstance(spec, BackdropSpec):
        return phrase_of_backdrop(spec.setting, spec.time, spec.weather)
    if isinstance(spec, FigureSpec):
        return phrase_of_figure(spec.kind, figure_attributes(vars(spec)), with_looks)
    return spec.concept


def details_told(spec: drawing.Spec | None) -> dict[str, int]:
    """The details of a drawing that a request gives; without a spec those of a figure with a portrait, which shows the rest."""
    return details_of(asdict(spec), frame_of(spec)) if spec else {"sway": STILL}
