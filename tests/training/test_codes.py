"""Drawings as codes: what the prior practises, and which cells count."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from storyapp.engine.vqvae import load_tokenizer
from storyapp.story.plan import OUTFIT, STILL, VIEWS
from storyapp.training.codes import EMPTY, FACE, TELLING, CodeTable, Families, cell_weights, encode_wide, telling_cells
from storyapp.training.prior_batches import details_of, figure_phrase
from storyapp.training.world import concepts, drawing
from storyapp.training.world.spec import BackdropSpec, FigureSpec
from tests.models import write_tiny_model


def test_a_family_of_figures_is_one_person_in_several_actions_and_once_in_other_clothes() -> None:
    specs = [one for one in Families("figure", 1, "x").specs(0, random.Random(4)) if isinstance(one, FigureSpec)]
    portrait, *others = specs
    assert (portrait.pose, portrait.facing) == ("standing", "front")
    assert len({(one.kind, one.skin, one.hair, one.hair_style, one.build) for one in specs}) == 1
    assert all(one.identity() == portrait.identity() for one in others[:-1])
    assert any(getattr(others[-1], name) != getattr(portrait, name) for name in OUTFIT)
    assert {details_of(vars(one), "figure")["sway"] for one in specs} == {STILL}


def test_a_family_of_places_is_one_of_the_usual_views_in_several_lights() -> None:
    for index in range(5):
        specs = Families("backdrop", 9, "x").specs(index, random.Random(index))
        views = [details_of(vars(one), "backdrop") for one in specs if isinstance(one, BackdropSpec)]
        assert len(views) == len(specs) and views[0] in VIEWS
        assert all(one == views[0] for one in views)


def test_wide_places_are_windows_that_overlap_each_other(tmp_path: Path) -> None:
    tokenizer = load_tokenizer(write_tiny_model(tmp_path))
    *_, last = encode_wide(tokenizer, 2, "x", tmp_path / "wide.safetensors")
    assert last.result == tmp_path / "wide.safetensors"
    table = CodeTable(tmp_path / "wide.safetensors")
    assert table.codes.shape == (2, 3, 16, 16, 2) and [len(row) for row in table.specs] == [3, 3]
    tall, wide = table.codes
    assert torch.equal(tall[0][4:], tall[1][:-4]) and torch.equal(wide[0][:, 4:], wide[1][:, :-4])
    assert not torch.equal(wide[0], wide[1])


def test_faces_count_most_then_telling_cells_and_emptiness_least() -> None:
    picture = torch.zeros(2, 4, 64, 64)
    picture[:, 3, :, :32] = 1  # the left half is drawn
    telling = torch.zeros(2, 4, 4, dtype=torch.bool)
    telling[0, 1:3, 0] = True
    weights = cell_weights(picture, torch.tensor([[0.0, 0.0, 0.5, 0.5], [0.0, 0.0, 0.0, 0.0]]), telling)
    nothing = [torch.tensor(EMPTY).item()] * 2
    face, below, plain = [FACE, FACE, *nothing], [TELLING, 1.0, *nothing], [1.0, 1.0, *nothing]
    assert weights[0].tolist() == [face, face, below, plain]
    assert weights[1].tolist() == [plain] * 4


def test_a_hat_is_in_the_cells_above_the_eyes() -> None:
    spec = FigureSpec("bear", accessory="hat", pose="standing", facing="front")
    one = drawing.draw(spec, drawing.CODED_SIZE)
    rows = telling_cells(spec, one.pixels).any(1).nonzero().flatten()
    face_ends = one.face[3] * 16
    assert 3 < telling_cells(spec, one.pixels).sum() < 60
    assert rows.max() < face_ends
    bare = replace(spec, accessory=None)
    assert not telling_cells(bare, drawing.draw(bare, drawing.CODED_SIZE).pixels).any()


@pytest.mark.parametrize("setting", sorted(concepts.INDOORS))
def test_the_weather_of_a_room_is_in_its_window_and_outdoors_everywhere(setting: str) -> None:
    room = BackdropSpec(setting, "day", "rain")
    assert 3 < telling_cells(room, drawing.draw(room, drawing.CODED_SIZE).pixels).sum() < 60
    outdoors = replace(room, setting="beach")
    assert not telling_cells(outdoors, drawing.draw(outdoors, drawing.CODED_SIZE).pixels).any()


def test_a_phrase_names_what_is_worn_or_that_nothing_is() -> None:
    spec = vars(FigureSpec("fox", accessory=None, pose="running"))
    phrase = figure_phrase(spec, True, random.Random(0))
    assert ", nothing worn, running" in phrase
    assert figure_phrase(spec, False, random.Random(0)).startswith("fox, running")
