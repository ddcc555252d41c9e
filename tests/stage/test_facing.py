"""Who looks where: at each other, at an animal, the same way; and what is held goes along."""

from __future__ import annotations

import pytest

from storyapp import paths
from storyapp.stage.facing import ANIMALS, LOOK_LEFT, VEHICLES
from storyapp.stage.staging import stage
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.plan import Box, CelPlan, Placement, Relation, ScenePlan

VOCABULARY = Vocabulary.load(paths.vocabulary())


def figure(name: str, pose: str = "standing", facing: str = "right", by_hand: bool = False) -> CelPlan:
    corrected = frozenset({"facing"} if by_hand else ())
    return CelPlan(name, "figure", "girl", attributes={"pose": pose, "facing": facing}, corrected=corrected)


def thing(name: str, relation: Relation | None = None) -> CelPlan:
    return CelPlan(name, "thing", name, relation=relation)


def staged(*cels: CelPlan, previous: tuple[Placement, ...] = ()) -> dict[str, Placement]:
    plan = ScenePlan("garden", cels=cels)
    return {one.cel: one for one in stage(plan, VOCABULARY, previous)}


def looks_left(one: Placement, concept: str = "") -> bool:
    return one.mirrored != (concept in LOOK_LEFT)


def middle(one: Placement) -> float:
    return one.box.x + one.box.width / 2


def test_all_that_are_drawn_from_the_side_are_things() -> None:
    assert set(VOCABULARY.entries["things"]) >= ANIMALS | VEHICLES


def test_two_who_look_aside_look_at_each_other_and_of_three_the_outer_ones_inwards() -> None:
    placed = staged(figure("a"), figure("b"))
    assert [placed[name].mirrored for name in "ab"] == [False, True]
    placed = staged(figure("a"), figure("b", facing="left"), figure("c"))
    assert [placed[name].mirrored for name in "abc"] == [False, True, True]


@pytest.mark.parametrize("pose", ["walking", "running", "swimming", "flying"])
def test_two_who_go_somewhere_go_the_same_way(pose: str) -> None:
    placed = staged(figure("a", pose), figure("b", pose))
    assert not placed["a"].mirrored and not placed["b"].mirrored
    assert staged(figure("a"), figure("b", pose))["b"].mirrored


@pytest.mark.parametrize("name", ["horse", "chicken", "chipmunk", "blackbird"])
def test_somebody_and_an_animal_look_at_each_other(name: str) -> None:
    placed = staged(thing(name), figure("a"), thing("apple", Relation("held by", "a")))
    left = middle(placed[name]) < middle(placed["a"])
    assert looks_left(placed["a"]) == left
    assert looks_left(placed[name], name) != left
    hand = middle(placed["apple"]) - middle(placed["a"])
    front = middle(staged(figure("b"), thing("apple", Relation("held by", "b")))["apple"]) - 0.5
    assert hand == pytest.approx(-front if left else front, abs=0.2)


def test_who_points_looks_at_what_is_there_and_who_stands_does_not() -> None:
    for pose, turns in (("pointing", True), ("standing", False)):
        placed = staged(figure("a", pose), thing("box"))
        left = middle(placed["box"]) < middle(placed["a"])
        assert placed["a"].mirrored == (left and turns)


def test_a_facing_that_was_chosen_by_hand_and_what_is_pinned_stay() -> None:
    for facing in ("front", "right"):
        placed = staged(thing("horse"), figure("a", facing=facing, by_hand=True))
        assert not placed["a"].mirrored
    assert staged(figure("a", facing="left", by_hand=True))["a"].mirrored
    pinned = Placement("a", Box(0.5, 0.2, 0.5, 0.5), depth=0.7, pinned=True)
    placed = staged(thing("horse"), figure("a"), previous=(pinned,))
    assert placed["a"] == pinned


def test_a_vehicle_goes_where_who_is_in_it_looks() -> None:
    for facing in ("right", "left"):
        driver = CelPlan("a", "figure", "girl", attributes={"facing": facing}, relation=Relation("in", "car"))
        placed = staged(driver, thing("car"))
        assert looks_left(placed["car"], "car") == placed["a"].mirrored
    assert not staged(figure("a"), thing("car"))["car"].mirrored


def test_two_animals_look_at_each_other_and_several_of_a_kind_do_not() -> None:
    placed = staged(thing("cow"), thing("horse"))
    left = middle(placed["cow"]) < middle(placed["horse"])
    assert looks_left(placed["horse"], "horse") == left and looks_left(placed["cow"], "cow") != left
    ducks = staged(thing("duck"), CelPlan("duck-2", "thing", "duck"))
    assert {one.mirrored for one in ducks.values()} == {False}
