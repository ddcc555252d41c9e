"""The dictionary of the visible: what WordNet makes of nouns that stories use. Skipped where WordNet is not at hand."""

from __future__ import annotations

from typing import Any

import pytest

from storyapp.story.errors import TrainingError
from storyapp.training.language.nouns import grouped, visible_nouns


@pytest.fixture(scope="module")
def nouns(vocabulary: Any) -> dict[str, str]:
    try:
        return visible_nouns(vocabulary)
    except TrainingError as error:
        pytest.skip(str(error))


@pytest.mark.parametrize("noun", ["anvil", "thimble", "sundial", "pebble", "dough", "rolling pin", "lilac"])
def test_what_can_be_seen_is_there(nouns: dict[str, str], noun: str) -> None:
    assert nouns[noun] == ""


@pytest.mark.parametrize(
    ("noun", "concept"),
    [
        ("spaniel", "kinds:dog"),
        ("blacksmith", "kinds:man"),
        ("stork", "things:bird"),
        ("cuckoo clock", "things:clock"),
        ("merino", "kinds:sheep"),
        ("outsider", "kinds:man"),
    ],
)
def test_nouns_know_what_they_are_a_kind_of(nouns: dict[str, str], noun: str, concept: str) -> None:
    assert nouns[noun] == concept


@pytest.mark.parametrize("noun", ["courage", "idea", "trousers", "elbow", "meadow", "proton", "aspirin"])
def test_ideas_clothes_limbs_and_places_are_not(nouns: dict[str, str], noun: str) -> None:
    assert noun not in nouns


def test_imagined_beings_are_no_men_but_may_be_drawn_as_the_nearest(nouns: dict[str, str]) -> None:
    assert {nouns[noun] for noun in ("centaur", "phoenix", "cyclops")} == {""}
    assert nouns["mermaid"] == "~kinds:girl" and nouns["goblin"] == "~kinds:monster"


def test_what_means_a_thing_first_is_nobody(nouns: dict[str, str]) -> None:
    assert {nouns.get(noun, "").removeprefix("?") for noun in ("sweater", "toaster", "stretcher")}.isdisjoint(
        {"kinds:man", "kinds:woman"}
    )
    assert nouns["slipper"] == "=things:shoe"


def test_words_to_insult_with_are_not_kept(nouns: dict[str, str]) -> None:
    assert nouns.keys().isdisjoint(("bastard", "whore", "spick", "idiot"))


def test_past_forms_count_behind_an_article_alone(nouns: dict[str, str]) -> None:
    assert all(nouns.get(word, "?").startswith("?") for word in ("tore", "saw", "wound", "bore"))


def test_the_dictionary_is_packed_without_loss() -> None:
    from storyapp.engine.reading.words.dictionary import Dictionary, Noun

    nouns = {"gate": "", "stool": "", "tailor": "kinds:man", "net": "?"}
    config = {"nouns": grouped(nouns), "words": {}}
    assert Dictionary.of(config).nouns == {word: Noun.of(meaning) for word, meaning in nouns.items()}
