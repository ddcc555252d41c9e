"""What a figure without a portrait looks like, as its scene says: "a small white rabbit", "the old king"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .english import DETERMINERS, PREPOSITIONS
from .lexicon import Mention, Word

Describe = Callable[[str], tuple[str | None, dict[str, str]]]  # a description → its concept and looks

# What goes with who somebody is, where nothing else is said; {} stands for the kind that is drawn.
_USUALLY = {
    "king": "{} with a yellow crown", "queen": "{} with a yellow crown", "prince": "{} with a yellow crown",
    "wizard": "{} with a blue hat", "magician": "{} with a black hat", "baker": "{} with a white apron",
    "cook": "{} with a white apron", "chef": "{} with a white apron", "professor": "{} with black glasses",
    "librarian": "{} with black glasses", "hiker": "{} with a green backpack", "cowboy": "{} with a brown hat",
    "superhero": "{} with a red cape", "wolf": "grey {}", "wolves": "grey {}", "mole": "grey {}",
    "polar bear": "white {}",
}  # fmt: skip
_BEFORE = 4  # words before a kind that may describe it


def looks_said(words: Sequence[Word], mention: Mention, concept: str, describe: Describe) -> dict[str, str]:
    """Looks that the words before a mention, and the mention itself, tell of a figure drawn as `concept`."""
    said = " ".join(word.text for word in words[mention.first : mention.last + 1])
    before: list[str] = []
    for word in reversed(words[max(0, mention.first - _BEFORE) : mention.first]):
        if word.text in DETERMINERS or word.text in PREPOSITIONS:
            break
        before.insert(0, word.text)
    usually = next((_USUALLY[one] for one in (said, *said.split()) if one in _USUALLY), "{}")
    own = describe(" ".join((*before, concept)))[1]
    return {**describe(usually.format(concept))[1], **own}
