"""The painter's phrases, and what is read back from them."""

from __future__ import annotations

import pytest

from storyapp.story.phrases import attributes_said, phrase_of_backdrop, phrase_of_cel, phrase_of_figure
from storyapp.story.plan import CelPlan

LOOKS = {"top_colour": "red", "bottom_colour": "blue", "accessory": "scarf", "accessory_colour": "green"}
ACTIONS = {"pose": "walking", "expression": "happy", "facing": "left"}
WORDS = {
    "kind": ("fox", "bear"),
    "top_colour": ("red", "blue", "green"),
    "bottom_colour": ("red", "blue", "green"),
    "accessory": ("nothing worn", "scarf", "cap", "cape"),
    "accessory_colour": ("red", "blue", "green"),
    "pose": ("walking", "sitting"),
    "expression": ("happy", "sad"),
    "setting": ("forest", "living room"),
    "time": ("day", "night"),
    "weather": ("rain", "snow"),
}


def test_a_figure_is_told_by_its_looks_and_actions() -> None:
    phrase = phrase_of_figure("fox", {**LOOKS, **ACTIONS})
    assert phrase == "fox, red shirt, blue trousers, green scarf, walking, happy, from the side"


def test_a_locked_portrait_leaves_the_looks_out() -> None:
    assert phrase_of_figure("fox", {**LOOKS, **ACTIONS}, with_looks=False) == "fox, walking, happy, from the side"


def test_a_bare_figure_stands() -> None:
    assert phrase_of_figure("bear", {}) == "bear, nothing worn, standing"
    assert phrase_of_figure("bear", {"facing": "front"}) == "bear, nothing worn, standing"
    assert phrase_of_figure("bear", {"accessory": "hat"}) == "bear, hat, standing"
    assert phrase_of_figure("bear", {"accessory": "", "accessory_colour": "red"}) == "bear, nothing worn, standing"


def test_things_and_backdrops_have_their_phrases() -> None:
    assert phrase_of_cel(CelPlan("kite-1", "thing", "kite", attributes={"pose": "walking"})) == "kite"
    assert phrase_of_cel(CelPlan("fox", "figure", "fox", attributes=LOOKS), with_looks=False) == "fox, standing"
    assert phrase_of_backdrop("forest", "night", "snow") == "forest, night, snow"


def test_what_a_phrase_says_is_read_back() -> None:
    said = {"kind": "fox", **LOOKS, "pose": "walking", "expression": "happy"}
    assert attributes_said(phrase_of_figure("fox", {**LOOKS, **ACTIONS}), "figure", WORDS) == said
    assert attributes_said("living room, night, snow", "backdrop", WORDS) == {
        "setting": "living room",
        "time": "night",
        "weather": "snow",
    }
    assert attributes_said("kite", "thing", WORDS) == {}


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("A happy  Bear ,sitting", {"kind": "bear", "expression": "happy", "pose": "sitting"}),
        ("fox, nothing worn", {"kind": "fox", "accessory": "nothing worn"}),
        (
            "fox, blue cape, red shirt",
            {"kind": "fox", "accessory": "cape", "accessory_colour": "blue", "top_colour": "red"},
        ),
        ("fox, sad, happy", {"kind": "fox", "expression": "sad"}),
        ("foxglove in a forest", {}),
        ("red", {}),
    ],
)
def test_only_whole_words_in_their_place_say_something(phrase: str, said: dict[str, str]) -> None:
    assert attributes_said(phrase, "figure", WORDS) == said
