"""A whole story from words to pictures, with an illustrator without torch."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.book import (
    PORTRAIT,
    check_story,
    has_words,
    illustrate_story,
    scene_request,
    scenes_without_words,
    with_looks,
)
from storyapp.story.codes import CodeLock
from storyapp.story.errors import DeviceError, EmptyStoryError, TextTooLongError
from storyapp.story.model import LONGEST_SCENE, Character, Scene, Story, Variant
from storyapp.story.plan import Box, ScenePlan
from storyapp.story.request import Options, Progress
from tests.fakes import FakeIllustrator, grid_of

MIA = Character("m", "Mia", description="a girl in a red coat")
PIP = Character("p", "Pip", description="a fox")


def look(description: str) -> tuple[str | None, dict[str, str]]:
    return ("fox", {}) if "fox" in description else (None, {"top_colour": "red"} if "red" in description else {})


@pytest.fixture
def illustrator(vocabulary: Vocabulary) -> FakeIllustrator:
    return FakeIllustrator(vocabulary)


def kite() -> Story:
    scenes = (
        Scene("1", "Morning", "Mia met Pip in the forest."),
        Scene("2", "", "They ran."),
        Scene("3", "Silence", " … \n"),
        Scene("4", "Evening", "Pip slept.", style="watercolour"),
    )
    return Story("s", "Kite", scenes=scenes, characters=(MIA, PIP))


def finished(story: Story, illustrator: FakeIllustrator, seed: int = 1) -> Story:
    *_, last = illustrate_story(story, illustrator, look, seed)
    assert last.result is not None
    return last.result


def test_every_scene_with_words_gets_a_picture_of_its_words(illustrator: FakeIllustrator) -> None:
    story = finished(kite(), illustrator)
    assert [one.illustration is not None for one in story.scenes] == [True, True, False, True]
    assert not any(one.stale for one in story.scenes)
    assert [one.text for one in story.scenes] == [one.text for one in kite().scenes]
    assert [one.style for one in illustrator.requests] == ["cartoon", "cartoon", "watercolour"]


def test_everybody_gets_a_locked_portrait_with_looks_of_the_description(illustrator: FakeIllustrator) -> None:
    story = finished(kite(), illustrator)
    for character in story.characters:
        assert character.locked
        assert character.portrait is not None and character.portrait.codes is not None
        assert character.lock == CodeLock.whole(character.portrait.codes)
    assert story.character("m").looks == {"top_colour": "red"}
    assert story.character("p").concept == "fox"
    girl, fox = (one.phrase.split(", ") for one in illustrator.painted)
    assert girl[:2] == ["girl", "red shirt"] and fox[0] == "fox"
    for phrase in (girl, fox):  # clothes that nobody told of have a colour all the same
        assert phrase[2].endswith(" trousers") and phrase[3:] == ["nothing worn", "standing", "happy"]


def test_the_scenes_are_painted_with_the_finished_portraits(illustrator: FakeIllustrator) -> None:
    story = finished(kite(), illustrator)
    for request in illustrator.requests:
        assert {one.id: one.portrait for one in request.cast} == {one.id: one.portrait for one in story.characters}


def test_a_portrait_that_is_there_is_kept(illustrator: FakeIllustrator) -> None:
    portrait = Variant("mine", "portrait", "fox", "cartoon", 1, grid_of("mine", "figure"))
    pip = replace(PIP, portraits=(portrait,), chosen="mine")
    story = finished(kite().with_character(pip), illustrator)
    assert story.character("p") == pip
    assert [one.cel for one in illustrator.painted] == ["portrait-Mia"]


def test_a_portrait_that_is_not_chosen_is_not_lost(illustrator: FakeIllustrator) -> None:
    portrait = Variant("old", "portrait", "fox", "cartoon", 1, grid_of("old", "figure"))
    story = finished(kite().with_character(replace(PIP, portraits=(portrait,))), illustrator)
    pip = story.character("p")
    assert portrait in pip.portraits
    assert pip.portrait is not None and pip.portrait != portrait


def test_each_scene_hears_of_the_one_before(illustrator: FakeIllustrator) -> None:
    story = finished(kite(), illustrator)
    first, second, third = illustrator.requests
    assert first.previous is None
    picture = story.scene("1").illustration
    assert picture is not None and second.previous == picture.plan and picture.plan.setting == "forest"
    after = story.scene("2").illustration
    assert after is not None and third.previous == after.plan and after.plan.setting == "forest"


def test_progress_counts_up_to_the_finished_story(illustrator: FakeIllustrator) -> None:
    steps: list[Progress[Story]] = list(illustrate_story(kite(), illustrator, look))
    assert {one.of for one in steps} == {5}
    assert [one.step for one in steps] == sorted(one.step for one in steps)
    assert [one.result is not None for one in steps] == [False] * (len(steps) - 1) + [True]
    assert steps[-1].step == 5
    assert list(dict.fromkeys(one.what for one in steps)) == [
        f"{PORTRAIT} Mia",
        f"{PORTRAIT} Pip",
        "Morning",
        "scene 2",
        "Evening",
        "finished",
    ]
    assert any(one.preview for one in steps if one.what == "Morning")


def test_the_same_seed_paints_the_same_and_scenes_have_their_own(illustrator: FakeIllustrator) -> None:
    one, other, third = (finished(kite(), illustrator, seed) for seed in (3, 3, 50))

    def codes(story: Story) -> list[object]:
        return [story.characters[0].lock] + [
            [variant.codes for variant in scene.illustration.variants] if scene.illustration else None
            for scene in story.scenes
        ]

    assert codes(one) == codes(other) != codes(third)
    assert len({request.seed for request in illustrator.requests[:3]}) == 3


def test_painting_again_keeps_the_plan_and_the_places(illustrator: FakeIllustrator) -> None:
    first = finished(kite(), illustrator)
    picture = first.scene("1").illustration
    assert picture is not None
    moved = replace(picture.placements[0], box=Box(0.5, 0.5, 0.25, 0.25), pinned=True)
    plan = replace(picture.plan, setting="beach", corrected=frozenset({"setting"}))
    placed = replace(picture, plan=plan, placements=(*picture.placements[1:], moved))
    changed = first.with_scene(first.scene("1").with_illustration(placed))
    again = finished(changed, illustrator, seed=9).scene("1")
    assert again.illustration is not None and again.illustration.id != picture.id
    assert again.illustration.plan == plan
    assert moved in again.illustration.placements
    assert len(again.illustrations) == 2


def test_changed_words_are_read_again_with_the_corrections_kept(illustrator: FakeIllustrator) -> None:
    first = finished(kite(), illustrator)
    picture = first.scene("1").illustration
    assert picture is not None
    plan = replace(picture.plan, setting="beach", corrected=frozenset({"setting"})).without_cel("pip")
    scene = replace(first.scene("1").with_illustration(replace(picture, plan=plan)), text="Mia, Pip and a bear ran.")
    again = finished(first.with_scene(scene), illustrator).scene("1").illustration
    assert again is not None
    assert again.plan.setting == "beach"
    assert sorted(one.id for one in again.plan.cels) == ["bear", "mia"]
    assert {one.cel for one in again.placements} == {"bear", "mia"}


def test_nothing_is_painted_of_a_story_without_words(illustrator: FakeIllustrator) -> None:
    for scenes in ((), (Scene("1"), Scene("2", "Title only", "… !"))):
        with pytest.raises(EmptyStoryError, match="write at least one scene"):
            list(illustrate_story(Story("s", scenes=scenes, characters=(MIA,)), illustrator, look))
    assert illustrator.painted == [] and illustrator.requests == []


def test_nothing_is_painted_of_a_story_with_too_long_a_scene(illustrator: FakeIllustrator) -> None:
    scenes = (Scene("1", text="Mia ran."), Scene("2", text="a" * (LONGEST_SCENE + 1)))
    with pytest.raises(TextTooLongError, match=r"Scene 2 has 20,001 characters.*20,000"):
        list(illustrate_story(Story("s", scenes=scenes, characters=(MIA,)), illustrator, look))
    with pytest.raises(TextTooLongError, match="“Long”"):
        check_story(Story("s", scenes=(replace(scenes[1], title="Long"),)))
    assert illustrator.painted == [] and illustrator.requests == []
    check_story(Story("s", scenes=(Scene("1", text="a" * LONGEST_SCENE),)))


def test_a_failure_of_the_illustrator_reaches_the_caller(illustrator: FakeIllustrator) -> None:
    illustrator.failure = DeviceError("The device ran out of memory; choose another.")
    with pytest.raises(DeviceError, match="out of memory"):
        finished(kite(), illustrator)


def test_scenes_have_words_in_any_language() -> None:
    assert [has_words(Scene("1", text=text)) for text in ("a", "明", "7", "", "\n…!", "---")] == [True] * 3 + [
        False
    ] * 3
    assert [one.id for one in scenes_without_words(kite())] == ["3"]


def test_looks_set_by_hand_stay() -> None:
    by_hand = Character("m", "Mia", description="a fox in red", looks={"top_colour": "blue"})
    assert with_looks(by_hand, look) is by_hand
    assert with_looks(Character("m", "Mia", concept="bear"), look) == Character("m", "Mia", concept="bear")
    assert with_looks(replace(PIP, concept="bear"), look).concept == "fox"
    assert with_looks(MIA, look) == replace(MIA, looks={"top_colour": "red"})


def test_a_request_names_the_cast_first_and_then_everybody_else() -> None:
    story = kite()
    previous = ScenePlan("forest")
    request = scene_request(story, story.scene("4"), previous, 7, Options(steps=2))
    assert [one.id for one in request.cast] == ["p", "m"]
    assert (request.text, request.style, request.seed) == ("Pip slept.", "watercolour", 7)
    assert request.previous is previous and request.options.steps == 2
    assert request.place is None and request.plan is None
    gone = replace(story.scene("4"), cast=("nobody", "m"))
    assert [one.id for one in scene_request(story, gone, None, 1).cast] == ["m", "p"]


def test_a_locked_place_is_the_backdrop_of_its_scene(illustrator: FakeIllustrator) -> None:
    story = kite()
    story = story.with_scene(replace(story.scene("4"), place="1"))
    assert scene_request(story, story.scene("4"), None, 1).place is None
    done = finished(story, illustrator)
    picture = done.scene("1").illustration
    shown = picture.shown("backdrop") if picture else None
    assert shown is not None and shown.codes is not None
    assert [one.place for one in illustrator.requests] == [None, None, shown]
    lost = replace(done.scene("4"), place="gone")
    assert scene_request(done, lost, None, 1).place is None
