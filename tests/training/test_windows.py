"""Where windows are: the cells that change with the weather are the cells that the prior is told."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
import torch

from storyapp.engine.transformer import LatentTransformer, TransformerConfig
from storyapp.story.plan import VIEWS
from storyapp.training.codes import telling_cells
from storyapp.training.prior_batches import WORDS
from storyapp.training.windows import cells_of, hang_windows
from storyapp.training.world import concepts, drawing
from storyapp.training.world.spec import STEPS, BackdropSpec


def test_the_places_within_a_window_go_row_by_row() -> None:
    cells = cells_of(((2 / 16, 1 / 16, 6 / 16, 3 / 16),), side=2)
    assert cells[1:3, 2:6].tolist() == [[1, 1, 2, 2], [3, 3, 4, 4]]
    assert int(cells.count_nonzero()) == 8


def test_a_cell_that_a_pane_hardly_touches_is_beside_the_window() -> None:
    assert int(cells_of(((1.9 / 16, 1 / 16, 6 / 16, 3 / 16),), side=2)[1, 1]) == 0


@pytest.mark.parametrize("room", concepts.INDOORS)
def test_the_windows_are_where_the_weather_shows(room: str) -> None:
    config = TransformerConfig(width=8, layers=1, heads=1, cell_width=4, text_width=4, words=WORDS, window_side=3)
    prior = LatentTransformer(config)
    hang_windows(prior)
    assert prior.windows is not None
    view = random.Random(room).choice(VIEWS)
    spec = BackdropSpec(room, "day", "clear", STEPS[view["camera"]], STEPS[view["hue"]], view["layout"])
    said = {"setting": room, "time": "day", "weather": "clear"}
    columns = list(config.conditions)
    told = torch.zeros(1, len(columns), dtype=torch.long)
    for name, value in said.items():
        told[0, columns.index(name)] = 1 + WORDS[name].index(value)
    told[0, columns.index("layout")] = 1 + view["layout"]
    prior.windows.pictures.weight.data.fill_(1.0)
    shows, cells = prior.windows.look(told)
    within = cells[0].abs().sum(-1) > 0
    assert bool(shows)
    differs = telling_cells(spec, drawing.draw(spec, drawing.CODED_SIZE).pixels)
    outside = differs & ~torch.nn.functional.max_pool2d(within[None].float(), 3, 1, 1)[0].bool()
    assert differs.any() and not outside.any()
    assert (differs & within).sum() > 0.6 * differs.sum()
    open_ = told.clone()
    open_[0, columns.index("layout")] = 0
    assert not bool(prior.windows.look(open_)[0])
    forest = replace(spec, setting="forest")
    told[0, columns.index("setting")] = 1 + WORDS["setting"].index(forest.setting)
    assert not bool(prior.windows.look(told)[0])
