"""Words that a child spells by ear: "elefant", "buterfly", "dinosors" are read as what they are meant for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, cached_property
from typing import TYPE_CHECKING

from ..names.first_names import SOUNDS
from .english import RELATIVES
from .lexicon import Lexicon
from .splitting import Word

if TYPE_CHECKING:
    from spellchecker import SpellChecker

_NOUNS = ("kinds", "things", "settings")
_LEAST, _LEAST_CHANGED = 4, 6  # letters of a word that sounds like another, and of one with another letter in it
_TRADES = frozenset(("astronaut", "fireman", "policeman", "superhero", "cowboy", "mermaid", "vampire", "zombie"))
# Spellings of one sound, in this order.
_SOUNDS = (
    (r"ph", "f"), (r"sch", "sk"), (r"ck|q", "k"), (r"c(?=[eiy])", "s"), (r"c(?!h)", "k"), (r"^gh", "g"), (r"gh|h(?=[^aeiouy]|$)", ""),
    (r"a[uw]", "o"), (r"oo|ou", "u"), (r"ee|ea|ie|ey$|y", "i"), (r"(.)\1", r"\1"),
)  # fmt: skip


class Misspelt:
    """Finds what the unknown words of a scene are meant for; `is_word` tells of the words that the language has."""

    def __init__(self, lexicon: Lexicon, is_word: Callable[[str], bool]) -> None:
        self.lexicon, self.is_word = lexicon, is_word

    def corrected(self, words: Sequence[Word], text: str) -> list[Word]:
        """The words of a sentence, at their places in `text`, as they are meant; capitals are names."""
        return [
            replace(word, text=self._meant(word.text) or word.text) if text[word.span[0]].islower() else word
            for word in words
        ]

    def _meant(self, word: str) -> str | None:
        one = word if word.endswith("ss") else word.removesuffix("s")
        if len(word) < _LEAST or not word.isalpha() or self._is_word(word) or (one != word and self._is_word(one)):
            return None
        heard = sound(one)
        alike = self._by_sound.get(heard, set())
        if not alike and len(one) >= _LEAST_CHANGED:
            alike = {noun for key, nouns in self._by_sound.items() if _is_near(heard, key) for noun in nouns}
        found = {noun for noun in alike if noun[0] == one[0] or len(alike) == 1}
        return found.pop() + word[len(one) :] if len(found) == 1 else None

    def _is_word(self, word: str) -> bool:
        """Whether the language has a word; what the lists here lack the dictionary of the spell check knows."""
        return self.is_word(word) or word in SOUNDS or self.lexicon.familiar(word) or word in _english()

    @cached_property
    def _by_sound(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        known = {word for word, (category, _) in self.lexicon.known.items() if category in _NOUNS}
        for word in known | RELATIVES.keys() | _TRADES:
            if len(word) >= _LEAST and word.isalpha():
                found[sound(word)].add(word)
        return found


@cache
def _english() -> SpellChecker:
    """A dictionary of English; takes about half a second."""
    from spellchecker import SpellChecker

    return SpellChecker(language="en", distance=1)


def sound(word: str) -> str:
    """A word as it sounds, roughly: the same for "elephant" and "elefant"."""
    for spelling, heard in _SOUNDS:
        word = re.sub(spelling, heard, word)
    return word


def _is_near(one: str, other: str) -> bool:
    """Whether two words differ by a letter more, less or changed, or by two that changed places."""
    if abs(len(one) - len(other)) > 1 or one[:1] != other[:1]:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    a, b = one[start:], other[start:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])
