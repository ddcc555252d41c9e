"""What somebody has: tools stand on the ground, an umbrella is whole, a ladder is as long as one can carry."""

from __future__ import annotations

import pytest

from storyapp.stage.bodies import covered
from storyapp.stage.hands import STAFFS
from storyapp.stage.strings import string_of
from storyapp.story.plan import Placement, Relation

from .test_placing import figure, hidden_faces, staged, thing


def middle(one: Placement) -> float:
    return one.box.x + one.box.width / 2


@pytest.mark.parametrize("name", sorted(STAFFS))
@pytest.mark.parametrize("kinds", [("girl",), ("girl", "man")])
def test_a_long_tool_reaches_from_the_hand_to_the_ground_in_the_picture(name: str, kinds: tuple[str, ...]) -> None:
    people = [figure(f"one-{index}", kind, "holding") for index, kind in enumerate(kinds)]
    last = people[-1].id
    measure, placed = staged("garden", *people, thing(name, Relation("held by", last)))
    left, top, right, bottom = measure.body(placed[name])
    own = measure.body(placed[last])
    assert abs(bottom - own[3]) < 0.05 and 0.2 < (bottom - top) / (own[3] - own[1]) < 0.65
    assert left > -0.01 and right < 1.01
    assert hidden_faces(measure, list(placed.values())) < 0.1


def test_a_broom_of_one_who_sits_or_rides_is_in_the_hand() -> None:
    for girl, seat in ((figure("girl", pose="sitting"), "stool"), (figure("girl", "witch", "flying"), "stool")):
        _, placed = staged("garden", girl, thing(seat), thing("broom", Relation("held by", "girl")))
        assert placed["broom"].airborne


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("kind", ["held by", "on"])
def test_umbrellas_are_whole_over_their_holders_and_over_no_other_face(count: int, kind: str) -> None:
    people = [figure(f"one-{index}", pose="holding") for index in range(count)]
    umbrellas = [thing("umbrella", Relation(kind, one.id), f"umbrella-{one.id}") for one in people]
    measure, placed = staged("street", *people, *umbrellas)
    for one, umbrella in zip(people, umbrellas, strict=True):
        left, top, right, _ = measure.body(placed[umbrella.id])
        assert left > -0.01 and right < 1.01 and top < measure.body(placed[one.id])[1] + 0.1
        assert placed[umbrella.id].depth < placed[one.id].depth
    others = [one for one in placed.values() if one.cel.startswith("one")]
    for umbrella in umbrellas:
        for one in others:
            if umbrella.relation and one.cel != umbrella.relation.target and one.depth <= placed[umbrella.id].depth:
                face = measure.face(one)
                assert face and covered(face, measure.body(placed[umbrella.id])) < 0.45


def test_a_carried_ladder_is_no_longer_than_who_carries_it_and_one_that_stands_there_is() -> None:
    _, carried = staged("garden", figure("man", "man", "holding"), thing("ladder", Relation("held by", "man")))
    _, there = staged("garden", figure("man", "man"), thing("ladder", Relation("beside", "man")))
    assert 0.5 < carried["ladder"].box.height / carried["man"].box.height < 0.9
    assert there["ladder"].box.height > there["man"].box.height
    assert carried["ladder"].depth < carried["man"].depth


@pytest.mark.parametrize("name", ["ball", "balloon", "basket", "lantern"])
@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize("pose", ["holding", "running"])
def test_what_is_in_a_hand_by_the_edge_is_whole(name: str, count: int, pose: str) -> None:
    people = [figure(f"one-{index}", pose=pose) for index in range(count)]
    held = [thing(name, Relation("held by", one.id), f"{name}-{one.id}") for one in people]
    measure, placed = staged("garden", *people, *held)
    for one in held:
        left, _, right, _ = measure.body(placed[one.id])
        assert left > -0.01 and right < 1.01
    assert hidden_faces(measure, list(placed.values())) < 0.3


@pytest.mark.parametrize("count", [1, 2, 3])
def test_kites_are_up_on_strings_from_the_hands_and_before_no_face(count: int) -> None:
    people = [figure(f"one-{index}", pose="holding") for index in range(count)]
    kites = [thing("kite", Relation("held by", one.id), f"kite-{one.id}") for one in people]
    measure, placed = staged("meadow", *people, *kites)
    assert hidden_faces(measure, list(placed.values())) < 0.1
    for one, kite in zip(people, kites, strict=True):
        line = string_of(measure, kite, placed)
        assert line and measure.body(placed[kite.id])[3] < line[0][1]
        assert abs(line[0][0] - middle(placed[one.id])) < 0.5 * placed[one.id].box.width


def test_a_kite_in_a_room_is_in_the_hand() -> None:
    measure, placed = staged("kitchen", figure("girl", pose="holding"), thing("kite", Relation("held by", "girl")))
    assert string_of(measure, measure.plan.cel("kite"), placed) == []
