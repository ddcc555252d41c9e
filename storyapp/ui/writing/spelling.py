"""Spell check: a dictionary loaded on a thread of its own, the person's words, suggestions."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QObject, Signal

from .british import is_british

LANGUAGES = ("en", "es", "fr", "pt", "de", "it", "ru", "ar", "eu", "lv", "nl", "fa")  # with a bundled dictionary
MOST = 6  # suggestions
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENDINGS = ("'s", "s'", "'")
_CAPITAL = re.compile(r"[A-ZÄÖÜ]{2,}|.*\d")


class Speller(QObject):
    """Knows the words of one language; before the dictionary is there every word is right."""

    changed = Signal()  # the dictionary or the person's words: look again
    suggested = Signal(str, object)  # word, suggestions
    _loaded = Signal(str, object)

    def __init__(self, load: Callable[[str], Any] | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._load = load or load_dictionary
        self.language = ""
        self._dictionary: Any = None
        self._own: frozenset[str] = frozenset()
        self._names: frozenset[str] = frozenset()
        self._known: dict[str, bool] = {}
        self._loaded.connect(self._take)

    @property
    def ready(self) -> bool:
        """Whether there is a dictionary."""
        return self._dictionary is not None

    def use(self, language: str) -> None:
        """Load the dictionary of a language; "" or one without a dictionary checks nothing."""
        if language == self.language:
            return
        self.language, self._dictionary = language, None
        self._known.clear()
        self.changed.emit()
        if language in LANGUAGES:
            threading.Thread(target=self._fetch, args=(language,), daemon=True).start()

    def _fetch(self, language: str) -> None:
        dictionary = self._load(language)
        try:
            self._loaded.emit(language, dictionary)
        except RuntimeError:
            return  # the window was closed meanwhile

    def _take(self, language: str, dictionary: Any) -> None:
        if language == self.language:
            self._dictionary = dictionary
            self._known.clear()
            self.changed.emit()

    def accept(self, own: Iterable[str], names: Iterable[str]) -> None:
        """The words of the person and the names of the cast, which are right however they look."""
        new = frozenset(one.lower() for one in own), frozenset(part.lower() for one in names for part in one.split())
        if new != (self._own, self._names):
            self._own, self._names = new
            self._known.clear()
            self.changed.emit()

    def is_right(self, word: str) -> bool:
        """Whether a word is known, or is none that could be looked up."""
        if self._dictionary is None:
            return True
        found = self._known.get(word)
        if found is None:
            found = self._known[word] = self._look_up(word)
        return found

    def _look_up(self, word: str) -> bool:
        plain = word.replace("’", "'")
        if len(plain) < 2 or _CAPITAL.match(plain):
            return True
        forms = [plain.lower()]
        forms += [forms[0].removesuffix(end) for end in _ENDINGS if forms[0].endswith(end)]
        if any(form in self._own or form in self._names or form in self._dictionary for form in forms):
            return True
        return self.language == "en" and any(is_british(form, self._dictionary.__contains__) for form in forms)

    def suggest(self, word: str) -> None:
        """Look for right words like a wrong one, on a thread; `suggested` tells them."""
        dictionary = self._dictionary
        if dictionary is not None:
            threading.Thread(target=self._suggest, args=(dictionary, word), daemon=True).start()

    def _suggest(self, dictionary: Any, word: str) -> None:
        found = suggestions(dictionary, word)
        try:
            self.suggested.emit(word, found)
        except RuntimeError:
            return  # the window was closed meanwhile


def load_dictionary(language: str) -> Any:
    """A dictionary of pyspellchecker; takes about half a second."""
    from spellchecker import SpellChecker

    return SpellChecker(language=language, distance=1)


def suggestions(dictionary: Any, word: str) -> list[str]:
    """The most frequent words that are one letter away, then two; written like the word."""
    plain = word.replace("’", "'").lower()
    near = _ranked(dictionary, dictionary.edit_distance_1(plain))
    if len(near) < 2 and len(plain) < 14:
        near += [one for one in _ranked(dictionary, dictionary.edit_distance_2(plain)) if one not in near]
    ranked = near[:MOST]
    if word[:1].isupper():
        ranked = [one[:1].upper() + one[1:] for one in ranked]
    return [one.replace("'", "’") if "’" in word else one for one in ranked]


def _ranked(dictionary: Any, words: Iterable[str]) -> list[str]:
    known = {one for one in words if one in dictionary}
    return sorted(known, key=lambda one: -dictionary.word_usage_frequency(one))
