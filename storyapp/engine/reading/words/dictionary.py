"""What the reader knows of words beside the vocabulary's own, unpacked from its configuration."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

Meaning = TypeVar("Meaning")


@dataclass(frozen=True)
class Noun:
    """A noun outside the vocabulary: the concept that it is drawn as, or none ("")."""

    category: str = ""
    concept: str = ""
    doubtful: bool = False  # is one behind an article alone: "the saw", but not "she saw"
    nearest: bool = False  # the concept is only the nearest: a wolf is drawn as a dog
    exact: bool = False  # the concept is just what the noun means, so that nothing has to be reported

    @classmethod
    def of(cls, meaning: str) -> Noun:
        """Unpack "things:lamp"; a leading "?" marks doubtful nouns, "~" the nearest concept, "=" an exact one."""
        category, _, concept = meaning.lstrip("=?~").partition(":")
        marks = meaning[: len(meaning) - len(meaning.lstrip("=?~"))]
        return cls(category, concept, "?" in marks, "~" in marks, "=" in marks)

    @property
    def undrawn(self) -> bool:
        """Whether it is surely something to be seen for which the vocabulary has no concept."""
        return not self.concept and not self.doubtful


@dataclass(frozen=True)
class Sign:
    """The place that a thing tells of: an oven of the kitchen; loosely if the thing moves about, as a cup does."""

    place: str
    loose: bool = False

    @classmethod
    def of(cls, meaning: str) -> Sign:
        """Unpack "kitchen", or "?kitchen" of what tells of it loosely."""
        return cls(meaning.lstrip("?"), meaning.startswith("?"))


@dataclass(frozen=True)
class Dictionary:
    """What the reader knows of words beside the vocabulary's own, from its configuration.

    `words` are more words of places, times, weathers, poses and feelings; `guessed` are those whose meaning a net told
    from their definitions, for where no other list has them. No training has seen the words of `dev`: a reader that is
    to be tested does without them.
    """

    nouns: Mapping[str, Noun] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # category → word → concept
    signs: Mapping[str, Sign] = field(default_factory=dict)  # things, and the places that they tell of
    dev: frozenset[str] = frozenset()
    guessed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # category → word → concept

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> Dictionary:
        """Unpack it from a reader's configuration, where words stand in lists by what they mean."""
        if "words" not in config:  # a reader of before
            return cls({word: Noun.of(meaning) for word, meaning in config.get("nouns", {}).items()})
        words = {category: _unpacked(each) for category, each in config.get("words", {}).items()}
        return cls(
            _parsed(config.get("nouns", {}), Noun.of),
            words,
            _parsed(config.get("signs", {}), Sign.of),
            frozenset(config.get("dev", ())),
            {category: _unpacked(each) for category, each in config.get("guessed", {}).items()},
        )


def _parsed(lists: Mapping[str, str], parse: Callable[[str], Meaning]) -> dict[str, Meaning]:
    """What each word of some lists means, where the lists are named by that; each name is parsed once."""
    meanings = {meaning: parse(meaning) for meaning in lists}
    return {word: meanings[meaning] for word, meaning in _unpacked(lists).items()}


def _unpacked(lists: Mapping[str, str]) -> dict[str, str]:
    return {word: meaning for meaning, words in lists.items() for word in words.split(",") if word}
