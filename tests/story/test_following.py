"""Places set by hand: scenes that stay there follow, those that name their own place do not."""

from __future__ import annotations

from storyapp.story.following import as_told, followers, following, is_followed, read_on
from storyapp.story.model import Illustration, Scene, Story
from storyapp.story.plan import ScenePlan, merge
from storyapp.story.replanning import as_read, correct_place


def reading(text: str):  # type: ignore[no-untyped-def]
    def read(before: ScenePlan | None) -> ScenePlan:
        said = next((one for one in ("forest", "kitchen", "beach") if one in text), None)
        before = before or ScenePlan()
        return ScenePlan(said or before.setting, before.time, before.weather, spans={"setting": (0, 3)} if said else {})

    return read


def test_what_the_words_tell_is_kept_beside_what_a_hand_made_of_it() -> None:
    plan = correct_place(correct_place(ScenePlan("forest"), "time", "sunset"), "time", "night")
    assert (plan.time, plan.told) == ("night", {"time": "day"}) and as_told(plan) == ScenePlan(
        "forest", corrected=plan.corrected
    )
    assert merge(plan, ScenePlan("kitchen", "sunset")).told == {"time": "sunset"}
    assert as_read(plan, None, "time").told == {}


def test_a_scene_that_goes_on_follows_and_one_with_its_own_place_does_not() -> None:
    first = correct_place(correct_place(ScenePlan("forest"), "setting", "beach"), "time", "night")
    second = read_on(reading("They sat down."), first)
    assert (second.setting, second.time, second.told) == ("beach", "night", {"setting": "forest", "time": "day"})
    third = read_on(reading("In the kitchen."), second)
    assert (third.setting, third.time, third.told) == ("kitchen", "day", {})
    again = read_on(reading("On the beach."), first)  # it is there that the hand put them
    assert (again.setting, again.time, again.told) == ("beach", "night", {"time": "day"})
    assert is_followed(second, "time") and not is_followed(first, "time") and not is_followed(third, "time")


def test_a_place_that_no_words_tell_is_followed_too() -> None:
    first = correct_place(ScenePlan(None), "setting", "beach")
    assert read_on(reading("x"), first).setting == "beach"
    assert as_told(first).setting is None


def picture(plan: ScenePlan) -> Illustration:
    return Illustration("p", plan, (), (), {}, "cartoon", 1, "x")


def test_followers_end_where_a_scene_names_its_own_place() -> None:
    told = {"setting": (0, 3)}
    plans = [
        ScenePlan("forest", spans=told),
        ScenePlan("forest"),
        ScenePlan("forest"),
        ScenePlan("kitchen", spans=told),
    ]
    plans += [ScenePlan("kitchen")]
    scenes = tuple(Scene(str(row), illustrations=(picture(one),), chosen="p") for row, one in enumerate(plans))
    story, first = Story("s", scenes=scenes), correct_place(plans[0], "setting", "beach")
    assert [one.id for one in followers(story, "0", first, "setting")] == ["1", "2"]
    changed = following(plans[1], first, "setting")
    assert (changed.setting, changed.told, changed.corrected) == ("beach", {"setting": "forest"}, frozenset())
    assert followers(story, "gone", first, "setting") == []
