"""What the windows of a room show: one small learned picture for each time and weather, laid into the windows of a view.

Time and weather come in fifteen combinations, and rooms with their views in many. Told at every position, as other
conditions are, the weather of a room is learnt by heart with that room. Told in its windows alone, and nowhere else, what
is learnt in one room holds in all.
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from .layers import Pair, PairEmbedding

PLACE: Pair = ("setting", "layout")  # what says where windows are
SIGHT: Pair = ("time", "weather")  # what says which picture is in them
GRID = 16  # rows and columns of the cels that have windows


class Windows(nn.Module):
    """Vectors for the cells in the windows of a room, from a picture of `side`×`side` vectors for each time and weather."""

    where: Tensor

    def __init__(self, conditions: Mapping[str, int], side: int, width: int) -> None:
        super().__init__()
        places, layouts = (conditions[name] for name in PLACE)
        # (place and layout, rows, columns): 0 beside windows, else 1 + the place within the picture, row by row.
        self.register_buffer("where", torch.zeros((1 + places * layouts, GRID, GRID), dtype=torch.uint8))
        self.pictures = PairEmbedding(conditions, SIGHT, side**2 * width)
        self.width = width
        names = list(conditions)
        self.place = [names.index(name) for name in PLACE]
        self.sight = [names.index(name) for name in SIGHT]
        self.weather = self.sight[1]  # the condition that windows tell
        self.layouts = layouts

    def hang(self, place: int, layout: int, cells: Tensor) -> None:
        """Set where the windows of a place (index of its setting) are; `cells` (rows, columns) as in `where`."""
        self.where[1 + place * self.layouts + layout] = cells

    def look(self, conditions: Tensor, elsewhere: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Which cels have windows that show all (batch,), and the vectors of their cells (batch, rows, columns, width).

        `conditions` (batch, conditions) are `detail_values`; cels without windows, or with anything left open, get zeros.
        `elsewhere` (batch, rows, columns), as `where`, has the windows of cels in views that no layout stands for.
        """
        place, layout = (conditions[:, column] for column in self.place)
        where = self.where[torch.where((place > 0) & (layout > 0), (place - 1) * self.layouts + layout, 0)]
        if elsewhere is not None:
            where = torch.where((elsewhere > 0).flatten(1).any(1)[:, None, None], elsewhere, where)
        known = (conditions[:, self.sight] > 0).all(1)
        where = torch.where(known[:, None, None], where, 0).long()
        picture = self.pictures(conditions).view(len(conditions), -1, self.width)
        picture = torch.cat([picture.new_zeros(len(picture), 1, self.width), picture], dim=1)
        index = where.flatten(1)[..., None].expand(-1, -1, self.width)
        return where.flatten(1).any(1), picture.gather(1, index).view(*where.shape, self.width)
