"""How many of a thing a sentence tells of, and what is told of more than are drawn."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
from __future__ import annotations

from collections.abc import Sequence

from storyapp.story.plan import NotDrawn

from ..drafts import Draft, Sentence, shortened
from ..words.concept_mentions import ConceptMention
from ..words.english import (
    ADJECTIVES,
    COUNTS,
    DETERMINERS,
    FUNCTION_WORDS,
    PREPOSITIONS,
    SAME_PLURALS,
    UNSEEN_NOUNS,
    is_irregular_plural,
)
from ..words.lexicon import Lexicon
from ..words.splitting import Word

_PAIRS = frozenset("scales binoculars tongs pliers bellows shears".split())
_BETWEEN = 5  # words between a number and what it counts
_TENS = {"dozen": 12, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100, "thousand": 1000}
_NUMBERS = (
    dict(zip("three four five six seven eight nine ten eleven twelve".split(), range(3, 13), strict=True)) | _TENS
)


def count_of(words: Sequence[Word], mention: ConceptMention, lexicon: Lexicon) -> int:
    """How many are meant: the number before a plural, or two where there is none."""
    of = next((index for index in range(mention.first + 1, mention.last) if words[index].text == "of"), None)
    word = words[mention.last if of is None else of - 1].text  # "chest of drawers"
    category, known = lexicon.known.get(word, ("", ""))
    listed = (
        (category == "things" and known == mention.name) or category == "kinds" or word in _PAIRS
    )  # "glasses" is one thing
    plural = is_irregular_plural(word) or (word.endswith("s") and not listed and word[-2:] != "ss")
    if not plural and not word.endswith("s") and word not in SAME_PLURALS:
        return 1
    if listed and words[max(0, mention.first - 2)].text == "pair":
        return 1
    return number_before(words, mention) or (2 if plural else 1)


def number_before(words: Sequence[Word], mention: ConceptMention) -> int | None:
    """The number that belongs to a noun: nothing but adjectives, or "of the", stands between ("two of his old hats")."""
    index = mention.first - 1
    while index >= max(0, mention.first - _BETWEEN):
        word = words[index].text
        if word in COUNTS or word == "one":
            return COUNTS.get(word, 1)
        if word.isdigit() and len(word) < 3:  # more is a year
            return int(word)
        before = words[index - 1].text if index else ""
        if word in DETERMINERS and before not in ("of", "both", "all"):
            return None
        stops = word in FUNCTION_WORDS or word in PREPOSITIONS or word in UNSEEN_NOUNS or _is_plural(word)
        if stops and word not in ("of", "all", "very") and word not in ADJECTIVES and word not in DETERMINERS:
            return None
        index -= 1
    return None


def report_left(sentence: Sentence, draft: Draft, mention: ConceptMention, drawn: int) -> None:
    """Report where a number is told ("eight lamps") and fewer are drawn."""
    for index in range(mention.first - 1, max(-1, mention.first - _BETWEEN), -1):
        word = sentence.words[index].text
        number = int(word) if word.isdigit() and len(word) < 3 else _NUMBERS.get(word, 0)
        if number > drawn:
            span = (sentence.words[index].span[0], mention.span[1])
            said = shortened(sentence.text[slice(*span)])
            draft.not_drawn.append(NotDrawn(said, span, f"Of “{said}” only {drawn} are drawn."))
        if number or word not in ADJECTIVES:
            return


def _is_plural(word: str) -> bool:
    return is_irregular_plural(word) or "'" in word or (word[-1] == "s" and word[-2:] != "ss")
