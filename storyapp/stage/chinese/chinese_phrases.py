"""The painter's short phrases in Chinese, to be shown, and what is written in Chinese as such a phrase."""

from __future__ import annotations

import re
from collections.abc import Mapping

from storyapp.stage.vocabulary import Vocabulary
from storyapp.story.phrases import NOTHING_WORN

from .chinese_finder import ChineseFinder, chinese_words, is_chinese

_NAMES = {NOTHING_WORN: "不佩戴", "from the side": "侧面"}
_MEANT = {name: phrase for phrase, name in _NAMES.items()}
_GARMENTS = {"shirt": "上衣", "trousers": "裤子"}
_WORN = {"tops": "shirt", "bottoms": "trousers"}  # by the category of a Chinese word
_METALS = {"gold": "金", "silver": "银"}
_CATEGORIES = ("kinds", "poses", "expressions", "accessories", "settings", "times", "weathers", "things")


def phrase_in_chinese(phrase: str, vocabulary: Vocabulary) -> str:
    """ "fox, red shirt, nothing worn" → "狐狸，红色上衣，不佩戴"; what has no Chinese name stays as it is."""
    names: dict[tuple[str, str], str] = {}
    words = chinese_words(vocabulary)
    for word, meant in words.items():
        if word[0] not in "小大" or word[1:] not in words:  # as they are added to every kind and thing
            names.setdefault(meant, word)
    return "，".join(_part_in_chinese(part.strip(), names) for part in phrase.split(","))


def _part_in_chinese(part: str, names: Mapping[tuple[str, str], str]) -> str:
    whole = _NAMES.get(part) or _name(part, names)
    if whole:
        return whole
    colour, _, rest = part.partition(" ")
    tone, what = _METALS.get(colour) or names.get(("colours", colour)), _GARMENTS.get(rest) or _name(rest, names)
    return f"{tone}色{what}" if tone and what else part


def _name(word: str, names: Mapping[tuple[str, str], str]) -> str:
    return next((names[category, word] for category in _CATEGORIES if (category, word) in names), "")


def phrase_from_chinese(words: str, vocabulary: Vocabulary) -> str:
    """ "夜晚的森林，下雪" → "night forest, snow"; parts in other languages, or that name nothing, stay as they are."""
    if not re.search("[\u3400-\u9fff]", words):
        return words
    finder = ChineseFinder(vocabulary, ())
    parts = (part.strip() for part in re.split("[,，、；;。]", words))
    return ", ".join(_part_from_chinese(part, finder) for part in parts if part)


def _part_from_chinese(part: str, finder: ChineseFinder) -> str:
    if part in _MEANT or not is_chinese(part):
        return _MEANT.get(part, part)
    return " ".join(_WORN.get(one.category, one.name) for one in finder.found(part, (0, len(part)))) or part
