"""Where the windows of rooms are, for the prior's `Windows`: in the views that are painted, and in shifted rooms.

There are six rooms in six views; so few places of windows in the grid of cells are learnt by heart. Rooms that are drawn
larger and cut out anywhere have their windows everywhere, and what is seen in them has to be understood.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor

from storyapp.engine.transformer import LatentTransformer
from storyapp.engine.vqvae import VQVAE
from storyapp.engine.windows import GRID
from storyapp.story.plan import VIEWS
from storyapp.story.request import Progress

from .codes import FAMILY, TELLING, in_other_lights, top_codes, write_table
from .data import shown, to_tensor
from .world import concepts, drawing
from .world.backdrops import render_backdrop
from .world.settings.painter import Pane
from .world.spec import STEPS, BackdropSpec, sample_backdrop

SHARE = 0.25  # of a cell, at least, that a pane covers
LARGEST = 1.2  # times the size of a cel that a shifted room is drawn
SIZE = drawing.CODED_SIZE["backdrop"]
WINDOW_SIDE = 5  # of a new prior (`TransformerConfig.window_side`)


def hang_windows(prior: LatentTransformer) -> None:
    """Tell the network where the windows of every room and view are, if it has `Windows`."""
    if prior.windows is None:
        return
    for room in concepts.INDOORS:
        for view in VIEWS:
            spec = BackdropSpec(room, camera=STEPS[view["camera"]], hue=STEPS[view["hue"]], layout=view["layout"])
            _, lines = render_backdrop(spec, SIZE, SIZE)
            prior.windows.hang(
                concepts.SETTINGS.index(room), view["layout"], cells_of(lines.windows, prior.config.window_side)
            )


def cells_of(panes: Sequence[Pane], side: int) -> Tensor:
    """The place (rows, columns) of each cell within the picture of a window, from 1, row by row; 0 beside windows."""
    cells = torch.zeros((GRID, GRID), dtype=torch.uint8)
    for x0, y0, x1, y1 in panes:
        for row in range(GRID):
            for column in range(GRID):
                across, down = _overlap(column, x0, x1), _overlap(row, y0, y1)
                if across * down >= SHARE:
                    place = (_step(row, y0, y1, side), _step(column, x0, x1, side))
                    cells[row, column] = 1 + place[0] * side + place[1]
    return cells


def _overlap(index: int, low: float, high: float) -> float:
    return max(0.0, min(high * GRID, index + 1) - max(low * GRID, index))


def _step(index: int, low: float, high: float, side: int) -> int:
    share = ((index + 0.5) / GRID - low) / (high - low)
    return min(side - 1, max(0, int(share * side)))


@dataclass(frozen=True)
class Section:
    """A square of a backdrop's size out of a larger drawing of `side` pixels, at (left, top)."""

    side: int
    left: int
    top: int

    def pixels(self, spec: BackdropSpec) -> drawing.Pixels:
        """The section of a place (size, size, 4)."""
        whole, _ = render_backdrop(spec, self.side, self.side)
        return drawing.opaque(whole[self.top : self.top + SIZE, self.left : self.left + SIZE])

    def panes(self, spec: BackdropSpec) -> list[Pane]:
        """The windows of a place, in fractions of the section; they may reach beyond it."""
        _, lines = render_backdrop(spec, self.side, self.side)
        left, top, scale = self.left / SIZE, self.top / SIZE, self.side / SIZE
        return [
            (x0 * scale - left, y0 * scale - top, x1 * scale - left, y1 * scale - top)
            for x0, y0, x1, y1 in lines.windows
        ]


def random_section(rng: random.Random) -> Section:
    """Any section of a drawing of up to LARGEST times the size."""
    side = rng.randint(SIZE, round(SIZE * LARGEST))
    return Section(side, rng.randint(0, side - SIZE), rng.randint(0, side - SIZE))


@torch.no_grad()
def encode_shifted(model: VQVAE, count: int, seed: str, path: Path) -> Iterator[Progress[Path]]:
    """Write top codes and windows of `count` families of rooms, each enlarged and cut out somewhere else.

    The members of a family are one section in several lights and weathers, without held-out combinations.
    """
    model.eval()
    rng = random.Random(f"{seed}-shifted")
    codes: list[Tensor] = []
    windows: list[Tensor] = []
    families: list[list[BackdropSpec]] = []
    while len(codes) < count:
        first, section = sample_backdrop(rng, setting=rng.choice(concepts.INDOORS)), random_section(rng)
        cells = cells_of(section.panes(first), WINDOW_SIDE)
        if drawing.held_out(first) or not cells.any():
            continue
        specs = in_other_lights(first, rng)
        codes.append(top_codes(model, shown(to_tensor([section.pixels(spec) for spec in specs]))))
        windows.append(cells)
        families.append(specs)
        if len(codes) % 20 == 0:
            yield Progress(len(codes), count, "encoding shifted rooms")
    where = torch.stack(windows)
    weights = torch.where(where > 0, TELLING, 1.0).to(torch.float16)[:, None].repeat(1, FAMILY, 1, 1)
    write_table(path, families, codes=torch.stack(codes), weights=weights, windows=where)
    yield Progress(count, count, "encoded shifted rooms", result=path)
