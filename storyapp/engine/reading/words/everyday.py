"""Everyday nouns that neither the vocabulary nor the dictionary has, or whose nearest drawing the dictionary does not know."""

# ruff: noqa: SIM905 (a long list of words reads best as one text)
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
    "dinosaur": "dino",
    "lorry": "moving van,removal van,furniture van",
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
PLACES = {"schoolyard": "playground", "school yard": "playground", "fire station": "street", "police station": "street"}
DRINKING_GLASS = NOUNS["glass"]
_SETS = frozenset(("tray", "trays", "set", "row"))
_BEVERAGES = re.compile(
    r"\b(?:jug|jugs|bottle|bottles|lemonade|juice|wine|plates?|cutlery|drinks?|drank|pour(?:s|ed|ing)?)\b"
)
_WORN = frozenset("his her my your their our he she i wore wears wearing".split())


_ON_WALLS = re.compile(
    r"(?:sat|sits?|sitting|stood|stands?|standing|climb(?:ed|s|ing)?|jump(?:ed|s|ing)?|leapt|leaped|balanc(?:ed|es|ing)|perch(?:ed|es)|"
    r"hop(?:ped|s)?|scrambl(?:ed|es)|walk(?:ed|s|ing)?|r[au]n|runs|fell|falls|peer(?:ed|s)|peep(?:ed|s)|look(?:ed|s)|hid|hides?|lay|crept)"
    r"(?: \w+)? (?:on|onto|over|off|along|behind|against|beside|by) (?:top of )?(?:the|a|an|his|her|their|our|my)(?: \w+)? "
)
_ON_ROOFS = re.compile(
    r"^(?!.*\b(?:rain(?:ed|s)?|raindrops?|snow|hail|sun|moon|shone|light|drumm\w+|patter\w*|leak\w*|paint\w*|mend\w*)\b)"
    r".*\b(?:on|onto|off|upon|along|across) (?:top of )?(?:the|a|an|his|her|their|our|my|its)(?: \w+)? $"
)
_OF_HOUSES = frozenset("house cottage home bakery shop school inn hut building hotel".split())
_IN_ROOMS = frozenset(
    "fly flies spider gecko lizard picture clock mirror painting portrait poster map shelf room bed".split()
)
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


def is_garden_wall(words: Sequence[Word], start: int) -> bool:
    """Whether a wall is one that is sat or climbed on, or hides somebody, and none of a room."""
    before = " ".join(word.text for word in words[max(0, start - 7) : start]) + " "
    on_it = any(match.end() == len(before) for match in _ON_WALLS.finditer(before))
    return on_it and not _IN_ROOMS & {word.text for word in words}


def is_on_roof(words: Sequence[Word], start: int) -> bool:
    """Whether somebody is on the roof of a house, which is seen then: "a cat on a roof", but not "on the roof of the bus"."""
    before, behind = words[:start], [word.text for word in words[start + 1 : start + 5]]
    other = behind[:1] == ["of"] and not _OF_HOUSES & {*behind}
    return not other and _ON_ROOFS.match(" ".join(word.text for word in before) + " ") is not None
