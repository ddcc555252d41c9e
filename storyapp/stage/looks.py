"""What people say of looks, of figures and of things, read in the words of a model's vocabulary."""

from __future__ import annotations

from collections.abc import Callable

from storyapp.story.describe import Kind, looks_from_description
from storyapp.story.phrases import SAID_OF, attributes_said, phrase_of_figure
from storyapp.story.plan import IDENTITY

from .vocabulary import Vocabulary

_CATEGORY = {"kind": "kinds", "accessory": "accessories", "pose": "poses", "expression": "expressions"}
# Words for what things, but no clothes, are made of.
METALS = {"gold": "gold", "golden": "gold", "gilded": "gold", "silver": "silver", "silvery": "silver"}


def colour_and_rest(words: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """The colour that a description of a thing tells (empty: none), and the other words: "a blue car", but not "orange"."""
    parts = words.split()
    parts = parts[1:] if parts and parts[0].lower() in ("a", "an", "the") else parts
    if vocabulary.find(" ".join(parts)) is not None:
        return "", words
    entries = vocabulary.entries["colours"].values()
    colours = {word: one.name for one in entries for word in (one.name, *one.synonyms, *one.held_out)} | METALS
    for index, word in enumerate(parts[:-1]):
        if word.lower() in colours:
            return colours[word.lower()], " ".join(parts[:index] + parts[index + 1 :])
    return "", words


def looks_reader(vocabulary: Vocabulary) -> Callable[[str], tuple[str | None, dict[str, str]]]:
    """A function that reads concept and looks from a description."""
    kinds = {word: name for word, (category, name) in vocabulary.words().items() if category == "kinds"}
    colours, accessories = vocabulary.names("colours"), accessory_words(vocabulary)
    bodies = {}
    for name in vocabulary.names("kinds"):
        kind = vocabulary.kind(name)
        bodies[name] = Kind(kind.human, kind.skin, kind.hair)
    return lambda description: looks_from_description(description, kinds, colours, accessories, bodies)


def figure_words(
    words: str, concept: str, vocabulary: Vocabulary, look: Callable[[str], tuple[str | None, dict[str, str]]]
) -> tuple[str, dict[str, str]]:
    """A person's own words for a `concept` as a phrase of the painter, and who it is by them: skin, hair, build.

    "long black hair, a red dress, sitting" → "girl, red shirt, nothing worn, sitting" and {"hair": "0"}.
    """
    own = vocabulary.own_words(words)
    known = {name: vocabulary.names(_CATEGORY.get(name, "colours")) for name in SAID_OF["figure"]}
    said = attributes_said(own, "figure", known)
    kind, looks = look(words)
    if kind is None:
        kind, looks = look(f"{concept} with {words}")
    body = {name: value for name, value in looks.items() if name in IDENTITY}
    clothes = {name: value for name, value in looks.items() if name not in body}
    if body or any(said.get(name) != value for name, value in clothes.items()):
        doing: dict[str, str] = {name: said[name] for name in ("pose", "expression") if name in said}
        own = phrase_of_figure(kind or concept, {**clothes, **doing})
    return own, body


def accessory_words(vocabulary: Vocabulary) -> dict[str, str]:
    """All words for accessories, with the names of these."""
    entries = vocabulary.entries["accessories"].values()
    return {word: entry.name for entry in entries for word in (*entry.held_out, *entry.synonyms, entry.name)}
