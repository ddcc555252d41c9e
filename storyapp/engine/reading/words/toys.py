"""Toy animals: "her toy rabbit" is a thing to hug, and no rabbit is there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from storyapp.stage.vocabulary import Vocabulary

from .concept_mentions import ConceptMention
from .dictionary import Noun
from .splitting import Word

_TOYS = frozenset("toy stuffed cuddly plush knitted".split())  # noqa: SIM905
_TEDDY = Noun("things", "teddy bear", nearest=True)
_OF_CHILDREN = frozenset(("my", "his", "her"))
_TO_BED = re.compile(
    r"\b(?:bed|bedtime|pillow|blanket|pyjamas|pajamas|cuddl\w+|hugs?|hugged|lullaby|good ?night)\b", re.IGNORECASE
)
_NO_PETS = ("robot", "alien", "monster", "ghost")  # of which a toy is no teddy


def as_toys(
    found: Sequence[ConceptMention], text: str, words: Sequence[Word], vocabulary: Vocabulary
) -> list[ConceptMention]:
    """Mentions, those of toy animals as the thing that they are drawn as; `text` is the scene's."""
    return [_as_toy(one, words) if _is_toy(one, text, words, vocabulary) else one for one in found]


def _is_toy(mention: ConceptMention, text: str, words: Sequence[Word], vocabulary: Vocabulary) -> bool:
    if mention.category != "kinds" or not mention.first:
        return False
    before = words[mention.first - 1].text
    if mention.name == "bear" and before in _OF_CHILDREN:  # at bedtime a child's own bear is a teddy
        return _TO_BED.search(text) is not None
    return before in _TOYS and not vocabulary.kind(mention.name).human and mention.name not in _NO_PETS


def _as_toy(mention: ConceptMention, words: Sequence[Word]) -> ConceptMention:
    first = mention.first - (words[mention.first - 1].text in _TOYS)
    span = (words[first].span[0], mention.span[1])
    return replace(mention, category="nouns", name="", noun=_TEDDY, first=first, span=span)
