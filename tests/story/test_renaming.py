"""Somebody called otherwise in the words: whole names, possessives, and nobody else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from storyapp.story.book import redescribed
from storyapp.story.model import Character, Illustration, Scene, Story, text_hash
from storyapp.story.plan import CelPlan, NotDrawn, Relation, ScenePlan, merge
from storyapp.story.renaming import is_named, with_name_replaced, with_new_name

PIP = Character("p", "Pip", concept="fox")


def story(*texts: str, others: tuple[Character, ...] = ()) -> Story:
    scenes = tuple(Scene(str(index), "Pip at home", text, "Pip is sad.") for index, text in enumerate(texts))
    return Story("s", scenes=scenes, characters=(PIP, *others))


def test_whole_names_and_possessives_are_changed_and_the_old_name_goes() -> None:
    before = story("Pip’s pipe is Pip's. PIP! A pip of Pipkin.", "Nobody.")
    before = before.with_character(replace(PIP, name="Pippa", aliases=("Pip", "the little one")))
    after = with_new_name(before, "p", "Pip", "Pippa")
    assert after.scenes[0].text == "Pippa’s pipe is Pippa's. Pippa! A pip of Pipkin."
    assert (after.scenes[0].title, after.scenes[0].synopsis) == ("Pippa at home", "Pippa is sad.")
    assert after.scenes[1].text == "Nobody."
    assert after.character("p").aliases == ("the little one",)


def test_names_of_others_are_left_alone() -> None:
    other = Character("q", "Pip Junior")
    assert with_new_name(story("Pip saw Pip Junior.", others=(other,)), "p", "Pip", "Max").scenes[0].text == (
        "Max saw Pip Junior."
    )
    assert is_named(story("Pip ran."), "p", "Pip") and not is_named(story("Pip ran."), "p", "Pi")
    namesake = story("Pip ran.", others=(Character("q", "Pip"),))
    assert not is_named(namesake, "p", "Pip")


def test_a_picture_stays_fresh_and_its_places_in_the_words_move_along() -> None:
    text = "Pip ran. Then Pip saw a quark in the forest."

    def span(words: str) -> tuple[int, int]:
        return text.index(words), text.index(words) + len(words)

    plan = ScenePlan(
        "forest",
        cels=(CelPlan("pip", "figure", "fox", "p", spans=((0, 3), span("Pip saw"))),),
        not_drawn=(NotDrawn("a quark", span("a quark"), "It is not known."),),
        moment=span("Then Pip saw a quark in the forest."),
        spans={"setting": span("forest")},
    )
    picture = Illustration("i", plan, (), (), {}, "cartoon", 1, text_hash(text))
    scene = Scene("a", "", text, moment=span("Pip ran."), illustrations=(picture,), chosen="i")
    after = with_new_name(Story("s", scenes=(scene,), characters=(PIP,)), "p", "Pip", "Pippa").scenes[0]
    assert not after.stale and after.illustration is not None
    new = after.illustration.plan
    cuts = [*new.cels[0].spans, new.not_drawn[0].span, new.moment, new.spans["setting"], after.moment]
    assert [after.text[one[0] : one[1]] for one in cuts if one] == [
        "Pippa", "Pippa saw", "a quark", "Then Pippa saw a quark in the forest.", "forest", "Pippa ran.",
    ]  # fmt: skip


def test_a_new_reading_knows_a_character_by_another_name() -> None:
    old = ScenePlan(
        cels=(CelPlan("pip", "figure", "fox", "p", attributes={"pose": "waving"}, corrected=frozenset({"pose"})),)
    )
    kite = CelPlan("kite", "thing", "kite", relation=Relation("held by", "pippa"))
    merged = merge(old, ScenePlan(cels=(CelPlan("pippa", "figure", "fox", "p"), kite)))
    assert [one.id for one in merged.cels] == ["pip", "kite"]
    assert merged.cels[0].attributes == {"pose": "waving"}
    assert merged.cels[1].relation == Relation("held by", "pip")


def look(words: str) -> tuple[str | None, dict[str, str]]:
    said = words.split()
    looks = {f"{key}_colour": said[said.index(key) - 1] for key in ("top", "bottom") if key in said}
    return ("fox" if "fox" in said else None), looks


def test_another_description_changes_only_what_it_says_otherwise() -> None:
    picked = Character(
        "p", "Pip", description="a fox in a red top", concept="fox", looks={"top_colour": "blue", "hair": "2"}
    )
    assert redescribed(picked, "a small fox in a red top", look).looks == {"top_colour": "blue", "hair": "2"}
    assert redescribed(picked, "a fox in a green top", look).looks == {"top_colour": "green", "hair": "2"}
    assert redescribed(picked, "a fox", look).looks == {"hair": "2"}
    more = redescribed(picked, "a fox in a red top and teal bottom", look)
    assert more.looks == {"top_colour": "blue", "hair": "2", "bottom_colour": "teal"} and more.concept == "fox"


@pytest.mark.parametrize(
    ("words", "old", "new", "names"),
    [
        ("Pip ran. Pip's kite flew.", "Pip", "Rosa", ("Rosa", "Pippo")),  # nobody is called Pip any more
        ("Pippo ran.", "Pippo", "Rosa", ("Pip", "Rosa")),  # another name
        ("A pip is a seed.", "Pip", "Rosa", ("Pip", "Pippo")),  # nobody was
        ("Pip ran.", "Pip", "Bruno", ("Pip", "Pippo")),  # that is somebody else
        ("Pip ran.", "Pip", "", ("Pip", "Pippo")),
        ("The kite flew to Pip.", "kite", "bird", ("Pip", "Pippo")),
    ],
)
def test_a_name_that_was_replaced_in_the_words(words: str, old: str, new: str, names: tuple[str, ...]) -> None:
    cast = (Character("p", "Pip", ("Pippo",)), Character("b", "Bruno"))
    before = Story("s", scenes=(Scene("a", text=words),), characters=cast)
    after = before.map_scenes(lambda scene: replace(scene, text=words.replace(old, new)))
    story = with_name_replaced(before, after, old, new)
    assert story.character("p").names == names and story.scene("a").text == words.replace(old, new)


def test_a_name_that_some_words_still_have_stays() -> None:
    before = Story(
        "s", scenes=(Scene("a", text="Pip ran."), Scene("b", text="Pip slept.")), characters=(Character("p", "Pip"),)
    )
    after = before.with_scene(Scene("a", text="Rosa ran."))
    assert with_name_replaced(before, after, "Pip", "Rosa") is after
