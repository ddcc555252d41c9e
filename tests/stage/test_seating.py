"""Those who are on or in a thing: all of them, side by side, in something large enough."""

from __future__ import annotations

import itertools

import pytest

from storyapp import paths
from storyapp.stage.bedding import BLANKET
from storyapp.stage.bodies import Measure, covered
from storyapp.stage.staging import stage
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.plan import SIZE, CelPlan, Placement, Relation, ScenePlan

VOCABULARY = Vocabulary.load(paths.vocabulary())


def riding(
    count: int, name: str, kind: str, pose: str = "sitting", others: int = 0
) -> tuple[Measure, dict[str, Placement]]:
    riders = [
        CelPlan(f"rider-{index}", "figure", "pirate", attributes={"pose": pose}, relation=Relation(kind, name))
        for index in range(count)
    ]
    more = [CelPlan(f"other-{index}", "figure", "girl") for index in range(others)]
    plan = ScenePlan("hills", cels=(*riders, CelPlan(name, "thing", name), *more))
    return Measure(plan, VOCABULARY, 1.0), {one.cel: one for one in stage(plan, VOCABULARY)}


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("sailboat", "in"),
        ("car", "in"),
        ("bus", "in"),
        ("sofa", "on"),
        ("horse", "on"),
        ("rocket", "in"),
        ("cloud", "on"),
    ],
)
def test_all_riders_are_side_by_side_and_show_their_faces(count: int, name: str, kind: str) -> None:
    measure, placed = riding(count, name, kind)
    faces = [measure.face(placed[f"rider-{index}"]) for index in range(count)]
    for one, other in itertools.combinations(faces, 2):
        assert one and other and covered(one, other) < 0.1
    for face in faces:
        assert face and face[0] > -0.02 and face[2] < 1.02 and face[1] > 0
    edge = placed[name].box
    entry = VOCABULARY.thing(name)
    if kind == "in":
        line = edge.y + edge.height * (entry.mouth or 0.4)
        assert all(placed[f"rider-{index}"].inside == name for index in range(count))
        assert all(face and (face[3] < line + 0.15 * (face[3] - face[1])) for face in faces)


@pytest.mark.parametrize(
    ("name", "kind"), [("car", "in"), ("rocket", "in"), ("bicycle", "on"), ("horse", "on"), ("bus", "in")]
)
def test_what_one_drives_is_no_toy(name: str, kind: str) -> None:
    measure, placed = riding(1, name, kind)
    own, below = measure.body(placed["rider-0"]), measure.body(placed[name])
    assert below[2] - below[0] > 1.1 * (own[2] - own[0])


@pytest.mark.parametrize("name", ["chair", "box", "bucket", "barrel", "rock", "sofa"])
def test_a_seat_is_about_as_wide_as_who_sits_on_it(name: str) -> None:
    measure, placed = riding(1, name, "on")
    own, below = measure.body(placed["rider-0"]), measure.body(placed[name])
    assert below[2] - below[0] > 0.6 * (own[2] - own[0])


@pytest.mark.parametrize("count", [2, 3])
def test_sleepers_lie_in_one_bed_and_show_their_faces(count: int) -> None:
    measure, placed = riding(count, "bed", "in", "sleeping")
    bed = measure.body(placed["bed"])
    faces = [measure.face(placed[f"rider-{index}"]) for index in range(count)]
    for face in faces:
        assert face and bed[0] - 0.05 < face[0] and face[2] < bed[2] + 0.05
    for one, other in itertools.combinations(faces, 2):
        assert one and other and covered(one, other) < 0.35


@pytest.mark.parametrize("name", ["house", "tree", "castle tower"])
def test_who_is_on_a_roof_or_in_a_tree_is_small(name: str) -> None:
    measure, placed = riding(1, name, "on")
    own, below = measure.body(placed["rider-0"]), measure.body(placed[name])
    assert (own[3] - own[1]) < 0.6 * (below[3] - below[1])


def test_who_stands_beside_keeps_the_face_free() -> None:
    measure, placed = riding(2, "car", "in", others=1)
    face, car = measure.face(placed["other-0"]), measure.body(placed["car"])
    assert face and (covered(face, car) < 0.1 or placed["other-0"].depth > placed["car"].depth)


