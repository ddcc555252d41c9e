"""Who is named in pictures and is no character yet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storyapp.story.model import Character, Illustration, Scene, Story, Variant, text_hash
from storyapp.story.newcomers import called, kept, newcomers
from storyapp.story.plan import CelPlan, ScenePlan
from storyapp.story.usual import usual_looks

WORDS = "Princess Ada and a girl met Fox. Pip the dog ran."
DETAILS = {"skin": 4, "hair": 2, "hair_style": 1, "build": 0, "sway": 1}


def cel(key: str, concept: str, said: str, **more: object) -> CelPlan:
    return CelPlan(key, "figure", concept, spans=((WORDS.index(said), WORDS.index(said) + len(said)),), **more)  # type: ignore[arg-type]


CELS = (
    cel("princess-ada", "princess", "Princess Ada", attributes={"top_colour": "green", "pose": "standing"}),
    cel("girl", "girl", "girl"),
    cel("fox", "fox", "Fox"),
    cel("pip", "dog", "Pip"),
)


def picture(*cels: CelPlan) -> Illustration:
    shown = Variant("v", "pip", "dog, running", "ink", 1, None, details=DETAILS)
    return Illustration("p", ScenePlan(cels=cels), (), (shown,), {"pip": "v"}, "ink", 1, text_hash(WORDS))


def book(*cels: CelPlan) -> Story:
    again = Scene("b", text=WORDS).with_illustration(picture(*cels))
    return Story("s", scenes=(Scene("a", text=WORDS).with_illustration(picture(*cels)), again, Scene("c")))


def test_everybody_with_a_name_is_found_once_and_no_kind_is_a_name() -> None:
    assert [(one.name, one.cel, one.concept) for one in newcomers(book(*CELS))] == [
        ("Princess Ada", "princess-ada", "princess"), ("Pip", "pip", "dog"),
    ]  # fmt: skip


def test_a_newcomer_keeps_the_looks_of_the_first_picture() -> None:
    ada, pip = newcomers(book(*CELS))
    assert ada.looks == {"top_colour": "green", "bottom_colour": usual_looks("princess-ada")["bottom_colour"]}
    assert pip.looks == {
        "skin": "4", "hair": "2", "hair_style": "1", "build": "0",
        **{name: usual_looks("pip")[name] for name in ("top_colour", "bottom_colour")},
    }  # fmt: skip


def test_who_is_kept_is_the_one_in_every_picture_and_is_offered_no_more() -> None:
    story = book(*CELS)
    pip = newcomers(story)[1]
    story = kept(story, pip, "key")
    assert story.character("key").name == "Pip" and story.character("key").concept == "dog"
    for scene in story.scenes[:2]:
        assert scene.illustration is not None
        assert {one.id: one.who for one in scene.illustration.plan.cels} == {
            "princess-ada": None, "girl": None, "fox": None, "pip": "key",
        }  # fmt: skip
    assert [one.name for one in newcomers(story)] == ["Princess Ada"]


def test_who_is_a_character_by_another_name_is_no_newcomer_nor_is_who_stands_in_old_words() -> None:
    story = book(*CELS)
    assert newcomers(story.with_character(Character("x", "Ada", ("princess ada", "Pip")))) == []
    changed = story.map_scenes(
        lambda scene: Scene(scene.id, text="Other words.", illustrations=scene.illustrations, chosen=scene.chosen)
    )
    assert newcomers(changed) == []


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Later " + WORDS, ["Princess Ada", "Pip"]),  # every place in the words is another one now
        ("Pip the dog ran. He was quick.", ["Pip"]),
        ("A pip fell out of the apple, and Princess Adam laughed.", []),
    ],
)
def test_who_is_still_named_is_offered_while_the_words_are_being_changed(words: str, names: list[str]) -> None:
    changed = book(*CELS).map_scenes(lambda scene: replace(scene, text=words))
    assert all(scene.stale for scene in changed.scenes[:2])
    assert [one.name for one in newcomers(changed)] == names


def test_who_is_named_anywhere_is_called_so_everywhere() -> None:
    story = book(*CELS)
    unnamed = CelPlan("pip", "figure", "dog")  # “they”, say
    assert [called(story, one) for one in (*CELS, unnamed)] == ["Princess Ada", "", "", "Pip", "Pip"]
    assert called(story, replace(unnamed, who="key")) == "" == called(story, CelPlan("pip", "thing", "dog"))


@pytest.mark.parametrize(
    ("text", "key", "concept", "names"),
    [
        ("Mia woke up. She cried.", "mia", "girl", ["Mia"]),
        ("Captain Nell sailed. They were happy.", "captain-nell", "pirate", ["Captain Nell"]),
        ("The old goat bleated. It ran.", "old-goat", "sheep", []),
        ("Sister laughed. My sister ran. She fell.", "sister", "girl", []),
        ("Miaow, said the cat.", "mia", "girl", []),
    ],
)
def test_who_is_shown_as_she_is_called_as_another_sentence_says(
    text: str, key: str, concept: str, names: list[str]
) -> None:
    shown = replace(picture(CelPlan(key, "figure", concept)), text_hash=text_hash(text))
    assert [
        one.name for one in newcomers(Story("s", scenes=(Scene("a", text=text).with_illustration(shown),)))
    ] == names
