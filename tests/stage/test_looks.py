"""What people say of looks, in the painter's words."""

from __future__ import annotations

import pytest

from storyapp.stage.looks import figure_words, looks_reader
from storyapp.stage.vocabulary import Vocabulary


@pytest.mark.parametrize(
    ("words", "phrase", "body"),
    [
        ("a girl with long black hair, red dress, happy, sitting", "girl, red shirt, nothing worn, sitting, happy", True),
        ("an old king in a blue cloak, asleep", "an old man in a blue cape, sleeping", False),
        ("a sad boy with glasses and black hair", "boy, black glasses, standing, sad", True),
        ("long black hair", "girl, nothing worn, standing", True),
        ("bear, scarlet shirt, twirling", "bear, red shirt, dancing", False),
        ("girl, red shirt, blue trousers, nothing worn, standing", "girl, red shirt, blue trousers, nothing worn, standing", False),
        ("a dragon breathing fire", "a dragon breathing fire", False),
    ],
)  # fmt: skip
def test_own_words_for_a_figure(vocabulary: Vocabulary, words: str, phrase: str, body: bool) -> None:
    own, found = figure_words(words, "girl", vocabulary, looks_reader(vocabulary))
    assert (own, found) == (phrase, {"hair": "0"} if body else {})
