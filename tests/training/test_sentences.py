"""Generated sentences: labels that are right, and words that are held out."""

from __future__ import annotations

import random

from storyapp.training.world.sentences import CATEGORIES, SentenceMaker
from storyapp.training.world.synonyms import all_tables


def words_of(category: str, concept: str, test: bool) -> tuple[str, ...]:
    entry = all_tables()[category][concept]
    return entry.held_out if test and entry.held_out else (entry.name, *entry.training)


def test_every_answer_is_said_in_the_sentence() -> None:
    for test in (False, True):
        maker, rng = SentenceMaker(test), random.Random(1)
        for _ in range(200):
            made = maker.make(rng)
            for category, concept in made.answers.items():
                assert any(word.lower() in made.text.lower() for word in words_of(category, concept, test)), made


def test_words_held_out_for_testing_are_no_training_words() -> None:
    for category in CATEGORIES:
        for entry in all_tables()[category].values():
            assert not set(entry.held_out) & {entry.name, *entry.training}


def test_equal_seeds_give_equal_sentences() -> None:
    one, other = (SentenceMaker().make(random.Random(5)) for _ in range(2))
    assert one == other
    assert one.text[0].isupper() and one.text.endswith(".")
