"""Descriptions of characters, read in the words of a model's vocabulary."""

from __future__ import annotations

from collections.abc import Callable

from storyapp.story.describe import Kind, looks_from_description

from .vocabulary import Vocabulary


def looks_reader(vocabulary: Vocabulary) -> Callable[[str], tuple[str | None, dict[str, str]]]:
    """A function that reads concept and looks from a description."""
    kinds = {word: name for word, (category, name) in vocabulary.words().items() if category == "kinds"}
    colours, accessories = vocabulary.names("colours"), accessory_words(vocabulary)
    bodies = {}
    for name in vocabulary.names("kinds"):
        kind = vocabulary.kind(name)
        bodies[name] = Kind(kind.human, kind.skin, kind.hair)
    return lambda description: looks_from_description(description, kinds, colours, accessories, bodies)


def accessory_words(vocabulary: Vocabulary) -> dict[str, str]:
    """All words for accessories, with the names of these."""
    entries = vocabulary.entries["accessories"].values()
    return {word: entry.name for entry in entries for word in (*entry.held_out, *entry.synonyms, entry.name)}
