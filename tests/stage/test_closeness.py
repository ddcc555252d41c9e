"""Those who touch each other: in the arms, on a lap, on shoulders, on a head; one who hugs another one."""

from __future__ import annotations

import pytest

from storyapp import paths
from storyapp.stage.bodies import Measure, covered
from storyapp.stage.staging import stage
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.plan import Box, CelPlan, Placement, Relation, ScenePlan

VOCABULARY = Vocabulary.load(paths.vocabulary())


def figure(name: str, kind: str, pose: str = "standing", relation: Relation | None = None) -> CelPlan:
    facing = "right" if pose == "hugging" else "front"
    return CelPlan(name, "figure", kind, attributes={"pose": pose, "facing": facing}, relation=relation)


def thing(name: str, relation: Relation | None = None) -> CelPlan:
    return CelPlan(name, "thing", name, relation=relation)


def staged(*cels: CelPlan, aspect: float = 1.0) -> tuple[Measure, dict[str, Placement]]:
    plan = ScenePlan("garden", cels=cels)
    return Measure(plan, VOCABULARY, aspect), {one.cel: one for one in stage(plan, VOCABULARY, aspect=aspect)}


@pytest.mark.parametrize("aspect", [1.0, 1.6])
@pytest.mark.parametrize(
    ("carrier", "pose", "rider", "rides", "kind"),
    [
        ("woman", "holding", "baby", "standing", "held by"),
        ("woman", "standing", "baby", "sleeping", "held by"),
        ("man", "walking", "cat", "standing", "held by"),
        ("knight", "holding", "princess", "sitting", "held by"),
        ("grandmother", "sitting", "girl", "sitting", "on"),
        ("man", "standing", "boy", "sitting", "on"),
        ("elephant", "walking", "boy", "sitting", "on"),
        ("bear", "standing", "owl", "sitting", "on"),
    ],
)
def test_who_is_carried_is_with_the_carrier_and_both_faces_are_seen(
    carrier: str, pose: str, rider: str, rides: str, kind: str, aspect: float
) -> None:
    measure, placed = staged(
        figure("one", carrier, pose), figure("other", rider, rides, Relation(kind, "one")), aspect=aspect
    )
    faces = [measure.face(placed[name]) for name in ("one", "other")]
    assert faces[0] and faces[1]
    assert covered(faces[0], faces[1]) < 0.3
    assert placed["other"].box.height <= placed["one"].box.height
    assert all(face[0] >= 0 and face[2] <= 1 and face[1] >= 0 for face in faces if face)
    one, other = measure.body(placed["one"]), measure.body(placed["other"])
    assert one[0] < (other[0] + other[2]) / 2 < one[2]
    if kind == "on" and pose != "sitting":
        assert faces[1][3] <= faces[0][1] + 0.03


def test_a_carrier_stands_alone_and_what_is_held_is_still_there() -> None:
    carried = figure("baby", "baby", relation=Relation("held by", "mum"))
    _, alone = staged(figure("mum", "woman"))
    _, placed = staged(figure("mum", "woman"), carried, thing("bottle", Relation("held by", "baby")))
    assert placed["mum"].box == alone["mum"].box
    bottle, baby = placed["bottle"].box, placed["baby"].box
    assert baby.contains(bottle.x + bottle.width / 2, bottle.y + bottle.height / 2)


def test_who_sits_on_a_lap_in_an_armchair_is_there() -> None:
    gran = figure("gran", "grandmother", "sitting", Relation("on", "chair"))
    measure, placed = staged(gran, thing("chair"), figure("girl", "girl", "sitting", Relation("on", "gran")))
    assert covered(measure.body(placed["girl"]), measure.body(placed["gran"])) > 0.4
    assert placed["girl"].depth > placed["gran"].depth


def test_those_who_carry_each_other_are_both_shown() -> None:
    one = figure("one", "girl", relation=Relation("held by", "other"))
    _, placed = staged(one, figure("other", "girl", relation=Relation("held by", "one")))
    assert not any(cel.hidden for cel in placed.values())