def test_an_armchair_hides_nobody_who_sits_in_it() -> None:
    _, placed = riding(1, "armchair", "in")
    assert placed["rider-0"].inside is None


def test_riders_fit_a_thing_that_was_put_somewhere_by_hand() -> None:
    _, placed = riding(2, "canoe", "in")
    from dataclasses import replace

    from storyapp.story.plan import Box

    fixed = Placement("canoe", Box(0.3, 0.5, 0.3, 0.3), depth=0.79, pinned=True)
    riders = [
        CelPlan(f"rider-{index}", "figure", "fox", attributes={"pose": "sitting"}, relation=Relation("in", "canoe"))
        for index in range(2)
    ]
    plan = ScenePlan("lake", cels=(*riders, CelPlan("canoe", "thing", "canoe")))
    again = {one.cel: one for one in stage(plan, VOCABULARY, (fixed,))}
    assert again["canoe"] == fixed
    assert all(0.2 < again[one.id].box.x + again[one.id].box.width / 2 < 0.7 for one in riders)
    assert replace(fixed) == fixed and placed["canoe"].box.width > 0.3


@pytest.mark.parametrize("count", [1, 2, 3])
def test_sleepers_have_their_faces_before_the_blanket(count: int) -> None:
    measure, placed = riding(count, "bed", "in", "sleeping")
    bed = placed["bed"].box
    for index in range(count):
        face = measure.face(placed[f"rider-{index}"])
        assert face and face[0] > bed.x - 0.02 and face[2] < bed.x + (BLANKET + 0.02) * bed.width
        assert face[3] < bed.y + 0.68 * bed.height


def test_several_on_a_log_sit_lower_on_it_than_one_does_but_not_on_a_bench() -> None:
    def share(count: int, name: str) -> float:
        measure, placed = riding(count, name, "on")
        below, own = measure.body(placed[name]), measure.body(placed["rider-0"])
        return (own[3] - below[1]) / (below[3] - below[1])

    assert share(3, "wood") > share(1, "wood") + 0.1
    assert abs(share(2, "bench") - share(1, "bench")) < 0.1


def test_a_broom_lies_along_under_who_flies_on_it_and_not_under_who_stands() -> None:
    _, flies = riding(1, "broom", "on", "flying")
    _, stands = riding(1, "broom", "on", "standing")
    assert flies["broom"].box.width > 2 * flies["broom"].box.height
    assert flies["broom"].depth < flies["rider-0"].depth
    assert stands["broom"].box.width == pytest.approx(stands["broom"].box.height)


def test_two_on_a_rock_make_it_no_hill() -> None:
    frogs = [
        CelPlan(key, "figure", "frog", attributes={"pose": "sitting"}, relation=Relation("on", "rock"))
        for key in ("a", "b")
    ]
    plan = ScenePlan("meadow", cels=(*frogs, CelPlan("rock", "thing", "rock")))
    placed = {one.cel: one for one in stage(plan, VOCABULARY)}
    assert placed["rock"].box.height < 0.9 * placed["a"].box.height


def test_a_flyer_is_not_hidden_by_a_ladder_with_somebody_on_it() -> None:
    girl = CelPlan("girl", "figure", "girl", relation=Relation("on", "ladder"))
    owl = CelPlan("owl", "figure", "owl", attributes={"pose": "flying", "facing": "right"})
    plan = ScenePlan("hills", cels=(girl, owl, CelPlan("ladder", "thing", "ladder")))
    placed = {one.cel: one for one in stage(plan, VOCABULARY)}
    assert placed["owl"].depth > placed["ladder"].depth


def test_a_boat_is_in_the_water() -> None:
    plan = ScenePlan(
        "lake",
        cels=(CelPlan("sailboat", "thing", "sailboat", attributes={SIZE: "tiny"}), CelPlan("canoe", "thing", "canoe")),
    )
    far, near = stage(plan, VOCABULARY)
    assert far.waterline is not None and near.waterline is not None and far.depth < near.depth
