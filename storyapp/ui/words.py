"""Words that are no words of the code: concepts of the model, styles, and sentences that other parts of the program say.

`resources/translations/words_LANGUAGE.json` has them by context. A sentence has its names and figures as %1, %2 …;
those parts are translated too, if they are sentences themselves.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

CONCEPTS, STYLES, SENTENCES = "Concepts", "Styles", "Sentences"
_PLACE = re.compile(r"%([1-9])")


class WordTranslator(QTranslator):
    """Answers for the contexts of its file; all others are left to the translators of the code."""

    def __init__(self, words: Mapping[str, Mapping[str, str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = words
        sentences = words.get(SENTENCES, {})
        # Of two that fit the one with more words of its own is meant.
        order = sorted((one for one in sentences if _PLACE.search(one)), key=lambda one: -len(_PLACE.sub("", one)))
        self._patterns = [(_pattern(one), sentences[one]) for one in order]

    @classmethod
    def read(cls, file: Path, parent: QObject | None = None) -> WordTranslator:
        """The words of a file; none if it cannot be read, because a language is never worth an error."""
        try:
            words = json.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            words = {}
        return cls(words, parent)

    def isEmpty(self) -> bool:
        return not self.words

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        found = self.words.get(context, {}).get(source)
        if found is None and context == SENTENCES:
            found = self._sentence(source)
        return found  # type: ignore[return-value]  # None: not known here

    def _sentence(self, source: str) -> str | None:
        for pattern, words in self._patterns:
            match = pattern.fullmatch(source)
            if match is not None:
                return filled(words, *(self.translate(SENTENCES, part) or part for part in match.groups()))
        return None


def filled(words: str, *parts: object) -> str:
    """Words with their places %1, %2 … filled; what is filled in may have such letters itself."""

    def part(place: re.Match[str]) -> str:
        number = int(place[1])
        return str(parts[number - 1]) if number <= len(parts) else place[0]

    return _PLACE.sub(part, words)


def _pattern(sentence: str) -> re.Pattern[str]:
    parts = _PLACE.split(sentence)
    words = [re.escape(part) if index % 2 == 0 else "(.+?)" for index, part in enumerate(parts)]
    return re.compile("".join(words), re.DOTALL)


def sentence(words: str) -> str:
    """A sentence of the story, the engine or the export, as an error has it, in the language of the program."""
    return QCoreApplication.translate(SENTENCES, words) if words else words


def style_words(words: str) -> str:
    """Name or description of a style in the language of the program."""
    return QCoreApplication.translate(STYLES, words) if words else words
