"""Turns of speech whose nouns nobody sees: "butterflies in her tummy", "raining cats and dogs", "quick as a hare"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from storyapp.story.plan import Span

from .mentions import Mention

_SEEN = ("kinds", "things", "nouns", "settings", "times", "weathers", "groups", "accessories")

_BODY = r"(?:tummy|tum|stomach|belly|throat|pants|mind)"
_OWN = r"(?:my|your|his|her|its|our|their)"
# What is compared by "as": behind another word "as" tells of a time ("she laughed as a bear came").
_ALIKE = (
    "bald big black blind blue bold brave bright brown busy calm clean clear clever cold cool cunning dark deaf dry fast fat fierce "
    "fit flat free fresh gentle good gold graceful green grey happy hard heavy high hot hungry large light like loud meek merry "
    "naughty neat nimble old pale playful poor pretty proud quick quiet red round sharp shy sick silent silly slippery slow sly "
    "small smooth snug soft solid sour still strong stubborn sturdy sweet swift tall thick thin tight tiny tired tough ugly warm wet white "
    "wild wise yellow"
).replace(" ", "|")
# The group that matches is not there.
_IDIOMS = re.compile(
    rf"\b(?:{_ALIKE}) as (?P<alike>(?:an? |the )?\w+)\b(?! (?:is|are|was|were|\w+ed|came|went|ran|sat|flew|fell|rose)\b)"
    rf"|\brain(?:s|ed|ing)? (?P<rain>cats and dogs)\b"
    rf"|\bbreath(?:e|es|ed|ing)(?: out)? (?P<fire>fire)\b"
    rf"|\b(?P<inside>(?:butterfl(?:y|ies)|frogs?|ants|lump|bees?) in {_OWN} {_BODY})\b"
    rf"|\blov(?:e|es|ed|ing)\b[^,.;!?]* (?P<moon>to the moon(?: and back)?)"
    rf"|\b(?:after|before|for|at) (?P<tea>tea)\b(?!-| (?:pot|cup|bag|party)s?\b)"
    rf"|\b(?P<near>next door)\b(?! to)"
    rf"|\b(?:is|was|be|were|['’]s) (?P<easy>a piece of cake)\b"
    rf"|\b(?:can|could|can['’]t|cannot|couldn['’]t|not) (?P<bear>bear) (?=it\b|to\b|that\b|the\b)"
    rf"|\b(?P<whole>bear(?:s|ing)? in mind|bear hugs?|cloud nine|wild goose chase|couch potato(?:es)?|early bird|eager beaver|"
    rf"crocodile tears|monkey business|heads? in the clouds|once in a blue moon|hold your horses|cat nap|"
    rf"cat got {_OWN} tongue|cat out of the bag|fish out of water|teacher['’]s pet|apple of {_OWN} eye|spill(?:ed|s)? the beans|"
    rf"hot potato|kick(?:ed)? the bucket|piggy ?back|pony ?tails?|goose ?bumps|door to door)\b",
    re.IGNORECASE,
)


def without_idioms(found: Iterable[Mention], text: str, span: Span) -> list[Mention]:
    """Mentions less those whose words only belong to a turn of speech in the sentence `span`."""
    unseen = [match.span(match.lastgroup or 0) for match in _IDIOMS.finditer(text, *span)]
    return [
        one
        for one in found
        if one.category not in _SEEN or not any(start < one.span[1] and one.span[0] < end for start, end in unseen)
    ]
