"""Looks read from a description in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.describe import Kind, looks_from_description

KINDS = {"fox": "fox", "girl": "girl", "little girl": "girl", "old man": "grandfather", "man": "man", "bear": "bear"}
COLOURS = ("red", "green", "blue", "yellow")
ACCESSORIES = ("scarf", "hat", "glasses")


def read(description: str) -> tuple[str | None, dict[str, str]]:
    return looks_from_description(description, KINDS, COLOURS, ACCESSORIES)


def test_kind_and_looks_are_read_from_a_sentence() -> None:
    assert read("A small fox in a red shirt and blue trousers with a green scarf") == (
        "fox",
        {"top_colour": "red", "bottom_colour": "blue", "accessory": "scarf", "accessory_colour": "green"},
    )


def test_nothing_is_read_from_nothing() -> None:
    assert read("") == (None, {})
    assert read("somebody quite unknown, brave and reddish") == (None, {})


@pytest.mark.parametrize("top", ["t-shirt", "jumper", "coat", "dress", "tunic"])
def test_many_words_for_a_top_are_tops(top: str) -> None:
    assert read(f"in a green {top}")[1] == {"top_colour": "green"}


@pytest.mark.parametrize("bottom", ["skirt", "shorts", "jeans", "dungarees"])
def test_many_words_for_trousers_are_bottoms(bottom: str) -> None:
    assert read(f"in green {bottom}")[1] == {"bottom_colour": "green"}


def test_one_word_may_stand_between_the_colour_and_the_clothes() -> None:
    assert read("a blue woollen jumper, a yellow pointed hat")[1] == {
        "top_colour": "blue",
        "accessory": "hat",
        "accessory_colour": "yellow",
    }


def test_an_accessory_without_colour_is_red() -> None:
    assert read("a bear with a hat") == ("bear", {"accessory": "hat", "accessory_colour": "red"})


def test_the_kind_that_is_named_first_counts_and_the_longest_there() -> None:
    assert read("a bear who knows a fox")[0] == "bear"
    assert read("an old man")[0] == "grandfather"
    assert read("a manly foxglove")[0] is None


def test_the_vocabulary_of_the_model_is_understood(vocabulary: Vocabulary) -> None:
    kinds = {word: name for word, (category, name) in vocabulary.words().items() if category == "kinds"}
    colours, accessories = vocabulary.names("colours"), vocabulary.names("accessories")
    for colour in colours:
        for accessory in accessories:
            for kind in vocabulary.names("kinds"):
                concept, looks = looks_from_description(
                    f"A {kind} in a {colour} coat with a {colour} {accessory}", kinds, colours, accessories
                )
                assert concept == kind
                assert looks == {"top_colour": colour, "accessory": accessory, "accessory_colour": colour}


@given(st.text(max_size=80))
def test_any_words_give_looks_of_the_vocabulary_only(description: str) -> None:
    concept, looks = read(description)
    assert concept is None or concept in KINDS.values()
    assert set(looks) <= {"top_colour", "bottom_colour", "accessory", "accessory_colour"}


SKIN = ("#ffdec4", "#facda8", "#ebb486", "#ce9266", "#a66c4a", "#7c503a")
BODIES = {
    "girl": Kind(True, SKIN, ("#342b32", "#603c2a", "#9c5e32", "#e0702e", "#f6ca60", "#923234")),
    "grandfather": Kind(True, SKIN, ("#f0eeec", "#d4d4dc", "#b4b8c2")),
    "fox": Kind(False, ("#f08030", "#da5c2c", "#b07050", "#9696a4", "#f6a454", "#c84834"), ("#342b32",)),
}


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("a girl with curly black hair", {"hair": "0"}),
        ("a red-haired girl with dark skin", {"hair": "3", "skin": "5"}),
        ("a blonde, light-skinned girl", {"hair": "4", "skin": "1"}),
        ("a black girl in a red coat", {"skin": "5", "top_colour": "red"}),
        ("an old man with a white beard", {"hair": "0"}),
        ("a plump little girl", {"build": "2"}),
        ("a thin grey fox", {"skin": "3", "build": "0"}),
        ("a fox with orange fur", {"skin": "0"}),
        ("a girl in a yellow coat", {"top_colour": "yellow"}),
        ("a green fox", {}),
        ("a girl and a grey fox", {}),
    ],
)
def test_skin_hair_and_build_are_read(words: str, body: dict[str, str]) -> None:
    assert looks_from_description(words, KINDS, COLOURS, ACCESSORIES, BODIES)[1] == body
