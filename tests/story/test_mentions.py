"""Who is named in a text, and who is in a scene."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyapp.story.mentions import cast_of, find_mentions
from storyapp.story.model import Character, Illustration, Scene, Story, text_hash
from storyapp.story.plan import CelPlan, ScenePlan

MIA = Character("m", "Mia", ("the girl", "Mimi"))
FOX = Character("f", "Pip", ("the little fox",))
WILL = Character("w", "Will")


def found(text: str, *characters: Character) -> list[tuple[str, str]]:
    return [(one.character, one.words) for one in find_mentions(text, characters)]


def test_names_and_aliases_are_found_in_the_order_of_the_text() -> None:
    text = "The little fox met Mia. Mimi hugged Pip."
    assert found(text, MIA, FOX) == [("f", "The little fox"), ("m", "Mia"), ("m", "Mimi"), ("f", "Pip")]


def test_names_inside_other_words_are_not_names() -> None:
    assert found("Miami is far and pipes are long; amia Mia_2 Mia2.", MIA, FOX) == []
    assert found("“Mia!”—Mia, (Mia) Mia-Lou", MIA) == [("m", "Mia")] * 4


def test_a_possessive_is_a_mention_without_its_s() -> None:
    text = "Mia's kite, James' hat and Mia’s boat, but not Mia."
    mentions = find_mentions(text, [MIA, Character("j", "James")])
    assert [(one.words, one.possessive) for one in mentions] == [
        ("Mia", True),
        ("James", True),
        ("Mia", True),
        ("Mia", False),
    ]
    assert all(text[slice(*one.span)] == one.words for one in mentions)


def test_of_overlapping_names_the_longest_counts() -> None:
    bear, captain = Character("b", "Bear"), Character("c", "Captain Bear")
    assert found("Captain Bear saw Bear.", bear, captain) == [("c", "Captain Bear"), ("b", "Bear")]
    assert found("Captain Bear saw Bear.", captain, bear) == [("c", "Captain Bear"), ("b", "Bear")]


def test_a_name_may_be_broken_over_lines() -> None:
    assert found("Captain\n  Bear!", Character("c", "Captain Bear")) == [("c", "Captain\n  Bear")]


def test_a_verb_in_small_letters_is_not_a_name() -> None:
    assert found("Tomorrow will Will come? WILL!", WILL) == [("w", "Will"), ("w", "WILL")]


def test_a_name_typed_in_small_letters_is_found_in_any() -> None:
    assert found("Pip and pip and PIP", Character("p", "pip")) == [("p", "Pip"), ("p", "pip"), ("p", "PIP")]


@pytest.mark.parametrize("name", ["O'Brien", "O’Brien"])
def test_either_apostrophe_in_a_name_is_found_by_either(name: str) -> None:
    assert found("O'Brien met O’Brien's dog.", Character("o", name)) == [("o", "O'Brien"), ("o", "O’Brien")]


def test_signs_in_names_are_only_signs() -> None:
    assert found("Mr. Fox (Jr.) met Mrs Fox.", Character("x", "Mr. Fox")) == [("x", "Mr. Fox")]
    assert found("abc", Character("x", "a.c"), Character("y", "["), Character("z", "  ")) == []
    assert found("C++ runs", Character("x", "C++")) == [("x", "C++")]


def test_chinese_names_need_no_spaces() -> None:
    ming, little = Character("x", "明明", ("小明",)), Character("y", "小狐狸")
    text = "从前小明和小狐狸住在森林里，明明很高兴。"
    assert found(text, ming, little) == [("x", "小明"), ("y", "小狐狸"), ("x", "明明")]


def test_names_with_accents_have_their_boundaries() -> None:
    assert found("Zoë met Zoëlle and Élan.", Character("z", "Zoë"), Character("e", "Élan")) == [
        ("z", "Zoë"),
        ("e", "Élan"),
    ]


@given(
    st.text(alphabet="Mia PpnB'’s.明 \n", max_size=60),
    st.lists(st.text(alphabet="Mia Ppn'’明.[", max_size=8), max_size=4),
)
def test_mentions_are_in_order_apart_and_as_written(text: str, names: list[str]) -> None:
    mentions = find_mentions(text, [Character(str(i), name) for i, name in enumerate(names)])
    for one in mentions:
        start, end = one.span
        assert text[start:end] == one.words
        assert start < end
    for one, following in pairwise(mentions):
        assert one.span[1] <= following.span[0]


@given(st.text(alphabet="OBrien'’ é", min_size=1, max_size=12).filter(str.strip))
def test_every_name_is_found_where_it_stands_alone(name: str) -> None:
    name = name.strip()
    assert [one.words for one in find_mentions(f"( {name} )", [Character("x", name)])] == [name]


def story(*scenes: Scene) -> Story:
    return Story("s", scenes=scenes, characters=(MIA, FOX, WILL))


def test_the_cast_is_who_is_named_once_each_in_order() -> None:
    scene = Scene("1", text="Pip met Mia. Pip laughed.")
    assert cast_of(scene, story(scene)) == ("f", "m")


def test_a_cast_set_by_hand_counts_even_if_empty() -> None:
    scenes = (Scene("1", text="Pip ran.", cast=("m",)), Scene("2", text="Pip ran.", cast=()))
    assert cast_of(scenes[0], story(*scenes)) == ("m",)
    assert cast_of(scenes[1], story(*scenes)) == ()


def test_pronouns_carry_the_cast_over_from_scene_to_scene() -> None:
    scenes = (Scene("1", text="Mia met Pip."), Scene("2", text="They ran."), Scene("3", text="“Stop!” she said."))
    whole = story(*scenes)
    assert [cast_of(one, whole) for one in scenes] == [("m", "f")] * 3


def test_a_pronoun_carries_nobody_into_a_picture_that_does_not_show_them() -> None:
    def drawn(*who: str) -> Scene:
        plan = ScenePlan(cels=tuple(CelPlan(one, "figure", "girl", one) for one in who))
        words = "Bruno sat down. He was happy."
        return Scene("2", text=words).with_illustration(Illustration("p", plan, (), (), {}, "ink", 1, text_hash(words)))

    for who, expected in ((("m",), ("m",)), ((), ())):
        scenes = (Scene("1", text="Mia met Pip."), drawn(*who))
        assert cast_of(scenes[1], story(*scenes)) == expected


def test_a_pronoun_also_carries_over_a_cast_set_by_hand() -> None:
    scenes = (Scene("1", text="Rain.", cast=("w",)), Scene("2", text="He ran."))
    assert cast_of(scenes[1], story(*scenes)) == ("w",)


def test_without_pronoun_or_names_nobody_is_there() -> None:
    scenes = (Scene("1", text="Mia ran."), Scene("2", text="The sea was there."), Scene("3", text="He swam."))
    whole = story(*scenes)
    assert cast_of(scenes[1], whole) == ()
    assert cast_of(scenes[2], whole) == ()
    assert cast_of(Scene("0", text="She ran."), story(Scene("0", text="She ran."))) == ()


def test_names_count_more_than_pronouns() -> None:
    scenes = (Scene("1", text="Mia ran."), Scene("2", text="He is Pip."))
    assert cast_of(scenes[1], story(*scenes)) == ("f",)


def test_pronouns_carry_over_any_number_of_scenes() -> None:
    scenes = (Scene("first", text="Mia ran."), *(Scene(str(i), text="She ran on.") for i in range(1500)))
    assert cast_of(scenes[-1], story(*scenes)) == ("m",)
