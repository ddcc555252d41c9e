"""Where things are: in a hand, before somebody, in a row, on a wall; they hide no face and not each other."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest

from storyapp import paths
from storyapp.stage.bodies import Measure, covered
from storyapp.stage.staging import stage
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.plan import CelPlan, Placement, Relation, ScenePlan

VOCABULARY = Vocabulary.load(paths.vocabulary())


def figure(name: str, kind: str = "girl", pose: str = "standing", relation: Relation | None = None) -> CelPlan:
    return CelPlan(name, "figure", kind, attributes={"pose": pose}, relation=relation)


def thing(name: str, relation: Relation | None = None, key: str = "") -> CelPlan:
    return CelPlan(key or name, "thing", name, relation=relation)


def staged(setting: str | None, *cels: CelPlan) -> tuple[Measure, dict[str, Placement]]:
    plan = ScenePlan(setting, cels=cels)
    return Measure(plan, VOCABULARY, 1.0), {one.cel: one for one in stage(plan, VOCABULARY)}


def hidden_faces(measure: Measure, placed: Sequence[Placement]) -> float:
    """The largest share of a face that a cel in front of it covers."""
    shares = [0.0]
    for one, other in itertools.permutations(placed, 2):
        face = measure.face(one)
        if face is not None and other.depth >= one.depth and one.inside != other.cel:
            thing_ = measure.plan.cel(other.cel).kind == "thing"
            shares.append(covered(face, measure.body(other)) if thing_ else 0.0)
    return max(shares)


@pytest.mark.parametrize("pose", ["standing", "holding", "sitting", "waving", "jumping", "eating"])
def test_two_hands_hold_two_things_and_the_third_is_beside(pose: str) -> None:
    held = [thing(name, Relation("held by", "bear")) for name in ("cake", "bottle", "lantern")]
    measure, placed = staged("garden", figure("bear", "bear", pose), *held)
    bodies = [measure.body(placed[one.id]) for one in held]
    for one, other in itertools.permutations(bodies, 2):
        assert covered(one, other) < 0.3
    assert placed["lantern"].box.bottom > placed["bear"].box.bottom - 0.1


def test_what_one_who_sits_has_is_in_the_hand() -> None:
    girl = figure("girl", pose="sitting", relation=Relation("on", "chair"))
    balloon = thing("apple", Relation("held by", "girl"))
    _, placed = staged("kitchen", girl, thing("chair"), balloon)
    grip = VOCABULARY.pose("sitting").anchors["front"]["grip"]
    own, apple = placed["girl"].box, placed["apple"].box
    assert abs(apple.y + apple.height / 2 - own.y - grip[1] * own.height) < 0.06
    assert apple.x < own.x + own.width and apple.x + apple.width > own.x + 0.5 * own.width


def test_what_one_in_a_car_has_is_above_its_edge() -> None:
    lucy = figure("lucy", pose="sitting", relation=Relation("in", "car"))
    measure, placed = staged("street", lucy, thing("car"), thing("balloon", Relation("held by", "lucy")))
    car, balloon = placed["car"].box, placed["balloon"]
    entry = VOCABULARY.thing("car")
    assert entry.mouth is not None
    assert balloon.box.y < car.y + entry.mouth * car.height and balloon.depth > placed["lucy"].depth
    assert hidden_faces(measure, list(placed.values())) < 0.1


@pytest.mark.parametrize("name", ["tree", "rock", "sofa", "bed", "house", "horse", "box"])
def test_who_is_behind_a_thing_is_partly_hidden_and_shows_the_face(name: str) -> None:
    measure, placed = staged("garden", figure("girl"), thing(name, Relation("in front of", "girl")))
    body, cover = measure.body(placed["girl"]), measure.body(placed[name])
    assert placed[name].depth > placed["girl"].depth
    assert covered(body, cover) > 0.03
    assert hidden_faces(measure, list(placed.values())) < 0.06


@pytest.mark.parametrize("name", ["apple", "coin", "egg", "sunflower", "chicken", "book"])
def test_alike_things_are_side_by_side(name: str) -> None:
    three = [thing(name, key=f"{name}-{index}") for index in range(3)]
    measure, placed = staged("garden", figure("girl"), *three)
    bodies = [measure.body(placed[one.id]) for one in three]
    for one, other in itertools.combinations(bodies, 2):
        assert covered(one, other) < 0.5
    assert len({round(one[3] - one[1], 3) for one in bodies}) == 1


@pytest.mark.parametrize("setting", ["garden", "kitchen", "lake", "sea", "space", "underwater", None])
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_no_face_is_hidden_by_things(setting: str | None, count: int) -> None:
    kinds = ("girl", "bear", "mouse", "elephant")[:count]
    people = [figure(f"one-{index}", kind) for index, kind in enumerate(kinds)]
    things = [thing("apple", Relation("held by", "one-0")), thing("tree"), thing("car"), thing("cake"), thing("key")]
    beside = thing("snowman", Relation("beside", people[-1].id))
    measure, placed = staged(setting, *people, *things, beside)
    assert hidden_faces(measure, list(placed.values())) < 0.1


def test_small_things_are_smaller_than_heads() -> None:
    measure, placed = staged("garden", figure("girl"), thing("coin"), thing("apple"), thing("carrot"))
    face = measure.face(placed["girl"])
    assert face is not None
    for name in ("coin", "apple", "carrot"):
        body = measure.body(placed[name])
        assert body[3] - body[1] < 0.9 * (face[3] - face[1])


def test_a_window_hangs_on_the_wall_of_a_room_and_is_small_out_of_doors() -> None:
    _, indoors = staged("kitchen", figure("girl"), thing("window"))
    assert indoors["window"].airborne and indoors["window"].box.bottom < 0.5
    _, outdoors = staged("farm", figure("girl"), thing("window", Relation("beside", "girl")))
    assert outdoors["window"].depth < outdoors["girl"].depth
    assert outdoors["window"].box.height < 0.6 * outdoors["girl"].box.height


def test_without_a_place_all_are_large_and_in_the_middle_of_the_paper() -> None:
    measure, placed = staged(None, figure("girl"), figure("fox", "fox"), figure("bear", "bear"))
    bodies = [measure.body(one) for one in placed.values()]
    left, right = min(one[0] for one in bodies), max(one[2] for one in bodies)
    top, bottom = min(one[1] for one in bodies), max(one[3] for one in bodies)
    assert 0.75 < right - left < 0.87
    assert (left + right) / 2 == pytest.approx(0.5, abs=0.05) and (top + bottom) / 2 == pytest.approx(0.5, abs=0.01)


def test_nobody_walks_on_water() -> None:
    _, lake = staged("lake", figure("girl"), figure("boy", "boy"))
    assert all(one.depth > 0.96 for one in lake.values())
    _, sea = staged("sea", figure("girl"))
    assert sea["girl"].waterline is not None
    sailor = figure("girl", pose="sitting", relation=Relation("in", "canoe"))
    _, boat = staged("sea", sailor, thing("canoe"))
    assert boat["girl"].waterline is None


@pytest.mark.parametrize("pose", ["standing", "walking", "dancing"])
def test_an_umbrella_is_over_the_head_and_behind_it(pose: str) -> None:
    measure, placed = staged("hills", figure("mia", pose=pose), thing("umbrella", Relation("held by", "mia")))
    mia, over = placed["mia"], placed["umbrella"]
    assert over.depth < mia.depth and over.box.y < mia.box.y and over.box.bottom > mia.box.y + 0.5 * mia.box.height
    assert hidden_faces(measure, [*placed.values()]) == 0


@pytest.mark.parametrize("name", ["sailboat", "rocket", "hot air balloon"])
@pytest.mark.parametrize("setting", ["sea", "hills"])
def test_a_large_thing_is_whole_below_the_upper_edge(name: str, setting: str) -> None:
    for cels in ((figure("mia"), thing(name)), (thing(name), figure("mia", relation=Relation("in", name)))):
        measure, placed = staged(setting, *cels)
        box = placed[name].box
        assert box.y + measure.vocabulary.thing(name).box[1] * box.height > 0


def test_five_who_swim_do_so_in_two_rows() -> None:
    _, placed = staged("lake", *(figure(f"duck-{index}", "duck", "swimming") for index in range(5)))
    lines = sorted(round(one.depth, 2) for one in placed.values())
    assert lines[-1] - lines[0] > 0.08


@pytest.mark.parametrize(("name", "kind"), [("apple", "in"), ("pumpkin", "in"), ("candle", "in"), ("cake", "on")])
@pytest.mark.parametrize("holder", [None, Relation("held by", "mia")])
def test_all_that_is_in_or_on_a_thing_is_within_its_width(name: str, kind: str, holder: Relation | None) -> None:
    several = [thing(name, Relation(kind, "box"), f"{name}-{index}") for index in range(5)]
    measure, placed = staged("garden", figure("mia"), thing("box", holder), *several)
    left, _, right, _ = measure.body(placed["box"])
    bodies = sorted(measure.body(placed[one.id]) for one in several)
    assert bodies[0][0] > left - 0.02
    assert bodies[-1][2] < right + 0.02
    assert all(other[0] - one[0] > 0.3 * (one[2] - one[0]) for one, other in itertools.pairwise(bodies))


def test_one_thing_in_another_is_as_large_as_ever() -> None:
    measure, placed = staged("garden", thing("box"), thing("ball", Relation("in", "box")))
    ball, box = (measure.height(measure.vocabulary.thing(name), measure.plan.cel(name)) for name in ("ball", "box"))
    assert placed["ball"].box.height / placed["box"].box.height == pytest.approx(ball / box)


def test_what_is_behind_a_large_thing_is_seen() -> None:
    measure, placed = staged(
        "garden", figure("mia"), figure("tom", "boy"), thing("tree"), thing("swing", Relation("behind", "tree"))
    )
    assert covered(measure.body(placed["swing"]), measure.body(placed["tree"])) < 0.65


def test_several_for_whom_a_row_has_no_room_do_not_cover_each_other() -> None:
    fish = [thing("fish", key=f"fish-{index}") for index in range(5)]
    measure, placed = staged("sea", figure("max", "boy"), *fish)
    bodies = [measure.body(placed[one.id]) for one in fish]
    assert max(covered(one, other) for one, other in itertools.permutations(bodies, 2)) < 0.6


@pytest.mark.parametrize("name", ["fish", "shark", "jellyfish", "whale"])
@pytest.mark.parametrize("people", [(), (figure("boy", "boy", "swimming"),)])
def test_what_swims_is_in_the_midst_of_the_water(name: str, people: tuple[CelPlan, ...]) -> None:
    measure, placed = staged("underwater", *people, thing(name))
    body = measure.body(placed[name])
    assert placed[name].airborne and body[1] >= 0 and body[3] < 0.87
    assert hidden_faces(measure, list(placed.values())) < 0.1


def test_a_crab_is_on_the_ground_and_a_fish_in_a_garden_too() -> None:
    for setting, name in (("underwater", "crab"), ("garden", "fish")):
        assert not staged(setting, thing(name))[1][name].airborne


def test_an_animal_alone_is_large_enough_to_be_seen() -> None:
    for name in ("fish", "hedgehog", "horse"):
        measure, placed = staged("garden", thing(name))
        body = measure.body(placed[name])
        assert 0.35 < body[3] - body[1] < 0.8


@pytest.mark.parametrize("name", ["house", "car", "tree"])
@pytest.mark.parametrize("kind", [None, "behind", "beside"])
def test_what_is_large_is_behind_four_and_seen_between_them(name: str, kind: str | None) -> None:
    kinds = ("woman", "man", "boy", "girl")
    family = [figure(one, one) for one in kinds]
    measure, placed = staged("street", *family, thing(name, Relation(kind, "girl") if kind else None))
    assert all(placed[name].depth < placed[one].depth for one in kinds)
    body = measure.body(placed[name])
    assert sum(covered(body, measure.body(placed[one])) for one in kinds) < 0.55


@pytest.mark.parametrize("name", ["cake", "lamp", "basket", "dog", "snowman"])
def test_what_is_between_two_is_between_them_and_hidden_by_neither(name: str) -> None:
    measure, placed = staged("garden", figure("boy"), figure("girl"), thing(name, Relation("right of", "boy")))
    boy, own, girl = (measure.body(placed[one]) for one in ("boy", name, "girl"))
    assert boy[0] < own[0] and own[2] < girl[2]
    assert boy[2] - 0.05 < (own[0] + own[2]) / 2 < girl[0] + 0.05
    assert covered(own, boy) + covered(own, girl) < 0.2


def test_a_rocket_beside_one_who_floats_is_seen() -> None:
    measure, placed = staged("space", figure("boy", "boy", "flying"), thing("rocket", Relation("beside", "boy")))
    assert covered(measure.body(placed["rocket"]), measure.body(placed["boy"])) < 0.4


@pytest.mark.parametrize("kinds", [("boy", "elephant"), ("dragon", "unicorn"), ("bear",)])
def test_ears_and_tails_of_animals_are_on_the_paper(kinds: tuple[str, ...]) -> None:
    _, placed = staged(None, *[figure(kind, kind) for kind in kinds])
    for one in (placed[kind] for kind in kinds if kind != "boy"):
        assert one.box.x + 0.1 * one.box.width > 0 and one.box.x + 0.9 * one.box.width < 1


def test_who_swims_off_a_beach_is_in_the_water_behind_the_sand() -> None:
    _, placed = staged("beach", figure("boy", "boy"), figure("girl", "girl", "swimming"))
    girl = placed["girl"]
    assert girl.waterline is not None
    assert girl.box.y + girl.waterline * girl.box.height < VOCABULARY.setting("beach").ground
    assert girl.box.height < placed["boy"].box.height
