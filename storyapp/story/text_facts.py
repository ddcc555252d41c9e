"""Word counts, reading time, and the language that the script of a text suggests."""

from __future__ import annotations

import re
from functools import lru_cache

READ_ALOUD = 130  # words a minute
READ_ALOUD_CHARACTERS = 220  # Chinese or Japanese characters a minute
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(
    r"(?:[^\W_]|[\u0900-\u0963])+(?:['’\-](?:[^\W_]|[\u0900-\u0963])+)*"
)  # vowel signs are no letters to Python
_SCRIPTS = {
    "ja": re.compile(r"[\u3040-\u30ff]"),
    "zh": re.compile(r"[\u3400-\u9fff\uf900-\ufaff]"),
    "ko": re.compile(r"[\uac00-\ud7af]"),
    "he": re.compile(r"[\u0590-\u05ff]"),
    "hi": re.compile(r"[\u0900-\u097f]"),
    "ar": re.compile(r"[\u0600-\u06ff]"),
    "ru": re.compile(r"[\u0400-\u04ff]"),
}
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "yi")


@lru_cache(maxsize=4096)
def counts(text: str) -> tuple[int, int]:
    """The number of words, and of Chinese and Japanese characters, each of which counts as a word."""
    characters = len(_UNSPACED.findall(text))
    spaced = _UNSPACED.sub(" ", text) if characters else text
    return len(_WORD.findall(spaced)), characters


def count_words(text: str) -> int:
    """How many words a text has."""
    return sum(counts(text))


def minutes_aloud(texts: list[str]) -> int:
    """Minutes to read texts aloud, at least one."""
    words = sum(counts(text)[0] for text in texts)
    characters = sum(counts(text)[1] for text in texts)
    return max(1, round(words / READ_ALOUD + characters / READ_ALOUD_CHARACTERS))


def language_of_script(text: str) -> str | None:
    """The language that the script of most letters tells; None for Latin letters and for few."""
    letters = sum(letter.isalpha() for letter in text)
    found = {language: len(pattern.findall(text)) for language, pattern in _SCRIPTS.items()}
    if found["ja"] and found["ja"] * 5 > found["zh"]:
        found["ja"] += found["zh"]  # Japanese mixes kana with Chinese characters
    best = max(found, key=lambda language: found[language])
    return best if letters >= 4 and found[best] * 2 > letters else None
