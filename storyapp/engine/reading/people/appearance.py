"""What a figure without a portrait looks like, as its scene says: "a small white rabbit", "the old king"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..words.concept_mentions import ConceptMention
from ..words.english import ADJECTIVES, COLOURS, DETERMINERS, HER_KINDS, HIS_KINDS, PREPOSITIONS
from ..words.splitting import Word

Describe = Callable[[str], tuple[str | None, dict[str, str]]]  # a description → its concept and looks

# What goes with who somebody is, where nothing else is said; {} stands for the kind that is drawn.
_USUALLY = {
    "king": "{} with a yellow crown", "emperor": "{} with a yellow crown", "queen": "{} with a yellow crown", "prince": "{} with a yellow crown",
    "wizard": "{} with a blue hat", "magician": "{} with a black hat", "baker": "{} with a white apron",
    "cook": "{} with a white apron", "chef": "{} with a white apron", "professor": "{} with black glasses",
    "librarian": "{} with black glasses", "hiker": "{} with a green backpack", "cowboy": "{} with a brown hat",
    "superhero": "{} with a red cape", "superman": "{} with a red cape", "supergirl": "{} with a red cape",
    "batman": "{} with a black cape", "claus": "{} in a red shirt and red trousers with a red hat",
    "santa": "{} in a red shirt and red trousers with a red hat", "christmas": "{} in a red shirt and red trousers with a red hat", "mole": "grey {}",
    "polar bear": "white {}",
}  # fmt: skip
_BEFORE = 4  # words before a kind that may describe it
_BEHIND = 9  # words behind it that may tell of its hair
_HAIR = re.compile(
    r"(?:who )?(?:with|has|had|have) ((?:[\w-]+ ){1,5}?(?:hair|fur|feathers|mane|curls|plaits|braids|beard|skin|scales|wool))\b"
)
_COLOURED = re.compile(
    rf"(?:who )?(?:was|is|were|are) (?:(?:very|quite|so|all|really|as|{'|'.join(ADJECTIVES - COLOURS)}) (?:and )?){{0,3}}"
    rf"({'|'.join(COLOURS)})\b(?! (?:with|in|from|as)\b)"
)
_OF_BODIES = ("skin", "hair")


def looks_said(
    words: Sequence[Word], mention: ConceptMention, concept: str, describe: Describe, noun: str = ""
) -> dict[str, str]:
    """Looks that the words before a mention, and the mention itself, tell of a figure drawn as `concept`.

    The `noun` is what is told of a name beside it: the queen in "a queen called Ada".
    """
    said = " ".join(word.text for word in words[mention.first : mention.last + 1])
    before: list[str] = []
    place = words[mention.first].span[0]
    for word in reversed(words[max(0, mention.first - _BEFORE) : mention.first]):
        if word.text in DETERMINERS or word.text in PREPOSITIONS or place - word.span[1] > 1:  # a comma ends it
            break
        before.insert(0, word.text)
        place = word.span[0]
    usually = next((_USUALLY[one] for one in (said, *said.split(), noun) if one in _USUALLY), "{}")
    own = describe(" ".join((*before, concept)))[1]
    return {**describe(usually.format(concept))[1], **own, **looks_behind(words, mention, concept, describe)}


def looks_behind(words: Sequence[Word], mention: ConceptMention, concept: str, describe: Describe) -> dict[str, str]:
    """Hair, fur and skin that the words right behind tell of: "a girl with long red hair", "the cat is black"."""
    behind = " ".join(word.text for word in words[mention.last + 1 : mention.last + 1 + _BEHIND])
    colour = _COLOURED.match(behind)
    if colour is not None and concept not in HER_KINDS | HIS_KINDS:
        return {name: value for name, value in describe(f"{colour[1]} {concept}")[1].items() if name == "skin"}
    found = _HAIR.match(behind)
    if found is None or any(word in PREPOSITIONS or word.endswith("'s") for word in found[1].split()):
        return {}
    looks = describe(f"{concept} with {found[1]}")[1]
    return {name: value for name, value in looks.items() if name in _OF_BODIES}
