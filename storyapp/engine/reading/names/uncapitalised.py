"""Names that a child or a hurried writer gives no capital: "lily and tom ride their bikes"."""

from __future__ import annotations

import re

from ..words.compounds import ANIMALS
from ..words.english import CLAUSES, DETERMINERS, RELATIVES
from ..words.lexicon import Lexicon
from .first_names import ALSO_WORDS, NAMES
from .naming import acts, before

_SMALL = re.compile(r"(?<![\w'’-])[a-zà-ÿ]{2,}(?!-)\b")


def with_capitals(text: str, lexicon: Lexicon) -> str:
    """The text, as long as it was, with a capital for each first name that has none.

    One that is another word too ("lily", "jack") is a name where it begins a clause or follows a relative, and acts.
    """
    return _SMALL.sub(
        lambda found: found[0].capitalize() if _is_name(text, found, lexicon) else found[0],
        text,
    )


def _is_name(text: str, found: re.Match[str], lexicon: Lexicon) -> bool:
    word = found[0]
    if word not in NAMES:
        return False
    ahead = before(text, found.start()).lower()
    if word not in ALSO_WORDS and word not in lexicon.known:
        return ahead not in DETERMINERS
    if lexicon.kind(word) or lexicon.thing(word) in ANIMALS:
        return False  # "kitty drinks milk"
    begins = not ahead or ahead in CLAUSES or ahead in RELATIVES
    joined = re.match(r" and (?:the|an?)\b", text[found.end() :]) is not None
    return begins and not joined and acts(text, found.end(), lexicon)