def test_one_who_hugs_is_beside_the_other_and_hugs_nobody_who_is_not_there() -> None:
    _, placed = staged(figure("one", "girl", "hugging"), figure("other", "dog"), figure("third", "man"))
    apart = placed["other"].box.x - placed["one"].box.x
    assert 0 < apart < 0.5 * placed["one"].box.width
    assert placed["third"].box.x - placed["other"].box.x > 0.6 * placed["other"].box.width
    assert placed["other"].mirrored is False
    _, alone = staged(figure("one", "girl", "hugging"))
    assert alone["one"].box.x + alone["one"].box.width / 2 == pytest.approx(0.5)


@pytest.mark.parametrize(("name", "on_head"), [("box", True), ("crown", True), ("parrot", False)])
def test_things_are_on_a_head_and_birds_on_a_shoulder(name: str, on_head: bool) -> None:
    measure, placed = staged(figure("one", "pirate"), thing(name, Relation("on", "one")))
    face, entry, box = measure.face(placed["one"]), VOCABULARY.thing(name), placed[name].box
    assert face is not None
    foot = box.y + entry.box[3] * box.height
    assert (foot < face[1] + 0.05) == on_head
    assert covered(face, measure.body(placed[name])) < 0.12


def test_an_animal_has_its_hat_on_the_head_and_it_is_turned_with_it() -> None:
    _, placed = staged(thing("duck"), thing("crown", Relation("on", "duck")), figure("one", "girl"))
    duck, hat = placed["duck"], placed["crown"]
    assert hat.mirrored == duck.mirrored and hat.box.height < 0.6 * duck.box.height
    side = hat.box.x + hat.box.width / 2 - duck.box.x - duck.box.width / 2
    assert (side > 0) == (placed["one"].box.x + placed["one"].box.width / 2 > duck.box.x + duck.box.width / 2)


def test_a_boot_in_a_hand_is_no_leg() -> None:
    _, placed = staged(figure("one", "boy", "holding"), thing("hiking boot", Relation("held by", "one")))
    assert placed["hiking boot"].box.height < 0.21 * placed["one"].box.height


def test_a_pinned_rider_stays() -> None:
    plan = ScenePlan("garden", cels=(figure("one", "man"), figure("other", "baby", relation=Relation("on", "one"))))
    pinned = Placement("other", Box(0.1, 0.1, 0.3, 0.3), depth=0.4, pinned=True)
    assert pinned in stage(plan, VOCABULARY, (pinned,))


def test_who_rides_one_that_flies_sits_on_its_back_and_hides_no_face() -> None:
    dragon, rider = (
        figure("dragon", "dragon", "flying"),
        figure("princess", "princess", "sitting", Relation("on", "dragon")),
    )
    measure, placed = staged(dragon, rider)
    back, own = measure.body(placed["dragon"]), measure.body(placed["princess"])
    face = measure.face(placed["dragon"])
    assert face and covered(face, own) < 0.1
    assert own[3] < back[3] and own[3] > (back[1] + back[3]) / 2 - 0.05 and back[0] - 0.02 < own[0]
    assert placed["princess"].depth > placed["dragon"].depth


@pytest.mark.parametrize("pose", ["walking", "flying"])
def test_the_second_rider_is_behind_the_first(pose: str) -> None:
    riders = [figure(f"rider-{index}", "girl", "sitting", Relation("on", "dragon")) for index in range(2)]
    measure, placed = staged(figure("dragon", "dragon", pose), *riders)
    faces = [measure.face(placed[one.id]) for one in riders]
    assert faces[0] and faces[1] and covered(faces[1], faces[0]) < 0.55
    assert placed["rider-1"].depth < placed["rider-0"].depth


def test_who_hugs_a_thing_has_it_before_the_body_and_hugs_nobody_else() -> None:
    toy = thing("teddy bear", Relation("held by", "mia"))
    measure, placed = staged(figure("mia", "girl", "hugging"), figure("ben", "boy"), toy)
    mia, ben, bear = (measure.body(placed[key]) for key in ("mia", "ben", "teddy bear"))
    assert covered(bear, mia) > 0.4 and covered(ben, mia) == 0
