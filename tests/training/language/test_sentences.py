"""Generated sentences: labels that are right, and words that are held out."""

from __future__ import annotations

import random

from storyapp.training.language.sentences import SentenceMaker
from storyapp.training.language.synonyms import all_tables
from storyapp.training.language.told import CATEGORIES
from storyapp.training.language.verbs import verb


def test_the_words_of_a_mention_stand_where_it_says() -> None:
    for words in ("training", "dev", "test"):
        maker, rng = SentenceMaker(words), random.Random(1)
        for _ in range(300):
            made = maker.make(rng)
            for told in made.told:
                word = made.text[slice(*told.span)]
                assert word and word == word.strip(), made


def test_every_place_that_is_answered_is_said_in_the_sentence() -> None:
    for words in ("training", "dev", "test"):
        maker, rng = SentenceMaker(words), random.Random(2)
        for _ in range(300):
            made = maker.make(rng)
            if "settings" in made.surroundings:
                concept = made.surroundings["settings"]
                more = maker.choice.more["settings"][concept].training if words == "training" else ()
                said = [
                    w.lstrip("~!+").partition("{")[0].strip().lower()
                    for w in (*maker.choice.words("settings", concept), *more)
                ]
                assert any(word in made.text.lower() for word in said), made


def test_words_held_out_for_testing_are_no_training_words() -> None:
    for category in CATEGORIES:
        for entry in all_tables()[category].values():
            assert not set(entry.held_out) & {entry.name, *entry.training}


def test_equal_seeds_give_equal_sentences() -> None:
    one, other = (SentenceMaker().make(random.Random(5)) for _ in range(2))
    assert one == other
    assert one.text[0].isupper() and one.text.endswith((".", "!", "?", '"'))


def test_verbs_have_their_forms() -> None:
    assert verb("run:ran").forms == ("run", "runs", "ran", "running")
    assert verb("set off:set").forms == ("set off", "sets off", "set off", "setting off")
    assert verb("carry").forms == ("carry", "carries", "carried", "carrying")
    assert verb("hop").past == "hopped" and verb("lie:lay").ing == "lying"
