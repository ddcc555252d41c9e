"""Where the windows of rooms are in the views that are painted, for the prior's `Windows`."""

from __future__ import annotations

import torch
from torch import Tensor

from storyapp.engine.transformer import LatentTransformer
from storyapp.engine.windows import GRID
from storyapp.story.plan import VIEWS

from .world import concepts, drawing
from .world.backdrops import render_backdrop
from .world.spec import STEPS, BackdropSpec

SHARE = 0.25  # of a cell, at least, that a pane covers


def hang_windows(prior: LatentTransformer) -> None:
    """Tell the network where the windows of every room and view are, if it has `Windows`."""
    if prior.windows is None:
        return
    side = prior.config.window_side
    for room in concepts.INDOORS:
        for view in VIEWS:
            spec = BackdropSpec(room, camera=STEPS[view["camera"]], hue=STEPS[view["hue"]], layout=view["layout"])
            _, lines = render_backdrop(spec, *[drawing.CODED_SIZE["backdrop"]] * 2)
            prior.windows.hang(concepts.SETTINGS.index(room), view["layout"], cells_of(lines.windows, side))


def cells_of(panes: tuple[tuple[float, float, float, float], ...], side: int) -> Tensor:
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
