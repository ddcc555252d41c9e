"""What a person does to a story, as plain functions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from storyapp.story import edits, replanning
from storyapp.story.codes import CodeGrid
from storyapp.story.model import Illustration, Scene, Story, Variant
from storyapp.story.plan import Box, CelPlan, Placement, Relation, ScenePlan, merge
from storyapp.story.store import StoryFile


def story() -> Story:
    plan = ScenePlan("forest", cels=(CelPlan("fox", "figure", "fox"), CelPlan("kite", "thing", "kite")))
    placements = (Placement("fox", Box(0, 0, 1, 1)), Placement("kite", Box(0, 0, 0.2, 0.2)))
    variants = tuple(Variant(f"{cel}-1", cel, cel, "cartoon", 1, None) for cel in ("fox", "kite"))
    picture = Illustration("p", plan, placements, variants, {"fox": "fox-1", "kite": "kite-1"}, "cartoon", 1, "")
    scenes = (Scene("a", "One", "The fox. The kite."), Scene("b", "Two", "Rain."), Scene("c", "Three"))
    return Story("s", scenes=scenes).with_scene(scenes[0].with_illustration(picture))


def ids(changed: Story) -> list[str]:
    return [one.id for one in changed.scenes]


def test_scenes_move_within_the_story_only() -> None:
    assert ids(edits.move_scene(story(), "a", 1)) == ["b", "a", "c"]
    assert ids(edits.move_scene(story(), "c", -2)) == ["c", "a", "b"]
    unchanged = story()
    assert edits.move_scene(unchanged, "a", -1) is unchanged
    assert edits.move_scene(unchanged, "nobody", 1) is unchanged


def test_an_order_of_other_scenes_changes_nothing() -> None:
    unchanged = story()
    assert edits.order_scenes(unchanged, ["a", "b"]) is unchanged
    assert ids(edits.order_scenes(unchanged, ["c", "b", "a"])) == ["c", "b", "a"]


def test_splitting_keeps_every_word_and_the_picture() -> None:
    split = edits.split_scene(story(), "a", 8)
    assert [one.text for one in split.scenes][:2] == ["The fox.", "The kite."]
    assert split.scenes[0].illustration is not None
    assert split.scenes[1].illustration is None


def test_merging_keeps_all_pictures() -> None:
    split = edits.split_scene(story(), "a", 8)
    merged = edits.merge_with_next(split, "a")
    assert merged.scene("a").text == "The fox.\n\nThe kite."
    assert len(merged.scene("a").illustrations) == 1
    last = story()
    assert edits.merge_with_next(last, "c") is last


def test_a_scene_is_merged_with_its_copy_and_can_be_saved(tmp_path: Path) -> None:
    first = story().scene("a")
    assert first.illustration is not None
    changed = replace(first, id="d").with_illustration(replace(first.illustration, seed=2))
    for copy, pictures in ((replace(first, id="d"), 1), (changed, 2)):
        merged = edits.merge_with_next(edits.insert_scene(story(), copy, "a"), "a")
        assert len(merged.scene("a").illustrations) == pictures
        with StoryFile.create(tmp_path / "kite.story", merged) as file:
            assert file.story == merged


def test_merging_keeps_a_heading() -> None:
    headless = story().with_scene(replace(story().scene("b"), title=""))
    assert edits.merge_with_next(headless, "b").scene("b").title == "Three"
    assert edits.merge_with_next(story(), "b").scene("b").title == "Two"


def test_a_removed_cel_is_not_brought_back() -> None:
    picture = edits.picture_of(edits.remove_cel(story(), "a", "fox"), "a")
    assert picture is not None
    assert [one.cel for one in picture.placements] == ["kite"]
    assert "fox" in picture.plan.removed
    assert "fox" not in picture.chosen
    assert any(one.cel == "fox" for one in picture.variants)


def test_corrections_are_remembered() -> None:
    plan = replanning.correct_place(ScenePlan("forest"), "time", "night")
    assert (plan.time, plan.corrected) == ("night", {"time"})
    plan = replanning.correct_cel(ScenePlan(cels=(CelPlan("fox", "figure", "fox"),)), "fox", "pose", "running")
    assert plan.cel("fox").attributes["pose"] == "running"
    assert plan.cel("fox").corrected == {"pose"}


def test_added_cels_get_ids_of_their_own() -> None:
    plan, first = replanning.add_cel(ScenePlan(), "thing", "kite")
    plan, second = replanning.add_cel(plan, "thing", "kite")
    assert (first, second) == ("kite", "kite-2")
    assert all(cel.added for cel in plan.cels)


def test_what_is_gone_is_left_alone() -> None:
    unchanged = story()
    assert edits.place_cel(unchanged, "gone", Placement("fox", Box(0, 0, 1, 1))) is unchanged
    assert edits.choose_variant(unchanged, "a", "fox", "no-such-variant") is unchanged
    assert edits.choose_picture(unchanged, "a", "no-such-picture") is unchanged


def test_layers_go_past_one_other_and_no_farther() -> None:
    picture = edits.picture_of(story(), "a")
    assert picture is not None
    front, back = edits.layers(picture)
    moved = edits.shifted_layer(picture, back.cel, 1)
    assert moved is not None and moved.depth > front.depth and moved.pinned
    assert edits.shifted_layer(picture, front.cel, 1) is None


def test_a_variant_that_is_put_away_is_kept_and_the_last_one_stays() -> None:
    unchanged = story()
    assert edits.put_away(unchanged, "a", "fox", "fox-1") is unchanged
    picture = edits.picture_of(unchanged, "a")
    assert picture is not None
    two = edits.with_picture(unchanged, "a", picture.with_variant(Variant("fox-2", "fox", "fox", "cartoon", 2, None)))
    changed = edits.picture_of(edits.put_away(two, "a", "fox", "fox-2"), "a")
    assert changed is not None and changed.chosen["fox"] == "fox-1"
    assert [one.id for one in changed.offered("fox")] == ["fox-1"]
    assert any(one.id == "fox-2" for one in changed.variants)


def test_a_style_goes_to_every_picture_but_those_of_scenes_with_their_own() -> None:
    changed = edits.choose_style(edits.choose_style(story(), "clay", "a"), "ink")
    picture = edits.picture_of(changed, "a")
    assert picture is not None and (picture.style, changed.style) == ("clay", "ink")
    again = edits.picture_of(edits.choose_style(changed, None, "a"), "a")
    assert again is not None and again.style == "ink"


def test_a_wider_place_leaves_everybody_where_they_stood() -> None:
    def place(columns: int) -> Variant:
        return Variant(f"b-{columns}", "backdrop", "", "", 1, CodeGrid("backdrop", 16, columns, 1, (0,) * 16 * columns))

    picture = edits.picture_of(story(), "a")
    assert picture is not None
    square = edits.reshaped(picture, place(16))
    wide = edits.reshaped(square, place(24))
    assert edits.aspect_of(wide) == 1.5
    assert wide.placements[0].box.x == 4 / 24
    back = edits.reshaped(wide, square.variants[-1])
    assert abs(back.placements[0].box.x) < 1e-9 and abs(back.placements[0].box.width - 1) < 1e-9


def test_a_thing_is_held_by_hand_and_stays_so_until_the_words_may_say_again() -> None:
    read = ScenePlan("forest", cels=(CelPlan("fox", "figure", "fox"), CelPlan("kite", "thing", "kite")))
    plan = replanning.relate_cel(read, "kite", "held by", "fox")
    assert merge(plan, read).cel("kite").relation == Relation("held by", "fox")
    assert merge(replanning.as_read(plan, "kite"), read).cel("kite").relation is None
    assert replanning.relate_cel(plan, "kite", None).cel("kite").relation is None


def test_one_field_of_a_place_follows_the_words_again() -> None:
    plan = replanning.correct_place(replanning.correct_place(ScenePlan("forest"), "time", "night"), "setting", "beach")
    again = merge(replanning.as_read(plan, field="setting"), ScenePlan("forest"))
    assert (again.setting, again.time) == ("forest", "night")


def test_the_scenes_of_another_story_take_the_place_of_one() -> None:
    story = Story("s", "Mine", scenes=(Scene("a", "One", "All."), Scene("b", text="Last.")))
    other = Story("o", "Other", "Ann", scenes=(Scene("x", text="First."), Scene("y", "Two", "Second.")))
    made = edits.with_scenes_of(story, "a", other)
    assert (made.title, made.author) == ("Mine", "Ann")
    assert [(one.title, one.text) for one in made.scenes] == [("One", "First."), ("Two", "Second."), ("", "Last.")]
    assert made.scenes[0].id == "a"
    assert edits.with_scenes_of(story, "gone", other) is story
