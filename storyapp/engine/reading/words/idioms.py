"""Turns of speech: nouns that nobody sees ("butterflies in her tummy", "quick as a hare") and verbs that nobody does ("time flew")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

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
    "small smooth snug easy soft solid sour still strong stubborn sturdy sweet swift tall thick thin tight tiny tired tough ugly warm wet white "
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
    rf"|\bma(?:de|kes?|king) (?P<shadow>an? (?:\w+ )?(?:rabbit|bunny|bird|dog|wolf|butterfly|crocodile|swan|duck|spider|shadow \w+)) "
    rf"with (?:both )?{_OWN} (?:hands|fingers)\b"
    rf"|\b(?P<paint>(?:its|the|whose|old) paint) (?=(?:\w+ )?(?:peel|flak|crack|chipp|fad))"
    rf"|\b(?:is|was|be|were|['’]s) (?P<easy>a piece of cake)\b"
    rf"|\b(?:can|could|can['’]t|cannot|couldn['’]t|not) (?P<bear>bear) (?=it\b|to\b|that\b|the\b)"
    rf"|\b(?P<whole>bear(?:s|ing)? in mind|bear hugs?|cloud nine|wild goose chase|couch potato(?:es)?|early bird|eager beaver|"
    rf"crocodile tears|monkey business|heads? in the clouds|once in a blue moon|hold your horses|cat nap|"
    rf"cat got {_OWN} tongue|cat out of the bag|fish out of water|teacher['’]s pet|apple of {_OWN} eye|spill(?:ed|s)? the beans|"
    rf"hot potato|kick(?:ed)? the bucket|bees? in {_OWN} bonnet|(?:a )?little bird told|when pigs fly|lion['’]s share|white elephants?|"
    rf"night owls?|snake in the grass|bull in a china shop|fly on the wall|lame duck|over the moon|icing on the cake|cherry on (?:the )?top|"
    rf"full of beans|in a pickle|{_OWN} cup of tea|in the same boat|rock(?:ed|s)? the boat|light ?bulb moment|(?:rang|rings?) a bell\b(?= (?:with|for|in)\b)|piggy ?back|pony ?tails?|goose ?bumps|door to door)\b",
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


_THING = r"(?:an?|the|his|her|its|their|my|some|each|him|them|it|us|one)"
# Verbs that mean no pose where they stand so.
_FIGURATIVE = re.compile(
    r"\b(?:time|hours?|days?|weeks?|minutes?|morning|afternoon|holidays?) (?:just |really |simply )?(?:fl[iy]\w*|flew)\b"
    r"|\bf[ae]ll(?:s|en|ing)? (?:in love|silent|quiet|ill|out with|apart|for (?:him|her|it)|to (?:pieces|bits))\b"
    r"|\b(?:run|ran|runs|running) (?:out of (?!the\b|an?\b|his\b|her\b|their\b|there\b)|late\b|(?:a|the|her|his) (?:hot )?(?:bath|shop|fever|farm|caf[eé]|inn|school)\b)"
    r"|\bnoses? (?:was |is |were )?(?:ran|runs|running)\b"
    r"|\bjump(?:ed|s|ing)? (?:at the chance|to conclusions|the queue)\b"
    r"|\b(?:came|come|comes) (?:true|undone)\b"
    rf"|\bsplash(?:es|ed|ing)? (?:(?:\w+ )?(?:water|paint|mud)\b|{_THING}\b)",
    re.IGNORECASE,
)
# It is jumped in: "splashed in the puddles".
_IN_PUDDLES = re.compile(
    r"\b(?:splash|stomp|stamp)(?:es|ed|ing)? (?:(?:about|around|happily) )?(?:in|into|through) (?:[\w’'-]+ ){0,3}?(?:puddles?|mud)\b",
    re.IGNORECASE,
)


def as_meant(verb: Mention, text: str, span: Span) -> Mention | None:
    """A verb of the sentence `span` as what it shows, None if it only belongs to a turn of speech: "ran out of milk"."""
    if verb.category != "poses":
        return verb

    def begins(pattern: re.Pattern[str]) -> bool:
        return any(match.start() <= verb.span[0] < match.end() for match in pattern.finditer(text, *span))

    if begins(_IN_PUDDLES):
        return replace(verb, name="jumping")
    return None if begins(_FIGURATIVE) and text[verb.span[0]].islower() else verb
