"""Where everything stands, and how cels become one picture."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image

from storyapp import paths
from storyapp.stage.bodies import Measure, covered
from storyapp.stage.compose import Composer, compose, pick
from storyapp.stage.staging import SMALLEST_FIGURE, stage
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.errors import ModelDamagedError, ModelMissingError
from storyapp.story.model import Style
from storyapp.story.plan import Box, CelPlan, Placement, Relation, ScenePlan

VOCABULARY = Vocabulary.load(paths.vocabulary())
PLAIN = Style("cartoon", "Cartoon", shadow=0.0)


def figures(*kinds: str, pose: str = "standing") -> tuple[CelPlan, ...]:
    return tuple(CelPlan(f"{kind}-{i}", "figure", kind, attributes={"pose": pose}) for i, kind in enumerate(kinds))


def faces_overlap(one: Placement, other: Placement) -> bool:
    """Whether the faces of two placed figures cover each other."""

    def box(placement: Placement) -> tuple[float, float, float, float]:
        x0, y0, x1, y1 = 0.3, 0.2, 0.7, 0.5
        if placement.mirrored:
            x0, x1 = 1 - x1, 1 - x0
        frame = placement.box
        return (
            frame.x + x0 * frame.width,
            frame.y + y0 * frame.height,
            frame.x + x1 * frame.width,
            frame.y + y1 * frame.height,
        )

    a, b = box(one), box(other)
    overlap = (min(a[2], b[2]) - max(a[0], b[0]), min(a[3], b[3]) - max(a[1], b[1]))
    return min(overlap) > 0 and math.prod(overlap) > 1e-4


@example(["girl"] * 5, "standing", "river")
@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(VOCABULARY.names("kinds")), min_size=1, max_size=5),
    st.sampled_from(("standing", "walking", "waving", "jumping")),
    st.sampled_from(VOCABULARY.names("settings")),
)
def test_up_to_five_figures_are_large_enough_and_show_their_faces(kinds: list[str], pose: str, setting: str) -> None:
    placed = stage(ScenePlan(setting, cels=figures(*kinds, pose=pose)), VOCABULARY)
    assert len(placed) == len(kinds)
    for one in placed:
        assert one.box.height >= SMALLEST_FIGURE - 1e-9
        assert one.box.x + one.box.width / 2 > 0
        assert one.box.x + one.box.width / 2 < 1
        assert one.box.y > -0.05
    for one, other in itertools.combinations(placed, 2):
        assert not faces_overlap(one, other)


def test_staging_is_deterministic_and_leaves_what_was_moved_by_hand() -> None:
    plan = ScenePlan("forest", cels=figures("fox", "bear"))
    placed = stage(plan, VOCABULARY)
    assert placed == stage(plan, VOCABULARY)
    moved = replace(placed[0], box=replace(placed[0].box, x=0.4), pinned=True)
    assert stage(plan, VOCABULARY, (moved, placed[1]))[0] == moved


def test_a_held_thing_is_at_the_hand_and_in_front() -> None:
    holder = CelPlan("fox", "figure", "fox", attributes={"pose": "holding"})
    thing = CelPlan("apple", "thing", "apple", relation=Relation("held by", "fox"))
    fox, apple = stage(ScenePlan("garden", cels=(holder, thing)), VOCABULARY)
    grip = VOCABULARY.pose("holding").anchors["front"]["grip"]
    assert apple.box.x + apple.box.width / 2 == pytest.approx(fox.box.x + grip[0] * fox.box.width, abs=0.02)
    assert apple.depth > fox.depth


def test_air_things_are_above_the_ground_and_swimmers_are_cut() -> None:
    plan = ScenePlan("lake", cels=(*figures("frog", pose="swimming"), CelPlan("star", "thing", "star")))
    frog, star = stage(plan, VOCABULARY)
    assert star.box.bottom < VOCABULARY.setting("lake").ground
    assert frog.waterline is not None


def test_who_is_in_a_boat_is_covered_by_its_front() -> None:
    sailor = CelPlan("fox", "figure", "fox", relation=Relation("in", "canoe"))
    fox, canoe = stage(ScenePlan("sea", cels=(sailor, CelPlan("canoe", "thing", "canoe"))), VOCABULARY)
    assert fox.inside == "canoe"
    assert fox.depth > canoe.depth


def square(colour: tuple[int, int, int], alpha: int = 255) -> Image.Image:
    return Image.new("RGBA", (32, 32), (*colour, alpha))


def at(x: float, y: float, side: float, name: str = "a", **more: object) -> Placement:
    return Placement(name, Box(x, y, side, side), **more)  # type: ignore[arg-type]


def test_cels_lie_over_the_backdrop_in_the_order_of_depth() -> None:
    plan = ScenePlan("sky", cels=(CelPlan("a", "thing", "ball"), CelPlan("b", "thing", "ball")))
    cels = {"a": square((255, 0, 0)), "b": square((0, 0, 255))}
    placements = (
        at(0.25, 0.25, 0.5, "a", depth=2.0, airborne=True),
        at(0.25, 0.25, 0.5, "b", depth=1.0, airborne=True),
    )
    picture = compose(Image.new("RGB", (64, 64), "white"), cels, placements, plan, PLAIN, VOCABULARY, (64, 64))
    assert picture.getpixel((32, 32)) == (255, 0, 0)
    assert picture.getpixel((4, 4)) == (255, 255, 255)


def test_no_halo_around_a_soft_edge_over_the_dark() -> None:
    cel = np.zeros((64, 64, 4), np.uint8)
    cel[..., 0] = 200
    cel[..., 3] = np.linspace(0, 255, 64).astype(np.uint8)[None]
    plan = ScenePlan("sky", cels=(CelPlan("a", "thing", "ball"),))
    dark = Image.new("RGB", (64, 64), (10, 10, 10))
    picture = compose(
        dark, {"a": Image.fromarray(cel)}, (at(0, 0, 1.0, airborne=True),), plan, PLAIN, VOCABULARY, (64, 64)
    )
    green = np.asarray(picture)[32, :, 1]
    assert int(green.max()) <= 11  # a fringe of white would be brighter than the dark and the red


def test_night_is_darker_than_day_and_rain_falls_in_front() -> None:
    def mean(time: str, weather: str = "clear") -> np.ndarray:
        plan = ScenePlan("hills", time, weather, (CelPlan("a", "figure", "fox"),))
        ground = Image.new("RGB", (64, 64), (128, 128, 128))
        picture = compose(
            ground, {"a": square((200, 200, 200))}, (at(0.2, 0.2, 0.6),), plan, PLAIN, VOCABULARY, (128, 128)
        )
        return np.asarray(picture, np.float32)

    assert mean("night")[64, 64].mean() < mean("day")[64, 64].mean() - 20
    for weather in ("rain", "snow", "fog"):
        assert np.abs(mean("day", weather) - mean("day")).max() > 10


@pytest.mark.parametrize("weather", ["rain", "snow", "fog"])
def test_most_of_the_weather_is_behind_who_acts(weather: str) -> None:
    """A face is not to be hidden by fog, nor full of flakes."""

    def composed(weather: str) -> np.ndarray:
        plan = ScenePlan("hills", "day", weather, (CelPlan("a", "figure", "fox"),))
        ground, cels = Image.new("RGB", (64, 64), (70, 90, 70)), {"a": square((120, 60, 30))}
        picture = compose(ground, cels, (at(0.25, 0.25, 0.5, airborne=True),), plan, PLAIN, VOCABULARY, (256, 256))
        return np.asarray(picture, np.float32)

    change = np.abs(composed(weather) - composed("clear")).mean(-1)
    on_figure, beside = change[80:176, 80:176].mean(), change[80:176, :56].mean()
    assert on_figure < 0.6 * beside
    assert change[230:].mean() > 1  # and some of it is in front


def test_composing_again_after_a_move_equals_composing_anew() -> None:
    plan = ScenePlan("hills", cels=(CelPlan("a", "figure", "fox"),))
    style = Style("crayon", "Crayon", grain=0.5, grain_kind="wax")
    ground, cels = Image.new("RGB", (64, 64), "grey"), {"a": square((200, 30, 30))}
    composer = Composer(ground, cels, plan, style, VOCABULARY, (96, 96))
    composer.compose((at(0.1, 0.2, 0.4),))
    moved = (at(0.5, 0.2, 0.4),)
    assert (
        composer.compose(moved).tobytes() == compose(ground, cels, moved, plan, style, VOCABULARY, (96, 96)).tobytes()
    )


def test_picking_finds_the_topmost_solid_cel_also_when_mirrored() -> None:
    half = square((0, 0, 0))
    half.paste((0, 0, 0, 0), (0, 0, 16, 32))  # solid on the right only
    placements = (at(0.0, 0.0, 0.5, "a", depth=1.0), at(0.5, 0.5, 0.5, "b", depth=2.0))
    cels = {"a": half, "b": square((0, 0, 0))}
    assert pick(placements, cels, 0.4, 0.2) == "a"
    assert pick(placements, cels, 0.1, 0.2) is None
    assert pick((replace(placements[0], mirrored=True),), cels, 0.1, 0.2) == "a"
    assert pick(placements, cels, 0.75, 0.75) == "b"


def test_words_find_their_concepts() -> None:
    assert VOCABULARY.find("Apples") == ("things", "apple")
    assert VOCABULARY.find("woods") == ("settings", "forest")
    assert VOCABULARY.find("xylophone quartet") is None
    assert VOCABULARY.zh("fox") == "狐狸"


def test_a_missing_and_a_damaged_vocabulary(tmp_path: object) -> None:
    from pathlib import Path

    folder = Path(str(tmp_path))
    with pytest.raises(ModelMissingError):
        Vocabulary.load(folder / "none.json")
    (folder / "bad.json").write_text("[1, 2")
    with pytest.raises(ModelDamagedError):
        Vocabulary.load(folder / "bad.json")


def test_who_sits_on_a_cloud_is_whole(vocabulary: Vocabulary) -> None:
    girl = CelPlan("girl", "figure", "girl", attributes={"pose": "sitting"}, relation=Relation("on", "cloud"))
    plan = ScenePlan("sky", cels=(girl, CelPlan("cloud", "thing", "cloud")))
    placed = {one.cel: one for one in stage(plan, vocabulary)}
    assert placed["cloud"].airborne
    assert 0 <= placed["girl"].box.y < placed["cloud"].box.y
    assert placed["girl"].box.bottom <= 1


def test_what_one_sits_on_comes_to_them_and_the_next_comes_to_it() -> None:
    riders = tuple(
        replace(cel, relation=Relation("on", "cloud"), attributes={"pose": "sitting"}) for cel in figures("girl", "fox")
    )
    placed = {
        one.cel: one for one in stage(ScenePlan("sky", cels=(*riders, CelPlan("cloud", "thing", "cloud"))), VOCABULARY)
    }
    middles = {key: one.box.x + one.box.width / 2 for key, one in placed.items()}
    assert (middles["girl-0"] + middles["fox-1"]) / 2 == pytest.approx(middles["cloud"], abs=0.03)  # side by side
    assert middles["fox-1"] - middles["girl-0"] > 0.35 * placed["girl-0"].box.width
    assert placed["girl-0"].box.x > -0.1 and not faces_overlap(placed["girl-0"], placed["fox-1"])


def test_a_thing_stands_in_a_gap_and_a_small_one_without_any_in_front() -> None:
    wide = ScenePlan("garden", cels=(*figures("girl"), CelPlan("bucket", "thing", "bucket")))
    girl, bucket = stage(wide, VOCABULARY, aspect=1.5)
    middle = girl.box.x + girl.box.width / 2
    assert (
        bucket.box.x + bucket.box.width < middle - 0.2 * girl.box.width or bucket.box.x > middle + 0.2 * girl.box.width
    )
    crowd = ScenePlan("kitchen", cels=(*figures("girl", "mouse", "fox", "bear"), CelPlan("cake", "thing", "cake")))
    *people, cake = stage(crowd, VOCABULARY)
    assert all(cake.depth > one.depth for one in people)


def hatched(side: int = 64) -> Image.Image:
    """A cel with details everywhere."""
    rows, columns = np.indices((side, side))
    colours = np.dstack([rows * 4 % 256, columns * 4 % 256, (rows // 8 + columns // 8) % 2 * 200]).astype(np.uint8)
    return Image.fromarray(np.dstack([colours, np.full((side, side), 255, np.uint8)]))


@pytest.mark.parametrize("shadow", ["none", "contact", "cutout"])
@pytest.mark.parametrize("mirrored", [False, True])
def test_of_a_giant_the_visible_part_looks_as_if_all_were_scaled(
    monkeypatch: pytest.MonkeyPatch, shadow: str, mirrored: bool
) -> None:
    plan = ScenePlan("hills", "night", cels=(CelPlan("a", "figure", "fox"),))
    style = Style("watercolour", "W", paint="ink", shadow=0.4, shadow_kind=shadow)
    places = (at(-1.3, -1.1, 3.0, mirrored=mirrored),)
    ground = Image.new("RGB", (96, 96), "grey")

    def composed() -> np.ndarray:
        return np.asarray(compose(ground, {"a": hatched()}, places, plan, style, VOCABULARY, (96, 96)), np.float32)

    part = composed()
    monkeypatch.setattr("storyapp.stage.compose.GIANT", 1000.0)
    whole = composed()
    assert np.abs(part - whole).mean() < 3


def test_a_figure_a_thousand_times_as_large_as_the_picture_can_still_be_composed() -> None:
    plan = ScenePlan("hills", cels=(CelPlan("a", "figure", "fox"), CelPlan("b", "thing", "boat")))
    style = Style("cartoon", "C", shadow=0.4)
    for shadow in ("contact", "cutout"):
        composer = Composer(None, {"a": hatched(), "b": hatched()}, plan, replace(style, shadow_kind=shadow), VOCABULARY, (128, 128))  # fmt: skip
        picture = composer.compose(
            (at(-500, -499, 1000, "a", inside="b", waterline=0.6), at(-400, -900, 1000, "b"), at(3, 3, 500, "a"))
        )
        assert picture.size == (128, 128)
        assert all(max(image.size) < 400 for _, image in composer._kept.values())


def test_one_size_of_each_cel_is_remembered() -> None:
    plan = ScenePlan("hills", cels=(CelPlan("a", "figure", "fox"),))
    composer = Composer(None, {"a": hatched()}, plan, PLAIN, VOCABULARY, (128, 128))
    for size in (0.2, 0.3, 0.4):
        composer.compose((at(0.1, 0.1, size),))
    assert len(composer._kept) == 1


def test_a_rider_and_the_horse_are_both_whole() -> None:
    knight = replace(figures("knight", pose="sitting")[0], relation=Relation("on", "horse"))
    placed = {
        one.cel: one.box
        for one in stage(ScenePlan("hills", cels=(knight, CelPlan("horse", "thing", "horse"))), VOCABULARY)
    }
    assert placed[knight.id].y >= 0
    assert placed[knight.id].bottom < placed["horse"].bottom <= 1


@pytest.mark.parametrize("pose", ["sleeping", "flying", "swimming"])
def test_who_lies_flies_or_swims_is_nearly_whole(pose: str) -> None:
    for one in stage(ScenePlan("lake", cels=figures("bear", "fox", pose=pose)), VOCABULARY):
        assert one.box.x > -0.03 and one.box.x + one.box.width < 1.03


def test_the_second_who_lies_on_the_ground_lies_behind_the_first() -> None:
    pair = figures("bear", "fox", pose="sleeping")
    first, second = stage(ScenePlan("garden", cels=pair), VOCABULARY)
    assert second.box.bottom < first.box.bottom - 0.05 and second.depth < first.depth
    in_bed = replace(pair[0], relation=Relation("in", "bed"))
    _, beside, bed = stage(ScenePlan("bedroom", cels=(in_bed, pair[1], CelPlan("bed", "thing", "bed"))), VOCABULARY)
    assert beside.depth > bed.depth


def test_one_or_two_make_room_for_a_large_thing() -> None:
    snowman = CelPlan("snowman", "thing", "snowman")
    left, right, thing = (
        one.box for one in stage(ScenePlan("snowfield", cels=(*figures("girl", "boy"), snowman)), VOCABULARY)
    )
    assert left.x + left.width / 2 < thing.x + 0.2 * thing.width
    assert right.x + right.width / 2 > thing.x + 0.8 * thing.width
    tent = CelPlan("tent", "thing", "tent", relation=Relation("beside", "fox-0"))
    fox, beside = (one.box for one in stage(ScenePlan("forest", cels=(*figures("fox"), tent)), VOCABULARY))
    assert fox.x + fox.width / 2 < beside.x + 0.2 * beside.width and beside.x + beside.width <= 1


def test_who_has_a_small_thing_stays_in_the_middle() -> None:
    cup = CelPlan("cup", "thing", "cup", relation=Relation("held by", "fox-0"))
    fox, _ = (one.box for one in stage(ScenePlan("forest", cels=(*figures("fox"), cup)), VOCABULARY))
    assert fox.x + fox.width / 2 == pytest.approx(0.5)


@pytest.mark.parametrize("thing", ["bed", "sofa"])
def test_who_sleeps_fits_what_they_sleep_on(thing: str) -> None:
    cat = replace(figures("cat", pose="sleeping")[0], relation=Relation("on", thing))
    own, below = (
        one.box for one in stage(ScenePlan("bedroom", cels=(cat, CelPlan(thing, "thing", thing))), VOCABULARY)
    )
    assert 0.7 * below.width < own.width < 1.1 * below.width
    assert below.height < 0.7 and own.y > 0


@pytest.mark.parametrize(("pose", "thing"), [("sitting", "horse"), ("sleeping", "bed")])
def test_the_second_on_a_thing_leaves_the_first_where_it_is(pose: str, thing: str) -> None:
    pair = [replace(one, relation=Relation("on", thing)) for one in figures("mouse", "bear", pose=pose)]
    below = CelPlan(thing, "thing", thing)
    both = {one.cel: one.box for one in stage(ScenePlan("hills", cels=(*pair, below)), VOCABULARY)}
    first, second = (both[one.id] for one in pair)
    feet = both[thing].y + both[thing].height * 0.1
    # In bed their heads are side by side on the pillow, one a little higher.
    assert abs(first.bottom - second.bottom) < (0.04 if thing == "horse" else 0.15) and first.bottom > feet
    assert second.y >= 0 and both[thing].bottom <= 1


def test_parents_stand_behind_their_children_and_are_larger() -> None:
    for kinds in (
        ("woman", "man", "boy", "girl"),
        ("man", "girl", "woman", "boy"),
        ("boy", "man", "baby", "woman", "girl"),
    ):
        placed = {one.cel.split("-")[0]: one for one in stage(ScenePlan("garden", cels=figures(*kinds)), VOCABULARY)}
        for parent, child in itertools.product(("woman", "man"), set(kinds) - {"woman", "man"}):
            assert placed[parent].depth < placed[child].depth
            assert placed[parent].box.height > placed[child].box.height
        assert placed["man"].box.height > placed["woman"].box.height


def test_four_who_are_alike_stand_in_the_order_of_the_words() -> None:
    placed = stage(ScenePlan("garden", cels=figures("girl", "girl", "girl", "girl")), VOCABULARY)
    assert [one.box.x for one in placed] == sorted(one.box.x for one in placed)


@pytest.mark.parametrize("count", [2, 3])
@pytest.mark.parametrize(
    ("pose", "setting"), [("flying", "hills"), ("flying", "sky"), ("swimming", "lake"), ("swimming", "underwater")]
)
def test_those_who_fly_or_swim_are_apart_and_in_the_picture(count: int, pose: str, setting: str) -> None:
    cels = tuple(replace(cel, attributes={"pose": pose, "facing": "right"}) for cel in figures(*["girl"] * count))
    plan = ScenePlan(setting, cels=cels)
    placed = stage(plan, VOCABULARY)
    faces = [Measure(plan, VOCABULARY, 1.0).face(one) for one in placed]
    bodies = [Measure(plan, VOCABULARY, 1.0).body(one) for one in placed]
    for body, face in zip(bodies, faces, strict=True):
        assert body[0] > -0.02 and body[2] < 1.02 and body[1] >= 0 and body[3] < 1
        assert face and sum(covered(face, other) for other in bodies if other is not body) < 0.3
    for one, other in itertools.combinations(bodies, 2):
        assert covered(one, other) < 0.25


def test_one_who_flies_over_one_who_stands_is_as_large_as_ever() -> None:
    fairy, girl = figures("fairy", "girl")
    fairy = replace(fairy, attributes={"pose": "flying"})
    alone = {one.cel: one for one in stage(ScenePlan("hills", cels=(fairy, girl)), VOCABULARY)}
    assert alone[girl.id].box.height > 0.6
