"""The figures of tokenizer and painter on tiny random models, and the sums behind them."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from storyapp.engine.illustrator import StoryIllustrator
from storyapp.engine.vqvae import load_tokenizer
from storyapp.story.errors import InputError
from storyapp.story.plan import STILL, Box, CelPlan, Placement, ScenePlan
from storyapp.story.request import Picture
from storyapp.training.evaluate import evaluate_tokenizer
from storyapp.training.evaluate_prior import (
    PARTS,
    Library,
    checked_parts,
    evaluate_cels,
    evaluate_locks,
    evaluate_prior,
)
from storyapp.training.identities import evaluate_identities, recognised, sample_cast
from storyapp.training.judges import Evaluator, answers, correct, labels_of
from storyapp.training.language.sentences import SentenceMaker
from storyapp.training.language.synonyms import as_in_phrases
from storyapp.training.language.told import Told
from storyapp.training.metrics import Tally, sharpness, wilson
from storyapp.training.painted import details_told, phrase_of
from storyapp.training.scenes import evaluate_scenes, plan_of, sample_people, visible_shares, what_is_right
from storyapp.training.stories import evaluate_stories, matched, sample_sentence, told_figures, what_is_read
from storyapp.training.synonym_scores import evaluate_synonyms, unseen_phrases
from storyapp.training.world import drawing
from storyapp.training.world.spec import BackdropSpec, FigureSpec, ThingSpec
from tests.models import write_tiny_model


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny_model(tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="module")
def engine(model: Path, vocabulary: Any, styles: Any) -> StoryIllustrator:
    return StoryIllustrator(model, vocabulary, styles, "cpu")


@pytest.fixture(scope="module")
def judges() -> dict[str, Evaluator]:
    torch.manual_seed(0)
    return {frame: Evaluator(frame).eval() for frame in ("figure", "backdrop", "thing")}


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


def test_answers_by_name_are_counted_at_the_end_of_their_path() -> None:
    tally = Tally()
    tally.add_all({"kind": True, "pose": False}, "figure", "render")
    assert (tally.share("figure", "render", "kind"), tally.share("figure", "render", "pose")) == (1, 0)


def test_only_attributes_that_can_be_seen_are_correct_or_wrong() -> None:
    fox, bear = FigureSpec("fox", accessory=None), FigureSpec("bear", accessory=None)
    seen = correct(Knowing(fox), torch.zeros(1, 4, 128, 128), answers("figure", fox))
    assert all(seen.values())
    assert "accessory_colour" not in seen and "accessory" in seen
    assert not correct(Knowing(fox), torch.zeros(1, 4, 128, 128), answers("figure", bear))["kind"]


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
    model: Path, judges: dict[str, Evaluator]
) -> None:
    tokenizer = load_tokenizer(model)
    found = last(evaluate_tokenizer(tokenizer, 2, judges))
    assert found["drawings"] == 2
    assert found["top_reach"] >= found["top_reach_seen"] > 0
    assert found["accuracy"]["figure"].keys() == {"render", "both_levels", "top_only"}
    assert found["accuracy"]["figure"]["top_only"]["expression"]["count"] == 1
    assert "psnr" in found["rows"]["figure"] and "top_only_psnr" in found["rows"]["figure/cartoon"]
    assert last(evaluate_tokenizer(tokenizer, 1))["accuracy"] == {}


def test_cels_are_judged_beside_renders_and_baselines(engine: StoryIllustrator, judges: dict[str, Evaluator]) -> None:
    found = last(evaluate_cels(engine.painter, judges, 2, 1, retrieved_from=8))
    sources = {"render", "reconstruction", "painted", "phrase retrieval", "unconditional"}
    assert found["accuracy"]["backdrop"].keys() == sources
    assert found["accuracy"]["figure"].keys() == {*sources, "locked", "locked and told"}
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
        "render", "reconstruction", "lock", "lock and looks told", "three portraits", "no lock", "swap follows",
        "wrong portrait",
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
    assert all(what_is_right(Knowing(people[0]), blank, people[0]).values())
    assert not what_is_right(Knowing(people[0]), blank, people[1])["kind"]


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
    for name in ("kind", "top_colour", "bottom_colour", "pose"):
        assert found["2 characters"][f"{name}, painted"]["count"] == 2
        assert found["2 characters"][f"{name}, reconstruction"]["count"] == 2


def test_details_are_told_as_the_program_does() -> None:
    assert details_told(None) == {"sway": STILL}
    assert details_told(FigureSpec("fox", skin=2, expression="sad"))["skin"] == 2
    assert details_told(BackdropSpec("forest")).keys() == {"camera", "hue", "layout"}
    assert details_told(ThingSpec("kite")) == {}


def test_one_word_of_a_phrase_is_one_that_nobody_learnt(vocabulary: Any) -> None:
    spec = FigureSpec("fox", top_colour="red", pose="walking", expression="sad")
    phrases = unseen_phrases(spec, vocabulary, random.Random(1))
    assert phrases.keys() == {"kind", "top_colour", "bottom_colour", "pose", "expression"}
    own = phrase_of(spec, True).split(", ")
    for phrase in phrases.values():
        changed = [after for before, after in zip(own, phrase.split(", "), strict=True) if before != after]
        assert len(changed) == 1
    assert phrases["kind"].split(", ")[0] in vocabulary.entries["kinds"]["fox"].held_out
    assert unseen_phrases(ThingSpec("kite"), vocabulary, random.Random(1)) == {}
    assert unseen_phrases(BackdropSpec("forest"), vocabulary, random.Random(1)).keys() == {"setting", "time", "weather"}


def test_words_come_in_the_form_of_the_phrase(vocabulary: Any) -> None:
    walking = as_in_phrases("poses", vocabulary.entries["poses"]["walking"].held_out)
    assert "ambling" in walking and "ambled" not in walking
    happy = as_in_phrases("expressions", vocabulary.entries["expressions"]["happy"].held_out)
    assert {"overjoyed", "grinning"} <= set(happy) and "grinned" not in happy
    for category, entries in vocabulary.entries.items():
        for entry in entries.values():
            assert bool(as_in_phrases(category, entry.held_out)) == bool(entry.held_out), (category, entry.name)


def test_synonyms_are_judged_beside_the_own_words(
    engine: StoryIllustrator, judges: dict[str, Evaluator], vocabulary: Any
) -> None:
    found = last(evaluate_synonyms(engine.painter, vocabulary, judges, 3, 1))
    assert {"kind", "pose", "expression", "setting", "time", "concept"} <= found.keys()
    for name in found.keys() - {"drawings"}:
        assert found[name]["own word"]["count"] == found[name]["synonym"]["count"] == 1


def test_sentences_tell_of_somebody_who_is_called_by_a_kind() -> None:
    for index in range(20):
        people = told_figures(sample_sentence(SentenceMaker("test"), random.Random(index)))
        assert people and all(one.concept for one in people)


def test_who_is_told_of_is_looked_for_in_the_plan() -> None:
    told = [Told("figure", "fox", (0, 3), pose="running"), Told("figure", "fox", (9, 12), expression="sad")]
    plan = ScenePlan(cels=(CelPlan("a", "thing", "fox"), CelPlan("b", "figure", "fox", attributes={"pose": "running"})))
    pairs = matched(told, plan)
    assert [cel and cel.id for _, cel in pairs] == ["b", None]
    assert what_is_read(*pairs[0]) == {"kind": True, "pose": True}
    assert what_is_read(*pairs[1]) == {"kind": False, "expression": False}
    assert what_is_read(told[1], plan.cels[1]) == {"kind": True, "expression": False}


def test_stories_tell_what_reader_and_painter_lost(engine: StoryIllustrator, judges: dict[str, Evaluator]) -> None:
    found = last(evaluate_stories(engine, judges, 3, 1))
    for words in ("known words", "unseen but for who", "unseen words"):
        assert found[words]["reader"]["all right"]["count"] == 1
        assert found[words]["reader"]["nobody else"]["count"] == 1
        assert found[words]["picture"]["one right"]["count"] >= 1


def test_parts_are_chosen_by_name(engine: StoryIllustrator, judges: dict[str, Evaluator]) -> None:
    found = last(evaluate_prior(engine, judges, 1, ["synonyms", "locks"]))
    assert list(found) == ["locks", "synonyms"]
    assert checked_parts(PARTS) == PARTS
    with pytest.raises(InputError, match="no part “lock”; choose from cels, identity"):
        checked_parts(["cels", "lock"])
