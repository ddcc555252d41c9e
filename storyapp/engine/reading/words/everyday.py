"""Everyday nouns that neither the vocabulary nor the dictionary has, or whose nearest drawing the dictionary does not know."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .dictionary import Noun
from .english import COUNTS
from .splitting import Word

_DRAWN_AS = {
    "table": "counter,countertop,worktop,workbench,stall,market stall",
    "cupboard": "chest of drawers",
    "potted plant": "flowerpot,plant pot,pot plant",
    "bread": "roll,bread roll,bun,crumpet,toasted bread",
    "sailboat": "fishing boat,fishing-boat",
    "bee": "wasp,hornet",
    "letter": "invitation",
    "box": "lunchbox,lunch box",
    "goblet": "glass,tumbler,drinking glass",
}
_NOT_DRAWN = (
    "tap,paper chain,bunting,streamer,dining car,sleeping car,dining-car,chalkboard duster,coat stand,doormat,plughole,noticeboard,"
    "sellotape,hot-water bottle,bunk bed,nappy,rucksack strap,gutter,skirting board,hand dryer"
)
NOUNS = {word: Noun("things", thing) for thing, words in _DRAWN_AS.items() for word in words.split(",")} | {
    word: Noun() for word in _NOT_DRAWN.split(",")
}
PLACES = {"schoolyard": "playground", "school yard": "playground"}
DRINKING_GLASS = NOUNS["glass"]
_SETS = frozenset(("tray", "trays", "set", "row"))
_BEVERAGES = re.compile(
    r"\b(?:jug|jugs|bottle|bottles|lemonade|juice|wine|plates?|cutlery|drinks?|drank|pour(?:s|ed|ing)?)\b"
)
_WORN = frozenset("his her my your their our he she i wore wears wearing".split())  # noqa: SIM905


def are_for_drinking(words: Sequence[Word], index: int) -> bool:
    """Whether "glasses" are those one drinks from: "three glasses", "a tray of glasses", "a jug and some glasses"."""
    before = words[index - 1].text if index else ""
    two = words[index - 2].text if index > 1 else ""
    behind = words[index + 1].text if index + 1 < len(words) else ""
    if two == "pair" or before in _WORN:
        return False
    if before in COUNTS or behind == "of" or (before == "of" and two in _SETS):
        return True
    return _BEVERAGES.search(" ".join(word.text for word in words)) is not None
