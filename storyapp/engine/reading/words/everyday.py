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
    "potted plant": "flowerpot,plant pot,pot plant,planter",
    "bread": "roll,bread roll,bun,crumpet,toasted bread",
    "sailboat": "fishing boat,fishing-boat",
    "bee": "wasp,hornet",
    "letter": "invitation",
    "box": "lunchbox,lunch box",
    "milk": "glass,tumbler,drinking glass",
}
_NOT_DRAWN = (
    "tap,paper chain,bunting,streamer,dining car,sleeping car,dining-car,chalkboard duster,coat stand,doormat,plughole,noticeboard,"
    "cog,cogwheel,crank,pivot,conveyor,conveyor belt,booster,coaster,caster,clapper,washer,shaker,slicer,peeler,"
    "cutter,spinner,sellotape,hot-water bottle,bunk bed,nappy,rucksack strap,gutter,skirting board,hand dryer"
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


# Who builds a castle to live in.
_OF_CASTLES = {
    "king",
    "queen",
    "prince",
    "princess",
    "lord",
    "giant",
    "knight",
    "knights",
    "workmen",
    "builders",
    "ruler",
    "sultan",
}
_MODELLED = re.compile(
    r"\b(?:buil[dt]|builds|building|ma[dk]e|makes|making) (?!it |them |his way|her way)(?:(?:an?|the|his|her|their|our|my|another|huge|big|great|little|tall|high|grand|whole|fine) ){1,4}$"
)


def is_model(words: Sequence[Word], index: int) -> bool:
    """Whether a castle is one that somebody builds at play: "we built a castle"; its towers are not told apart."""
    if _OF_CASTLES & {word.text for word in words}:
        return False
    castle = next((place for place, word in enumerate(words) if word.text in ("castle", "castles")), None)
    before = "" if castle is None else " ".join(word.text for word in words[:castle]) + " "
    return castle is not None and castle <= index and _MODELLED.search(before) is not None


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
