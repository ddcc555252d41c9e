"""Where windows are: the cells that change with the weather are the cells that the prior is told."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from storyapp.engine.transformer import LatentTransformer, TransformerConfig
from storyapp.engine.vqvae import load_tokenizer
from storyapp.story.plan import VIEWS
from storyapp.training.codes import FAMILY, TELLING, CodeTable, telling_cells
from storyapp.training.prior_batches import WORDS
from storyapp.training.windows import SIZE, Section, cells_of, encode_shifted, hang_windows
from storyapp.training.world import concepts, drawing
from storyapp.training.world.spec import STEPS, BackdropSpec
from tests.models import write_tiny_model


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


def test_a_section_shows_what_it_cuts_out_and_knows_its_windows() -> None:
    spec = BackdropSpec("kitchen")
    whole, moved = Section(SIZE + 32, 0, 0), Section(SIZE + 32, 16, 32)
    assert np.array_equal(whole.pixels(spec)[32:, 16:], moved.pixels(spec)[:-32, :-16])
    cells, shifted = cells_of(whole.panes(spec), 3), cells_of(moved.panes(spec), 3)
    assert cells.any() and torch.equal(cells[2:, 1:], shifted[:-2, :-1])


def test_shifted_rooms_are_families_of_one_section_with_its_windows(tmp_path: Path) -> None:
    *_, last = encode_shifted(load_tokenizer(write_tiny_model(tmp_path)), 3, "x", tmp_path / "shifted.safetensors")
    assert last.result == tmp_path / "shifted.safetensors"
    table = CodeTable(tmp_path / "shifted.safetensors")
    assert table.windows is not None and table.codes.shape == (3, FAMILY, 16, 16, 2)
    for where, weights, specs in zip(table.windows, table.weights, table.specs, strict=True):
        assert where.any() and torch.equal(weights[0] == TELLING, where > 0)
        assert len({(one["setting"], one["layout"], one["camera"]) for one in specs}) == 1
        assert specs[0]["setting"] in concepts.INDOORS
        assert not any(drawing.held_out(BackdropSpec(**one)) for one in specs)
