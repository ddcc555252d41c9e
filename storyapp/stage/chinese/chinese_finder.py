"""What a text in Chinese names: the longest words of the tables and of the cast, with their places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from storyapp.stage.vocabulary import CATEGORIES, Vocabulary
from storyapp.story.model import Character
from storyapp.story.plan import Span

from .word_table import WORDS

# How words for relatives and for people of a rank end.
RELATIVES = re.compile("(?:妈妈|爸爸|爷爷|奶奶|哥哥|弟弟|姐姐|妹妹|宝宝|先生|太太|小姐|叔叔|阿姨|国王|王子|公主|老师)$")
_SPEECH = re.compile(r"[“「『\"][^”」』\"]*[”」』\"]")


class Found(NamedTuple):
    """A word of the table: its category, what it means, and its place in the text."""

    category: str
    name: str
    span: Span


def is_chinese(text: str) -> bool:
    """Whether at least half of the letters of a text are Chinese characters."""
    letters = [letter for letter in text if letter.isalpha()]
    return bool(letters) and 2 * sum("\u3400" <= letter <= "\u9fff" for letter in letters) >= len(letters)


def chinese_words(vocabulary: Vocabulary) -> dict[str, tuple[str, str]]:
    """Every Chinese word that is understood, with its category and concept."""
    known = {one.zh: (category, one.name) for category in CATEGORIES for one in vocabulary.entries[category].values()}
    for category, table in WORDS.items():
        for words in (entry.split() for entry in table.split(";")):
            name = " ".join(word for word in words if word.isascii())
            known.update({word: (category, name) for word in words if not word.isascii()})
    known.pop("", None)
    sized = {word: meant for word, meant in known.items() if meant[0] in ("kinds", "things")}
    little = {f"小{word}": meant for word, meant in sized.items()}
    big = {f"大{word}": meant for word, meant in sized.items() if len(word) > 1}  # 大雪人 tells of no snow, 大雪
    return {**little, **big, **known}


class ChineseFinder:
    """Finds the words of the tables, and the names of the cast."""

    def __init__(self, vocabulary: Vocabulary, cast: Sequence[Character]) -> None:
        self.vocabulary, self.cast = vocabulary, cast
        names = {name: ("who", one.id) for one in cast for name in one.names if name}
        self.words = {**chinese_words(vocabulary), **names}
        self.longest = max(map(len, self.words))

    def found(self, text: str, span: Span) -> list[Found]:
        """The longest words in a sentence, from left to right; what is said aloud is left out."""
        speech = [match.span() for match in _SPEECH.finditer(text) if len(match.group()) < len(text.strip())]
        found: list[Found] = []
        at = span[0]
        while at < span[1]:
            ends = range(min(at + self.longest, span[1]), at, -1)
            end = next((end for end in ends if text[at:end] in self.words), None)
            if end is not None and not any(start <= at < stop for start, stop in speech):
                one = Found(*self.words[text[at:end]], (at, end))
                last = found[-1] if found else None
                if last and last.span[1] == at and _is_kin(text, last, one):
                    found.pop()
                    one = self._kin(last, one)
                found.append(one)
            at = end or at + 1
        return [one for one in found if one.category != "other"]

    def _kin(self, whose: Found, one: Found) -> Found:
        """A figure and a relative as one: "狐狸妈妈" is a fox, but "小明妈妈" a woman."""
        if whose.category == "kinds" and not self.vocabulary.kind(whose.name).human:
            return Found(one.category, whose.name, (whose.span[0], one.span[1]))
        return one


def _is_kin(text: str, last: Found, one: Found) -> bool:
    """Whether a word for a relative follows who has one, and who is no relative of somebody already."""
    return (
        one.category == "kinds"
        and last.category in ("kinds", "who")
        and RELATIVES.search(text[slice(*last.span)]) is None
        and RELATIVES.search(text[slice(*one.span)]) is not None
    )
