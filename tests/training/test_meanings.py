"""Words that no table has, told by their definitions."""

from __future__ import annotations

import pytest

from storyapp.engine.text import TextEncoder
from storyapp.story.errors import TrainingError
from storyapp.training.language.more_words import tabled
from storyapp.training.language.synonyms import all_tables
from storyapp.training.language.wordnet import load_wordnet
from storyapp.training.meanings import States, nearest

WALKING = ("walk", "stroll", "march", "hike", "tiptoe", "limp", "plod", "pace", "ramble", "stride")
EATING = ("eat", "munch", "chew", "dine", "nibble", "swallow", "gobble", "graze", "feast", "lunch")
NOTHING = ("think", "promise", "believe", "own", "forget", "cost", "doubt", "owe", "deserve", "agree")


@pytest.fixture(scope="module")
def states() -> States:
    try:
        load_wordnet()
    except TrainingError as error:
        pytest.skip(str(error))
    return States(TextEncoder())


def test_the_definition_of_an_unknown_verb_tells_what_it_is_a_way_of(states: States) -> None:
    known = {**dict.fromkeys(WALKING, "walking"), **dict.fromkeys(EATING, "eating")}
    found = nearest(states, "v", known, NOTHING, ("trudge", "saunter", "devour", "gulp", "suppose", "remember"))
    assert found == {"trudge": "walking", "saunter": "walking", "devour": "eating", "gulp": "eating"}


def test_the_mean_of_a_words_meanings_weighs_them_by_their_use(states: States) -> None:
    both = states.of("n", ["brook", "creek"])
    assert both.shape[0] == 2 and both.norm(dim=-1).max() <= 4.001
    assert float((both[0] * both[1]).sum()) > float((both[0] * states.of("n", ["hammer"])[0]).sum())


def test_nothing_that_is_held_out_is_learnt_from(states: States) -> None:
    taught = {word.replace("_", " ") for word in tabled("poses", "v")}
    held = {word for entry in all_tables()["poses"].values() for word in entry.held_out}
    assert "stroll" in taught and "devour" in held
    assert not taught & held
