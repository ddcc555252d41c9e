"""What the reader knows of words beside the vocabulary's own, unpacked from its configuration."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Dictionary:
    """What the reader knows of words beside the vocabulary's own, from its configuration.

    `nouns` maps a noun to "category:concept", or "" for what has no concept; a leading "?" marks words that count
    behind an article alone, "~" a concept that is only the nearest, "=" one that is just what the noun is. `words` are more words of places, times, weathers,
    poses and feelings; `signs` are things that tell of a place, behind a "?" loosely; `guessed` are words whose meaning a net told from their
    definitions, for where no other list has them. No training has seen the words of `dev`: a reader that is to be
    tested does without them.
    """

    nouns: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # category → word → concept
    signs: Mapping[str, str] = field(default_factory=dict)  # thing → place, or "?" and the place
    dev: frozenset[str] = frozenset()
    guessed: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  # category → word → concept

    @classmethod
    def of(cls, config: Mapping[str, Any]) -> Dictionary:
        """Unpack it from a reader's configuration, where words stand in lists by what they mean."""
        if "words" not in config:  # a reader of before
            return cls(config.get("nouns", {}))
        words = {category: _unpacked(each) for category, each in config.get("words", {}).items()}
        return cls(
            _unpacked(config.get("nouns", {})),
            words,
            _unpacked(config.get("signs", {})),
            frozenset(config.get("dev", ())),
            {category: _unpacked(each) for category, each in config.get("guessed", {}).items()},
        )


def _unpacked(lists: Mapping[str, str]) -> dict[str, str]:
    return {word: meaning for meaning, words in lists.items() for word in words.split(",") if word}
