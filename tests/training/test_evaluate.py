"""The figures of tokenizer and painter on tiny random models, and the sums behind them."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from storyapp.engine.illustrator import StoryIllustrator
from storyapp.story.plan import Box, Placement
from storyapp.story.request import Picture
from storyapp.training.evaluate import evaluate_tokenizer
from storyapp.training.evaluate_prior import Library, evaluate_cels, evaluate_locks
from storyapp.training.evaluators import Evaluator, answers, labels_of
from storyapp.training.identities import evaluate_identities, recognised, sample_cast
from storyapp.training.metrics import Tally, sharpness, wilson
from storyapp.training.painted import phrase_of
from storyapp.training.scenes import evaluate_scenes, is_right, plan_of, sample_people, visible_shares
from storyapp.training.world import drawing
from storyapp.training.world.spec import FigureSpec
from tests.models import write_tiny_model


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory, vocabulary: Any, styles: Any) -> StoryIllustrator:
    return StoryIllustrator(write_tiny_model(tmp_path_factory.mktemp("model")), vocabulary, styles, "cpu")


@pytest.fixture(scope="module")
def judges() -> dict[str, Evaluator]:
    torch.manual_seed(0)
    return {frame: Evaluator(frame).eval() for frame in ("figure", "backdrop")}


class Knowing(Evaluator):
    """Sees what it was told is in the picture."""

    def __init__(self, spec: FigureSpec) -> None:
        super().__init__("figure")
        self.spec = spec

    def forward(self, picture: Tensor) -> dict[str, Tensor]:
        right = answers("figure", self.spec)
        return {
            name: torch.nn.functional.one_hot(torch.tensor([max(0, right[name])]), len(values)).float() * 9
            for name, values in labels_of("figure").items()
        }


def last(steps: Any) -> dict[str, Any]:
    *_, end = steps
    assert end.result is not None
    result: dict[str, Any] = end.result
    return result


def test_a_tally_counts_along_paths_with_an_interval() -> None:
    tally = Tally()
    for right in (True, True, True, False):
        tally.add("figure", "render", "pose", right=right)
    found = tally.to_json()["figure"]["render"]["pose"]
    assert (found["accuracy"], found["count"]) == (0.75, 4)
    assert found["interval"] == [round(edge, 3) for edge in wilson(3, 4)]
    assert tally.share("figure", "render", "kind") is None


def test_wilson_intervals_of_a_textbook() -> None:
    assert wilson(0, 10) == pytest.approx((0, 0.2775), abs=1e-3)
    assert wilson(95, 100) == pytest.approx((0.8882, 0.9785), abs=1e-3)
    assert wilson(0, 0) == (0, 1)


def test_sharpness_falls_when_a_picture_is_blurred() -> None:
    picture = torch.rand((1, 3, 32, 32), generator=torch.Generator().manual_seed(0))
    blurred = torch.nn.functional.avg_pool2d(picture, 3, 1, 1)
    assert sharpness(picture, picture) == pytest.approx(1)
    assert sharpness(blurred, picture) < 0.6


def test_the_tokenizer_is_judged_on_renders_and_on_both_kinds_of_reconstruction(
    engine: StoryIllustrator, judges: dict[str, Evaluator]
) -> None:
    found = last(evaluate_tokenizer(engine.painter.tokenizer, 2, judges))
    assert found["drawings"] == 2
    assert found["accuracy"]["figure"].keys() == {"render", "both_levels", "top_only"}
    assert found["accuracy"]["figure"]["top_only"]["expression"]["count"] == 1
    assert "psnr" in found["rows"]["figure"] and "top_only_psnr" in found["rows"]["figure/cartoon"]
    assert last(evaluate_tokenizer(engine.painter.tokenizer, 1))["accuracy"] == {}


def test_cels_are_judged_beside_renders_and_baselines(engine: StoryIllustrator, judges: dict[str, Evaluator]) -> None:
    found = last(evaluate_cels(engine.painter, judges, 2, 1, retrieved_from=8))
    sources = {"render", "reconstruction", "painted", "phrase retrieval", "unconditional"}
    assert found["accuracy"]["backdrop"].keys() == sources
    assert found["accuracy"]["figure"].keys() == {*sources, "locked"}
    assert found["accuracy"]["backdrop"]["painted"]["setting"]["count"] == 1


def test_no_locked_cell_changes(engine: StoryIllustrator) -> None:
    found = last(evaluate_locks(engine.painter, 500, 1))
    assert found["locked_cells"] >= 500
    assert found["changed"] == 0


def test_the_nearest_phrase_is_found(engine: StoryIllustrator) -> None:
    library = Library(engine.painter.text, 1, count=12)
    library.nearest("figure", "fox")
    for spec in library.specs["figure"]:
        assert phrase_of(library.nearest("figure", phrase_of(spec, True)), True) == phrase_of(spec, True)


def test_a_cast_is_of_one_kind_unseen_and_never_standing() -> None:
    cast = sample_cast(random.Random(1), "fox", 5)
    assert len({one.identity() for one in cast}) == 5
    assert all(one.kind == "fox" and one.pose != "standing" and drawing.held_out(one) for one in cast)


def test_who_is_seen_is_recognised_among_others_of_the_kind() -> None:
    cast = sample_cast(random.Random(2), "bear", 6)
    for index, one in enumerate(cast):
        assert recognised(Knowing(one), torch.zeros(1, 4, 128, 128), cast) == index


def test_identities_are_told_apart_with_lock_without_and_swapped(
    engine: StoryIllustrator, judges: dict[str, Evaluator]
) -> None:
    found = last(evaluate_identities(engine.painter, judges["figure"], 1, 1, identities=2))
    assert found["recognised"].keys() == {
        "render", "reconstruction", "lock", "no lock", "swap follows", "wrong portrait"
    }  # fmt: skip
    assert found["pose"]["lock"]["count"] == 2
    assert 0 <= found["cells_copied_painted"] <= 1


def square(box: Box, cel: str, depth: float) -> Placement:
    return Placement(cel, box, depth)


def test_who_stands_behind_is_seen_less() -> None:
    full = Picture(8, 8, "RGBA", bytes([9, 9, 9, 255]) * 64)
    placements = [
        square(Box(0.0, 0.0, 0.5, 0.5), "behind", 0),
        square(Box(0.25, 0.0, 0.5, 0.5), "in front", 1),
        square(Box(0.75, 0.75, 0.5, 0.5), "at the edge", 2),
    ]
    shares = visible_shares(placements, {one.cel: full for one in placements})
    assert shares == {"behind": 0.5, "in front": 1.0, "at the edge": 0.25}


def test_a_figure_is_right_when_all_that_matters_is() -> None:
    people = list(sample_people(random.Random(3), 2).values())
    blank = torch.zeros(1, 4, 128, 128)
    assert is_right(Knowing(people[0]), blank, people[0])
    assert not is_right(Knowing(people[0]), blank, people[1])


def test_a_plan_says_who_they_are_and_what_they_do() -> None:
    cast = sample_people(random.Random(4), 3)
    plan = plan_of(cast, random.Random(1))
    assert [cel.id for cel in plan.cels] == list(cast)
    for cel, spec in zip(plan.cels, cast.values(), strict=True):
        assert (cel.concept, cel.attributes["pose"]) == (spec.kind, spec.pose)
        assert cel.attributes["top_colour"] == spec.top_colour


def test_whole_pictures_are_judged_by_their_people(
    engine: StoryIllustrator, judges: dict[str, Evaluator], tmp_path: Path
) -> None:
    found = last(evaluate_scenes(engine, judges["figure"], 2, 1))
    assert found["2 characters"]["visible"]["count"] == 2
    assert found["3 characters"]["one right, painted"]["count"] == 3
    assert found["3 characters"]["all right, painted"]["count"] == 1
