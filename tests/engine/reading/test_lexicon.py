"""The lexicon: it knows every word, and can be made without some to be tested on them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from storyapp import paths
from storyapp.engine.checkpoint import read_config
from storyapp.engine.reading.words.compounds import ANIMALS, BEASTS
from storyapp.engine.reading.words.dictionary import Dictionary, Noun, Sign
from storyapp.engine.reading.words.lexicon import Lexicon
from storyapp.engine.reading.words.mention_finder import MentionFinder
from storyapp.engine.reading.words.splitting import words_of
from storyapp.stage.vocabulary import Vocabulary
from storyapp.training.reader_scores import unseen_words

HELD_OUT = [
    ("The fox devoured it.", "poses", "eating"),
    ("The fox whirled about.", "poses", "dancing"),
    ("The fox grinned.", "expressions", "happy"),
    ("The fox sat in the scullery.", "settings", "kitchen"),
    ("The fox came at midday.", "times", "day"),
]
NEAR = [("The fox snuggled up.", "poses", "hugging"), ("The fox fumed.", "expressions", "angry")]


def meanings(lexicon: Lexicon, text: str) -> set[tuple[str, str]]:
    span = (0, len(text))
    return {(one.category, one.name) for one in MentionFinder(lexicon).find(text, span, words_of(text, span), ())}


@pytest.fixture(scope="module")
def dictionary() -> Dictionary:
    return Dictionary.of(read_config(paths.model() / "reader.json"))


@pytest.fixture(scope="module")
def shipped(vocabulary: Any, dictionary: Dictionary) -> Lexicon:
    return Lexicon(vocabulary, dictionary)


@pytest.fixture(scope="module")
def tested(vocabulary: Any, dictionary: Dictionary) -> Lexicon:
    """Without the unseen words, and without what a net made of them by their definitions."""
    return Lexicon(vocabulary, replace(dictionary, guessed={}), without=unseen_words(paths.model(), vocabulary))


@pytest.mark.parametrize(("text", "category", "concept"), [*HELD_OUT, *NEAR])
def test_users_have_the_words_that_the_evaluation_lacks(
    shipped: Lexicon, tested: Lexicon, text: str, category: str, concept: str
) -> None:
    assert (category, concept) in meanings(shipped, text)
    assert (category, concept) not in meanings(tested, text)


def test_the_lexicon_of_the_evaluation_has_no_unseen_word(vocabulary: Any, tested: Lexicon) -> None:
    taught = {
        word.lower()
        for category in vocabulary.entries.values()
        for entry in category.values()
        for word in (entry.name, *entry.synonyms)
    }
    held_out = {
        word.lower()
        for category in vocabulary.entries.values()
        for entry in category.values()
        for word in entry.held_out
    }
    assert {"devoured", "scullery", "grin"} <= held_out - taught
    assert not (held_out - taught) & (set(tested.known) | tested.verbs | set(tested.signs))


def test_words_that_are_taken_out_are_unknown(vocabulary: Any) -> None:
    assert Lexicon(vocabulary).familiar("devoured")
    assert not Lexicon(vocabulary, without={"devoured", "devour"}).familiar("devoured")


def test_a_word_guessed_by_its_definition_counts_where_no_list_has_it(vocabulary: Any) -> None:
    guessed = Dictionary(guessed={"poses": {"devoured": "hugging", "moseyed along": "walking"}})
    hidden = Lexicon(vocabulary, guessed, without={"devoured", "devour"})
    assert meanings(hidden, "The fox devoured it.") >= {("poses", "hugging")}
    assert meanings(hidden, "The fox moseyed along.") >= {("poses", "walking")}
    assert ("poses", "eating") in meanings(Lexicon(vocabulary, guessed), "The fox devoured it.")


def test_who_comes_behind_a_verb_without_an_object_is_found_beside_her(shipped: Lexicon) -> None:
    assert ("poses", "sleeping") in meanings(shipped, "Beside her slept the cat.")
    assert ("poses", "walking") not in meanings(shipped, "Her walk was long.")


def test_a_word_held_out_of_one_concept_keeps_the_meaning_of_another(vocabulary: Any) -> None:
    lexicon = Lexicon(vocabulary, without={"bear"})  # "bear a load", held out of "holding"
    assert ("kinds", "bear") in meanings(lexicon, "A bear came.")


def test_a_noun_that_is_a_verb_of_feeling_too_is_a_noun_where_one_is_due(shipped: Lexicon) -> None:
    assert meanings(shipped, "The man held up a red flag before him.") >= {("things", "flag")}
    assert ("expressions", "sleepy") not in meanings(shipped, "The man held up a red flag before him.")


def test_only_a_sure_noun_without_a_concept_is_outside(shipped: Lexicon) -> None:
    assert shipped.outside("anvil") and shipped.outside("anvils")
    assert not any(shipped.outside(word) for word in ("dog", "spaniel", "music", "pick"))


@pytest.mark.parametrize(
    ("packed", "noun"),
    [
        ("", Noun()),
        ("?", Noun(doubtful=True)),
        ("things:net", Noun("things", "net")),
        ("?things:saw", Noun("things", "saw", doubtful=True)),
        ("~kinds:dog", Noun("kinds", "dog", nearest=True)),
        ("=things:lamp", Noun("things", "lamp", exact=True)),
    ],
)
def test_nouns_are_unpacked_once(packed: str, noun: Noun) -> None:
    assert Noun.of(packed) == noun
    assert noun.undrawn == (packed == "")


def test_signs_that_move_about_tell_of_a_place_loosely() -> None:
    assert (Sign.of("kitchen"), Sign.of("?kitchen")) == (Sign("kitchen"), Sign("kitchen", loose=True))


def test_every_figure_is_a_human_an_animal_or_neither(vocabulary: Vocabulary) -> None:
    others = {name for name in vocabulary.names("kinds") if not vocabulary.kind(name).human} - BEASTS
    assert others == {"robot", "ghost", "alien", "monster"}
    assert set(vocabulary.names("things")) >= ANIMALS
