"""More words to learn from: none is held out, none is learnt that is kept for tuning. Skipped without WordNet."""

from __future__ import annotations

import pytest

from storyapp.story.errors import TrainingError
from storyapp.training.language.more_words import More, more_words, surface_forms
from storyapp.training.language.synonyms import all_tables


@pytest.fixture(scope="module")
def more() -> dict[str, dict[str, More]]:
    try:
        return more_words()
    except TrainingError as error:
        pytest.skip(str(error))


def test_no_word_is_held_out_for_testing(more: dict[str, dict[str, More]]) -> None:
    for category, concepts in more.items():
        held = {word for entry in all_tables()[category].values() for word in entry.held_out}
        for words in concepts.values():
            assert not held & set(surface_forms(category, words.all))


def test_no_training_phrase_has_a_word_that_only_held_out_words_have(more: dict[str, dict[str, More]]) -> None:
    settings = [word for words in more["settings"].values() for word in words.all]
    assert not [word for word in settings if "cooker" in word or "breadboard" in word or "toadstools" in word.split()]
    assert not [word for words in more["poses"].values() for word in words.all if "snuggle" in word or word == "amble"]


def test_dev_words_are_not_trained_on(more: dict[str, dict[str, More]]) -> None:
    for concepts in more.values():
        training = {word for words in concepts.values() for word in words.training}
        assert not training & {word for words in concepts.values() for word in words.dev}


def test_there_are_many_of_every_concept(more: dict[str, dict[str, More]]) -> None:
    for category, concepts in more.items():
        assert set(concepts) == set(all_tables()[category])
        assert all(len(words.training) >= 12 and words.dev for words in concepts.values()), category


def test_wordnet_adds_ways_of_walking_and_kinds_of_shops(more: dict[str, dict[str, More]]) -> None:
    assert "bookstore" in more["settings"]["shop"].training
    assert any(word in more["poses"]["walking"].training for word in ("crawl", "swagger", "prowl"))
