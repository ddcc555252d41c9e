"""Rooms and buildings that the vocabulary lacks, drawn as the nearest of its places: "in the attic", "at Gran's house"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from storyapp.story.plan import Span

from ..drafts import Sentence
from ..words.absence import NOT, absence
from ..words.english import ADJECTIVES, DETERMINERS, NEAR_PLACES
from ..words.turns import Turn, TurnTable
from .doings import places_of_doings
from .whereabouts import NOT_GOING

HOME = "living room"
_INTO = frozenset(("in", "into", "inside", "at", "to"))
_AT = r"(?<!look )(?<!looked )(?<!looking )(?<!arrived )(?<!knocked )(?<!laughed )(?<!pointed )(?<!stopped )at"
_OWNER = r"(?:(?-i:[A-Z])\w+|gran\w*|grand\w+|aunt\w*|uncle|cousin|friend|neighbour|mum|dad)"
AT_HOME = TurnTable(
    "anywhere",
    (
        Turn(
            "at home",
            r"(?<!way )(?<!not )\b(?:at|came|comes|got|gets|arrived|reached|stay(?:ed|s)?|is|was|were|are|am) (?:back )?home\b(?! to| for)"
            r"|(?:^|[.!?”\"] ?)(?:back (?:at )?home|(?:safe(?:ly)? )?home (?:again|at last))\b",
            "At last they came home.",
            unlike="On the way home she sang.",
        ),
        Turn(
            "in a house",
            r"\b(?:in|into|inside) (?:the|his|her|their|my|our) (?!tree |doll|bird|dog )(?:\w+ )?house\b",
            "It was warm inside their little house.",
            unlike="It was warm behind their house.",
        ),
        Turn(
            "a new house",
            r"\bmove(?:d|s)? (?:in)?to (?:an?|the|their|his|her|our|my) (?:\w+ )?(?:house|home|flat|cottage|apartment)\b",
            "The family moved to a new house.",
            unlike="They moved to the castle.",
        ),
        Turn(
            "in somebody's house",
            rf"\b(?:in|into|inside|{_AT}|stay(?:ed|s|ing) at) (?:(?:his|her|their|my|our) )?(?:\w+ )?{_OWNER}['’]s (?:\w+ )?"
            r"(?:house|home|cottage|flat|place)\b(?! (?:door|gate|garden|roof))",
            "That evening at Gran's little house they had fish.",
            unlike="They looked at Gran's house.",
        ),
        Turn(
            "at somebody's",
            rf"\b{_AT} (?:(?:his|her|their|my|our) )?(?:(?-i:[A-Z])\w+ )?{_OWNER}['’]s"
            r"(?=[,.;!?]|$| (?:for|they|we|she|he|i|with|and|on|every|in|last|that|there)\b)",
            "At Grandma's, they slept late.",
            unlike="At Grandma's gate they stood.",
        ),
    ),
)
WAITING_ROOM = TurnTable(
    "anywhere",
    (
        Turn(
            "a waiting room",
            r"\b(?:in|into|inside) (?:the|a) (?:doctor['’]s |dentist['’]s )?waiting room\b",
            "Tom sat in the dentist's waiting room.",
        ),
    ),
)
OWN_ROOM = TurnTable(
    "anywhere",
    (
        Turn(
            "somebody's own room",
            r"\b(?:in|into|inside) (?:his|her|my|our|their|\w+['’]s)"
            r" (?:(?:new|old|own|little|tiny|small|big|dark|warm|cosy|empty) )*room\b",
            "Ben ran into his own little room.",
            unlike="Ben ran into the room.",
        ),
        Turn(
            "what it is like",
            r"\b(?:his|her|my) (?:(?:new|old|own|little|tiny|small|big) )*room (?:was|is|looked|smelled|smelt)\b",
            "His room was empty.",
            unlike="The room was empty.",
        ),
    ),
)
TABLES = (AT_HOME, WAITING_ROOM, OWN_ROOM)


def near_places(sentence: Sentence) -> Iterator[tuple[str, Span]]:
    """Places that the vocabulary lacks and in which the sentence is, as what they are drawn; "" for not at all."""
    words = sentence.words
    for index, word in enumerate(words):
        place = NEAR_PLACES.get(word.text)
        lead = index - 1
        while lead >= 0 and index - lead <= 3 and words[lead].text not in _INTO:
            lead -= 1
        between = words[max(0, lead) + 1 : index]
        leads = all(one.text in DETERMINERS or one.text in ADJECTIVES or one.text == "train" for one in between)
        if place is None or lead < 0 or words[lead].text not in _INTO or not leads:
            continue
        denied = NOT_GOING.pattern.search(sentence.text[sentence.span[0] : word.span[0]])
        if denied is None and not sentence.is_talk(word.span):
            yield place, word.span
    rooms = [("living room", match.span()) for match in WAITING_ROOM.pattern.finditer(sentence.text, *sentence.span)]
    rooms += [("bedroom", match.span()) for match in OWN_ROOM.pattern.finditer(sentence.text, *sentence.span)]
    yield from sorted(rooms, key=lambda room: room[1])
    yield from places_of_doings(sentence)
    for match in AT_HOME.pattern.finditer(sentence.text, *sentence.span):
        before = sentence.text[sentence.span[0] : match.start()]
        denied = re.search(rf"\b(?:{NOT})(?: \w+)? $", before, re.IGNORECASE)
        if not denied and absence(sentence.text, sentence.span, match.span()) < 2:
            yield HOME, match.span()
