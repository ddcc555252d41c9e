"""What people say of looks, in the painter's words."""

from __future__ import annotations

import pytest

from storyapp.stage.looks import colour_and_rest, figure_words, looks_reader
from storyapp.stage.vocabulary import Vocabulary

USUAL = "girl, red shirt, teal trousers, brown hat, holding, happy"


@pytest.mark.parametrize(
    ("words", "phrase", "hair"),
    [
        # What is not told is as it was.
        ("long black hair, a green dress", "girl, green shirt, teal trousers, brown hat, holding, happy", "0"),
        ("sad", "girl, red shirt, teal trousers, brown hat, holding, sad", None),
        ("a green hat", "girl, red shirt, teal trousers, green hat, holding, happy", None),
        ("no hat", "girl, red shirt, teal trousers, nothing worn, holding, happy", None),
        ("a boy with black hair, sitting", "boy, red shirt, teal trousers, brown hat, sitting, happy", "0"),
        ("breathing fire", "girl, breathing fire", None),
        # A phrase of one's own.
        ("bear, scarlet shirt, twirling", "bear, red shirt, dancing", None),
        ("an old king in a blue cloak, asleep", "an old man in a blue cape, sleeping", None),
        ("a dragon breathing fire", "a dragon breathing fire", None),
    ],
)
def test_own_words_for_a_figure(vocabulary: Vocabulary, words: str, phrase: str, hair: str | None) -> None:
    own, found = figure_words(words, USUAL, vocabulary, looks_reader(vocabulary))
    assert (own, found) == (phrase, {"hair": hair} if hair else {})


def test_words_for_who_has_a_portrait_tell_looks_only_where_these_are_told(vocabulary: Vocabulary) -> None:
    look = looks_reader(vocabulary)
    assert figure_words("sad", "girl, holding, happy", vocabulary, look) == ("girl, holding, sad", {})
    told, _ = figure_words("a green hat", "girl, holding, happy", vocabulary, look)
    assert told == "girl, green hat, holding, happy"


@pytest.mark.parametrize(
    ("words", "colour", "rest"),
    [("yellow", "yellow", ""), ("a balloon, red", "red", "balloon"), ("orange", "", "orange"), ("car", "", "car")],
)
def test_a_colour_alone_is_one(vocabulary: Vocabulary, words: str, colour: str, rest: str) -> None:
    assert colour_and_rest(words, vocabulary) == (colour, rest)
