"""Words that people type, in the words that the painter knows."""

from __future__ import annotations

import random

import pytest

from storyapp.stage.looks import colour_and_rest
from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.phrases import attributes_said, phrase_of_backdrop, phrase_of_figure


@pytest.mark.parametrize(
    ("typed", "own"),
    [
        ("fox, grinning", "fox, happy"),
        ("a furious bunny", "a angry rabbit"),
        ("bunny, scarlet shirt, strolling, tearful", "rabbit, red shirt, walking, sad"),
        ("woods, midnight", "forest, night"),
        ("something of my own", "something of my own"),
    ],
)
def test_known_words_become_the_painters_own_and_others_stay(vocabulary: Vocabulary, typed: str, own: str) -> None:
    assert vocabulary.own_words(typed) == own


def test_a_feeling_is_told_however_it_is_typed(vocabulary: Vocabulary) -> None:
    words = {"expression": vocabulary.names("expressions")}
    for typed in ("fox, grinning", "a gleeful fox", "fox, happy"):
        assert attributes_said(vocabulary.own_words(typed), "figure", words) == {"expression": "happy"}


def test_the_programs_own_phrases_stay_as_they_are(vocabulary: Vocabulary) -> None:
    rng = random.Random(1)
    for concept in vocabulary.names("kinds"):
        attributes = {
            "top_colour": rng.choice(vocabulary.names("colours")),
            "bottom_colour": rng.choice(vocabulary.names("colours")),
            "accessory": rng.choice(("", *vocabulary.names("accessories"))),
            "accessory_colour": rng.choice(vocabulary.names("colours")),
            "facing": rng.choice(("front", "right")),
        }
        for pose in vocabulary.names("poses"):
            for feeling in vocabulary.names("expressions"):
                phrase = phrase_of_figure(concept, {**attributes, "pose": pose, "expression": feeling})
                assert vocabulary.own_words(phrase) == phrase
    for setting in vocabulary.names("settings"):
        for time in vocabulary.names("times"):
            for weather in vocabulary.names("weathers"):
                phrase = phrase_of_backdrop(setting, time, weather)
                assert vocabulary.own_words(phrase) == phrase
    for thing in vocabulary.names("things"):
        assert vocabulary.own_words(thing) == thing


@pytest.mark.parametrize(
    ("words", "colour", "rest"),
    [
        ("blue car", "blue", "car"),
        ("a golden key with a scarlet bow", "gold", "key with a scarlet bow"),
        ("a scarlet kite", "red", "kite"),
        ("orange", "", "orange"),
        ("a black cat", "", "a black cat"),
        ("an orange balloon", "orange", "balloon"),
        ("car", "", "car"),
    ],
)
def test_words_for_a_thing_tell_its_colour(vocabulary: Vocabulary, words: str, colour: str, rest: str) -> None:
    assert colour_and_rest(words, vocabulary) == (colour, rest)
